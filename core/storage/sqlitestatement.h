// SqliteStatement: one prepared statement of SQLite itself, on the connection that Qt's driver opened.
#pragma once

#include "core/storage/database.h"

struct sqlite3;
struct sqlite3_stmt;

namespace foyer {

class Clock;

/// Statements may say foyer_now(), as they may on PostgreSQL. The clock must outlive the connection.
void addClock(sqlite3 *connection, const Clock &clock);

/// Qt's driver describes the columns of every answer anew and copies each value twice, which made a third of a single sale.
/// To be destroyed before its connection closes. Every call may throw StorageError.
class SqliteStatement
{
public:
    SqliteStatement(sqlite3 *connection, const QByteArray &sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    /// Binds the parameters from `first` on (counted from 0). They must outlive the next run().
    void bind(int first, std::span<const Param> params);
    /// Adds the answer, read to its end, to `rows`.
    void run(Rows &rows);

private:
    void bind(int place, const QVariant &value);
    [[noreturn]] void fail();

    sqlite3 *m_connection;
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace foyer
