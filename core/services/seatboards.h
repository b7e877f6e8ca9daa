// SeatBoards: the boards of the events that best seats were asked for lately, kept near to the truth.
#pragma once

#include "core/base/error.h"
#include "core/domain/seatboard.h"

#include <list>

namespace foyer {

class Catalogue;
class Clock;
class Inventory;

/// Fed by whoever follows the journal; without a feed the claims are read again when a board is a second old.
class SeatBoards
{
public:
    static constexpr Milliseconds FreshFor{1'000};
    static constexpr size_t Most = 4; ///< boards; the one not asked for longest makes room

    SeatBoards(Inventory &inventory, Catalogue &catalogue, const Clock &clock) : m_inventory(inventory), m_catalogue(catalogue), m_clock(clock) {}

    struct Entry {
        Event event;
        SeatBoard board;
        Instant readAt;
        int pressure = 0; ///< races lost lately: how widely to spread
    };

    /// The board of an event with numbered seats, fresh enough to choose by; lives until another event is asked for.
    Result<Entry *> board(EventId event);
    /// Reads the claims again.
    Result<void> refresh(Entry &entry);

    /// The event changed: its board is made anew when it is asked for again.
    void forget(EventId event) { std::erase_if(m_entries, [&](const Entry &entry) { return entry.event.id == event; }); }
    /// One change. Events without a board are passed over.
    void apply(EventId event, SeatId seat, bool free);
    /// Whether a feed tells every change: then nothing is read again because of its age.
    void setFed(bool fed) { m_fed = fed; }

private:
    Result<Entry *> open(EventId event);

    Inventory &m_inventory;
    Catalogue &m_catalogue;
    const Clock &m_clock;
    std::list<Entry> m_entries; ///< asked for last, first
    bool m_fed = false;
};

} // namespace foyer
