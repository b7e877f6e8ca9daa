#include "core/storage/migrator.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

static void initialiseResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace foyer::migrator {

namespace {

QStringList migrationFiles()
{
    initialiseResources();
    return QDir(QStringLiteral(":/migrations")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

QString readMigration(const QString &name)
{
    QFile file(QStringLiteral(":/migrations/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a migration is missing from the program");
    return QString::fromUtf8(file.readAll());
}

/// "sqlite", "postgres" or empty: the marker among a statement's leading comment lines.
QString dialectOf(const QString &statement)
{
    for (const QString &line : statement.split(QLatin1Char('\n'))) {
        const QString trimmed = line.trimmed();
        if (trimmed == QLatin1String("-- sqlite") || trimmed == QLatin1String("-- postgres"))
            return trimmed.mid(3);
        if (!trimmed.isEmpty() && !trimmed.startsWith(QLatin1String("--")))
            break;
    }
    return {};
}

QStringList appendOnly(const QString &table, bool postgres)
{
    if (postgres) {
        return {QStringLiteral("CREATE TRIGGER %1_append_only BEFORE UPDATE OR DELETE ON %1 FOR EACH ROW EXECUTE FUNCTION foyer_append_only()").arg(table),
                QStringLiteral("CREATE TRIGGER %1_not_truncated BEFORE TRUNCATE ON %1 FOR EACH STATEMENT EXECUTE FUNCTION foyer_append_only()").arg(table)};
    }
    const QString trigger = QStringLiteral("CREATE TRIGGER %1_no_%2 BEFORE %2 ON %1 BEGIN SELECT RAISE(ABORT, '%1 is append-only'); END");
    return {trigger.arg(table, QStringLiteral("UPDATE")), trigger.arg(table, QStringLiteral("DELETE"))};
}

} // namespace

QStringList statements(const QString &text, bool postgres)
{
    const QString mine = postgres ? QStringLiteral("postgres") : QStringLiteral("sqlite");
    static const QRegularExpression appendOnlyToken(QStringLiteral("\\{append_only:(\\w+)\\}"));
    QStringList out;
    for (const QString &part : text.split(QStringLiteral(";;"))) {
        QString statement = part.trimmed();
        const QString dialect = dialectOf(statement);
        if (statement.isEmpty() || (!dialect.isEmpty() && dialect != mine))
            continue;
        if (const auto match = appendOnlyToken.match(statement); match.hasMatch()) {
            out += appendOnly(match.captured(1), postgres);
            continue;
        }
        statement.replace(QLatin1String("{int}"), postgres ? QLatin1String("BIGINT") : QLatin1String("INTEGER"));
        statement.replace(QLatin1String("{uuid}"), postgres ? QLatin1String("UUID") : QLatin1String("BLOB"));
        statement.replace(QLatin1String("{bytes}"), postgres ? QLatin1String("BYTEA") : QLatin1String("BLOB"));
        statement.replace(QLatin1String("{strict}"), postgres ? QLatin1String("") : QLatin1String("STRICT"));
        out << statement;
    }
    return out;
}

int knownVersion()
{
    return int(migrationFiles().size());
}

int currentVersion(Database &database)
{
    const Rows found = database.isPostgres()
        ? database.run("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'")
        : database.run("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'");
    return found.empty() ? 0 : int(database.run("SELECT coalesce(max(version), 0) FROM migration").front().number(0));
}

void checkReadable(Database &database)
{
    if (currentVersion(database) == 0)
        throw StorageError(StorageError::Kind::SchemaMissing, database.url().display());
    const Rows oldest = database.run("SELECT max(oldest_program) FROM migration");
    if (oldest.front().number(0) > knownVersion())
        throw StorageError(StorageError::Kind::SchemaTooNew, database.url().display());
}

void check(Database &database)
{
    checkReadable(database);
    if (currentVersion(database) < knownVersion())
        throw StorageError(StorageError::Kind::SchemaMissing, database.url().display());
}

int migrate(Database &database, int upTo)
{
    const QStringList files = migrationFiles();
    const int from = currentVersion(database);
    if (from > files.size())
        check(database);
    for (int version = from + 1; version <= upTo; ++version) {
        const QString &name = files.at(version - 1);
        Transaction transaction(database);
        if (version == 1) {
            // oldest_program: the lowest schema knowledge that can still serve this database.
            const QString table = QStringLiteral("CREATE TABLE migration (version {int} NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
                                                 "oldest_program {int} NOT NULL, applied_at {int} NOT NULL) {strict}");
            database.execute(statements(table, database.isPostgres()).front());
        }
        for (const QString &statement : statements(readMigration(name), database.isPostgres()))
            database.execute(statement);
        database.run("INSERT INTO migration (version, name, oldest_program, applied_at) VALUES (?, ?, ?, ?)",
                     {version, name, version, database.now()});
        transaction.commit();
    }
    return qMax(0, upTo - from);
}

} // namespace foyer::migrator
