// Promo codes under concurrency: exact with real threads and connections on PostgreSQL; SQLite has one writer, so there one comes after
// the other and the same must hold.
#include "tests/core/services/discounted.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <latch>
#include <mutex>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Runs body(office, i) for each i at once, each on a thread, a connection and a terminal of its own.
template <typename Body>
void takers(DiscountHouse &house, int count, Body body)
{
    if (!house.box.isPostgres()) {
        for (int i = 0; i < count; ++i)
            body(*house.office, i);
        return;
    }
    std::latch ready(count);
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            const auto own = house.box.open(QStringLiteral("taker-%1").arg(i));
            ready.arrive_and_wait();
            body(*own, i);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

} // namespace

class PromoRacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastUseAndThirtyTwoTakers_data() { bothDatabases(); }
    void theLastUseAndThirtyTwoTakers()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        const QString last = QStringLiteral("LAST");
        house.code(last, times(percentOff(1000), 1));
        std::atomic<int> won = 0;
        std::atomic<int> refused = 0;
        takers(house, 32, [&](BoxOffice &office, int) {
            const auto cart = hold(office, {places(house.hamlet, 1, 1)});
            const auto entered = office.discounts().enter(office.system(), cart.id, last);
            won += entered ? 1 : 0;
            refused += !entered && entered.error().code == ErrorCode::PromoUsedUp ? 1 : 0;
            const Money due = entered ? entered->total() : cart.total();
            must(office.checkout().pay(office.system(), PayRequest{cart.id, Tender::Cash, due, {}, cart.id.toString()}));
        });
        QCOMPARE(won.load(), 1);
        QCOMPARE(refused.load(), 31);
        QCOMPARE(house.uses(last), QStringLiteral("0/1"));
        QCOMPARE(house.breaches(), QString());
    }

    void whoeverGivesBackLetsTheNextOneIn_data() { bothDatabases(); }
    void whoeverGivesBackLetsTheNextOneIn()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        const QString three = QStringLiteral("THREE");
        house.code(three, times(percentOff(1000), 3));
        std::atomic<int> paid = 0;
        std::atomic<int> wrong = 0;
        takers(house, 8, [&](BoxOffice &office, int i) {
            for (int round = 0; round < 6; ++round) {
                const auto cart = hold(office, {places(house.hamlet, 1, 1)});
                const auto entered = office.discounts().enter(office.system(), cart.id, three);
                if (!entered) {
                    wrong += entered.error().code == ErrorCode::PromoUsedUp ? 0 : 1;
                    must(office.inventory().release(office.system(), cart.id));
                } else if ((i + round) % 4 == 0) {
                    must(office.checkout().pay(office.system(), PayRequest{cart.id, Tender::Cash, entered->total(), {}, cart.id.toString()}));
                    ++paid;
                } else if (round % 2) {
                    must(office.inventory().release(office.system(), cart.id));
                } else {
                    must(office.discounts().takeOff(office.system(), cart.id, entered->discounts.front().id));
                }
            }
        });
        QCOMPARE(wrong.load(), 0);
        QVERIFY(paid.load() >= 1 && paid.load() <= 3);
        QCOMPARE(house.uses(three), QStringLiteral("0/%1").arg(paid.load()));
        QCOMPARE(house.breaches(), QString());
    }

    void oneCustomerAtManyTillsAtOnce_data() { bothDatabases(); }
    void oneCustomerAtManyTillsAtOnce()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        PromoTerms each = percentOff(1000);
        each.customerLimit = 2;
        const QString code = QStringLiteral("TWICE");
        house.code(code, each);
        const auto anna = must(house.office->customers().add(house.office->system(), {{}, QStringLiteral("Anna"), {}, {}}));
        // Carts that are ready, so that all enter the code in the same moment.
        std::vector<ReservationId> carts;
        for (int i = 0; i < 16; ++i) {
            carts.push_back(house.standing(1).id);
            must(house.office->customers().assign(house.office->system(), carts.back(), anna.id));
        }
        std::atomic<int> won = 0;
        takers(house, 16, [&](BoxOffice &office, int i) { won += office.discounts().enter(office.system(), carts[size_t(i)], code) ? 1 : 0; });
        QCOMPARE(won.load(), 2);
        QCOMPARE(house.breaches(), QString());
    }

    void expiredUsesAreHadUnderPressure_data() { bothDatabases(); }
    void expiredUsesAreHadUnderPressure()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        const QString code = QStringLiteral("FOUR");
        house.code(code, times(percentOff(1000), 4));
        for (int i = 0; i < 4; ++i)
            must(house.enter(house.standing(1), code));
        house.box.advance(Milliseconds(16 * 60'000));
        std::atomic<int> won = 0;
        takers(house, 8, [&](BoxOffice &office, int) {
            const auto cart = hold(office, {places(house.hamlet, 1, 1)});
            won += office.discounts().enter(office.system(), cart.id, code) ? 1 : 0;
        });
        QCOMPARE(won.load(), 4);
        QCOMPARE(house.breaches(), QString());
    }
};

FOYER_TEST(PromoRacesTest, "promoraces")
#include "test_promoraces.moc"
