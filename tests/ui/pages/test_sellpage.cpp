#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/sell/bestbar.h"
#include "ui/widgets/countdownring.h"
#include "ui/widgets/stepper.h"

#include <QtCore/QTranslator>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QMenu>

using namespace foyer;
using namespace foyer::test;

class SellPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aSaleByKeyboardAlone()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.key(Qt::Key_Space);
        QTRY_COMPARE(till.places(), 1);
        till.key(Qt::Key_Right);
        till.key(Qt::Key_Space);
        QTRY_COMPARE(till.places(), 2);
        till.open(QStringLiteral("club"));
        QTRY_VERIFY(till.find<Stepper>() && QApplication::focusWidget()->accessibleName() == QStringLiteral("Standing, Full"));
        for (int place = 3; place <= 5; ++place) {
            till.key(Qt::Key_Plus);
            QTRY_COMPARE(till.places(), place);
        }
        QCOMPARE(labelText(till.window, "total"), QStringLiteral("€163.00"));
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
        QTRY_VERIFY(button(*till.find<PayPage>(), "cash")->isEnabled());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.sell().isVisible());
        QVERIFY(till.cart().isEmpty());
        QVERIFY(till.find<QLineEdit>("search")->hasFocus());
        QVERIFY(allText(till.window).contains(QStringLiteral("€163.00"))); // the last sale
        const auto claims = till.counter.ask([id = till.hamlet.id](Desk &desk) { return desk.office.inventory().claims(id); });
        QCOMPARE(std::count_if(claims.begin(), claims.end(), [](const SeatClaim &claim) { return claim.state == ClaimState::Sold; }), 2);
    }

    void aSaleByMouseAlone()
    {
        Till till;
        till.signIn();
        const QRect row = till.list()->visualRect(till.list()->model()->index(0, 0));
        QTest::mouseClick(till.list()->viewport(), Qt::LeftButton, {}, QPoint(row.center().x(), row.bottom() - 20));
        QTRY_COMPARE(till.map().model().count(SeatState::Free), 50);
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        till.clickSeat(8);
        QTRY_COMPARE(till.places(), 2);
        QCOMPARE(till.map().model().state(8), SeatState::Mine);
        QTest::mouseClick(button(till.sell(), "pay"), Qt::LeftButton);
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
    }

    void aSeatOfTheCartIsGivenBackByAClick()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        till.clickSeat(20);
        QTRY_COMPARE(till.places(), 2);
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        QTRY_COMPARE(till.map().model().state(7), SeatState::Free);
    }

    void theBestSeatsAreReservedSideBySide()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        QTest::mouseClick(button(till.sell(), "best2"), Qt::LeftButton);
        QTRY_COMPARE(till.places(), 2);
        const auto &lines = till.cart().reservation().lines;
        QCOMPARE(lines[0].seatLabel->row, lines[1].seatLabel->row);
    }

    void fromTheEventToTheBestFourInTwoClicks()
    {
        Till till;
        till.signIn();
        const QRect row = till.list()->visualRect(till.list()->model()->index(0, 0));
        QTest::mouseClick(till.list()->viewport(), Qt::LeftButton, {}, QPoint(row.center().x(), row.bottom() - 20));
        QTRY_VERIFY(button(till.sell(), "best4")->isVisible());
        QTest::mouseClick(button(till.sell(), "best4"), Qt::LeftButton);
        QTRY_COMPARE(till.places(), 4);
        QTRY_COMPARE(till.map().model().count(SeatState::Mine), 4);
    }

    void aDoubleClickOnTheBestSeatsTakesThemOnce()
    {
        std::chrono::milliseconds now{1000};
        BestBar bar(nullptr, [&now] { return now; });
        QSignalSpy wanted(&bar, &BestBar::wanted);
        QTest::mouseClick(button(bar, "best4"), Qt::LeftButton);
        QTest::mouseClick(button(bar, "best4"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        now += PressGuard::Pause;
        QTest::mouseClick(button(bar, "best2"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.last().at(0).toInt(), 2);
    }

    void theBestSeatsByKeyboard()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        QTest::keyClick(&till.map(), Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(till.places(), 3);
    }

    void aGroupThatDoesNotFitIsSplitAndThatIsSaid()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        auto *more = button(till.sell(), "bestMore");
        QVERIFY(more->menu()->actions().size() > 10);
        more->menu()->actions().at(11 - 4 - 1)->trigger(); // 11 into rows of ten
        QTRY_COMPARE(till.places(), 11);
        QVERIFY(till.message().contains(QStringLiteral("side by side")));
    }

    void seatsArePaintedForTheHouseAndGivenBackByPaintingAgain()
    {
        Till till;
        till.key(Qt::Key_C);
        till.signIn(QStringLiteral("333333"));
        till.openHamlet();
        auto *menu = button(till.sell(), "mapView");
        menu->menu()->actions().last()->trigger();
        auto *reason = till.find<QLineEdit>("blockReason");
        QTRY_VERIFY(reason->isVisible() && reason->hasFocus());
        till.clickSeat(3);
        QVERIFY(till.message().contains(QStringLiteral("why"))); // no reason yet
        till.type(QStringLiteral("Press"));
        auto *release = till.find<QComboBox>("blockRelease");
        QVERIFY(release->count() > 3);
        release->setCurrentIndex(release->count() - 1);
        const auto drag = [&](int from, int to) {
            const QPoint a = till.map().seatRect(from).center().toPoint(), b = till.map().seatRect(to).center().toPoint();
            QTest::mousePress(&till.map(), Qt::LeftButton, {}, a);
            QMouseEvent move(QEvent::MouseMove, b, till.map().mapToGlobal(b), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&till.map(), &move);
            QTest::mouseRelease(&till.map(), Qt::LeftButton, {}, b);
        };
        drag(3, 6);
        QTRY_COMPARE(till.map().model().count(SeatState::House), 4);
        const auto claims = till.counter.ask([id = till.hamlet.id](Desk &desk) { return desk.office.inventory().claims(id); });
        QCOMPARE(claims.front().reason, QStringLiteral("Press"));
        QCOMPARE(claims.front().releaseAt, std::optional(till.hamlet.startsAt - std::chrono::minutes(10)));
        QVERIFY(till.map().model().describe(3).contains(QStringLiteral("Press, until")));
        QCOMPARE(till.places(), 0); // nothing went into the cart
        drag(3, 4);
        QTRY_COMPARE(till.map().model().count(SeatState::House), 2);
        QTest::mouseClick(button(till.sell(), "blockDone"), Qt::LeftButton);
        QVERIFY(!reason->isVisible());
        till.clickSeat(3);
        QTRY_COMPARE(till.places(), 1);
    }

    void whoMayNotBlockSeatsIsNotOfferedIt()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        QVERIFY(!button(till.sell(), "mapView")->menu()->actions().last()->isVisible());
    }

    void aSeatTakenElsewhereIsSaidAndItsNeighbourOffered()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        const ReserveLine wish = seat(till.hamlet, 0, till.seats[7].id);
        till.counter.backend->run(&till.window, [wish](Desk &desk) {
            return desk.office.inventory().reserve(desk.office.system(), ReserveRequest{{}, Channel::Counter, {wish}});
        }, [](const Result<Reservation> &) {});
        till.clickSeat(7); // the map cannot know yet
        QTRY_VERIFY(till.message().contains(QStringLiteral("Stalls 1-8")));
        QVERIFY(till.message().contains(QStringLiteral(" is free.")));
        QTRY_COMPARE(till.map().model().state(7), SeatState::HeldByOther);
        QTest::mouseClick(button(till.sell(), "bannerAction"), Qt::LeftButton);
        QTRY_COMPARE(till.places(), 1);
        QCOMPARE(till.cart().reservation().lines.front().seatLabel->row, QStringLiteral("1"));
    }

    void anExpiredCartComesBackWithOneKey()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        till.pass(std::chrono::minutes(14));
        QTRY_VERIFY(till.sell().findChild<CountdownRing *>()->isWarning());
        till.pass(std::chrono::minutes(1));
        QTRY_VERIFY(till.message().contains(QStringLiteral("15 minutes are over")));
        QVERIFY(till.cart().isEmpty());
        till.key(Qt::Key_Space);
        QTRY_COMPARE(till.places(), 1);
        QCOMPARE(till.cart().reservation().lines.front().seat, till.seats[7].id);
    }

    void f6ReservesForLonger()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        till.pass(std::chrono::minutes(14));
        till.key(Qt::Key_F6);
        QTRY_COMPARE(till.cart().left(), Milliseconds(std::chrono::minutes(15)));
    }

    void emptyingTheCartCanBeUndone()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        QTest::mouseClick(button(till.sell(), "emptyCart"), Qt::LeftButton);
        QTRY_VERIFY(till.cart().isEmpty() && !till.message().isEmpty());
        QTest::mouseClick(button(till.sell(), "bannerAction"), Qt::LeftButton);
        QTRY_COMPARE(till.places(), 1);
    }

    void escapeGivesNothingAwayAndSellsNothing()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        for (int press = 0; press < 5; ++press)
            till.key(Qt::Key_Escape);
        QCOMPARE(till.places(), 1);
        QVERIFY(till.sell().isVisible());
    }

    void comingBackFromPayingKeepsTheCart()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        till.key(Qt::Key_F9);
        QTRY_VERIFY(button(*till.find<PayPage>(), "back")->isEnabled());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_Escape);
        QTRY_VERIFY(till.sell().isVisible());
        QTRY_COMPARE(till.places(), 1);
    }

    void aPaymentThatWasInterruptedComesBackToTheScreen()
    {
        Till till([](BoxOffice &office) {
            const Event event = anEvent(office).named(QStringLiteral("Sold before")).withGeneral(QStringLiteral("Floor"), 10, 1000)
                                    .withStatus(EventStatus::OnSale).startingAt(Evening + std::chrono::hours(2)).add();
            const Reservation cart = hold(office, {places(event, 0, 2)});
            must(office.checkout().pay(office.system(), PayRequest{cart.id, Tender::Cash, euro(500), {}, QStringLiteral("first-half")}));
        });
        till.type(QStringLiteral("111111"));
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
        QVERIFY(allText(till.window).contains(QStringLiteral("interrupted")));
    }

    void everythingThatTakesTheFocusHasAName()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        QCOMPARE(firstNameless(till.window), QString());
    }

    void onlyThoseWhoMaySeeStatisticsAreShownThem()
    {
        Till till;
        till.signIn();
        QVERIFY(!till.railButton(QStringLiteral("Statistics"))->isVisible());
        Till upstairs;
        upstairs.key(Qt::Key_C);
        upstairs.signIn(QStringLiteral("333333"));
        QTest::mouseClick(upstairs.railButton(QStringLiteral("Statistics")), Qt::LeftButton);
        QVERIFY(upstairs.find<StatisticsPage>()->isVisible());
    }

    void noTextIsCutAt1280x720_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom);
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
    }

    void noTextIsCutAt1280x720()
    {
        QFETCH(QLocale, locale);
        const QLocale before;
        QTranslator translator;
        QVERIFY(translator.load(locale, QStringLiteral("foyer"), QStringLiteral("_"), QStringLiteral(":/i18n")));
        Till till;
        QLocale::setDefault(locale); // changed while the window is open, as from its menu
        QCoreApplication::installTranslator(&translator);
        const auto restore = qScopeGuard([&] {
            QCoreApplication::removeTranslator(&translator);
            QLocale::setDefault(before);
        });
        QCoreApplication::sendPostedEvents();
        QVERIFY(till.railButton(locale.language() == QLocale::German ? QStringLiteral("Verkauf") : QStringLiteral("Sell")));
        QCOMPARE(cutTexts(till.window), QStringList());
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        QCOMPARE(till.window.size(), QSize(1280, 720));
        QVERIFY2(cutTexts(till.window).isEmpty(), qPrintable(cutTexts(till.window).join(u'\n')));
        till.key(Qt::Key_F1);
        QVERIFY2(cutTexts(till.window).isEmpty(), qPrintable(cutTexts(till.window).join(u'\n')));
    }
};

FOYER_TEST(SellPageTest, "sellpage")

#include "test_sellpage.moc"
