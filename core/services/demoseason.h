// DemoSeason: venues, plans and events of the demo, and how well each of them will sell.
#pragma once

#include "core/services/boxoffice.h"

namespace foyer {

/// One event of the demo with what its sales need to know.
struct DemoShow {
    Event event;
    std::vector<PlanSeat> seats; ///< that may be sold: neither killed nor kept
    double demand = 0;           ///< part of the places sold when it begins
    bool soldOut = false;        ///< well before it begins
    bool forChildren = false;
};

/// Adds everything to an empty box office. Dates lie around `today`; house seats are kept and some seats killed.
Result<std::vector<DemoShow>> addDemoSeason(BoxOffice &office, Instant today);

} // namespace foyer
