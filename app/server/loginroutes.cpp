// Customers who sign in: from e-mail and password to a token that is theirs.
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

void finishLogin(Desk &desk, const CallPtr &call, const LoginAttempt &attempt, const Reply &reply)
{
    desk.writers().run([call, attempt, reply](BoxOffice &office) {
        const auto session = office.logins().finish(attempt);
        if (session)
            return reply(answered(*call, 200, sessionJson(*session)));
        reply(refused(*call, session.error().code == ErrorCode::NotFound ? wrongLogin() : faultFrom(session.error())));
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

} // namespace foyer::server
