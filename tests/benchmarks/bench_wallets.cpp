// Money moved between 10,000 wallets by 20 callers. On PostgreSQL: gathered into batches, and one transfer a transaction,
// against a ledger in plain SQL and against plain libpq that says what Foyer said. On SQLite, beside: only ours.
#include "tests/benchmarks/ledgerpeer.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/outcome.h"
#include "tests/benchmarks/postgresscript.h"
#include "tests/benchmarks/walletcallers.h"

#include "core/storage/database.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <cstdio>
#include <latch>
#include <map>
#include <thread>

using namespace foyer;
using namespace foyer::bench;
using test::must;

namespace {

constexpr double BatchedTarget = 20;
constexpr double SingleTarget = 4;
constexpr double LibpqTarget = 0.8;
constexpr int Callers = 20;

struct Size {
    int rounds;
    int waiting; ///< timed transfers of a caller
    int bursts;
    int alone;
    int ledger;
    int clerks;
};

struct Variant {
    Asking asking;
    const char *name;
    double target;
    int perCaller;
    int warmUp; ///< the server plans a prepared statement anew five times
    int connections;

    int timed() const { return perCaller * Callers; }
    int all() const { return (perCaller + warmUp) * Callers; }
};

std::vector<Variant> variantsOf(const Size &size)
{
    return {{Asking::Waiting, "each of 20 callers waits for its answer", BatchedTarget, size.waiting, 32, size.clerks},
            {Asking::Bursts, "each of 20 callers sends 128 at a time", BatchedTarget, size.bursts * WalletCallers::Burst, WalletCallers::Burst, size.clerks},
            {Asking::Alone, "one transfer a transaction, 20 connections", SingleTarget, size.alone, 16, Callers}};
}

class WalletBench
{
public:
    WalletBench(DatabaseUrl server, Size size);
    ~WalletBench();

    void run();

private:
    DatabaseUrl named(const char *suffix) const;
    DatabaseUrl freshCopy(const char *suffix);
    void administer(const QString &sql);
    void record(const Variant &variant);
    double timeOurs(const Variant &variant);
    double timeLibpq(const Variant &variant);
    double timeLedger();

    struct Script {
        std::vector<PostgresScript> connections;
        std::vector<size_t> timedFrom;
    };

