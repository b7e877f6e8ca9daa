#include "core/services/staff.h"

#include "core/domain/inputtext.h"
#include "core/storage/staff_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr int MaxNameLength = 100;

Result<void> checkPin(const QString &pin)
{
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    if (pin.size() == Staff::PinLength && std::all_of(pin.begin(), pin.end(), isDigit))
        return {};
    return fail(ErrorCode::InvalidInput, {translate("Input", "a PIN has %1 digits").arg(Staff::PinLength)});
}

Result<void> checkName(const QString &name)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (!name.isEmpty() && name.size() <= MaxNameLength && std::none_of(name.begin(), name.end(), isControl))
        return {};
    return fail(ErrorCode::InvalidInput, {translate("Input", "a name has one line and up to %1 letters").arg(MaxNameLength)});
}

Role roleOf(const staff_store::Member &member)
{
    const Result<Role> role = roleFromName(member.role);
    if (!role)
        throw StorageError(StorageError::Kind::Corrupt, QStringLiteral("\"%1\" is not a role").arg(member.role));
    return *role;
}

tl::unexpected<Error> nobodyOnStaff()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this member of staff")});
}

tl::unexpected<Error> lockedOut(Milliseconds left)
{
    const qint64 minutes = (left.count() + 59'999) / 60'000;
    return fail(ErrorCode::LockedOut, {QString::number(std::max<qint64>(minutes, 1))});
}

/// Only ids and roles: names are personal data and never enter the journal.
QJsonObject about(StaffId who, const Actor &by)
{
    return {{QStringLiteral("staff"), who.toString()}, {QStringLiteral("by"), by.staff.toString()}};
}

/// Resumes the shift that is open here, or opens one.
ShiftId openShift(Work &work, StaffId who)
{
    if (const auto open = staff_store::openShift(work.db(), who, work.terminal()))
        return *open;
    const auto shift = work.ids().make<ShiftId>();
    if (!staff_store::addShift(work.db(), shift, who, work.terminal(), work.now()))
        return staff_store::openShift(work.db(), who, work.terminal()).value();
    work.fact("shift.opened", {{QStringLiteral("shift"), shift.toString()}, {QStringLiteral("staff"), who.toString()},
                               {QStringLiteral("terminal"), work.terminal().toString()}});
    return shift;
}

} // namespace

Result<std::vector<StaffMember>> Staff::list()
{
    return m_writer.read([](Database &db) {
        std::vector<StaffMember> members;
        for (const auto &member : staff_store::list(db))
            members.push_back({member.id, member.name, roleOf(member), member.active});
        return members;
    });
}

template <typename Then>
auto Staff::withPin(StaffId who, const QString &pin, Then then)
{
    using Answer = std::invoke_result_t<Then, Work &, const staff_store::Member &>;
    // Committed before the PIN is looked at: pulling the plug forgives nothing.
    const auto attempt = m_writer.write([&](Work &work) -> Result<staff_store::Attempt> {
        const auto begun = staff_store::beginSignIn(work.db(), who, LockAfter, Milliseconds(LockMs), work.now());
        if (!begun)
            return nobodyOnStaff();
        if (begun->pinHash.isEmpty())
            return lockedOut(begun->lockedUntil - work.now());
        return *begun;
    });
    if (!attempt)
        return Answer(fail(attempt.error()));
    if (!crypto::pinMatches(pin, attempt->pinHash)) {
        if (attempt->attempts >= LockAfter)
            return Answer(lockedOut(Milliseconds(LockMs)));
        return Answer(fail(ErrorCode::WrongPin, {QString::number(LockAfter - attempt->attempts)}));
    }
    return m_writer.write([&](Work &work) -> Answer {
        const auto member = staff_store::find(work.db(), who);
        if (!member || !member->active)
            return nobodyOnStaff();
        staff_store::forgiveAttempts(work.db(), who);
        return then(work, *member);
    });
}

Result<Actor> Staff::signIn(StaffId who, const QString &pin)
{
    return withPin(who, pin, [&](Work &work, const staff_store::Member &member) -> Result<Actor> {
        const Actor actor{who, roleOf(member), work.terminal(), openShift(work, who)};
        work.fact("staff.signed_in", {{QStringLiteral("staff"), who.toString()}, {QStringLiteral("role"), member.role},
                                      {QStringLiteral("shift"), actor.shift.toString()}});
        return actor;
    });
}

Result<Actor> Staff::prove(StaffId who, const QString &pin)
{
    return withPin(who, pin, [&](Work &work, const staff_store::Member &member) -> Result<Actor> {
        return Actor{who, roleOf(member), work.terminal(), ShiftId()};
    });
}

Result<Actor> Staff::approve(const Actor &actor, Permission permission, StaffId who, const QString &pin)
{
    if (who == actor.staff)
        return fail(ErrorCode::InvalidInput, {translate("Input", "somebody else has to allow it")});
    // Whether they may is told to those alone whose PIN is right.
    const auto proved = prove(who, pin);
    if (!proved)
        return proved;
    if (const auto allowed = require(*proved, permission); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<Actor> {
        Actor allowed = actor;
        allowed.approval = Approval{who, permission};
        work.fact("override.given", signedBy(allowed, {{QStringLiteral("permission"), permissionName(permission)}}));
        return allowed;
    });
}

Result<StaffMember> Staff::add(const Actor &actor, const QString &name, Role role, const QString &pin)
{
    const QString trimmed = name.trimmed();
    if (const auto allowed = require(actor, Permission::ManageStaff); !allowed)
        return fail(allowed.error());
    if (const auto good = checkName(trimmed); !good)
        return fail(good.error());
    if (const auto good = checkPin(pin); !good)
        return fail(good.error());
    const QByteArray hash = crypto::hashPin(pin, m_cost);
    return m_writer.write([&](Work &work) -> Result<StaffMember> {
        if (staff_store::isNameTaken(work.db(), trimmed))
            return fail(ErrorCode::InvalidInput, {translate("Input", "the name \"%1\" is taken").arg(trimmed)});
        const StaffMember member{work.ids().make<StaffId>(), trimmed, role, true};
        staff_store::add(work.db(), {member.id, member.name, roleName(role), true}, hash);
        QJsonObject fact = about(member.id, actor);
        fact.insert(QStringLiteral("role"), roleName(role));
        work.fact("staff.added", fact);
        return member;
    });
}

Result<void> Staff::setPin(const Actor &actor, StaffId who, const QString &pin)
{
    if (const auto allowed = require(actor, Permission::ManageStaff); !allowed)
        return allowed;
    if (const auto good = checkPin(pin); !good)
        return good;
    const QByteArray hash = crypto::hashPin(pin, m_cost);
    return m_writer.write([&](Work &work) -> Result<void> {
        if (!staff_store::find(work.db(), who))
            return nobodyOnStaff();
        staff_store::setPin(work.db(), who, hash);
        work.fact("staff.pin_set", about(who, actor));
        return {};
    });
}

Result<void> Staff::deactivate(const Actor &actor, StaffId who)
{
    if (const auto allowed = require(actor, Permission::ManageStaff); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto member = staff_store::find(work.db(), who);
        if (!member || !member->active)
            return nobodyOnStaff();
        staff_store::deactivate(work.db(), who);
        work.fact("staff.deactivated", about(who, actor));
        return {};
    });
}

} // namespace foyer
