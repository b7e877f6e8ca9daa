// How customers sign in to a web shop. A password's hash leaves the database in one way only: by a counted attempt.
#pragma once

#include "core/storage/database.h"

namespace foyer::login_store {

// `login`: the e-mail in small letters.

/// False when somebody else signs in with it.
bool addPassword(Database &db, CustomerId customer, const QString &login, const QByteArray &hash, Instant now);
std::optional<QString> loginOf(Database &db, CustomerId customer);
std::optional<CustomerId> customerOf(Database &db, const QString &login);
/// Another time with each password of a customer; 0 when nobody signs in with this.
Instant setAt(Database &db, const QString &login);
void setLogin(Database &db, CustomerId customer, const QString &login);
/// The password is another customer's from now on, who must have none.
void passOn(Database &db, CustomerId from, CustomerId to);
void removePassword(Database &db, CustomerId customer);

struct Attempt {
    CustomerId customer; ///< null: nobody signs in with this
    QByteArray hash;     ///< empty while locked, and for nobody
    int attempts = 0;    ///< wrong ones in a row, this one counted as wrong
    std::optional<Instant> lockedUntil; ///< this attempt is refused unseen
};

/// Counts an attempt as wrong before anybody looks at the password, also for nobody; the `lockAfter`-th and each further
/// one lock. Commit it before the password is compared.
Attempt begin(Database &db, const QString &login, int lockAfter, Milliseconds lock, Instant now);
/// The password was right: nothing counts any more.
void forgive(Database &db, const QString &login);

struct Session {
    TokenId id;
    CustomerId customer;
    Instant until;
};

void addSession(Database &db, const Session &session, const QByteArray &hash, Instant now);
/// One that has not ended.
std::optional<Session> sessionByHash(Database &db, const QByteArray &hash, Instant now);
/// All but `except`, unless it is null.
void endSessions(Database &db, CustomerId customer, TokenId except = {});
/// False when it had ended.
bool endSession(Database &db, TokenId session);

/// Forgets sessions that ended and attempts older than `before`; at most `limit` of each.
int tidy(Database &db, Instant now, Instant before, int limit);

} // namespace foyer::login_store
