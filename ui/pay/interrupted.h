// The sales of this till that a crash or a lock interrupted while money was in them.
#pragma once

#include "core/domain/sale.h"
#include "ui/backend/backend.h"

#include <vector>

namespace foyer {

/// What waits for a supervisor stands in the list of open payments and interrupts nobody.
Result<std::vector<Reservation>> interruptedSales(Desk &desk);

} // namespace foyer
