// Carts that were set aside.
#pragma once

#include "core/storage/database.h"

namespace foyer::parked_store {

struct Parked {
    ReservationId reservation;
    QString label;
    TerminalId terminal;
    QString terminalName;
    QString staffName; ///< empty when the house itself did it
    Instant at;
};

/// A cart that is parked already gets the new label.
void park(Database &db, const Parked &cart, StaffId staff);
/// False when somebody else was faster.
bool take(Database &db, ReservationId reservation);
/// Those whose time ended after `since` or still runs, oldest first.
std::vector<Parked> list(Database &db, Instant since, int limit);
/// Forgets what list() would not show any more.
void tidy(Database &db, Instant since);

} // namespace foyer::parked_store
