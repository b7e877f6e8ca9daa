// One hot general-admission type on PostgreSQL: 32 callers reserve a place at a time from a few clerks, against pgbench's guarded
// update of one row by 32 clients, and against plain libpq that sends the clerks' own batches again on as many connections.
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/outcome.h"
#include "tests/benchmarks/postgresscript.h"
#include "tests/benchmarks/seller.h"

#include "core/services/clerks.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>

#include <future>
#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::bench;
using test::must;

namespace {

constexpr double PgbenchTarget = 5;
constexpr double LibpqTarget = 0.8;
constexpr int Callers = 32;
constexpr int ClerkCount = 3;
constexpr int WarmUp = 64;  ///< reservations of each caller before the clock starts: the server plans anew five times
constexpr int Threads = 2;  ///< of pgbench

struct Size {
    int rounds;
    int each;           ///< timed reservations of a caller
    int pgbenchSeconds;

    int timed() const { return each * Callers; }
    int all() const { return (each + WarmUp) * Callers; }
};

/// Callers that each wait for their answer before they ask again.
void call(Clerks &clerks, const Actor &actor, const ReserveRequest &request, int each)
{
    std::latch ready(Callers);
    std::vector<std::thread> threads;
    for (int caller = 0; caller < Callers; ++caller)
        threads.emplace_back([&] {
            ready.arrive_and_wait();
            for (int i = 0; i < each; ++i) {
                std::promise<Result<Reservation>> answer;
                clerks.reserve(actor, request, [&](Result<Reservation> result) { answer.set_value(std::move(result)); });
                must(answer.get_future().get());
            }
        });
    for (std::thread &thread : threads)
        thread.join();
}

class Bench
{
public:
    Bench(DatabaseUrl server, Size size);
    ~Bench();

    void run();

private:
    DatabaseUrl named(const char *suffix) const;
    DatabaseUrl freshCopy(const char *suffix);
    void administer(const QString &sql);
    double timeOurs();
    double timeLibpq();
    double timePgbench();
    void proveHeld(const DatabaseUrl &url) const;

