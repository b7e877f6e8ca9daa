// Single orders on SQLite (WAL, synchronous=FULL), against a bare loop of the C API that writes the same rows by the same
// statements in the same transactions, hashing and signing the journal's records as whoever writes them must. One recorded
// round gives the loop its script; a copy of the file makes it valid again.
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/outcome.h"
#include "tests/benchmarks/seller.h"
#include "tests/benchmarks/sqlitescript.h"

#include "core/storage/keystore.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

using namespace foyer;
using namespace foyer::bench;
using test::must;

namespace {

constexpr double Target = 0.7;
constexpr int WarmUpOrders = 20;

struct Size {
    int rounds;
    int orders;

    int allOrders() const { return WarmUpOrders + orders; }
};

class Bench
{
public:
    Bench(Admission admission, Size size);

    void run();

private:
    DatabaseUrl named(const char *name) const;
    DatabaseUrl freshCopy(const char *name) const;
    std::unique_ptr<BoxOffice> open(const DatabaseUrl &url, const QString &keys);
    void record();
    double timeOurs();
    double timePeer(const SqliteWork &work);
    crypto::SigningKey key() const;

    const Admission m_admission;
    const Size m_size;
    const SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    EventId m_event;
    SqliteScript m_script;
    size_t m_timedFrom = 0; ///< the steps before open the session and warm up
    RowCounts m_counts;
};

Bench::Bench(Admission admission, Size size) : m_admission(admission), m_size(size)
{
    must(BoxOffice::migrate(named("base"), m_clock));
    const auto office = open(named("base"), firstKeys(m_folder.path()));
    m_event = addEvent(*office, m_admission, 2 * m_size.allOrders());
}

DatabaseUrl Bench::named(const char *name) const
{
    return must(DatabaseUrl::parse(QStringLiteral("sqlite:%1/%2.db").arg(m_folder.path(), QLatin1String(name))));
}

DatabaseUrl Bench::freshCopy(const char *name) const
{
    const DatabaseUrl url = named(name);
    QFile::remove(url.path);
    if (!QFile::copy(named("base").path, url.path))
        qFatal("the database cannot be copied");
    return url;
}

std::unique_ptr<BoxOffice> Bench::open(const DatabaseUrl &url, const QString &keys)
{
    return must(BoxOffice::open({url, keys, QStringLiteral("till"), m_clock, m_random, crypto::PinCost::Minimal}));
}

void Bench::record()
{
    const DatabaseUrl ours = freshCopy("ours");
    {
        const SqliteRecording recording;
        const auto office = open(ours, freshKeys(m_folder.path()));
        Seller seller(*office, m_event);
        for (int order = 0; order < WarmUpOrders; ++order)
            seller.sell(1);
        m_timedFrom = recording.script().size();
        for (int order = 0; order < m_size.orders; ++order)
            seller.sell(1);
        m_script = recording.script();
    }
    m_counts = countSold(ours, m_size.allOrders());
    const DatabaseUrl peer = freshCopy("peer");
    SqliteReplay(peer.path, {false, key()}).run(m_script);
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
        for (int order = 0; order < WarmUpOrders; ++order)
            seller.sell(1);
        seconds = secondsOf([&] {
            for (int order = 0; order < m_size.orders; ++order)
                seller.sell(1);
        });
    }
    if (countSold(url, m_size.allOrders()) != m_counts)
        qFatal("a round of ours left other numbers of rows than the recorded one");
    proveSound(url, keys);
    return seconds;
}

crypto::SigningKey Bench::key() const
{
    const KeyStore keys(firstKeys(m_folder.path()));
    return must(keys.find(keys.terminals().front()));
}

double Bench::timePeer(const SqliteWork &work)
{
    const DatabaseUrl url = freshCopy("peer");
    double seconds = 0;
    {
        SqliteReplay replay(url.path, work);
        const std::span<const SqliteStep> steps(m_script);
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
    Contender ours{QStringLiteral("Foyer"), {}};
    Contender loop{QStringLiteral("bare C loop, same rows"), {}};
    Contender reading{QStringLiteral("the loop reads too"), {}};
    Contender readyMade{QStringLiteral("hashes and signatures ready-made"), {}};
    std::vector<double> flushes;
    for (int round = 0; round < m_size.rounds; ++round) {
        flushes.push_back(flushMicroseconds(m_folder.path()));
        for (int turn = round; turn < round + 4; ++turn) { // another one begins each time
            if (turn % 4 == 0)
                ours.seconds.push_back(timeOurs());
            else if (turn % 4 == 1)
                loop.seconds.push_back(timePeer({false, key()}));
            else if (turn % 4 == 2)
                reading.seconds.push_back(timePeer({true, key()}));
            else
                readyMade.seconds.push_back(timePeer({false, std::nullopt}));
        }
    }
    const QString title = m_admission == Admission::Seated ? QStringLiteral("SQLite, single orders, two numbered seats")
                                                           : QStringLiteral("SQLite, single orders, two general places");
    report(title, m_size.orders, ours, loop, Target);
    report(title + QStringLiteral(" (beside)"), m_size.orders, ours, reading, Target);
    report(title + QStringLiteral(" (beside)"), m_size.orders, ours, readyMade, Target);
    reportFlushes(flushes);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Single orders on SQLite, in the folder for temporary files (TMPDIR)."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.process(app);
    const Size size = parser.isSet(QStringLiteral("small")) ? Size{3, 100} : Size{9, 1000};
    Bench(Admission::General, size).run();
    Bench(Admission::Seated, size).run();
}
