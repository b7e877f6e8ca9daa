// Seller: the orders that the benchmarks sell, by the real services: two places each, paid in cash.
#pragma once

#include "core/services/boxoffice.h"

namespace foyer::bench {

enum class Admission { General, Seated };

/// An event from tomorrow's programme with at least `places` places of one type.
EventId addEvent(BoxOffice &office, Admission admission, int places);

class Seller
{
public:
    Seller(BoxOffice &office, EventId event);

    /// One batch: one unit of work reserves them all, one more takes the money. Ends the program when one is refused.
    void sell(int orders);

private:
    std::vector<ReserveLine> nextPlaces();

    BoxOffice &m_office;
    Event m_event;
    std::vector<SeatId> m_seats; ///< empty: general admission
    size_t m_used = 0;
};

} // namespace foyer::bench
