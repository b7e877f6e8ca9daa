#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

using Outcomes = GatewayOutcome::Kind;

/// Twenty tickets at 9.00 and 9.99 for the order: 189.99, one ticket a cent cheaper than the others. 100.00 came by card,
/// the rest in cash.
QString inWords(const RefundMade &made)
{
    QStringList out;
    for (const Order &order : {made.refund, made.sale}) {
        out << QStringLiteral("%1 %2 of %3, reservation %4, %5, at %6, for %7").arg(kindName(order.kind), order.number, order.refersTo.toString(),
               order.reservation.toString()).arg(order.total.minor()).arg(order.createdAt.ms).arg(order.customer.toString());
        for (const OrderLine &line : order.lines)
            out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9").arg(line.id.toString(), line.refunds.toString(), line.ticket.number.toString(),
                   stateName(line.ticket.state), line.eventName, line.ticketTypeName, line.priceLevelName,
                   line.seatLabel ? line.seatLabel->spoken() : QString(), line.allotment.toString()).arg(line.total().minor()).arg(line.tax.minor())
                   .arg(line.ticket.generation).arg(line.taxBasisPoints);
        for (const Payment &payment : order.payments)
            out << QStringLiteral("paid %1 %2 %3").arg(payment.id.toString(), kindName(payment.kind)).arg(payment.amount.minor());
    }
    for (const Payment &payment : made.given)
        out << QStringLiteral("given %1 %2").arg(payment.id.toString()).arg(payment.amount.minor());
    return out.join(QLatin1Char('\n'));
}

class Sold
{
public:
    explicit Sold(const QString &database) : box(database), office(box.open())
    {
        event = anEvent(*office).withSeats(2, 10, 900).withGeneral(QStringLiteral("Standing"), 10, 900).withOrderFee(999).add();
        const auto seats = seatsOf(*office, event);
        std::vector<ReserveLine> lines;
        for (size_t i = 0; i < 15; ++i)
            lines.push_back(seat(event, 0, seats[i].id));
        lines.push_back(places(event, 1, 5));
        const auto cart = hold(*office, lines);
        const auto card = pay(cart.id, Tender::Card, euro(10000));
        must(office->checkout().settle({card.payments.back().id, {Outcomes::Captured, QStringLiteral("ref"), {}}}));
        order = *pay(cart.id, Tender::Cash, euro(8999)).order;
    }

    CheckoutState pay(ReservationId cart, Tender tender, Money amount)
    {
        return must(office->checkout().pay(office->system(), {cart, tender, amount, {}, QStringLiteral("key %1").arg(++m_keys)}));
    }

    /// The n-th of the lines on.
    std::vector<TicketId> tickets(size_t from, size_t count) const
    {
        std::vector<TicketId> out;
        for (size_t i = from; i < from + count; ++i)
            out.push_back(order.lines[i].ticket.id);
        return out;
    }

    Result<RefundMade> refund(std::vector<TicketId> tickets) { return office->refunds().refund(office->system(), {order.id, std::move(tickets), false, {}}); }

    /// What went back of a tender so far, on its way or there.
    Money given(Tender tender)
    {
        Money sum = euro(0);
        for (const Payment &payment : must(office->orders().find(order.id)).payments)
            if (payment.kind == PaymentKind::Refund && payment.tender == tender && payment.state != PaymentState::Declined)
                sum += payment.amount;
        return sum;
    }

    /// The bank answers every refund that waits.
    void bank(Outcomes outcome)
    {
        for (const Payment &payment : must(office->orders().find(order.id)).payments) {
            if (payment.kind != PaymentKind::Refund || !payment.isLive())
                continue;
            must(office->checkout().markSent(payment.id));
            must(office->checkout().settle({payment.id, {outcome, outcome == Outcomes::Captured ? QStringLiteral("back") : QString(), {}}}));
        }
    }

    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    EventAvailability counts() { return must(office->inventory().availability(std::array{event.id})).front(); }
    OrderDetail detail() { return must(office->orderDetails().of(order.id)); }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;
    Order order;

private:
    int m_keys = 0;
};

} // namespace

class RefundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refundingFiveOfTwentyLeavesFifteenValid_data() { bothDatabases(); }
    void refundingFiveOfTwentyLeavesFifteenValid()
    {
        QFETCH(QString, database);
        Sold sold(database);
        const auto made = must(sold.refund(sold.tickets(0, 5)));
        QVERIFY(made.refund.total == euro(-4750) || made.refund.total == euro(-4749));
        QCOMPARE(made.refund.lines.size(), size_t(5));
        QCOMPARE(made.refund.refersTo, sold.order.id);
        QCOMPARE(std::count_if(made.sale.lines.begin(), made.sale.lines.end(), [](const OrderLine &l) { return l.ticket.state == TicketState::Valid; }), 15);
        QCOMPARE(made.sale.total, euro(18999)); // what was paid stays as paid
        const auto counts = sold.counts();
        QCOMPARE(counts.total().sold, 15);
        QCOMPARE(sold.given(Tender::Card), -made.refund.total);
        QCOMPARE(sold.given(Tender::Cash), euro(0));
        QCOMPARE(sold.breaches(), QStringList());
        QCOMPARE(sold.detail().status, OrderStatus::RefundOnItsWay);
        sold.bank(Outcomes::Captured);
        QCOMPARE(sold.detail().status, OrderStatus::PartlyRefunded);
        QCOMPARE(sold.breaches(), QStringList());
    }

    void refundingTheRestGivesAllBackAndNoTenderBeyondItsCapture_data() { bothDatabases(); }
    void refundingTheRestGivesAllBackAndNoTenderBeyondItsCapture()
    {
        QFETCH(QString, database);
        Sold sold(database);
        must(sold.refund(sold.tickets(3, 5)));
        sold.bank(Outcomes::Captured);
        const auto rest = must(sold.refund({}));
        sold.bank(Outcomes::Captured);
        QCOMPARE(rest.refund.lines.size(), size_t(15));
        QCOMPARE(sold.given(Tender::Card), euro(10000));
        QCOMPARE(sold.given(Tender::Cash), euro(8999));
        QCOMPARE(sold.counts().total().sold, 0);
        QCOMPARE(sold.detail().status, OrderStatus::Refunded);
        QCOMPARE(sold.detail().refunded, euro(18999));
        QCOMPARE(sold.refund({}).error().code, ErrorCode::AlreadyRefunded);
        QCOMPARE(sold.breaches(), QStringList());
        // The places can be sold again, to the last one.
        const auto seats = seatsOf(*sold.office, sold.event);
        test::sell(*sold.office, {seat(sold.event, 0, seats[0].id), places(sold.event, 1, 10)});
        QCOMPARE(sold.breaches(), QStringList());
    }

    void aTicketIsTakenBackOnce_data() { bothDatabases(); }
    void aTicketIsTakenBackOnce()
    {
        QFETCH(QString, database);
        Sold sold(database);
        must(sold.refund(sold.tickets(0, 2)));
        const auto again = sold.refund(sold.tickets(1, 2));
        QCOMPARE(again.error().code, ErrorCode::AlreadyRefunded);
        QCOMPARE(again.error().args.first(), sold.order.lines[1].ticket.number.grouped());
        QCOMPARE(sold.counts().total().sold, 18);
        const auto check = must(sold.office->orders().check(sold.order.lines[0].ticket.number.toString()));
        QCOMPARE(check.ticket.state, TicketState::Void);
        QCOMPARE(check.orderNumber, sold.order.number);
    }

    void theSameKeyBringsTheFirstAnswer_data() { bothDatabases(); }
    void theSameKeyBringsTheFirstAnswer()
    {
        QFETCH(QString, database);
        Sold sold(database);
        const RefundWish request{sold.order.id, sold.tickets(0, 2), false, QStringLiteral("k1")};
        const auto first = must(sold.office->refunds().refund(sold.office->system(), request));
        const auto second = must(sold.office->refunds().refund(sold.office->system(), request));
        QCOMPARE(inWords(second), inWords(first)); // the first was put together in memory, the second is read
        QCOMPARE(sold.detail().refunds.size(), size_t(1));
        const RefundWish other{sold.order.id, sold.tickets(5, 1), false, QStringLiteral("k1")};
        QCOMPARE(sold.office->refunds().refund(sold.office->system(), other).error().code, ErrorCode::KeyReused);
    }

    /// On SQLite one connection writes: there the two come one after the other.
    void twoCashiersWhoRefundTheSameAtOnceRefundOnce_data() { bothDatabases(); }
    void twoCashiersWhoRefundTheSameAtOnceRefundOnce()
    {
        QFETCH(QString, database);
        Sold sold(database);
        const RefundWish request{sold.order.id, sold.tickets(0, 5), false, {}};
        std::vector<Result<RefundMade>> answers(4, fail(ErrorCode::Internal));
        if (sold.box.isPostgres()) {
            std::latch ready(int(answers.size()));
            std::vector<std::thread> cashiers;
            for (size_t i = 0; i < answers.size(); ++i)
                cashiers.emplace_back([&, i] {
                    const auto own = sold.box.open(QStringLiteral("till-%1").arg(i));
                    ready.arrive_and_wait();
                    answers[i] = own->refunds().refund(own->system(), request);
                });
            for (std::thread &cashier : cashiers)
                cashier.join();
        } else {
            for (auto &answer : answers)
                answer = sold.office->refunds().refund(sold.office->system(), request);
        }
        int made = 0;
        for (const auto &answer : answers) {
            made += answer ? 1 : 0;
            if (!answer)
                QCOMPARE(answer.error().code, ErrorCode::AlreadyRefunded);
        }
        QCOMPARE(made, 1);
        QCOMPARE(sold.counts().total().sold, 15);
        QVERIFY(sold.given(Tender::Card) == euro(4750) || sold.given(Tender::Card) == euro(4749));
        QCOMPARE(sold.breaches(), QStringList());
    }

    void theDatabaseItselfRefusesASecondRefundAndOneBeyondItsCapture_data() { bothDatabases(); }
    void theDatabaseItselfRefusesASecondRefundAndOneBeyondItsCapture()
    {
        QFETCH(QString, database);
        Sold sold(database);
        must(sold.refund(sold.tickets(0, 1)));
        const auto refused = [&](const char *sql) {
            return sold.office->writer().write([&](Work &work) { work.db().execute(QString::fromLatin1(sql)); return true; }).error().code;
        };
        QCOMPARE(refused("INSERT INTO order_line (id, order_id, ticket_id, event_id, ticket_type_id, price_level_id, unit_price, tax_rate, tax, refunds) "
                         "SELECT ticket_id, order_id, ticket_id, event_id, ticket_type_id, price_level_id, unit_price, tax_rate, tax, refunds "
                         "FROM order_line WHERE refunds IS NOT NULL"), ErrorCode::Internal);
        QCOMPARE(refused("INSERT INTO payment (id, reservation_id, tender, kind, refers_to, amount, currency, state, key, terminal_id, created_at) "
                         "SELECT reservation_id, reservation_id, tender, 'refund', id, 8999 + 1, currency, 'captured', 'too much', terminal_id, 0 "
                         "FROM payment WHERE tender = 'cash' AND kind = 'capture'"), ErrorCode::Internal);
        QCOMPARE(sold.breaches(), QStringList());
    }

    void placesMayStayClosedIfASupervisorWantsIt_data() { bothDatabases(); }
    void placesMayStayClosedIfASupervisorWantsIt()
    {
        QFETCH(QString, database);
        Sold sold(database);
        const std::vector both{sold.order.lines.front().ticket.id, sold.order.lines.back().ticket.id}; // a seat and a standing place
        RefundWish request{sold.order.id, both, true, {}};
        const auto cashier = actorWith(*sold.office, Role::Cashier);
        QCOMPARE(sold.office->refunds().refund(cashier, request).error().code, ErrorCode::PermissionDenied);
        must(sold.office->refunds().refund(actorWith(*sold.office, Role::Supervisor), request));
        const auto types = sold.counts().types;
        QCOMPARE(types[0].blocked, 1);
        QCOMPARE(types[1].capacity, 9);
        QCOMPARE(types[1].sold, 4);
        QCOMPARE(sold.breaches(), QStringList());
    }

    void stewardsGiveNothingBack_data() { bothDatabases(); }
    void stewardsGiveNothingBack()
    {
        QFETCH(QString, database);
        Sold sold(database);
        const RefundWish request{sold.order.id, {}, false, {}};
        QCOMPARE(sold.office->refunds().refund(actorWith(*sold.office, Role::Steward), request).error().code, ErrorCode::PermissionDenied);
        QVERIFY(sold.office->refunds().refund(actorWith(*sold.office, Role::Cashier), request));
        QCOMPARE(sold.office->refunds().refund(sold.office->system(), {OrderId(), {}, false, {}}).error().code, ErrorCode::NotFound);
        const auto refund = sold.detail().refunds.front();
        QCOMPARE(sold.office->refunds().refund(sold.office->system(), {refund.id, {}, false, {}}).error().code, ErrorCode::InvalidInput);
    }

    void whatABankWillNotTakeBackIsOwedUntilASupervisorGivesCash_data() { bothDatabases(); }
    void whatABankWillNotTakeBackIsOwedUntilASupervisorGivesCash()
    {
        QFETCH(QString, database);
        Sold sold(database);
        QCOMPARE(sold.office->refunds().giveOwedInCash(sold.office->system(), sold.order.id).error().code, ErrorCode::InvalidInput);
        const Money worth = -must(sold.refund(sold.tickets(0, 2))).refund.total;
        sold.bank(Outcomes::Declined);
        QCOMPARE(sold.detail().status, OrderStatus::RefundOwed);
        QCOMPARE(sold.detail().owed, worth);
        QCOMPARE(sold.breaches(), QStringList());
        QCOMPARE(sold.office->refunds().giveOwedInCash(actorWith(*sold.office, Role::Cashier), sold.order.id).error().code, ErrorCode::PermissionDenied);
        must(sold.office->refunds().giveOwedInCash(sold.office->system(), sold.order.id));
        QCOMPARE(sold.detail().owed, euro(0));
        QCOMPARE(sold.detail().status, OrderStatus::PartlyRefunded);
        QCOMPARE(sold.given(Tender::Cash), worth);
        QCOMPARE(sold.breaches(), QStringList());
    }

    void anUnknownRefundIsNeitherLostNorSentTwice_data() { bothDatabases(); }
    void anUnknownRefundIsNeitherLostNorSentTwice()
    {
        QFETCH(QString, database);
        Sold sold(database);
        must(sold.refund(sold.tickets(0, 2)));
        sold.bank(Outcomes::Unknown);
        QCOMPARE(must(sold.office->checkout().unresolved()).size(), size_t(1));
        const auto rest = must(sold.refund({})); // counts the unknown one as gone
        QCOMPARE(rest.refund.lines.size(), size_t(18));
        QCOMPARE(sold.given(Tender::Card), euro(10000));
        QCOMPARE(sold.breaches(), QStringList());
    }

    void aTicketOfTheHouseGoesBackToTheHouse_data() { bothDatabases(); }
    void aTicketOfTheHouseGoesBackToTheHouse()
    {
        QFETCH(QString, database);
        Sold sold(database);
        const auto seats = seatsOf(*sold.office, sold.event);
        const std::array kept{seats[19].id};
        must(sold.office->inventory().block(sold.office->system(), sold.event.id, kept, {ClaimState::House, QStringLiteral("director"), {}}));
        const auto order = test::sell(*sold.office, {seat(sold.event, 0, kept[0])});
        must(sold.office->refunds().refund(sold.office->system(), {order.id, {}, false, {}}));
        const auto claims = must(sold.office->inventory().claims(sold.event.id));
        const auto ours = std::find_if(claims.begin(), claims.end(), [&](const auto &claim) { return claim.seat == kept[0]; });
        QVERIFY(ours != claims.end());
        QCOMPARE(ours->state, ClaimState::House);
        QCOMPARE(sold.breaches(), QStringList());
    }

    void randomRefundsAlwaysAddUp_data() { bothDatabases(); }
    void randomRefundsAlwaysAddUp()
    {
        QFETCH(QString, database);
        Sold sold(database);
        quint32 seed = 7;
        const auto next = [&](quint32 below) { return (seed = seed * 1664525 + 1013904223) / 65536 % below; };
        for (int round = 0; round < 12; ++round) {
            const auto answer = sold.refund(sold.tickets(next(20), 1));
            QVERIFY(answer || answer.error().code == ErrorCode::AlreadyRefunded);
            if (next(3) == 0)
                sold.bank(Outcomes(next(4)));
            QCOMPARE(sold.breaches(), QStringList());
        }
    }

    void whatAWalletPaidGoesBackOntoIt_data() { bothDatabases(); }
    void whatAWalletPaidGoesBackOntoIt()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Actor actor = office->system();
        auto &wallets = office->wallets();
        const auto balance = [&](AccountId wallet) { return must(wallets.get(wallet)).balance; };
        const auto frieda = must(office->customers().add(actor, {{}, QStringLiteral("Frieda"), {}, {}}));
        const AccountId wallet = must(wallets.open(actor, frieda.id, {})).id;
        must(wallets.move(actor, {WalletRequest::Kind::Deposit, wallet, {}, Tender::Cash, euro(2500), QStringLiteral("filled")}));
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1000).add();
        const auto cart = hold(*office, {places(event, 0, 4)});
        must(office->checkout().pay(actor, {cart.id, Tender::Wallet, euro(2500), {}, QStringLiteral("purse"), {}, wallet}));
        const Order order = *must(office->checkout().pay(actor, {cart.id, Tender::Cash, euro(1500), {}, QStringLiteral("notes")})).order;
        QCOMPARE(balance(wallet), euro(0));
        const auto refund = [&](std::vector<TicketId> tickets) { return must(office->refunds().refund(actor, {order.id, std::move(tickets), false, {}})); };
        refund({order.lines[0].ticket.id, order.lines[1].ticket.id});
        QCOMPARE(balance(wallet), euro(2000)); // the wallet before the cash
        refund({});
        QCOMPARE(balance(wallet), euro(2500)); // never more than it paid
        Money cash = euro(0);
        for (const Payment &payment : must(office->orders().find(order.id)).payments)
            if (payment.kind == PaymentKind::Refund && payment.tender == Tender::Cash)
                cash += payment.amount;
        QCOMPARE(cash, euro(1500));
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        QCOMPARE(must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches, QStringList());
    }
};

FOYER_TEST(RefundsTest, "refunds")
#include "test_refunds.moc"
