// Charges: what an order's lines owe beyond their prices. Fees of a whole order are shared out to the minor unit, so that
// every ticket can be given back at exactly what was paid for it.
#pragma once

#include "core/domain/sale.h"

#include <map>

namespace foyer::charges {

/// Spreads the fees of the reservation's events over the lines of their tickets and sets the tax of every line.
void spread(std::vector<OrderLine> &lines, const Reservation &reservation);

/// What lines bring: per event the price without fee and tax, and the fee without tax; the tax of all.
struct Earnings {
    std::map<EventId, Money> net;
    std::map<EventId, Money> fees;
    Money tax;
};

Earnings earnings(const std::vector<OrderLine> &lines, Currency currency);

/// One tax rate of an order.
struct TaxSum {
    int rateBasisPoints = 0;
    Money gross;
    Money tax; ///< contained in gross; the sum of the lines' taxes, as charged
};

/// By rate, the lowest first.
std::vector<TaxSum> taxes(const Order &order);

} // namespace foyer::charges
