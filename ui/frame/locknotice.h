// What a lock says about the work that goes on behind it, so that nobody takes a covered sale for none.
#pragma once

#include "core/services/checkout.h"

namespace foyer {

enum class Behind { Sale, Payment, Done };

/// `cart`: what is reserved on the sell page. `sale`: what is paid, or was; looked at for Payment and Done only.
QString lockNotice(Behind page, const Reservation &cart, const CheckoutState &sale);

} // namespace foyer
