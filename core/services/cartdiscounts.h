// What the verbs on a cart share about its discounts: taking entries off, giving uses of codes back, and whom a code is for.
#pragma once

#include "core/domain/sale.h"

#include <functional>
#include <span>

namespace foyer {
class Work;
}

namespace foyer::cartdiscounts {

/// Gives back the uses that these entries have, right before the commit: codes are locked after claims and before allotments.
void giveBack(Work &work, std::span<const Discount> discounts);

/// Takes entries off a cart that is locked, gives their uses back, and works out what the others come to. Returns those taken off.
std::vector<Discount> remove(Work &work, Reservation &reservation, const std::function<bool(const Discount &)> &which);

/// Whether the cart's codes allow it to be this customer's. PromoNeedsCustomer for nobody, PromoCustomerUsedUp.
Result<void> mayBelongTo(Work &work, ReservationId reservation, CustomerId customer);

} // namespace foyer::cartdiscounts
