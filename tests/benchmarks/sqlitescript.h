// SqliteScript: what Foyer ran in SQLite, listened to by SQLite's own trace, and the same run again in a bare loop of its C API.
#pragma once

#include "core/base/crypto.h"
#include "tests/benchmarks/literals.h"

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace foyer::bench {

struct SqliteStep {
    QByteArray text;
    std::vector<Literal> values;
    bool reads = false;   ///< a SELECT: it leaves no row behind
    bool journal = false; ///< the record of a commit
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

/// How much of Foyer's work the loop does as well; the rows are the same each time.
struct SqliteWork {
    bool reads = false;                   ///< without, SELECTs are left out
    std::optional<crypto::SigningKey> key; ///< journal records are hashed and signed; without, both are ready-made
};

/// A connection of the bare C API: each text is prepared once; bind, step to the end, reset.
class SqliteReplay
{
public:
    SqliteReplay(const QString &path, SqliteWork work);
    ~SqliteReplay();
    SqliteReplay(const SqliteReplay &) = delete;
    SqliteReplay &operator=(const SqliteReplay &) = delete;

    /// Ends the program when a statement fails.
    void run(std::span<const SqliteStep> steps);

private:
    sqlite3_stmt *prepared(const QByteArray &text);
    void bind(sqlite3_stmt *statement, const std::vector<Literal> &values);
    void seal(sqlite3_stmt *statement, const std::vector<Literal> &record);
    void check(int code, const QByteArray &text) const;

    const SqliteWork m_work;
    sqlite3 *m_connection = nullptr;
    QByteArray m_hash, m_signature; ///< of the record that is being written
    std::unordered_map<QByteArray, sqlite3_stmt *> m_prepared;
};

} // namespace foyer::bench
