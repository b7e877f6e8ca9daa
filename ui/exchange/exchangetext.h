// What an exchange says of itself on the sell and the pay page.
#pragma once

#include "ui/exchange/exchangeinhand.h"

namespace foyer {

/// "Exchange 2 tickets of order A-12, worth 54.00 EUR: choose the new places."
QString exchangeBannerText(const ExchangeInHand &exchange);
/// "2 tickets of order A-12 count 54.00 EUR."
QString exchangeCreditText(const ExchangeInHand &exchange);
/// On the button, for what is due: "Pay 10.00", "Give back 4.00", "Exchange".
QString exchangeVerbText(Money due);

} // namespace foyer
