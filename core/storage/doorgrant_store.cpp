#include "core/storage/doorgrant_store.h"

namespace foyer::doorgrant_store {

namespace {

constexpr char SummaryColumns[] =
    "SELECT g.id, g.number, g.terminal_id, m.name, g.event_id, e.name, g.ticket_type_id, y.name, g.state, g.granted_at, "
    "(SELECT count(*) FROM door_place p WHERE p.grant_id = g.id AND p.state = 'granted'), (SELECT count(*) FROM door_place p WHERE p.grant_id = g.id AND p.state = 'sold'), "
    "(SELECT count(*) FROM door_place p WHERE p.grant_id = g.id AND p.state = 'returned') FROM door_grant g JOIN terminal m ON m.id = g.terminal_id "
    "JOIN event e ON e.id = g.event_id JOIN ticket_type y ON y.id = g.ticket_type_id ";

constexpr char PlaceColumns[] = "SELECT p.ticket_number, g.id, g.number, g.terminal_id, g.event_id, g.ticket_type_id, p.seat_id, p.code, p.state, g.state FROM door_place p "
                                "JOIN door_grant g ON g.id = p.grant_id ";

constexpr char PresentLife[] = "JOIN chain c ON c.id = g.chain_id JOIN terminal t ON t.id = c.terminal_id ";

Summary summaryFrom(const Row &row)
{
    return {row.id<DoorGrantId>(0), row.number(1), row.id<TerminalId>(2), row.text(3), row.id<EventId>(4), row.text(5), row.id<TicketTypeId>(6), row.text(7),
            row.text(8), row.instant(9), row.number(10), row.number(11), row.number(12)};
}

Place grantedPlaceFrom(const Row &row)
{
    return {TicketNumber::parse(row.text(0)).value_or(TicketNumber()), row.id<DoorGrantId>(1), row.number(2), row.id<TerminalId>(3), row.id<EventId>(4),
            row.id<TicketTypeId>(5), row.id<SeatId>(6), row.text(7), row.text(8), row.text(9) == QLatin1String("revoked")};
}

std::vector<Place> placesFrom(const Rows &rows)
{
    std::vector<Place> out;
    for (const Row &row : rows)
        out.push_back(grantedPlaceFrom(row));
    return out;
}

Batch grantedNumbers(std::span<const TicketNumber> numbers)
{
    Batch batch{{"k", ColumnType::Text}};
    for (const TicketNumber number : numbers)
        batch.add({number.toString()});
    return batch;
}

Batch grantedSeats(EventId event, std::span<const SeatId> seats)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}};
    for (const SeatId seat : seats)
        batch.add({event, seat});
    return batch;
}

} // namespace

qint64 nextNumber(Database &db)
{
    if (db.isPostgres())
        db.run("SELECT pg_advisory_xact_lock(hashtextextended('foyer grants', 0))");
    return db.run("SELECT coalesce(max(number), 0) + 1 FROM door_grant").front().number(0);
}

