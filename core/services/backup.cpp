#include "core/services/backup.h"

#include "core/base/random.h"
#include "core/domain/inputtext.h"
#include "core/storage/home.h"
#include "core/storage/life.h"
#include "core/storage/migrator.h"
#include "core/storage/tablecopy.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>

namespace foyer {

namespace {

using ErrorKind = StorageError::Kind;
using Progress = std::function<void(int)>;

/// Proving takes about as long as copying.
constexpr int CopiedPercent = 50;
/// PostgreSQL cuts names after 63 bytes.
constexpr int LongestDatabaseName = 50;

DatabaseUrl fileUrl(const QString &path)
{
    DatabaseUrl url;
    url.path = path;
    return url;
}

Progress firstHalf(const Progress &progress)
{
    return [progress](int percent) {
        if (progress)
            progress(percent * CopiedPercent / 100);
    };
}

/// A file that is gone again, with all that SQLite keeps beside it, unless it was kept.
class Scratch
{
public:
    explicit Scratch(QString path) : m_path(std::move(path)) { remove(); }
    ~Scratch()
    {
        if (!m_isKept)
            remove();
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    const QString &path() const { return m_path; }
    void keep() { m_isKept = true; }

    /// Empty, and readable by its owner alone: there are PIN hashes and names in it.
    Result<void> create() const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return fail(ErrorCode::FileUnreadable, {m_path, file.errorString()});
        return {};
    }

private:
    void remove() const
    {
        for (const char *part : {"", "-wal", "-shm", "-journal"})
            QFile::remove(m_path + QLatin1String(part));
    }

    QString m_path;
    bool m_isKept = false;
};

/// Writes on a full or failing disk; a damaged source was found out before.
tl::unexpected<Error> writingFailed(const StorageError &error, const QString &path)
{
    if (error.kind() == ErrorKind::DiskFull)
        return fail(error.toError());
    return fail(ErrorCode::FileUnreadable, {path, QString::fromUtf8(error.what())});
}

Result<void> copyFile(const DatabaseUrl &from, const Scratch &to, const Clock &clock)
{
    const auto source = Database::open(from, Database::Mode::Read, clock);
    source->run("SELECT count(*) FROM sqlite_schema"); // reads the file
    if (const auto made = to.create(); !made)
        return made;
    try {
        source->execute(QStringLiteral("VACUUM INTO '%1'").arg(QString(to.path()).replace(QLatin1Char('\''), QLatin1String("''"))));
    } catch (const StorageError &error) {
        return writingFailed(error, to.path());
    }
    return {};
}

Result<void> copyTables(const DatabaseUrl &from, const Scratch &to, const Clock &clock, const Progress &progress, Pins pins)
{
    const auto source = Database::open(from, Database::Mode::Administer, clock);
    migrator::checkReadable(*source);
    if (pins == Pins::Needed && !home::mayReadAll(*source))
        return fail(ErrorCode::InvalidInput, {translate("Backup", "%1 may not read everything in this database, only the login that set it up may").arg(from.user)});
    if (const auto made = to.create(); !made)
        return made;
    const auto target = Database::open(fileUrl(to.path()), Database::Mode::Administer, clock);
    migrator::migrate(*target, std::min(migrator::currentVersion(*source), migrator::knownVersion())); // before migrating, the older one
    TableCopy(*source, *target, progress).run([] {});
    target->execute(QStringLiteral("PRAGMA journal_mode = DELETE")); // one file, nothing beside it
    return {};
}

VerifyReport prove(const DatabaseUrl &url, const Clock &clock)
{
    const auto database = Database::open(url, Database::Mode::Read, clock);
    auto proof = Verifier(*database, {}).verify();
    if (!proof)
        throw StorageError(ErrorKind::Other, proof.error().detail);
    return *proof;
}

/// A file that people give us: what is wrong with it is said of the file, not of a database in use.
Result<int> versionOf(const QString &path, const Clock &clock)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, {path, file.errorString()});
    const QString notOne = translate("Backup", "it is not a backup of a box office");
    if (!file.read(16).startsWith("SQLite format 3"))
        return fail(ErrorCode::FileInvalid, {notOne});
    try {
        const auto database = Database::open(fileUrl(path), Database::Mode::Read, clock);
        const int version = migrator::currentVersion(*database);
        if (version == 0)
            return fail(ErrorCode::FileInvalid, {notOne});
        if (database->read(QStringLiteral("PRAGMA quick_check(1)")).front().text(0) != QLatin1String("ok"))
            return fail(ErrorCode::FileInvalid, {translate("Backup", "it is damaged")});
        if (version > migrator::knownVersion())
            return fail(ErrorCode::SchemaTooNew, {QString::number(version), QString::number(migrator::knownVersion())});
        return version;
    } catch (const StorageError &error) {
        if (error.kind() == ErrorKind::Corrupt || error.kind() == ErrorKind::NotADatabase)
            return fail(ErrorCode::FileInvalid, {translate("Backup", "it is damaged")});
        throw;
    }
}

