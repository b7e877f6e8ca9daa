// The rule of the archive: an archived event is read-only. Every verb that changes an event's places, tickets or prices asks here.
#pragma once

#include "core/domain/sale.h"

#include <span>

namespace foyer {
class Database;
}

namespace foyer::archiverules {

/// An event may be named twice. EventArchived names what is in the archive. Within a unit of work: nobody archives them until it ends.
Result<void> mayChange(Database &db, std::span<const EventId> events);
Result<void> mayChange(Database &db, std::span<const OrderLine> lines);
/// The same for saying it before anything is asked for; holds nobody up.
Result<void> wouldChange(Database &db, std::span<const OrderLine> lines);

} // namespace foyer::archiverules
