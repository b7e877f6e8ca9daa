#include "app/ctl/call.h"
#include "core/domain/inputtext.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

QString tokenDay(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODate);
}

QJsonObject tokenJson(const Token &token)
{
    QJsonObject json{{QStringLiteral("id"), token.id.toString()}, {QStringLiteral("name"), token.name}, {QStringLiteral("scopes"), token.scopes.text()},
                     {QStringLiteral("created_at"), tokenDay(token.createdAt)}};
    if (token.revokedAt)
        json.insert(QStringLiteral("revoked_at"), tokenDay(*token.revokedAt));
    return json;
}

Answer addToken(Call &call)
{
    const auto scopes = Scopes::fromText(call.value("scope"));
    if (!scopes)
        return failed(scopes.error());
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto made = (*office)->tokens().add((*office)->system(), call.value("name"), *scopes);
    if (!made)
        return failed(made.error());
    QJsonObject json = tokenJson(made->token);
    json.insert(QStringLiteral("token"), made->secret);
    return Outcome{translate("Ctl", "%1\nThis is the only time it is shown. It may: %2. To take it back: foyerctl token revoke %3")
                       .arg(made->secret, made->token.scopes.text(), made->token.id.toString()), json, {}};
}

Answer listTokens(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto tokens = (*office)->tokens().list();
    if (!tokens)
        return failed(tokens.error());
    QString text;
    QJsonArray list;
    for (const Token &token : *tokens) {
        text += QStringLiteral("%1  %2  %3  %4%5\n").arg(token.id.toString(), tokenDay(token.createdAt), token.scopes.text(), token.name,
                                                        token.revokedAt ? translate("Ctl", "  revoked %1").arg(tokenDay(*token.revokedAt)) : QString());
        list.append(tokenJson(token));
    }
    return Outcome{text.isEmpty() ? translate("Ctl", "There is no token yet; foyerctl token add makes one.") : text, {{QStringLiteral("tokens"), list}}, {}};
}

Answer revokeToken(Call &call)
{
    const auto id = TokenId::fromString(call.argument(0));
    if (!id)
        return usage(translate("Ctl", "\"%1\" is no token's id; foyerctl token list shows them.").arg(call.argument(0).left(60)));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto revoked = (*office)->tokens().revoke((*office)->system(), *id);
    if (!revoked)
        return failed(revoked.error());
    return Outcome{translate("Ctl", "The token is no use any more."), {{QStringLiteral("id"), id->toString()}}, {}};
}

} // namespace

std::vector<Verb> tokenVerbs()
{
    Verb add;
    add.name = QStringLiteral("token add");
    add.summary = translate("Ctl", "Make a token with which a web shop may use the server.");
    add.options = {{QStringLiteral("scope"), translate("Ctl", "What it may: some of read, sell, wallet, manage."), translate("Ctl", "list"), QStringLiteral("read,sell")},
                   {QStringLiteral("name"), translate("Ctl", "Whose it is."), translate("Ctl", "name"), QStringLiteral("Web shop")}};
    add.run = addToken;
    Verb list;
    list.name = QStringLiteral("token list");
    list.summary = translate("Ctl", "The tokens that were made, revoked ones too.");
    list.run = listTokens;
    Verb revoke;
    revoke.name = QStringLiteral("token revoke");
    revoke.arguments = QStringLiteral("ID");
    revoke.argumentCount = 1;
    revoke.summary = translate("Ctl", "Take a token back.");
    revoke.run = revokeToken;
    return {add, list, revoke};
}

} // namespace foyer::ctl
