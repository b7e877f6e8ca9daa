#include "tests/benchmarks/postgresscript.h"

#include <dlfcn.h>
#include <libpq-fe.h>

namespace foyer::bench {

namespace {

PostgresRecording *listener = nullptr;
thread_local bool insideLibpq = false;

/// Keeps the step when somebody listens, then calls libpq's own function, which may call another one of these.
template <typename Function, typename... Arguments>
auto pass(const char *name, Function *, PGconn *connection, PostgresStep (*step)(Arguments...), Arguments... arguments)
{
    const auto next = reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
    if (listener && !insideLibpq)
        listener->keep(connection, step(arguments...));
    const bool outer = std::exchange(insideLibpq, true);
    const auto answer = next(connection, arguments...);
    insideLibpq = outer;
    return answer;
}

PostgresStep plain(const char *sql)
{
    return {PostgresStep::Kind::Plain, {}, sql, {}, {}};
}

PostgresStep plainWithParams(const char *sql, int, const Oid *, const char *const *, const int *, const int *, int)
{
    return plain(sql);
}

PostgresStep prepare(const char *name, const char *sql, int, const Oid *)
{
    return {PostgresStep::Kind::Prepare, name, sql, {}, {}};
}

PostgresStep execute(const char *name, int count, const char *const *values, const int *lengths, const int *formats, int)
{
    PostgresStep step{PostgresStep::Kind::Execute, name, {}, {}, {}};
    for (int i = 0; i < count; ++i) {
        const bool isBinary = formats && formats[i];
        step.formats.push_back(isBinary);
        step.values.push_back(values[i] ? QByteArray(values[i], isBinary ? lengths[i] : qsizetype(qstrlen(values[i]))) : QByteArray());
    }
    return step;
}

} // namespace

} // namespace foyer::bench

// These stand before libpq's for every library in the process, the driver of Qt among them.
extern "C" {

using namespace foyer::bench;

PGresult *PQexec(PGconn *connection, const char *sql)
{
    return pass("PQexec", PQexec, connection, plain, sql);
}

int PQsendQuery(PGconn *connection, const char *sql)
{
    return pass("PQsendQuery", PQsendQuery, connection, plain, sql);
}

int PQsendQueryParams(PGconn *connection, const char *sql, int count, const Oid *types, const char *const *values, const int *lengths, const int *formats, int format)
{
    return pass("PQsendQueryParams", PQsendQueryParams, connection, plainWithParams, sql, count, types, values, lengths, formats, format);
}

PGresult *PQprepare(PGconn *connection, const char *name, const char *sql, int count, const Oid *types)
{
    return pass("PQprepare", PQprepare, connection, prepare, name, sql, count, types);
}

PGresult *PQexecPrepared(PGconn *connection, const char *name, int count, const char *const *values, const int *lengths, const int *formats, int format)
{
    return pass("PQexecPrepared", PQexecPrepared, connection, execute, name, count, values, lengths, formats, format);
}

int PQsendQueryPrepared(PGconn *connection, const char *name, int count, const char *const *values, const int *lengths, const int *formats, int format)
{
    return pass("PQsendQueryPrepared", PQsendQueryPrepared, connection, execute, name, count, values, lengths, formats, format);
}

} // extern "C"

namespace foyer::bench {

PostgresRecording::PostgresRecording()
{
    listener = this;
}

PostgresRecording::~PostgresRecording()
{
    listener = nullptr;
}

std::vector<PostgresScript> PostgresRecording::scripts() const
{
    const std::lock_guard lock(m_mutex);
    return m_scripts;
}

void PostgresRecording::keep(PGconn *connection, PostgresStep step)
{
    const std::lock_guard lock(m_mutex);
    const auto [place, isNew] = m_places.try_emplace(connection, m_scripts.size());
    if (isNew)
        m_scripts.emplace_back();
    m_scripts[place->second].push_back(std::move(step));
}

PostgresReplay::PostgresReplay(const DatabaseUrl &url)
{
    const QByteArray host = url.hosts.toUtf8(), port = url.ports.toUtf8(), user = url.user.toUtf8(), database = url.database.toUtf8();
    const char *names[] = {"host", "port", "user", "dbname", nullptr};
    const char *values[] = {host.constData(), port.constData(), user.constData(), database.constData(), nullptr};
    m_connection = PQconnectdbParams(names, values, 0);
    if (PQstatus(m_connection) != CONNECTION_OK)
        qFatal("libpq cannot connect: %s", PQerrorMessage(m_connection));
}

PostgresReplay::~PostgresReplay()
{
    PQfinish(m_connection);
}

void PostgresReplay::run(std::span<const PostgresStep> steps)
{
    for (const PostgresStep &step : steps) {
        PGresult *answer = nullptr;
        if (step.kind == PostgresStep::Kind::Execute) {
            m_values.clear();
            m_lengths.clear();
            for (const QByteArray &value : step.values) {
                m_values.push_back(value.isNull() ? nullptr : value.constData());
                m_lengths.push_back(int(value.size()));
            }
            answer = PQexecPrepared(m_connection, step.name.constData(), int(m_values.size()), m_values.data(), m_lengths.data(), step.formats.data(), 0);
        } else if (step.kind == PostgresStep::Kind::Prepare) {
            answer = PQprepare(m_connection, step.name.constData(), step.text.constData(), 0, nullptr);
        } else {
            answer = PQexec(m_connection, step.text.constData());
        }
        const ExecStatusType status = PQresultStatus(answer);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            qFatal("replaying \"%s%s\" failed: %s", step.name.constData(), step.text.constData(), PQresultErrorMessage(answer));
        for (int row = 0; row < PQntuples(answer); ++row)
            for (int column = 0; column < PQnfields(answer); ++column)
                m_bytesRead += PQgetvalue(answer, row, column)[0] != '\0' ? PQgetlength(answer, row, column) : 0;
        PQclear(answer);
    }
}

} // namespace foyer::bench
