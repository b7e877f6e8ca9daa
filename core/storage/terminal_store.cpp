#include "core/storage/terminal_store.h"

#include "core/base/random.h"
#include "core/storage/setting_store.h"

#include <QtCore/QDir>
#include <QtCore/QLockFile>

namespace foyer::terminal_store {

std::optional<Terminal> find(Database &database, const KeyStore &keys)
{
    // A door's database knows many terminals, whose keys may be on this machine as well: it is its own one alone.
    const QString door = setting_store::find(database, QStringLiteral("door_terminal")).value_or(QString());
    for (const TerminalId id : keys.terminals()) {
        if (!door.isEmpty() && id.toString() != door)
            continue;
        const Rows rows = database.run("SELECT public_key FROM terminal WHERE id = ?", {id});
        const auto key = rows.empty() ? fail(ErrorCode::NotFound) : keys.find(id);
        if (key && key->publicKey().bytes() == rows.front().bytes(0))
            return Terminal{id, *key};
    }
    return std::nullopt;
}

Result<Terminal> enrol(Database &database, const KeyStore &keys, const QString &name, const Clock &clock, Random &random)
{
    if (auto terminal = find(database, keys))
        return *terminal;
    // Clerks of one server open at once; the machine is one terminal all the same.
    QLockFile enrolling(keys.folder() + QStringLiteral("/enrolling"));
    if (QDir().mkpath(keys.folder()) && enrolling.lock())
        if (auto terminal = find(database, keys))
            return *terminal;
    IdMaker ids(clock, random);
    const auto id = ids.make<TerminalId>();
    const auto key = keys.findOrCreate(id, random);
    if (!key)
        return fail(key.error());
    Transaction transaction(database);
    if (database.isPostgres()) // machines that enrol at once must not pick the same number
        database.run("SELECT pg_advisory_xact_lock(hashtextextended('foyer terminals', 0))");
    database.run("INSERT INTO terminal (id, number, name, kind, public_key, created_at) "
                 "SELECT ?, coalesce(max(number), 0) + 1, ?, 'counter', ?, ? FROM terminal",
                 {id, name, key->publicKey().bytes(), database.now()});
    transaction.commit();
    return Terminal{id, *key};
}

std::optional<Issuer> issuer(Database &database, int number)
{
    const Rows rows = database.run("SELECT id, public_key FROM terminal WHERE number = ?", {number});
    if (rows.empty())
        return std::nullopt;
    const auto key = crypto::PublicKey::fromBytes(rows.front().bytes(1));
    return key ? std::optional(Issuer{rows.front().id<TerminalId>(0), number, *key}) : std::nullopt;
}

QList<TerminalId> all(Database &database)
{
    QList<TerminalId> out;
    for (const Row &row : database.run("SELECT id FROM terminal"))
        out << row.id<TerminalId>(0);
    return out;
}

int numberOf(Database &database, TerminalId terminal)
{
    const Rows rows = database.run("SELECT number FROM terminal WHERE id = ?", {terminal});
    return rows.empty() ? 0 : int(rows.front().number(0));
}

QString nameOf(Database &database, TerminalId terminal)
{
    const Rows rows = database.run("SELECT name FROM terminal WHERE id = ?", {terminal});
    return rows.empty() ? QString() : rows.front().text(0);
}

} // namespace foyer::terminal_store
