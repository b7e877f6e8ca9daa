#include "core/storage/emailproof_store.h"

namespace foyer::emailproof_store {

bool add(Database &db, const QString &email, const QByteArray &hash, int most, Instant now, Instant until)
{
    for (int number = 1; number <= most; ++number)
        if (!db.run("INSERT INTO email_proof (email, number, hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT (email, number) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at, expires_at = excluded.expires_at "
                    "WHERE email_proof.expires_at <= ? RETURNING number", {email, number, hash, now, until, now}).empty())
            return true;
    return false;
}

Instant firstEnd(Database &db, const QString &email)
{
    return db.run("SELECT min(expires_at) FROM email_proof WHERE email = ?", {email}).front().instant(0);
}

std::optional<QString> emailOf(Database &db, const QByteArray &hash, Instant now)
{
    const Rows rows = db.run("SELECT email FROM email_proof WHERE hash = ? AND expires_at > ?", {hash, now});
    return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
}

bool take(Database &db, const QByteArray &hash, Instant now)
{
    return !db.run("DELETE FROM email_proof WHERE hash = ? AND expires_at > ? RETURNING number", {hash, now}).empty();
}

void forget(Database &db, const QString &email)
{
    db.post("DELETE FROM email_proof WHERE email = ?", {email});
}

int tidy(Database &db, Instant now, int limit)
{
    return int(db.run("DELETE FROM email_proof WHERE hash IN (SELECT hash FROM email_proof WHERE expires_at <= ? ORDER BY expires_at LIMIT ?) RETURNING number", {now, limit}).size());
}

} // namespace foyer::emailproof_store
