#include "app/server/gate.h"

#include "core/base/crypto.h"
#include "core/services/boxoffice.h"

namespace foyer::server {

namespace {

constexpr QByteArrayView BearerPrefix("Bearer ");

tl::unexpected<Fault> unauthorized(const QString &why)
{
    return tl::unexpected(Fault{401, QStringLiteral("unauthorized"), why});
}

} // namespace

tl::expected<Caller, Fault> Gate::judge(Known &known, std::optional<Scope> wanted) const
{
    if (!known.caller)
        return unauthorized(QStringLiteral("This token is not known here, or was revoked."));
    const qint64 second = m_clock.now().ms / 1000;
    known.used = known.second == second ? known.used + 1 : 1;
    known.second = second;
    if (known.used > m_rules.perSecond)
        return tl::unexpected(Fault{429, QStringLiteral("too_many_requests"), QStringLiteral("This token asks more often than %1 times a second.").arg(m_rules.perSecond), {}, 1});
    if (wanted && !known.caller->scopes.has(*wanted))
        return tl::unexpected(Fault{403, QStringLiteral("forbidden"), QStringLiteral("This token may not do that: it lacks the scope %1.").arg(scopeName(*wanted))});
    return *known.caller;
}

/// A shop's token, or that of a customer who signed in.
Result<Gate::Holder> Gate::look(BoxOffice &office, const QString &secret)
{
    if (CustomerLogins::isSession(secret))
        return office.logins().find(secret).map([](const CustomerLogins::Found &found) { return Holder{{found.id, Scopes::all(), found.customer}, found.until}; });
    return office.tokens().find(secret).map([](const ApiTokens::Found &found) { return Holder{{found.id, found.scopes}, {}}; });
}

void Gate::admit(const QByteArray &authorization, std::optional<Scope> wanted, Answer answer)
{
    const bool isBearer = authorization.startsWith(BearerPrefix);
    const QByteArray secret = isBearer ? authorization.mid(BearerPrefix.size()).trimmed() : QByteArray();
    // Where nobody needs a token, a customer who signed in still sees what is theirs alone.
    if (m_rules.open && !CustomerLogins::isSession(QString::fromUtf8(secret)))
        return answer(Caller{{}, Scopes::all()});
    if (!isBearer)
        return answer(unauthorized(QStringLiteral("This needs a token: Authorization: Bearer …")));
    const QByteArray hash = crypto::sha256(secret);
    tl::expected<Caller, Fault> verdict;
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.find(hash);
        const bool isFresh = known != m_known.end() && m_clock.now() < known->until;
        if (isFresh)
            verdict = judge(*known, wanted);
        if (!isFresh)
            verdict = tl::unexpected(Fault{0, {}, {}});
    }
    if (verdict || verdict.error().status != 0)
        return answer(std::move(verdict));
    m_readers.run([this, secret, hash, wanted, answer = std::move(answer)](BoxOffice &office) {
        const auto found = look(office, QString::fromUtf8(secret));
        if (!found && found.error().code != ErrorCode::NotFound)
            return answer(tl::unexpected(faultFrom(found.error())));
        tl::expected<Caller, Fault> judged;
        {
            const std::lock_guard lock(m_mutex);
            if (m_known.size() >= MaxRemembered)
                m_known.clear();
            Known &known = m_known[hash];
            known.caller = found ? std::optional(found->caller) : std::nullopt;
            known.until = m_clock.now() + Remembered;
            if (found && found->until && *found->until < known.until)
                known.until = *found->until;
            judged = judge(known, wanted);
        }
        answer(std::move(judged));
    });
}

} // namespace foyer::server
