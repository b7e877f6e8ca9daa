#include "core/storage/statistics_store.h"

namespace foyer::statistics_store {

// The condition for the selected events stands in every statement alike: period, then one event or all.

std::vector<TypeRow> types(Database &database, const Selection &selection)
{
    const Rows rows = database.run(
        "SELECT e.id, e.name, e.starts_at, v.currency, t.id, t.name, coalesce(-a.capacity, 0) FROM event e JOIN venue v ON v.id = e.venue_id "
        "LEFT JOIN ticket_type t ON t.event_id = e.id "
        "LEFT JOIN allotment a ON a.ticket_type_id = t.id AND a.owner = 'unissued' AND a.owner <> 'terminal' "
        "WHERE e.starts_at >= ? AND e.starts_at < ? AND (? = 1 OR e.id = ?) AND e.status <> 'draft' "
        "ORDER BY e.starts_at, e.number, t.number",
        {selection.from, selection.to, selection.event.isNull(), selection.event});
    std::vector<TypeRow> found;
    found.reserve(rows.size());
    for (const Row &row : rows)
        found.push_back({row.id<EventId>(0), row.text(1), row.instant(2), row.currency(3), row.id<TicketTypeId>(4), row.text(5), int(row.number(6))});
    return found;
}

std::vector<SoldRow> sold(Database &database, const Selection &selection)
{
    const Rows rows = database.run(
        "SELECT l.ticket_type_id, count(*), CAST(sum(l.unit_price - l.discount + l.fee) AS BIGINT), CAST(sum(l.fee) AS BIGINT), "
        "CAST(sum(CASE WHEN o.kind = 'comp' THEN 1 ELSE 0 END) AS BIGINT) FROM event e JOIN order_line l ON l.event_id = e.id JOIN orders o ON o.id = l.order_id JOIN ticket t ON t.id = l.ticket_id "
        "WHERE e.starts_at >= ? AND e.starts_at < ? AND (? = 1 OR e.id = ?) AND e.status <> 'draft' "
        "AND t.state <> 'void' AND o.kind <> 'refund' GROUP BY l.ticket_type_id",
        {selection.from, selection.to, selection.event.isNull(), selection.event});
    std::vector<SoldRow> found;
    for (const Row &row : rows)
        found.push_back({row.id<TicketTypeId>(0), int(row.number(1) - row.number(4)), row.number(2), row.number(3), int(row.number(4))});
    return found;
}

std::vector<RefundedRow> refunded(Database &database, const Selection &selection)
{
    const Rows rows = database.run(
        "SELECT l.ticket_type_id, count(*), CAST(sum(l.unit_price - l.discount + l.fee) AS BIGINT) FROM event e JOIN order_line l ON l.event_id = e.id "
        "JOIN orders o ON o.id = l.order_id WHERE e.starts_at >= ? AND e.starts_at < ? AND (? = 1 OR e.id = ?) AND e.status <> 'draft' "
        "AND o.kind = 'refund' AND o.exchange_id IS NULL GROUP BY l.ticket_type_id",
        {selection.from, selection.to, selection.event.isNull(), selection.event});
    std::vector<RefundedRow> found;
    for (const Row &row : rows)
        found.push_back({row.id<TicketTypeId>(0), int(row.number(1)), row.number(2)});
    return found;
}

std::vector<AdmittedRow> admitted(Database &database, const Selection &selection)
{
    const Rows rows = database.run(
        "SELECT t.ticket_type_id, count(*) FROM event e JOIN admission a ON a.event_id = e.id AND a.number = 1 JOIN ticket t ON t.number = a.ticket_number "
        "WHERE e.starts_at >= ? AND e.starts_at < ? AND (? = 1 OR e.id = ?) AND e.status <> 'draft' GROUP BY t.ticket_type_id",
        {selection.from, selection.to, selection.event.isNull(), selection.event});
    std::vector<AdmittedRow> found;
    for (const Row &row : rows)
        found.push_back({row.id<TicketTypeId>(0), int(row.number(1))});
    return found;
}

std::vector<ReservedRow> reserved(Database &database, const Selection &selection, Instant now)
{
    // Two branches, so that each can use the index of its state.
    const Rows rows = database.run(
        "SELECT l.ticket_type_id, CAST(sum(l.quantity) AS BIGINT) FROM "
        "(SELECT id FROM reservation WHERE state = 'active' AND expires_at > ? UNION ALL SELECT id FROM reservation WHERE state = 'paying') r "
        "JOIN reservation_line l ON l.reservation_id = r.id JOIN event e ON e.id = l.event_id "
        "WHERE e.starts_at >= ? AND e.starts_at < ? AND (? = 1 OR e.id = ?) AND e.status <> 'draft' GROUP BY l.ticket_type_id",
        {now, selection.from, selection.to, selection.event.isNull(), selection.event});
    std::vector<ReservedRow> found;
    for (const Row &row : rows)
        found.push_back({row.id<TicketTypeId>(0), int(row.number(1))});
    return found;
}

std::vector<DayRow> days(Database &database, const Selection &selection)
{
    const Rows rows = database.run(
        "SELECT s.day, CAST(sum(s.sold) AS BIGINT), CAST(sum(s.amount) AS BIGINT), s.currency FROM sales_rollup s JOIN event e ON e.id = s.event_id "
        "WHERE e.starts_at >= ? AND e.starts_at < ? AND (? = 1 OR e.id = ?) AND e.status <> 'draft' "
        "GROUP BY s.day, s.currency ORDER BY s.day, s.currency",
        {selection.from, selection.to, selection.event.isNull(), selection.event});
    std::vector<DayRow> found;
    for (const Row &row : rows)
        found.push_back({int(row.number(0)), int(row.number(1)), row.money(2, 3)});
    return found;
}

std::vector<CompRow> comps(Database &database, const Selection &selection)
{
    const Rows rows = database.run(
        "SELECT o.created_at, v.time_zone, o.currency, count(*), o.kind FROM (SELECT id, kind, currency, created_at FROM orders WHERE kind = 'comp' "
        "UNION ALL SELECT r.id, r.kind, r.currency, r.created_at FROM orders r JOIN orders c ON c.id = r.refers_to AND c.kind = 'comp' WHERE r.kind = 'refund') o "
        "JOIN order_line l ON l.order_id = o.id JOIN event e ON e.id = l.event_id JOIN venue v ON v.id = e.venue_id "
        "WHERE e.starts_at >= ? AND e.starts_at < ? AND (? = 1 OR e.id = ?) AND e.status <> 'draft' "
        "GROUP BY o.id, o.created_at, v.time_zone, o.currency, o.kind",
        {selection.from, selection.to, selection.event.isNull(), selection.event});
    std::vector<CompRow> found;
    for (const Row &row : rows)
        found.push_back({row.instant(0), QTimeZone(row.text(1).toUtf8()), row.currency(2), int(row.text(4) == QLatin1String("comp") ? row.number(3) : -row.number(3))});
    return found;
}

ReservationCounts reservations(Database &database, const Selection &selection, Instant now)
{
    const Rows rows = database.run(
        "SELECT count(*), coalesce(CAST(sum(CASE WHEN r.state = 'completed' THEN 1 ELSE 0 END) AS BIGINT), 0), "
        "coalesce(CAST(sum(CASE WHEN r.state = 'expired' OR (r.state = 'active' AND r.expires_at <= ?) THEN 1 ELSE 0 END) AS BIGINT), 0) "
        "FROM reservation r WHERE r.id IN (SELECT l.reservation_id FROM reservation_line l JOIN event e ON e.id = l.event_id "
        "WHERE e.starts_at >= ? AND e.starts_at < ? AND (? = 1 OR e.id = ?) AND e.status <> 'draft')",
        {now, selection.from, selection.to, selection.event.isNull(), selection.event});
    return {int(rows.front().number(0)), int(rows.front().number(1)), int(rows.front().number(2))};
}

} // namespace foyer::statistics_store
