// PostgresSession: prepared statements through libpq itself, on the connection that Qt's driver opened.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QHash>

struct pg_conn;
struct pg_result;

namespace foyer {

struct PostgresValue {
    std::optional<QByteArray> bytes; ///< in PostgreSQL's text form, or its binary one; empty for NULL
    bool isBinary = false;
};

/// Qt's driver writes every value into the statement's text, and waits for each answer before it sends the next statement.
/// Here values travel beside the text, and what nobody waits for is sent together with what somebody does: one trip.
/// Every call may throw StorageError, also for a statement that was posted before.
class PostgresSession
{
public:
    using Value = PostgresValue;

    explicit PostgresSession(pg_conn *connection) : m_connection(connection) {}

    static Value valueOf(const Param &param);
    /// One column of a batch as an array, in binary: the server would spend more time on its text than on a row.
    static Value arrayOf(const Batch &batch, size_t column);

    /// `sql` has `?` for its parameters; it is prepared once and kept. Sends what was posted, too.
    Rows ask(const QByteArray &sql, std::vector<Value> values);
    /// Travels with the next ask() or commit(), in order. Its answer is looked at for errors only.
    void post(const QByteArray &sql, std::vector<Value> values);
    /// Sends what was posted and waits for it.
    void settle();

    void begin();
    /// Like post(), for the database's time; postedTime() is its answer, for which it sends what was posted if need be.
    void postTime();
    qint64 postedTime();
    void commit();
    /// Also forgets what was posted and never sent.
    void rollBack();
    bool isInTransaction() const { return m_inTransaction; }

    /// Whether another session's notification came along with an answer.
    bool wasNotified();

private:
    struct Step {
        QByteArray name;        ///< of a prepared statement,
        const char *text = nullptr; ///< or BEGIN and COMMIT
        std::vector<Value> values;
        bool tellsTime = false;
    };

    const QByteArray &prepared(const QByteArray &sql);
    Rows send();
    pg_result *sendAlone(const Step &step);
    bool sendPiped(const Step &step);
    [[noreturn]] void fail(const pg_result *answer) const;

    pg_conn *m_connection;
    QHash<QByteArray, QByteArray> m_names; ///< of prepared statements, by their text
    std::vector<Step> m_steps;
    std::optional<qint64> m_time; ///< milliseconds, as answered to postTime()
    bool m_inTransaction = false;
};

} // namespace foyer
