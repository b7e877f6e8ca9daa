// E-mails that customers prove to be theirs: the secret that a shop mails, and what comes back.
#include "app/server/desk.h"
#include "app/server/eventjson.h"
#include "app/server/passworddesk.h"
#include "app/server/routes.h"
#include "core/services/customerrules.h"

namespace foyer::server {

namespace {

using ProofNeed = Fields::Need;

constexpr qsizetype LongestSecret = 200;

QJsonObject proofJson(const NewEmailProof &proof)
{
    return {{QStringLiteral("secret"), proof.secret}, {QStringLiteral("expires_at"), utcText(proof.until)}};
}

Fault makingFault(const Error &error)
{
    if (error.code != ErrorCode::LockedOut)
        return faultFrom(error, error.code == ErrorCode::InvalidInput ? QStringLiteral("email") : QString());
    const int minutes = error.args.value(0).toInt();
    return {429, QStringLiteral("too_many_requests"),
            QStringLiteral("%1 secrets are open for this e-mail. Use one of those, or try again in %2 min.").arg(EmailProofs::MostOpen).arg(minutes), {}, minutes * 60};
}

Fault confirmingFault(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return {404, QStringLiteral("not_found"), QStringLiteral("This secret is not known here, was used, or has ended.")};
    return faultFrom(error);
}

void confirm(Desk &desk, const CallPtr &call, const QString &secret, const QByteArray &passwordHash, const Reply &reply)
{
    desk.writers().run([call, secret, passwordHash, reply](BoxOffice &office) {
        const auto confirmed = office.emailProofs().confirm(secret, passwordHash);
        reply(confirmed ? Response{204} : refused(*call, confirmingFault(confirmed.error())));
    });
}

} // namespace

void routes::addEmailProof(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    const QString email = fields.text("email", ProofNeed::Required, customer_rules::MaxEmailLength);
    if (fault)
        return reply(refused(*call, *fault));
    // Not remembered with an Idempotency-Key: an answer that is kept would keep the secret.
    desk.writers().run([call, email, reply = std::move(reply)](BoxOffice &office) {
        const auto made = office.emailProofs().make(email);
        reply(made ? answered(*call, 201, proofJson(*made)) : refused(*call, makingFault(made.error())));
    });
}

/// Whoever has the secret needs no token. It is looked at before anything is hashed or written: guesses are cheap to refuse.
void routes::confirmEmailProof(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    const Fields fields = Fields::parse(call->request.body, &fault);
    const QString secret = fields.text("secret", ProofNeed::Required, LongestSecret);
    const bool hasPassword = fields.has("password");
    const QString password = hasPassword ? newPassword(fields) : QString();
    if (fault)
        return reply(refused(*call, *fault));
    desk.readers().run([&desk, call, secret, hasPassword, password, reply = std::move(reply)](BoxOffice &office) {
        if (const auto open = office.emailProofs().mustBeOpen(secret); !open)
            return reply(refused(*call, confirmingFault(open.error())));
        if (!hasPassword)
            return confirm(desk, call, secret, {}, reply);
        auto place = desk.passwords().place();
        if (!place)
            return reply(refused(*call, Desk::passwordsBusy()));
        desk.passwords().hash(std::move(place), password, [&desk, call, secret, reply](const QByteArray &hash) { confirm(desk, call, secret, hash, reply); });
    });
}

} // namespace foyer::server
