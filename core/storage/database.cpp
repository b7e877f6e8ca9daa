#include "core/storage/database.h"

#include "core/storage/postgressession.h"
#include "core/storage/sqlitestatement.h"

#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QLockFile>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlDriver>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>

#include <atomic>
#include <unordered_map>

namespace foyer {

namespace {

QString nextConnectionName()
{
    static std::atomic<int> counter{0};
    return QStringLiteral("foyer-%1").arg(++counter);
}

const char *arrayType(ColumnType type)
{
    switch (type) {
    case ColumnType::Int:
        return "bigint[]";
    case ColumnType::Uuid:
        return "uuid[]";
    case ColumnType::Text:
        return "text[]";
    case ColumnType::Bytes:
        return "bytea[]";
    }
    return "text[]";
}

std::vector<PostgresSession::Value> valuesOf(std::initializer_list<Param> params)
{
    std::vector<PostgresSession::Value> values;
    values.reserve(params.size());
    for (const Param &param : params)
        values.push_back(PostgresSession::valueOf(param));
    return values;
}

std::vector<PostgresSession::Value> valuesOf(const Batch &batch, std::initializer_list<Param> before, std::initializer_list<Param> after)
{
    std::vector<PostgresSession::Value> values = valuesOf(before);
    for (size_t column = 0; column < batch.columns().size(); ++column)
        values.push_back(PostgresSession::arrayOf(batch, column));
    for (const Param &param : after)
        values.push_back(PostgresSession::valueOf(param));
    return values;
}

/// After a reconnection that failed.
StorageError notConnected()
{
    return StorageError(StorageError::Kind::ConnectionLost, QStringLiteral("there is no connection"));
}

QByteArray literal(const char *sql)
{
    return QByteArray::fromRawData(sql, qsizetype(qstrlen(sql)));
}

} // namespace

QUuid Row::uuid(int column) const
{
    const QVariant &value = m_values[size_t(column)];
    if (value.typeId() == QMetaType::QByteArray)
        return QUuid::fromRfc4122(value.toByteArray());
    return value.isNull() ? QUuid() : QUuid::fromString(value.toString());
}

Currency Row::currency(int column) const
{
    const Result<Currency> currency = Currency::fromCode(text(column));
    if (!currency)
        throw StorageError(StorageError::Kind::Corrupt, QStringLiteral("\"%1\" is not a currency").arg(text(column)));
    return *currency;
}

void Batch::add(std::vector<Param> row)
{
    Q_ASSERT(row.size() == m_columns.size());
    m_rows.push_back(std::move(row));
}

struct Database::Driver {
    QString name = nextConnectionName();
    QSqlDatabase connection;
    std::unique_ptr<PostgresSession> postgres;
    sqlite3 *sqlite = nullptr;
    std::unordered_map<QByteArray, std::unique_ptr<SqliteStatement>> statements; ///< of SQLite
    QHash<const char *, QByteArray> expanded; ///< batch statements by their literal
    std::unique_ptr<QLockFile> lock;

    ~Driver() { close(); }

