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
        if (const auto known = m_events.constFind(type); known != m_events.constEnd())
            return *known;
    }
    const auto event = office.catalogue().eventOf(type);
    if (!event)
        return event;
    const std::lock_guard lock(m_mutex);
    if (m_events.size() >= MaxTypes)
        m_events.clear();
    m_events.insert(type, *event);
    return event;
}

} // namespace foyer::server
