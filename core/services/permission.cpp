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
    case Permission::MoveWalletMoney:
        return QCoreApplication::translate("Permission", "pay out and transfer a customer's money");
    case Permission::ManageCustomers:
        return QCoreApplication::translate("Permission", "merge, export and erase customers");
    case Permission::MoveCash:
        return QCoreApplication::translate("Permission", "pay cash in and out, and open the drawer without a sale");
    case Permission::ReadShifts:
        return QCoreApplication::translate("Permission", "read what a shift has taken");
    case Permission::CloseShifts:
        return QCoreApplication::translate("Permission", "count and close the shift of somebody else");
    case Permission::GiveDiscount:
        return QCoreApplication::translate("Permission", "give a discount without a code");
    case Permission::SetHouseRules:
        return QCoreApplication::translate("Permission", "change the rules of the house");
    case Permission::Refund:
        return QCoreApplication::translate("Permission", "take tickets back for their price");
    case Permission::GiveCash:
        return QCoreApplication::translate("Permission", "give cash out of the drawer");
    case Permission::ChangeTickets:
        return QCoreApplication::translate("Permission", "revoke tickets or pass them on");
    case Permission::GiveComps:
        return QCoreApplication::translate("Permission", "give tickets free of charge");
    case Permission::Admit:
        return QCoreApplication::translate("Permission", "admit people at the doors");
    case Permission::UndoAdmitted:
        return QCoreApplication::translate("Permission", "take back tickets that somebody came in with, or pass them on");
    case Permission::GrantPlaces:
        return QCoreApplication::translate("Permission", "give places to a door");
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
    case Permission::Admit:
        return role != Role::Cashier;
    case Permission::SellHouseSeats:
    case Permission::BlockSeats:
    case Permission::CorrectTenders:
    case Permission::SettlePayments:
    case Permission::MoveWalletMoney:
    case Permission::ManageCustomers:
    case Permission::SeeStatistics:
    case Permission::MoveCash:
    case Permission::ReadShifts:
    case Permission::CloseShifts:
    case Permission::GiveDiscount:
    case Permission::GiveComps:
    case Permission::UndoAdmitted:
    case Permission::GrantPlaces:
        return role == Role::Supervisor || role == Role::Manager || role == Role::Administrator;
    case Permission::ManageCatalogue:
    case Permission::SetHouseRules:
        return role == Role::Manager || role == Role::Administrator;
    case Permission::ManageStaff:
        return role == Role::Administrator;
    }
    return false;
}

Result<void> require(const Actor &actor, Permission permission)
{
    if (may(actor.role, permission) || (actor.approval && actor.approval->permission == permission))
        return {};
    return fail(ErrorCode::PermissionDenied, {verb(permission)});
}

QJsonObject signedBy(const Actor &actor, QJsonObject fact)
{
    fact.insert(QStringLiteral("by"), actor.staff.toString());
    if (actor.approval)
        fact.insert(QStringLiteral("approver"), actor.approval->by.toString());
    return fact;
}

QString verbText(Permission permission)
{
    return verb(permission);
}

QString permissionName(Permission permission)
{
    switch (permission) {
    case Permission::Sell:
        return QStringLiteral("sell");
    case Permission::SellHouseSeats:
        return QStringLiteral("sell_house_seats");
    case Permission::BlockSeats:
        return QStringLiteral("block_seats");
    case Permission::ManageCatalogue:
        return QStringLiteral("manage_catalogue");
    case Permission::ManageStaff:
        return QStringLiteral("manage_staff");
    case Permission::SeeStatistics:
        return QStringLiteral("see_statistics");
    case Permission::CorrectTenders:
        return QStringLiteral("correct_tenders");
    case Permission::MoveWalletMoney:
        return QStringLiteral("move_wallet_money");
    case Permission::ManageCustomers:
        return QStringLiteral("manage_customers");
    case Permission::Refund:
        return QStringLiteral("refund");
    case Permission::GiveCash:
        return QStringLiteral("give_cash");
    case Permission::ChangeTickets:
        return QStringLiteral("change_tickets");
    case Permission::SettlePayments:
        return QStringLiteral("settle_payments");
    case Permission::MoveCash:
        return QStringLiteral("move_cash");
    case Permission::ReadShifts:
        return QStringLiteral("read_shifts");
    case Permission::CloseShifts:
        return QStringLiteral("close_shifts");
    case Permission::GiveDiscount:
        return QStringLiteral("give_discount");
    case Permission::SetHouseRules:
        return QStringLiteral("set_house_rules");
    case Permission::GiveComps:
        return QStringLiteral("give_comps");
    case Permission::Admit:
        return QStringLiteral("admit");
    case Permission::UndoAdmitted:
        return QStringLiteral("undo_admitted");
    case Permission::GrantPlaces:
        return QStringLiteral("grant_places");
    }
    return {};
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
