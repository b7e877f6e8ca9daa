#include "app/common/paths.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

namespace foyer::paths {

namespace {

QString made(const QString &folder)
{
    QDir().mkpath(folder); // a folder that cannot be made is noticed by whoever opens a file in it
    return folder;
}

Result<DatabaseUrl> fileInDataFolder(const QString &name)
{
    return DatabaseUrl::parse(QStringLiteral("sqlite:") + made(dataFolder()) + QLatin1Char('/') + name);
}

} // namespace

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/foyer");
}

Result<DatabaseUrl> defaultDatabase()
{
    const QString given = qEnvironmentVariable("FOYER_DB");
    return given.isEmpty() ? fileInDataFolder(QStringLiteral("foyer.db")) : DatabaseUrl::parse(given);
}

Result<DatabaseUrl> demoDatabase()
{
    return fileInDataFolder(QStringLiteral("demo.db"));
}

QString defaultKeyFolder()
{
    const QString given = qEnvironmentVariable("FOYER_KEYS");
    return given.isEmpty() ? dataFolder() + QStringLiteral("/keys") : given;
}

QString sandboxBooks(const QString &keyFolder)
{
    return made(keyFolder) + QStringLiteral("/sandbox.json");
}

QString logFile()
{
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    const QString state = given.isEmpty() ? QDir::homePath() + QStringLiteral("/.local/state") : given;
    return made(state + QStringLiteral("/foyer")) + QStringLiteral("/foyer.log");
}

} // namespace foyer::paths
