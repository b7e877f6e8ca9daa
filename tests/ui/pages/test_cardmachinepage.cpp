#include "core/storage/writer.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/approval/approvalpanel.h"
#include "ui/pages/openpaymentspage.h"
#include "ui/pages/wrongtenderpage.h"

#include <QtTest/QSignalSpy>

using namespace foyer;
using namespace foyer::test;

namespace {

/// The pay page of a till whose card machine stands beside it; 163.00 to pay.
struct Sale {
    explicit Sale(const QString &currency = QStringLiteral("EUR"))
        : counter([&](BoxOffice &office) {
              const Event event = anEvent(office).at(aVenue(office, QStringLiteral("House"), must(Currency::fromCode(currency)))).withSeats(5, 10, 5900).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
              const auto seats = seatsOf(office, event);
              cart = hold(office, {seat(event, 0, seats[0].id), seat(event, 0, seats[1].id), places(event, 1, 3)});
          }, atOnce(), true)
        , page(counter.theme, *counter.backend, {false, counter.monotonic(), std::chrono::milliseconds(0)})
        , completed(&page, &PayPage::completed)
        , setAside(&page, &PayPage::setAside)
    {
        page.resize(1160, 600);
        page.show();
        begin();
    }

    void begin()
    {
        page.begin(cart, counter.session);
        QVERIFY(QTest::qWaitFor([this] { return button(page, "back")->isEnabled() || isAsked(); }));
        counter.pause();
    }
    bool isAsked() { return button(page, "declined")->isVisible(); }
    void charge()
    {
        key(Qt::Key_F10);
        QVERIFY(QTest::qWaitFor([this] { return isAsked(); }));
        counter.pause();
    }
    void type(const QString &text) { QTest::keyClicks(page.focusWidget(), text); }
    void key(Qt::Key key) { QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, key); }
    void click(const char *name) { QTest::mouseClick(button(page, name), Qt::LeftButton); }
    QString message() const { return page.findChild<Banner *>()->message(); }
    CheckoutState state() { return counter.stateOf(cart.id); }

    Reservation cart;
    Counter counter;
    PayPage page;
    QSignalSpy completed;
    QSignalSpy setAside;
};

/// An attempt on the card machine that nobody knows the outcome of.
Reservation anUnknownPayment(BoxOffice &office, const Event &event)
{
    const auto cart = hold(office, {places(event, 0, 2)});
    const auto sent = must(office.checkout().pay(office.system(), PayRequest{cart.id, Tender::Card, cart.total(), {}, QStringLiteral("unknown"), QLatin1String(CardMachine)}));
    must(office.checkout().settle({sent.payments.back().id, {}}));
    return cart;
}

/// A sale that was given up; the bank would not take its money back.
ReservationId aRefusedRefund(BoxOffice &office, const Event &event)
{
    const auto cart = hold(office, {places(event, 0, 2)});
    const auto paid = must(office.checkout().pay(office.system(), PayRequest{cart.id, Tender::Card, euro(1000), {}, QStringLiteral("captured"), QLatin1String("sandbox")}));
    must(office.checkout().settle({paid.payments.back().id, {GatewayOutcome::Kind::Captured, QStringLiteral("ref"), {}}}));
    const PaymentId refund = must(office.checkout().abandon(office.system(), cart.id)).payments.back().id;
    must(office.checkout().markSent(refund));
    must(office.checkout().settle({refund, {GatewayOutcome::Kind::Failed, {}, QStringLiteral("account closed")}}));
    return cart.id;
}

} // namespace

class CardMachinePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void theAttemptIsRecordedAndTheAnswerSells()
    {
        Sale sale;
        sale.charge();
        QCOMPARE(labelText(sale.page, "machineTitle"), QStringLiteral("Type €163.00 into the card machine"));
        QCOMPARE(sale.state().payments.back().state, PaymentState::Sent);
        QVERIFY(!button(sale.page, "approved")->isEnabled());
        sale.type(QStringLiteral("0815"));
        sale.key(Qt::Key_Return);
        QVERIFY(sale.state().payments.back().isLive()); // the first Enter only leads to the verb
        sale.counter.pause();
        sale.key(Qt::Key_Return);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.state().payments.back().reference, QStringLiteral("0815"));
    }

    void otherCurrenciesSplitAndGiveChange_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("title");
        QTest::newRow("yen") << "JPY" << QStringLiteral("Type ¥6,300 into the card machine");
        QTest::newRow("dinar") << "KWD" << QStringLiteral("Type KWD\u00A06.300 into the card machine");
    }
    void otherCurrenciesSplitAndGiveChange()
    {
        QFETCH(QString, code);
        const Currency currency = must(Currency::fromCode(code));
        Sale sale(code);
        sale.type(QStringLiteral("6300"));
        sale.charge();
        QTEST(labelText(sale.page, "machineTitle"), "title");
        sale.type(QStringLiteral("6"));
        sale.click("approved");
        QTRY_VERIFY(button(sale.page, "cash")->isEnabled());
        sale.counter.pause();
        sale.type(QStringLiteral("20000"));
        sale.click("cash");
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.state().payments.back().change(), Money(10'000, currency));
        QCOMPARE(sale.state().order->total, Money(16'300, currency));
    }

    void aDoubleClickOnApprovedIsOneOrder()
    {
        Sale sale;
        sale.charge();
        sale.type(QStringLiteral("1"));
        QTest::mouseDClick(button(sale.page, "approved"), Qt::LeftButton);
        sale.click("approved");
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.state().payments.size(), size_t(1));
    }

    void theDoublePressThatAskedAnswersNothing()
    {
        Sale sale;
        sale.key(Qt::Key_F10);
        QTRY_VERIFY(sale.isAsked());
        for (const char *answer : {"declined", "leftOpen"})
            sale.click(answer);
        QVERIFY(sale.isAsked());
        QCOMPARE(sale.state().payments.back().state, PaymentState::Sent);
        sale.counter.pause();
        sale.click("declined");
        QTRY_VERIFY(!sale.isAsked());
    }

    void aDeclinedCardLeavesTheSale()
    {
        Sale sale;
        sale.charge();
        sale.click("declined");
        QTRY_VERIFY(sale.message().contains(QStringLiteral("declined")));
        QTRY_VERIFY(button(sale.page, "card")->isEnabled());
        sale.counter.pause();
        sale.charge();
        sale.type(QStringLiteral("2"));
        sale.click("approved");
        QTRY_COMPARE(sale.completed.size(), 1);
    }

    void whatTheCashierDoesNotKnowWaitsForASupervisor()
    {
        Sale sale;
        sale.charge();
        sale.click("leftOpen");
        QTRY_VERIFY(sale.message().contains(QStringLiteral("supervisor")));
        QCOMPARE(sale.state().payments.back().state, PaymentState::Unknown);
        QVERIFY(!button(sale.page, "card")->isEnabled());
        QVERIFY(button(sale.page, "cash")->isEnabled());
        sale.counter.pause();
        sale.click("cash");
        QTRY_COMPARE(sale.completed.size(), 1);
    }

    void afterARestartItIsAskedAgain()
    {
        Sale sale;
        sale.charge();
        sale.begin();
        QCOMPARE(labelText(sale.page, "machineTitle"), QStringLiteral("Was €163.00 charged?"));
        sale.type(QStringLiteral("3"));
        sale.click("approved");
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.state().payments.size(), size_t(1));
    }

    void escapeDoesNotAnswer()
    {
        Sale sale;
        sale.charge();
        sale.key(Qt::Key_Escape);
        sale.key(Qt::Key_F9);
        sale.key(Qt::Key_F10);
        QVERIFY(sale.isAsked());
        QCOMPARE(sale.state().payments.back().state, PaymentState::Sent);
        QCOMPARE(sale.state().payments.size(), size_t(1));
    }

    void abandoningSaysWhatGoesBackWhere()
    {
        Sale sale;
        sale.type(QStringLiteral("10000"));
        sale.key(Qt::Key_Return);
        QTRY_COMPARE(labelText(sale.page, "due"), QStringLiteral("€63.00"));
        QTRY_VERIFY(button(sale.page, "card")->isEnabled());
        sale.counter.pause();
        sale.type(QStringLiteral("4000"));
        sale.charge();
        sale.type(QStringLiteral("4"));
        sale.click("approved");
        QTRY_COMPARE(labelText(sale.page, "due"), QStringLiteral("€23.00"));
        QTRY_VERIFY(button(sale.page, "back")->isEnabled());
        sale.key(Qt::Key_Escape);
        for (QPushButton *action : sale.page.findChild<Banner *>()->findChildren<QPushButton *>())
            if (action->text().startsWith(QStringLiteral("Give")))
                QTest::mouseClick(action, Qt::LeftButton);
        QTRY_COMPARE(labelText(sale.page, "giveBack"), QStringLiteral("€100.00"));
        QTRY_VERIFY(labelText(sale.page, "giveBackDetail").contains(QStringLiteral("€40.00 is to be given back on the card machine")));
        sale.click("refundByHand");
        QCOMPARE(labelText(sale.page, "machineTitle"), QStringLiteral("Give €40.00 back on the card machine"));
        sale.counter.pause();
        sale.type(QStringLiteral("5"));
        sale.click("approved");
        QTRY_VERIFY(labelText(sale.page, "giveBackDetail").contains(QStringLiteral("€40.00 went back to the card")));
        QVERIFY(sale.state().paid().isZero());
        sale.counter.pause();
        sale.click("next");
        QCOMPARE(sale.setAside.size(), 1);
    }

    void aSupervisorSettlesWhatIsOpen()
    {
        Reservation cart;
        std::unique_ptr<Till> till;
        till = std::make_unique<Till>([&](BoxOffice &office) {
            const auto events = must(office.catalogue().events({}));
            const auto club = std::find_if(events.begin(), events.end(), [](const Event &e) { return e.name == QLatin1String("Club Night"); });
            cart = anUnknownPayment(office, *club);
        });
        till->key(Qt::Key_C);
        till->signIn(QStringLiteral("333333"));
        QTRY_VERIFY(till->find<QPushButton>("openPayments")->isVisible());
        QTest::mouseClick(till->find<QPushButton>("openPayments"), Qt::LeftButton);
        auto &page = *till->find<OpenPaymentsPage>();
        QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("settle")));
        QCOMPARE(firstNameless(page), QString());
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("settle")), Qt::LeftButton);
        till->pass(std::chrono::seconds(1));
        till->type(QStringLiteral("77"));
        QTest::mouseClick(button(page, "approved"), Qt::LeftButton);
        QTRY_VERIFY(till->find<DonePage>()->isVisible());
        QVERIFY(till->counter.stateOf(cart.id).order);
        QTRY_VERIFY(!till->find<QPushButton>("openPayments")->isVisible());
    }

    void whatTheCardDidNotTakeBackIsGivenInCash()
    {
        ReservationId cart;
        Till till([&](BoxOffice &office) {
            const auto events = must(office.catalogue().events({}));
            const auto club = std::find_if(events.begin(), events.end(), [](const Event &e) { return e.name == QLatin1String("Club Night"); });
            cart = aRefusedRefund(office, *club);
        });
        till.signIn();
        QTRY_VERIFY(till.find<QPushButton>("openPayments")->isVisible());
        QTest::mouseClick(till.find<QPushButton>("openPayments"), Qt::LeftButton);
        auto &page = *till.find<OpenPaymentsPage>();
        const QSignalSpy drawer(&page, &OpenPaymentsPage::cashMoved);
        QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("cashInstead")));
        QCOMPARE(firstNameless(page), QString());
        QTest::mouseClick(button(page, "cashInstead"), Qt::LeftButton);
        auto &approval = *page.findChild<ApprovalPanel *>(); // Anna sells: somebody else allows it
        QTRY_VERIFY(approval.isVisible() && approval.findChild<PinPad *>()->hasFocus());
        QVERIFY(drawer.isEmpty());
        till.type(QStringLiteral("333333"));
        QTRY_COMPARE(drawer.size(), 1);
        QTRY_VERIFY(!till.find<QPushButton>("openPayments")->isVisible());
        QVERIFY(till.counter.stateOf(cart).paid().isZero());
    }

    void aCashierSeesItButDoesNotSettle()
    {
        Till till([](BoxOffice &office) {
            const auto events = must(office.catalogue().events({}));
            const auto club = std::find_if(events.begin(), events.end(), [](const Event &e) { return e.name == QLatin1String("Club Night"); });
            anUnknownPayment(office, *club);
        });
        till.signIn();
        QVERIFY(!till.find<PayPage>()->isVisible()); // it interrupts nobody
        QTRY_VERIFY(till.find<QPushButton>("openPayments")->isVisible());
        QTest::mouseClick(till.find<QPushButton>("openPayments"), Qt::LeftButton);
        auto &page = *till.find<OpenPaymentsPage>();
        QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("openSale")));
        QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("settle")));
        till.key(Qt::Key_Escape);
        QTRY_VERIFY(till.sell().isVisible());
    }

    void theLastSalesTenderIsCorrected()
    {
        Till till;
        till.signIn();
        till.open(QStringLiteral("club"));
        QTRY_VERIFY(!till.cart().isBusy());
        till.cart().add({{till.club.id, till.club.ticketTypes[0].priceLevels[0].id, {}, 2}});
        QTRY_COMPARE(till.places(), 2);
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<PayPage>()->isVisible() && button(*till.find<PayPage>(), "cash")->isEnabled());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_Return);
        QTRY_VERIFY(till.sell().isVisible());
        QTest::mouseClick(till.find<QPushButton>("wrongTender"), Qt::LeftButton);
        auto &page = *till.find<WrongTenderPage>();
        QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("wasCard")));
        QCOMPARE(firstNameless(page), QString());
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("wasCard")), Qt::LeftButton);
        till.pass(std::chrono::seconds(1));
        till.type(QStringLiteral("4711"));
        QTest::mouseClick(button(page, "approved"), Qt::LeftButton);
        const auto banners = page.findChildren<Banner *>();
        QTRY_VERIFY(std::any_of(banners.begin(), banners.end(), [](const Banner *banner) { return banner->message().contains(QStringLiteral("Corrected")); }));
        QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("wasCash")));
        const auto payment = till.counter.ask([](Desk &desk) -> Result<Payment> {
            return desk.office.writer().read([](Database &db) { return db.run("SELECT reservation_id FROM orders").front().id<ReservationId>(0); })
                .and_then([&](ReservationId id) { return desk.office.checkout().find(id); })
                .map([](const CheckoutState &state) { return state.payments.front(); });
        });
        QCOMPARE(payment.tender, Tender::Card);
        QCOMPARE(payment.reference, QStringLiteral("4711"));
    }
};

FOYER_TEST(CardMachinePageTest, "cardmachinepage")
#include "test_cardmachinepage.moc"
