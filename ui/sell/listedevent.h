// ListedEvent: an event as the sell page knows it.
#pragma once

#include "core/services/inventory.h"
#include "core/domain/catalogue.h"
#include "ui/widgets/placesbar.h"

#include <QtCore/QDateTime>

namespace foyer {

/// Which events the list shows.
enum class EventScope { OnSale, Over, Archived };

struct ListedEvent {
    Event event;
    QString venueName;
    QDateTime startsAt; ///< in the venue's zone
    EventAvailability availability; ///< no types until the first answer
    EventScope scope = EventScope::OnSale;

    bool isCounted() const { return !availability.types.empty(); }
    Places places() const
    {
        const TypeAvailability total = availability.total();
        return {total.available(), total.capacity};
    }
    int available(TicketTypeId type) const
    {
        for (const TypeAvailability &one : availability.types)
            if (one.ticketType == type)
                return one.available();
        return 0;
    }
};

} // namespace foyer
