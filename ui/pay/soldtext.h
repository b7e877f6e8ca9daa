// What an order or a cart holds, in a few lines for the screen.
#pragma once

#include "core/domain/sale.h"

namespace foyer {

/// A paragraph for each event; equal tickets stand together: "2 × Stalls, full: 5-12, 5-13".
QString soldText(const Order &order);
/// The same for a cart, in at most six lines.
QString cartText(const Reservation &reservation);

} // namespace foyer
