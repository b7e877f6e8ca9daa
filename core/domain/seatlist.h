// seatlist: seats as people write them down: "Stalls 5-12, Stalls 6-1..8".
#pragma once

#include "core/domain/seatingplan.h"

namespace foyer::seatlist {

/// Entries are parted by commas, semicolons or lines; "..N" names every seat of the row up to number N. Each seat once, in the order in
/// which it is named. InvalidInput for nothing at all or a range that goes backwards, NotFound with the first seat that the plan has not.
Result<std::vector<SeatId>> read(const SeatingPlan &plan, const QString &text);

} // namespace foyer::seatlist
