#include "core/storage/ticketchange_store.h"

namespace foyer::ticketchange_store {

namespace {

Batch changedBatch(std::span<const TicketId> tickets)
{
    Batch batch{{"k", ColumnType::Uuid}};
    for (const TicketId ticket : tickets)
        batch.add({ticket});
    return batch;
}

} // namespace

std::vector<Known> lock(Database &db, std::span<const TicketId> tickets)
{
    const Batch batch = changedBatch(tickets);
    if (db.isPostgres())
        db.post("SELECT id FROM ticket WHERE id IN (SELECT k FROM {batch}) ORDER BY id FOR UPDATE", batch);
    std::vector<Known> out;
    const Rows rows = db.run(
        "SELECT t.id, t.event_id, t.ticket_type_id, t.seat_id, t.state, t.generation, t.holder_id, t.number, t.issuer, o.id, "
        "(SELECT count(*) FROM ticket_change c WHERE c.ticket_id = t.id) FROM {batch} JOIN ticket t ON t.id = batch.k "
        "JOIN order_line l ON l.ticket_id = t.id JOIN orders o ON o.id = l.order_id AND o.kind <> 'refund'", batch);
    for (const Row &row : rows) {
        Known known;
        known.ticket = {row.id<TicketId>(0), TicketNumber::parse(row.text(7)).value_or(TicketNumber()), row.id<EventId>(1), row.id<TicketTypeId>(2),
                        row.id<SeatId>(3), ticketStateFrom(row.text(4)), int(row.number(5)), int(row.number(8)), row.id<CustomerId>(6)};
        known.order = row.id<OrderId>(9);
        known.changes = int(row.number(10));
        out.push_back(known);
    }
    return out;
}

void add(Database &db, std::span<const Change> changes, StaffId by, Instant at, ChainId chain, qint64 seq)
{
    Batch rows{{"id", ColumnType::Uuid}, {"ticket_id", ColumnType::Uuid}, {"number", ColumnType::Int}, {"kind", ColumnType::Text},
               {"generation", ColumnType::Int}, {"staff_id", ColumnType::Uuid}, {"at", ColumnType::Int}, {"chain_id", ColumnType::Uuid},
               {"seq", ColumnType::Int}};
    Batch tickets{{"k", ColumnType::Uuid}, {"st", ColumnType::Text}, {"g", ColumnType::Int}, {"h", ColumnType::Uuid}};
    for (const Change &change : changes) {
        rows.add({change.id, change.ticket.id, change.number, change.kind, change.ticket.generation, by, at, chain, seq});
        tickets.add({change.ticket.id, stateName(change.ticket.state), change.ticket.generation, change.ticket.holder});
    }
    db.post("INSERT INTO ticket_change (id, ticket_id, number, kind, generation, staff_id, at, chain_id, seq) "
           "SELECT id, ticket_id, number, kind, generation, staff_id, at, chain_id, seq FROM {batch}", rows);
    db.post("UPDATE ticket SET state = batch.st, generation = batch.g, holder_id = batch.h FROM {batch} WHERE id = batch.k", tickets);
}

std::vector<std::pair<TicketId, int>> reprints(Database &db, OrderId order)
{
    std::vector<std::pair<TicketId, int>> out;
    for (const Row &row : db.run("SELECT c.ticket_id, count(*) FROM order_line l JOIN ticket_change c ON c.ticket_id = l.ticket_id "
                                 "WHERE l.order_id = ? AND c.kind = 'reprinted' GROUP BY c.ticket_id", {order}))
        out.emplace_back(row.id<TicketId>(0), int(row.number(1)));
    return out;
}

} // namespace foyer::ticketchange_store
