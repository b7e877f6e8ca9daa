#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <latch>
#include <mutex>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Runs `count` buyers at once on PostgreSQL, each on a thread and a connection of its own, as a terminal of its own.
template <typename Body>
void buyers(TestDatabase &box, int count, Body body)
{
    std::latch ready(count);
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            const auto own = box.open(QStringLiteral("till-%1").arg(i));
            ready.arrive_and_wait();
            body(*own, i);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

/// On SQLite one connection writes, on one thread: there the requests of all buyers come as one batch.
std::vector<Result<Reservation>> race(TestDatabase &box, BoxOffice &office, const std::vector<ReserveRequest> &requests)
{
    if (!box.isPostgres())
        return office.inventory().reserve(office.system(), requests);
    std::vector<Result<Reservation>> answers(requests.size(), fail(ErrorCode::Internal));
    buyers(box, int(requests.size()), [&](BoxOffice &own, int i) {
        answers[size_t(i)] = own.inventory().reserve(own.system(), requests[size_t(i)]);
    });
    return answers;
}

ReserveRequest oneWish(const Event &event, size_t type, SeatId seat, int quantity)
{
    return {{}, Channel::Counter, {{event.id, event.ticketTypes[type].priceLevels[0].id, seat, quantity}}};
}

} // namespace

class RacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clerksThatOpenAtOnceAreOneTerminal_data() { bothDatabases(); }
    void clerksThatOpenAtOnceAreOneTerminal()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const int count = box.isPostgres() ? 8 : 1; // a file has one writer
        std::mutex mutex;
        QSet<QString> terminals;
        std::latch ready(count);
        std::vector<std::thread> clerks;
        for (int i = 0; i < count; ++i)
            clerks.emplace_back([&] {
                ready.arrive_and_wait();
                const auto office = box.open(QStringLiteral("server"));
                const std::lock_guard lock(mutex);
                terminals << office->terminal().toString();
            });
        for (std::thread &clerk : clerks)
            clerk.join();
        QCOMPARE(terminals.size(), 1);
        QCOMPARE(terminals.values().front(), box.open(QStringLiteral("server"))->terminal().toString());
    }

    void oneSeatHasOneWinner_data() { bothDatabases(); }
    void oneSeatHasOneWinner()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 3).add();
        const auto seats = seatsOf(*office, event);
        const auto answers = race(box, *office, std::vector<ReserveRequest>(64, oneWish(event, 0, seats[1].id, 1)));
        int won = 0;
        for (const auto &answer : answers) {
            won += answer ? 1 : 0;
            if (!answer)
                QCOMPARE(answer.error().code, ErrorCode::SeatTaken);
        }
        QCOMPARE(won, 1);
        QCOMPARE(must(office->inventory().claims(event.id)).size(), size_t(1));
    }

    void theLastTenAreNeverElevenAndNobodyIsRefusedWhilePlacesAreFree_data() { bothDatabases(); }
    void theLastTenAreNeverElevenAndNobodyIsRefusedWhilePlacesAreFree()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        std::vector<ReserveRequest> requests;
        for (int i = 0; i < 64; ++i)
            requests.push_back(oneWish(event, 0, {}, 1 + i % 3));
        const auto answers = race(box, *office, requests);
        int held = 0;
        for (const auto &answer : answers)
            held += answer ? answer->places() : 0;
        QVERIFY2(held <= 10, qPrintable(QString::number(held)));
        QCOMPARE(must(office->inventory().availability(std::array{event.id})).front().total().held, held);
        for (size_t i = 0; i < answers.size(); ++i) {
            if (answers[i])
                continue;
            QCOMPARE(answers[i].error().code, ErrorCode::SoldOut);
            const int wanted = requests[i].lines.front().quantity;
            QVERIFY(answers[i].error().args.value(1).toInt() < wanted); // what was left when it was refused
            QVERIFY(10 - held < wanted);
        }
        QCOMPARE(held, 10); // somebody wanted one place, so none can be left over
    }

    void expiredPlacesAreHandedOnUnderPressure_data() { bothDatabases(); }
    void expiredPlacesAreHandedOnUnderPressure()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 20, 1500).add();
        for (int i = 0; i < 10; ++i)
            must(office->inventory().reserve(office->system(), oneWish(event, 0, {}, 2)));
        box.advance(Milliseconds(15 * 60000));
        const auto answers = race(box, *office, std::vector<ReserveRequest>(32, oneWish(event, 0, {}, 1)));
        const auto granted = std::count_if(answers.begin(), answers.end(), [](const auto &a) { return a.has_value(); });
        QCOMPARE(granted, 20);
    }

    void crossingCartsEndWithoutHalfOnes()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        TestDatabase box(QStringLiteral("postgres"));
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(2, 20).withGeneral(QStringLiteral("Standing"), 30, 1500).add();
        const auto seats = seatsOf(*office, event);
        std::mutex mutex;
        int places = 0;
        int numbered = 0;
        buyers(box, 12, [&](BoxOffice &own, int who) {
            for (int round = 0; round < 8; ++round) {
                // Neighbours want the same seats in opposite directions, and standing places besides.
                const int first = (who / 2 * 7 + round * 3) % 38;
                ReserveRequest request{{}, Channel::Counter, {}};
                for (int i = 0; i < 3; ++i) {
                    const int at = who % 2 == 0 ? first + i : first + 2 - i;
                    request.lines.push_back({event.id, event.ticketTypes[0].priceLevels[0].id, seats[size_t(at)].id, 1});
                }
                request.lines.push_back({event.id, event.ticketTypes[1].priceLevels[0].id, {}, 1});
                const auto answer = own.inventory().reserve(own.system(), request);
                if (!answer) {
                    const bool business = answer.error().code == ErrorCode::SeatTaken || answer.error().code == ErrorCode::SoldOut;
                    if (!business)
                        qWarning() << int(answer.error().code) << answer.error().detail;
                    const std::lock_guard lock(mutex);
                    places += business ? 0 : 1000; // anything but a refusal by the rules fails below
                    continue;
                }
                if (round % 2 == 0) {
                    must(own.checkout().pay(own.system(), PayRequest{answer->id, Tender::Cash, answer->total(), {}, answer->id.toString()}));
                }
                const std::lock_guard lock(mutex);
                places += 1;
                numbered += 3;
            }
        });
        const auto types = must(office->inventory().availability(std::array{event.id})).front().types;
        QCOMPARE(types[0].held + types[0].sold, numbered);
        QCOMPARE(types[1].held + types[1].sold, places);
        QCOMPARE(*office->writer().read([](Database &db) { return db.run("SELECT count(*) FROM claim").front().number(0); }), qint64(numbered));
    }
};

FOYER_TEST(RacesTest, "races")
#include "test_races.moc"
