// Roles, and what each may do. Every verb asks here first.
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"

namespace foyer {

enum class Role { Cashier, Steward, Supervisor, Manager, Administrator };

enum class Permission {
    Sell,             ///< reserve, take money, print
    SellHouseSeats,   ///< sell seats kept for the house
    BlockSeats,       ///< kill seats, keep them for the house, free them
    ManageCatalogue,  ///< venues, plans, events, prices, capacity
    ManageStaff,
    SeeStatistics,
    CorrectTenders,   ///< say that a payment of somebody else was made with another tender
    SettlePayments,   ///< decide an attempt whose outcome nobody knows
    Refund,           ///< take tickets back for their price
    GiveCash,         ///< out of the drawer, for tickets that were taken back
    ChangeTickets,    ///< revoke, reinstate, pass on to somebody else
};

/// Who does it, where, on whose drawer. Every verb takes one.
struct Actor {
    StaffId staff;
    Role role = Role::Cashier;
    TerminalId terminal;
    ShiftId shift; ///< null when no drawer is needed
};

bool may(Role role, Permission permission);
/// PermissionDenied with the verb in words.
Result<void> require(const Actor &actor, Permission permission);

QString roleName(Role role);                 ///< "cashier": the stored form
Result<Role> roleFromName(QStringView name); ///< InvalidInput for anything else

} // namespace foyer
