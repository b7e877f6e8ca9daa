// The archive: which events are in it, which are ripe for it, and what keeps one out.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QStringList>

#include <span>

namespace foyer::archive_store {

/// The names of those that are archived. `hold`: none of them is archived or brought back before the unit of work ends.
QStringList archivedAmong(Database &db, std::span<const EventId> events, bool hold);

struct Known {
    EventId event;
    QString name;
    Instant endsAt;
    std::optional<Instant> archivedAt;
};

/// Waits for every sale of these events that is under way, and keeps others from beginning; by id, unknown ones are missing.
std::vector<Known> lock(Database &db, std::span<const EventId> events);

/// Reservations that live, and payments without a final answer.
qint64 openThings(Database &db, EventId event);

/// Ended before then and nothing open, the oldest first.
std::vector<EventId> due(Database &db, Instant endedBefore, int limit);

/// std::nullopt brings it back.
void set(Database &db, EventId event, std::optional<Instant> archivedAt);

/// Every event that is archived, and since when.
std::vector<std::pair<EventId, Instant>> all(Database &db);

} // namespace foyer::archive_store
