#include "core/storage/archive_store.h"

namespace foyer::archive_store {

namespace {

Batch archiveBatch(std::span<const EventId> events)
{
    Batch batch{{"e", ColumnType::Uuid}};
    for (const EventId event : events)
        batch.add({event});
    return batch;
}

} // namespace

QStringList archivedAmong(Database &db, std::span<const EventId> events, bool hold)
{
    const Batch batch = archiveBatch(events);
    const Rows rows = db.isPostgres() && hold
        ? db.run("SELECT name, archived_at FROM event WHERE id IN (SELECT e FROM {batch}) ORDER BY id FOR KEY SHARE", batch)
        : db.run("SELECT name, archived_at FROM event WHERE id IN (SELECT e FROM {batch}) ORDER BY id", batch);
    QStringList names;
    for (const Row &row : rows)
        if (!row.isNull(1))
            names << row.text(0);
    return names;
}

// Whoever sells a ticket holds a key of its event's row until the sale is committed: the strongest lock waits for them all.
std::vector<Known> lock(Database &db, std::span<const EventId> events)
{
    const Batch batch = archiveBatch(events);
    const Rows rows = db.isPostgres()
        ? db.run("SELECT id, name, ends_at, archived_at FROM event WHERE id IN (SELECT e FROM {batch}) ORDER BY id FOR UPDATE", batch)
        : db.run("SELECT id, name, ends_at, archived_at FROM event WHERE id IN (SELECT e FROM {batch}) ORDER BY id", batch);
    std::vector<Known> out;
    for (const Row &row : rows)
        out.push_back({row.id<EventId>(0), row.text(1), row.instant(2), row.optionalInstant(3)});
    return out;
}

qint64 openThings(Database &db, EventId event)
{
    // A branch for each state, so that each follows the partial index of its own.
    return db.run("SELECT (SELECT count(DISTINCT r.id) FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id WHERE r.state = 'active' AND l.event_id = ?) "
                  "+ (SELECT count(DISTINCT r.id) FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id WHERE r.state = 'paying' AND l.event_id = ?) "
                  "+ (SELECT count(DISTINCT p.id) FROM payment p JOIN reservation_line l ON l.reservation_id = p.reservation_id "
                  "JOIN reservation r ON r.id = p.reservation_id AND r.state <> 'paying' WHERE p.state IN ('created', 'sent', 'unknown') AND l.event_id = ?)"
                  "+ (SELECT count(*) FROM door_grant g WHERE g.event_id = ? AND g.state <> 'revoked' AND EXISTS (SELECT 1 FROM door_place p WHERE p.grant_id = g.id AND p.state = 'granted'))",
                  {event, event, event, event}).front().number(0);
}

std::vector<EventId> due(Database &db, Instant endedBefore, int limit)
{
    std::vector<EventId> out;
    for (const Row &row : db.run(
             "SELECT id FROM event WHERE archived_at IS NULL AND ends_at <= ? AND id NOT IN ("
             "SELECT l.event_id FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id WHERE r.state = 'active' UNION ALL "
             "SELECT l.event_id FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id WHERE r.state = 'paying' UNION ALL "
             "SELECT l.event_id FROM payment p JOIN reservation_line l ON l.reservation_id = p.reservation_id WHERE p.state IN ('created', 'sent', 'unknown') UNION ALL "
             "SELECT g.event_id FROM door_grant g JOIN door_place p ON p.grant_id = g.id AND p.state = 'granted' WHERE g.state <> 'revoked') "
             "ORDER BY ends_at, id LIMIT ?", {endedBefore, limit}))
        out.push_back(row.id<EventId>(0));
    return out;
}

void set(Database &db, EventId event, std::optional<Instant> archivedAt)
{
    db.run("UPDATE event SET archived_at = ? WHERE id = ?", {archivedAt, event});
}

std::vector<std::pair<EventId, Instant>> all(Database &db)
{
    std::vector<std::pair<EventId, Instant>> out;
    for (const Row &row : db.run("SELECT id, archived_at FROM event WHERE archived_at IS NOT NULL"))
        out.emplace_back(row.id<EventId>(0), row.instant(1));
    return out;
}

} // namespace foyer::archive_store
