#include "core/storage/databaseurl.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

namespace foyer {

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    DatabaseUrl url;
    if (text.startsWith(QLatin1String("sqlite:")) && text.size() > 7) {
        url.path = text.mid(7);
        return url;
    }
    static const QRegularExpression pattern(QStringLiteral(
        "^postgres(?:ql)?://(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]+)/([^/?]+)(?:\\?(.*))?$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch()) {
        return fail(ErrorCode::InvalidInput,
                    {QCoreApplication::translate("Input", "the database is neither sqlite:PATH nor postgres://user@host/name")});
    }
    const auto decoded = [&](int group) { return QUrl::fromPercentEncoding(match.captured(group).toUtf8()); };
    url.kind = Kind::Postgres;
    url.user = decoded(1);
    url.password = decoded(2);
    url.database = decoded(4);
    url.options = match.captured(5).replace(QLatin1Char('&'), QLatin1Char(';'));
    QStringList hosts;
    QStringList ports;
    for (const QString &part : match.captured(3).split(QLatin1Char(','))) {
        const qsizetype colon = part.lastIndexOf(QLatin1Char(':'));
        hosts << (colon < 0 ? part : part.left(colon));
        ports << (colon < 0 ? QStringLiteral("5432") : part.mid(colon + 1));
    }
    url.hosts = hosts.join(QLatin1Char(','));
    url.ports = ports.join(QLatin1Char(','));
    return url;
}

QString DatabaseUrl::display() const
{
    if (kind == Kind::Sqlite)
        return QStringLiteral("sqlite:") + path;
    return QStringLiteral("postgres://%1@%2/%3").arg(user, hosts, database);
}

} // namespace foyer
