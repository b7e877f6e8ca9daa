#include "core/storage/option_store.h"

namespace foyer::option_store {

namespace {

Batch typeBatch(std::span<const TicketTypeId> types)
{
    Batch batch{{"t", ColumnType::Uuid}};
    for (const TicketTypeId type : types)
        batch.add({type});
    return batch;
}

} // namespace

void insert(Database &db, std::span<const NewRow> rows)
{
    Batch batch{{"t", ColumnType::Uuid}, {"e", ColumnType::Uuid}, {"p", ColumnType::Uuid}};
    for (const NewRow &row : rows)
        batch.add({row.type, row.event, row.level});
    db.post("INSERT INTO ticket_option (ticket_type_id, event_id, price_level_id, allotment_id) "
           "SELECT batch.t, batch.e, batch.p, a.id FROM {batch} JOIN allotment a ON a.ticket_type_id = batch.t AND a.owner = 'house' AND a.owner <> 'terminal'",
           batch);
}

std::vector<Row> find(Database &db, std::span<const TicketTypeId> types)
{
    std::vector<Row> out;
    for (const foyer::Row &row : db.run(
             "SELECT o.ticket_type_id, o.event_id, o.price_level_id, o.allotment_id, t.name, e.status, v.currency, v.time_zone FROM {batch} "
             "JOIN ticket_option o ON o.ticket_type_id = batch.t JOIN ticket_type t ON t.id = batch.t "
             "JOIN event e ON e.id = o.event_id JOIN venue v ON v.id = e.venue_id", typeBatch(types)))
        out.push_back({row.id<TicketTypeId>(0), row.id<EventId>(1), row.id<PriceLevelId>(2), row.id<AllotmentId>(3), row.text(4),
                       row.text(5) == QLatin1String("on_sale"), row.currency(6), QTimeZone(row.text(7).toUtf8())});
    return out;
}

std::vector<Left> left(Database &db, std::span<const TicketTypeId> types, Instant now)
{
    std::vector<Left> out;
    for (const foyer::Row &row : db.run(
             "SELECT o.ticket_type_id, t.name, e.description, a.capacity - a.held - a.sold + CASE WHEN a.held = 0 THEN 0 ELSE "
             "(SELECT coalesce(CAST(sum(l.quantity) AS BIGINT), 0) FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id "
             "WHERE r.state = 'active' AND r.expires_at <= ? AND l.allotment_id = a.id) END FROM {batch} "
             "JOIN ticket_option o ON o.ticket_type_id = batch.t JOIN ticket_type t ON t.id = batch.t "
             "JOIN event e ON e.id = o.event_id JOIN allotment a ON a.id = o.allotment_id", typeBatch(types), {now}))
        out.push_back({row.id<TicketTypeId>(0), row.text(1), row.text(2), qMax(qint64(0), row.number(3))});
    return out;
}

} // namespace foyer::option_store
