// Archive: events that are over and done with become read-only and leave the pickers; searches find them, statistics count
// them, and they can be brought back.
#pragma once

#include "core/services/permission.h"

#include <span>

namespace foyer {

class Inventory;
class Work;
class Writer;

class Archive
{
public:
    /// Days after its end that an event is archived by itself, unless the house says otherwise.
    static constexpr int DefaultDays = 14;
    static constexpr int MaxDays = 3650;

    Archive(Writer &writer, Inventory &inventory) : m_writer(writer), m_inventory(inventory) {}

    /// All or none. Those that are archived already stay so. InvalidInput for an event that is not over, or of which something is
    /// open still: a reservation, or a payment without an answer. NotFound, PermissionDenied.
    Result<void> archive(const Actor &actor, std::span<const EventId> events);
    /// Everything is as it was. Those that are not archived stay so.
    Result<void> bringBack(const Actor &actor, std::span<const EventId> events);

    /// Archives what is over since the days of the rule, with nothing open. Returns how many events.
    Result<int> sweep(const Actor &actor);

    /// 0: nothing is archived by itself.
    Result<int> daysAfter();
    Result<void> setDaysAfter(const Actor &actor, int days);

private:
    Result<int> sweepSome(const Actor &actor, int days);

    Writer &m_writer;
    Inventory &m_inventory;
};

} // namespace foyer
