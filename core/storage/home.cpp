#include "core/storage/home.h"

#include "core/storage/life.h"
#include "core/storage/migrator.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace foyer::home {

namespace {

using ErrorKind = StorageError::Kind;

constexpr qsizetype LongestName = 63; ///< of a PostgreSQL database

std::unique_ptr<Database> maintenance(DatabaseUrl url, const Clock &clock)
{
    url.database = QStringLiteral("postgres");
    return Database::open(url, Database::Mode::Administer, clock);
}

bool serverHas(Database &server, const QString &name)
{
    return !server.run("SELECT 1 FROM pg_database WHERE datname = ?", {name}).empty();
}

State contentsOf(Database &database)
{
    if (migrator::currentVersion(database) == 0) {
        const Rows tables = database.isPostgres() ? database.run("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1")
                                                  : database.run("SELECT 1 FROM sqlite_schema WHERE type = 'table' LIMIT 1");
        return tables.empty() ? State::Empty : State::Occupied; // somebody else's tables
    }
    const Rows found = database.run("SELECT 1 WHERE EXISTS (SELECT 1 FROM journal) OR EXISTS (SELECT id FROM staff) OR EXISTS (SELECT 1 FROM venue)");
    return found.empty() ? State::Empty : State::Occupied;
}

bool isMissing(const DatabaseUrl &url, const Clock &clock)
{
    if (url.kind == DatabaseUrl::Kind::Sqlite)
        return QFileInfo(url.path).size() == 0;
    try {
        Database::open(url, Database::Mode::Read, clock);
        return false;
    } catch (const StorageError &error) {
        if (error.kind() != ErrorKind::Unavailable)
            throw;
        try { // the server may answer though this database is not there
            if (!serverHas(*maintenance(url, clock), url.database))
                return true;
        } catch (const StorageError &) {
        }
        throw;
    }
}

StorageError systemError(const QString &path)
{
    const int code = errno;
    return StorageError(code == ENOSPC ? ErrorKind::DiskFull : ErrorKind::Unavailable, path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(code)));
}

void flush(const QString &path, int flags)
{
    const int file = ::open(path.toLocal8Bit().constData(), flags | O_CLOEXEC);
    const bool good = file >= 0 && ::fsync(file) == 0;
    const StorageError error = systemError(path);
    if (file >= 0)
        ::close(file);
    if (!good)
        throw error;
}

void renameFile(const QString &from, const QString &to)
{
    if (std::rename(from.toLocal8Bit().constData(), to.toLocal8Bit().constData()) != 0)
        throw systemError(to);
    flush(QFileInfo(to).absolutePath(), O_RDONLY | O_DIRECTORY);
}

/// Folds the write-ahead log into the file, which fails while anybody else has it open.
void fold(const DatabaseUrl &url, const Clock &clock)
{
    try {
        Database::open(url, Database::Mode::Administer, clock)->execute(QStringLiteral("PRAGMA journal_mode = DELETE"));
    } catch (const StorageError &error) {
        if (error.kind() == ErrorKind::Busy)
            throw StorageError(ErrorKind::LockedByOther, url.path);
        throw;
    }
}

QString replaceFile(const DatabaseUrl &target, const DatabaseUrl &made, const QString &suffix, const Clock &clock)
{
    const bool isThere = QFileInfo::exists(target.path);
    if (isThere && QFileInfo(target.path).size() > 0)
        fold(target, clock);
    QLockFile lock(target.path + QStringLiteral(".lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0) || QFileInfo::exists(target.path + QStringLiteral("-wal"))) // somebody opened it just now
        throw StorageError(ErrorKind::LockedByOther, target.path);
    const QString kept = suffix.isEmpty() || !isThere ? QString() : target.path + suffix;
    if (!kept.isEmpty()) { // a second name first, so that there is no moment without any file
        std::error_code error;
        std::filesystem::create_hard_link(target.path.toStdString(), kept.toStdString(), error);
        if (error)
            throw StorageError(ErrorKind::Unavailable, kept + QStringLiteral(": ") + QString::fromStdString(error.message()));
    }
    renameFile(made.path, target.path);
    return kept;
}

QString replaceOnServer(const DatabaseUrl &target, const DatabaseUrl &made, const QString &suffix, const Clock &clock)
{
    const auto server = maintenance(target, clock);
    const QString rename = QStringLiteral("ALTER DATABASE \"%1\" RENAME TO \"%2\"");
    const bool isThere = serverHas(*server, target.database);
    const QString kept = isThere ? target.database.left(LongestName - suffix.size()) + suffix : QString();
    try {
        Transaction transaction(*server);
        if (isThere)
            server->execute(rename.arg(target.database, kept));
        server->execute(rename.arg(made.database, target.database));
        transaction.commit();
    } catch (const StorageError &error) {
        if (QByteArray(error.what()).contains("55006")) // object in use: somebody is connected
            throw StorageError(ErrorKind::LockedByOther, target.display());
        throw;
    }
    return kept;
}

} // namespace

State stateOf(const DatabaseUrl &url, const Clock &clock)
{
    return isMissing(url, clock) ? State::Missing : contentsOf(*Database::open(url, Database::Mode::Read, clock));
}

qint64 lastChain(const DatabaseUrl &url, const Clock &clock)
{
    const auto database = Database::open(url, Database::Mode::Read, clock);
    return migrator::currentVersion(*database) == 0 ? 0 : life::lastChain(*database);
}

bool mayReadAll(Database &database)
{
    return !database.isPostgres() || database.run("SELECT has_table_privilege('staff', 'SELECT')::int").front().number(0) == 1;
}

QString replace(const DatabaseUrl &target, const DatabaseUrl &made, const QString &suffix, const Clock &clock)
{
    return target.kind == DatabaseUrl::Kind::Sqlite ? replaceFile(target, made, suffix, clock) : replaceOnServer(target, made, suffix, clock);
}

void createDatabase(const DatabaseUrl &url, const Clock &clock)
{
    maintenance(url, clock)->execute(QStringLiteral("CREATE DATABASE \"%1\"").arg(url.database));
}

void dropDatabase(const DatabaseUrl &url, const Clock &clock)
{
    maintenance(url, clock)->execute(QStringLiteral("DROP DATABASE IF EXISTS \"%1\"").arg(url.database));
}

void flushFile(const QString &path)
{
    flush(path, O_RDONLY);
    flush(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
}

} // namespace foyer::home
