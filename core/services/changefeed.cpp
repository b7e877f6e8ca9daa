#include "core/services/changefeed.h"

#include "core/services/touchedplaces.h"
#include "core/storage/writer.h"

namespace foyer {

namespace {

template <typename Set>
auto listOf(const Set &set)
{
    return std::vector(set.begin(), set.end());
}

std::optional<ClaimState> stateFrom(const QString &name)
{
    if (name.isEmpty())
        return std::nullopt;
    return name == QLatin1String("held") ? ClaimState::Held
        : name == QLatin1String("sold")  ? ClaimState::Sold
        : name == QLatin1String("killed") || name == QLatin1String("door") ? ClaimState::Killed // out of this till's hands
                                          : ClaimState::House;
}

std::vector<SeatNews> newsOf(std::vector<feed_store::SeatRow> rows)
{
    std::vector<SeatNews> out;
    for (auto &row : rows)
        out.push_back({row.where.event, row.where.seat, stateFrom(row.state), row.reservation, row.expiresAt, row.reason});
    return out;
}

/// A chain that the cursor does not know began after it.
std::vector<feed_store::Range> rangesBetween(const QHash<ChainId, qint64> &before, const QHash<ChainId, qint64> &now)
{
    std::vector<feed_store::Range> out;
    for (auto head = now.cbegin(); head != now.cend(); ++head)
        if (const qint64 after = before.value(head.key(), 0); head.value() > after)
            out.push_back({head.key(), after, head.value()});
    return out;
}

/// Heads that went back: another life of the database, restored from a backup.
bool wentBack(const QHash<ChainId, qint64> &before, const QHash<ChainId, qint64> &now)
{
    for (auto head = before.cbegin(); head != before.cend(); ++head)
        if (now.value(head.key(), 0) < head.value())
            return true;
    return false;
}

TouchedPlaces touchedSince(Database &db, std::span<const feed_store::Range> ranges, Instant after, Instant now)
{
    TouchedPlaces touched;
    for (const QByteArray &record : feed_store::records(db, ranges))
        touched.read(record);
    for (const auto &place : feed_store::placesOf(db, listOf(touched.reservations())))
        touched.add(place);
    for (const auto &place : feed_store::expiredBetween(db, after, now))
        touched.add(place);
    for (const TicketTypeId type : feed_store::typesOfAllotments(db, listOf(touched.allotments())))
        touched.add(type);
    for (const TicketTypeId type : feed_store::typesOfEvents(db, listOf(touched.events())))
        touched.add(type);
    return touched;
}

std::vector<EventAvailability> availabilityOf(Database &db, const TouchedPlaces &touched, Instant now)
{
    std::vector<EventAvailability> out;
    QHash<EventId, size_t> index;
    if (touched.types().empty())
        return out;
    for (const auto &type : feed_store::count(db, listOf(touched.types()), now)) {
        if (!index.contains(type.event)) {
            index.insert(type.event, out.size());
            out.push_back({type.event, {}});
        }
        out[index.value(type.event)].types.push_back({type.ticketType, int(type.capacity), int(type.held), int(type.sold), int(type.blocked)});
    }
    return out;
}

} // namespace

Result<FeedCursor> ChangeFeed::here()
{
    return m_writer.read([](Database &db) {
        const Instant now = db.now();
        return FeedCursor{feed_store::heads(db), now};
    });
}

Result<FeedNews> ChangeFeed::since(const FeedCursor &cursor)
{
    return m_writer.read([&](Database &db) {
        // The time and the heads come first: whatever happens while the rest is read is told again by the next look.
        FeedNews news;
        const Instant now = db.now();
        news.cursor = {feed_store::heads(db), std::max(now, cursor.asOf)};
        if (const auto next = feed_store::nextExpiry(db, now))
            news.untilExpiry = *next - now;
        const auto ranges = rangesBetween(cursor.heads, news.cursor.heads);
        qint64 records = 0;
        for (const feed_store::Range &range : ranges)
            records += range.until - range.after;
        news.everything = records > MostRecords || wentBack(cursor.heads, news.cursor.heads);
        if (news.everything)
            return news;
        const TouchedPlaces touched = touchedSince(db, ranges, cursor.asOf, now);
        news.catalogue = touched.catalogue();
        news.everything = touched.isUnclear() || touched.seats().size() > MostSeats;
        if (news.everything)
            return news;
        news.seats = newsOf(feed_store::seats(db, listOf(touched.seats()), db.now()));
        news.availability = availabilityOf(db, touched, db.now());
        return news;
    });
}

Result<std::vector<SeatNews>> ChangeFeed::seats(EventId event, std::span<const SeatId> seats)
{
    return m_writer.read([&](Database &db) {
        std::vector<reservation_store::EventSeat> wanted;
        for (const SeatId seat : seats)
            wanted.push_back({event, seat});
        return newsOf(feed_store::seats(db, wanted, db.now()));
    });
}

} // namespace foyer