/// The backup once more, at the schema that this program knows.
Result<void> copyBackup(const QString &file, const Scratch &to, const Clock &clock)
{
    if (auto copied = copyFile(fileUrl(file), to, clock); !copied)
        return copied;
    migrator::migrate(*Database::open(fileUrl(to.path()), Database::Mode::Administer, clock));
    return {};
}

/// What was written under an older schema is proved on a copy at today's: the proofs speak its language alone.
Result<VerifyReport> proveBackup(const QString &file, const Clock &clock)
{
    if (migrator::currentVersion(*Database::open(fileUrl(file), Database::Mode::Read, clock)) >= migrator::knownVersion())
        return prove(fileUrl(file), clock);
    const Scratch migrated(file + QStringLiteral(".proof"));
    if (const auto copied = copyBackup(file, migrated, clock); !copied)
        return fail(copied.error());
    return prove(fileUrl(migrated.path()), clock);
}

/// Everything that is still needed once the file is written and proved.
class Restoring
{
public:
    Restoring(const RestoreRequest &request, const Clock &clock, Random &random, Progress progress)
        : m_request(request), m_clock(clock), m_random(random), m_progress(std::move(progress))
    {
    }

    Result<RestoreReport> run()
    {
        if (const auto version = versionOf(m_request.file, m_clock); !version)
            return fail(version.error());
        m_state = home::stateOf(m_request.to, m_clock);
        if (m_state == home::State::Occupied && !m_request.replace)
            return fail(ErrorCode::InvalidInput, {translate("Backup", "%1 holds something already, which would have to be replaced").arg(m_request.to.display())});
        m_chains = m_state == home::State::Occupied ? home::lastChain(m_request.to, m_clock) : 0;
        return m_request.to.kind == DatabaseUrl::Kind::Sqlite ? intoFile() : ontoServer();
    }

private:
    QString suffix() const
    {
        const auto now = QDateTime::fromMSecsSinceEpoch(m_clock.now().ms);
        return m_state == home::State::Occupied ? now.toString(QStringLiteral("'_old_'yyMMdd_HHmmss")) : QString();
    }

    bool accepts(const VerifyReport &proof) const { return proof.isSound() || m_request.acceptBreaches; }

    Result<RestoreReport> intoFile()
    {
        Scratch scratch(m_request.to.path + QStringLiteral(".restoring"));
        if (const auto copied = copyBackup(m_request.file, scratch, m_clock); !copied)
            return fail(copied.error());
        const DatabaseUrl made = fileUrl(scratch.path());
        {
            const auto database = Database::open(made, Database::Mode::Administer, m_clock);
            Transaction transaction(*database);
            life::beginNew(*database, m_random, m_chains);
            transaction.commit();
            database->execute(QStringLiteral("PRAGMA journal_mode = DELETE"));
        }
        firstHalf(m_progress)(100);
        RestoreReport report{prove(made, m_clock)};
        if (!accepts(report.proof))
            return report;
        home::flushFile(made.path);
        report.keptAside = home::replace(m_request.to, made, suffix(), m_clock);
        report.isDone = true;
        scratch.keep();
        return report;
    }

