#include "core/services/shiftbooks.h"

#include "core/storage/writer.h"

namespace foyer::shiftbooks {

namespace {

using ledger_store::AccountKey;
using ledger_store::AccountKind;

AccountKey drawerOf(const DrawerShift &shift)
{
    return {AccountKind::Drawer, shift.terminal.uuid(), shift.opening.currency()};
}

AccountKey houseAccount(const DrawerShift &shift, AccountKind kind)
{
    return {kind, QUuid(), shift.opening.currency()};
}

} // namespace

std::vector<Booking> floatIn(const DrawerShift &shift)
{
    return {{drawerOf(shift), houseAccount(shift, AccountKind::Float), shift.opening}};
}

std::vector<Booking> moved(const DrawerShift &shift, CashMoveKind kind, Money amount)
{
    const AccountKey drawer = drawerOf(shift);
    const AccountKey outside = houseAccount(shift, AccountKind::PaidInOut);
    return {kind == CashMoveKind::PaidIn ? Booking{drawer, outside, amount} : Booking{outside, drawer, amount}};
}

std::vector<Booking> closed(const ShiftReport &report)
{
    const AccountKey drawer = drawerOf(report.shift);
    const AccountKey difference = houseAccount(report.shift, AccountKind::CashDifference);
    const Money over = report.difference();
    return {over.isNegative() ? Booking{difference, drawer, -over} : Booking{drawer, difference, over},
            {houseAccount(report.shift, AccountKind::Float), drawer, *report.counted}};
}

void post(Work &work, const std::vector<Booking> &bookings)
{
    std::vector<AccountKey> keys;
    for (const Booking &booking : bookings) {
        if (booking.amount.isPositive()) {
            keys.push_back(booking.debit);
            keys.push_back(booking.credit);
        }
    }
    if (keys.empty())
        return;
    const auto accounts = ledger_store::ensureAccounts(work.db(), work.ids(), keys);
    std::vector<ledger_store::Transfer> transfers;
    for (const Booking &booking : bookings) {
        if (!booking.amount.isPositive())
            continue;
        const size_t at = 2 * transfers.size();
        transfers.push_back({work.ids().make<TransferId>(), accounts[at], accounts[at + 1], booking.amount, {}, {}});
        const auto &made = transfers.back();
        work.fact("transfer", {{QStringLiteral("id"), made.id.toString()}, {QStringLiteral("debit"), made.debit.toString()},
                               {QStringLiteral("credit"), made.credit.toString()}, {QStringLiteral("amount"), made.amount.minor()},
                               {QStringLiteral("currency"), made.amount.currency().code()}});
    }
    ledger_store::addTransfers(work.db(), transfers, work.now(), work.chain(), work.seq());
}

} // namespace foyer::shiftbooks