    const DatabaseUrl m_server;
    const Size m_size;
    const SystemClock m_clock;
    QTemporaryDir m_folder;
    WalletCallers m_callers;
    std::map<Asking, Script> m_scripts;
};

WalletBench::WalletBench(DatabaseUrl server, Size size) : m_server(std::move(server)), m_size(size)
{
    const DatabaseUrl base = named("base");
    administer(QStringLiteral("CREATE DATABASE %1").arg(base.database));
    must(BoxOffice::migrate(base, m_clock));
    m_callers = WalletCallers::fill(base, firstKeys(m_folder.path()), Callers);
    LedgerPeer::install(base, WalletCallers::Accounts, WalletCallers::Each);
    Database::open(base, Database::Mode::Administer, m_clock)->execute(QStringLiteral("VACUUM ANALYZE"));
}

WalletBench::~WalletBench()
{
    for (const char *suffix : {"base", "ours", "peer", "ledger"})
        administer(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(named(suffix).database));
}

DatabaseUrl WalletBench::named(const char *suffix) const
{
    DatabaseUrl url = m_server;
    url.database = QStringLiteral("foyer_wallets_") + QLatin1String(suffix);
    return url;
}

DatabaseUrl WalletBench::freshCopy(const char *suffix)
{
    const DatabaseUrl url = named(suffix);
    administer(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(url.database));
    administer(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(url.database, named("base").database));
    administer(QStringLiteral("CHECKPOINT"));
    return url;
}

void WalletBench::administer(const QString &sql)
{
    Database::open(m_server, Database::Mode::Administer, m_clock)->execute(sql);
}

/// One round of ours that is not timed; what it says must leave the same rows when plain libpq says it.
void WalletBench::record(const Variant &variant)
{
    const DatabaseUrl url = freshCopy("ours");
    const QString keys = freshKeys(m_folder.path());
    Script &script = m_scripts[variant.asking];
    {
        const PostgresRecording recording;
        const auto atWarm = [&] {
            for (const PostgresScript &said : recording.scripts())
                script.timedFrom.push_back(said.size());
        };
        m_callers.time(url, keys, variant.asking, Callers, variant.connections, variant.perCaller, variant.warmUp, atWarm);
        script.connections = recording.scripts();
        script.timedFrom.resize(script.connections.size());
    }
    WalletCallers::prove(url, variant.all());
    proveSound(url, keys);
    timeLibpq(variant);
    RowCounts tables;
    for (const char *table : {"account", "transfer", "transfer_refusal", "journal", "chain"})
        tables[QLatin1String(table)] = 0;
    proveSameRows(url, named("peer"), tables);
}

double WalletBench::timeOurs(const Variant &variant)
{
    const DatabaseUrl url = freshCopy("ours");
    const double seconds = m_callers.time(url, freshKeys(m_folder.path()), variant.asking, Callers, variant.connections, variant.perCaller, variant.warmUp);
    WalletCallers::prove(url, variant.all());
    return seconds;
}

double WalletBench::timeLibpq(const Variant &variant)
{
    const DatabaseUrl url = freshCopy("peer");
    const Script &script = m_scripts.at(variant.asking);
    const auto count = std::ptrdiff_t(script.connections.size());
    std::latch ready(count + 1), end(count);
    std::vector<std::thread> threads;
    for (size_t i = 0; i < script.connections.size(); ++i)
        threads.emplace_back([&, i] {
            PostgresReplay replay(url);
            const std::span<const PostgresStep> steps(script.connections[i]);
            replay.run(steps.first(script.timedFrom[i]));
            ready.arrive_and_wait();
            replay.run(steps.subspan(script.timedFrom[i]));
            end.count_down();
        });
    ready.arrive_and_wait();
    const double seconds = secondsOf([&] { end.wait(); });
    for (std::thread &thread : threads)
        thread.join();
    WalletCallers::prove(url, variant.all());
    return seconds;
}

/// Seconds for one transfer.
double WalletBench::timeLedger()
{
    constexpr int WarmUp = 16;
    const DatabaseUrl url = freshCopy("ledger");
    const LedgerPeer ledger(url, WalletCallers::Accounts);
    const double seconds = ledger.time(Callers, m_size.ledger, WarmUp);
    ledger.prove(qint64(Callers) * (m_size.ledger + WarmUp), WalletCallers::Each);
    return seconds / (Callers * m_size.ledger);
}

void WalletBench::run()
{
    const std::vector<Variant> variants = variantsOf(m_size);
    const QString folder = Database::open(m_server, Database::Mode::Administer, m_clock)->run("SELECT current_setting('data_directory')").front().text(0);
    std::map<Asking, Contender> ours, libpq, ledger;
    std::vector<double> flushes;
    for (const Variant &variant : variants) {
        record(variant);
        ours[variant.asking].name = QStringLiteral("Foyer");
        libpq[variant.asking].name = QStringLiteral("plain libpq, same statements");
        ledger[variant.asking].name = QStringLiteral("a ledger in plain SQL, 20 clients");
    }
    for (int round = 0; round < m_size.rounds; ++round) {
        flushes.push_back(flushMicroseconds(folder));
        double ledgerSeconds = round % 2 == 0 ? timeLedger() : 0;
        for (const Variant &variant : variants) {
            if (round % 2 == 0)
                ours[variant.asking].seconds.push_back(timeOurs(variant));
            libpq[variant.asking].seconds.push_back(timeLibpq(variant));
            if (round % 2 == 1)
                ours[variant.asking].seconds.push_back(timeOurs(variant));
        }
        if (round % 2 == 1)
            ledgerSeconds = timeLedger();
        for (const Variant &variant : variants)
            ledger[variant.asking].seconds.push_back(ledgerSeconds * variant.timed());
    }
    for (const Variant &variant : variants) {
        const QString title = QStringLiteral("Wallet transfers on PostgreSQL, %1").arg(QLatin1String(variant.name));
        report(title, variant.timed(), ours[variant.asking], ledger[variant.asking], variant.target, "transfers");
        report(title, variant.timed(), ours[variant.asking], libpq[variant.asking], LibpqTarget, "transfers");
    }
    reportFlushes(flushes);
}

/// One writer: one clerk, or one caller alone.
void runSqlite(const Size &size)
{
    QTemporaryDir folder;
    const QString base = folder.filePath(QStringLiteral("base.db"));
    must(BoxOffice::migrate(must(DatabaseUrl::parse(QStringLiteral("sqlite:") + base)), SystemClock()));
    const WalletCallers callers = WalletCallers::fill(must(DatabaseUrl::parse(QStringLiteral("sqlite:") + base)), firstKeys(folder.path()), 1);
    for (const Variant &variant : variantsOf(size)) {
        const int count = variant.asking == Asking::Alone ? 1 : Callers;
        std::vector<double> speeds;
        for (int round = 0; round < size.rounds; ++round) {
            const QString path = folder.filePath(QStringLiteral("round-%1-%2.db").arg(int(variant.asking)).arg(round));
            if (!QFile::copy(base, path))
                qFatal("the database cannot be copied");
            const DatabaseUrl url = must(DatabaseUrl::parse(QStringLiteral("sqlite:") + path));
            const double seconds = callers.time(url, freshKeys(folder.path()), variant.asking, count, 1, variant.perCaller, variant.warmUp);
            WalletCallers::prove(url, qint64(count) * (variant.perCaller + variant.warmUp));
            speeds.push_back(count * variant.perCaller / seconds);
        }
        std::printf("Wallet transfers on SQLite, %s: %.0f /s\n", variant.asking == Asking::Alone ? "one caller, one transfer a transaction" : variant.name, median(speeds));
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Transfers between wallets, on the PostgreSQL that FOYER_TEST_POSTGRES names and on SQLite."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.addOption({QStringLiteral("clerks"), QStringLiteral("Connections that serve the callers."), QStringLiteral("n"), QStringLiteral("2")});
    parser.process(app);
    const int clerks = parser.value(QStringLiteral("clerks")).toInt();
    const Size size = parser.isSet(QStringLiteral("small")) ? Size{3, 200, 6, 60, 200, clerks} : Size{7, 1000, 30, 300, 1000, clerks};
    WalletBench(must(DatabaseUrl::parse(qEnvironmentVariable("FOYER_TEST_POSTGRES"))), size).run();
    runSqlite(size);
}