    const DatabaseUrl m_server;
    const Size m_size;
    const SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    ReserveRequest m_request;
    Actor m_actor;
    std::vector<PostgresScript> m_scripts; ///< of the round before, a clerk each
    std::vector<size_t> m_timedFrom;
};

Bench::Bench(DatabaseUrl server, Size size) : m_server(std::move(server)), m_size(size)
{
    const DatabaseUrl base = named("base");
    administer(QStringLiteral("CREATE DATABASE %1").arg(base.database));
    must(BoxOffice::migrate(base, m_clock));
    {
        const auto office = must(BoxOffice::open({base, firstKeys(m_folder.path()), QStringLiteral("till"), m_clock, m_random, crypto::PinCost::Minimal}));
        Seller earlier(*office, addEvent(*office, Admission::General, 4096));
        for (int batch = 0; batch < 16; ++batch)
            earlier.sell(128); // statistics of empty tables would mislead the planner
        const Event event = must(office->catalogue().event(addEvent(*office, Admission::General, m_size.all())));
        m_request = {{}, Channel::Web, {test::places(event, 0, 1)}};
        m_actor = office->system();
    }
    auto admin = Database::open(base, Database::Mode::Administer, m_clock);
    admin->execute(QStringLiteral("CREATE TABLE hot (id INT PRIMARY KEY, sold BIGINT NOT NULL, capacity BIGINT NOT NULL)"));
    admin->execute(QStringLiteral("INSERT INTO hot VALUES (1, 0, 1000000000)"));
    admin->execute(QStringLiteral("VACUUM ANALYZE"));
}

Bench::~Bench()
{
    for (const char *suffix : {"base", "ours", "peer", "row"})
        administer(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(named(suffix).database));
}

DatabaseUrl Bench::named(const char *suffix) const
{
    DatabaseUrl url = m_server;
    url.database = QStringLiteral("foyer_hot_") + QLatin1String(suffix);
    return url;
}

DatabaseUrl Bench::freshCopy(const char *suffix)
{
    const DatabaseUrl url = named(suffix);
    administer(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(url.database));
    administer(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(url.database, named("base").database));
    administer(QStringLiteral("CHECKPOINT"));
    return url;
}

void Bench::administer(const QString &sql)
{
    Database::open(m_server, Database::Mode::Administer, m_clock)->execute(sql);
}

/// Exactly the places that were answered for are held.
void Bench::proveHeld(const DatabaseUrl &url) const
{
    const auto db = Database::open(url, Database::Mode::Read, m_clock);
    const qint64 held = db->run("SELECT CAST(sum(held) AS BIGINT) FROM allotment WHERE owner = 'house'").front().number(0);
    const qint64 lines = db->run("SELECT CAST(sum(quantity) AS BIGINT) FROM reservation_line l JOIN reservation r ON r.id = l.reservation_id "
                                 "WHERE r.state = 'active'").front().number(0);
    if (held != m_size.all() || lines != held)
        qFatal("%lld places are held by %lld, %d were answered for", held, lines, m_size.all());
}

double Bench::timeOurs()
{
    const DatabaseUrl url = freshCopy("ours");
    const QString keys = freshKeys(m_folder.path());
    double seconds = 0;
    {
        PostgresRecording recording;
        const auto clerks = must(Clerks::start(ClerkCount, [&]() -> Result<std::unique_ptr<BoxOffice>> {
            return BoxOffice::open({url, keys, QStringLiteral("till"), m_clock, m_random, crypto::PinCost::Minimal});
        }));
        call(*clerks, m_actor, m_request, WarmUp);
        m_timedFrom.clear();
        for (const PostgresScript &script : recording.scripts())
            m_timedFrom.push_back(script.size());
        seconds = secondsOf([&] { call(*clerks, m_actor, m_request, m_size.each); });
        m_scripts = recording.scripts();
        m_timedFrom.resize(m_scripts.size());
    }
    proveHeld(url);
    proveSound(url, keys);
    return seconds;
}

double Bench::timeLibpq()
{
    const DatabaseUrl url = freshCopy("peer");
    std::latch ready(qsizetype(m_scripts.size()) + 1), end(qsizetype(m_scripts.size()));
    std::vector<std::thread> threads;
    for (size_t i = 0; i < m_scripts.size(); ++i)
        threads.emplace_back([&, i] {
            PostgresReplay replay(url);
            const std::span<const PostgresStep> steps(m_scripts[i]);
            replay.run(steps.first(m_timedFrom[i]));
            ready.arrive_and_wait();
            replay.run(steps.subspan(m_timedFrom[i]));
            end.count_down();
        });
    ready.arrive_and_wait();
    const double seconds = secondsOf([&] { end.wait(); });
    for (std::thread &thread : threads)
        thread.join();
    proveHeld(url);
    return seconds;
}

/// Seconds that pgbench would take for as many updates as were reserved.
double Bench::timePgbench()
{
    const DatabaseUrl url = freshCopy("row");
    QFile script(m_folder.filePath(QStringLiteral("hot.sql")));
    if (!script.open(QIODevice::WriteOnly) || script.write("UPDATE hot SET sold = sold + 1 WHERE id = 1 AND sold + 1 <= capacity;\n") < 0)
        qFatal("the script for pgbench cannot be written");
    script.close();
    const QString program = qEnvironmentVariable("FOYER_PGBENCH", QStringLiteral("pgbench"));
    QProcess pgbench;
    pgbench.start(program, {QStringLiteral("-n"), QStringLiteral("-M"), QStringLiteral("prepared"), QStringLiteral("-c"), QString::number(Callers),
                            QStringLiteral("-j"), QString::number(Threads), QStringLiteral("-T"), QString::number(m_size.pgbenchSeconds),
                            QStringLiteral("-f"), script.fileName(), QStringLiteral("-h"), url.hosts, QStringLiteral("-p"), url.ports,
                            QStringLiteral("-U"), url.user, url.database});
    if (!pgbench.waitForFinished(1000 * (60 + m_size.pgbenchSeconds)) || pgbench.exitCode() != 0)
        qFatal("pgbench failed: %s", pgbench.readAllStandardError().constData());
    const QString said = QString::fromUtf8(pgbench.readAllStandardOutput());
    const qsizetype at = said.indexOf(QLatin1String("tps = "));
    const double perSecond = at < 0 ? 0 : said.mid(at + 6).section(u' ', 0, 0).toDouble();
    if (perSecond <= 0)
        qFatal("pgbench said no speed: %s", qUtf8Printable(said));
    return m_size.timed() / perSecond;
}

void Bench::run()
{
    Contender ours{QStringLiteral("Foyer, 3 clerks, 32 callers"), {}};
    Contender libpq{QStringLiteral("plain libpq, the same batches"), {}};
    Contender row{QStringLiteral("pgbench, one row, 32 clients"), {}};
    const QString folder = Database::open(m_server, Database::Mode::Administer, m_clock)->run("SELECT current_setting('data_directory')").front().text(0);
    std::vector<double> flushes;
    for (int round = 0; round < m_size.rounds; ++round) {
        flushes.push_back(flushMicroseconds(folder));
        if (round % 2 == 0)
            row.seconds.push_back(timePgbench());
        ours.seconds.push_back(timeOurs()); // the peer repeats its batches, so it comes after it
        libpq.seconds.push_back(timeLibpq());
        if (round % 2 == 1)
            row.seconds.push_back(timePgbench());
    }
    report(QStringLiteral("Hot general-admission type, one place at a time"), m_size.timed(), ours, row, PgbenchTarget);
    report(QStringLiteral("Hot general-admission type, the same batches"), m_size.timed(), ours, libpq, LibpqTarget);
    reportFlushes(flushes);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("One hot type on the PostgreSQL that FOYER_TEST_POSTGRES names; FOYER_PGBENCH names pgbench."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.process(app);
    const DatabaseUrl server = must(DatabaseUrl::parse(qEnvironmentVariable("FOYER_TEST_POSTGRES")));
    Bench(server, parser.isSet(QStringLiteral("small")) ? Size{2, 150, 2} : Size{7, 1000, 8}).run();
}
