#include "core/payment/externalterminal.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/cardpayments.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/settimer.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

using Kind = GatewayOutcome::Kind;

/// A till whose card machine stands beside it; earlier it had the sandbox.
struct MachineTill {
    explicit MachineTill(const QString &database)
        : box(database), timer(Evening, [this](Instant at) { box.setTime(at); }), office(box.open())
    {
        bank = must(SandboxGateway::open({}, box.clock(), timer.later()));
        event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 5000).add();
        cashier = actorWith(*office, Role::Cashier);
        supervisor = actorWith(*office, Role::Supervisor);
        restart();
    }

    void restart()
    {
        cards.reset();
        office.reset();
        office = box.open();
        cards = std::make_unique<CardPayments>(office->checkout(), machine, box.clock(), timer.later());
        cards->addEarlier(*bank);
        must(cards->resume());
    }

    Reservation reserve()
    {
        return must(office->inventory().reserve(cashier, ReserveRequest{{}, Channel::Counter, {places(event, 0, 2)}}));
    }

    /// The attempt as it is recorded before anybody touches the machine.
    Payment charge(const Reservation &cart, qint64 cents = 10000)
    {
        cards->charge(cashier, {cart.id, euro(cents), {}, QStringLiteral("k%1").arg(++keys)}, owner,
                      [this](const Result<CheckoutState> &answer) { answers.push_back(answer); });
        return find(cart).payments.back();
    }

    CheckoutState find(const Reservation &cart) { return must(office->checkout().find(cart.id)); }

    QStringList breaches()
    {
        cards.reset();
        office.reset();
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    SetTimer timer;
    std::unique_ptr<BoxOffice> office;
    ExternalTerminal machine;
    std::unique_ptr<SandboxGateway> bank;
    std::unique_ptr<CardPayments> cards;
    Event event;
    Actor cashier;
    Actor supervisor;
    int keys = 0;
    std::shared_ptr<int> owner = std::make_shared<int>();
    std::vector<Result<CheckoutState>> answers;
};

} // namespace

class CardMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCashierSaysThatItWasApproved_data() { bothDatabases(); }
    void theCashierSaysThatItWasApproved()
    {
        QFETCH(QString, database);
        MachineTill till(database);
        const auto cart = till.reserve();
        const auto payment = till.charge(cart);
        QCOMPARE(payment.state, PaymentState::Sent);
        QVERIFY(payment.isByHand());
        till.timer.advance(1h); // nobody hurries the customer
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Sent);
        QCOMPARE(till.cards->tell(till.cashier, payment.id, {Kind::Captured, QStringLiteral(" "), {}}).error().code, ErrorCode::InvalidInput);
        const auto told = must(till.cards->tell(till.cashier, payment.id, {Kind::Captured, QStringLiteral(" 4711 "), {}}));
        QVERIFY(told.order);
        QCOMPARE(told.payments.back().reference, QStringLiteral("4711"));
        till.timer.advance(1s);
        QCOMPARE(till.answers.size(), size_t(1));
        QVERIFY(till.answers.front()->order);
        QCOMPARE(till.cards->pending(), 0);
        // Said twice, and otherwise: the first answer stands.
        QCOMPARE(must(till.cards->tell(till.cashier, payment.id, {Kind::Declined, {}, {}})).payments.back().state, PaymentState::Captured);
        QCOMPARE(till.breaches(), QStringList());
    }

    void declinedLeavesTheCart_data() { bothDatabases(); }
    void declinedLeavesTheCart()
    {
        QFETCH(QString, database);
        MachineTill till(database);
        const auto cart = till.reserve();
        must(till.cards->tell(till.cashier, till.charge(cart).id, {Kind::Declined, {}, {}}));
        QCOMPARE(till.find(cart).reservation.state, ReservationState::Active);
        must(till.cards->tell(till.cashier, till.charge(cart).id, {Kind::Captured, QStringLiteral("2"), {}}));
        QVERIFY(till.find(cart).order);
    }

    void afterARestartItIsAskedAgain_data() { bothDatabases(); }
    void afterARestartItIsAskedAgain()
    {
        QFETCH(QString, database);
        MachineTill till(database);
        const auto cart = till.reserve();
        const auto payment = till.charge(cart);
        till.restart(); // power went while the customer held the card
        till.timer.advance(1h);
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Sent);
        QCOMPARE(must(till.office->checkout().unresolved()).size(), size_t(1));
        QCOMPARE(must(till.office->checkout().paying()).size(), size_t(1));
        QVERIFY(must(till.cards->tell(till.cashier, payment.id, {Kind::Captured, QStringLiteral("9"), {}})).order);
        QCOMPARE(till.cards->pending(), 0);
        QCOMPARE(till.breaches(), QStringList());
    }

    void whatNobodyKnowsASupervisorSettles_data() { bothDatabases(); }
    void whatNobodyKnowsASupervisorSettles()
    {
        QFETCH(QString, database);
        MachineTill till(database);
        const auto cart = till.reserve();
        const auto payment = till.charge(cart);
        must(till.cards->tell(till.cashier, payment.id, {Kind::Unknown, {}, {}}));
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Unknown);
        till.timer.advance(1h);
        QCOMPARE(till.answers.size(), size_t(1));
        till.restart();
        QCOMPARE(till.cards->tell(till.cashier, payment.id, {Kind::Declined, {}, {}}).error().code, ErrorCode::PermissionDenied);
        QVERIFY(must(till.cards->tell(till.supervisor, payment.id, {Kind::Captured, QStringLiteral("9"), {}})).order);
        QCOMPARE(till.breaches(), QStringList());
    }

    void cashBesideWhatNobodyKnowsAndTheCardGoesBack_data() { bothDatabases(); }
    void cashBesideWhatNobodyKnowsAndTheCardGoesBack()
    {
        QFETCH(QString, database);
        MachineTill till(database);
        const auto cart = till.reserve();
        const auto payment = till.charge(cart);
        const PayRequest cash{cart.id, Tender::Cash, euro(10000), {}, QStringLiteral("cash")};
        QCOMPARE(till.office->checkout().pay(till.cashier, cash).error().code, ErrorCode::PaymentUnresolved);
        must(till.cards->tell(till.cashier, payment.id, {Kind::Unknown, {}, {}}));
        const PayRequest card{cart.id, Tender::Card, euro(10000), {}, QStringLiteral("card 2")};
        QCOMPARE(till.office->checkout().pay(till.cashier, card).error().code, ErrorCode::PaymentUnresolved);
        QVERIFY(must(till.office->checkout().pay(till.cashier, cash)).order);
        QCOMPARE(must(till.office->checkout().unresolved()).size(), size_t(1));
        const auto late = must(till.cards->tell(till.supervisor, payment.id, {Kind::Captured, QStringLiteral("9"), {}}));
        QCOMPARE(late.payments.back().kind, PaymentKind::Refund);
        QCOMPARE(late.payments.back().amount, euro(10000));
        const auto refund = must(till.office->checkout().unresolved()).front();
        QCOMPARE(refund.state, PaymentState::Sent);
        // What is owed stays open until somebody gave it back on the machine.
        QCOMPARE(till.cards->tell(till.supervisor, refund.id, {Kind::Declined, {}, {}}).error().code, ErrorCode::InvalidInput);
        till.restart();
        const auto back = must(till.cards->tell(till.cashier, refund.id, {Kind::Captured, QStringLiteral("10"), {}}));
        QCOMPARE(back.paid(), back.order->total);
        QCOMPARE(till.cards->pending(), 0);
        QVERIFY(must(till.office->checkout().unresolved()).empty());
        QCOMPARE(till.breaches(), QStringList());
    }

    void anOrderThatOwesACardIsSound_data() { bothDatabases(); }
    void anOrderThatOwesACardIsSound()
    {
        QFETCH(QString, database);
        MachineTill till(database);
        const auto cart = till.reserve();
        const auto payment = till.charge(cart, 6000);
        must(till.cards->tell(till.cashier, payment.id, {Kind::Unknown, {}, {}}));
        must(till.office->checkout().pay(till.cashier, PayRequest{cart.id, Tender::Cash, euro(5000), {}, QStringLiteral("c1")}));
        // 60.00 on top of the 50.00 that are in is more than the 100.00: it goes back, and 50.00 are still due.
        const auto late = must(till.cards->tell(till.supervisor, payment.id, {Kind::Captured, QStringLiteral("9"), {}}));
        QVERIFY(!late.order);
        QCOMPARE(late.payments.back().kind, PaymentKind::Refund);
        QCOMPARE(till.breaches(), QStringList());
    }

    void abandoningAsksForTheRefundOnTheMachine_data() { bothDatabases(); }
    void abandoningAsksForTheRefundOnTheMachine()
    {
        QFETCH(QString, database);
        MachineTill till(database);
        const auto cart = till.reserve();
        must(till.cards->tell(till.cashier, till.charge(cart, 4000).id, {Kind::Captured, QStringLiteral("1"), {}}));
        must(till.cards->abandon(till.cashier, cart.id));
        const auto refund = must(till.office->checkout().unresolved()).front();
        QVERIFY(refund.isByHand());
        QCOMPARE(refund.state, PaymentState::Sent);
        QVERIFY(must(till.cards->tell(till.cashier, refund.id, {Kind::Captured, QStringLiteral("2"), {}})).paid().isZero());
        QCOMPARE(till.breaches(), QStringList());
    }

    void whatTheSandboxWasSentIsAskedOfTheSandbox_data() { bothDatabases(); }
    void whatTheSandboxWasSentIsAskedOfTheSandbox()
    {
        QFETCH(QString, database);
        MachineTill till(database);
        const auto cart = till.reserve();
        // The till was set to the sandbox then, and the program ended before the answer.
        {
            CardPayments earlier(till.office->checkout(), *till.bank, till.box.clock(), till.timer.later());
            earlier.charge(till.cashier, {cart.id, euro(10000), {}, QStringLiteral("then")}, till.owner, [](const Result<CheckoutState> &) {});
        }
        till.restart();
        const auto payment = till.find(cart).payments.back();
        QCOMPARE(till.cards->tell(till.supervisor, payment.id, {Kind::Declined, {}, {}}).error().code, ErrorCode::InvalidInput);
        till.timer.advance(1min);
        QVERIFY(till.find(cart).order);
        QCOMPARE(till.bank->books().captures(), 1);
    }
};

FOYER_TEST(CardMachineTest, "cardmachine")
#include "test_cardmachine.moc"
