#include "core/services/permission.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace foyer {

namespace {

struct RoleEntry {
    Role role;
    const char *name;
};

constexpr std::array Roles{
    RoleEntry{Role::Cashier, "cashier"},   RoleEntry{Role::Steward, "steward"},
    RoleEntry{Role::Supervisor, "supervisor"}, RoleEntry{Role::Manager, "manager"},
    RoleEntry{Role::Administrator, "administrator"},
};

QString verb(Permission permission)
{
    switch (permission) {
    case Permission::Sell:
        return QCoreApplication::translate("Permission", "sell tickets");
    case Permission::SellHouseSeats:
        return QCoreApplication::translate("Permission", "sell seats kept for the house");
    case Permission::BlockSeats:
        return QCoreApplication::translate("Permission", "take seats out of sale");
    case Permission::ManageCatalogue:
        return QCoreApplication::translate("Permission", "change events and prices");
    case Permission::ManageStaff:
        return QCoreApplication::translate("Permission", "change staff");
    case Permission::SeeStatistics:
        return QCoreApplication::translate("Permission", "see statistics");
    case Permission::CorrectTenders:
        return QCoreApplication::translate("Permission", "correct a payment that somebody else took");
    case Permission::SettlePayments:
        return QCoreApplication::translate("Permission", "settle payments without an answer");
    case Permission::Refund:
        return QCoreApplication::translate("Permission", "take tickets back for their price");
    case Permission::GiveCash:
        return QCoreApplication::translate("Permission", "give cash out of the drawer");
    case Permission::ChangeTickets:
        return QCoreApplication::translate("Permission", "revoke tickets or pass them on");
    }
    return {};
}

} // namespace

bool may(Role role, Permission permission)
{
    switch (permission) {
    case Permission::Sell:
        return true; // stewards sell at the door
    case Permission::Refund:
    case Permission::GiveCash:
    case Permission::ChangeTickets:
        return role != Role::Steward;
    case Permission::SellHouseSeats:
    case Permission::BlockSeats:
    case Permission::CorrectTenders:
    case Permission::SettlePayments:
    case Permission::SeeStatistics:
        return role == Role::Supervisor || role == Role::Manager || role == Role::Administrator;
    case Permission::ManageCatalogue:
        return role == Role::Manager || role == Role::Administrator;
    case Permission::ManageStaff:
        return role == Role::Administrator;
    }
    return false;
}

Result<void> require(const Actor &actor, Permission permission)
{
    if (may(actor.role, permission))
        return {};
    return fail(ErrorCode::PermissionDenied, {verb(permission)});
}

QString roleName(Role role)
{
    for (const RoleEntry &entry : Roles)
        if (entry.role == role)
            return QLatin1String(entry.name);
    return {};
}

Result<Role> roleFromName(QStringView name)
{
    for (const RoleEntry &entry : Roles)
        if (name == QLatin1String(entry.name))
            return entry.role;
    return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "\"%1\" is not a role").arg(name.left(40))});
}

} // namespace foyer
