// Full orders in batches of 128 on PostgreSQL, against plain libpq that sends the same statements with the same values.
// One recorded round gives the peer its script; a copy of the database as it stood before makes it valid every time.
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/outcome.h"
#include "tests/benchmarks/postgresscript.h"
#include "tests/benchmarks/seller.h"

#include "core/storage/database.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

using namespace foyer;
using namespace foyer::bench;
using test::must;

namespace {

constexpr double Target = 0.8;
constexpr int BatchSize = 128;
constexpr int EarlierBatches = 16; ///< sold before any round: statistics of empty tables would mislead the planner
constexpr int WarmUpBatches = 6; ///< the server plans a prepared statement anew five times

struct Size {
    int rounds;
    int batches;

    int orders() const { return batches * BatchSize; }
    int newOrders() const { return (WarmUpBatches + batches) * BatchSize; }
    int allOrders() const { return newOrders() + EarlierBatches * BatchSize; }
};

/// One variant: the database that every round is copied from, the script, and the rounds.
class Bench
{
public:
    Bench(DatabaseUrl server, Admission admission, Size size);
    ~Bench();

    void run();

private:
    DatabaseUrl named(const char *suffix) const;
    DatabaseUrl freshCopy(const char *suffix);
    void administer(const QString &sql);
    QString serverFolder();
    std::unique_ptr<BoxOffice> open(const DatabaseUrl &url, const QString &keys);
    void record();
    double timeOurs();
    double timePeer();

    const DatabaseUrl m_server;
    const Admission m_admission;
    const Size m_size;
    const SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    EventId m_event;
    PostgresScript m_script;
    size_t m_timedFrom = 0; ///< the steps before open the session and warm up
    RowCounts m_counts;
};

Bench::Bench(DatabaseUrl server, Admission admission, Size size) : m_server(std::move(server)), m_admission(admission), m_size(size)
{
    const DatabaseUrl base = named("base");
    administer(QStringLiteral("CREATE DATABASE %1").arg(base.database));
    must(BoxOffice::migrate(base, m_clock));
    {
        const auto office = open(base, firstKeys(m_folder.path()));
        m_event = addEvent(*office, m_admission, 2 * m_size.newOrders());
        Seller earlier(*office, addEvent(*office, m_admission, 2 * EarlierBatches * BatchSize));
        for (int batch = 0; batch < EarlierBatches; ++batch)
            earlier.sell(BatchSize);
    }
    Database::open(base, Database::Mode::Administer, m_clock)->execute(QStringLiteral("VACUUM ANALYZE"));
}

Bench::~Bench()
{
    for (const char *suffix : {"base", "ours", "peer"})
        administer(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(named(suffix).database));
}

DatabaseUrl Bench::named(const char *suffix) const
{
    DatabaseUrl url = m_server;
    url.database = QStringLiteral("foyer_bench_") + QLatin1String(suffix);
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

QString Bench::serverFolder()
{
    return Database::open(m_server, Database::Mode::Administer, m_clock)->run("SELECT current_setting('data_directory')").front().text(0);
}

std::unique_ptr<BoxOffice> Bench::open(const DatabaseUrl &url, const QString &keys)
{
    return must(BoxOffice::open({url, keys, QStringLiteral("till"), m_clock, m_random, crypto::PinCost::Minimal}));
}

void Bench::record()
{
    const DatabaseUrl ours = freshCopy("ours");
    {
        const PostgresRecording recording;
        const auto office = open(ours, freshKeys(m_folder.path()));
        Seller seller(*office, m_event);
        for (int batch = 0; batch < WarmUpBatches; ++batch)
            seller.sell(BatchSize);
        m_timedFrom = recording.script().size();
        for (int batch = 0; batch < m_size.batches; ++batch)
            seller.sell(BatchSize);
        m_script = recording.script();
    }
    const DatabaseUrl peer = freshCopy("peer");
    PostgresReplay(peer).run(m_script);
    m_counts = countSold(ours, m_size.allOrders());
    proveSameRows(ours, peer, m_counts);
}

double Bench::timeOurs()
{
    const DatabaseUrl url = freshCopy("ours");
    const QString keys = freshKeys(m_folder.path());
    double seconds = 0;
    {
        const auto office = open(url, keys);
        Seller seller(*office, m_event);
        for (int batch = 0; batch < WarmUpBatches; ++batch)
            seller.sell(BatchSize);
        seconds = secondsOf([&] {
            for (int batch = 0; batch < m_size.batches; ++batch)
                seller.sell(BatchSize);
        });
    }
    if (countSold(url, m_size.allOrders()) != m_counts)
        qFatal("a round of ours left other numbers of rows than the recorded one");
    proveSound(url, keys);
    return seconds;
}

double Bench::timePeer()
{
    const DatabaseUrl url = freshCopy("peer");
    double seconds = 0;
    {
        PostgresReplay replay(url);
        const std::span<const PostgresStep> steps(m_script);
        replay.run(steps.first(m_timedFrom));
        seconds = secondsOf([&] { replay.run(steps.subspan(m_timedFrom)); });
    }
    if (countSold(url, m_size.allOrders()) != m_counts)
        qFatal("a replay left other numbers of rows than the recorded round");
    return seconds;
}

void Bench::run()
{
    record();
    const QString folder = serverFolder();
    Contender ours{QStringLiteral("Foyer"), {}};
    Contender peer{QStringLiteral("plain libpq, same statements"), {}};
    std::vector<double> flushes;
    for (int round = 0; round < m_size.rounds; ++round) {
        flushes.push_back(flushMicroseconds(folder));
        if (round % 2 == 0)
            ours.seconds.push_back(timeOurs());
        peer.seconds.push_back(timePeer());
        if (round % 2 == 1)
            ours.seconds.push_back(timeOurs());
    }
    const bool seated = m_admission == Admission::Seated;
    report(seated ? QStringLiteral("PostgreSQL, batches of 128, two numbered seats") : QStringLiteral("PostgreSQL, batches of 128, two general places"),
           m_size.orders(), ours, peer, Target);
    reportFlushes(flushes);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Full orders in batches on the PostgreSQL that FOYER_TEST_POSTGRES names."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.process(app);
    const DatabaseUrl server = must(DatabaseUrl::parse(qEnvironmentVariable("FOYER_TEST_POSTGRES")));
    const Size size = parser.isSet(QStringLiteral("small")) ? Size{3, 4} : Size{9, 32};
    Bench(server, Admission::General, size).run();
    Bench(server, Admission::Seated, size).run();
}
