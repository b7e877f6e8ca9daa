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

void Gate::admit(const QByteArray &authorization, std::optional<Scope> wanted, Answer answer)
{
    if (m_rules.open)
        return answer(Caller{{}, Scopes::all()});
    if (!authorization.startsWith(BearerPrefix))
        return answer(unauthorized(QStringLiteral("This needs a token: Authorization: Bearer …")));
    const QByteArray secret = authorization.mid(BearerPrefix.size()).trimmed();
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
        const auto found = office.tokens().find(QString::fromUtf8(secret));
        if (!found && found.error().code != ErrorCode::NotFound)
            return answer(tl::unexpected(faultFrom(found.error())));
        tl::expected<Caller, Fault> judged;
        {
            const std::lock_guard lock(m_mutex);
            if (m_known.size() >= MaxRemembered)
                m_known.clear();
            Known &known = m_known[hash];
            known.caller = found ? std::optional(Caller{found->id, found->scopes}) : std::nullopt;
            known.until = m_clock.now() + Remembered;
            judged = judge(known, wanted);
        }
        answer(std::move(judged));
    });
}

} // namespace foyer::server
