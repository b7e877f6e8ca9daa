#include "core/storage/ordersearch_store.h"

#include "core/storage/writer.h"

namespace foyer::ordersearch_store {

namespace {

std::vector<Match> matchesFrom(const Rows &rows)
{
    std::vector<Match> out;
    for (const Row &row : rows)
        out.push_back({row.id<OrderId>(0), row.text(1)});
    return out;
}

/// Behind every text that begins like this one.
QString endOf(const QString &beginning)
{
    return beginning + QChar(0x7f); // numbers are plain ASCII
}

} // namespace

std::vector<Match> latest(Database &db, int limit)
{
    return matchesFrom(db.run("SELECT id, '' FROM orders WHERE kind <> 'refund' ORDER BY created_at DESC LIMIT ?", {limit}));
}

std::vector<Match> madeBetween(Database &db, Instant from, Instant to, int limit)
{
    return matchesFrom(db.run("SELECT id, '' FROM orders WHERE created_at >= ? AND created_at < ? AND kind <> 'refund' ORDER BY created_at DESC LIMIT ?",
                              {from, to, limit}));
}

// PostgreSQL compares by the bytes of a text with operators and an index of their own, whatever the language of the database.

std::vector<Match> byNumber(Database &db, const QString &beginning, int limit)
{
    return matchesFrom(db.isPostgres()
        ? db.run("SELECT coalesce(refers_to, id), number FROM orders WHERE number ~>=~ ? AND number ~<~ ? ORDER BY number USING ~<~ LIMIT ?",
                 {beginning, endOf(beginning), limit})
        : db.run("SELECT coalesce(refers_to, id), number FROM orders WHERE number >= ? AND number < ? ORDER BY number LIMIT ?",
                 {beginning, endOf(beginning), limit}));
}

std::vector<Match> byCounter(Database &db, const QString &beginning, int limit)
{
    // A chain's letters begin the numbers of its orders; there are as many as connections that ever sold.
    Batch batch{{"a", ColumnType::Text}, {"z", ColumnType::Text}};
    for (const Row &row : db.run("SELECT number FROM chain")) {
        const QString begins = chainLetters(row.number(0)) + u'-' + beginning;
        batch.add({begins, endOf(begins)});
    }
    std::vector<Match> found = matchesFrom(db.isPostgres()
        ? db.run("SELECT coalesce(o.refers_to, o.id), o.number FROM {batch} CROSS JOIN LATERAL (SELECT id, refers_to, number FROM orders "
                 "WHERE number ~>=~ batch.a AND number ~<~ batch.z ORDER BY number USING ~<~ LIMIT ?) o", // ordered: else it may read all
                 batch, {}, {limit})
        : db.run("SELECT coalesce(o.refers_to, o.id), o.number FROM {batch} JOIN orders o ON o.number >= batch.a AND o.number < batch.z LIMIT ?",
                 batch, {}, {limit}));
    if (found.size() > size_t(limit)) // SQLite asks once a row
        found.resize(size_t(limit));
    return found;
}

std::vector<Match> byTicket(Database &db, const QString &beginning, int limit)
{
    return matchesFrom(db.isPostgres()
        ? db.run("SELECT o.id, t.number FROM (SELECT id, number FROM ticket WHERE number ~>=~ ? AND number ~<~ ? ORDER BY number USING ~<~ LIMIT ?) t "
                 "JOIN order_line l ON l.ticket_id = t.id JOIN orders o ON o.id = l.order_id AND o.kind <> 'refund'",
                 {beginning, endOf(beginning), limit})
        : db.run("SELECT o.id, t.number FROM (SELECT id, number FROM ticket WHERE number >= ? AND number < ? ORDER BY number LIMIT ?) t "
                 "JOIN order_line l ON l.ticket_id = t.id JOIN orders o ON o.id = l.order_id AND o.kind <> 'refund'",
                 {beginning, endOf(beginning), limit}));
}

std::vector<Match> bySeat(Database &db, const SeatLabel &seat, Instant since, int limit)
{
    const QString zone = seat.zone.toLower();
    // CROSS JOIN: SQLite follows the order in which the tables stand, from the few seats of that label; PostgreSQL finds it by itself.
    return matchesFrom(db.run(
        "SELECT o.id, s.zone || ' ' || s.row_name || '-' || s.number FROM seat s CROSS JOIN event e CROSS JOIN claim c "
        "CROSS JOIN order_line l CROSS JOIN orders o WHERE e.plan_id = s.plan_id AND c.event_id = e.id AND c.seat_id = s.id AND c.state = 'sold' "
        "AND l.ticket_id = c.ticket_id AND o.id = l.order_id AND o.kind <> 'refund' AND s.row_name = ? AND s.number = ? AND e.starts_at >= ? "
        "AND substr(lower(s.zone), 1, ?) = ? ORDER BY e.starts_at LIMIT ?",
        {seat.row.toUpper(), seat.number.toUpper(), since, int(zone.size()), zone, limit}));
}

std::vector<Match> byCustomers(Database &db, std::span<const CustomerId> customers, int limit)
{
    Batch batch{{"c", ColumnType::Uuid}};
    for (const CustomerId customer : customers)
        batch.add({customer});
    std::vector<Match> found = matchesFrom(db.run(
        "SELECT o.id, '' FROM {batch} JOIN reservation r ON r.customer_id = batch.c JOIN orders o ON o.reservation_id = r.id "
        "ORDER BY o.created_at DESC LIMIT ?", batch, {}, {limit}));
    if (found.size() > size_t(limit))
        found.resize(size_t(limit));
    return found;
}

std::vector<ReservationId> reservationsBetween(Database &db, const QUuid &first, const QUuid &last, int limit)
{
    std::vector<ReservationId> out;
    for (const Row &row : db.run("SELECT id FROM reservation WHERE id >= ? AND id <= ? AND state <> 'completed' ORDER BY id LIMIT ?",
                                 {Param::uuidOrZeros(first), Param::uuidOrZeros(last), limit}))
        out.push_back(row.id<ReservationId>(0));
    return out;
}

std::vector<ReservationId> reservationsOf(Database &db, std::span<const CustomerId> customers, int limit)
{
    Batch batch{{"c", ColumnType::Uuid}};
    for (const CustomerId customer : customers)
        batch.add({customer});
    std::vector<ReservationId> out;
    for (const Row &row : db.run("SELECT r.id FROM {batch} JOIN reservation r ON r.customer_id = batch.c WHERE r.state <> 'completed' "
                                 "ORDER BY r.created_at DESC LIMIT ?", batch, {}, {limit}))
        if (out.size() < size_t(limit)) // SQLite asks once a row
            out.push_back(row.id<ReservationId>(0));
    return out;
}

// In two steps: each follows an index of few rows. A live one expires after it was made.
std::vector<ReservationId> reservationsMade(Database &db, Instant from, Instant to, int limit)
{
    std::vector<ReservationId> out;
    for (const Row &row : db.run("SELECT id FROM reservation WHERE state IN ('released', 'expired') AND created_at >= ? AND created_at < ? "
                                 "ORDER BY created_at DESC LIMIT ?", {from, to, limit}))
        out.push_back(row.id<ReservationId>(0));
    for (const Row &row : db.run("SELECT id FROM reservation WHERE state = 'active' AND expires_at > ? AND created_at >= ? AND created_at < ? "
                                 "ORDER BY created_at DESC LIMIT ?", {from, from, to, limit}))
        out.push_back(row.id<ReservationId>(0));
    for (const Row &row : db.run("SELECT id FROM reservation WHERE state = 'paying' AND created_at >= ? AND created_at < ? "
                                 "ORDER BY created_at DESC LIMIT ?", {from, to, limit}))
        out.push_back(row.id<ReservationId>(0));
    return out;
}

std::vector<ReservationId> reservationsOfSeat(Database &db, const SeatLabel &seat, Instant since, int limit)
{
    const QString zone = seat.zone.toLower();
    std::vector<ReservationId> out;
    for (const Row &row : db.run( // CROSS JOIN: as in bySeat()
        "SELECT r.id FROM seat s CROSS JOIN event e CROSS JOIN reservation_line l CROSS JOIN reservation r WHERE e.plan_id = s.plan_id "
        "AND l.seat_id = s.id AND l.event_id = e.id AND r.id = l.reservation_id AND r.state <> 'completed' AND s.row_name = ? AND s.number = ? "
        "AND e.starts_at >= ? AND substr(lower(s.zone), 1, ?) = ? ORDER BY r.created_at DESC LIMIT ?",
        {seat.row.toUpper(), seat.number.toUpper(), since, int(zone.size()), zone, limit}))
        out.push_back(row.id<ReservationId>(0));
    return out;
}

std::vector<OrderHead> heads(Database &db, std::span<const OrderId> orders)
{
    Batch batch{{"o", ColumnType::Uuid}};
    for (const OrderId order : orders)
        batch.add({order});
    std::vector<OrderHead> out;
    const Rows rows = db.run(
        "SELECT o.id, o.number, o.kind, o.created_at, o.total, o.currency, count(l.id), "
        "CAST(sum(CASE WHEN t.state = 'valid' THEN 1 ELSE 0 END) AS BIGINT), CAST(sum(CASE WHEN t.state = 'revoked' THEN 1 ELSE 0 END) AS BIGINT), "
        "min(e.name), count(DISTINCT l.event_id), min(coalesce(c.name, '')) FROM {batch} JOIN orders o ON o.id = batch.o "
        "JOIN order_line l ON l.order_id = o.id JOIN ticket t ON t.id = l.ticket_id JOIN event e ON e.id = l.event_id "
        "LEFT JOIN reservation r ON r.id = o.reservation_id LEFT JOIN customer c ON c.id = r.customer_id "
        "GROUP BY o.id, o.number, o.kind, o.created_at, o.total, o.currency", batch);
    for (const Row &row : rows)
        out.push_back({row.id<OrderId>(0), row.text(1), orderKindFrom(row.text(2)), row.instant(3), row.money(4, 5), int(row.number(6)),
                       int(row.number(7)), int(row.number(8)), row.text(9), int(row.number(10)), row.text(11)});
    return out;
}

QString timeZone(Database &db)
{
    const Rows rows = db.run("SELECT time_zone FROM venue ORDER BY name LIMIT 1");
    return rows.empty() ? QString() : rows.front().text(0);
}

} // namespace foyer::ordersearch_store
