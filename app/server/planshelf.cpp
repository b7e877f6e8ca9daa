#include "app/server/planshelf.h"

namespace foyer::server {

Result<PlanShelf::Plan> PlanShelf::plan(BoxOffice &office, PlanId id)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_plans.constFind(id); known != m_plans.constEnd())
            return *known;
    }
    auto read = office.catalogue().plan(id);
    if (!read)
        return fail(read.error());
    const Plan plan = std::make_shared<const SeatingPlan>(std::move(*read));
    const std::lock_guard lock(m_mutex);
    if (m_plans.size() >= MaxPlans)
        m_plans.clear();
    m_plans.insert(id, plan);
    return plan;
}

Result<EventId> PlanShelf::eventOf(BoxOffice &office, TicketTypeId type)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_eventOf.constFind(type); known != m_eventOf.constEnd())
            return *known;
    }
    const auto event = office.catalogue().eventOf(type);
    if (!event)
        return event;
    const std::lock_guard lock(m_mutex);
    if (m_eventOf.size() >= MaxTypes)
        m_eventOf.clear();
    m_eventOf.insert(type, *event);
    return event;
}

Result<PlanShelf::EventPtr> PlanShelf::event(BoxOffice &office, EventId id)
{
    const Instant now = m_clock.now();
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_events.constFind(id);
        if (known != m_events.constEnd() && now >= known->at && now < known->at + EventsFor)
            return known->event;
    }
    auto read = office.catalogue().event(id);
    if (!read)
        return fail(read.error());
    const EventPtr event = std::make_shared<const Event>(std::move(*read));
    const std::lock_guard lock(m_mutex);
    if (m_events.size() >= MaxEvents)
        m_events.clear();
    m_events.insert(id, {event, now});
    return event;
}

void PlanShelf::forget(EventId event)
{
    const std::lock_guard lock(m_mutex);
    m_events.remove(event);
}

} // namespace foyer::server
