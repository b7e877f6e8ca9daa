#include "tests/support/testmain.h"
#include "tests/ui/pages/livetill.h"
#include "ui/backend/livefeed.h"
#include "ui/sell/eventlistmodel.h"

#include <QtTest/QSignalSpy>

#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// What others do must be seen within a second.
constexpr int Second = 1'000;

} // namespace

#define QTRY_SECOND(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, Second)

class LiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void aClickAtOneTillShowsAtTheOther()
    {
        LiveHouse house;
        LiveTill left(house, QStringLiteral("left"));
        LiveTill right(house, QStringLiteral("right"));
        const auto listed = [&](LiveTill &till) { return till.sell().findChild<EventList *>()->model().find(house.hamlet.id)->places().left; };
        QTRY_COMPARE(listed(right), 50);
        left.clickSeat(7);
        QTRY_SECOND(left.state(7) == SeatState::Mine && right.state(7) == SeatState::HeldByOther);
        QTRY_SECOND(listed(right) == 49);
        left.clickSeat(8);
        QTRY_SECOND(right.state(8) == SeatState::HeldByOther);
        left.clickSeat(7);
        QTRY_SECOND(right.state(7) == SeatState::Free);
        QTRY_SECOND(left.state(7) == SeatState::Free);
        QTRY_COMPARE(left.places(), 1);
        const Reservation cart = left.cart().reservation();
        left.backend->run(left.window.get(), [cart](Desk &desk) {
            return desk.office.checkout().pay(desk.office.system(), PayRequest{cart.id, Tender::Cash, cart.total(), {}, QStringLiteral("k")});
        }, [](const Result<CheckoutState> &) {});
        QTRY_SECOND(right.state(8) == SeatState::Sold);
        QCOMPARE(listed(right), 49);
        QCOMPARE(right.map().model().count(SeatState::Free), 49);
    }

    void onlyWhatChangedIsRedrawn()
    {
        LiveHouse house;
        LiveTill left(house, QStringLiteral("left"));
        LiveTill right(house, QStringLiteral("right"));
        QTRY_VERIFY(right.sell().findChild<EventList *>()->model().find(house.hamlet.id)->isCounted());
        QSignalSpy redrawn(&right.map().model(), &SeatMapModel::seatsChanged);
        left.clickSeat(12);
        QTRY_SECOND(right.state(12) == SeatState::HeldByOther);
        QCOMPARE(redrawn.size(), 1);
        QCOMPARE(redrawn.front().front().value<QList<int>>(), QList<int>{12});
    }

    void theLoserIsToldAndOfferedTheNearestEquals()
    {
        LiveHouse house;
        LiveTill left(house, QStringLiteral("left"));
        LiveTill right(house, QStringLiteral("right"));
        right.clickSeat(20);
        QTRY_COMPARE(right.places(), 1);
        left.clickSeat(5);
        right.clickSeat(5); // neither can know of the other
        QTRY_VERIFY(left.places() >= 0 && right.places() >= 0 && left.places() + right.places() == 2);
        LiveTill &loser = left.places() == 0 ? left : right;
        LiveTill &winner = left.places() == 0 ? right : left;
        const int kept = loser.places();
        QTRY_VERIFY(loser.message().startsWith(QStringLiteral("Stalls 1-6 was taken at another till. Stalls 1-")));
        QVERIFY(loser.message().endsWith(QStringLiteral(" is free.")));
        QVERIFY(winner.message().isEmpty());
        QCOMPARE(loser.cart().reservation().places(), kept); // the rest of the cart is as it was
        QCOMPARE(loser.state(5), SeatState::HeldByOther);
        loser.pressMessage();
        QTRY_COMPARE(loser.places(), kept + 1);
        const SeatLabel label = *loser.cart().reservation().lines.back().seatLabel;
        QVERIFY(label.row == QStringLiteral("1") && (label.number == QStringLiteral("5") || label.number == QStringLiteral("7")));
        QCOMPARE(house.count("SELECT count(*) FROM claim"), qint64(3));
    }

    void oneTakenSeatOfThreeIsReplacedAndTheOthersStayWished()
    {
        LiveHouse house;
        LiveTill left(house, QStringLiteral("left"));
        LiveTill right(house, QStringLiteral("right"));
        left.clickSeat(4);
        QTRY_COMPARE(left.places(), 1);
        right.cart().add({seat(house.hamlet, 0, house.seats[3].id), seat(house.hamlet, 0, house.seats[4].id), seat(house.hamlet, 0, house.seats[5].id)});
        QTRY_VERIFY(right.message().contains(QStringLiteral("Stalls 1-5 was taken")));
        right.pressMessage();
        QTRY_COMPARE(right.places(), 3);
        QCOMPARE(right.state(3), SeatState::Mine);
        QCOMPARE(right.state(5), SeatState::Mine);
    }

    void oneSeatSixtyFourBuyersAndTwoWindows()
    {
        LiveHouse house;
        LiveTill left(house, QStringLiteral("left"));
        LiveTill right(house, QStringLiteral("right"));
        constexpr int Buyers = 64;
        const ReserveRequest wish{{}, Channel::Counter, {seat(house.hamlet, 0, house.seats[25].id)}};
        std::latch ready(Buyers + 1);
        std::atomic<int> won = 0;
        std::atomic<int> failed = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < Buyers; ++i) {
            threads.emplace_back([&, i] {
                const auto own = house.database.open(QStringLiteral("buyer-%1").arg(i));
                ready.arrive_and_wait();
                const auto answer = own->inventory().reserve(own->system(), wish);
                won += answer ? 1 : 0;
                failed += !answer && answer.error().code != ErrorCode::SeatTaken ? 1 : 0;
            });
        }
        ready.arrive_and_wait();
        left.clickSeat(25);
        right.clickSeat(25);
        for (std::thread &thread : threads)
            thread.join();
        QTRY_VERIFY(left.places() >= 0 && right.places() >= 0);
        QCOMPARE(failed.load(), 0);
        QCOMPARE(won + left.places() + right.places(), 1);
        QCOMPARE(house.count("SELECT count(*) FROM claim"), qint64(1));
        for (LiveTill *till : {&left, &right})
            QTRY_SECOND(till->state(25) == (till->places() == 1 ? SeatState::Mine : SeatState::HeldByOther));
    }

    void sixtyFourBuyersFillTheHouseBeforeTwoWindows()
    {
        LiveHouse house;
        LiveTill left(house, QStringLiteral("left"));
        LiveTill right(house, QStringLiteral("right"));
        constexpr int Buyers = 64;
        std::latch ready(Buyers + 1);
        std::atomic<int> won = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < Buyers; ++i) {
            threads.emplace_back([&, i] {
                const auto own = house.database.open(QStringLiteral("buyer-%1").arg(i));
                ready.arrive_and_wait();
                for (int at = 0; at < 50; at += 7) {
                    const SeatId wanted = house.seats[size_t((i + at) % 50)].id;
                    won += own->inventory().reserve(own->system(), ReserveRequest{{}, Channel::Counter, {seat(house.hamlet, 0, wanted)}}) ? 1 : 0;
                }
            });
        }
        ready.arrive_and_wait();
        for (int at = 0; at < 50; at += 5) {
            left.clickSeat(at);
            right.clickSeat(at + 1);
        }
        for (std::thread &thread : threads)
            thread.join();
        QTRY_VERIFY_WITH_TIMEOUT(left.places() >= 0 && right.places() >= 0, 20 * Second);
        const qint64 claims = house.count("SELECT count(*) FROM claim");
        QCOMPARE(claims, qint64(won + left.places() + right.places()));
        // Both maps show within a second what the database holds.
        for (LiveTill *till : {&left, &right}) {
            QTRY_SECOND(till->map().model().count(SeatState::Mine) == till->places());
            QTRY_SECOND(till->map().model().count(SeatState::Free) + claims == 50);
        }
    }

    void anExpiryShowsBeforeAnybodySweeps()
    {
        LiveHouse house;
        LiveTill left(house, QStringLiteral("left"));
        LiveTill right(house, QStringLiteral("right"));
        left.clickSeat(7);
        QTRY_SECOND(right.state(7) == SeatState::HeldByOther);
        house.database.advance(std::chrono::minutes(15));
        QTRY_VERIFY_WITH_TIMEOUT(right.state(7) == SeatState::Free, 2 * Second); // the test's clock stands between two looks
        QCOMPARE(house.count("SELECT count(*) FROM reservation WHERE state = 'active'"), qint64(1));
        right.clickSeat(7);
        QTRY_COMPARE(right.places(), 1);
    }

    void severalCountdownsOfOneReservationAgree()
    {
        LiveHouse house;
        LiveTill left(house, QStringLiteral("left"));
        LiveTill right(house, QStringLiteral("right"));
        left.clickSeat(7);
        QTRY_COMPARE(left.places(), 1);
        house.database.advance(std::chrono::minutes(4));
        right.cart().takeUp(left.cart().reservation().id);
        QTRY_COMPARE(right.places(), 1);
        QCOMPARE(right.cart().left(), left.cart().left());
        QCOMPARE(right.cart().left(), Milliseconds(std::chrono::minutes(11)));
    }

    void aChangeWithoutAHintIsSeenByThePoll()
    {
        LiveHouse house;
        LiveTill till(house, QStringLiteral("till"));
        const auto script = house.database.open(QStringLiteral("script"));
        hold(*script, {seat(house.hamlet, 0, house.seats[30].id)});
        QTRY_VERIFY_WITH_TIMEOUT(till.state(30) == SeatState::HeldByOther, Second);
    }
};

FOYER_TEST(LiveTest, "live")

#include "test_live.moc"
