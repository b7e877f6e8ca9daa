#include "tests/benchmarks/sqlitescript.h"

#include "core/base/clock.h"
#include "core/domain/journal.h"
#include "core/storage/sqlitestatement.h"

#include <QtCore/QFile>

#include <sqlite3.h>

namespace foyer::bench {

namespace {

int keep(unsigned, void *context, void *statement, void *text)
{
    const QByteArray begun(static_cast<const char *>(text));
    if (begun.startsWith("--"))
        return 0; // a trigger of a statement that was kept already
    const QByteArray source(sqlite3_sql(static_cast<sqlite3_stmt *>(statement)));
    char *expanded = sqlite3_expanded_sql(static_cast<sqlite3_stmt *>(statement));
    static_cast<SqliteScript *>(context)->push_back({source, valuesOf(source, QByteArray(expanded)), source.startsWith("SELECT"),
                                                     source.startsWith("INSERT INTO journal ")});
    sqlite3_free(expanded);
    return 0;
}

SqliteScript *listener = nullptr;

/// SQLite calls this for every connection that is opened.
int listen(sqlite3 *connection, char **, const struct sqlite3_api_routines *)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, keep, listener);
}

const auto onOpen = reinterpret_cast<void (*)()>(listen);

} // namespace

SqliteRecording::SqliteRecording()
{
    listener = &m_script;
    sqlite3_auto_extension(onOpen);
}

SqliteRecording::~SqliteRecording()
{
    sqlite3_cancel_auto_extension(onOpen);
    listener = nullptr;
}

SqliteReplay::SqliteReplay(const QString &path, SqliteWork work) : m_work(std::move(work))
{
    static const SystemClock clock;
    check(sqlite3_open_v2(QFile::encodeName(path).constData(), &m_connection, SQLITE_OPEN_READWRITE, nullptr), "open");
    addClock(m_connection, clock);
}

SqliteReplay::~SqliteReplay()
{
    for (const auto &[text, statement] : m_prepared)
        sqlite3_finalize(statement);
    sqlite3_close(m_connection);
}

void SqliteReplay::run(std::span<const SqliteStep> steps)
{
    for (const SqliteStep &step : steps) {
        if (step.reads && !m_work.reads)
            continue;
        sqlite3_stmt *statement = prepared(step.text);
        bind(statement, step.values);
        if (step.journal && m_work.key)
            seal(statement, step.values);
        int code = SQLITE_ROW;
        while (code == SQLITE_ROW) {
            code = sqlite3_step(statement);
            for (int column = 0; code == SQLITE_ROW && column < sqlite3_column_count(statement); ++column)
                sqlite3_column_bytes(statement, column);
        }
        check(code, step.text);
        check(sqlite3_reset(statement), step.text);
    }
}

sqlite3_stmt *SqliteReplay::prepared(const QByteArray &text)
{
    sqlite3_stmt *&statement = m_prepared[text];
    if (!statement)
        check(sqlite3_prepare_v3(m_connection, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr), text);
    return statement;
}

void SqliteReplay::bind(sqlite3_stmt *statement, const std::vector<Literal> &values)
{
    int place = 0;
    for (const Literal &literal : values) {
        const char *data = literal.value.isNull() ? "" : literal.value.constData();
        const int size = int(literal.value.size());
        ++place;
        switch (literal.kind) {
        case Literal::Kind::Null:
            sqlite3_bind_null(statement, place);
            break;
        case Literal::Kind::Number:
            sqlite3_bind_int64(statement, place, literal.value.toLongLong());
            break;
        case Literal::Kind::Text:
            sqlite3_bind_text(statement, place, data, size, SQLITE_STATIC);
            break;
        case Literal::Kind::Bytes:
            sqlite3_bind_blob(statement, place, data, size, SQLITE_STATIC);
            break;
        }
    }
}

/// The columns of a record: chain, seq, at, body, previous hash, hash, signature.
void SqliteReplay::seal(sqlite3_stmt *statement, const std::vector<Literal> &record)
{
    constexpr int Hash = 6, Signature = 7; // counted from 1
    const JournalRecord made{ChainId(QUuid::fromRfc4122(record[0].value)), record[1].value.toLongLong(), {record[2].value.toLongLong()},
                             record[3].value, record[4].value, {}, {}};
    m_hash = made.computedHash();
    m_signature = m_work.key->sign(m_hash);
    sqlite3_bind_blob(statement, Hash, m_hash.constData(), int(m_hash.size()), SQLITE_STATIC);
    sqlite3_bind_blob(statement, Signature, m_signature.constData(), int(m_signature.size()), SQLITE_STATIC);
}

void SqliteReplay::check(int code, const QByteArray &text) const
{
    if (code != SQLITE_OK && code != SQLITE_DONE)
        qFatal("replaying \"%s\" failed: %s", text.constData(), sqlite3_errmsg(m_connection));
}

} // namespace foyer::bench
