#include "core/storage/staff_store.h"

namespace foyer::staff_store {

namespace {

Member member(const Row &row)
{
    return {row.id<StaffId>(0), row.text(1), row.text(2), row.number(3) == 1};
}

} // namespace

std::vector<Member> list(Database &database)
{
    std::vector<Member> members;
    for (const Row &row : database.run("SELECT id, name, role, active FROM staff WHERE active = 1 ORDER BY name"))
        members.push_back(member(row));
    return members;
}

std::optional<Member> find(Database &database, StaffId who)
{
    const Rows rows = database.run("SELECT id, name, role, active FROM staff WHERE id = ?", {who});
    return rows.empty() ? std::nullopt : std::optional(member(rows.front()));
}

bool isNameTaken(Database &database, const QString &name)
{
    return !database.run("SELECT 1 FROM staff WHERE name = ?", {name}).empty();
}

void add(Database &database, const Member &member, const QByteArray &pinHash)
{
    database.run("INSERT INTO staff (id, name, role, pin_hash) VALUES (?, ?, ?, ?)", {member.id, member.name, member.role, pinHash});
}

void setPin(Database &database, StaffId who, const QByteArray &pinHash)
{
    database.run("UPDATE staff SET pin_hash = ?, failed_attempts = 0, locked_until = 0 WHERE id = ?", {pinHash, who});
}

int fillEmptyPins(Database &database, const QByteArray &pinHash)
{
    return int(database.run("UPDATE staff SET pin_hash = ? WHERE length(pin_hash) = 0 RETURNING id", {pinHash}).size());
}

void deactivate(Database &database, StaffId who)
{
    database.run("UPDATE staff SET active = 0 WHERE id = ?", {who});
}

std::optional<Attempt> beginSignIn(Database &database, StaffId who, int lockAfter, Milliseconds lock, Instant now)
{
    if (database.isPostgres()) { // its role may not read hashes; the server's function counts by the server's clock
        const Rows rows = database.run("SELECT hash, attempts, locked FROM foyer_begin_sign_in(?, ?, ?)", {who, lockAfter, qint64(lock.count())});
        if (rows.empty())
            return std::nullopt;
        return Attempt{rows.front().bytes(0), int(rows.front().number(1)), rows.front().instant(2)};
    }
    const Rows rows = database.run("SELECT pin_hash, failed_attempts, locked_until FROM staff WHERE id = ? AND active = 1", {who});
    if (rows.empty())
        return std::nullopt;
    const int attempts = int(rows.front().number(1));
    if (rows.front().instant(2) > now)
        return Attempt{{}, attempts, rows.front().instant(2)};
    database.run("UPDATE staff SET failed_attempts = ?, locked_until = ? WHERE id = ?",
                 {attempts + 1, attempts + 1 >= lockAfter ? (now + lock).ms : 0, who});
    return Attempt{rows.front().bytes(0), attempts + 1, {}};
}

void forgiveAttempts(Database &database, StaffId who)
{
    database.run("UPDATE staff SET failed_attempts = 0, locked_until = 0 WHERE id = ?", {who});
}

std::optional<ShiftId> openShift(Database &database, StaffId who, TerminalId terminal)
{
    const Rows rows = database.run("SELECT id FROM shift WHERE terminal_id = ? AND staff_id = ? AND state <> 'closed'", {terminal, who});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<ShiftId>(0));
}

bool addShift(Database &database, ShiftId shift, StaffId who, TerminalId terminal, Instant now)
{
    return !database.run("INSERT INTO shift (id, terminal_id, staff_id, state, opened_at) VALUES (?, ?, ?, 'open', ?) "
                         "ON CONFLICT (terminal_id, staff_id) WHERE state <> 'closed' DO NOTHING RETURNING id", {shift, terminal, who, now}).empty();
}

} // namespace foyer::staff_store
