// ChangeFeed: what changed since a cursor. The journal says where to look, the tables say what is there now; expiries,
// which nobody writes down, are found by the database's clock. Reads only what changed.
#pragma once

#include "core/services/inventory.h"

#include <QtCore/QMetaType>

namespace foyer {

/// How far somebody has read: a sequence for each chain, and the database's time.
struct FeedCursor {
    QHash<ChainId, qint64> heads;
    Instant asOf;
};

/// A seat of an event as it stands now.
struct SeatNews {
    EventId event;
    SeatId seat;
    std::optional<ClaimState> state;  ///< none: free
    ReservationId reservation;        ///< when held
    std::optional<Instant> expiresAt; ///< when held; none while it is being paid
    QString reason;                   ///< when killed or kept
};

struct FeedNews {
    FeedCursor cursor;               ///< where to go on
    bool everything = false;         ///< too much happened to name it: look at what is shown as a whole
    bool catalogue = false;          ///< events, prices or plans changed
    std::vector<SeatNews> seats;     ///< seats that changed, each once
    std::vector<EventAvailability> availability; ///< types whose counts may have changed, and no others
    /// From now to the next expiry of a reservation, which no record will tell.
    std::optional<Milliseconds> untilExpiry;

    bool isEmpty() const { return !everything && !catalogue && seats.empty() && availability.empty(); }
};

/// Chains are gapless and their records are visible after commit, so that nothing can slip in behind a cursor.
/// What happens while the feed reads may be told twice, never missed.
class ChangeFeed
{
public:
    /// More records than this are not read singly.
    static constexpr qint64 MostRecords = 2'000;
    /// Nor are more seats than this told singly.
    static constexpr size_t MostSeats = 20'000;

    explicit ChangeFeed(Writer &writer) : m_writer(writer) {}

    /// The present end of all chains.
    Result<FeedCursor> here();
    Result<FeedNews> since(const FeedCursor &cursor);
    /// These seats as they stand now, changed or not.
    Result<std::vector<SeatNews>> seats(EventId event, std::span<const SeatId> seats);

private:
    Writer &m_writer;
};

} // namespace foyer

Q_DECLARE_METATYPE(foyer::FeedNews)
