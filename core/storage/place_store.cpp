#include "core/storage/place_store.h"

#include <unordered_map>

/// A claim keeps its seat from being free: sold, killed, held in time, or kept for the house until its moment comes.
/// A house seat whose reservation ran out is the house's again, swept or not. Two parameters, both the time.
#define NOT_FREE                                                                                        \
    "(state NOT IN ('held', 'house') OR (state = 'held' AND (expires_at IS NULL OR expires_at > ?)) " \
    "OR (reason IS NOT NULL AND (release_at IS NULL OR release_at > ?)))"

namespace foyer::place_store {

namespace {

Batch heldBatch(std::span<const HeldSeat> seats)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"r", ColumnType::Uuid}};
    for (const HeldSeat &seat : seats)
        batch.add({seat.where.event, seat.where.seat, seat.reservation});
    return batch;
}

} // namespace

std::vector<EventSeat> take(Database &db, std::span<const Wish> wishes, Instant now, bool allowHouse)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"t", ColumnType::Uuid}, {"r", ColumnType::Uuid}, {"x", ColumnType::Int}};
    for (const Wish &wish : wishes)
        batch.add({wish.where.event, wish.where.seat, wish.ticketType, wish.reservation, wish.expiresAt});
    const Rows rows = db.run(
        "INSERT INTO claim (event_id, seat_id, ticket_type_id, state, reservation_id, expires_at) "
        "SELECT e, s, t, 'held', r, x FROM {batch} WHERE true ORDER BY e, s "
        "ON CONFLICT (event_id, seat_id) DO UPDATE SET state = 'held', reservation_id = excluded.reservation_id, expires_at = excluded.expires_at, "
        "reason = CASE WHEN claim.release_at <= ? THEN NULL ELSE claim.reason END, "
        "release_at = CASE WHEN claim.release_at <= ? THEN NULL ELSE claim.release_at END "
        "WHERE (claim.state = 'house' OR (claim.state = 'held' AND claim.expires_at <= ?)) "
        "AND (claim.reason IS NULL OR claim.release_at <= ? OR ? = 1) RETURNING event_id, seat_id",
        batch, {}, {now, now, now, now, allowHouse});
    std::vector<EventSeat> won;
    for (const Row &row : rows)
        won.push_back({row.id<EventId>(0), row.id<SeatId>(1)});
    return won;
}

void reassign(Database &db, std::span<const Wish> wishes)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"r", ColumnType::Uuid}, {"x", ColumnType::Int}};
    for (const Wish &wish : wishes)
        batch.add({wish.where.event, wish.where.seat, wish.reservation, wish.expiresAt});
    db.post("UPDATE claim SET reservation_id = batch.r, expires_at = batch.x FROM {batch} "
           "WHERE event_id = batch.e AND seat_id = batch.s AND state = 'held'", batch);
}

void giveBack(Database &db, std::span<const HeldSeat> seats)
{
    const Batch batch = heldBatch(seats);
    db.post("UPDATE claim SET state = 'house', reservation_id = NULL, expires_at = NULL FROM {batch} "
           "WHERE event_id = batch.e AND seat_id = batch.s AND reservation_id = batch.r AND state = 'held' AND reason IS NOT NULL", batch);
    db.post("DELETE FROM claim WHERE state = 'held' AND (event_id, seat_id, reservation_id) IN (SELECT e, s, r FROM {batch})", batch);
}

void giveBackAll(Database &db, std::span<const ReservationId> reservations)
{
    Batch batch{{"r", ColumnType::Uuid}};
    for (const ReservationId id : reservations)
        batch.add({id});
    db.post("UPDATE claim SET state = 'house', reservation_id = NULL, expires_at = NULL FROM {batch} "
           "WHERE reservation_id = batch.r AND state = 'held' AND reason IS NOT NULL", batch);
    db.post("DELETE FROM claim WHERE state = 'held' AND reservation_id IN (SELECT r FROM {batch})", batch);
}

void setExpiry(Database &db, std::span<const Expiry> expiries)
{
    Batch batch{{"r", ColumnType::Uuid}, {"x", ColumnType::Int}};
    for (const Expiry &expiry : expiries)
        batch.add({expiry.reservation, expiry.expiresAt});
    db.post("UPDATE claim SET expires_at = batch.x FROM {batch} WHERE reservation_id = batch.r AND state = 'held'", batch);
}

