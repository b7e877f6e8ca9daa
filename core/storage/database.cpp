#include "core/storage/database.h"

#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QLockFile>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlDriver>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>

#include <atomic>

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

void appendQuoted(QString &array, const QString &element)
{
    array += QLatin1Char('"');
    for (const QChar c : element) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            array += QLatin1Char('\\');
        array += c;
    }
    array += QLatin1Char('"');
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

namespace {

Rows allRows(QSqlQuery &query, bool isPostgres)
{
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
        throw StorageError::fromSql(query.lastError(), isPostgres);
    return rows;
}

struct Statement {
    explicit Statement(const QSqlDatabase &connection) : query(connection) { query.setForwardOnly(true); }

    /// Binds what differs from the last call: the driver looks its place up by a name each time, which costs more than comparing.
    void bind(const std::vector<QVariant> &values)
    {
        bound.resize(values.size());
        for (size_t i = 0; i < values.size(); ++i) {
            if (isFresh || bound[i].metaType() != values[i].metaType() || bound[i] != values[i])
                query.bindValue(int(i), bound[i] = values[i]);
        }
        isFresh = false;
    }

    QSqlQuery query;
    int columns = -1; ///< known after the first answer
    std::vector<QVariant> bound;
    bool isFresh = true;
};

} // namespace

struct Database::Driver {
    QString name = nextConnectionName();
    QSqlDatabase connection;
    QHash<QByteArray, std::shared_ptr<Statement>> statements;
    QHash<const char *, QByteArray> expanded; ///< batch statements by their literal
    std::unique_ptr<QLockFile> lock;

    ~Driver() { close(); }

