#include "core/storage/doorsale_store.h"

namespace foyer::doorsale_store {

namespace {

constexpr char ConflictColumns[] = "SELECT d.id, d.kind, d.number, d.order_kind, d.total, d.currency, d.reservation_id, d.of_id, d.exchange_id, d.terminal_id, m.name, d.at, "
                                   "d.chain_id, d.seq FROM door_sale_conflict d JOIN terminal m ON m.id = d.terminal_id ";

Conflict saleConflictFrom(const Row &row)
{
    return {row.id<OrderId>(0), row.text(1), row.text(2), row.text(3), row.number(4), row.text(5), row.uuid(6), row.uuid(7), row.uuid(8), row.id<TerminalId>(9), row.text(10),
            row.instant(11), row.id<ChainId>(12), row.number(13)};
}

} // namespace

bool sells(Database &db, PriceLevelId level, TicketTypeId type, EventId event)
{
    return !db.run("SELECT 1 FROM price_level p JOIN ticket_type t ON t.id = p.ticket_type_id WHERE p.id = ? AND t.id = ? AND t.event_id = ?", {level, type, event}).empty();
}

size_t sellSeats(Database &db, std::span<const SeatOf> seats)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"k", ColumnType::Uuid}};
    for (const SeatOf &seat : seats)
        batch.add({seat.event, seat.seat, seat.ticket});
    return db.run("UPDATE claim SET state = 'sold', ticket_id = batch.k, reason = NULL FROM {batch} WHERE event_id = batch.e AND seat_id = batch.s AND state = 'door' RETURNING state",
                  batch).size();
}

bool sellFreeSeat(Database &db, const SeatOf &seat, TicketTypeId type)
{
    return !db.run("INSERT INTO claim (event_id, seat_id, ticket_type_id, state, ticket_id) VALUES (?, ?, ?, 'sold', ?) ON CONFLICT (event_id, seat_id) DO NOTHING RETURNING state",
                   {seat.event, seat.seat, type, seat.ticket}).empty();
}

void addConflict(Database &db, const Conflict &conflict, std::span<const ConflictTicket> tickets)
{
    db.run("INSERT INTO door_sale_conflict (id, kind, number, order_kind, total, currency, reservation_id, of_id, exchange_id, terminal_id, at, chain_id, seq) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {conflict.order, conflict.kind, conflict.number, conflict.orderKind, conflict.total, conflict.currency, conflict.reservation, conflict.of, conflict.exchange,
            conflict.door, conflict.at, conflict.chain, conflict.seq});
    Batch batch{{"line_id", ColumnType::Uuid}, {"conflict_id", ColumnType::Uuid}, {"ticket_id", ColumnType::Uuid}, {"ticket_number", ColumnType::Text}, {"event_id", ColumnType::Uuid},
                {"ticket_type_id", ColumnType::Uuid}, {"seat_id", ColumnType::Uuid}, {"price", ColumnType::Int}, {"fee", ColumnType::Int}, {"refunds_id", ColumnType::Uuid}};
    for (const ConflictTicket &ticket : tickets)
        batch.add({ticket.line, conflict.order, ticket.ticket, ticket.number, ticket.event, ticket.type, ticket.seat, ticket.price, ticket.fee, ticket.refunds});
    db.run("INSERT INTO door_sale_conflict_ticket (line_id, conflict_id, ticket_id, ticket_number, event_id, ticket_type_id, seat_id, price, fee, refunds_id) "
           "SELECT line_id, conflict_id, ticket_id, ticket_number, event_id, ticket_type_id, seat_id, price, fee, refunds_id FROM {batch}", batch);
}

std::vector<Conflict> openConflicts(Database &db)
{
    static const QByteArray sql = QByteArray(ConflictColumns) + "WHERE d.resolution IS NULL ORDER BY d.at, d.id";
    std::vector<Conflict> out;
    for (const Row &row : db.run(sql.constData()))
        out.push_back(saleConflictFrom(row));
    return out;
}

std::optional<Conflict> openConflict(Database &db, OrderId order)
{
    static const QByteArray sql = QByteArray(ConflictColumns) + "WHERE d.id = ? AND d.resolution IS NULL";
    const Rows rows = db.run(sql.constData(), {order});
    return rows.empty() ? std::nullopt : std::optional(saleConflictFrom(rows.front()));
}

std::vector<DoorSalePlace> placesOf(Database &db, OrderId order)
{
    std::vector<DoorSalePlace> out;
    for (const Row &row : db.run("SELECT k.ticket_number, e.name, y.name, s.id, s.zone, s.row_name, s.number FROM door_sale_conflict_ticket k LEFT JOIN event e ON e.id = k.event_id "
                                 "LEFT JOIN ticket_type y ON y.id = k.ticket_type_id LEFT JOIN seat s ON s.id = k.seat_id WHERE k.conflict_id = ? "
                                 "ORDER BY e.name, y.name, s.position, k.ticket_number", {order})) {
        DoorSalePlace place{TicketNumber::parse(row.text(0)).value_or(TicketNumber()), row.text(1), row.text(2), {}};
        if (!row.isNull(3))
            place.seat = SeatLabel{row.text(4), row.text(5), row.text(6)};
        out.push_back(std::move(place));
    }
    return out;
}

std::optional<Conflict> lockConflict(Database &db, OrderId order)
{
    if (db.isPostgres())
        db.run("SELECT id FROM door_sale_conflict WHERE id = ? FOR NO KEY UPDATE", {order});
    return openConflict(db, order);
}

void resolve(Database &db, OrderId order, const QString &resolution, StaffId by, Instant at)
{
    db.run("UPDATE door_sale_conflict SET resolution = ?, resolved_at = ?, resolved_by = ? WHERE id = ?", {resolution, at, by, order});
}

QByteArray recordBody(Database &db, ChainId chain, qint64 seq)
{
    const Rows rows = db.run("SELECT body FROM journal WHERE chain_id = ? AND seq = ?", {chain, seq});
    return rows.empty() ? QByteArray() : rows.front().text(0).toUtf8();
}

} // namespace foyer::doorsale_store