size_t sell(Database &db, std::span<const SoldSeat> seats)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"r", ColumnType::Uuid}, {"k", ColumnType::Uuid}};
    for (const SoldSeat &seat : seats)
        batch.add({seat.where.event, seat.where.seat, seat.reservation, seat.ticket});
    return db.run("UPDATE claim SET state = 'sold', ticket_id = batch.k, reservation_id = NULL, expires_at = NULL FROM {batch} "
                  "WHERE event_id = batch.e AND seat_id = batch.s AND reservation_id = batch.r AND state = 'held' RETURNING state", batch).size();
}

size_t block(Database &db, EventId event, std::span<const reservation_store::OfferedSeat> seats, const Blocking &as, Instant now)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"t", ColumnType::Uuid}, {"st", ColumnType::Text}, {"why", ColumnType::Text},
                {"x", ColumnType::Int}};
    for (const auto &seat : seats)
        batch.add({event, seat.where.seat, seat.ticketType, as.state, as.reason, as.releaseAt});
    return db.run("INSERT INTO claim (event_id, seat_id, ticket_type_id, state, reason, release_at) "
                  "SELECT e, s, t, st, why, x FROM {batch} WHERE true ORDER BY s "
                  "ON CONFLICT (event_id, seat_id) DO UPDATE SET state = excluded.state, reason = excluded.reason, release_at = excluded.release_at, "
                  "reservation_id = NULL, expires_at = NULL "
                  "WHERE claim.state IN ('killed', 'house') OR (claim.state = 'held' AND claim.expires_at <= ?) RETURNING state",
                  batch, {}, {now}).size();
}

size_t unblock(Database &db, EventId event, std::span<const SeatId> seats)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}};
    for (const SeatId seat : seats)
        batch.add({event, seat});
    return db.run("DELETE FROM claim WHERE state IN ('killed', 'house') AND (event_id, seat_id) IN (SELECT e, s FROM {batch}) RETURNING state", batch).size();
}

std::vector<EventSeat> releaseDue(Database &db, Instant now, int limit)
{
    const Rows rows = db.isPostgres()
        ? db.run("DELETE FROM claim WHERE (event_id, seat_id) IN (SELECT event_id, seat_id FROM claim WHERE state = 'house' AND release_at <= ? "
                 "AND event_id NOT IN (SELECT id FROM event WHERE archived_at IS NOT NULL) ORDER BY event_id, seat_id LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING event_id, seat_id", {now, limit})
        : db.run("DELETE FROM claim WHERE (event_id, seat_id) IN (SELECT event_id, seat_id FROM claim WHERE state = 'house' AND release_at <= ? "
                 "AND event_id NOT IN (SELECT id FROM event WHERE archived_at IS NOT NULL) ORDER BY event_id, seat_id LIMIT ?) RETURNING event_id, seat_id", {now, limit});
    std::vector<EventSeat> released;
    for (const Row &row : rows)
        released.push_back({row.id<EventId>(0), row.id<SeatId>(1)});
    return released;
}

std::vector<ClaimRow> claims(Database &db, EventId event, Instant now)
{
    std::vector<ClaimRow> out;
    for (const Row &row : db.run("SELECT seat_id, CASE WHEN state = 'held' AND expires_at <= ? THEN 'house' ELSE state END, "
                                 "CASE WHEN state = 'held' AND expires_at <= ? THEN NULL ELSE reservation_id END, reason, release_at "
                                 "FROM claim WHERE event_id = ? AND " NOT_FREE, {now, now, event, now, now}))
        out.push_back({row.id<SeatId>(0), row.text(1), row.id<ReservationId>(2), row.text(3), row.optionalInstant(4)});
    return out;
}

std::vector<SeatId> takenAmong(Database &db, EventId event, std::span<const SeatId> seats, Instant now)
{
    Batch batch{{"s", ColumnType::Uuid}};
    for (const SeatId seat : seats)
        batch.add({seat});
    std::vector<SeatId> taken;
    for (const Row &row : db.run("SELECT seat_id FROM {batch} JOIN claim ON seat_id = batch.s WHERE event_id = ? AND " NOT_FREE, batch, {}, {event, now, now}))
        taken.push_back(row.id<SeatId>(0));
    return taken;
}

