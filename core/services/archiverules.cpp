#include "core/services/archiverules.h"

#include "core/storage/archive_store.h"

#include <algorithm>

namespace foyer::archiverules {

namespace {

Result<void> unlessArchived(Database &db, std::vector<EventId> events, bool hold)
{
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    const QStringList archived = archive_store::archivedAmong(db, events, hold);
    return archived.isEmpty() ? Result<void>() : fail(ErrorCode::EventArchived, {archived.front()});
}

std::vector<EventId> eventsOfLines(std::span<const OrderLine> lines)
{
    std::vector<EventId> events;
    for (const OrderLine &line : lines)
        events.push_back(line.ticket.event);
    return events;
}

} // namespace

Result<void> mayChange(Database &db, std::span<const EventId> events)
{
    return unlessArchived(db, {events.begin(), events.end()}, true);
}

Result<void> mayChange(Database &db, std::span<const OrderLine> lines)
{
    return unlessArchived(db, eventsOfLines(lines), true);
}

Result<void> wouldChange(Database &db, std::span<const OrderLine> lines)
{
    return unlessArchived(db, eventsOfLines(lines), false);
}

} // namespace foyer::archiverules
