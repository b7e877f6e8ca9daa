// Staff and their shifts. A PIN's hash leaves the database in one way only: by a counted attempt to sign in.
#pragma once

#include "core/storage/database.h"

namespace foyer::staff_store {

struct Member {
    StaffId id;
    QString name;
    QString role; ///< the stored form
    bool active = true;
};

/// Active members by name.
std::vector<Member> list(Database &database);
std::optional<Member> find(Database &database, StaffId who);
bool isNameTaken(Database &database, const QString &name);
void add(Database &database, const Member &member, const QByteArray &pinHash);
void setPin(Database &database, StaffId who, const QByteArray &pinHash);
/// For those whose hash was not copied. Returns how many.
int fillEmptyPins(Database &database, const QByteArray &pinHash);
void deactivate(Database &database, StaffId who);

struct Attempt {
    QByteArray pinHash;  ///< empty while locked
    int attempts = 0;    ///< wrong ones in a row, this one counted as wrong
    Instant lockedUntil; ///< set when this attempt was refused
};

/// Counts an attempt as wrong before anybody looks at the PIN; the `lockAfter`-th and each further one lock. Empty when
/// there is no such active member. Commit it before the PIN is compared.
std::optional<Attempt> beginSignIn(Database &database, StaffId who, int lockAfter, Milliseconds lock, Instant now);
/// The PIN was right: nothing counts against the member any more.
void forgiveAttempts(Database &database, StaffId who);

/// The open shift of this member at this terminal.
std::optional<ShiftId> openShift(Database &database, StaffId who, TerminalId terminal);
/// False when another connection has just opened one.
bool addShift(Database &database, ShiftId shift, StaffId who, TerminalId terminal, Instant now);

} // namespace foyer::staff_store
