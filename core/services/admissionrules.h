// The rule of what somebody came in with: it is taken back, exchanged or passed on only with a supervisor's leave.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

#include <span>

namespace foyer {
class Database;
}

namespace foyer::admissionrules {

/// Within a unit of work, after the lock of the sale: nobody comes in with one of them until it ends. AlreadyAdmitted names them.
Result<void> mayUndo(Database &db, const Actor &actor, std::span<const TicketId> tickets);
Result<void> mayUndo(Database &db, const Actor &actor, std::span<const OrderLine> lines);

} // namespace foyer::admissionrules
