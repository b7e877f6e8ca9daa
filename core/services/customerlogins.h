// CustomerLogins: customers who sign in to a web shop with e-mail and password, and who they are from then on.
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/id.h"

#include <QtCore/QByteArray>

namespace foyer {

class Work;
class Writer;

/// An attempt that was counted already. What the password has to match: nothing, when nobody signs in with this e-mail.
struct LoginAttempt {
    QString login;
    CustomerId customer;
    QByteArray passwordHash;
    Instant setAt = {}; ///< which of the customer's passwords it is
};

/// With the one and only sight of what the customer's browser has to send.
struct NewSession {
    TokenId id;
    CustomerId customer;
    Instant until;
    QString secret;
};

/// Passwords are compared elsewhere, between begin() and finish(): that takes long on purpose, and a connection is too dear to wait.
class CustomerLogins
{
public:
    static constexpr int ShortestPassword = 8;
    static constexpr int LongestPassword = 200;
    static constexpr int LockAfter = 10;                 ///< wrong passwords in a row
    static constexpr Milliseconds Lock{15 * 60'000};     ///< every further wrong one locks again
    static constexpr Milliseconds Lifetime{12 * 3'600'000}; ///< of a session
    static constexpr Milliseconds AttemptsKept{24 * 3'600'000};

    explicit CustomerLogins(Writer &writer) : m_writer(writer) {}

    /// The same for an e-mail that is known here and for one that is not. LockedOut, with the minutes.
    Result<LoginAttempt> begin(const QString &email);
    /// The same for somebody whose current password is asked. NotFound for who has none.
    Result<LoginAttempt> begin(CustomerId customer);
    /// The password matched. NotFound when the customer was erased or merged meanwhile, or has another password now.
    Result<NewSession> finish(const LoginAttempt &attempt);

    /// The current password matched, and this is the new one; every session but `keep` ends. NotFound as above.
    Result<void> change(const LoginAttempt &attempt, const QByteArray &passwordHash, TokenId keep);
    /// The house gives somebody a password, who may have had none; every session ends. NotFound, InvalidInput as for add().
    Result<void> set(CustomerId customer, const QByteArray &passwordHash);
    /// Also of a session that ended already.
    Result<void> signOut(CustomerId customer, TokenId session);

    /// Long enough, and not too long.
    static bool isPassword(const QString &text) { return text.size() >= ShortestPassword && text.size() <= LongestPassword; }

    static bool isSession(const QString &secret);
    struct Found {
        TokenId id;
        CustomerId customer;
        Instant until;
    };
    /// NotFound for what is no session, and for one that ended.
    Result<Found> find(const QString &secret);
    /// Forgets what ended, at most `limit` at once.
    Result<int> tidy(int limit);

    // Within a unit of work that changes the customer.

    /// InvalidInput without an e-mail, and when another customer signs in with it.
    static Result<void> add(Work &work, CustomerId customer, const QString &email, const QByteArray &passwordHash, Instant notBefore = {});
    /// Instead of whatever they had: every session but `keep` ends, no wrong attempt counts any more, and no secret that was mailed
    /// to them. The customer is locked, and has this e-mail. InvalidInput as above.
    static Result<void> replace(Work &work, CustomerId customer, const QString &email, const QByteArray &passwordHash, TokenId keep = {});
    /// The customer signs in with the new e-mail from now on; without one not at all. InvalidInput as above.
    static Result<void> follow(Work &work, CustomerId customer, const QString &email);
    /// `from` is signed out. Their password stays good only where it opens the merged entry by the same e-mail.
    static void merge(Work &work, CustomerId from, CustomerId into, const QString &email);
    static void erase(Work &work, CustomerId customer);

private:
    Writer &m_writer;
};

} // namespace foyer
