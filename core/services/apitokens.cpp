#include "core/services/apitokens.h"

#include "core/base/random.h"
#include "core/domain/inputtext.h"
#include "core/storage/token_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr std::array AllScopes{Scope::Read, Scope::Sell, Scope::Wallet, Scope::Manage};
constexpr int SecretBytes = 32;
constexpr QLatin1StringView SecretPrefix("foyer_");

QByteArray hashOf(const QString &secret)
{
    return crypto::sha256(secret.toUtf8());
}

} // namespace

QString scopeName(Scope scope)
{
    switch (scope) {
    case Scope::Read:
        return QStringLiteral("read");
    case Scope::Sell:
        return QStringLiteral("sell");
    case Scope::Wallet:
        return QStringLiteral("wallet");
    case Scope::Manage:
        break;
    }
    return QStringLiteral("manage");
}

Scopes Scopes::all()
{
    Scopes scopes;
    for (const Scope scope : AllScopes)
        scopes.add(scope);
    return scopes;
}

Result<Scopes> Scopes::fromText(const QString &text)
{
    Scopes scopes;
    const auto parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const auto found = std::find_if(AllScopes.begin(), AllScopes.end(), [&](Scope s) { return scopeName(s) == part.trimmed(); });
        if (found == AllScopes.end())
            return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" is none of read, sell, wallet and manage").arg(part.trimmed().left(40))});
        scopes.add(*found);
    }
    if (scopes.isEmpty())
        return fail(ErrorCode::InvalidInput, {translate("Input", "a token allows at least one of read, sell, wallet and manage")});
    return scopes;
}

QString Scopes::text() const
{
    QStringList names;
    for (const Scope scope : AllScopes)
        if (has(scope))
            names << scopeName(scope);
    return names.join(QLatin1Char(','));
}

Result<NewToken> ApiTokens::add(const Actor &actor, const QString &name, Scopes scopes)
{
    if (const auto allowed = require(actor, Permission::ManageStaff); !allowed)
        return fail(allowed.error());
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > MaxNameLength || std::any_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return fail(ErrorCode::InvalidInput, {translate("Input", "a token needs a name of one line and up to %1 letters").arg(MaxNameLength)});
    if (scopes.isEmpty())
        return fail(ErrorCode::InvalidInput, {translate("Input", "a token allows at least one of read, sell, wallet and manage")});
    return m_writer.write([&](Work &work) -> Result<NewToken> {
        NewToken made{{work.ids().make<TokenId>(), trimmed, scopes, work.now(), {}}, {}};
        made.secret = SecretPrefix + QString::fromLatin1(work.random().bytes(SecretBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        token_store::insert(work.db(), {made.token.id, trimmed, scopes.text(), work.now(), {}}, hashOf(made.secret));
        work.fact("token.added", {{QStringLiteral("token"), made.token.id.toString()}, {QStringLiteral("scopes"), scopes.text()},
                                  {QStringLiteral("by"), actor.staff.toString()}});
        return made;
    });
}

Result<std::vector<Token>> ApiTokens::list()
{
    return m_writer.read([](Database &db) {
        std::vector<Token> out;
        for (const auto &row : token_store::all(db))
            out.push_back({row.id, row.name, Scopes::fromText(row.scopes).value_or(Scopes()), row.createdAt, row.revokedAt});
        return out;
    });
}

Result<void> ApiTokens::revoke(const Actor &actor, TokenId token)
{
    if (const auto allowed = require(actor, Permission::ManageStaff); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        if (!token_store::revoke(work.db(), token, work.now()))
            return fail(ErrorCode::NotFound, {translate("Input", "this token")});
        work.fact("token.revoked", {{QStringLiteral("token"), token.toString()}, {QStringLiteral("by"), actor.staff.toString()}});
        return {};
    });
}

Result<ApiTokens::Found> ApiTokens::find(const QString &secret)
{
    if (!secret.startsWith(SecretPrefix) || secret.size() > 200)
        return fail(ErrorCode::NotFound, {translate("Input", "this token")});
    return m_writer.read([&](Database &db) -> Result<Found> {
        const auto found = token_store::byHash(db, hashOf(secret));
        if (!found)
            return fail(ErrorCode::NotFound, {translate("Input", "this token")});
        return Found{found->id, Scopes::fromText(found->scopes).value_or(Scopes())};
    });
}

} // namespace foyer
