// Best available: which seats to offer to a group, by a look at the board alone.
#pragma once

#include "core/domain/seatboard.h"

namespace foyer {

struct BestWish {
    std::vector<TicketTypeId> types; ///< in order of preference; all seats come from one of them
    int count = 1;
    bool accessible = false; ///< one of them an accessible seat, the companions beside it
    /// Groups that are at most this many seats' width farther from the stage count as equally good.
    double slack = 0.5;
    /// Chooses among equals, so that terminals that look at the same board do not all want the same seats.
    quint64 salt = 0;
};

struct BestAnswer {
    TicketTypeId type;
    std::vector<size_t> seats; ///< in the plan's order within each group; empty when there are too few
    int groups = 0;            ///< 1: side by side
};

/// Side by side in one row when any of the types has that; best is what leaves no orphan, then what is near the focal
/// point. Else split into as few groups as can be, close to each other, nobody alone when it can be helped.
/// Accessible seats are left alone unless asked for, or nothing else is free.
BestAnswer bestSeats(const SeatBoard &board, const BestWish &wish);

} // namespace foyer