void add(Database &db, const DoorGrant &grant, bool acknowledged, ChainId chain, qint64 seq)
{
    const Param at = acknowledged ? Param(db.now()) : Param(std::nullopt);
    db.run("INSERT INTO door_grant (id, number, terminal_id, event_id, ticket_type_id, state, granted_at, acknowledged_at, chain_id, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {grant.id, grant.number, grant.door, grant.event, grant.ticketType, acknowledged ? QStringLiteral("active") : QStringLiteral("offered"), grant.grantedAt, at, chain, seq});
    Batch batch{{"k", ColumnType::Text}, {"g", ColumnType::Uuid}, {"place", ColumnType::Int}, {"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"code", ColumnType::Text}};
    for (size_t i = 0; i < grant.places.size(); ++i)
        batch.add({grant.places[i].number.toString(), grant.id, qint64(i + 1), grant.event, grant.places[i].seat, grant.places[i].code});
    db.run("INSERT INTO door_place (ticket_number, grant_id, position, event_id, seat_id, code, state) SELECT k, g, place, e, s, code, 'granted' FROM {batch}", batch);
}

std::vector<DoorGrantId> known(Database &db, std::span<const DoorGrantId> grants)
{
    Batch batch{{"g", ColumnType::Uuid}};
    for (const DoorGrantId grant : grants)
        batch.add({grant});
    std::vector<DoorGrantId> out;
    for (const Row &row : db.run("SELECT id FROM {batch} JOIN door_grant ON id = batch.g", batch))
        out.push_back(row.id<DoorGrantId>(0));
    return out;
}

std::vector<DoorGrant> offered(Database &db, TerminalId door, qint64 places)
{
    std::vector<DoorGrant> out;
    qint64 count = 0;
    for (const Row &row : db.run("SELECT id, number, event_id, ticket_type_id, granted_at FROM door_grant WHERE terminal_id = ? AND state = 'offered' ORDER BY number", {door})) {
        DoorGrant grant{row.id<DoorGrantId>(0), row.number(1), door, row.id<EventId>(2), row.id<TicketTypeId>(3), row.instant(4), {}};
        for (const Row &place : db.run("SELECT ticket_number, seat_id, code FROM door_place WHERE grant_id = ? ORDER BY position", {grant.id}))
            grant.places.push_back({TicketNumber::parse(place.text(0)).value_or(TicketNumber()), place.id<SeatId>(1), place.text(2)});
        count += qint64(grant.places.size());
        if (count > places && !out.empty())
            break;
        out.push_back(std::move(grant));
    }
    return out;
}

bool acknowledge(Database &db, TerminalId door, DoorGrantId grant, Instant at)
{
    db.run("UPDATE door_grant SET state = 'active', acknowledged_at = ? WHERE id = ? AND terminal_id = ? AND state = 'offered'", {at, grant, door});
    return !db.run("SELECT 1 FROM door_grant WHERE id = ? AND terminal_id = ?", {grant, door}).empty();
}

std::vector<Summary> summaries(Database &db)
{
    static const QByteArray sql = QByteArray(SummaryColumns) + "ORDER BY g.number";
    std::vector<Summary> out;
    for (const Row &row : db.run(sql.constData()))
        out.push_back(summaryFrom(row));
    return out;
}

void lockGrant(Database &db, DoorGrantId grant)
{
    if (db.isPostgres())
        db.run("SELECT id FROM door_grant WHERE id = ? FOR NO KEY UPDATE", {grant});
}

std::vector<DoorGrantId> livingOf(Database &db, TerminalId door)
{
    std::vector<DoorGrantId> out;
    for (const Row &row : db.run("SELECT id FROM door_grant WHERE terminal_id = ? AND state <> 'revoked' ORDER BY number", {door}))
        out.push_back(row.id<DoorGrantId>(0));
    return out;
}

void revoke(Database &db, DoorGrantId grant, Instant at)
{
    db.run("UPDATE door_grant SET state = 'revoked', revoked_at = ? WHERE id = ?", {at, grant});
}

std::vector<Place> lockPlaces(Database &db, std::span<const TicketNumber> numbers)
{
    const Batch batch = grantedNumbers(numbers);
    if (db.isPostgres()) {
        db.post("SELECT id FROM door_grant WHERE id IN (SELECT p.grant_id FROM {batch} JOIN door_place p ON p.ticket_number = batch.k) ORDER BY id FOR SHARE", batch);
        db.post("SELECT ticket_number FROM door_place WHERE ticket_number IN (SELECT k FROM {batch}) ORDER BY ticket_number FOR NO KEY UPDATE", batch);
    }
    static const QByteArray sql = QByteArray(PlaceColumns) + "JOIN {batch} ON batch.k = p.ticket_number";
    return placesFrom(db.run(sql.constData(), batch));
}

std::vector<Place> unsold(Database &db, EventId event, TicketTypeId type, qint64 limit)
{
    static const QByteArray sql = QByteArray(PlaceColumns) + PresentLife + "WHERE p.state = 'granted' AND c.epoch = t.epoch AND g.event_id = coalesce(?, g.event_id) "
        "AND g.ticket_type_id = coalesce(?, g.ticket_type_id) ORDER BY g.number, p.position LIMIT ?";
    return placesFrom(db.run(sql.constData(), {event, type, limit}));
}

std::optional<Place> unsoldSeat(Database &db, EventId event, SeatId seat)
{
    static const QByteArray sql = QByteArray(PlaceColumns) + PresentLife + "WHERE p.state = 'granted' AND c.epoch = t.epoch AND p.event_id = ? AND p.seat_id = ?";
    const Rows rows = db.run(sql.constData(), {event, seat});
    return rows.empty() ? std::nullopt : std::optional(grantedPlaceFrom(rows.front()));
}

std::vector<Place> ofLivesBefore(Database &db)
{
    static const QByteArray sql = QByteArray(PlaceColumns) + PresentLife + "WHERE p.state = 'granted' AND c.epoch <> t.epoch";
    return placesFrom(db.run(sql.constData()));
}

std::vector<Place> unsoldOf(Database &db, DoorGrantId grant)
{
    static const QByteArray sql = QByteArray(PlaceColumns) + "WHERE g.id = ? AND p.state = 'granted' ORDER BY p.position";
    return placesFrom(db.run(sql.constData(), {grant}));
}

size_t markSold(Database &db, std::span<const Sold> places)
{
    Batch batch{{"k", ColumnType::Text}, {"t", ColumnType::Uuid}};
    for (const Sold &place : places)
        batch.add({place.number.toString(), place.ticket});
    return db.run("UPDATE door_place SET state = 'sold', ticket_id = batch.t FROM {batch} WHERE ticket_number = batch.k AND state = 'granted' RETURNING state", batch).size();
}

size_t markReturned(Database &db, std::span<const TicketNumber> places)
{
    return db.run("UPDATE door_place SET state = 'returned' FROM {batch} WHERE ticket_number = batch.k AND state = 'granted' RETURNING state", grantedNumbers(places)).size();
}

AllotmentId doorAllotment(Database &db, IdMaker &ids, TicketTypeId type, TerminalId door)
{
    db.run("INSERT INTO allotment (id, ticket_type_id, owner, terminal_id) VALUES (?, ?, 'terminal', ?) ON CONFLICT (ticket_type_id, terminal_id) WHERE owner = 'terminal' DO NOTHING",
           {ids.make<AllotmentId>(), type, door});
    return *findDoorAllotment(db, type, door);
}

std::optional<AllotmentId> findDoorAllotment(Database &db, TicketTypeId type, TerminalId door)
{
    const Rows rows = db.run("SELECT id FROM allotment WHERE ticket_type_id = ? AND terminal_id = ? AND owner = 'terminal'", {type, door});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<AllotmentId>(0));
}

qint64 lockPair(Database &db, AllotmentId house, AllotmentId door)
{
    if (db.isPostgres())
        db.run("SELECT id FROM allotment WHERE id IN (?, ?) ORDER BY id FOR UPDATE", {house, door});
    return db.run("SELECT capacity - held - sold FROM allotment WHERE id = ?", {house}).front().number(0);
}

void reopen(Database &db, AllotmentId allotment)
{
    db.run("UPDATE allotment SET state = 'active' WHERE id = ? AND state = 'quarantined'", {allotment});
}

void quarantine(Database &db, TerminalId door)
{
    db.run("UPDATE allotment SET state = 'quarantined' WHERE terminal_id = ? AND owner = 'terminal' AND NOT EXISTS (SELECT 1 FROM door_grant g "
           "WHERE g.terminal_id = allotment.terminal_id AND g.ticket_type_id = allotment.ticket_type_id AND g.state <> 'revoked')", {door});
}

std::vector<int> seatNumbers(Database &db, std::span<const SeatId> seats)
{
    Batch batch{{"s", ColumnType::Uuid}, {"place", ColumnType::Int}};
    for (size_t i = 0; i < seats.size(); ++i)
        batch.add({seats[i], qint64(i)});
    std::vector<int> out(seats.size());
    size_t found = 0;
    for (const Row &row : db.run("SELECT batch.place, seat.position FROM {batch} JOIN seat ON seat.id = batch.s", batch)) {
        out[size_t(row.number(0))] = int(row.number(1)) + 1;
        ++found;
    }
    out.resize(found == seats.size() ? found : 0);
    return out;
}

std::vector<SeatId> takeSeats(Database &db, EventId event, TicketTypeId type, std::span<const SeatId> seats, const QString &reason, Instant now)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"t", ColumnType::Uuid}, {"why", ColumnType::Text}};
    for (const SeatId seat : seats)
        batch.add({event, seat, type, reason});
    std::vector<SeatId> out;
    for (const Row &row : db.run("INSERT INTO claim (event_id, seat_id, ticket_type_id, state, reason) SELECT e, s, t, 'door', why FROM {batch} WHERE true ORDER BY s "
                                 "ON CONFLICT (event_id, seat_id) DO UPDATE SET state = 'door', reservation_id = NULL, expires_at = NULL, reason = excluded.reason "
                                 "WHERE claim.state = 'held' AND claim.expires_at <= ? AND claim.reason IS NULL RETURNING seat_id", batch, {}, {now}))
        out.push_back(row.id<SeatId>(0));
    return out;
}

size_t freeSeats(Database &db, EventId event, std::span<const SeatId> seats)
{
    return db.run("DELETE FROM claim WHERE state = 'door' AND (event_id, seat_id) IN (SELECT e, s FROM {batch}) RETURNING state", grantedSeats(event, seats)).size();
}

void closeSeats(Database &db, EventId event, TicketTypeId type, const QString &reason)
{
    db.run("INSERT INTO claim (event_id, seat_id, ticket_type_id, state, reason) SELECT c.event_id, s.id, c.ticket_type_id, 'door', ? FROM ticket_type_category c "
           "JOIN event e ON e.id = c.event_id JOIN seat s ON s.plan_id = e.plan_id AND s.category = c.category WHERE c.event_id = ? AND c.ticket_type_id = ? "
           "ON CONFLICT (event_id, seat_id) DO NOTHING", {reason, event, type});
}

} // namespace foyer::doorgrant_store
