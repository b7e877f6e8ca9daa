// Customers who sign in: from e-mail and password to a token that is theirs, another password, and out again.
#include "app/server/desk.h"
#include "app/server/eventjson.h"
#include "app/server/passworddesk.h"
#include "app/server/routes.h"

namespace foyer::server {

namespace {

using LoginNeed = Fields::Need;

constexpr qsizetype LongestEmail = 254;

QJsonObject sessionJson(const NewSession &session)
{
    return {{QStringLiteral("token"), session.secret}, {QStringLiteral("customer_id"), session.customer.toString()}, {QStringLiteral("expires_at"), utcText(session.until)}};
}

/// The same for an e-mail that nobody has and for a wrong password.
Fault wrongLogin()
{
    return {401, QStringLiteral("wrong_password"), QStringLiteral("The e-mail or the password is wrong.")};
}

Fault loginFault(const Error &error)
{
    Fault fault = faultFrom(error);
    if (error.code != ErrorCode::LockedOut)
        return fault;
    const int minutes = error.args.value(0).toInt();
    fault.message = QStringLiteral("Too many wrong passwords. Try again in %1 min.").arg(minutes);
    fault.retryAfter = minutes * 60;
    return fault;
}

/// The same for a wrong password and for one that was changed at this moment.
Fault wrongCurrent()
{
    return {401, QStringLiteral("wrong_password"), QStringLiteral("The current password is wrong."), QStringLiteral("current")};
}

void finishLogin(Desk &desk, const CallPtr &call, const LoginAttempt &attempt, const Reply &reply)
{
    desk.writers().run([call, attempt, reply](BoxOffice &office) {
        const auto session = office.logins().finish(attempt);
        if (session)
            return reply(answered(*call, 200, sessionJson(*session)));
        reply(refused(*call, session.error().code == ErrorCode::NotFound ? wrongLogin() : faultFrom(session.error())));
    });
}

/// `change` is what a writing clerk does with the hash of the new password.
void hashAndChange(Desk &desk, const CallPtr &call, Workers::Place place, const QString &password, const Reply &reply,
                   std::function<std::optional<Fault>(BoxOffice &, const QByteArray &)> change)
{
    desk.passwords().hash(std::move(place), password, [&desk, call, reply, change = std::move(change)](const QByteArray &hash) {
        desk.writers().run([call, reply, change, hash](BoxOffice &office) {
            const auto fault = change(office, hash);
            reply(fault ? refused(*call, *fault) : Response{204});
        });
    });
}

/// The current password is an attempt like any other. One place serves both: comparing that one and hashing the new one.
void changeKnowing(Desk &desk, const CallPtr &call, Workers::Place place, const QString &current, const QString &password, const Reply &reply)
{
    desk.writers().run([&desk, call, place = std::move(place), current, password, reply](BoxOffice &office) {
        const auto attempt = office.logins().begin(CustomerId(call->ids.front()));
        if (!attempt)
            return reply(refused(*call, loginFault(attempt.error())));
        desk.passwords().compare(place, current, attempt->passwordHash, [&desk, call, place, attempt = *attempt, password, reply](bool matches) {
            if (!matches)
                return reply(refused(*call, wrongCurrent()));
            hashAndChange(desk, call, place, password, reply, [attempt, keep = call->caller.token](BoxOffice &own, const QByteArray &hash) -> std::optional<Fault> {
                const auto changed = own.logins().change(attempt, hash, keep);
                if (changed)
                    return std::nullopt;
                return changed.error().code == ErrorCode::NotFound ? wrongCurrent() : faultFrom(changed.error());
            });
        });
    });
}

} // namespace

void routes::login(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    const QString email = fields.text("email", LoginNeed::Required, LongestEmail);
    const QString password = fields.text("password", LoginNeed::Required, CustomerLogins::LongestPassword);
    if (fault)
        return reply(refused(*call, *fault));
    auto place = desk.passwords().place();
    if (!place) // before the attempt is counted: who is told to come again did not guess
        return reply(refused(*call, Desk::passwordsBusy()));
    desk.writers().run([&desk, call, email, password, place = std::move(place), reply = std::move(reply)](BoxOffice &office) {
        const auto attempt = office.logins().begin(email);
        if (!attempt)
            return reply(refused(*call, loginFault(attempt.error())));
        desk.passwords().compare(place, password, attempt->passwordHash, [&desk, call, attempt = *attempt, reply](bool matches) {
            if (matches)
                finishLogin(desk, call, attempt, reply);
            else
                reply(refused(*call, wrongLogin()));
        });
    });
}

void routes::changePassword(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    const bool isHouse = call->caller.customer.isNull();
    const QString password = newPassword(fields);
    const bool isKnown = fields.has("current"); // the house may do without
    const QString current = fields.text("current", isHouse ? LoginNeed::Optional : LoginNeed::Required, CustomerLogins::LongestPassword);
    if (fault)
        return reply(refused(*call, *fault));
    auto place = desk.passwords().place();
    if (!place)
        return reply(refused(*call, Desk::passwordsBusy()));
    if (isKnown)
        return changeKnowing(desk, call, std::move(place), current, password, reply);
    hashAndChange(desk, call, std::move(place), password, reply, [id = CustomerId(call->ids.front())](BoxOffice &office, const QByteArray &hash) {
        const auto set = office.logins().set(id, hash);
        return set ? std::nullopt : std::optional(faultFrom(set.error()));
    });
}

void routes::logout(Desk &desk, const CallPtr &call, Reply reply)
{
    if (call->caller.customer.isNull())
        return reply(refused(*call, Fault{403, QStringLiteral("forbidden"), QStringLiteral("Only a customer who signed in can sign out.")}));
    desk.writers().run([call, reply = std::move(reply)](BoxOffice &office) {
        const auto out = office.logins().signOut(call->caller.customer, call->caller.token);
        reply(out ? Response{204} : refused(*call, faultFrom(out.error())));
    });
}

} // namespace foyer::server
