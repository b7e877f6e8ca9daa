#include "core/services/cardpayments.h"
#include "core/payment/sandboxgateway.h"
#include "tests/support/builders.h"
#include "tests/support/settimer.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

/// A till with a bank: the real checkout, the sandbox, and a clock that the test moves.
struct CardTill {
    explicit CardTill(const QString &database)
        : box(database), timer(Evening, [this](Instant at) { box.setTime(at); }), office(box.open())
    {
        bank = must(SandboxGateway::open({}, box.clock(), timer.later()));
        event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 5000).add();
        restart();
    }

    /// Another run of the program: what was in memory is gone, the database and the bank are as they were.
    void restart()
    {
        cards.reset();
        office.reset();
        office = box.open();
        cards = std::make_unique<CardPayments>(office->checkout(), *bank, box.clock(), timer.later());
        cards->onChange([this](const CheckoutState &state) { changes.push_back(state); });
    }

    Reservation reserve()
    {
        return must(office->inventory().reserve(office->system(), ReserveRequest{{}, Channel::Counter, {{event.id, event.ticketTypes[0].priceLevels[0].id, {}, 2}}}));
    }

    void charge(const Reservation &cart, qint64 cents = 10000, const QString &token = {}, const QString &key = QStringLiteral("k"))
    {
        cards->charge(office->system(), {cart.id, euro(cents), token, key}, owner, [this](const Result<CheckoutState> &answer) { answers.push_back(answer); });
    }

    CheckoutState find(const Reservation &cart) { return must(office->checkout().find(cart.id)); }
    Money banked() const { return bank->books().balance(Currency()); }

    TestDatabase box;
    SetTimer timer;
    std::unique_ptr<BoxOffice> office;
    std::unique_ptr<SandboxGateway> bank;
    std::unique_ptr<CardPayments> cards;
    Event event;
    std::shared_ptr<int> owner = std::make_shared<int>();
    std::vector<Result<CheckoutState>> answers;
    std::vector<CheckoutState> changes;
};

} // namespace

class CardPaymentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChargeCompletesTheOrder_data() { bothDatabases(); }
    void aChargeCompletesTheOrder()
    {
        QFETCH(QString, database);
        CardTill till(database);
        till.charge(till.reserve());
        QVERIFY(till.answers.empty());
        till.timer.advance(1s);
        QCOMPARE(till.answers.size(), size_t(1));
        QVERIFY(till.answers[0]->order);
        QCOMPARE(till.banked(), euro(10000));
        QCOMPARE(till.cards->pending(), 0);
        till.timer.advance(1h);
        QCOMPARE(till.changes.size(), size_t(1));
    }

    void aDeclinedCardLeavesTheCart_data() { bothDatabases(); }
    void aDeclinedCardLeavesTheCart()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.charge(cart, 10000, QStringLiteral("card_error"));
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(0)->payments.back().state, PaymentState::Declined);
        QCOMPARE(till.answers[0]->payments.back().message, QStringLiteral("Your card has been declined"));
        QCOMPARE(till.answers[0]->reservation.state, ReservationState::Active);
        till.charge(cart, 10000, {}, QStringLiteral("k2"));
        till.timer.advance(1s);
        QVERIFY(till.answers.at(1)->order);
    }

    void aRefusalNeverTouchesTheGateway()
    {
        CardTill till(QStringLiteral("sqlite"));
        till.charge(till.reserve(), 10001);
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(0).error().code, ErrorCode::MoreThanDue);
        QVERIFY(till.banked().isZero());
        QCOMPARE(till.cards->pending(), 0);
    }

    void aCurrencyThatTheGatewayDoesNotTakeIsNotEvenTried()
    {
        CardTill till(QStringLiteral("sqlite"));
        const auto yen = *Currency::fromCode(u"JPY");
        const auto cart = till.reserve();
        till.cards->charge(till.office->system(), {cart.id, Money(100, yen), {}, QStringLiteral("k")}, till.owner,
                           [&](const Result<CheckoutState> &answer) { till.answers.push_back(answer); });
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(0).error().code, ErrorCode::PaymentFailed);
        QVERIFY(till.find(cart).payments.empty());
    }

    void theSameKeyChargesOnceAndAnswersEverybody_data() { bothDatabases(); }
    void theSameKeyChargesOnceAndAnswersEverybody()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.charge(cart);
        till.charge(cart);
        till.timer.advance(1s);
        till.charge(cart);
        till.timer.advance(1s);
        QCOMPARE(till.answers.size(), size_t(3));
        for (const auto &answer : till.answers)
            QVERIFY(answer->order);
        QCOMPARE(till.bank->books().captures(), 1);
    }

    void aLostReplyIsFoundByAsking_data() { bothDatabases(); }
    void aLostReplyIsFoundByAsking()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.bank->setBehaviour({.loseReply = true});
        till.charge(cart);
        till.timer.advance(59s);
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Sent);
        till.timer.advance(1s);
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Unknown);
        QCOMPARE(till.changes.size(), size_t(1));
        QVERIFY(till.answers.empty());
        till.timer.advance(3s);
        QVERIFY(till.answers.at(0)->order);
        QCOMPARE(till.bank->books().captures(), 1);
    }

    void itAsksAtAGentlePace()
    {
        CardTill till(QStringLiteral("sqlite"));
        till.bank->setBehaviour({.delay = 0ms, .lateSuccess = SandboxBehaviour::Late{6, 0ms}});
        till.charge(till.reserve());
        till.timer.advance(60s);
        // Asked after 2, 4, 8, 16, 32, 60 seconds: six times in vain, and then once a minute.
        till.timer.advance(2s + 4s + 8s + 16s + 32s + 60s);
        QVERIFY(till.answers.empty());
        till.timer.advance(59s);
        QVERIFY(till.answers.empty());
        till.timer.advance(1s);
        QVERIFY(till.answers.at(0)->order);
    }

    void whatNeverArrivedChargesNothing_data() { bothDatabases(); }
    void whatNeverArrivedChargesNothing()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.bank->setBehaviour({.neverArrives = true});
        till.charge(cart);
        till.timer.advance(63s);
        QCOMPARE(till.answers.at(0)->payments.back().state, PaymentState::Failed);
        QCOMPARE(till.answers[0]->reservation.state, ReservationState::Active);
        QVERIFY(till.banked().isZero());
    }

    void aCashierWhoStopsWaitingGoesOnAtOnce_data() { bothDatabases(); }
    void aCashierWhoStopsWaitingGoesOnAtOnce()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.bank->setBehaviour({.loseReply = true});
        till.charge(cart);
        till.cards->stopWaiting(till.find(cart).payments.back().id);
        till.timer.advance(0ms);
        QCOMPARE(till.answers.at(0)->payments.back().state, PaymentState::Unknown);
        till.timer.advance(10s);
        QVERIFY(till.find(cart).order);
        QCOMPARE(till.answers.size(), size_t(1));
        QVERIFY(till.changes.back().order);
    }

    void aChargeThatMayStillArriveIsNotGivenUp()
    {
        CardTill till(QStringLiteral("sqlite"));
        const auto cart = till.reserve();
        till.bank->setBehaviour({.neverArrives = true});
        till.charge(cart);
        till.cards->stopWaiting(till.find(cart).payments.back().id);
        till.timer.advance(59s);
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Unknown);
        till.timer.advance(2min);
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Failed);
    }

    void aRestartFindsWhatWasCharged_data() { bothDatabases(); }
    void aRestartFindsWhatWasCharged()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.charge(cart);
        till.restart(); // before the answer
        till.timer.advance(1h);
        QVERIFY(till.answers.empty());
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Sent);
        must(till.cards->resume());
        must(till.cards->resume());
        QCOMPARE(till.cards->pending(), 1);
        till.timer.advance(1s);
        QVERIFY(till.find(cart).order);
        QCOMPARE(till.bank->books().captures(), 1);
    }

    void abandoningGivesTheCardsMoneyBack_data() { bothDatabases(); }
    void abandoningGivesTheCardsMoneyBack()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.charge(cart, 4000);
        till.timer.advance(1s);
        must(till.cards->abandon(till.office->system(), cart.id));
        till.timer.advance(1s);
        QCOMPARE(till.find(cart).payments.back().kind, PaymentKind::Refund);
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Captured);
        QVERIFY(till.banked().isZero());
        QCOMPARE(till.cards->pending(), 0);
    }

    void whatComesAfterAbandoningGoesBack_data() { bothDatabases(); }
    void whatComesAfterAbandoningGoesBack()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.charge(cart);
        must(till.cards->abandon(till.office->system(), cart.id));
        till.timer.advance(2s);
        QVERIFY(till.banked().isZero());
        QCOMPARE(till.bank->books().captures(), 1);
        QVERIFY(!till.find(cart).order);
        QVERIFY(till.find(cart).paid().isZero());
    }

    void aRefundThatNeverArrivedIsSentAgain_data() { bothDatabases(); }
    void aRefundThatNeverArrivedIsSentAgain()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.charge(cart, 4000);
        till.timer.advance(1s);
        till.bank->setBehaviour({.neverArrives = true});
        must(till.cards->abandon(till.office->system(), cart.id));
        till.timer.advance(5min);
        QCOMPARE(till.banked(), euro(4000));
        till.restart();
        must(till.cards->resume());
        till.bank->setBehaviour({});
        till.timer.advance(5min);
        QVERIFY(till.banked().isZero());
        QCOMPARE(till.find(cart).payments.back().state, PaymentState::Captured);
        QCOMPARE(till.cards->pending(), 0);
    }

    void aRefundMadeBeforeARestartIsSentAfterIt_data() { bothDatabases(); }
    void aRefundMadeBeforeARestartIsSentAfterIt()
    {
        QFETCH(QString, database);
        CardTill till(database);
        const auto cart = till.reserve();
        till.charge(cart, 4000);
        till.timer.advance(1s);
        must(till.office->checkout().abandon(till.office->system(), cart.id)); // the program ends before it is sent
        till.restart();
        must(till.cards->resume());
        till.timer.advance(1s);
        QVERIFY(till.banked().isZero());
        QCOMPARE(till.cards->pending(), 0);
    }

    void nobodyIsAnsweredWhoIsGone()
    {
        CardTill till(QStringLiteral("sqlite"));
        const auto cart = till.reserve();
        till.charge(cart);
        till.owner.reset();
        till.timer.advance(1s);
        QVERIFY(till.answers.empty());
        QVERIFY(till.find(cart).order);
    }
};

FOYER_TEST(CardPaymentsTest, "cardpayments")
#include "test_cardpayments.moc"
