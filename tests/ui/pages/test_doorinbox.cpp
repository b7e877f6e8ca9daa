// What doors told that does not fit, settled in the whole window by clicks and keys.
#include "tests/support/testmain.h"
#include "tests/ui/pages/doormess.h"
#include "ui/doors/doorinbox.h"
#include "ui/doors/verdictboard.h"
#include "ui/format.h"
#include "ui/frame/rail.h"
#include "ui/pages/doorspage.h"
#include "ui/pages/doortabs.h"
#include "ui/pages/orderspage.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QListWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// The window with Clara, who may settle, and four things of one door that do not fit.
class InboxTill
{
public:
    InboxTill()
        : till([this](BoxOffice &office) {
              must(office.staff().add(office.system(), QStringLiteral("Steve"), Role::Steward, QStringLiteral("555555")));
              mess = makeDoorMess(office);
          })
    {
    }

    /// By the rail and the tab.
    void open()
    {
        till.key(Qt::Key_C);
        till.type(QStringLiteral("333333"));
        QVERIFY(QTest::qWaitFor([&] { return till.sell().isVisible(); }));
        QTest::mouseClick(till.railButton(QStringLiteral("Doors")), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return tab("tabInbox")->isVisible() && list()->count() == 4; }));
        QTest::mouseClick(tab("tabInbox"), Qt::LeftButton);
        QVERIFY(inbox().isVisible());
    }
    QPushButton *tab(const char *name) { return button(till.window, name); }
    DoorInbox &inbox() { return *till.find<DoorInbox>(); }
    QListWidget *list() { return till.find<QListWidget>("matters"); }
    QString said() { return till.find<Banner>("inboxBanner")->message(); }
    QString text(const char *name) { return labelText(inbox(), name); }
    bool shows(const char *name) { return button(inbox(), name)->isVisible(); }
    void press(const char *name) { QTest::mouseClick(button(inbox(), name), Qt::LeftButton); }

    /// With the mouse; its details are read.
    void choose(const QString &words)
    {
        const auto found = list()->findItems(words, Qt::MatchContains);
        QVERIFY2(found.size() == 1, qPrintable(words));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(found.front()).center());
        QVERIFY(QTest::qWaitFor([&] { return text("matterStory").contains(QStringLiteral("Club Night")); }));
    }
    void chooseSale(size_t which) { choose(mess.sales[which].number); }
    /// The second press is another one.
    void agree()
    {
        QVERIFY(QTest::qWaitFor([&] { return shows("agree"); }));
        till.pass(std::chrono::seconds(1));
        press("agree");
    }
    Order order(size_t which)
    {
        return till.counter.ask([id = mess.sales[which].id](Desk &desk) { return desk.office.orders().find(id); });
    }
    int waiting() { return till.railButton(QStringLiteral("Doors"))->property("waiting").toInt(); }

    DoorMess mess;
    Till till;
};

} // namespace

class DoorInboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitIsCountedAndToldNewestFirst()
    {
        InboxTill desk;
        desk.open();
        QCOMPARE(desk.tab("tabInbox")->text(), QStringLiteral("To settle (4)"));
        QCOMPARE(desk.waiting(), 4);
        QVERIFY(desk.till.railButton(QStringLiteral("Doors"))->accessibleDescription().contains(u'4'));
        const auto line = [&](int row) { return desk.list()->item(row)->text(); };
        QVERIFY2(line(0).contains(desk.mess.sales[2].number) && line(0).contains(formatMoney(euro(4500), MoneySign::Show)), qPrintable(line(0)));
        QVERIFY2(line(2).contains(desk.mess.sales[0].number), qPrintable(line(2)));
        QVERIFY2(line(3).contains(desk.mess.twice.grouped()), qPrintable(line(3)));
        for (int row = 0; row < 4; ++row)
            QVERIFY2(line(row).startsWith(QStringLiteral("North gate · ")), qPrintable(line(row)));
        QCOMPARE(desk.list()->currentRow(), 0); // which stands at the right already
        QTRY_VERIFY2(desk.text("matterStory").contains(QStringLiteral("3 × Club Night, Standing")), qPrintable(desk.text("matterStory")));
        QCOMPARE(desk.text("matterTitle"), QStringLiteral("North gate sold order ") + desk.mess.sales[2].number);
        QCOMPARE(desk.text("matterAmount"), formatMoney(euro(4500), MoneySign::Show));
        QVERIFY(desk.text("matterReason").contains(QStringLiteral("taken back from this door")));
        QCOMPARE(firstNameless(desk.inbox()), QString());
    }

    void aPassageSaysWhereTheTicketWasBefore()
    {
        InboxTill desk;
        desk.open();
        desk.choose(desk.mess.twice.grouped());
        QCOMPARE(desk.text("matterTitle"), QStringLiteral("North gate let somebody in"));
        QVERIFY(desk.text("matterReason").contains(QStringLiteral("inside already")));
        QTRY_VERIFY2(desk.text("matterStory").contains(QStringLiteral("Counted here: in at till")), qPrintable(desk.text("matterStory")));
        for (const char *ofSales : {"giveBackMatter", "creditMatter", "dismissMatter"})
            QVERIFY2(!desk.shows(ofSales), ofSales);
        desk.press("acceptMatter"); // no money and no ticket depends on it: nobody asks
        QTRY_COMPARE(desk.list()->count(), 3);
        QCOMPARE(desk.said(), QStringLiteral("The passage stays uncounted."));
        QTRY_COMPARE(desk.tab("tabInbox")->text(), QStringLiteral("To settle (3)"));
        QVERIFY(desk.list()->hasFocus());
    }

    void aPassagePressedTwiceIsSettledOnce()
    {
        InboxTill desk;
        desk.open();
        desk.choose(desk.mess.twice.grouped());
        desk.press("acceptMatter");
        desk.press("acceptMatter");
        QTRY_COMPARE(desk.list()->count(), 3); // read after whatever the presses asked for
        QCOMPARE(desk.said(), QStringLiteral("The passage stays uncounted."));
    }

    void theTicketOfAPassageIsFoundAmongTheOrders()
    {
        InboxTill desk;
        desk.open();
        desk.choose(desk.mess.twice.grouped());
        desk.press("findMatter");
        QTRY_VERIFY(desk.till.find<OrdersPage>()->isVisible());
        QTRY_COMPARE(desk.till.find<QListWidget>("orderHits")->count(), 1);
    }

    void aSaleThatStandsIsAnOrder()
    {
        InboxTill desk;
        desk.open();
        desk.chooseSale(0);
        desk.press("acceptMatter");
        QTRY_VERIFY(desk.shows("agree"));
        QVERIFY2(desk.text("refundSentences").contains(QStringLiteral("2 × Club Night, Standing")), qPrintable(desk.text("refundSentences")));
        desk.press("agree"); // the second half of a double click
        QVERIFY(desk.shows("agree"));
        desk.agree();
        QTRY_COMPARE(desk.list()->count(), 3);
        QCOMPARE(desk.said(), QStringLiteral("Order %1 stands.").arg(desk.mess.sales[0].number));
        QCOMPARE(desk.order(0).total, euro(3000));
        QCOMPARE(desk.order(0).lines[0].ticket.state, TicketState::Valid);
        QTRY_COMPARE(desk.waiting(), 3);
    }

    void moneyGoesBackInCashOutOfThisDrawer()
    {
        InboxTill desk;
        desk.open();
        QSignalSpy drawer(desk.till.find<DoorTabs>(), &DoorTabs::cashMoved);
        desk.chooseSale(2);
        QTRY_COMPARE(button(desk.inbox(), "giveBackMatter")->text(), QStringLiteral("Give back in cash"));
        desk.press("giveBackMatter");
        QTRY_VERIFY(desk.shows("agree"));
        const QString amount = formatMoney(euro(4500), MoneySign::Show);
        QVERIFY2(desk.text("refundSentences").startsWith(QStringLiteral("Cash %1, out of this drawer.").arg(amount)), qPrintable(desk.text("refundSentences")));
        QCOMPARE(button(desk.inbox(), "agree")->text(), QStringLiteral("Give %1 back").arg(amount));
        desk.agree();
        QTRY_COMPARE(desk.list()->count(), 3);
        QCOMPARE(drawer.size(), 1);
        QCOMPARE(desk.order(2).lines[0].ticket.state, TicketState::Void);
        QVERIFY2(desk.said().contains(QStringLiteral("Cash %1").arg(amount)), qPrintable(desk.said()));
    }

    void moneyGoesIntoAWalletThatIsOpenedForIt()
    {
        InboxTill desk;
        const Customer karl = desk.till.counter.ask([](Desk &d) { return d.office.customers().add(d.office.system(), {{}, QStringLiteral("Karl Weber"), {}, {}}); });
        desk.open();
        QSignalSpy drawer(desk.till.find<DoorTabs>(), &DoorTabs::cashMoved);
        desk.chooseSale(1);
        desk.press("creditMatter");
        QTRY_VERIFY(desk.till.find<QLineEdit>("creditorSearch")->hasFocus());
        desk.till.type(QStringLiteral("weber"));
        QTRY_COMPARE(desk.till.find<QListWidget>("creditorList")->count(), 1);
        desk.till.key(Qt::Key_Return);
        QTRY_VERIFY(desk.shows("agree"));
        QVERIFY2(desk.text("refundSentences").contains(QStringLiteral("Karl Weber")), qPrintable(desk.text("refundSentences")));
        desk.agree();
        QTRY_COMPARE(desk.list()->count(), 3);
        const auto wallets = desk.till.counter.ask([id = karl.id](Desk &d) { return d.office.wallets().ofCustomer(id); });
        QCOMPARE(wallets.size(), size_t(1));
        QCOMPARE(wallets[0].balance, euro(1500));
        QCOMPARE(drawer.size(), 0);
        QVERIFY(desk.said().contains(QStringLiteral("Karl Weber")));
    }

    void aSaleIsLeftOutByKeysAlone()
    {
        InboxTill desk;
        desk.open();
        desk.till.key(Qt::Key_Down);
        QCOMPARE(desk.list()->currentRow(), 1);
        QTRY_VERIFY(desk.text("matterStory").contains(QStringLiteral("Club Night")));
        for (int i = 0; i < 12 && QApplication::focusWidget() != button(desk.inbox(), "dismissMatter"); ++i)
            desk.till.key(Qt::Key_Tab);
        desk.till.key(Qt::Key_Space);
        QTRY_VERIFY(desk.shows("agree"));
        desk.till.key(Qt::Key_Escape); // one step back
        QTRY_VERIFY(desk.shows("dismissMatter"));
        QVERIFY(desk.list()->hasFocus());
        desk.press("dismissMatter");
        QTRY_VERIFY(desk.shows("agree"));
        desk.till.pass(std::chrono::seconds(1));
        desk.till.key(Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), button(desk.inbox(), "agree"));
        desk.till.key(Qt::Key_Space);
        QTRY_COMPARE(desk.list()->count(), 3);
        QVERIFY(desk.said().contains(QStringLiteral("left out")));
        const bool isOrder = desk.till.counter.ask([id = desk.mess.sales[1].id](Desk &d) -> Result<bool> { return d.office.orders().find(id).has_value(); });
        QVERIFY(!isOrder);
        desk.till.key(Qt::Key_Escape); // and then to the sale
        QTRY_VERIFY(desk.till.sell().isVisible());
    }

    void aRefusalIsASentenceAndTheMatterStays()
    {
        InboxTill desk;
        desk.open();
        desk.till.counter.ask([](Desk &d) -> Result<bool> { // the places are somebody else's by now
            const auto grants = must(d.office.doorGrants().grants());
            must(d.office.doorGrants().writeOff(d.office.system(), grants.front().id));
            EventFilter filter;
            filter.text = QStringLiteral("Club");
            const Event club = must(d.office.catalogue().events(filter)).front();
            sell(d.office, {places(club, 0, 99)});
            return true;
        });
        desk.chooseSale(0);
        desk.press("acceptMatter");
        desk.agree();
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("North gate")), qPrintable(desk.said()));
        QCOMPARE(desk.till.find<Banner>("inboxBanner")->tone(), Tone::Bad);
        QCOMPARE(desk.list()->count(), 4);
        QVERIFY(desk.shows("acceptMatter"));
    }

    void whatSomebodyElseSettledIsAskedNoMore()
    {
        InboxTill desk;
        desk.open();
        desk.chooseSale(0);
        desk.press("dismissMatter");
        QTRY_VERIFY(desk.shows("agree"));
        desk.till.counter.ask([id = desk.mess.sales[0].id](Desk &d) -> Result<bool> {
            must(d.office.doorSettlement().dismiss(d.office.system(), id));
            return true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(desk.list()->count() == 3, 10'000); // the next look
        QCOMPARE(desk.said(), QStringLiteral("Somebody else has settled this meanwhile."));
        QVERIFY(!desk.shows("agree"));
    }

    void whatADoorTellsLaterComesByItself()
    {
        InboxTill desk;
        desk.open();
        desk.chooseSale(1);
        makeDoorMess(desk.till, "South gate");
        QTRY_VERIFY_WITH_TIMEOUT(desk.list()->count() == 8, 10'000);
        QCOMPARE(desk.tab("tabInbox")->text(), QStringLiteral("To settle (8)"));
        QVERIFY2(desk.text("matterTitle").contains(desk.mess.sales[1].number), qPrintable(desk.text("matterTitle"))); // what was chosen stays
    }

    void whenAllIsSettledASentenceSaysSo()
    {
        Till till;
        till.key(Qt::Key_C);
        till.type(QStringLiteral("333333"));
        QTRY_VERIFY(till.sell().isVisible());
        QTest::mouseClick(till.railButton(QStringLiteral("Doors")), Qt::LeftButton);
        QTRY_VERIFY(button(till.window, "tabInbox")->isVisible());
        QCOMPARE(button(till.window, "tabInbox")->text(), QStringLiteral("To settle"));
        QVERIFY(till.find<QLineEdit>("scanField")->hasFocus());
        till.key(Qt::Key_F4);
        QVERIFY(till.find<DoorInbox>()->isVisible());
        QVERIFY2(allText(*till.find<DoorInbox>()).contains(QStringLiteral("fits")), qPrintable(allText(*till.find<DoorInbox>())));
    }

    void aScanIsSeenWhateverTabIsOpen()
    {
        InboxTill desk;
        desk.open();
        desk.chooseSale(0);
        desk.press("acceptMatter");
        QTRY_VERIFY(desk.shows("agree"));
        desk.till.pass(std::chrono::minutes(1)); // since it came in
        auto *events = desk.till.find<QComboBox>("doorEvent");
        QTRY_COMPARE(events->count(), 3);
        events->setCurrentIndex(events->findText(QStringLiteral("Club"), Qt::MatchStartsWith));
        desk.till.window.scan(desk.mess.twice.toString().toLatin1());
        QTRY_COMPARE(desk.till.find<VerdictBoard>("verdictBoard")->words().word, QStringLiteral("Already used"));
        QVERIFY(desk.till.find<DoorsPage>()->isVisible());
        QTest::mouseClick(desk.tab("tabInbox"), Qt::LeftButton);
        QVERIFY(desk.inbox().isVisible());
    }

    void onlyThoseWhoMaySettleSeeWhatWaits()
    {
        InboxTill desk;
        desk.open();
        QCOMPARE(desk.waiting(), 4);
        desk.till.window.begin();
        QTRY_VERIFY(desk.till.find<PinPad>()->isEnabled());
        desk.till.key(Qt::Key_S);
        desk.till.type(QStringLiteral("555555"));
        QTRY_VERIFY(desk.till.find<DoorsPage>()->isVisible());
        desk.till.counter.ask([](Desk &d) { return d.office.doorCentre().conflicts(); }); // whatever was asked before is answered by now
        QVERIFY(!desk.tab("tabInbox")->isVisible());
        QCOMPARE(desk.waiting(), 0);
        desk.till.key(Qt::Key_F4);
        QVERIFY(!desk.inbox().isVisible());
    }
};

FOYER_TEST(DoorInboxTest, "doorinbox")
#include "test_doorinbox.moc"
