// Staff: who may work here, and signing in with a PIN.
#pragma once

#include "core/base/crypto.h"
#include "core/services/permission.h"

#include <vector>

namespace foyer {

class Writer;

struct StaffMember {
    StaffId id;
    QString name;
    Role role = Role::Cashier;
    bool active = true;
};

class Staff
{
public:
    static constexpr int PinLength = 6;
    static constexpr int LockAfter = 5;             ///< wrong PINs in a row
    static constexpr qint64 LockMs = 5 * 60 * 1000; ///< every further wrong one locks again

    Staff(Writer &writer, crypto::PinCost cost) : m_writer(writer), m_cost(cost) {}

    /// Active members by name.
    Result<std::vector<StaffMember>> list();

    /// The actor for the verbs, with an open shift at this writer's terminal. WrongPin, LockedOut, NotFound. Every
    /// try is counted in the database before the PIN is looked at, so that a restart does not forgive it.
    Result<Actor> signIn(StaffId who, const QString &pin);

    /// Somebody at the till who is not signed in, as when they take over a drawer: the same, without a shift and without a trace.
    Result<Actor> prove(StaffId who, const QString &pin);
    /// The actor with the leave of a second person, who may do the verb and gives their own PIN on the spot: for one call. Both
    /// are journalled here, and again by the verb. WrongPin, LockedOut, NotFound, PermissionDenied; InvalidInput for oneself.
    Result<Actor> approve(const Actor &actor, Permission permission, StaffId who, const QString &pin);

    /// InvalidInput unless the PIN has six digits; a name stands once.
    Result<StaffMember> add(const Actor &actor, const QString &name, Role role, const QString &pin);
    Result<void> setPin(const Actor &actor, StaffId who, const QString &pin);
    Result<void> deactivate(const Actor &actor, StaffId who);

private:
    /// The PIN is right, and nothing counts against the member any more once `then(Work &, Member)` is committed.
    template <typename Then>
    auto withPin(StaffId who, const QString &pin, Then then);

    Writer &m_writer;
    crypto::PinCost m_cost;
};

} // namespace foyer
