#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr Milliseconds Minute{60000};

struct Sale {
    explicit Sale(const QString &database, qint64 price = 5000) : box(database), office(box.open())
    {
        event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, price).add();
    }

    Reservation reserve(int count = 2)
    {
        return must(office->inventory().reserve(office->system(), ReserveRequest{{}, Channel::Counter, {{event.id, event.ticketTypes[0].priceLevels[0].id, {}, count}}}));
    }
    Result<CheckoutState> pay(const Reservation &cart, Tender tender, qint64 cents, const QString &key, std::optional<Money> given = {})
    {
        return office->checkout().pay(office->system(), PayRequest{cart.id, tender, euro(cents), given, key});
    }
    Result<CheckoutState> settle(const CheckoutState &state, GatewayOutcome::Kind kind)
    {
        return office->checkout().settle({state.payments.back().id, {kind, QStringLiteral("ref"), QStringLiteral("said")}});
    }
    TypeAvailability places() { return must(office->inventory().availability(std::array{event.id})).front().types.front(); }
    qint64 count(const char *sql)
    {
        return *office->writer().read([&](Database &db) { return db.run(sql).front().number(0); });
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;
};

} // namespace

class CheckoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cashCompletesTheOrder_data() { bothDatabases(); }
    void cashCompletesTheOrder()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve(3);
        const auto done = must(sale.pay(cart, Tender::Cash, 15000, QStringLiteral("k1"), euro(20000)));
        QVERIFY(done.order);
        QCOMPARE(done.payments.front().change(), euro(5000));
        QCOMPARE(done.order->lines.size(), size_t(3));
        QCOMPARE(done.order->total, euro(15000));
        QVERIFY(done.order->number.startsWith(QStringLiteral("A-")));
        QCOMPARE(sale.places().sold, 3);
        QCOMPARE(sale.places().held, 0);
        const auto found = must(sale.office->checkout().find(cart.id));
        QCOMPARE(found.reservation.state, ReservationState::Completed);
        QCOMPARE(found.order->lines.size(), size_t(3));
        QCOMPARE(sale.count("SELECT CAST(sum(sold) AS BIGINT) FROM sales_rollup"), 3);
        // 150.00 into the drawer, out of clearing into revenue and tax: what went in came out.
        QCOMPARE(sale.count("SELECT count(*) FROM transfer"), 3);
        QCOMPARE(sale.count("SELECT CAST(sum(CASE WHEN a.id = t.credit_id THEN t.amount ELSE -t.amount END) AS BIGINT) FROM transfer t "
                            "JOIN account a ON a.id IN (t.credit_id, t.debit_id) WHERE a.kind = 'order_clearing'"), 0);
    }

    void theSameKeyPaysOnce_data() { bothDatabases(); }
    void theSameKeyPaysOnce()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        const auto first = must(sale.pay(cart, Tender::Cash, 10000, QStringLiteral("k")));
        const auto again = must(sale.pay(cart, Tender::Cash, 10000, QStringLiteral("k")));
        QCOMPARE(again.order->id, first.order->id);
        QCOMPARE(again.payments.size(), size_t(1));
        QCOMPARE(sale.pay(cart, Tender::Cash, 5000, QStringLiteral("k")).error().code, ErrorCode::KeyReused);
        QCOMPARE(sale.pay(sale.reserve(), Tender::Cash, 10000, QStringLiteral("k")).error().code, ErrorCode::KeyReused);
        QCOMPARE(sale.pay(cart, Tender::Cash, 10000, QStringLiteral("k2")).error().code, ErrorCode::ReservationEnded);
        QCOMPARE(sale.count("SELECT count(*) FROM orders"), 1);
    }

    void tendersSplit_data() { bothDatabases(); }
    void tendersSplit()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        const auto part = must(sale.pay(cart, Tender::Cash, 4000, QStringLiteral("cash")));
        QVERIFY(!part.order);
        QCOMPARE(part.reservation.state, ReservationState::Paying);
        QCOMPARE(part.due(), euro(6000));
        sale.box.advance(40 * Minute); // money is in: no clock ends it
        QCOMPARE(sale.places().held, 2);
        QCOMPARE(sale.pay(cart, Tender::Card, 6001, QStringLiteral("card")).error().code, ErrorCode::MoreThanDue);
        const auto sent = must(sale.pay(cart, Tender::Card, 6000, QStringLiteral("card")));
        QVERIFY(sent.live());
        QCOMPARE(sale.pay(cart, Tender::Cash, 6000, QStringLiteral("more")).error().code, ErrorCode::PaymentUnresolved);
        const auto declined = must(sale.settle(sent, GatewayOutcome::Kind::Declined));
        QCOMPARE(declined.reservation.state, ReservationState::Paying);
        QCOMPARE(declined.due(), euro(6000));
        const auto second = must(sale.pay(cart, Tender::Card, 6000, QStringLiteral("card2")));
        const auto done = must(sale.settle(second, GatewayOutcome::Kind::Captured));
        QVERIFY(done.order);
        QCOMPARE(done.order->payments.size(), size_t(3));
    }

    void payingEndsAtExactlyFifteenMinutes_data() { bothDatabases(); }
    void payingEndsAtExactlyFifteenMinutes()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto inTime = sale.reserve();
        const auto late = sale.reserve();
        sale.box.advance(15 * Minute - Milliseconds(1)); // 14:59.999
        QVERIFY(must(sale.pay(inTime, Tender::Cash, 10000, QStringLiteral("a"))).order);
        sale.box.advance(Milliseconds(1)); // 15:00.000
        QCOMPARE(sale.pay(late, Tender::Cash, 10000, QStringLiteral("b")).error().code, ErrorCode::ReservationExpired);
        QCOMPARE(sale.places().available(), 8);
    }

    void anAnswerThatComesLateStillSells_data() { bothDatabases(); }
    void anAnswerThatComesLateStillSells()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        sale.box.advance(15 * Minute - Milliseconds(1000)); // sent at 14:59
        const auto sent = must(sale.pay(cart, Tender::Card, 10000, QStringLiteral("c")));
        sale.box.advance(Milliseconds(41000)); // answered at 15:40
        must(sale.office->inventory().sweep());
        QVERIFY(must(sale.settle(sent, GatewayOutcome::Kind::Captured)).order);
    }

    void aDeclinedPaymentLeavesTwoMinutes_data() { bothDatabases(); }
    void aDeclinedPaymentLeavesTwoMinutes()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        sale.box.advance(15 * Minute - Milliseconds(1000));
        const auto sent = must(sale.pay(cart, Tender::Card, 10000, QStringLiteral("c")));
        sale.box.advance(Milliseconds(11000)); // declined at 15:10
        const auto declined = must(sale.settle(sent, GatewayOutcome::Kind::Declined));
        QCOMPARE(declined.reservation.state, ReservationState::Active);
        QCOMPARE(declined.reservation.expiresAt - cart.createdAt, 17 * Minute + Milliseconds(10000)); // 17:10
        sale.box.setTime(cart.createdAt + 17 * Minute + Milliseconds(9999));
        QVERIFY(must(sale.pay(cart, Tender::Cash, 10000, QStringLiteral("d"))).order);
    }

    void failuresNeverStretchBeyondTwiceTheLifetime_data() { bothDatabases(); }
    void failuresNeverStretchBeyondTwiceTheLifetime()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        const auto sent = must(sale.pay(cart, Tender::Card, 10000, QStringLiteral("c")));
        sale.box.advance(29 * Minute);
        QCOMPARE(must(sale.settle(sent, GatewayOutcome::Kind::Failed)).reservation.expiresAt, cart.createdAt + 30 * Minute);
    }

    void unknownStaysUnknownUntilAsked_data() { bothDatabases(); }
    void unknownStaysUnknownUntilAsked()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        const auto sent = must(sale.pay(cart, Tender::Card, 10000, QStringLiteral("c")));
        const auto unknown = must(sale.settle(sent, GatewayOutcome::Kind::Unknown));
        QCOMPARE(unknown.payments.back().state, PaymentState::Unknown);
        QCOMPARE(unknown.reservation.state, ReservationState::Paying);
        sale.office.reset(); // the machine loses power
        sale.office = sale.box.open();
        const auto open = must(sale.office->checkout().unresolved());
        QCOMPARE(open.size(), size_t(1));
        QCOMPARE(open.front().key, QStringLiteral("c"));
        QCOMPARE(must(sale.office->checkout().paying()).size(), size_t(1));
        QVERIFY(must(sale.settle(unknown, GatewayOutcome::Kind::Captured)).order);
        // The same news again, and even other news, change nothing.
        const auto again = must(sale.settle(unknown, GatewayOutcome::Kind::Declined));
        QCOMPARE(again.payments.back().state, PaymentState::Captured);
        QCOMPARE(sale.count("SELECT count(*) FROM orders"), 1);
    }

    void abandoningGivesTheMoneyBack_data() { bothDatabases(); }
    void abandoningGivesTheMoneyBack()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        must(sale.pay(cart, Tender::Cash, 3000, QStringLiteral("cash")));
        must(sale.settle(must(sale.pay(cart, Tender::Card, 5000, QStringLiteral("card"))), GatewayOutcome::Kind::Captured));
        QCOMPARE(sale.office->inventory().release(sale.office->system(), cart.id).error().code, ErrorCode::PaymentUnresolved);
        const auto ended = must(sale.office->checkout().abandon(sale.office->system(), cart.id));
        QCOMPARE(ended.reservation.state, ReservationState::Released);
        QCOMPARE(sale.places().available(), 10);
        const auto refunds = must(sale.office->checkout().unresolved());
        QCOMPARE(refunds.size(), size_t(1)); // the card's; the cash is back already
        QCOMPARE(refunds.front().kind, PaymentKind::Refund);
        QCOMPARE(refunds.front().state, PaymentState::Created);
        QCOMPARE(must(sale.office->checkout().markSent(refunds.front().id)).state, PaymentState::Sent);
        const auto settled = must(sale.office->checkout().settle({refunds.front().id, {GatewayOutcome::Kind::Captured, {}, {}}}));
        QVERIFY(settled.paid().isZero());
        QCOMPARE(sale.office->checkout().abandon(sale.office->system(), cart.id).error().code, ErrorCode::ReservationEnded);
    }

    void aCaptureAfterAbandoningIsRefundedByItself_data() { bothDatabases(); }
    void aCaptureAfterAbandoningIsRefundedByItself()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        const auto sent = must(sale.pay(cart, Tender::Card, 10000, QStringLiteral("card")));
        must(sale.office->checkout().abandon(sale.office->system(), cart.id));
        QCOMPARE(sale.places().available(), 10);
        const auto late = must(sale.settle(sent, GatewayOutcome::Kind::Captured));
        QVERIFY(!late.order);
        QCOMPARE(late.payments.size(), size_t(2));
        QCOMPARE(late.payments.back().kind, PaymentKind::Refund);
        QCOMPARE(late.payments.back().state, PaymentState::Created);
    }

    void aBatchAnswersEachMember_data() { bothDatabases(); }
    void aBatchAnswersEachMember()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto one = sale.reserve();
        const auto two = sale.reserve();
        const auto answers = sale.office->checkout().pay(sale.office->system(), std::vector<PayRequest>{
            {one.id, Tender::Cash, euro(10000), {}, QStringLiteral("1")},
            {two.id, Tender::Cash, euro(99900), {}, QStringLiteral("2")},
            {two.id, Tender::Cash, euro(4000), {}, QStringLiteral("3")},
            {two.id, Tender::Cash, euro(6000), {}, QStringLiteral("4")},
            {ReservationId(QUuid::createUuid()), Tender::Cash, euro(1), {}, QStringLiteral("5")},
        });
        QVERIFY(answers[0] && answers[0]->order);
        QCOMPARE(answers[1].error().code, ErrorCode::MoreThanDue);
        QVERIFY(answers[2] && !answers[2]->order);
        QVERIFY(answers[3] && answers[3]->order);
        QCOMPARE(answers[4].error().code, ErrorCode::NotFound);
        QVERIFY(answers[0]->order->number != answers[3]->order->number);
        QCOMPARE(sale.count("SELECT count(*) FROM ticket"), 4);
    }

    void whatCostsNothingIsCompletedWithoutMoney_data() { bothDatabases(); }
    void whatCostsNothingIsCompletedWithoutMoney()
    {
        QFETCH(QString, database);
        Sale sale(database, 0);
        const auto cart = sale.reserve();
        QCOMPARE(sale.pay(cart, Tender::Cash, 1, QStringLiteral("k")).error().code, ErrorCode::MoreThanDue);
        QVERIFY(must(sale.office->checkout().completeFree(sale.office->system(), cart.id)).order);
        QCOMPARE(sale.count("SELECT count(*) FROM transfer"), 0);
    }

    void badPaymentsAreRefused_data() { bothDatabases(); }
    void badPaymentsAreRefused()
    {
        QFETCH(QString, database);
        Sale sale(database);
        const auto cart = sale.reserve();
        QCOMPARE(sale.pay(cart, Tender::Cash, 0, QStringLiteral("k")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(sale.pay(cart, Tender::Cash, -5, QStringLiteral("k")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(sale.pay(cart, Tender::Cash, 10000, QString()).error().code, ErrorCode::InvalidInput);
        QCOMPARE(sale.pay(cart, Tender::Cash, 10000, QStringLiteral("k"), euro(9999)).error().code, ErrorCode::InvalidInput);
        const auto dollars = Money(10000, *Currency::fromCode(u"USD"));
        QCOMPARE(sale.office->checkout().pay(sale.office->system(), PayRequest{cart.id, Tender::Cash, dollars, {}, QStringLiteral("k")}).error().code, ErrorCode::CurrencyMismatch);
        QCOMPARE(sale.office->checkout().completeFree(sale.office->system(), cart.id).error().code, ErrorCode::InvalidInput);
        QCOMPARE(sale.count("SELECT count(*) FROM payment"), 0);
    }
};

FOYER_TEST(CheckoutTest, "checkout")
#include "test_checkout.moc"
