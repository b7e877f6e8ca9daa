// PostgresScript: what Foyer said to libpq, listened to at libpq's own functions, and the same said again by plain libpq.
#pragma once

#include "core/storage/databaseurl.h"

#include <QtCore/QByteArray>

#include <map>
#include <mutex>
#include <span>
#include <vector>

struct pg_conn;

namespace foyer::bench {

struct PostgresStep {
    enum class Kind { Prepare, Execute, Plain };
    Kind kind = Kind::Plain;
    QByteArray name; ///< of the prepared statement
    QByteArray text; ///< Prepare and Plain
    std::vector<QByteArray> values; ///< Execute; a null array is NULL
    std::vector<int> formats;       ///< of the values, as libpq has them: 1 is binary
};

using PostgresScript = std::vector<PostgresStep>;

/// While it lives, every statement that the process sends is kept by its connection, with its values. One recording at a
/// time; connections may be used by several threads.
class PostgresRecording
{
public:
    PostgresRecording();
    ~PostgresRecording();
    PostgresRecording(const PostgresRecording &) = delete;
    PostgresRecording &operator=(const PostgresRecording &) = delete;

    /// What every connection has said so far, in the order in which they began to speak.
    std::vector<PostgresScript> scripts() const;
    /// Of the connection that began last.
    PostgresScript script() const { return scripts().back(); }

    void keep(pg_conn *connection, PostgresStep step);

private:
    mutable std::mutex m_mutex;
    std::map<pg_conn *, size_t> m_places;
    std::vector<PostgresScript> m_scripts;
};

/// A connection of plain libpq: PQprepare, PQexecPrepared with the recorded values as they were, PQexec for BEGIN and COMMIT.
class PostgresReplay
{
public:
    explicit PostgresReplay(const DatabaseUrl &url);
    ~PostgresReplay();
    PostgresReplay(const PostgresReplay &) = delete;
    PostgresReplay &operator=(const PostgresReplay &) = delete;

    /// Every answer is received and each of its values looked at. Ends the program when a statement fails.
    void run(std::span<const PostgresStep> steps);

private:
    pg_conn *m_connection;
    std::vector<const char *> m_values;
    std::vector<int> m_lengths;
    qint64 m_bytesRead = 0;
};

} // namespace foyer::bench
