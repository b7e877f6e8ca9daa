#include "core/services/customerlogins.h"

#include "core/base/crypto.h"
#include "core/base/random.h"
#include "core/domain/inputtext.h"
#include "core/storage/customer_store.h"
#include "core/storage/emailproof_store.h"
#include "core/storage/login_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

constexpr int SessionBytes = 32;
constexpr QLatin1StringView SessionPrefix("customer_");

QString loginFrom(const QString &email)
{
    return email.trimmed().toLower();
}

QByteArray sessionHash(const QString &secret)
{
    return crypto::sha256(secret.toUtf8());
}

tl::unexpected<Error> noSuchPerson()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this customer")});
}

/// Once the customer is locked: nothing about how they sign in changes any more.
bool isStillTheirs(Database &db, const LoginAttempt &attempt)
{
    return !attempt.customer.isNull() && login_store::customerOf(db, attempt.login) == attempt.customer && login_store::setAt(db, attempt.login) == attempt.setAt;
}

tl::unexpected<Error> loginTaken()
{
    return fail(ErrorCode::InvalidInput, {translate("Input", "another customer signs in with this e-mail already")});
}

Result<LoginAttempt> countedAttempt(Work &work, const QString &login)
{
    const Instant setAt = login_store::setAt(work.db(), login); // before the hash: of two that differ nothing comes
    const auto begun = login_store::begin(work.db(), login, CustomerLogins::LockAfter, CustomerLogins::Lock, work.now());
    if (begun.lockedUntil)
        return fail(ErrorCode::LockedOut, {QString::number(std::max<qint64>(1, ((*begun.lockedUntil - work.now()).count() + 59'999) / 60'000))});
    return LoginAttempt{login, begun.customer, begun.hash, setAt};
}

} // namespace

Result<LoginAttempt> CustomerLogins::begin(const QString &email)
{
    return m_writer.write([&](Work &work) { return countedAttempt(work, loginFrom(email)); });
}

Result<LoginAttempt> CustomerLogins::begin(CustomerId customer)
{
    return m_writer.write([&](Work &work) -> Result<LoginAttempt> {
        const auto login = login_store::loginOf(work.db(), customer);
        if (!login)
            return fail(ErrorCode::NotFound, {translate("Input", "a password of this customer")});
        const auto attempt = countedAttempt(work, *login);
        if (attempt && attempt->customer != customer) // the e-mail became another's at this moment
            return noSuchPerson();
        return attempt;
    });
}

Result<NewSession> CustomerLogins::finish(const LoginAttempt &attempt)
{
    return m_writer.write([&](Work &work) -> Result<NewSession> {
        customer_store::lock(work.db(), std::array{attempt.customer}); // nobody erases them meanwhile
        if (!isStillTheirs(work.db(), attempt))
            return noSuchPerson();
        NewSession made{work.ids().make<TokenId>(), attempt.customer, work.now() + Lifetime, {}};
        made.secret = SessionPrefix + QString::fromLatin1(work.random().bytes(SessionBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        login_store::forgive(work.db(), attempt.login);
        login_store::addSession(work.db(), {made.id, made.customer, made.until}, sessionHash(made.secret), work.now());
        work.fact("customer.signed_in", {{QStringLiteral("id"), made.customer.toString()}, {QStringLiteral("session"), made.id.toString()}});
        return made;
    });
}

Result<void> CustomerLogins::change(const LoginAttempt &attempt, const QByteArray &passwordHash, TokenId keep)
{
    return m_writer.write([&](Work &work) -> Result<void> {
        customer_store::lock(work.db(), std::array{attempt.customer});
        return isStillTheirs(work.db(), attempt) ? replace(work, attempt.customer, attempt.login, passwordHash, keep) : noSuchPerson();
    });
}

Result<void> CustomerLogins::set(CustomerId customer, const QByteArray &passwordHash)
{
    return m_writer.write([&](Work &work) -> Result<void> {
        customer_store::lock(work.db(), std::array{customer});
        if (!customer_store::isPresent(work.db(), customer))
            return noSuchPerson();
        return replace(work, customer, customer_store::get(work.db(), customer)->email, passwordHash);
    });
}

Result<void> CustomerLogins::signOut(CustomerId customer, TokenId session)
{
    return m_writer.write([&](Work &work) {
        if (login_store::endSession(work.db(), session))
            work.fact("customer.signed_out", {{QStringLiteral("id"), customer.toString()}, {QStringLiteral("session"), session.toString()}});
        return Result<void>();
    });
}

bool CustomerLogins::isSession(const QString &secret)
{
    return secret.startsWith(SessionPrefix) && secret.size() <= 200;
}

Result<CustomerLogins::Found> CustomerLogins::find(const QString &secret)
{
    const auto unknown = [] { return fail(ErrorCode::NotFound, {translate("Input", "this token")}); };
    if (!isSession(secret))
        return unknown();
    return m_writer.read([&](Database &db) -> Result<Found> {
        const auto found = login_store::sessionByHash(db, sessionHash(secret), db.now());
        if (!found)
            return unknown();
        return Found{found->id, found->customer, found->until};
    });
}

Result<int> CustomerLogins::tidy(int limit)
{
    return m_writer.write([&](Work &work) { return login_store::tidy(work.db(), work.now(), work.now() - AttemptsKept, limit); });
}

Result<void> CustomerLogins::replace(Work &work, CustomerId customer, const QString &email, const QByteArray &passwordHash, TokenId keep)
{
    const QString login = loginFrom(email);
    const Instant last = login_store::setAt(work.db(), login);
    login_store::removePassword(work.db(), customer);
    login_store::endSessions(work.db(), customer, keep);
    if (const auto added = add(work, customer, login, passwordHash, last + Milliseconds(1)); !added)
        return added;
    login_store::forgive(work.db(), login);
    emailproof_store::forget(work.db(), login);
    return {};
}

Result<void> CustomerLogins::add(Work &work, CustomerId customer, const QString &email, const QByteArray &passwordHash, Instant notBefore)
{
    const QString login = loginFrom(email);
    if (login.isEmpty())
        return fail(ErrorCode::InvalidInput, {translate("Input", "whoever has a password needs an e-mail to sign in with")});
    if (!login_store::addPassword(work.db(), customer, login, passwordHash, std::max(work.now(), notBefore)))
        return loginTaken();
    work.fact("customer.password_set", {{QStringLiteral("id"), customer.toString()}});
    return {};
}

Result<void> CustomerLogins::follow(Work &work, CustomerId customer, const QString &email)
{
    const QString login = loginFrom(email);
    const auto before = login_store::loginOf(work.db(), customer);
    if (!before || *before == login)
        return {};
    if (login.isEmpty()) {
        erase(work, customer);
        return {};
    }
    if (login_store::customerOf(work.db(), login))
        return loginTaken();
    login_store::setLogin(work.db(), customer, login);
    return {};
}

void CustomerLogins::merge(Work &work, CustomerId from, CustomerId into, const QString &email)
{
    const auto login = login_store::loginOf(work.db(), from);
    login_store::endSessions(work.db(), from);
    if (!login)
        return;
    if (*login == loginFrom(email) && !login_store::loginOf(work.db(), into))
        login_store::passOn(work.db(), from, into);
    else
        login_store::removePassword(work.db(), from);
}

void CustomerLogins::erase(Work &work, CustomerId customer)
{
    login_store::removePassword(work.db(), customer);
    login_store::endSessions(work.db(), customer);
}

} // namespace foyer
