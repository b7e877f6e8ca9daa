#include "app/desktop/trainingfolder.h"

#include <QtCore/QDir>

namespace foyer {
namespace {

QString lockOf(const QString &folder)
{
    return folder + QStringLiteral("/in-use.lock");
}

void removeLeftBehind(const QString &within)
{
    const QDir around(within);
    for (const QString &name : around.entryList({QStringLiteral("training-*")}, QDir::Dirs)) {
        QLockFile lock(lockOf(around.filePath(name)));
        lock.setStaleLockTime(0); // only a dead owner makes it stale
        if (!lock.tryLock(0))
            continue;
        lock.unlock();
        QDir(around.filePath(name)).removeRecursively();
    }
}

} // namespace

TrainingFolder::TrainingFolder(const QString &within) : m_folder(within + QStringLiteral("/training-XXXXXX")) {}

TrainingFolder::~TrainingFolder()
{
    m_lock.reset();
}

Result<std::unique_ptr<TrainingFolder>> TrainingFolder::make(const QString &within)
{
    QDir().mkpath(within);
    removeLeftBehind(within);
    std::unique_ptr<TrainingFolder> folder(new TrainingFolder(within));
    if (!folder->m_folder.isValid())
        return fail(ErrorCode::FileUnreadable, {within, folder->m_folder.errorString()});
    folder->m_lock = std::make_unique<QLockFile>(lockOf(folder->path()));
    folder->m_lock->setStaleLockTime(0);
    if (!folder->m_lock->tryLock(0))
        return fail(ErrorCode::FileUnreadable, {folder->path(), QStringLiteral("lock")});
    return folder;
}

} // namespace foyer
