// SqliteScript: what Foyer ran in SQLite, listened to by SQLite's own trace, and the same run again in a bare loop of its C API.
#pragma once

#include "tests/benchmarks/literals.h"

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <span>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace foyer::bench {

struct SqliteStep {
    QByteArray text;
    std::vector<Literal> values;
    bool reads = false; ///< a SELECT: it leaves no row behind
};

using SqliteScript = std::vector<SqliteStep>;

/// While it lives, every statement of every connection opened after it began is kept with its values. One at a time.
class SqliteRecording
{
public:
    SqliteRecording();
    ~SqliteRecording();
    SqliteRecording(const SqliteRecording &) = delete;
    SqliteRecording &operator=(const SqliteRecording &) = delete;

    const SqliteScript &script() const { return m_script; }

private:
    SqliteScript m_script;
};

/// A connection of the bare C API: each text is prepared once; bind, step to the end, reset.
class SqliteReplay
{
public:
    explicit SqliteReplay(const QString &path);
    ~SqliteReplay();
    SqliteReplay(const SqliteReplay &) = delete;
    SqliteReplay &operator=(const SqliteReplay &) = delete;

    /// Ends the program when a statement fails. Without `reads`, SELECTs are left out.
    void run(std::span<const SqliteStep> steps, bool reads);

private:
    sqlite3_stmt *prepared(const QByteArray &text);
    void bind(sqlite3_stmt *statement, const std::vector<Literal> &values);
    void check(int code, const QByteArray &text) const;

    sqlite3 *m_connection = nullptr;
    std::unordered_map<QByteArray, sqlite3_stmt *> m_prepared;
};

} // namespace foyer::bench
