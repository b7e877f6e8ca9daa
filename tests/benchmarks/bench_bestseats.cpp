// Best seats: the search alone in a house of 20,000; and 32 callers for two seats each in a house of 50,000 of which
// 40,000 are sold, on the PostgreSQL that FOYER_TEST_POSTGRES names, against SELECT … FOR UPDATE SKIP LOCKED.
#include "tests/benchmarks/measure.h"

#include "core/domain/bestseats.h"
#include "core/domain/demoplans.h"
#include "core/services/seatboards.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <barrier>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <numeric>
#include <random>
#include <set>
#include <thread>

using namespace foyer;
using namespace foyer::bench;
using test::must;

namespace {

constexpr int Callers = 32;
constexpr int HouseRows = 1000;
constexpr int RowLength = 50;
constexpr int Pairs = HouseRows * RowLength / 2;
constexpr int SoldPairs = 20'000;
constexpr double Target = 20;

/// Which 40,000 are gone: those that SELECT … ORDER BY would give first, as a house fills, or any.
enum class Sold { BestFirst, Scattered };

/// The slowest search of each house: groups of 1 to 20 until nothing is free.
void searchAlone()
{
    SeatingPlan plan = *SeatingPlan::fromJson(arenaPlan());
    Event event;
    for (const PlanCategory &category : plan.categories) {
        TicketType type;
        type.id = TicketTypeId(QUuid::createUuid());
        type.admission = AdmissionKind::Seated;
        type.categories = {category.name};
        event.ticketTypes.push_back(type);
    }
    for (PlanSeat &seat : plan.seats)
        seat.id = SeatId(QUuid::createUuid());
    SeatBoard board(plan, event);
    std::mt19937 random(7);
    std::vector<size_t> order(plan.seats.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::shuffle(order.begin(), order.end(), random);
    std::printf("Best seats by the board alone, %zu seats\n", plan.seats.size());
    size_t taken = 0;
    for (const int percent : {0, 50, 90, 99}) {
        for (; taken < plan.seats.size() * size_t(percent) / 100; ++taken)
            board.apply(plan.seats[order[taken]].id, false);
        double slowest = 0;
        std::vector<double> all;
        for (const auto &type : event.ticketTypes)
            for (int count = 1; count <= 20; ++count)
                for (const bool accessible : {false, true}) {
                    all.push_back(secondsOf([&] { bestSeats(board, {{type.id}, count, accessible, 0.5, 0}); }));
                    slowest = std::max(slowest, all.back());
                }
        std::printf("    %2d %% taken: median %.3f ms, slowest %.3f ms, target under 10 ms: %s\n", percent, 1000 * median(all), 1000 * slowest,
                    slowest < 0.010 ? "met" : "MISSED");
    }
    std::fflush(stdout);
}

/// What the callers tell each other, as the journal's feed would.
class News
{
public:
    struct Item {
        SeatId seat;
        bool free;
    };

    void tell(const std::vector<SeatId> &seats, bool free)
    {
        const std::lock_guard lock(m_mutex);
        for (const SeatId seat : seats)
            m_items.push_back({seat, free});
    }

    size_t hear(size_t from, SeatBoards &boards, EventId event)
    {
        const std::lock_guard lock(m_mutex);
        for (; from < m_items.size(); ++from)
            boards.apply(event, m_items[from].seat, m_items[from].free);
        return from;
    }

private:
    std::mutex m_mutex;
    std::vector<Item> m_items;
};

class Bench
{
public:
    Bench(DatabaseUrl server, Sold sold, int rounds, int calls);
    ~Bench();
    void run();

private:
    std::unique_ptr<BoxOffice> open(int caller);
    std::unique_ptr<Database> administrator(const DatabaseUrl &url);
    void sellMost(BoxOffice &office);
    void makePeer();
    double timeOurs();
    double timeGathered();
    double timePeer();
    double inStep(const std::function<void(int)> &prepare, const std::function<void(int)> &call);
    void prove(int expected);
    void giveBack();

    const DatabaseUrl m_server;
    const Sold m_sold;
    DatabaseUrl m_url;
    const int m_rounds;
    const int m_calls; ///< of each caller
    const SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    Event m_event;
    News m_news;
    std::vector<std::unique_ptr<BoxOffice>> m_tills; ///< each used by its caller's thread alone
    std::vector<std::vector<BestReserved>> m_got;
};

Bench::Bench(DatabaseUrl server, Sold sold, int rounds, int calls)
    : m_server(std::move(server)), m_sold(sold), m_url(m_server), m_rounds(rounds), m_calls(calls), m_got(Callers)
{
    m_url.database = QStringLiteral("foyer_bench_best");
    administrator(m_server)->execute(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_url.database));
    administrator(m_server)->execute(QStringLiteral("CREATE DATABASE %1").arg(m_url.database));
    must(BoxOffice::migrate(m_url, m_clock));
    {
        const auto office = open(Callers);
        m_event = test::anEvent(*office).startingAt(m_clock.now() + Milliseconds(24 * 60 * 60'000)).withSeats(HouseRows, RowLength).add();
        sellMost(*office);
    }
    makePeer();
    administrator(m_url)->execute(QStringLiteral("VACUUM ANALYZE"));
}

Bench::~Bench()
{
    m_tills.clear();
    administrator(m_server)->execute(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_url.database));
}

std::unique_ptr<Database> Bench::administrator(const DatabaseUrl &url)
{
    return Database::open(url, Database::Mode::Administer, m_clock);
}

std::unique_ptr<BoxOffice> Bench::open(int caller)
{
    const QString name = QStringLiteral("till %1").arg(caller);
    return must(BoxOffice::open({m_url, m_folder.filePath(name), name, m_clock, m_random, crypto::PinCost::Minimal}));
}

void Bench::sellMost(BoxOffice &office)
{
    constexpr int PairsInOrder = 50;
    const auto seats = test::seatsOf(office, m_event);
    std::vector<int> pairs(Pairs);
    std::iota(pairs.begin(), pairs.end(), 0);
    if (m_sold == Sold::Scattered)
        std::shuffle(pairs.begin(), pairs.end(), std::mt19937(7));
    for (int from = 0; from < SoldPairs; from += PairsInOrder) {
        std::vector<ReserveLine> lines;
        for (int i = from; i < from + PairsInOrder; ++i)
            for (const int seat : {2 * pairs[size_t(i)], 2 * pairs[size_t(i)] + 1})
                lines.push_back(test::seat(m_event, 0, seats[size_t(seat)].id));
        test::sell(office, lines);
    }
}

void Bench::makePeer()
{
    const auto db = administrator(m_url);
    db->execute(QStringLiteral("CREATE TABLE peer_seat (event_id UUID NOT NULL, seat_id UUID NOT NULL, rank BIGINT NOT NULL, state TEXT NOT NULL, "
                               "reservation UUID, PRIMARY KEY (event_id, seat_id))"));
    db->execute(QStringLiteral("INSERT INTO peer_seat SELECT e.id, s.id, s.position, coalesce(c.state, 'free') FROM event e JOIN seat s ON s.plan_id = e.plan_id "
                               "LEFT JOIN claim c ON c.event_id = e.id AND c.seat_id = s.id"));
    db->execute(QStringLiteral("CREATE INDEX peer_by_rank ON peer_seat (event_id, rank)"));
}

/// Every caller prepares and calls once; then all call at once. The seconds until the last is done.
double Bench::inStep(const std::function<void(int)> &prepare, const std::function<void(int)> &call)
{
    std::barrier start(Callers + 1);
    std::vector<std::thread> threads;
    for (int caller = 0; caller < Callers; ++caller)
        threads.emplace_back([&, caller] {
            prepare(caller);
            call(caller); // its connection plans the statements
            start.arrive_and_wait();
            for (int i = 0; i < m_calls; ++i)
                call(caller);
        });
    start.arrive_and_wait();
    return secondsOf([&] {
        for (std::thread &thread : threads)
            thread.join();
    });
}

double Bench::timeOurs()
{
    std::vector<std::unique_ptr<BoxOffice>> tills(Callers);
    std::vector<size_t> heard(Callers, 0);
    const BestRequest wish{{}, Channel::Counter, m_event.id, {m_event.ticketTypes.front().priceLevels.front().id}, 2};
    const double seconds = inStep([&](int caller) {
        tills[size_t(caller)] = open(caller);
        SeatBoards &boards = tills[size_t(caller)]->inventory().boards();
        boards.setFed(true);
        must(boards.board(m_event.id).map([](auto *) {}));
    }, [&](int caller) {
        const auto i = size_t(caller);
        heard[i] = m_news.hear(heard[i], tills[i]->inventory().boards(), m_event.id);
        m_got[i].push_back(must(tills[i]->inventory().reserveBest(tills[i]->system(), wish)));
        m_news.tell(m_got[i].back().seats, false);
    });
    prove(Callers * (m_calls + 1));
    giveBack();
    return seconds;
}

/// One till answers all callers: whatever has come in while it worked is its next batch.
double Bench::timeGathered()
{
    const BestRequest wish{{}, Channel::Web, m_event.id, {m_event.ticketTypes.front().priceLevels.front().id}, 2};
    std::mutex mutex;
    std::condition_variable arrived, answered;
    std::vector<int> waiting;
    std::vector<bool> isDone(Callers, false);
    int left = Callers * (m_calls + 1);
    std::thread till;
    std::barrier ready(2);
    till = std::thread([&] {
        const auto office = open(0);
        office->inventory().boards().setFed(true);
        must(office->inventory().boards().board(m_event.id).map([](auto *) {}));
        ready.arrive_and_wait();
        while (left > 0) {
            std::vector<int> batch;
            {
                std::unique_lock lock(mutex);
                arrived.wait(lock, [&] { return !waiting.empty(); });
                batch.swap(waiting);
            }
            const std::vector<BestRequest> wishes(batch.size(), wish);
            auto answers = office->inventory().reserveBest(office->system(), wishes);
            const std::lock_guard lock(mutex);
            for (size_t i = 0; i < batch.size(); ++i) {
                m_got[size_t(batch[i])].push_back(must(std::move(answers[i])));
                isDone[size_t(batch[i])] = true;
            }
            left -= int(batch.size());
            answered.notify_all();
        }
    });
    ready.arrive_and_wait();
    const double seconds = inStep([](int) {}, [&](int caller) {
        std::unique_lock lock(mutex);
        isDone[size_t(caller)] = false;
        waiting.push_back(caller);
        arrived.notify_one();
        answered.wait(lock, [&] { return isDone[size_t(caller)]; });
    });
    till.join();
    prove(Callers * (m_calls + 1));
    giveBack();
    return seconds;
}

double Bench::timePeer()
{
    std::vector<std::unique_ptr<Database>> connections(Callers);
    const double seconds = inStep([&](int caller) { connections[size_t(caller)] = administrator(m_url); }, [&](int caller) {
        Database &db = *connections[size_t(caller)];
        Transaction transaction(db);
        const Rows seats = db.run("SELECT seat_id FROM peer_seat WHERE event_id = ? AND state = 'free' ORDER BY rank LIMIT 2 FOR UPDATE SKIP LOCKED", {m_event.id});
        if (seats.size() != 2)
            qFatal("the peer found no two seats");
        const QUuid reservation = QUuid::createUuid();
        for (const Row &seat : seats)
            db.run("UPDATE peer_seat SET state = 'held', reservation = ? WHERE event_id = ? AND seat_id = ?", {reservation, m_event.id, seat.uuid(0)});
        transaction.commit();
    });
    const auto db = administrator(m_url);
    const qint64 twice = db->run("SELECT count(*) FROM (SELECT reservation FROM peer_seat WHERE state = 'held' GROUP BY reservation HAVING count(*) <> 2) AS odd").front().number(0);
    const qint64 held = db->run("SELECT count(*) FROM peer_seat WHERE state = 'held'").front().number(0);
    if (twice != 0 || held != 2 * Callers * (m_calls + 1))
        qFatal("the peer gave a seat twice");
    db->execute(QStringLiteral("UPDATE peer_seat SET state = 'free', reservation = NULL WHERE state = 'held'"));
    db->execute(QStringLiteral("VACUUM ANALYZE peer_seat"));
    return seconds;
}

void Bench::prove(int expected)
{
    std::set<QUuid> seats;
    int together = 0;
    for (const auto &got : m_got)
        for (const BestReserved &one : got) {
            together += one.groups == 1;
            for (const SeatId seat : one.seats)
                if (!seats.insert(seat.uuid()).second)
                    qFatal("a seat was given twice");
        }
    const qint64 held = administrator(m_url)->run("SELECT count(*) FROM claim WHERE state = 'held'").front().number(0);
    if (seats.size() != size_t(2 * expected) || held != 2 * expected)
        qFatal("%zu seats were given and %lld are held, and not %d", seats.size(), static_cast<long long>(held), 2 * expected);
    if (together < expected * 9 / 10)
        qFatal("only %d of %d pairs sit side by side", together, expected);
}

void Bench::giveBack()
{
    const auto office = open(Callers);
    for (auto &got : m_got) {
        for (const BestReserved &one : got) {
            must(office->inventory().release(office->system(), one.reservation.id));
            m_news.tell(one.seats, true);
        }
        got.clear();
    }
    administrator(m_url)->execute(QStringLiteral("VACUUM ANALYZE"));
}

void Bench::run()
{
    Contender tills{QStringLiteral("Foyer, 32 tills"), {}}, gathered{QStringLiteral("Foyer, one till in batches"), {}}, peer{QStringLiteral("SKIP LOCKED, 32 connections"), {}};
    std::vector<double> flushes;
    const QString folder = administrator(m_server)->run("SELECT current_setting('data_directory')").front().text(0);
    for (int round = 0; round < m_rounds; ++round) {
        flushes.push_back(flushMicroseconds(folder));
        if (round % 2 == 1)
            peer.seconds.push_back(timePeer());
        tills.seconds.push_back(timeOurs());
        gathered.seconds.push_back(timeGathered());
        if (round % 2 == 0)
            peer.seconds.push_back(timePeer());
    }
    const QString which = m_sold == Sold::BestFirst ? QStringLiteral("the best first") : QStringLiteral("here and there");
    report(QStringLiteral("Best two seats, 40,000 of 50,000 sold %1, 32 callers, each its own till").arg(which), Callers * m_calls, tills, peer, Target);
    report(QStringLiteral("The same, the callers' wishes gathered by one till"), Callers * m_calls, gathered, peer, Target);
    reportFlushes(flushes);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The best seats, alone and under contention on the PostgreSQL that FOYER_TEST_POSTGRES names."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.process(app);
    searchAlone();
    const DatabaseUrl server = must(DatabaseUrl::parse(qEnvironmentVariable("FOYER_TEST_POSTGRES")));
    const bool isSmall = parser.isSet(QStringLiteral("small"));
    for (const Sold sold : {Sold::BestFirst, Sold::Scattered})
        Bench(server, sold, isSmall ? 1 : 5, isSmall ? 3 : 12).run();
}
