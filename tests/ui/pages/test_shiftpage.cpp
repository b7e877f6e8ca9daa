// The page Shift, driven through the whole window by keys and clicks.
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/format.h"
#include "ui/approval/approvalpanel.h"
#include "ui/pages/openpaymentspage.h"
#include "ui/pages/shiftpage.h"
#include "ui/shift/countpanel.h"
#include "ui/shift/reportview.h"

#include <QtCore/QDir>

using namespace foyer;
using namespace foyer::test;

namespace {

/// The window with Anna on the page Shift.
struct ShiftTill
{
    ShiftTill()
    {
        till.signIn();
        go();
    }

    void go()
    {
        QTest::mouseClick(till.railButton(QStringLiteral("Shift")), Qt::LeftButton);
        if (!QTest::qWaitFor([this] { return page().isVisible() && !stateText().isEmpty(); }))
            qFatal("the page Shift does not come");
    }
    ShiftPage &page() { return *till.find<ShiftPage>(); }
    QString stateText() { return labelText(page(), "shiftState"); }
    QString banner() { return page().findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly)->message(); }
    void click(const char *name) { QTest::mouseClick(button(page(), name), Qt::LeftButton); }
    /// Closing is confirmed by its verb.
    void confirm()
    {
        auto &shown = *page().findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(QTest::qWaitFor([&] { return shown.message().contains(QStringLiteral("Closing is final")); }));
        for (QPushButton *verb : shown.findChildren<QPushButton *>())
            if (verb->text() == QLatin1String("Close the shift"))
                return QTest::mouseClick(verb, Qt::LeftButton);
        QFAIL("there is nothing to confirm with");
    }
    bool shows(const char *name) { return page().findChild<QWidget *>(QLatin1String(name))->isVisible(); }

    /// A float typed cents first.
    void open(const QString &digits)
    {
        QVERIFY(QTest::qWaitFor([&] { return shows("cashGo"); }));
        till.type(digits);
        click("cashGo");
        QVERIFY(QTest::qWaitFor([&] { return stateText() == QLatin1String("Open, Anna"); }));
    }
    /// Clara chooses herself among those who may, and types her PIN.
    void approve(const QString &pin = QStringLiteral("333333"))
    {
        auto &panel = *page().findChild<ApprovalPanel *>();
        QVERIFY(QTest::qWaitFor([&] { return panel.isVisible() && panel.findChild<PinPad *>()->hasFocus(); }));
        till.type(pin);
    }
    void sellInCash()
    {
        till.counter.ask([this](Desk &desk) -> Result<CheckoutState> {
            auto &office = desk.office;
            const auto cart = office.inventory().reserve(office.system(), ReserveRequest{{}, Channel::Counter, {places(till.club, 0, 2)}});
            return cart ? office.checkout().pay(office.system(), PayRequest{cart->id, Tender::Cash, cart->total(), {}, QStringLiteral("k%1").arg(++keys)})
                        : Result<CheckoutState>(fail(cart.error()));
        });
    }

    Till till;
    int keys = 0;
};

} // namespace

class ShiftPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterOpensTheShiftWithTheTypedFloat()
    {
        ShiftTill shift;
        QTRY_VERIFY(shift.shows("cashGo"));
        shift.till.key(Qt::Key_Return); // nothing typed: nothing opened
        QCOMPARE(shift.stateText(), QStringLiteral("No shift is open on this till."));
        shift.till.type(QStringLiteral("10000"));
        shift.till.key(Qt::Key_Return);
        QTRY_COMPARE(shift.stateText(), QStringLiteral("Open, Anna"));
    }

    void aShiftIsOpenedCountedAndClosedByKeys()
    {
        ShiftTill shift;
        QCOMPARE(shift.stateText(), QStringLiteral("No shift is open on this till."));
        shift.open(QStringLiteral("10000"));
        QCOMPARE(shift.banner(), QStringLiteral("Shift 1 is open."));
        shift.sellInCash(); // 30.00
        QTRY_VERIFY(button(shift.page(), "countDrawer")->hasFocus());
        shift.till.key(Qt::Key_Space);
        auto *hundreds = shift.page().findChild<QLineEdit *>(QStringLiteral("pieces10000"));
        QTRY_VERIFY(hundreds && hundreds->isVisible());
        QCOMPARE(firstNameless(shift.page()), QString());
        QTRY_VERIFY(shift.page().findChild<QLineEdit *>(QStringLiteral("pieces50000"))->hasFocus());
        shift.till.key(Qt::Key_Return);
        shift.till.key(Qt::Key_Return);
        QVERIFY(hundreds->hasFocus());
        shift.till.type(QStringLiteral("1"));
        for (const char *value : {"5000", "2000"}) {
            shift.till.key(Qt::Key_Return);
            QVERIFY2(shift.page().findChild<QLineEdit *>(QStringLiteral("pieces") + QLatin1String(value))->hasFocus(), value);
        }
        shift.till.type(QStringLiteral("1"));
        QVERIFY(labelText(shift.page(), "countTotal").contains(QStringLiteral("120.00")));
        QVERIFY(!allText(shift.page()).contains(QStringLiteral("130"))); // blind
        shift.click("countDone");
        QTRY_COMPARE(shift.stateText(), QStringLiteral("Being counted, Anna"));
        QVERIFY(shift.till.counter.ask([](Desk &desk) { return desk.office.shifts().zs(desk.office.system()); }).empty());
        shift.confirm();
        QTRY_COMPARE(labelText(shift.page(), "reportTitle"), QStringLiteral("Z 1"));
        const QString report = allText(shift.page());
        QVERIFY2(report.contains(QStringLiteral("Too little")) && report.contains(QStringLiteral("10.00")), qPrintable(report));
        QCOMPARE(cutTexts(shift.page()), QStringList());
        QCOMPARE(shift.stateText(), QStringLiteral("No shift is open on this till."));
        // Without a printer its Z is a file.
        const QDir folder(shift.till.folder.filePath(QStringLiteral("shifts")));
        QCOMPARE(folder.entryList({QStringLiteral("Z-1-*.pdf")}).size(), 1);
        shift.till.key(Qt::Key_Escape);
        QTRY_VERIFY(shift.shows("cashGo")); // the next may be opened
    }

    void fingersCountToo()
    {
        ShiftTill shift;
        shift.open(QStringLiteral("0"));
        shift.click("countDrawer");
        auto &panel = *shift.page().findChild<CountPanel *>();
        QTRY_VERIFY(shift.page().findChild<QLineEdit *>(QStringLiteral("pieces200")));
        const auto keys = panel.findChildren<QPushButton *>();
        const auto plus = std::find_if(keys.begin(), keys.end(), [](const QPushButton *key) { return key->accessibleName().startsWith(QLatin1String("One ")) && key->accessibleName().contains(formatMoney(euro(200), MoneySign::Show)) && key->accessibleName().endsWith(QLatin1String("more")); });
        const auto minus = std::find_if(keys.begin(), keys.end(), [](const QPushButton *key) { return key->accessibleName().startsWith(QLatin1String("One ")) && key->accessibleName().contains(formatMoney(euro(200), MoneySign::Show)) && key->accessibleName().endsWith(QLatin1String("fewer")); });
        QVERIFY(plus != keys.end() && minus != keys.end());
        QVERIFY((*plus)->height() >= 48 && (*plus)->width() >= 48);
        for (int i = 0; i < 3; ++i)
            QTest::mouseClick(*plus, Qt::LeftButton);
        QTest::mouseClick(*minus, Qt::LeftButton);
        QCOMPARE(panel.count(), (CashCount{{200, 2}}));
        QVERIFY(shift.shows("countDone") && shift.page().rect().contains(shift.page().mapFromGlobal(button(shift.page(), "countDone")->mapToGlobal(QPoint(40, 40)))));
        shift.till.key(Qt::Key_Escape); // back to selling: nothing was told to the database yet
        QTRY_VERIFY(button(shift.page(), "payIn")->isVisible());
        QCOMPARE(shift.stateText(), QStringLiteral("Open, Anna"));
    }

    void aCashierPaysOutWithASupervisorsPin()
    {
        ShiftTill shift;
        shift.open(QStringLiteral("5000"));
        shift.click("payOut");
        QTRY_VERIFY(shift.shows("cashReason"));
        QVERIFY(!button(shift.page(), "cashGo")->isEnabled()); // neither amount nor reason
        shift.till.type(QStringLiteral("1250"));
        QTest::keyClicks(shift.page().findChild<QLineEdit *>(QStringLiteral("cashReason")), QStringLiteral("light bulbs"));
        shift.click("cashGo");
        shift.approve(QStringLiteral("000000"));
        auto &panel = *shift.page().findChild<ApprovalPanel *>();
        QTRY_VERIFY(panel.findChild<Banner *>()->message().contains(QStringLiteral("PIN is wrong")));
        QVERIFY(allText(panel).contains(QStringLiteral("pay cash in and out")));
        QCOMPARE(firstNameless(shift.page()), QString());
        QCOMPARE(cutTexts(shift.page()), QStringList());
        shift.approve();
        QTRY_VERIFY(shift.banner().contains(QStringLiteral("12.50")) && shift.banner().contains(QStringLiteral("paid out")));
        QVERIFY(!panel.isVisible());
        const auto x = shift.till.counter.ask([](Desk &desk) { return desk.office.shifts().x(desk.office.system()); });
        QCOMPARE(x.moves.size(), size_t(1));
        QCOMPARE(x.moves.front().by, QStringLiteral("Anna"));
        QCOMPARE(x.moves.front().approver, QStringLiteral("Clara"));
        QCOMPARE(x.expected, euro(3750));
    }

    void leavingTheApprovalChangesNothing()
    {
        ShiftTill shift;
        shift.open(QStringLiteral("5000"));
        shift.click("noSale");
        QTRY_VERIFY(shift.page().findChild<QLineEdit *>(QStringLiteral("cashReason"))->hasFocus());
        shift.till.type(QStringLiteral("change"));
        shift.till.key(Qt::Key_Return);
        auto &panel = *shift.page().findChild<ApprovalPanel *>();
        QTRY_VERIFY(panel.isVisible());
        shift.click("approvalCancel");
        QVERIFY(!panel.isVisible());
        QVERIFY(button(shift.page(), "cashGo")->isEnabled()); // it can be asked for again
        QVERIFY(shift.till.counter.ask([](Desk &desk) { return desk.office.shifts().x(desk.office.system()); }).moves.empty());
    }

    void anXAndTheEarlierZsAreReadWithLeave()
    {
        ShiftTill shift;
        shift.open(QStringLiteral("0"));
        shift.click("readX");
        shift.approve();
        QTRY_COMPARE(labelText(shift.page(), "reportTitle"), QStringLiteral("X"));
        QCOMPARE(cutTexts(shift.page()), QStringList());
        shift.click("reportPdf");
        QVERIFY(shift.banner().startsWith(QStringLiteral("Saved as")));
        shift.till.key(Qt::Key_Escape);
        shift.click("countDrawer");
        shift.click("countDone");
        shift.confirm();
        QTRY_COMPARE(labelText(shift.page(), "reportTitle"), QStringLiteral("Z 1"));
        shift.click("earlierZs");
        shift.approve();
        QTRY_VERIFY(shift.page().findChild<QPushButton *>(QStringLiteral("z1")));
        QCOMPARE(cutTexts(shift.page()), QStringList());
        QVERIFY(shift.page().findChild<QPushButton *>(QStringLiteral("z1"))->hasFocus());
        shift.till.key(Qt::Key_Return); // the same leave, as long as the list is open
        QTRY_VERIFY(shift.page().findChild<ReportView *>()->report().reprint);
        QCOMPARE(labelText(shift.page(), "reportTitle"), QStringLiteral("Z 1"));
    }

    void theDrawerIsHandedOver()
    {
        ShiftTill shift;
        shift.open(QStringLiteral("0"));
        shift.click("handOver");
        shift.approve(); // Clara is the only other one
        QTRY_COMPARE(shift.stateText(), QStringLiteral("Open, Clara"));
        // Now it is not Anna's to count.
        shift.click("countDrawer");
        shift.click("countDone");
        QTRY_VERIFY(shift.page().findChild<ApprovalPanel *>()->isVisible());
        shift.approve();
        shift.confirm();
        QTRY_COMPARE(labelText(shift.page(), "reportTitle"), QStringLiteral("Z 1"));
    }

    void leavingTheCountOpensTheDrawerAgain()
    {
        ShiftTill shift;
        shift.open(QStringLiteral("0"));
        shift.click("countDrawer");
        shift.click("countDone");
        QTRY_COMPARE(shift.stateText(), QStringLiteral("Being counted, Anna"));
        shift.click("countLeave");
        QTRY_COMPARE(shift.stateText(), QStringLiteral("Open, Anna"));
        shift.sellInCash();
    }

    void aShiftOfYesterdaySaysSo()
    {
        ShiftTill shift;
        shift.open(QStringLiteral("0"));
        QVERIFY(!allText(shift.page()).contains(QStringLiteral("business day that is over")));
        shift.till.pass(std::chrono::hours(24));
        shift.go();
        QTRY_VERIFY(allText(shift.page()).contains(QStringLiteral("business day that is over")));
    }
};

FOYER_TEST(ShiftPageTest, "shiftpage")
#include "test_shiftpage.moc"
