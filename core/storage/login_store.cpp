#include "core/storage/login_store.h"

#include "core/base/crypto.h"

namespace foyer::login_store {

bool addPassword(Database &db, CustomerId customer, const QString &login, const QByteArray &hash, Instant now)
{
    return !db.run("INSERT INTO customer_password (customer_id, login, hash, set_at) VALUES (?, ?, ?, ?) "
                   "ON CONFLICT (login) DO NOTHING RETURNING customer_id", {customer, login, hash, now}).empty();
}

std::optional<QString> loginOf(Database &db, CustomerId customer)
{
    const Rows rows = db.run("SELECT login FROM customer_password WHERE customer_id = ?", {customer});
    return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
}

std::optional<CustomerId> customerOf(Database &db, const QString &login)
{
    const Rows rows = db.run("SELECT customer_id FROM customer_password WHERE login = ?", {login});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<CustomerId>(0));
}

Instant setAt(Database &db, const QString &login)
{
    const Rows rows = db.run("SELECT set_at FROM customer_password WHERE login = ?", {login});
    return rows.empty() ? Instant{} : rows.front().instant(0);
}

void setLogin(Database &db, CustomerId customer, const QString &login)
{
    db.run("UPDATE customer_password SET login = ? WHERE customer_id = ?", {login, customer});
}

void passOn(Database &db, CustomerId from, CustomerId to)
{
    db.run("UPDATE customer_password SET customer_id = ? WHERE customer_id = ?", {to, from});
}

void removePassword(Database &db, CustomerId customer)
{
    if (const auto login = loginOf(db, customer))
        forgive(db, *login);
    db.run("DELETE FROM customer_password WHERE customer_id = ?", {customer});
}

Attempt begin(Database &db, const QString &login, int lockAfter, Milliseconds lock, Instant now)
{
    const auto attemptFrom = [](const Row &row) {
        const qint64 locked = row.number(3);
        return Attempt{row.id<CustomerId>(0), row.bytes(1), int(row.number(2)), locked > 0 ? std::optional(Instant{locked}) : std::nullopt};
    };
    if (db.isPostgres()) // its role may not read hashes; the server's function counts by the server's clock
        return attemptFrom(db.run("SELECT customer, pass_hash, attempts, locked FROM foyer_begin_login(?, ?, ?)", {login, lockAfter, qint64(lock.count())}).front());
    const QByteArray mark = crypto::sha256(login.toUtf8());
    db.run("INSERT INTO login_attempt (login_hash, failed, locked_until, at) VALUES (?, 0, 0, ?) ON CONFLICT (login_hash) DO NOTHING", {mark, now});
    const Rows tried = db.run("SELECT failed, locked_until FROM login_attempt WHERE login_hash = ?", {mark});
    const int failed = int(tried.front().number(0));
    if (tried.front().instant(1) > now)
        return {{}, {}, failed, tried.front().instant(1)};
    db.run("UPDATE login_attempt SET failed = ?, locked_until = ?, at = ? WHERE login_hash = ?",
           {failed + 1, failed + 1 >= lockAfter ? (now + lock).ms : 0, now, mark});
    return attemptFrom(db.run("SELECT p.customer_id, p.hash, ?, 0 FROM (SELECT 1) one LEFT JOIN customer_password p ON p.login = ?", {failed + 1, login}).front());
}

void forgive(Database &db, const QString &login)
{
    db.run("DELETE FROM login_attempt WHERE login_hash = ?", {crypto::sha256(login.toUtf8())});
}

void addSession(Database &db, const Session &session, const QByteArray &hash, Instant now)
{
    db.run("INSERT INTO customer_session (id, customer_id, hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
           {session.id, session.customer, hash, now, session.until});
}

std::optional<Session> sessionByHash(Database &db, const QByteArray &hash, Instant now)
{
    const Rows rows = db.isPostgres() ? db.run("SELECT session, customer, until FROM foyer_session(?)", {hash})
                                      : db.run("SELECT id, customer_id, expires_at FROM customer_session WHERE hash = ? AND expires_at > ?", {hash, now});
    return rows.empty() ? std::nullopt : std::optional(Session{rows.front().id<TokenId>(0), rows.front().id<CustomerId>(1), rows.front().instant(2)});
}

void endSessions(Database &db, CustomerId customer, TokenId except)
{
    if (except.isNull())
        db.run("DELETE FROM customer_session WHERE customer_id = ?", {customer});
    else
        db.run("DELETE FROM customer_session WHERE customer_id = ? AND id <> ?", {customer, except});
}

bool endSession(Database &db, TokenId session)
{
    return !db.run("DELETE FROM customer_session WHERE id = ? RETURNING id", {session}).empty();
}

int tidy(Database &db, Instant now, Instant before, int limit)
{
    const Rows sessions = db.run("DELETE FROM customer_session WHERE id IN (SELECT id FROM customer_session WHERE expires_at <= ? ORDER BY expires_at LIMIT ?) RETURNING id", {now, limit});
    const Rows attempts = db.run("DELETE FROM login_attempt WHERE login_hash IN (SELECT login_hash FROM login_attempt WHERE at < ? AND locked_until <= ? ORDER BY at LIMIT ?) "
                                 "RETURNING at", {before, now, limit});
    return int(sessions.size() + attempts.size());
}

} // namespace foyer::login_store
