// Promo codes and discounts in the window, by keys, mouse and scanner.
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/approval/approvalpanel.h"
#include "ui/pages/orderspage.h"
#include "ui/sell/discountpanel.h"
#include "ui/sell/discounttext.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTreeWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A house with codes: SUMMER takes a tenth off everything, CLUB a half of the club night, ONCE is used up after one.
void fillWithCodes(BoxOffice &office)
{
    PromoTerms tenth;
    tenth.value = 1000;
    must(office.promos().add(office.system(), QStringLiteral("SUMMER"), tenth));
    PromoTerms once = tenth;
    once.totalLimit = 1;
    must(office.promos().add(office.system(), QStringLiteral("ONCE"), once));
    EventFilter filter;
    filter.text = QStringLiteral("Club");
    const Event club = must(office.catalogue().events(filter)).front();
    PromoTerms half;
    half.value = 5000;
    half.scope = {{club.id, {}}};
    must(office.promos().add(office.system(), QStringLiteral("CLUB"), half));
    PromoTerms all;
    all.value = 10'000;
    must(office.promos().add(office.system(), QStringLiteral("GIFT"), all));
}

struct CodeTill : Till {
    CodeTill() : Till(fillWithCodes) {}

    void takeSeat(int seat = 7)
    {
        signIn();
        openHamlet();
        clickSeat(seat);
        QTRY_COMPARE(places(), 1);
    }
    QListWidget &entries() { return *find<QListWidget>("discounts"); }
    void enter(const QString &code)
    {
        if (!find<DiscountPanel>()->isVisible())
            key(Qt::Key_F8);
        QTRY_VERIFY(find<QLineEdit>("promoCode")->isVisible());
        find<QLineEdit>("promoCode")->setFocus();
        type(code);
        key(Qt::Key_Return);
    }
    QString total() { return labelText(sell(), "total"); }
};

} // namespace

class DiscountPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void f8AndACodeTakeATenthOff()
    {
        CodeTill till;
        till.takeSeat();
        till.enter(QStringLiteral("summer"));
        QTRY_COMPARE(till.entries().count(), 1);
        QVERIFY(till.entries().item(0)->text().contains(QStringLiteral("SUMMER · 10")));
        QVERIFY(till.entries().item(0)->text().contains(QStringLiteral("5.90")));
        till.key(Qt::Key_Escape);
        QTRY_VERIFY(!till.find<DiscountPanel>()->isVisible());
        QVERIFY(till.total().contains(QStringLiteral("53.10")));
        QVERIFY(labelText(till.sell(), "discount").contains(QStringLiteral("5.90")));
        till.clickSeat(8); // what comes afterwards, too
        QTRY_VERIFY(till.total().contains(QStringLiteral("106.20")));
    }

    void theSameByMouseAndTakenOffAgain()
    {
        CodeTill till;
        till.takeSeat();
        QTest::mouseClick(till.sell().findChild<QPushButton *>(QStringLiteral("discounts")), Qt::LeftButton);
        QTRY_VERIFY(till.find<DiscountPanel>()->isVisible());
        QTest::keyClicks(till.find<QLineEdit>("promoCode"), QStringLiteral("SUMMER"));
        QTest::mouseClick(till.find<QPushButton>("enterCode"), Qt::LeftButton);
        QTRY_COMPARE(till.entries().count(), 1);
        QTest::mouseClick(till.entries().viewport(), Qt::LeftButton, {}, till.entries().visualItemRect(till.entries().item(0)).center());
        QTest::mouseClick(till.find<QPushButton>("takeOffDiscount"), Qt::LeftButton);
        QTRY_COMPARE(till.entries().count(), 0);
        QVERIFY(till.cart().reservation().discount().isZero());
    }

    void aRefusalIsASentenceBesideTheField()
    {
        CodeTill till;
        till.takeSeat();
        till.enter(QStringLiteral("winter"));
        QTRY_VERIFY(labelText(till.sell(), "discountFault").contains(QStringLiteral("no promo code WINTER")));
        QVERIFY(till.find<QLabel>("discountFault")->isVisible());
        till.enter(QStringLiteral("club"));
        QTRY_VERIFY(labelText(till.sell(), "discountFault").contains(QStringLiteral("not for these tickets")));
        QCOMPARE(till.places(), 1);
        QVERIFY(till.cart().reservation().discounts.empty());
    }

    void aCodeBeforeTheTicketsWaitsForThem()
    {
        CodeTill till;
        till.signIn();
        till.enter(QStringLiteral("club"));
        QTRY_COMPARE(till.cart().waitingCodes(), QStringList{QStringLiteral("CLUB")});
        QVERIFY(till.entries().item(0)->text().contains(QStringLiteral("waits")));
        till.key(Qt::Key_Escape);
        QVERIFY(labelText(till.sell(), "discount").contains(QStringLiteral("CLUB waits")));
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        QTRY_COMPARE(till.cart().waitingCodes(), QStringList{QStringLiteral("CLUB")}); // not for these
        QTRY_VERIFY(!till.cart().isBusy());
        till.cart().add({places_(till)});
        QTRY_VERIFY(till.cart().reservation().discount() == euro(750));
        QVERIFY(till.cart().waitingCodes().isEmpty());
        QTRY_VERIFY(till.total().contains(QStringLiteral("66.50")));
    }

    void anExpiredCartComesBackWithItsCode()
    {
        CodeTill till;
        till.takeSeat();
        till.enter(QStringLiteral("once"));
        QTRY_COMPARE(till.entries().count(), 1);
        till.key(Qt::Key_Escape);
        till.pass(std::chrono::minutes(16));
        till.cart().expire();
        QTRY_VERIFY(till.cart().hasExpired());
        till.cart().reserveAgain();
        QTRY_COMPARE(till.places(), 1);
        QTRY_VERIFY(till.cart().reservation().discount() == euro(590));
    }

    void byHandItWantsSomebodyWhoMayAndBothNamesStay()
    {
        CodeTill till;
        till.takeSeat();
        till.key(Qt::Key_F8);
        QTRY_VERIFY(till.find<DiscountPanel>()->isVisible());
        QVERIFY(!till.find<QPushButton>("giveDiscount")->isEnabled()); // without a reason
        till.find<QLineEdit>("discountValue")->setFocus();
        till.type(QStringLiteral("9.00"));
        till.find<QLineEdit>("discountReason")->setFocus();
        till.type(QStringLiteral("bad view"));
        QTest::mouseClick(till.find<QPushButton>("giveDiscount"), Qt::LeftButton);
        QTRY_VERIFY(till.sell().findChild<ApprovalPanel *>() && till.sell().findChild<ApprovalPanel *>()->isVisible());
        auto *approval = till.sell().findChild<ApprovalPanel *>();
        QTRY_VERIFY(approval->findChild<PinPad *>()->isEnabled());
        approval->findChild<PinPad *>()->setFocus();
        till.type(QStringLiteral("333333"));
        QTRY_VERIFY(till.cart().reservation().discount() == euro(900));
        QVERIFY(till.find<DiscountPanel>()->isVisible());
        const Discount given = till.cart().reservation().discounts.front();
        QCOMPARE(given.reason, QStringLiteral("bad view"));
        QVERIFY(!given.approver.isNull());
        QVERIFY(given.approver != given.by);
    }

    void withoutThePinNothingIsGiven()
    {
        CodeTill till;
        till.takeSeat();
        till.key(Qt::Key_F8);
        till.find<QLineEdit>("discountValue")->setFocus();
        till.type(QStringLiteral("100 %"));
        till.find<QLineEdit>("discountReason")->setFocus();
        till.type(QStringLiteral("friend"));
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.sell().findChild<ApprovalPanel *>() && till.sell().findChild<ApprovalPanel *>()->isVisible());
        auto *approval = till.sell().findChild<ApprovalPanel *>();
        QTest::keyClick(approval, Qt::Key_Escape);
        QTRY_VERIFY(till.find<DiscountPanel>()->isVisible());
        QVERIFY(till.cart().reservation().discounts.empty());
    }

    void whatIsTypedIsReadOrRefused()
    {
        QCOMPARE(readDiscount(QStringLiteral(" 10 % "), {})->value, 1000);
        QCOMPARE(readDiscount(QStringLiteral("12.5%"), {})->value, 1250);
        QVERIFY(readDiscount(QStringLiteral("5"), {})->kind == DiscountKind::Amount);
        QCOMPARE(readDiscount(QStringLiteral("5"), {})->value, 500);
        for (const char *bad : {"", "%", "ten", "1.234", "1 2"})
            QVERIFY2(!readDiscount(QLatin1String(bad), {}), bad);
    }

    void aScannedCodeGoesIntoTheCart()
    {
        CodeTill till;
        till.takeSeat();
        till.window.scan(QByteArray("SUMMER"));
        QTRY_VERIFY(till.cart().reservation().discount() == euro(590));
        till.window.scan(QByteArray("4006381333931")); // what is nothing is still nothing
        QTRY_VERIFY(allText(till.window).contains(QStringLiteral("Not found")));
    }

    void thePaymentAndTheOrderShowIt()
    {
        CodeTill till;
        till.takeSeat();
        till.enter(QStringLiteral("summer"));
        QTRY_COMPARE(till.entries().count(), 1);
        till.key(Qt::Key_Escape);
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
        QTRY_VERIFY(labelText(*till.find<PayPage>(), "due").contains(QStringLiteral("53.10")));
        QVERIFY2(allText(*till.find<PayPage>()).contains(QStringLiteral("Discounts   −5.90")), qPrintable(allText(*till.find<PayPage>())));
        QTRY_VERIFY(button(*till.find<PayPage>(), "cash")->isEnabled());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
        till.pass(std::chrono::seconds(1));
        QTRY_VERIFY(allText(*till.find<DonePage>()).contains(QStringLiteral("Discounts")));
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.sell().isVisible());
        QVERIFY(labelText(till.sell(), "discount").isEmpty());
    }

    void whatIsFreeNowCompletesWithoutATender()
    {
        CodeTill till;
        till.takeSeat();
        till.enter(QStringLiteral("gift"));
        QTRY_COMPARE(till.entries().count(), 1);
        till.key(Qt::Key_Escape);
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
        QTRY_VERIFY(button(*till.find<PayPage>(), "complete")->isVisible() && button(*till.find<PayPage>(), "back")->isEnabled());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
    }

private:
    static ReserveLine places_(CodeTill &till) { return places(till.club, 0, 1); }
};

FOYER_TEST(DiscountPanelTest, "discountpanel")
#include "test_discountpanel.moc"
