// Best available in its simple form: neighbours in one row, near the focal point, without leaving a lone seat.
#pragma once

#include "core/domain/seatingplan.h"

#include <vector>

namespace foyer {

/// One seat of the category being searched, in the plan's order.
struct SeatChoice {
    SeatId id;
    int row = 0; ///< seats of one row of one zone share it
    PlanPoint position;
    bool free = true;
};

/// Indexes of `count` free neighbours, best first by: no orphan left, then nearness of the group's middle to the focal
/// point (the middle of the category's front edge: the row nearest to the stage). Empty when no row has them.
/// Seats stand side by side when they follow each other in their row no farther apart than one and a half of the
/// row's usual distance: an aisle parts them.
std::vector<size_t> bestSeats(const std::vector<SeatChoice> &seats, int count);

} // namespace foyer
