#include "core/storage/ticket_store.h"

namespace foyer::ticket_store {

namespace {

TicketNumber numberFrom(const QString &text)
{
    const Result<TicketNumber> number = TicketNumber::parse(text);
    if (!number)
        throw StorageError(StorageError::Kind::Corrupt, QStringLiteral("\"%1\" is not a ticket number").arg(text));
    return *number;
}

} // namespace

std::vector<CodeSource> codes(Database &database, std::span<const TicketId> tickets)
{
    Batch wanted{{"wanted_id", ColumnType::Uuid}};
    for (const TicketId ticket : tickets)
        wanted.add({ticket});
    // Seats are counted from 1 in codes: 0 is no seat.
    const Rows rows = database.run(
        "SELECT t.id, m.id, t.issuer, t.number, e.number, y.number, coalesce(s.position + 1, 0), t.generation, p.code "
        "FROM {batch} JOIN ticket t ON t.id = batch.wanted_id JOIN terminal m ON m.number = t.issuer JOIN event e ON e.id = t.event_id "
        "JOIN ticket_type y ON y.id = t.ticket_type_id LEFT JOIN seat s ON s.id = t.seat_id LEFT JOIN door_place p ON p.ticket_number = t.number", wanted);
    std::vector<CodeSource> found;
    for (const Row &row : rows) {
        CodeSource source{row.id<TicketId>(0), row.id<TerminalId>(1), {}};
        source.code.issuer = quint16(row.number(2));
        source.code.number = numberFrom(row.text(3));
        source.code.eventNumber = quint32(row.number(4));
        source.code.type = quint16(row.number(5));
        source.code.seat = quint32(row.number(6));
        source.code.generation = quint16(row.number(7));
        if (!row.isNull(8) && source.code.generation == 1) // a door sold it
            source.ahead = row.text(8);
        found.push_back(source);
    }
    return found;
}

std::optional<Found> find(Database &database, TicketNumber number)
{
    const Rows rows = database.run(
        "SELECT t.id, t.number, t.event_id, t.ticket_type_id, t.seat_id, t.state, t.generation, t.issuer, e.name, e.starts_at, y.name, "
        "s.zone, s.row_name, s.number, o.number, t.holder_id FROM ticket t JOIN event e ON e.id = t.event_id JOIN ticket_type y ON y.id = t.ticket_type_id "
        "LEFT JOIN seat s ON s.id = t.seat_id LEFT JOIN order_line l ON l.ticket_id = t.id "
        "LEFT JOIN orders o ON o.id = l.order_id AND o.kind <> 'refund' "
        "WHERE t.number = ? ORDER BY CASE WHEN o.id IS NULL THEN 1 ELSE 0 END, o.created_at LIMIT 1", {number.toString()});
    if (rows.empty())
        return std::nullopt;
    const Row &row = rows.front();
    Found found;
    found.ticket = {row.id<TicketId>(0), numberFrom(row.text(1)), row.id<EventId>(2), row.id<TicketTypeId>(3), row.id<SeatId>(4),
                    ticketStateFrom(row.text(5)), int(row.number(6)), int(row.number(7)), row.id<CustomerId>(15)};
    found.eventName = row.text(8);
    found.startsAt = row.instant(9);
    found.ticketTypeName = row.text(10);
    if (!found.ticket.seat.isNull())
        found.seatLabel = SeatLabel{row.text(11), row.text(12), row.text(13)};
    found.orderNumber = row.text(14);
    return found;
}

} // namespace foyer::ticket_store
