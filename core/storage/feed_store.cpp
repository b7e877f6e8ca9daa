#include "core/storage/feed_store.h"

#include <unordered_map>

namespace foyer::feed_store {

namespace {

template <typename I>
Batch idBatch(std::span<const I> ids)
{
    Batch batch{{"id", ColumnType::Uuid}};
    for (const I &id : ids)
        batch.add({id});
    return batch;
}

std::vector<Touched> touchedFrom(const Rows &rows)
{
    std::vector<Touched> out;
    for (const Row &row : rows)
        out.push_back({row.id<EventId>(0), row.id<TicketTypeId>(1), row.id<SeatId>(2)});
    return out;
}

std::vector<TicketTypeId> typesFrom(const Rows &rows)
{
    std::vector<TicketTypeId> out;
    for (const Row &row : rows)
        out.push_back(row.id<TicketTypeId>(0));
    return out;
}

} // namespace

QHash<ChainId, qint64> heads(Database &db)
{
    QHash<ChainId, qint64> out;
    for (const Row &row : db.run("SELECT c.id, (SELECT max(j.seq) FROM journal j WHERE j.chain_id = c.id) FROM chain c"))
        if (!row.isNull(1))
            out.insert(row.id<ChainId>(0), row.number(1));
    return out;
}

std::vector<QByteArray> records(Database &db, std::span<const Range> ranges)
{
    Batch batch{{"c", ColumnType::Uuid}, {"a", ColumnType::Int}, {"u", ColumnType::Int}};
    for (const Range &range : ranges)
        batch.add({range.chain, range.after, range.until});
    std::vector<QByteArray> out;
    for (const Row &row : db.run("SELECT j.body FROM {batch} JOIN journal j ON j.chain_id = batch.c AND j.seq > batch.a AND j.seq <= batch.u", batch))
        out.push_back(row.text(0).toUtf8());
    return out;
}

std::vector<Touched> placesOf(Database &db, std::span<const ReservationId> reservations)
{
    return touchedFrom(db.run("SELECT l.event_id, l.ticket_type_id, l.seat_id FROM {batch} JOIN reservation_line l ON l.reservation_id = batch.id",
                              idBatch(reservations)));
}

std::vector<Touched> expiredBetween(Database &db, Instant after, Instant until)
{
    return touchedFrom(db.run(
        "SELECT l.event_id, l.ticket_type_id, l.seat_id FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id "
        "WHERE r.state = 'active' AND r.expires_at > ? AND r.expires_at <= ?", {after, until}));
}

std::optional<Instant> nextExpiry(Database &db, Instant after)
{
    return db.run("SELECT min(expires_at) FROM reservation WHERE state = 'active' AND expires_at > ?", {after}).front().optionalInstant(0);
}

std::vector<TicketTypeId> typesOfAllotments(Database &db, std::span<const AllotmentId> allotments)
{
    return typesFrom(db.run("SELECT a.ticket_type_id FROM {batch} JOIN allotment a ON a.id = batch.id", idBatch(allotments)));
}

std::vector<TicketTypeId> typesOfEvents(Database &db, std::span<const EventId> events)
{
    return typesFrom(db.run("SELECT t.id FROM {batch} JOIN ticket_type t ON t.event_id = batch.id", idBatch(events)));
}

std::vector<SeatRow> seats(Database &db, std::span<const reservation_store::EventSeat> seats, Instant now)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}};
    for (const auto &seat : seats)
        batch.add({seat.event, seat.seat});
    std::vector<SeatRow> out;
    for (const Row &row : db.run("SELECT batch.e, batch.s, c.state, c.reservation_id, c.expires_at, c.reason FROM {batch} "
                                 "LEFT JOIN claim c ON c.event_id = batch.e AND c.seat_id = batch.s", batch)) {
        SeatRow seat{{row.id<EventId>(0), row.id<SeatId>(1)}, row.text(2), row.id<ReservationId>(3), row.optionalInstant(4), row.text(5)};
        const bool over = seat.state == QLatin1String("held") && seat.expiresAt && *seat.expiresAt <= now;
        out.push_back(over ? SeatRow{seat.where, {}, {}, {}, {}} : std::move(seat));
    }
    return out;
}

std::vector<place_store::TypeCount> count(Database &db, std::span<const TicketTypeId> types, Instant now)
{
    const Batch batch = idBatch(types);
    std::vector<place_store::TypeCount> out;
    std::unordered_map<TicketTypeId, size_t> index;
    for (const Row &row : db.run(
             "SELECT t.event_id, t.id, t.admission, CAST(sum(a.capacity) AS BIGINT), CAST(sum(a.held) AS BIGINT), CAST(sum(a.sold) AS BIGINT), "
             "CAST(sum(CASE WHEN a.owner = 'terminal' THEN a.capacity - a.held - a.sold ELSE 0 END) AS BIGINT) "
             "FROM {batch} JOIN ticket_type t ON t.id = batch.id JOIN allotment a ON a.ticket_type_id = t.id AND a.owner <> 'unissued' "
             "GROUP BY t.event_id, t.id, t.admission", batch)) {
        index.emplace(row.id<TicketTypeId>(1), out.size());
        out.push_back({row.id<EventId>(0), row.id<TicketTypeId>(1), row.text(2) == QLatin1String("seated"), row.number(3), row.number(4), row.number(5), row.number(6)});
    }
    const auto add = [&](const Rows &rows, qint64 place_store::TypeCount::*figure, int sign, bool seated) {
        for (const Row &row : rows)
            if (const auto found = index.find(row.id<TicketTypeId>(0)); found != index.end() && out[found->second].seated == seated)
                out[found->second].*figure += sign * row.number(1);
    };
    add(db.run("SELECT l.ticket_type_id, CAST(sum(l.quantity) AS BIGINT) FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id "
               "WHERE r.state = 'active' AND r.expires_at <= ? AND l.allotment_id IS NOT NULL GROUP BY l.ticket_type_id", {now}),
        &place_store::TypeCount::held, -1, false);
    // Two statements, so that each has a partial index of its own.
    add(db.run("SELECT c.ticket_type_id, count(*) FROM reservation r JOIN claim c ON c.reservation_id = r.id "
               "WHERE r.state = 'active' AND r.expires_at > ? GROUP BY c.ticket_type_id", {now}),
        &place_store::TypeCount::held, 1, true);
    add(db.run("SELECT c.ticket_type_id, count(*) FROM reservation r JOIN claim c ON c.reservation_id = r.id "
               "WHERE r.state = 'paying' GROUP BY c.ticket_type_id"),
        &place_store::TypeCount::held, 1, true);
    add(db.run("SELECT s.ticket_type_id, CAST(sum(s.sold) AS BIGINT) FROM {batch} JOIN sales_rollup s ON s.ticket_type_id = batch.id "
               "GROUP BY s.ticket_type_id", batch),
        &place_store::TypeCount::sold, 1, true);
    add(db.run("SELECT c.ticket_type_id, count(*) FROM {batch} JOIN claim c ON c.ticket_type_id = batch.id "
               "WHERE c.state IN ('killed', 'house', 'door') GROUP BY c.ticket_type_id", batch),
        &place_store::TypeCount::blocked, 1, true);
    return out;
}

} // namespace foyer::feed_store