    Result<RestoreReport> ontoServer()
    {
        const QTemporaryDir folder;
        const Scratch backup(folder.filePath(QStringLiteral("backup.db")));
        if (const auto copied = copyBackup(m_request.file, backup, m_clock); !copied)
            return fail(copied.error());
        RestoreReport report{prove(fileUrl(backup.path()), m_clock)};
        if (!accepts(report.proof))
            return report;
        if (m_state == home::State::Empty)
            return fill(m_request.to, fileUrl(backup.path()));
        DatabaseUrl made = m_request.to;
        made.database = made.database.left(LongestDatabaseName) + QStringLiteral("_restoring");
        home::dropDatabase(made, m_clock);
        home::createDatabase(made, m_clock);
        try {
            auto filled = fill(made, fileUrl(backup.path()));
            if (filled && filled->isDone)
                filled->keptAside = home::replace(m_request.to, made, suffix(), m_clock);
            else
                home::dropDatabase(made, m_clock);
            return filled;
        } catch (const StorageError &) {
            home::dropDatabase(made, m_clock);
            throw;
        }
    }

    Result<RestoreReport> fill(const DatabaseUrl &url, const DatabaseUrl &backup)
    {
        const auto source = Database::open(backup, Database::Mode::Read, m_clock);
        const auto target = Database::open(url, Database::Mode::Administer, m_clock);
        migrator::migrate(*target);
        TableCopy(*source, *target, firstHalf(m_progress)).run([&] { life::beginNew(*target, m_random, m_chains); });
        target->execute(QStringLiteral("ANALYZE"));
        RestoreReport report{prove(url, m_clock)};
        report.isDone = accepts(report.proof);
        if (!report.isDone)
            TableCopy::clear(*target);
        return report;
    }

    const RestoreRequest &m_request;
    const Clock &m_clock;
    Random &m_random;
    const Progress m_progress;
    home::State m_state = home::State::Missing;
    qint64 m_chains = 0; ///< of the box office that is replaced
};

} // namespace

Result<BackupReport> backUp(const DatabaseUrl &from, const QString &file, const Clock &clock, const std::function<void(int)> &progress, Pins pins)
{
    if (QFileInfo::exists(file))
        return fail(ErrorCode::FileUnreadable, {file, translate("Backup", "it is there already")});
    return guarded([&]() -> Result<BackupReport> {
        Scratch scratch(file + QStringLiteral(".part"));
        if (from.kind == DatabaseUrl::Kind::Sqlite)
            migrator::checkReadable(*Database::open(from, Database::Mode::Read, clock));
        const auto copied = from.kind == DatabaseUrl::Kind::Sqlite ? copyFile(from, scratch, clock) : copyTables(from, scratch, clock, firstHalf(progress), pins);
        if (!copied)
            return fail(copied.error());
        firstHalf(progress)(100);
        const auto proof = proveBackup(scratch.path(), clock);
        if (!proof)
            return fail(proof.error());
        const BackupReport report{*proof, QFileInfo(scratch.path()).size()};
        home::flushFile(scratch.path());
        QFile made(scratch.path());
        if (!made.rename(file))
            return fail(ErrorCode::FileUnreadable, {file, made.errorString()});
        scratch.keep();
        home::flushFile(file);
        return report;
    });
}

Result<RestoreReport> restore(const RestoreRequest &request, const Clock &clock, Random &random, const std::function<void(int)> &progress)
{
    return guarded([&] { return Restoring(request, clock, random, progress).run(); });
}

} // namespace foyer