    void close()
    {
        statements.clear();
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
    // A laptop put to sleep in a transaction must not stop the house. Migrations may take longer.
    const bool administer = m_mode == Mode::Administer;
    execute(QStringLiteral("SET TIME ZONE 'UTC'"));
    execute(QStringLiteral("SET client_min_messages = warning"));
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

void Database::execute(const QString &sql)
{
    refuseIfGivenUp();
    QSqlQuery query(m_driver->connection);
    if (!query.exec(sql))
        throw StorageError::fromSql(query.lastError(), isPostgres());
    while (query.next()) { }
    query.finish();
}

Rows Database::read(const QString &sql)
{
    QSqlQuery query(m_driver->connection);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        throw StorageError::fromSql(query.lastError(), isPostgres());
    return allRows(query, isPostgres());
}

Rows Database::readSecond(const QString &sql)
{
    refuseIfGivenUp();
    QSqlQuery query(m_driver->connection);
    // The driver answers for the first statement alone: the second one has failed when it left nothing.
    if (!query.exec(sql) || !query.nextResult())
        throw StorageError::fromSql(query.lastError(), isPostgres());
    return allRows(query, isPostgres());
}

Rows Database::run(const char *sql, std::initializer_list<Param> params)
{
    std::vector<QVariant> values;
    values.reserve(params.size());
    for (const Param &param : params)
        values.push_back(toDriver(param));
    return runPrepared(QByteArray::fromRawData(sql, qsizetype(qstrlen(sql))), values);
}

Rows Database::run(const char *sql, const Batch &batch, std::initializer_list<Param> before, std::initializer_list<Param> after)
{
    if (batch.isEmpty())
        return {};
    return runExpanded(expandBatch(sql, batch), batch, before, after);
}

Rows Database::runMade(const QByteArray &sql, const Batch &batch)
{
    return batch.isEmpty() ? Rows() : runExpanded(expand(sql, batch), batch, {}, {});
}

Rows Database::runExpanded(const QByteArray &expanded, const Batch &batch, std::initializer_list<Param> before, std::initializer_list<Param> after)
{
    std::vector<QVariant> values;
    for (const Param &param : before)
        values.push_back(toDriver(param));
    if (isPostgres()) {
        for (size_t column = 0; column < batch.m_columns.size(); ++column)
            values.push_back(toArray(batch, column));
        for (const Param &param : after)
            values.push_back(toDriver(param));
        return runPrepared(expanded, values);
    }
    Rows all;
    const size_t fixed = values.size();
    for (const auto &row : batch.m_rows) {
        values.resize(fixed);
        for (const Param &param : row)
            values.push_back(toDriver(param));
        for (const Param &param : after)
            values.push_back(toDriver(param));
        Rows rows = runPrepared(expanded, values);
        std::move(rows.begin(), rows.end(), std::back_inserter(all));
    }
    return all;
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
    for (const BatchColumn &column : batch.m_columns) {
        names << column.name;
        items << (isPostgres() ? QByteArray("?::") + arrayType(column.type) : QByteArray("? AS ") + column.name);
    }
    const QByteArray source = isPostgres() ? "unnest(" + items.join(", ") + ") AS batch(" + names.join(", ") + ")"
                                           : "(SELECT " + items.join(", ") + " FROM temp.one_row) AS batch";
    return QByteArray(sql).replace("{batch}", source);
}

QVariant Database::toDriver(const Param &param) const
{
    const QVariant &value = param.value();
    if (value.typeId() == QMetaType::QUuid)
        return isPostgres() ? QVariant(QString(UuidText(value.toUuid()).view())) : QVariant(value.toUuid().toRfc4122());
    return value;
}

QVariant Database::toArray(const Batch &batch, size_t column) const
{
    // PostgreSQL's array text: text quoted, backslashes and quotes in it escaped; ids, numbers and NULL bare.
    QString text(QLatin1Char('{'));
    text.reserve(qsizetype(batch.m_rows.size() * 40));
    for (const auto &row : batch.m_rows) {
        const QVariant &value = row[column].value();
        if (text.size() > 1)
            text += QLatin1Char(',');
        if (value.isNull())
            text += QLatin1String("NULL");
        else if (value.typeId() == QMetaType::LongLong)
            text += QString::number(value.toLongLong());
        else if (value.typeId() == QMetaType::QUuid)
            text += UuidText(value.toUuid()).view();
        else if (value.typeId() == QMetaType::QByteArray)
            text += QLatin1String("\"\\\\x") + QString::fromLatin1(value.toByteArray().toHex()) + QLatin1Char('"');
        else
            appendQuoted(text, value.toString());
    }
    return text + QLatin1Char('}');
}

Rows Database::runPrepared(const QByteArray &sql, const std::vector<QVariant> &values)
{
    refuseIfGivenUp();
    std::shared_ptr<Statement> statement = m_driver->statements.value(sql);
    if (!statement) {
        statement = std::make_shared<Statement>(m_driver->connection);
        if (!statement->query.prepare(QString::fromUtf8(sql)))
            throw StorageError::fromSql(statement->query.lastError(), isPostgres());
        m_driver->statements.insert(QByteArray(sql.constData(), sql.size()), statement);
    }
    QSqlQuery &query = statement->query;
    statement->bind(values);
    bool good = query.exec();
    Rows rows;
    if (good && query.isSelect()) {
        if (statement->columns < 0)
            statement->columns = query.record().count();
        while (query.next()) {
            std::vector<QVariant> row;
            row.reserve(size_t(statement->columns));
            for (int i = 0; i < statement->columns; ++i)
                row.push_back(query.value(i));
            rows.emplace_back(std::move(row));
        }
        good = !query.lastError().isValid(); // exec() cleared it, so it is this statement's own
    }
    if (!good) {
        const StorageError error = StorageError::fromSql(query.lastError(), isPostgres());
        query.finish();
        throw error;
    }
    query.finish(); // an unfinished RETURNING would fail the commit
    return rows;
}

Transaction::Transaction(Database &database) : m_database(database)
{
    if (m_database.isPostgres())
        m_database.execute(QStringLiteral("BEGIN")); // no server prepares it
    else
        m_database.run("BEGIN IMMEDIATE");
}

Transaction::Transaction(Database &database, Instant &began) : m_database(database)
{
    if (!m_database.isPostgres()) {
        m_database.run("BEGIN IMMEDIATE");
        began = m_database.now();
        return;
    }
    try {
        began = m_database.readSecond(QStringLiteral("BEGIN; SELECT foyer_now()")).at(0).instant(0);
    } catch (const StorageError &) {
        rollBack();
        throw;
    }
}

Transaction::~Transaction()
{
    if (m_open)
        rollBack();
}

void Transaction::rollBack()
{
    try {
        m_database.execute(QStringLiteral("ROLLBACK"));
    } catch (const StorageError &) {
        // The connection is gone or SQLite ended the transaction itself: either way nothing of it remains.
    }
}

void Transaction::commit()
{
    m_open = false;
    try {
        if (m_database.isPostgres())
            m_database.execute(QStringLiteral("COMMIT"));
        else
            m_database.run("COMMIT");
    } catch (const StorageError &error) {
        m_open = error.kind() != StorageError::Kind::ConnectionLost;
        throw;
    }
}

} // namespace foyer
