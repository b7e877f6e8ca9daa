#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "ui/approval/approvalpanel.h"
#include "ui/pages/orderspage.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pinpad.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTreeWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Three seats of Hamlet for Eva, 20.00 by card and the rest in cash; the page that shows what was sold.
class OrdersDesk
{
public:
    explicit OrdersDesk(Role role = Role::Cashier, SandboxBehaviour bank = atOnce(), bool cardMachine = false)
        : counter([this](BoxOffice &office) { fill(office); }, bank, cardMachine)
        , page(counter.theme, *counter.backend, [this] { return now; })
    {
        sell(cardMachine);
        session = {{StaffId(), role, TerminalId(), ShiftId()}, QStringLiteral("Anna")};
        page.resize(1180, 600);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page did not open");
        page.activate(session);
    }

    void fill(BoxOffice &office)
    {
        event = anEvent(office).named(QStringLiteral("Hamlet")).withSeats(1, 10, 1500).withLevel(QStringLiteral("Reduced"), 1000).add();
        const auto seats = seatsOf(office, event);
        cart = hold(office, {seat(event, 0, seats[0].id), seat(event, 0, seats[1].id), seat(event, 0, seats[2].id)});
        const auto eva = must(office.customers().add(office.system(), {{}, QStringLiteral("Eva"), {}, {}}));
        must(office.customers().add(office.system(), {{}, QStringLiteral("Frieda"), {}, {}}));
        must(office.customers().assign(office.system(), cart.id, eva.id));
    }

    void sell(bool cardMachine)
    {
        std::optional<Result<CheckoutState>> answer;
        counter.backend->start<Result<CheckoutState>>(&page, [id = cart.id](Desk &desk, const auto &reply) {
            desk.cards.charge(desk.office.system(), {id, euro(2000), {}, QStringLiteral("c")}, desk.owner, reply);
        }, [&answer](const Result<CheckoutState> &state) { answer = state; });
        if (cardMachine) {
            const auto live = counter.stateOf(cart.id).live()->id;
            counter.ask([live](Desk &desk) { return desk.cards.tell(desk.office.system(), live, {GatewayOutcome::Kind::Captured, QStringLiteral("4711"), {}}); });
        }
        if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !*answer)
            qFatal("the card was not charged");
        order = *counter.ask([id = cart.id](Desk &desk) {
            return desk.office.checkout().pay(desk.office.system(), {id, Tender::Cash, euro(2500), {}, QStringLiteral("k")});
        }).order;
    }

    template <typename W>
    W *find(const char *name) { return page.findChild<W *>(QLatin1String(name)); }
    QLineEdit *search() { return find<QLineEdit>("orderSearch"); }
    QListWidget *hits() { return find<QListWidget>("orderHits"); }
    QTreeWidget *tickets() { return find<QTreeWidget>("orderTickets"); }
    QString message() { return page.findChild<Banner *>()->message(); }
    QString status() { return labelText(page, "orderStatus"); }

    void open()
    {
        QTRY_COMPARE(hits()->count(), 1);
        QTest::keyClick(search(), Qt::Key_Return);
        QTRY_VERIFY(tickets()->isVisible());
    }
    void tick(int row) { QTest::mouseClick(tickets()->viewport(), Qt::LeftButton, {}, tickets()->visualItemRect(tickets()->topLevelItem(row)).center()); }
    /// Presses a verb once people have had the time to read.
    void press(const char *name)
    {
        now += std::chrono::seconds(1);
        QTest::mouseClick(button(page, name), Qt::LeftButton);
    }
    void ask(const char *verb)
    {
        press(verb);
        QTRY_VERIFY(button(page, "agree")->isVisible());
    }
    OrderDetail detail()
    {
        return counter.ask([id = order.id](Desk &desk) { return desk.office.orderDetails().of(id); });
    }

    Event event;
    Reservation cart;
    Order order;
    std::chrono::milliseconds now{1'000'000};
    Session session;
    Counter counter;
    OrdersPage page;
};

} // namespace

class OrdersPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrderIsFoundByTypingAndOpenedWithEnter()
    {
        OrdersDesk desk;
        QTRY_VERIFY(desk.search()->hasFocus());
        QTRY_COMPARE(desk.hits()->count(), 1); // the latest, with nothing typed
        QTest::keyClicks(desk.search(), QStringLiteral("nobody"));
        QTRY_COMPARE(desk.hits()->count(), 0);
        QVERIFY(allText(desk.page).contains(QStringLiteral("No order fits")));
        QTest::keyClick(&desk.page, Qt::Key_Escape);
        QTRY_COMPARE(desk.search()->text(), QString());
        QTest::keyClicks(desk.search(), QStringLiteral("eva"));
        QTRY_COMPARE(desk.hits()->count(), 1);
        QVERIFY(desk.hits()->item(0)->text().contains(QStringLiteral("Hamlet")));
        desk.open();
        QVERIFY(labelText(desk.page, "orderTitle").contains(desk.order.number));
        QCOMPARE(desk.status(), QStringLiteral("Paid"));
        QCOMPARE(desk.tickets()->topLevelItemCount(), 3);
        QVERIFY(allText(desk.page).contains(QStringLiteral("Eva")));
        QVERIFY(labelText(desk.page, "orderHistory").contains(QStringLiteral("Sold for")));
        QCOMPARE(firstNameless(desk.page), QString());
    }

    void aScannedTicketOpensItsOrder()
    {
        OrdersDesk desk;
        desk.page.find(desk.order.lines[1].ticket.number.toString());
        QTRY_VERIFY(desk.tickets()->isVisible());
        QVERIFY(labelText(desk.page, "orderTitle").contains(desk.order.number));
    }

    void twoOfThreeTicketsAreRefundedToTheTendersTheyCameWith()
    {
        OrdersDesk desk;
        desk.open();
        QCOMPARE(button(desk.page, "refund")->text(), QStringLiteral("Refund 3 ticket(s)…")); // none chosen means all
        desk.tick(0);
        desk.tick(1);
        QCOMPARE(button(desk.page, "refund")->text(), QStringLiteral("Refund 2 ticket(s)…"));
        QSignalSpy drawer(&desk.page, &OrdersPage::cashMoved);
        desk.ask("refund");
        const QString said = labelText(desk.page, "refundSentences");
        QVERIFY2(said.contains(QStringLiteral("20.00")) && said.contains(QStringLiteral("10.00")), qPrintable(said));
        QVERIFY(said.indexOf(QStringLiteral("Card")) < said.indexOf(QStringLiteral("Cash")));
        QVERIFY(!desk.find<QCheckBox>("keepPlacesClosed")->isVisible()); // a supervisor's
        desk.press("agree");
        QTRY_VERIFY(desk.message().contains(QStringLiteral("30.00")));
        QCOMPARE(drawer.count(), 1);
        QTRY_COMPARE(desk.status(), QStringLiteral("Partly refunded")); // the bank has answered, too
        QTRY_COMPARE(button(desk.page, "refund")->text(), QStringLiteral("Refund 1 ticket(s)…"));
        const auto detail = desk.detail();
        QCOMPARE(detail.refunded, euro(3000));
        QCOMPARE(detail.refunds.size(), size_t(1));
    }

    void aDoublePressOrSteppingBackRefundsNothingTwice()
    {
        OrdersDesk desk;
        desk.open();
        desk.ask("refund");
        QTest::mouseClick(button(desk.page, "agree"), Qt::LeftButton); // the press that asked, bouncing
        QTest::keyClick(&desk.page, Qt::Key_Escape);
        QTRY_VERIFY(desk.tickets()->isVisible());
        QCOMPARE(desk.detail().refunds.size(), size_t(0));
        desk.ask("refund");
        desk.press("agree");
        QTest::mouseClick(button(desk.page, "agree"), Qt::LeftButton);
        QTRY_VERIFY(desk.message().contains(QStringLiteral("45.00")));
        QCOMPARE(desk.detail().refunds.size(), size_t(1));
        QTRY_VERIFY(!button(desk.page, "refund")->isVisible());
        QVERIFY(!button(desk.page, "printOrder")->isVisible());
    }

    void aCardMachinesRefundIsLeftAsATask()
    {
        OrdersDesk desk(Role::Cashier, atOnce(), true);
        desk.open();
        desk.ask("refund");
        QVERIFY(labelText(desk.page, "refundSentences").contains(QStringLiteral("by hand")));
        desk.press("agree");
        QTRY_COMPARE(desk.status(), QStringLiteral("Refund on its way"));
        const auto open = desk.counter.ask([](Desk &d) { return d.office.checkout().unresolved(); });
        QCOMPARE(open.size(), size_t(1));
    }

    void whatWasRefundedElsewhereMeanwhileIsSaid()
    {
        OrdersDesk desk;
        desk.open();
        desk.ask("refund");
        desk.counter.ask([id = desk.order.id](Desk &d) { return d.office.refunds().refund(d.office.system(), {id, {}, false, {}}); });
        desk.press("agree");
        QTRY_VERIFY(desk.message().contains(QStringLiteral("given back or exchanged already")));
        QTRY_VERIFY(!button(desk.page, "refund")->isVisible());
        QCOMPARE(desk.detail().refunds.size(), size_t(1));
    }

    void aSupervisorMayKeepThePlacesClosed()
    {
        OrdersDesk desk(Role::Supervisor);
        desk.open();
        desk.tick(0);
        desk.ask("refund");
        QTest::mouseClick(desk.find<QCheckBox>("keepPlacesClosed"), Qt::LeftButton, {}, QPoint(10, 24));
        QVERIFY(desk.find<QCheckBox>("keepPlacesClosed")->isChecked());
        desk.press("agree");
        QTRY_VERIFY(!desk.message().isEmpty());
        const auto claims = desk.counter.ask([id = desk.event.id](Desk &d) { return d.office.inventory().claims(id); });
        QCOMPARE(std::count_if(claims.begin(), claims.end(), [](const SeatClaim &c) { return c.state == ClaimState::Killed; }), 1);
    }

    void ticketsAreRevokedAndReinstated()
    {
        OrdersDesk desk;
        desk.open();
        desk.tick(2);
        desk.ask("revoke");
        QCOMPARE(desk.detail().order.lines[2].ticket.state, TicketState::Valid); // not before the answer
        desk.press("agree");
        QTRY_VERIFY(button(desk.page, "reinstate")->isVisible());
        QCOMPARE(desk.detail().order.lines[2].ticket.state, TicketState::Revoked);
        desk.press("reinstate"); // at once: nothing has left the house
        QTRY_VERIFY(!button(desk.page, "reinstate")->isVisible());
        QVERIFY(desk.tickets()->hasFocus()); // not whatever stands beside the button
        QCOMPARE(desk.detail().order.lines[2].ticket.state, TicketState::Valid);
    }

    void aTicketIsPassedOnToSomebodyElse()
    {
        OrdersDesk desk;
        desk.open();
        desk.tick(0);
        desk.press("give");
        auto *name = desk.find<QLineEdit>("customerName");
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, QStringLiteral("fried"));
        QTRY_COMPARE(desk.find<QListWidget>("customers")->count(), 1);
        QTest::keyClick(name, Qt::Key_Down);
        QTest::keyClick(desk.find<QListWidget>("customers"), Qt::Key_Return);
        QTRY_VERIFY(desk.message().contains(QStringLiteral("Frieda")));
        QCOMPARE(desk.detail().order.lines[0].ticket.generation, 2);
        QTRY_VERIFY(desk.tickets()->topLevelItem(0)->text(5).contains(QStringLiteral("Frieda")));
        QCOMPARE(desk.tickets()->topLevelItem(0)->checkState(0), Qt::Unchecked); // the next verb is about others
        QCOMPARE(button(desk.page, "refund")->text(), QStringLiteral("Refund 3 ticket(s)…"));
        // The refund tells whom it takes the ticket from.
        desk.tick(0);
        QCOMPARE(button(desk.page, "refund")->text(), QStringLiteral("Refund 1 ticket(s)…"));
        desk.ask("refund");
        QVERIFY(labelText(desk.page, "refundSentences").contains(QStringLiteral("Frieda")));
    }

    void everyPressTurnsATicketHoweverQuickly()
    {
        OrdersDesk desk;
        desk.open();
        QTreeWidget *tickets = desk.tickets();
        const auto state = [&](int row) { return tickets->topLevelItem(row)->checkState(0); };
        const QRect row = tickets->visualItemRect(tickets->topLevelItem(1));
        for (const QPoint &at : {row.center(), QPoint(18, row.center().y())}) { // beside its box, and on it
            QTest::mouseClick(tickets->viewport(), Qt::LeftButton, {}, at);
            QCOMPARE(state(1), Qt::Checked);
            QTest::mouseDClick(tickets->viewport(), Qt::LeftButton, {}, at); // what a second press soon after is to the window system
            QTest::mouseRelease(tickets->viewport(), Qt::LeftButton, {}, at);
            QCOMPARE(state(1), Qt::Unchecked);
        }
        desk.tick(2);
        desk.counter.ask([&](Desk &d) { return d.office.ticketChanges().revoke(d.office.system(), std::array{desk.order.lines[0].ticket.id}); });
        desk.page.open(desk.order.id); // what is chosen outlives what happens elsewhere
        QTRY_VERIFY(tickets->topLevelItem(0)->text(5).contains(QStringLiteral("revoked")));
        QCOMPARE(state(2), Qt::Checked);
        desk.tick(2);
        QCOMPARE(state(2), Qt::Unchecked);
        QCOMPARE(button(desk.page, "refund")->text(), QStringLiteral("Refund 3 ticket(s)…"));
    }

    void aTicketGetsAnotherPriceAndKeepsItsSeat()
    {
        OrdersDesk desk;
        desk.open();
        desk.tick(0);
        desk.press("otherPrice");
        QTRY_VERIFY(desk.find<QPushButton>("level1"));
        const QString offered = button(desk.page, "level1")->text();
        QVERIFY2(offered.startsWith(QStringLiteral("Reduced, give ")) && offered.contains(QStringLiteral("5.00")), qPrintable(offered));
        QVERIFY(button(desk.page, "level1")->height() >= measure::Touch);
        QTest::mouseClick(button(desk.page, "level1"), Qt::LeftButton); // the press that asked, bouncing
        QTest::keyClick(&desk.page, Qt::Key_Escape);
        QTRY_VERIFY(desk.tickets()->isVisible());
        QCOMPARE(desk.detail().refunds.size(), size_t(0));
        desk.press("otherPrice");
        QTRY_VERIFY(button(desk.page, "level1")->isVisible());
        desk.press("level1");
        QTRY_VERIFY2(desk.message().contains(QStringLiteral("5.00")), qPrintable(desk.message()));
        QTRY_VERIFY(labelText(desk.page, "orderHistory").contains(QStringLiteral("in exchange for tickets of"))); // the new order is shown
        const auto detail = desk.detail();
        QCOMPARE(detail.exchanged.size(), 1);
        QCOMPARE(detail.refunded, euro(1500));
    }

    void aRefundMayBecomeCreditInTheWallet()
    {
        OrdersDesk desk;
        desk.open();
        desk.tick(0);
        desk.ask("refund");
        auto *credit = desk.find<QCheckBox>("asCredit");
        QVERIFY(credit->isVisible() && credit->text().contains(QStringLiteral("Eva")));
        QVERIFY(credit->height() >= measure::Touch);
        QTest::mouseClick(credit, Qt::LeftButton, {}, {12, credit->height() / 2});
        QVERIFY(credit->isChecked());
        desk.press("agree");
        QTRY_VERIFY2(desk.message().contains(QStringLiteral("Wallet")), qPrintable(desk.message()));
        const auto wallets = desk.counter.ask([eva = desk.detail().order.customer](Desk &d) { return d.office.wallets().ofCustomer(eva); });
        QCOMPARE(wallets.front().balance, euro(1500));
        desk.tick(1);
        desk.ask("refund");
        QVERIFY(!credit->isChecked()); // asked anew each time
    }

    void aReservationThatBecameNothingIsFoundAndShown()
    {
        OrdersDesk desk;
        desk.open();
        const auto web = desk.counter.ask([&](Desk &d) {
            return d.office.inventory().reserve(d.office.system(), ReserveRequest{{}, Channel::Web, {seat(desk.event, 0, seatsOf(d.office, desk.event)[7].id)}});
        });
        desk.search()->setText(web.id.toString());
        QTRY_VERIFY(desk.hits()->count() == 1 && desk.hits()->item(0)->text().startsWith(QStringLiteral("Reservation")));
        QTest::keyClick(desk.search(), Qt::Key_Return);
        QTRY_VERIFY(labelText(desk.page, "reservationTitle").contains(QStringLiteral("reserved until")));
        QVERIFY(labelText(desk.page, "reservationState").contains(QStringLiteral("in a web shop")));
        QTest::keyClick(&desk.page, Qt::Key_Escape);
        QTRY_VERIFY(!desk.find<QLabel>("reservationTitle")->isVisible());
        desk.search()->setText(desk.order.number);
        QTRY_VERIFY(desk.hits()->count() == 1 && desk.hits()->item(0)->text().startsWith(desk.order.number));
        QTest::keyClick(desk.search(), Qt::Key_Return);
        QTRY_VERIFY(desk.tickets()->isVisible());
    }

    void aTicketIsPassedOnToAnEmailAndWaitsThere()
    {
        OrdersDesk desk;
        desk.open();
        desk.tick(1);
        desk.press("give");
        auto *name = desk.find<QLineEdit>("customerName");
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, QStringLiteral("mia@example"));
        QVERIFY(!button(desk.page, "toEmail")->isVisible());
        QTest::keyClicks(name, QStringLiteral(".org"));
        QTRY_VERIFY(button(desk.page, "toEmail")->isVisible());
        QTest::mouseClick(button(desk.page, "toEmail"), Qt::LeftButton);
        QTRY_VERIFY(desk.message().contains(QStringLiteral("mia@example.org")));
        QCOMPARE(desk.detail().waiting.size(), 1);
        QTRY_VERIFY(desk.tickets()->topLevelItem(1)->text(5).contains(QStringLiteral("waits for mia@example.org")));
        desk.tick(1);
        desk.ask("refund");
        QVERIFY(labelText(desk.page, "refundSentences").contains(QStringLiteral("mia@example.org")));
        QTest::keyClick(&desk.page, Qt::Key_Escape);
        desk.counter.ask([](Desk &d) { return d.office.customers().add(d.office.system(), {{}, QStringLiteral("Mia"), QStringLiteral("Mia@example.org"), {}}); });
        desk.page.open(desk.order.id);
        QTRY_VERIFY(desk.tickets()->topLevelItem(1)->text(5).contains(QStringLiteral("now Mia's")));
        QTRY_VERIFY(labelText(desk.page, "orderHistory").contains(QStringLiteral("Claimed")));
    }

    void whatABankRefusedIsGivenInCashByASupervisor()
    {
        OrdersDesk desk(Role::Supervisor);
        desk.open();
        const auto made = desk.counter.ask([id = desk.order.id](Desk &d) { return d.office.refunds().refund(d.office.system(), {id, {}, false, {}}); });
        for (const Payment &payment : made.sale.payments)
            if (payment.kind == PaymentKind::Refund && payment.isLive())
                desk.counter.ask([id = payment.id](Desk &d) { return d.office.checkout().settle({id, {GatewayOutcome::Kind::Declined, QStringLiteral("x"), {}}}); });
        desk.page.open(desk.order.id);
        QTRY_COMPARE(desk.status(), QStringLiteral("Refund still owed"));
        desk.ask("giveOwed");
        QCOMPARE(desk.detail().owed, euro(2000));
        desk.press("agree");
        QTRY_COMPARE(desk.status(), QStringLiteral("Refunded"));
        QCOMPARE(desk.detail().owed, euro(0));
    }

    void whatSomebodyCameInWithNeedsASupervisorsPin()
    {
        OrdersDesk desk;
        desk.counter.ask([](Desk &d) { return d.office.staff().add(d.office.system(), QStringLiteral("Clara"), Role::Supervisor, QStringLiteral("333333")); });
        const auto verdict = desk.counter.ask([&](Desk &d) {
            return d.office.admissions().scan(d.office.system(), {desk.order.lines[0].ticket.number.toString(), desk.event.id});
        });
        QVERIFY(verdict.isPassage());
        desk.open();
        QVERIFY2(desk.tickets()->topLevelItem(0)->text(5).startsWith(QStringLiteral("valid, admitted ")), qPrintable(desk.tickets()->topLevelItem(0)->text(5)));
        QVERIFY(labelText(desk.page, "orderHistory").contains(QStringLiteral("Came in")));
        desk.tick(0);
        desk.ask("refund");
        desk.press("agree");
        auto *approval = desk.page.findChild<ApprovalPanel *>();
        QTRY_VERIFY(approval->isVisible() && desk.page.findChild<QPushButton *>(QStringLiteral("approver")));
        QVERIFY(!desk.hits()->isVisible()); // there is room for one
        QTest::keyClick(approval, Qt::Key_Escape); // without it nothing happens
        QTRY_VERIFY(button(desk.page, "agree")->isEnabled());
        QCOMPARE(desk.detail().refunds.size(), size_t(0));
        desk.press("agree");
        QTRY_VERIFY(approval->isVisible() && approval->findChild<PinPad *>()->isEnabled());
        QTest::keyClicks(approval->findChild<PinPad *>(), QStringLiteral("333333"));
        QTRY_COMPARE(desk.status(), QStringLiteral("Partly refunded"));
        QVERIFY(!approval->isVisible() && desk.hits()->isVisible());
        QCOMPARE(desk.detail().order.lines[0].ticket.state, TicketState::Void);
        QTRY_VERIFY(labelText(desk.page, "orderHistory").contains(QStringLiteral(", allowed by Clara")));
    }

    void anExchangeOfItTakesTheLeaveAlong()
    {
        OrdersDesk desk(Role::Supervisor);
        desk.counter.ask([&](Desk &d) { return d.office.admissions().scan(d.office.system(), {desk.order.lines[0].ticket.number.toString(), desk.event.id}); });
        desk.open();
        QSignalSpy wanted(&desk.page, &OrdersPage::exchangeWanted);
        desk.press("exchange");
        QTRY_COMPARE(wanted.size(), 1); // who may do it alone is not asked
        QVERIFY(!wanted.first().first().value<ExchangeInHand>().approval);
    }

    void aDearerPriceOfItTakesASupervisorsPinOnTheSpot()
    {
        OrdersDesk desk(Role::Cashier);
        desk.counter.ask([](Desk &d) { return d.office.staff().add(d.office.system(), QStringLiteral("Clara"), Role::Supervisor, QStringLiteral("333333")); });
        const auto reduced = desk.event.ticketTypes[0].priceLevels[1].id;
        const auto first = desk.order.lines[0].ticket.id;
        const auto cheaper = desk.counter.ask([&](Desk &d) { return d.office.exchanges().changeLevel(d.office.system(), {desk.order.id, {first}, reduced, {}, QStringLiteral("down")}); });
        const Ticket ticket = cheaper.state.order->lines[0].ticket;
        desk.counter.ask([&](Desk &d) { return d.office.admissions().scan(d.office.system(), {ticket.number.toString(), desk.event.id}); });
        QSignalSpy toPay(&desk.page, &OrdersPage::payWanted);
        desk.page.open(cheaper.state.order->id);
        QTRY_VERIFY(desk.tickets()->isVisible());
        desk.press("otherPrice");
        QTRY_VERIFY(desk.find<QPushButton>("level1"));
        desk.press("level1");
        auto *approval = desk.page.findChild<ApprovalPanel *>();
        QTRY_VERIFY(approval->isVisible() && approval->findChild<PinPad *>()->isEnabled());
        QCOMPARE(toPay.size(), 0);
        QTest::keyClicks(approval->findChild<PinPad *>(), QStringLiteral("333333"));
        QTRY_COMPARE(toPay.size(), 1);
        const auto plan = desk.counter.ask([id = toPay.first().first().value<Reservation>().id](Desk &d) { return d.office.exchangePlans().find(id); });
        QVERIFY(plan && plan->approval); // whoever goes on with it needs nobody any more
    }

    void stewardsSeeNoVerbs()
    {
        OrdersDesk desk(Role::Steward);
        desk.open();
        for (const char *verb : {"refund", "revoke", "give", "reinstate", "giveOwed"})
            QVERIFY2(!button(desk.page, verb)->isVisible(), verb);
        QTest::keyClick(desk.tickets(), Qt::Key_F8);
        QVERIFY(!button(desk.page, "agree")->isVisible());
    }

    void everyTargetIsLargeEnoughForAFinger()
    {
        OrdersDesk desk(Role::Supervisor);
        desk.open();
        for (const QPushButton *one : desk.page.findChildren<QPushButton *>())
            if (one->isVisible())
                QVERIFY2(one->height() >= measure::Touch, qPrintable(one->objectName() + u' ' + one->text()));
        QVERIFY(desk.tickets()->visualItemRect(desk.tickets()->topLevelItem(0)).height() >= measure::Touch);
    }
};

FOYER_TEST(OrdersPageTest, "orderspage")
#include "test_orderspage.moc"
