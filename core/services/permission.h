// Roles, and what each may do. Every verb asks here first.
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"

#include <QtCore/QJsonObject>

#include <optional>

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
    MoveWalletMoney,  ///< pay out of a wallet, and transfer between two
    ManageCustomers,  ///< merge, export and erase people, read them from a file
    MoveCash,         ///< pay in and out, open the drawer without a sale
    ReadShifts,       ///< X at any time, and the Zs of earlier shifts
    CloseShifts,      ///< count, close and hand over a shift of somebody else
    GiveDiscount,     ///< by hand, without a code
    SetHouseRules,    ///< such as whether cash needs an open shift
    Refund,           ///< take tickets back for their price
    GiveCash,         ///< out of the drawer, for tickets that were taken back
    ChangeTickets,    ///< revoke, reinstate, pass on to somebody else
    GiveComps,        ///< tickets free of charge
    Admit,            ///< scan at the doors
    UndoAdmitted,     ///< take back, exchange or pass on what somebody came in with
    GrantPlaces,      ///< give places to a door, take them back from one that was lost, settle its sales
};

/// Somebody who may do it stood by and allowed it with their own PIN, this verb alone. See Overrides.
struct Approval {
    StaffId by;
    Permission permission = Permission::Sell;

    bool operator==(const Approval &) const = default;
};

/// Who does it, where, on whose drawer. Every verb takes one.
struct Actor {
    StaffId staff;
    Role role = Role::Cashier;
    TerminalId terminal;
    ShiftId shift; ///< null when no drawer is needed
    std::optional<Approval> approval = {}; ///< for one call, never kept
};

bool may(Role role, Permission permission);
/// By the actor's role or by an approval for this verb. PermissionDenied with the verb in words.
Result<void> require(const Actor &actor, Permission permission);

/// Who did it, and who allowed it if their role did not: "by" and "approver" of a fact.
QJsonObject signedBy(const Actor &actor, QJsonObject fact);
QString permissionName(Permission permission); ///< "move_cash": as the journal says it
QString verbText(Permission permission);       ///< "pay cash in and out", translated

QString roleName(Role role);                 ///< "cashier": the stored form
Result<Role> roleFromName(QStringView name); ///< InvalidInput for anything else

} // namespace foyer
