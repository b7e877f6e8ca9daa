#include "tests/benchmarks/postgresscript.h"

#include "tests/benchmarks/literals.h"

#include <dlfcn.h>
#include <libpq-fe.h>

namespace foyer::bench {

namespace {

PostgresRecording *listener = nullptr;
thread_local bool insideLibpq = false;

PostgresStep stepFrom(const QByteArray &sql)
{
    if (sql.startsWith("PREPARE ")) {
        const qsizetype as = sql.indexOf(" AS ");
        return {PostgresStep::Kind::Prepare, sql.mid(8, as - 8), sql.mid(as + 4), {}};
    }
    if (!sql.startsWith("EXECUTE "))
        return {PostgresStep::Kind::Plain, {}, sql, {}};
    const qsizetype open = sql.indexOf('(');
    PostgresStep step{PostgresStep::Kind::Execute, sql.mid(8, open < 0 ? -1 : open - 8).trimmed(), {}, {}};
    for (const Literal &value : argumentsOf(sql))
        step.values.push_back(value.kind == Literal::Kind::Null ? QByteArray() : value.value.isNull() ? QByteArray("") : value.value);
    return step;
}

/// Keeps the statement when somebody listens, then calls libpq's own function, which may call the other one.
template <typename Answer>
Answer pass(const char *function, PGconn *connection, const char *sql)
{
    const auto next = reinterpret_cast<Answer (*)(PGconn *, const char *)>(::dlsym(RTLD_NEXT, function));
    if (listener && !insideLibpq)
        listener->keep(connection, stepFrom(sql));
    const bool outer = std::exchange(insideLibpq, true);
    const Answer answer = next(connection, sql);
    insideLibpq = outer;
    return answer;
}

} // namespace

} // namespace foyer::bench

// These stand before libpq's for every library in the process, the driver of Qt among them.
extern "C" {

PGresult *PQexec(PGconn *connection, const char *sql)
{
    return foyer::bench::pass<PGresult *>("PQexec", connection, sql);
}

int PQsendQuery(PGconn *connection, const char *sql)
{
    return foyer::bench::pass<int>("PQsendQuery", connection, sql);
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
            for (const QByteArray &value : step.values)
                m_values.push_back(value.isNull() ? nullptr : value.constData());
            answer = PQexecPrepared(m_connection, step.name.constData(), int(m_values.size()), m_values.data(), nullptr, nullptr, 0);
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
