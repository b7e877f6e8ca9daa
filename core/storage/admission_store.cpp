#include "core/storage/admission_store.h"

namespace foyer::admission_store {

namespace {

Batch numberBatch(std::span<const TicketNumber> numbers)
{
    Batch batch{{"k", ColumnType::Text}};
    for (const TicketNumber number : numbers)
        batch.add({number.toString()});
    return batch;
}

TicketNumber numberIn(const Row &row, int column)
{
    return TicketNumber::parse(row.text(column)).value_or(TicketNumber());
}

/// id, number, generation, terminal, its name, time: from this column on.
Passage passageFrom(const Row &row, int column, TicketNumber ticket, EventId event)
{
    return {row.id<AdmissionId>(column), ticket, event, int(row.number(column + 1)), int(row.number(column + 2)), row.id<TerminalId>(column + 3),
            row.text(column + 4), row.instant(column + 5)};
}

} // namespace

std::vector<DoorTicket> lock(Database &db, std::span<const TicketNumber> numbers)
{
    const Batch batch = numberBatch(numbers);
    if (db.isPostgres())
        db.post("SELECT id FROM ticket WHERE number IN (SELECT k FROM {batch}) ORDER BY id FOR NO KEY UPDATE", batch);
    std::vector<DoorTicket> out;
    const Rows rows = db.run(
        "SELECT t.id, t.number, t.event_id, t.ticket_type_id, t.seat_id, t.state, t.generation, t.issuer, t.holder_id, e.name, e.starts_at, y.name, "
        "s.zone, s.row_name, s.number, a.id, a.number, a.generation, a.terminal_id, m.name, a.at FROM {batch} JOIN ticket t ON t.number = batch.k "
        "JOIN event e ON e.id = t.event_id JOIN ticket_type y ON y.id = t.ticket_type_id LEFT JOIN seat s ON s.id = t.seat_id "
        "LEFT JOIN admission a ON a.ticket_number = t.number AND a.number = (SELECT max(x.number) FROM admission x WHERE x.ticket_number = t.number) "
        "LEFT JOIN terminal m ON m.id = a.terminal_id", batch);
    for (const Row &row : rows) {
        DoorTicket found;
        found.ticket = {row.id<TicketId>(0), numberIn(row, 1), row.id<EventId>(2), row.id<TicketTypeId>(3), row.id<SeatId>(4),
                        ticketStateFrom(row.text(5)), int(row.number(6)), int(row.number(7)), row.id<CustomerId>(8)};
        found.eventName = row.text(9);
        found.startsAt = row.instant(10);
        found.ticketTypeName = row.text(11);
        if (!found.ticket.seat.isNull())
            found.seatLabel = SeatLabel{row.text(12), row.text(13), row.text(14)};
        if (!row.isNull(15))
            found.latest = passageFrom(row, 15, found.ticket.number, found.ticket.event);
        out.push_back(std::move(found));
    }
    return out;
}

std::vector<DoorTicket> lockGranted(Database &db, std::span<const TicketNumber> numbers)
{
    const Batch batch = numberBatch(numbers);
    if (db.isPostgres())
        db.post("SELECT ticket_number FROM door_place WHERE ticket_number IN (SELECT k FROM {batch}) ORDER BY ticket_number FOR NO KEY UPDATE", batch);
    std::vector<DoorTicket> out;
    const Rows rows = db.run(
        "SELECT p.ticket_number, g.event_id, g.ticket_type_id, p.seat_id, CASE WHEN p.state = 'returned' THEN 'void' WHEN g.state = 'revoked' THEN 'revoked' ELSE 'valid' END, "
        "e.name, e.starts_at, y.name, s.zone, s.row_name, s.number, a.id, a.number, a.generation, a.terminal_id, m.name, a.at FROM {batch} "
        "JOIN door_place p ON p.ticket_number = batch.k AND p.state <> 'sold' JOIN door_grant g ON g.id = p.grant_id JOIN event e ON e.id = g.event_id "
        "JOIN ticket_type y ON y.id = g.ticket_type_id LEFT JOIN seat s ON s.id = p.seat_id LEFT JOIN admission a ON a.ticket_number = p.ticket_number "
        "AND a.number = (SELECT max(x.number) FROM admission x WHERE x.ticket_number = p.ticket_number) LEFT JOIN terminal m ON m.id = a.terminal_id", batch);
    for (const Row &row : rows) {
        DoorTicket found;
        found.ticket.number = numberIn(row, 0);
        found.ticket.event = row.id<EventId>(1);
        found.ticket.ticketType = row.id<TicketTypeId>(2);
        found.ticket.seat = row.id<SeatId>(3);
        found.ticket.state = ticketStateFrom(row.text(4));
        found.eventName = row.text(5);
        found.startsAt = row.instant(6);
        found.ticketTypeName = row.text(7);
        if (!found.ticket.seat.isNull())
            found.seatLabel = SeatLabel{row.text(8), row.text(9), row.text(10)};
        if (!row.isNull(11))
            found.latest = passageFrom(row, 11, found.ticket.number, found.ticket.event);
        out.push_back(std::move(found));
    }
    return out;
}

JsonText fact(const Passage &passage, StaffId by)
{
    return JsonText().add("id", passage.id).add("ticket", passage.ticket.toString()).add("event", passage.event).add("number", passage.number)
        .add("direction", passingName(passage.passing())).add("generation", passage.generation).add("by", by);
}

void add(Database &db, std::span<const Passage> passages, StaffId by, ChainId chain, qint64 seq)
{
    Batch rows{{"id", ColumnType::Uuid}, {"k", ColumnType::Text}, {"e", ColumnType::Uuid}, {"number", ColumnType::Int}, {"direction", ColumnType::Text},
               {"generation", ColumnType::Int}, {"terminal_id", ColumnType::Uuid}, {"staff_id", ColumnType::Uuid}, {"at", ColumnType::Int},
               {"chain_id", ColumnType::Uuid}, {"seq", ColumnType::Int}};
    for (const Passage &passage : passages)
        rows.add({passage.id, passage.ticket.toString(), passage.event, passage.number, passingName(passage.passing()), passage.generation,
                  passage.terminal, by, passage.at, chain, seq});
    db.post("INSERT INTO admission (id, ticket_number, event_id, number, direction, generation, terminal_id, staff_id, at, chain_id, seq) "
            "SELECT id, k, e, number, direction, generation, terminal_id, staff_id, at, chain_id, seq FROM {batch}", rows);
}

std::vector<TicketNumber> admittedAmong(Database &db, std::span<const TicketId> tickets)
{
    Batch batch{{"k", ColumnType::Uuid}};
    for (const TicketId ticket : tickets)
        batch.add({ticket});
    if (db.isPostgres())
        db.post("SELECT id FROM ticket WHERE id IN (SELECT k FROM {batch}) ORDER BY id FOR NO KEY UPDATE", batch);
    std::vector<TicketNumber> out;
    for (const Row &row : db.run("SELECT t.number FROM {batch} JOIN ticket t ON t.id = batch.k "
                                 "JOIN admission a ON a.ticket_number = t.number AND a.number = 1", batch))
        out.push_back(numberIn(row, 0));
    return out;
}

std::vector<std::pair<TicketId, Passage>> ofOrder(Database &db, OrderId order)
{
    std::vector<std::pair<TicketId, Passage>> out;
    for (const Row &row : db.run(
             "SELECT t.id, t.number, t.event_id, a.id, a.number, a.generation, a.terminal_id, m.name, a.at FROM order_line l JOIN ticket t ON t.id = l.ticket_id "
             "JOIN admission a ON a.ticket_number = t.number JOIN terminal m ON m.id = a.terminal_id WHERE l.order_id = ? "
             "AND a.number = (SELECT max(x.number) FROM admission x WHERE x.ticket_number = t.number)", {order}))
        out.emplace_back(row.id<TicketId>(0), passageFrom(row, 3, numberIn(row, 1), row.id<EventId>(2)));
    return out;
}

std::vector<Passage> ofTicket(Database &db, TicketNumber ticket)
{
    std::vector<Passage> out;
    for (const Row &row : db.run("SELECT a.event_id, a.id, a.number, a.generation, a.terminal_id, m.name, a.at FROM admission a JOIN terminal m ON m.id = a.terminal_id "
                                 "WHERE a.ticket_number = ? ORDER BY a.number", {ticket.toString()}))
        out.push_back(passageFrom(row, 1, ticket, row.id<EventId>(0)));
    return out;
}

Counts counts(Database &db, EventId event)
{
    const Row passages = db.run(
        "SELECT coalesce(CAST(sum(CASE WHEN a.number = 1 THEN 1 ELSE 0 END) AS BIGINT), 0), "
        "coalesce(CAST(sum(CASE WHEN a.direction = 'entry' THEN 1 ELSE -1 END) AS BIGINT), 0), "
        "coalesce(CAST(sum(CASE WHEN a.number = 1 AND coalesce(t.state, 'valid') = 'valid' THEN 1 ELSE 0 END) AS BIGINT), 0) "
        "FROM (SELECT ticket_number, number, direction FROM admission WHERE event_id = ? UNION ALL SELECT ticket_number, number, direction FROM door_sighting "
        "WHERE event_id = ?) a LEFT JOIN ticket t ON t.number = a.ticket_number", {event, event}).front();
    // A door was told how many there are; the centre counts.
    if (const Rows told = db.run("SELECT going FROM door_house WHERE event_id = ?", {event}); !told.empty())
        return {passages.number(0), passages.number(1), std::max<qint64>(0, told.front().number(0) - passages.number(2))};
    // Not void: as the rollup counts. Of these some sleep.
    const qint64 going = db.run(
        "SELECT coalesce((SELECT CAST(sum(r.sold) AS BIGINT) FROM ticket_type y JOIN sales_rollup r ON r.ticket_type_id = y.id WHERE y.event_id = ?), 0) "
        "- (SELECT count(*) FROM ticket t WHERE t.event_id = ? AND t.state = 'revoked')", {event, event}).front().number(0);
    return {passages.number(0), passages.number(1), going - passages.number(2)};
}

} // namespace foyer::admission_store
