#include "core/storage/gift_store.h"

namespace foyer::gift_store {

namespace {

Batch waitingBatch(std::span<const TicketId> tickets)
{
    Batch batch{{"k", ColumnType::Uuid}};
    for (const TicketId ticket : tickets)
        batch.add({ticket});
    return batch;
}

} // namespace

void lock(Database &db, Turn turn)
{
    if (!db.isPostgres()) // SQLite has one writer
        return;
    if (turn == Turn::Giving)
        db.run("SELECT pg_advisory_xact_lock(hashtextextended('foyer gifts', 0))");
    else
        db.run("SELECT pg_advisory_xact_lock_shared(hashtextextended('foyer gifts', 0))");
}

void wait(Database &db, std::span<const TicketId> tickets, const QString &email, Instant now)
{
    Batch batch{{"k", ColumnType::Uuid}, {"m", ColumnType::Text}, {"x", ColumnType::Int}};
    for (const TicketId ticket : tickets)
        batch.add({ticket, email, now});
    db.run("INSERT INTO ticket_waiting (ticket_id, email, at) SELECT k, m, x FROM {batch} WHERE true "
           "ON CONFLICT (ticket_id) DO UPDATE SET email = excluded.email, at = excluded.at", batch);
}

void forget(Database &db, std::span<const TicketId> tickets)
{
    db.run("DELETE FROM ticket_waiting WHERE ticket_id IN (SELECT k FROM {batch})", waitingBatch(tickets));
}

std::vector<TicketId> waitingFor(Database &db, const QString &email)
{
    std::vector<TicketId> out;
    for (const Row &row : db.run("SELECT ticket_id FROM ticket_waiting WHERE email = ? ORDER BY ticket_id", {email}))
        out.push_back(row.id<TicketId>(0));
    return out;
}

std::vector<TicketId> take(Database &db, std::span<const TicketId> tickets, const QString &email)
{
    std::vector<TicketId> out;
    for (const Row &row : db.run("DELETE FROM ticket_waiting WHERE ticket_id IN (SELECT k FROM {batch}) AND email = ? RETURNING ticket_id",
                                 waitingBatch(tickets), {}, {email}))
        out.push_back(row.id<TicketId>(0));
    return out;
}

QHash<TicketId, QString> ofOrder(Database &db, OrderId order)
{
    QHash<TicketId, QString> out;
    for (const Row &row : db.run("SELECT w.ticket_id, w.email FROM order_line l JOIN ticket_waiting w ON w.ticket_id = l.ticket_id WHERE l.order_id = ?", {order}))
        out.insert(row.id<TicketId>(0), row.text(1));
    return out;
}

} // namespace foyer::gift_store
