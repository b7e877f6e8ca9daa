#include "tests/support/testmain.h"
#include "tests/ui/pages/stage.h"
#include "ui/pages/donepage.h"
#include "ui/pages/paypage.h"

using namespace foyer;
using namespace foyer::test;

/// While money is taken, and until the change was seen, the rail leads nowhere: a click on it must not take the keys along.
class MoneyFirstTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void afterAClickOnTheRailEnterStillMeansNext()
    {
        Stage stage;
        Till &till = stage.cashier();
        stage.finishSale();
        stage.goTo("Orders");
        QVERIFY(till.find<DonePage>()->isVisible());
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.sell().isVisible());
    }

    void afterAClickOnTheRailTheKeypadStillTakesDigits()
    {
        Stage stage;
        Till &till = stage.cashier();
        stage.takePlaces();
        stage.goToPay();
        stage.goTo("Orders");
        QVERIFY(till.find<PayPage>()->isVisible());
        till.type(QStringLiteral("5000"));
        QCOMPARE(till.find<PayPage>()->findChild<NumPad *>()->amount().minor(), 5000);
    }

    void theRailIsReachedByTab()
    {
        Stage stage;
        Till &till = stage.cashier();
        QVERIFY(till.railButton(QStringLiteral("Orders"))->focusPolicy() & Qt::TabFocus);
    }
};

FOYER_TEST(MoneyFirstTest, "moneyfirst")
#include "test_moneyfirst.moc"
