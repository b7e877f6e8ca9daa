// Shifts: one drawer's time from its float to its Z. Everything that moves cash without a sale is here; sales find the open
// shift of their till by themselves.
#pragma once

#include "core/domain/shift.h"
#include "core/services/permission.h"

#include <QtCore/QTimeZone>

namespace foyer {

class Database;
class Writer;

class Shifts
{
public:
    explicit Shifts(Writer &writer) : m_writer(writer) {}

    /// The open shift of this till, if there is one.
    Result<std::optional<DrawerShift>> current();
    /// Cash from the house's float goes into the drawer. ShiftOpen, InvalidInput.
    Result<DrawerShift> open(const Actor &actor, Money opening);
    /// Needs MoveCash. The amount is zero for a no-sale and above zero else. NoShift, DrawerCounted, InvalidInput.
    Result<void> move(const Actor &actor, CashMoveKind kind, Money amount, const QString &reason);
    /// `to` has just proved who they are. By the shift's own cashier, or with CloseShifts. NoShift, InvalidInput.
    Result<DrawerShift> handOver(const Actor &actor, const Actor &to);
    /// What somebody counted without being told what ought to be there. From now on no cash goes in or out, until the shift
    /// is closed or the count is left. Counting again replaces the count. By the shift's own cashier, or with CloseShifts.
    Result<DrawerShift> count(const Actor &actor, const CashCount &pieces);
    /// Back to selling; the counts stay on record.
    Result<DrawerShift> leaveCount(const Actor &actor);
    /// Posts the difference, takes the cash out of the drawer and writes the Z. Of a closed shift: the Z that is there, so that
    /// two closings at once close once. InvalidInput before a count. By the shift's own cashier, or with CloseShifts.
    Result<ShiftReport> close(const Actor &actor, DrawerShiftId shift);

    /// What the open shift has taken so far; needs ReadShifts, because a count is blind. NoShift.
    Result<ShiftReport> x(const Actor &actor);
    /// An earlier Z of this till, as it was; needs ReadShifts. NotFound.
    Result<ShiftReport> z(const Actor &actor, qint64 number);
    /// Newest first; needs ReadShifts.
    Result<std::vector<ZLine>> zs(const Actor &actor, int limit = 100);

    /// Whether a till without an open shift refuses cash: a rule of the house, off until somebody sets it. Needs SetHouseRules.
    Result<void> demandForCash(const Actor &actor, bool demanded);
    Result<bool> isDemandedForCash();
    static bool cashNeedsShift(Database &db);

    /// What a till without a shift counts in, and by which clock its days end.
    struct House {
        Currency currency;
        QTimeZone zone;
    };
    Result<House> house();

private:
    Writer &m_writer;
};

} // namespace foyer