void apply(Database &db, std::span<const Delta> deltas, Shortfall shortfall)
{
    if (deltas.empty())
        return;
    Batch batch{{"a", ColumnType::Uuid}, {"h", ColumnType::Int}, {"s", ColumnType::Int}};
    for (const Delta &delta : deltas)
        batch.add({delta.allotment, delta.held, delta.sold});
    const bool isBug = shortfall == Shortfall::Bug;
    if (db.isPostgres()) {
        db.post("WITH counted AS (UPDATE allotment SET held = held + batch.h, sold = sold + batch.s FROM {batch} "
                "WHERE id = batch.a AND state = 'active' AND held + sold + batch.h + batch.s <= capacity RETURNING 1) "
                "SELECT foyer_all_counted(?, (SELECT count(*) FROM counted), ?)",
                batch, {}, {qint64(deltas.size()), isBug ? QStringLiteral("23514") : QStringLiteral("FY001")});
        return;
    }
    const Rows counted = db.run("UPDATE allotment SET held = held + batch.h, sold = sold + batch.s FROM {batch} "
                                "WHERE id = batch.a AND state = 'active' AND held + sold + batch.h + batch.s <= capacity RETURNING state", batch);
    if (counted.size() != deltas.size())
        throw StorageError(isBug ? StorageError::Kind::Check : StorageError::Kind::Shortage, QStringLiteral("an allotment has not got the places"));
}

std::vector<std::pair<AllotmentId, qint64>> lockLeft(Database &db, std::span<const AllotmentId> allotments)
{
    Batch batch{{"a", ColumnType::Uuid}};
    for (const AllotmentId id : allotments)
        batch.add({id});
    const Rows rows = db.isPostgres()
        ? db.run("SELECT id, capacity - held - sold FROM allotment WHERE id IN (SELECT a FROM {batch}) AND state = 'active' ORDER BY id FOR UPDATE", batch)
        : db.run("SELECT id, capacity - held - sold FROM allotment WHERE id IN (SELECT a FROM {batch}) AND state = 'active'", batch);
    std::vector<std::pair<AllotmentId, qint64>> out;
    for (const Row &row : rows)
        out.emplace_back(row.id<AllotmentId>(0), row.number(1));
    return out;
}

std::vector<TypeCount> count(Database &db, std::span<const EventId> events, Instant now)
{
    Batch batch{{"e", ColumnType::Uuid}};
    for (const EventId event : events)
        batch.add({event});
    std::vector<TypeCount> out;
    std::unordered_map<TicketTypeId, size_t> index;
    const Rows types = db.run(
        "SELECT t.event_id, t.id, t.admission, CAST(sum(a.capacity) AS BIGINT), CAST(sum(a.held) AS BIGINT), CAST(sum(a.sold) AS BIGINT) "
        "FROM {batch} JOIN ticket_type t ON t.event_id = batch.e JOIN allotment a ON a.ticket_type_id = t.id AND a.owner <> 'unissued' "
        "GROUP BY t.event_id, t.id, t.admission, t.number ORDER BY t.number", batch);
    for (const Row &row : types) {
        index.emplace(row.id<TicketTypeId>(1), out.size());
        out.push_back({row.id<EventId>(0), row.id<TicketTypeId>(1), row.text(2) == QLatin1String("seated"), row.number(3), row.number(4), row.number(5), 0});
    }
    const Rows expired = db.run(
        "SELECT l.ticket_type_id, CAST(sum(l.quantity) AS BIGINT) FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id "
        "WHERE r.state = 'active' AND r.expires_at <= ? AND l.allotment_id IS NOT NULL GROUP BY l.ticket_type_id", {now});
    for (const Row &row : expired)
        if (const auto found = index.find(row.id<TicketTypeId>(0)); found != index.end())
            out[found->second].held -= row.number(1);
    const Rows seats = db.run(
        "SELECT ticket_type_id, CASE WHEN state = 'held' AND expires_at <= ? THEN 'house' ELSE state END AS shown, count(*) "
        "FROM {batch} JOIN claim ON event_id = batch.e WHERE " NOT_FREE " GROUP BY ticket_type_id, shown", batch, {now}, {now, now});
    for (const Row &row : seats) {
        const auto found = index.find(row.id<TicketTypeId>(0));
        if (found == index.end())
            continue;
        TypeCount &type = out[found->second];
        (row.text(1) == QLatin1String("held") ? type.held : row.text(1) == QLatin1String("sold") ? type.sold : type.blocked) += row.number(2);
    }
    return out;
}

} // namespace foyer::place_store