    void close()
    {
        postgres.reset();
        statements.clear();
        sqlite = nullptr;
        connection.close();
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }
};

Database::Database(DatabaseUrl url, Mode mode, const Clock &clock, GivenUp givenUp)
    : m_url(std::move(url)), m_mode(mode), m_clock(clock), m_givenUp(std::move(givenUp)), m_driver(std::make_unique<Driver>())
{
}

Database::~Database() = default;

std::unique_ptr<Database> Database::open(const DatabaseUrl &url, Mode mode, const Clock &clock, GivenUp givenUp)
{
    std::unique_ptr<Database> database(new Database(url, mode, clock, std::move(givenUp)));
    if (!database->isPostgres() && mode != Mode::Read) {
        auto lock = std::make_unique<QLockFile>(url.path + QStringLiteral(".lock"));
        lock->setStaleLockTime(0); // only a dead owner makes it stale
        if (!lock->tryLock(0)) {
            if (lock->error() == QLockFile::LockFailedError)
                throw StorageError(StorageError::Kind::LockedByOther, url.path);
            throw StorageError(QFileInfo::exists(url.path) ? StorageError::Kind::ReadOnly : StorageError::Kind::Unavailable, url.path);
        }
        database->m_driver->lock = std::move(lock);
    }
    database->connectDriver();
    return database;
}

void Database::refuseIfGivenUp() const
{
    if (isGivenUp())
        throw StorageError(StorageError::Kind::Unavailable, QStringLiteral("this connection was given up"));
}

void Database::connectDriver()
{
    refuseIfGivenUp();
    m_driver->connection = QSqlDatabase::addDatabase(isPostgres() ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), m_driver->name);
    QSqlDatabase &connection = m_driver->connection;
    if (isPostgres()) {
        connection.setUserName(m_url.user);
        connection.setPassword(m_url.password);
        connection.setHostName(m_url.hosts);
        connection.setDatabaseName(m_url.database);
        QString options = QStringLiteral("connect_timeout=5;tcp_user_timeout=10000;keepalives_idle=10;application_name=foyer;port=%1").arg(m_url.ports);
        if (m_mode != Mode::Read)
            options += QStringLiteral(";target_session_attrs=read-write");
        if (!m_url.options.isEmpty())
            options += QLatin1Char(';') + m_url.options;
        connection.setConnectOptions(options);
    } else {
        if (m_mode == Mode::Read && !QFileInfo::exists(m_url.path))
            throw StorageError(StorageError::Kind::Unavailable, m_url.path);
        connection.setDatabaseName(m_url.path);
        connection.setConnectOptions(m_mode == Mode::Read ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                                          : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    }
    if (!connection.open()) {
        StorageError error = StorageError::fromSql(connection.lastError(), isPostgres());
        if (error.kind() == StorageError::Kind::ConnectionLost)
            error = StorageError(StorageError::Kind::Unavailable, QString::fromUtf8(error.what()));
        throw error;
    }
    isPostgres() ? preparePostgres() : prepareSqlite();
    if (m_heard)
        subscribe();
}

void Database::listen(const QString &channel, std::function<void()> heard)
{
    if (!isPostgres())
        return;
    m_channel = channel;
    m_heard = std::move(heard);
    subscribe();
}

void Database::subscribe()
{
    QSqlDriver *driver = m_driver->connection.driver();
    QObject::connect(driver, &QSqlDriver::notification, driver, [this](const QString &, QSqlDriver::NotificationSource source) {
        if (source == QSqlDriver::OtherSource)
            m_heard();
    });
    if (!driver->subscribeToNotification(m_channel))
        throw StorageError::fromSql(driver->lastError(), true);
}

void Database::prepareSqlite()
{
    m_driver->sqlite = *static_cast<sqlite3 **>(m_driver->connection.driver()->handle().data());
    addClock(m_driver->sqlite, m_clock);
    execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    execute(QStringLiteral("PRAGMA temp_store = MEMORY"));
    execute(QStringLiteral("PRAGMA cache_size = -32000"));
    // {batch} selects its parameters from here: SQLite flattens a subquery only when it reads a table, and would
    // otherwise build a temporary one for every row of a batch.
    execute(QStringLiteral("CREATE TEMP TABLE one_row (x INTEGER)"));
    execute(QStringLiteral("INSERT INTO one_row VALUES (1)"));
    if (m_mode == Mode::Read) {
        execute(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
        return;
    }
    execute(QStringLiteral("PRAGMA journal_mode = WAL"));
    execute(QStringLiteral("PRAGMA synchronous = FULL"));
    execute(QStringLiteral("BEGIN IMMEDIATE")); // a file that cannot be written says so now, not at the first sale
    execute(QStringLiteral("ROLLBACK"));
}

void Database::preparePostgres()
{
    m_driver->postgres = std::make_unique<PostgresSession>(*static_cast<pg_conn **>(m_driver->connection.driver()->handle().data()));
    // A laptop put to sleep in a transaction must not stop the house. Migrations may take longer.
    const bool administer = m_mode == Mode::Administer;
    execute(QStringLiteral("SET TIME ZONE 'UTC'"));
    execute(QStringLiteral("SET client_min_messages = warning"));
    execute(QStringLiteral("SET bytea_output = hex")); // Qt's driver asks for the longer form
    execute(QStringLiteral("SET statement_timeout = '%1s'").arg(administer ? 600 : 30));
    execute(QStringLiteral("SET lock_timeout = '%1s'").arg(administer ? 60 : 10));
    execute(QStringLiteral("SET idle_in_transaction_session_timeout = '%1s'").arg(administer ? 600 : 15));
    if (m_mode == Mode::Write)
        execute(QStringLiteral("SET ROLE foyer_terminal"));
    if (m_mode == Mode::Read)
        execute(QStringLiteral("SET default_transaction_read_only = on"));
}

void Database::reconnect()
{
    m_driver->close();
    m_driver->name = nextConnectionName();
    connectDriver();
}

Instant Database::now()
{
    return isPostgres() ? run("SELECT foyer_now()").front().instant(0) : m_clock.now();
}

void Database::postNow()
{
    if (isPostgres())
        session().postTime();
    else
        m_postedNow = m_clock.now();
}

Instant Database::postedNow()
{
    return isPostgres() ? Instant{session().postedTime()} : m_postedNow;
}

void Database::execute(const QString &sql)
{
    refuseIfGivenUp();
    settle();
    QSqlQuery query(m_driver->connection);
    if (!query.exec(sql))
        throw StorageError::fromSql(query.lastError(), isPostgres());
    while (query.next()) { }
    query.finish();
}

void Database::settle()
{
    if (isPostgres() && m_driver->postgres)
        m_driver->postgres->settle();
}

Rows Database::read(const QString &sql)
{
    settle();
    QSqlQuery query(m_driver->connection);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        throw StorageError::fromSql(query.lastError(), isPostgres());
    const int columns = query.record().count();
    Rows rows;
    while (query.next()) {
        std::vector<QVariant> row;
        row.reserve(size_t(columns));
        for (int i = 0; i < columns; ++i)
            row.push_back(query.value(i));
        rows.emplace_back(std::move(row));
    }
    if (query.lastError().isValid())
        throw StorageError::fromSql(query.lastError(), isPostgres());
    return rows;
}

Rows Database::run(const char *sql, std::initializer_list<Param> params)
{
    if (isPostgres())
        return ask(literal(sql), valuesOf(params));
    Rows rows;
    SqliteStatement &statement = sqliteStatement(literal(sql));
    statement.bind(0, {params.begin(), params.size()});
    statement.run(rows);
    return rows;
}

Rows Database::run(const char *sql, const Batch &batch, std::initializer_list<Param> before, std::initializer_list<Param> after)
{
    if (batch.isEmpty())
        return {};
    return isPostgres() ? ask(expandBatch(sql, batch), valuesOf(batch, before, after))
                        : runSqlite(expandBatch(sql, batch), batch, {before.begin(), before.size()}, {after.begin(), after.size()});
}

Rows Database::runMade(const QByteArray &sql, const Batch &batch)
{
    if (batch.isEmpty())
        return {};
    return isPostgres() ? ask(expand(sql, batch), valuesOf(batch, {}, {})) : runSqlite(expand(sql, batch), batch, {}, {});
}

void Database::post(const char *sql, std::initializer_list<Param> params)
{
    if (isPostgres() && session().isInTransaction())
        session().post(literal(sql), valuesOf(params));
    else
        run(sql, params);
}

void Database::post(const char *sql, const Batch &batch, std::initializer_list<Param> before, std::initializer_list<Param> after)
{
    if (!isPostgres() || !session().isInTransaction())
        run(sql, batch, before, after);
    else if (!batch.isEmpty())
        session().post(expandBatch(sql, batch), valuesOf(batch, before, after));
}

PostgresSession &Database::session()
{
    refuseIfGivenUp();
    if (!m_driver->postgres)
        throw notConnected();
    return *m_driver->postgres;
}

Rows Database::ask(const QByteArray &sql, std::vector<PostgresValue> values)
{
    Rows rows = session().ask(sql, std::move(values));
    // What came along with the answer would otherwise wait for the next notification.
    if (m_heard && session().wasNotified())
        QMetaObject::invokeMethod(m_driver->connection.driver(), m_heard, Qt::QueuedConnection);
    return rows;
}

Rows Database::runSqlite(const QByteArray &expanded, const Batch &batch, std::span<const Param> before, std::span<const Param> after)
{
    Rows rows;
    SqliteStatement &statement = sqliteStatement(expanded);
    const int firstOfRow = int(before.size()), firstAfter = firstOfRow + int(batch.columns().size());
    statement.bind(0, before);
    statement.bind(firstAfter, after);
    for (const auto &row : batch.rows()) {
        statement.bind(firstOfRow, row);
        statement.run(rows);
    }
    return rows;
}

const QByteArray &Database::expandBatch(const char *sql, const Batch &batch) const
{
    QByteArray &expanded = m_driver->expanded[sql];
    if (expanded.isEmpty())
        expanded = expand(sql, batch);
    return expanded;
}

QByteArray Database::expand(const QByteArray &sql, const Batch &batch) const
{
    QByteArrayList items;
    QByteArrayList names;
    for (const BatchColumn &column : batch.columns()) {
        names << column.name;
        items << (isPostgres() ? QByteArray("?::") + arrayType(column.type) : QByteArray("? AS ") + column.name);
    }
    const QByteArray source = isPostgres() ? "unnest(" + items.join(", ") + ") AS batch(" + names.join(", ") + ")"
                                           : "(SELECT " + items.join(", ") + " FROM temp.one_row) AS batch";
    return QByteArray(sql).replace("{batch}", source);
}

SqliteStatement &Database::sqliteStatement(const QByteArray &sql)
{
    refuseIfGivenUp();
    if (!m_driver->sqlite)
        throw notConnected();
    if (const auto known = m_driver->statements.find(sql); known != m_driver->statements.end())
        return *known->second;
    auto made = std::make_unique<SqliteStatement>(m_driver->sqlite, sql);
    return *m_driver->statements.emplace(QByteArray(sql.constData(), sql.size()), std::move(made)).first->second;
}

Transaction::Transaction(Database &database) : m_database(database)
{
    if (m_database.isPostgres())
        m_database.session().begin();
    else
        m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        if (m_database.isPostgres())
            m_database.session().rollBack();
        else
            m_database.run("ROLLBACK");
    } catch (const StorageError &) {
        // The connection is gone or SQLite ended the transaction itself: either way nothing of it remains.
    }
}

void Transaction::commit()
{
    m_open = false;
    try {
        if (m_database.isPostgres())
            m_database.session().commit();
        else
            m_database.run("COMMIT");
    } catch (const StorageError &error) {
        m_open = error.kind() != StorageError::Kind::ConnectionLost;
        throw;
    }
}

} // namespace foyer
