// PlanShelf: seating plans, and which event a ticket type belongs to, kept once they were read: neither ever changes.
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

    Result<Plan> plan(BoxOffice &office, PlanId plan);
    /// NotFound.
    Result<EventId> eventOf(BoxOffice &office, TicketTypeId type);

private:
    static constexpr qsizetype MaxPlans = 64;
    static constexpr qsizetype MaxTypes = 100'000;

    std::mutex m_mutex; ///< guards both
    QHash<PlanId, Plan> m_plans;
    QHash<TicketTypeId, EventId> m_events;
};

} // namespace foyer::server
