// The lock over somebody's work.
#include "core/storage/database.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/frame/rail.h"
#include "ui/frame/sessionlock.h"

#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>

using namespace foyer;
using namespace foyer::test;

namespace {

void lock(Till &till)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return till.find<SignInPage>()->isVisible(); }));
}

QString notice(Till &till)
{
    return till.find<QLabel>("lockNotice")->isVisible() ? labelText(till.window, "lockNotice") : QString();
}

void signInAndTakeSeat(Till &till)
{
    till.signIn();
    till.openHamlet();
    till.clickSeat(7);
    QTRY_COMPARE(till.places(), 1);
}

void goToPay(Till &till)
{
    till.key(Qt::Key_F9);
    QTRY_VERIFY(till.find<PayPage>()->isVisible());
    QTRY_VERIFY(button(*till.find<PayPage>(), "cash")->isEnabled());
    till.pass(std::chrono::seconds(1));
}

} // namespace

class LockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void theSamePersonFindsTheCartAsItWas()
    {
        Till till;
        signInAndTakeSeat(till);
        lock(till);
        QVERIFY(!till.sell().isVisible());
        QVERIFY2(notice(till).contains(QStringLiteral("1 ticket")), qPrintable(notice(till)));
        till.pass(std::chrono::minutes(3));
        till.key(Qt::Key_F9); // nothing behind the lock hears it
        QVERIFY(!till.find<PayPage>()->isVisible());
        till.type(QStringLiteral("111111"));
        QTRY_VERIFY(till.sell().isVisible());
        QCOMPARE(till.places(), 1);
        QCOMPARE(till.cart().left(), Milliseconds(std::chrono::minutes(12)));
        QVERIFY(till.map().hasFocus());
    }

    void otherColoursLeaveTheKeysWhereTheyAre()
    {
        Till till;
        signInAndTakeSeat(till);
        QVERIFY(till.map().hasFocus());
        till.counter.theme.setAppearance(Appearance::Dark); // the staff behind are shown anew
        QVERIFY(till.map().hasFocus());
    }

    void theirTileIsChosenWhoeverStandsFirst()
    {
        Till till;
        till.key(Qt::Key_C);
        till.signIn(QStringLiteral("333333"));
        lock(till);
        till.type(QStringLiteral("333333")); // Clara's, though Anna's tile is the first
        QTRY_VERIFY(till.sell().isVisible());
    }

    void aWrongPinOpensNothing()
    {
        Till till;
        signInAndTakeSeat(till);
        lock(till);
        till.type(QStringLiteral("999999"));
        QTRY_VERIFY(allText(till.window).contains(QStringLiteral("PIN is wrong")));
        QVERIFY(!till.sell().isVisible());
    }

    void somebodyElseSellsOnAndTheCartIsParked()
    {
        Till till;
        signInAndTakeSeat(till);
        lock(till);
        till.key(Qt::Key_C); // Clara
        till.type(QStringLiteral("333333"));
        QTRY_VERIFY(till.sell().isVisible());
        QTRY_COMPARE(till.places(), 0);
        QVERIFY(till.railButton(QStringLiteral("Clara")));
        till.key(Qt::Key_F4);
        auto *list = till.find<QListWidget>("parkedList");
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Anna\n")));
        const auto shifts = Database::open(till.counter.database.url(), Database::Mode::Read, till.counter.database.clock())->run("SELECT 1 FROM shift WHERE state = 'open'");
        QCOMPARE(int(shifts.size()), 2); // each their own
        list->setFocus();
        till.key(Qt::Key_Return);
        QTRY_COMPARE(till.places(), 1);
    }

    void itComesByItselfAfterTheSetTime()
    {
        Till till;
        till.settings.setValue(QStringLiteral("lock/minutes"), 2);
        signInAndTakeSeat(till);
        till.pass(std::chrono::seconds(100));
        till.key(Qt::Key_Right); // somebody is here
        till.pass(std::chrono::seconds(100));
        till.find<SessionLock>()->look();
        QVERIFY(!till.find<SignInPage>()->isVisible());
        till.pass(std::chrono::seconds(20));
        till.find<SessionLock>()->look();
        QVERIFY(till.find<SignInPage>()->isVisible());
        QVERIFY(!notice(till).isEmpty());
    }

    void aSaleWithMoneyInItIsSaidAndStaysOnItsPage()
    {
        Till till;
        signInAndTakeSeat(till);
        goToPay(till);
        till.type(QStringLiteral("2000"));
        till.key(Qt::Key_F9);
        QTRY_COMPARE(labelText(*till.find<PayPage>(), "due"), QStringLiteral("€39.00"));
        lock(till);
        QVERIFY2(notice(till).contains(QStringLiteral("€20.00 is in")), qPrintable(notice(till)));
        till.type(QStringLiteral("111111"));
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
        QCOMPARE(labelText(*till.find<PayPage>(), "due"), QStringLiteral("€39.00"));
    }

    void aSaleWithMoneyInItGoesToWhoeverUnlocks()
    {
        Till till;
        signInAndTakeSeat(till);
        goToPay(till);
        till.type(QStringLiteral("2000"));
        till.key(Qt::Key_F9);
        QTRY_COMPARE(labelText(*till.find<PayPage>(), "due"), QStringLiteral("€39.00"));
        lock(till);
        till.key(Qt::Key_C);
        till.type(QStringLiteral("333333"));
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
        QTRY_VERIFY(allText(till.window).contains(QStringLiteral("interrupted")));
        QTRY_COMPARE(labelText(*till.find<PayPage>(), "due"), QStringLiteral("€39.00"));
        QVERIFY(till.counter.ask([](Desk &desk) { return desk.office.parking().list(); }).empty());
    }

    void aCompleteSaleIsSaid()
    {
        Till till;
        signInAndTakeSeat(till);
        goToPay(till);
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
        lock(till);
        QVERIFY2(notice(till).contains(QStringLiteral("is complete")), qPrintable(notice(till)));
        till.type(QStringLiteral("111111"));
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
    }

    void aCardThatIsBeingAskedIsSaidAndItsAnswerToo()
    {
        SandboxBehaviour bank = atOnce();
        bank.delay = std::chrono::milliseconds(800);
        Till till([](BoxOffice &) {}, bank);
        signInAndTakeSeat(till);
        goToPay(till);
        till.key(Qt::Key_F10);
        lock(till);
        QTRY_VERIFY2(notice(till).contains(QStringLiteral("card payment of €59.00 is running")), qPrintable(notice(till)));
        QTRY_VERIFY2(notice(till).contains(QStringLiteral("is complete")), qPrintable(notice(till)));
    }

    void theRailLocksToo()
    {
        Till till;
        till.signIn();
        till.find<Rail>()->findChild<QMenu *>()->actions().first()->trigger();
        QTRY_VERIFY(till.find<SignInPage>()->isVisible());
        QCOMPARE(firstNameless(till.window), QString());
        QCOMPARE(cutTexts(till.window), QStringList());
    }
};

FOYER_TEST(LockTest, "lock")
#include "test_lock.moc"
