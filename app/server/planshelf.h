// PlanShelf: what carts are read with: seating plans, which event a ticket type belongs to, and events as they were a moment ago.
#pragma once

#include "core/services/boxoffice.h"

#include <QtCore/QHash>

#include <memory>
#include <mutex>

namespace foyer::server {

/// Safe from any thread.
class PlanShelf
{
public:
    using Plan = std::shared_ptr<const SeatingPlan>;
    using EventPtr = std::shared_ptr<const Event>;

    /// How old an event may be that is handed out.
    static constexpr Milliseconds EventsFor{1'000};

    explicit PlanShelf(const Clock &clock) : m_clock(clock) {}

    /// Never changes once it is there.
    Result<Plan> plan(BoxOffice &office, PlanId plan);
    /// Never changes. NotFound.
    Result<EventId> eventOf(BoxOffice &office, TicketTypeId type);
    /// May be EventsFor old. NotFound.
    Result<EventPtr> event(BoxOffice &office, EventId event);
    /// The next event() reads it again.
    void forget(EventId event);

private:
    static constexpr qsizetype MaxPlans = 64;
    static constexpr qsizetype MaxTypes = 100'000;
    static constexpr qsizetype MaxEvents = 256;

    struct Seen {
        EventPtr event;
        Instant at;
    };

    const Clock &m_clock;
    std::mutex m_mutex; ///< guards all
    QHash<PlanId, Plan> m_plans;
    QHash<TicketTypeId, EventId> m_eventOf;
    QHash<EventId, Seen> m_events;
};

} // namespace foyer::server
