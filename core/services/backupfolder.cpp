#include "core/services/backupfolder.h"

#include "core/base/clock.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace foyer {

namespace {

/// In UTC, so that the order of names is the order of time.
const QString Stamp = QStringLiteral("yyyy-MM-dd_HHmmss");
const QString SoundOnes = QStringLiteral("backup-*.db");
const QString UnsoundOnes = QStringLiteral("unsound-*.db");

QDateTime momentOf(const QString &name)
{
    QDateTime moment = QDateTime::fromString(name.section(QLatin1Char('-'), 1).section(QLatin1Char('.'), 0, 0), Stamp);
    moment.setTimeSpec(Qt::UTC);
    return moment;
}

} // namespace

QStringList BackupFolder::sound() const
{
    QStringList names = QDir(m_folder).entryList({SoundOnes}, QDir::Files, QDir::Name);
    names.removeIf([](const QString &name) { return !momentOf(name).isValid(); }); // somebody's own copies
    return names;
}

std::optional<QDateTime> BackupFolder::latest() const
{
    const QStringList names = sound();
    return names.isEmpty() ? std::nullopt : std::optional(momentOf(names.constLast()));
}

bool BackupFolder::isDue() const
{
    const auto last = latest();
    const qint64 now = m_clock.now().ms;
    // One from the future was made by a wrong clock and says nothing.
    return !last || last->toMSecsSinceEpoch() > now || now - last->toMSecsSinceEpoch() >= std::chrono::milliseconds(Interval).count();
}

Result<BackupReport> BackupFolder::backUp(const DatabaseUrl &from) const
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::FileUnreadable, {m_folder, QStringLiteral("mkdir")});
    const QString stamp = QDateTime::fromMSecsSinceEpoch(m_clock.now().ms, Qt::UTC).toString(Stamp);
    const QString path = m_folder + QStringLiteral("/backup-") + stamp + QStringLiteral(".db");
    auto report = foyer::backUp(from, path, m_clock);
    if (!report)
        return report;
    if (report->proof.isSound()) {
        prune(SoundOnes);
    } else {
        QFile::rename(path, m_folder + QStringLiteral("/unsound-") + stamp + QStringLiteral(".db"));
        prune(UnsoundOnes);
    }
    return report;
}

void BackupFolder::prune(const QString &pattern) const
{
    QDir folder(m_folder);
    QStringList names = folder.entryList({pattern}, QDir::Files, QDir::Name);
    names.removeIf([](const QString &name) { return !momentOf(name).isValid(); });
    while (names.size() > Kept)
        folder.remove(names.takeFirst());
}

} // namespace foyer
