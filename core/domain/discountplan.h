// Discountplan: what the discounts of a cart take off its lines, to the minor unit. The one place that knows; pure, so that the same
// lines and discounts give the same amounts on the screen, when they are paid, and when verify looks years later.
//
// Percentages come before amounts, codes before what is given by hand: the order of entering changes nothing. A percentage is of what
// those before it left, rounded once for all the tickets it is for, and shared out to them. An amount is shared out in proportion to
// what may still be taken off. No ticket gets below zero or below the floor of the code; what would is not given. Fees stay.
// Codes that are not stackable stand alone: of them and of all stackable ones together, what takes off most counts.
#pragma once

#include "core/domain/sale.h"

namespace foyer::discountplan {

/// Works out `discount` of every line and `amount` of every entry; after any change of either.
void apply(Reservation &reservation);

/// Whether the discount is for this line.
bool isFor(const Discount &discount, const ReservationLine &line);

/// The line's discount, shared out to its places.
std::vector<Money> perPlace(const ReservationLine &line);

} // namespace foyer::discountplan
