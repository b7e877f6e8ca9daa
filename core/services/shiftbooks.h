// Shiftbooks: the transfers of a shift. Cash in the drawer comes from the house's float and goes back there; what a count finds
// too much or too little, and what is paid in or out by hand, has an account of its own.
#pragma once

#include "core/domain/shift.h"
#include "core/storage/ledger_store.h"

namespace foyer {

class Work;

namespace shiftbooks {

struct Booking {
    ledger_store::AccountKey debit;
    ledger_store::AccountKey credit;
    Money amount; ///< nothing is posted for zero
};

std::vector<Booking> floatIn(const DrawerShift &shift);
std::vector<Booking> moved(const DrawerShift &shift, CashMoveKind kind, Money amount);
/// The difference, then all that was counted out of the drawer: together they take out what was expected.
std::vector<Booking> closed(const ShiftReport &report);

/// Writes them with their facts into this unit of work.
void post(Work &work, const std::vector<Booking> &bookings);

} // namespace shiftbooks
} // namespace foyer
