#include "tests/support/testmain.h"
#include "tests/ui/pages/livetill.h"
#include "ui/widgets/statusstrip.h"

#include <QtCore/QSemaphore>
#include <QtTest/QSignalSpy>

#include <signal.h>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A cashier's patience, shortened for tests.
Patience quick()
{
    Patience patience;
    patience.verb = Milliseconds(2'500);
    patience.opening = Milliseconds(3'000);
    patience.slow = Milliseconds(100);
    patience.firstPause = Milliseconds(200);
    patience.longestPause = Milliseconds(400);
    return patience;
}

quint16 serverPort(const LiveHouse &house) { return quint16(house.database.url().ports.toInt()); }

/// Sessions of this test's own database on the test's own server, but for the asking one.
std::vector<pid_t> sessions(LiveHouse &house)
{
    std::vector<pid_t> pids;
    for (const Row &row : house.database.administrator()->run("SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
                                                              "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"))
        pids.push_back(pid_t(row.number(0)));
    return pids;
}

} // namespace

class OutageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void aRestartOfTheServerIsSurvived()
    {
        LiveHouse house;
        LineProxy proxy(serverPort(house));
        LiveTill near(house, QStringLiteral("near"));
        LiveTill far(house, QStringLiteral("far"), proxy.port(), quick());
        far.clickSeat(3);
        QTRY_COMPARE(far.places(), 1);
        proxy.set(LineProxy::Weather::Cut);
        near.clickSeat(7);
        QTRY_COMPARE(near.places(), 1);
        far.clickSeat(8);
        QTRY_VERIFY(!far.notice().isEmpty());
        QVERIFY(far.notice().contains(QStringLiteral("your cart is kept")));
        QVERIFY(far.notice().contains(QStringLiteral("tries again")) || far.notice().contains(QStringLiteral("trying again")));
        QVERIFY(!far.find<StatusStrip>()->isVisible());
        QCOMPARE(far.cart().reservation().places(), 1);
        QCOMPARE(far.state(3), SeatState::Mine);
        QCOMPARE(far.state(7), SeatState::Free); // as it was
        QTRY_VERIFY(!far.cart().isBusy()); // the last click is given up, or it would still get through
        proxy.set(LineProxy::Weather::Fine);
        QTRY_VERIFY(far.notice().isEmpty()); // by itself
        QTRY_VERIFY(far.find<StatusStrip>()->isVisible());
        QTRY_COMPARE(far.state(7), SeatState::HeldByOther); // read from the cursor
        QTRY_COMPARE(far.places(), 1);
        far.clickSeat(8);
        QTRY_COMPARE(far.places(), 2);
        QTRY_COMPARE(near.state(8), SeatState::HeldByOther);
        near.clickSeat(9);
        QTRY_VERIFY_WITH_TIMEOUT(far.state(9) == SeatState::HeldByOther, 1'000); // the subscription is back too
    }

    void readingASeasonMayTakeLongerThanASale()
    {
        LiveHouse house;
        SystemRandom random;
        Patience patience = quick();
        patience.verb = Milliseconds(1);
        Backend backend(BackendConfig{house.database.url(), house.database.keyFolder(QStringLiteral("reader")), QStringLiteral("reader"), house.database.clock(), random,
                                      crypto::PinCost::Minimal, []() -> Result<std::unique_ptr<PaymentGateway>> { return std::make_unique<ExternalTerminal>(); }, {}, patience});
        QSignalSpy opened(&backend, &Backend::opened);
        backend.open();
        QTRY_COMPARE(opened.size(), 1);
        const auto read = std::make_shared<QSemaphore>();
        std::optional<Result<bool>> answer;
        QSignalSpy slow(&backend, &Backend::slowChanged);
        backend.read(this, [read](Desk &) -> Result<bool> { return read->tryAcquire(1, 10'000); }, [&answer](const Result<bool> &value) { answer = value; });
        QTRY_VERIFY(!slow.isEmpty()); // long after the time of a sale
        QVERIFY(backend.isOnline() && !answer);
        read->release();
        QTRY_VERIFY(answer && *answer && **answer);
        const auto sold = std::make_shared<QSemaphore>();
        std::optional<Result<bool>> late;
        backend.run(this, [sold](Desk &) -> Result<bool> { return sold->tryAcquire(1, 10'000); }, [&late](const Result<bool> &value) { late = value; });
        QTRY_VERIFY(late && !*late && late->error().code == ErrorCode::DatabaseUnavailable);
        sold->release();
    }

    void aWindowThatAsksForNothingIsToldToo()
    {
        LiveHouse house;
        LineProxy proxy(serverPort(house));
        LiveTill far(house, QStringLiteral("far"), proxy.port(), quick());
        proxy.set(LineProxy::Weather::Cut);
        QTRY_VERIFY(!far.notice().isEmpty());
        proxy.set(LineProxy::Weather::Fine);
        QTRY_VERIFY(far.notice().isEmpty());
    }

    void afterAnHourTheCartIsRestoredAsFarAsItsPlacesAreFree()
    {
        LiveHouse house;
        LineProxy proxy(serverPort(house));
        LiveTill far(house, QStringLiteral("far"), proxy.port(), quick());
        for (const int seat : {3, 4, 5})
            far.clickSeat(seat);
        QTRY_COMPARE(far.places(), 3);
        const ReservationId before = far.cart().reservation().id;
        proxy.set(LineProxy::Weather::Cut);
        far.clickSeat(8);
        QTRY_VERIFY(!far.notice().isEmpty());
        house.database.advance(std::chrono::hours(1));
        {
            const auto other = house.database.open(QStringLiteral("other"));
            sell(*other, {seat(house.hamlet, 0, house.seats[4].id)});
        }
        QTRY_COMPARE(far.cart().left(), Milliseconds(0));
        QCOMPARE(far.cart().reservation().places(), 3); // what is known stays on the screen
        proxy.set(LineProxy::Weather::Fine);
        QTRY_COMPARE(far.places(), 2);
        QTRY_VERIFY(far.message().contains(QStringLiteral("2 ticket(s) could be reserved again")));
        QVERIFY(far.message().contains(QStringLiteral("Somebody else has Stalls 1-5 now")));
        QVERIFY(far.cart().reservation().id != before);
        QTRY_COMPARE(far.state(4), SeatState::Sold);
        QCOMPARE(far.state(3), SeatState::Mine);
        QCOMPARE(house.count("SELECT count(*) FROM claim WHERE state = 'sold'"), qint64(1));
    }

    void aCartWhoseTimeIsNotOverIsStillThere()
    {
        LiveHouse house;
        LineProxy proxy(serverPort(house));
        LiveTill far(house, QStringLiteral("far"), proxy.port(), quick());
        far.clickSeat(3);
        QTRY_COMPARE(far.places(), 1);
        const ReservationId before = far.cart().reservation().id;
        proxy.set(LineProxy::Weather::Cut);
        far.clickSeat(8);
        QTRY_VERIFY(!far.notice().isEmpty());
        house.database.advance(std::chrono::minutes(5));
        proxy.set(LineProxy::Weather::Fine);
        QTRY_VERIFY(far.notice().isEmpty());
        QTRY_COMPARE(far.places(), 1);
        QCOMPARE(far.cart().reservation().id, before);
        QCOMPARE(far.cart().left(), Milliseconds(std::chrono::minutes(10)));
    }

    void aSilentServerDoesNotStopTheWindow()
    {
        LiveHouse house;
        LineProxy proxy(serverPort(house));
        LiveTill far(house, QStringLiteral("far"), proxy.port(), quick());
        far.clickSeat(3);
        QTRY_COMPARE(far.places(), 1);
        int beats = 0;
        qint64 longest = 0;
        QElapsedTimer sinceBeat;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] {
            longest = std::max(longest, beats++ > 0 ? sinceBeat.elapsed() : 0);
            sinceBeat.start();
        });
        heart.start(10);
        proxy.set(LineProxy::Weather::Silent);
        far.clickSeat(8);
        QTRY_VERIFY(!far.notice().isEmpty());
        QTRY_VERIFY(far.message().contains(QStringLiteral("Nothing was reserved now")));
        QVERIFY2(longest < quick().verb.count() / 2, qPrintable(QString::number(longest))); // the window's thread waited for nothing
        QCOMPARE(far.cart().reservation().places(), 1);
        proxy.set(LineProxy::Weather::Fine);
        QTRY_VERIFY(far.notice().isEmpty());
        QTRY_COMPARE(far.places(), 1);
        far.clickSeat(9);
        QTRY_COMPARE(far.places(), 2);
    }

    void suspendedSessionsAreGivenUpAndDoNothingAfterwards()
    {
        LiveHouse house;
        LiveTill till(house, QStringLiteral("till"), 0, quick());
        till.clickSeat(3);
        QTRY_COMPARE(till.places(), 1);
        const std::vector<pid_t> pids = sessions(house);
        QCOMPARE(pids.size(), size_t(2)); // verbs and feed
        const auto alive = [&] {
            const auto now = sessions(house);
            return int(std::count_if(pids.begin(), pids.end(), [&](pid_t pid) { return std::find(now.begin(), now.end(), pid) != now.end(); }));
        };
        for (const pid_t pid : pids)
            if (::kill(pid, SIGSTOP) != 0)
                QSKIP("the test may not suspend the server's processes");
        const auto resume = qScopeGuard([&] {
            for (const pid_t pid : pids)
                ::kill(pid, SIGCONT);
        });
        till.clickSeat(8);
        QTRY_VERIFY(till.message().contains(QStringLiteral("Nothing was reserved now")));
        QTRY_VERIFY(till.backend->isOnline()); // a new connection took over
        QTRY_COMPARE(till.places(), 1);
        till.clickSeat(9);
        QTRY_COMPARE(till.places(), 2);
        for (const pid_t pid : pids)
            ::kill(pid, SIGCONT);
        till.clickSeat(10);
        QTRY_COMPARE(till.places(), 3);
        // The old connection closes as soon as its call comes back, and has claimed nothing.
        QTRY_COMPARE(alive(), 1); // the feed's
        QCOMPARE(house.count("SELECT count(*) FROM claim"), qint64(3));
        QCOMPARE(house.count("SELECT count(*) FROM reservation WHERE state = 'active'"), qint64(1));
    }

    void aReservationThatWasMadeWithoutAnAnswerIsFound()
    {
        LiveHouse house;
        LineProxy proxy(serverPort(house));
        LiveTill far(house, QStringLiteral("far"), proxy.port(), quick());
        QTRY_VERIFY(far.sell().findChild<EventList *>()->model().find(house.hamlet.id)->isCounted());
        far.clickSeat(3); // a terminal's first commit begins its chain
        QTRY_COMPARE(far.places(), 1);
        far.clickSeat(3);
        QTRY_COMPARE(far.places(), 0);
        proxy.holdReplyToCommit();
        far.clickSeat(8);
        QTRY_COMPARE(proxy.held(), 1);
        QTRY_COMPARE(house.count("SELECT count(*) FROM claim"), qint64(1));
        QTRY_COMPARE(far.places(), 1); // after the deadline, on the new connection
        QCOMPARE(far.cart().reservation().lines.front().seat, house.seats[8].id);
        QCOMPARE(far.state(8), SeatState::Mine);
        QCOMPARE(house.count("SELECT count(*) FROM reservation WHERE state = 'active'"), qint64(1));
    }

    void aPaymentIsNotTakenTwiceWhenItsAnswerIsLost()
    {
        LiveHouse house;
        LineProxy proxy(serverPort(house));
        LiveTill far(house, QStringLiteral("far"), proxy.port(), quick());
        far.clickSeat(8);
        QTRY_COMPARE(far.places(), 1);
        const Reservation cart = far.cart().reservation();
        const auto pay = [&](std::optional<Result<CheckoutState>> &answer) {
            far.backend->run(far.window.get(), [cart](Desk &desk) {
                return desk.office.checkout().pay(desk.office.system(), PayRequest{cart.id, Tender::Cash, cart.total(), {}, QStringLiteral("once")});
            }, [&answer](const Result<CheckoutState> &state) { answer = state; });
        };
        std::optional<Result<CheckoutState>> first;
        proxy.holdReplyToCommit();
        pay(first);
        QTRY_VERIFY(first);
        QVERIFY(!*first && first->error().code == ErrorCode::DatabaseUnavailable);
        QTRY_VERIFY(far.backend->isOnline());
        std::optional<Result<CheckoutState>> second;
        pay(second);
        QTRY_VERIFY(second);
        QVERIFY(*second && (*second)->order);
        QCOMPARE(house.count("SELECT count(*) FROM payment"), qint64(1));
        QCOMPARE(house.count("SELECT count(*) FROM orders"), qint64(1));
    }

    void aWindowClosesAlthoughTheDatabaseHangs()
    {
        LiveHouse house;
        LineProxy proxy(serverPort(house));
        QElapsedTimer closing;
        {
            LiveTill far(house, QStringLiteral("far"), proxy.port(), quick());
            proxy.set(LineProxy::Weather::Silent);
            far.clickSeat(8);
            closing.start();
        }
        QVERIFY2(closing.elapsed() < 20'000, qPrintable(QString::number(closing.elapsed())));
        proxy.set(LineProxy::Weather::Cut);
    }
};

FOYER_TEST(OutageTest, "outage")

#include "test_outage.moc"
