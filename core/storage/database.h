// Database: one connection and the only door to SQL. Statements are written once for both databases.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/storage/databaseurl.h"
#include "core/storage/storageerror.h"

#include <QtCore/QByteArray>
#include <QtCore/QVariant>

#include <atomic>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace foyer {

class PostgresSession;
struct PostgresValue;
class SqliteStatement;

/// One bound value. NULL comes from std::nullopt, an empty optional or a null Id.
class Param
{
public:
    Param(qint64 value) : m_value(value) {}
    Param(int value) : m_value(qint64(value)) {}
    Param(bool value) : m_value(qint64(value)) {}
    Param(Instant value) : m_value(value.ms) {}
    Param(const QString &value) : m_value(value.isNull() ? QString(QLatin1String("")) : value) {}
    Param(const QByteArray &value) : m_value(value) {}
    Param(const QUuid &value) : m_value(value.isNull() ? QVariant() : QVariant::fromValue(value)) {}
    template <typename Tag>
    Param(const Id<Tag> &value) : Param(value.uuid()) {}
    Param(std::nullopt_t) {}
    template <typename T>
    Param(const std::optional<T> &value) : Param(value ? Param(*value) : Param(std::nullopt)) {}

    /// A null id is written as all zeros: the house, where the schema wants an owner.
    static Param uuidOrZeros(const QUuid &value)
    {
        Param param(std::nullopt);
        param.m_value = QVariant::fromValue(value);
        return param;
    }

    const QVariant &value() const { return m_value; }

private:
    QVariant m_value;
};

/// One row of an answer, read by position.
class Row
{
public:
    explicit Row(std::vector<QVariant> values) : m_values(std::move(values)) {}

    qint64 number(int column) const { return m_values[size_t(column)].toLongLong(); }
    QString text(int column) const { return m_values[size_t(column)].toString(); }
    QByteArray bytes(int column) const { return m_values[size_t(column)].toByteArray(); }
    Instant instant(int column) const { return {number(column)}; }
    /// Throws Corrupt for text that is no currency.
    Currency currency(int column) const;
    Money money(int amountColumn, int currencyColumn) const { return {number(amountColumn), currency(currencyColumn)}; }
    bool isNull(int column) const { return m_values[size_t(column)].isNull(); }
    int size() const { return int(m_values.size()); }
    std::optional<qint64> optionalNumber(int column) const { return isNull(column) ? std::nullopt : std::optional(number(column)); }
    std::optional<Instant> optionalInstant(int column) const { return isNull(column) ? std::nullopt : std::optional(instant(column)); }
    QUuid uuid(int column) const;
    template <typename I>
    I id(int column) const { return I(uuid(column)); }

private:
    std::vector<QVariant> m_values;
};

using Rows = std::vector<Row>;

enum class ColumnType { Int, Uuid, Text, Bytes };

struct BatchColumn {
    const char *name;
    ColumnType type;
};

/// Rows to write or look up in one statement, which names them as the table `{batch}`. PostgreSQL gets one array a
/// column (unnest); SQLite, in process, runs the statement once a row.
class Batch
{
public:
    Batch(std::initializer_list<BatchColumn> columns) : m_columns(columns) {}
    explicit Batch(std::vector<BatchColumn> columns) : m_columns(std::move(columns)) {}

    void add(std::initializer_list<Param> row) { add(std::vector<Param>(row)); }
    void add(std::vector<Param> row);
    bool isEmpty() const { return m_rows.empty(); }
    size_t size() const { return m_rows.size(); }
    const std::vector<BatchColumn> &columns() const { return m_columns; }
    const std::vector<std::vector<Param>> &rows() const { return m_rows; }

private:
    std::vector<BatchColumn> m_columns;
    std::vector<std::vector<Param>> m_rows;
};

/// Set from any thread to give up a connection whose call may never come back: it does nothing more, not even a COMMIT.
using GivenUp = std::shared_ptr<const std::atomic<bool>>;

/// Belongs to the thread that opened it. Every call may throw StorageError.
class Database
{
public:
    enum class Mode {
        Write,     ///< takes the file's lock on SQLite, the terminal role on PostgreSQL
        Read,      ///< beside a running program; writes nothing
        Administer ///< migrations: the login's own rights
    };

    static std::unique_ptr<Database> open(const DatabaseUrl &url, Mode mode, const Clock &clock, GivenUp givenUp = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    bool isPostgres() const { return m_url.kind == DatabaseUrl::Kind::Postgres; }
    const DatabaseUrl &url() const { return m_url; }
    Mode mode() const { return m_mode; }

    /// The time that expiry is judged by: the server's on PostgreSQL, the injected clock's on SQLite.
    Instant now();
    /// Asks for it without a trip of its own: it comes along with the next answer, or postedNow() fetches it.
    void postNow();
    Instant postedNow();

    /// Runs one statement, prepared once and kept. Reads the answer to its end.
    Rows run(const char *sql, std::initializer_list<Param> params = {});
    /// Runs a statement (a literal: it is cached by its address) over `{batch}`, with parameters that stand before and after it
    /// in the text. Empty batch: no statement.
    Rows run(const char *sql, const Batch &batch, std::initializer_list<Param> before = {}, std::initializer_list<Param> after = {});
    /// Like run(), of a statement whose answer nobody needs: within a transaction it is sent together with the next one that
    /// is asked for an answer, or with the COMMIT, and its error comes with that. On SQLite it runs at once.
    void post(const char *sql, std::initializer_list<Param> params = {});
    void post(const char *sql, const Batch &batch, std::initializer_list<Param> before = {}, std::initializer_list<Param> after = {});
    /// A batch's run() for a statement that was put together: whole tables are copied by it. Not cached by its address.
    Rows runMade(const QByteArray &sql, const Batch &batch);
    /// Runs text that is not worth preparing: migrations, session settings, BEGIN and COMMIT.
    void execute(const QString &sql);
    /// The same for text that answers, such as FETCH, which cannot be prepared.
    Rows read(const QString &sql);

    /// Drops a broken connection and opens a new one. Prepared statements and locks are gone.
    void reconnect();
    bool isGivenUp() const { return m_givenUp && *m_givenUp; }

    /// Calls `heard` from this thread's event loop when another session notifies this channel; after a reconnection
    /// too. What it means has to be read: notifications get lost. Does nothing on SQLite.
    void listen(const QString &channel, std::function<void()> heard);

private:
    struct Driver;
    Database(DatabaseUrl url, Mode mode, const Clock &clock, GivenUp givenUp);
    void connectDriver();
    void subscribe();
    void refuseIfGivenUp() const;
    void settle();
    void prepareSqlite();
    void preparePostgres();
    PostgresSession &session();
    SqliteStatement &sqliteStatement(const QByteArray &sql);
    Rows runSqlite(const QByteArray &expanded, const Batch &batch, std::span<const Param> before, std::span<const Param> after);
    Rows ask(const QByteArray &sql, std::vector<PostgresValue> values);
    const QByteArray &expandBatch(const char *sql, const Batch &batch) const;
    QByteArray expand(const QByteArray &sql, const Batch &batch) const;

    DatabaseUrl m_url;
    Mode m_mode;
    const Clock &m_clock;
    Instant m_postedNow; ///< on SQLite
    GivenUp m_givenUp;
    QString m_channel;
    std::function<void()> m_heard;
    std::unique_ptr<Driver> m_driver;
    friend class Transaction;
};

/// A transaction is a scope: rolled back unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Throws when the commit is not known to have happened; ConnectionLost means that it may have.
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace foyer
