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

/// Five seats for Hamlet at 27.00: 100.00 by card, 35.00 in cash. The opera costs 32.00 and a fee of 1.00, the club 12.00.
class Swap
{
public:
    explicit Swap(const QString &database) : box(database), office(box.open())
    {
        hamlet = anEvent(*office).withSeats(2, 5, 2700).add();
        opera = anEvent(*office).named(QStringLiteral("Opera")).withGeneral(QStringLiteral("Circle"), 100, 3200).withFee(100).add();
        club = anEvent(*office).named(QStringLiteral("Club")).withGeneral(QStringLiteral("Floor"), 100, 1200).add();
        std::vector<ReserveLine> lines;
        for (const PlanSeat &place : seatsOf(*office, hamlet))
            if (lines.size() < 5)
                lines.push_back(seat(hamlet, 0, place.id));
        const auto cart = hold(*office, lines);
        payByCard(cart.id, euro(10000));
        sale = *pay(cart.id, Tender::Cash, euro(3500)).order;
    }

    CheckoutState pay(ReservationId cart, Tender tender, Money amount)
    {
        return must(office->checkout().pay(office->system(), {cart, tender, amount, {}, nextKey()}));
    }

    void payByCard(ReservationId cart, Money amount)
    {
        const auto state = pay(cart, Tender::Card, amount);
        must(office->checkout().settle({state.payments.back().id, {Outcomes::Captured, nextKey(), {}}}));
    }

    QString nextKey() { return QStringLiteral("key %1").arg(++m_keys); }

    std::vector<TicketId> tickets(const Order &order, size_t from, size_t count) const
    {
        std::vector<TicketId> out;
        for (size_t i = from; i < from + count; ++i)
            out.push_back(order.lines.at(i).ticket.id);
        return out;
    }

    ExchangeWish wish(const Order &order, std::vector<TicketId> tickets, const Reservation &cart, std::optional<Money> cash = {})
    {
        ExchangeWish out{order.id, std::move(tickets), cart.id, {}, {}};
        if (cash)
            out.payment = PayRequest{cart.id, Tender::Cash, *cash, {}, nextKey()};
        return out;
    }

    Result<ExchangeMade> exchange(const ExchangeWish &wish) { return office->exchanges().exchange(office->system(), wish); }

    /// Two of the five seats for two places at the opera: 54.00 count towards 66.00.
    ExchangeMade twoForTheOpera()
    {
        return must(exchange(wish(sale, tickets(sale, 0, 2), hold(*office, {places(opera, 0, 2)}), euro(1200))));
    }

    OrderDetail detail(OrderId order) { return must(office->orderDetails().of(order)); }
    int sold(const Event &event) { return must(office->inventory().availability(std::array{event.id})).front().total().sold; }

    /// What went back of a tender so far over all orders, on its way or there.
    Money given(Tender tender, std::initializer_list<OrderId> orders)
    {
        Money sum = euro(0);
        for (const OrderId order : orders)
            for (const Payment &payment : must(office->orders().find(order)).payments)
                if (payment.kind == PaymentKind::Refund && payment.tender == tender)
                    sum += payment.amount;
        return sum;
    }

    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event hamlet;
    Event opera;
    Event club;
    Order sale;

private:
    int m_keys = 0;
};

TicketState stateOf(const OrderDetail &detail, TicketId ticket)
{
    for (const OrderLine &line : detail.order.lines)
        if (line.ticket.id == ticket)
            return line.ticket.state;
    return TicketState::Revoked;
}

} // namespace

class ExchangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dearerPlacesTakeTheDifference_data() { bothDatabases(); }
    void dearerPlacesTakeTheDifference()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto made = swap.twoForTheOpera();
        const Order &order = *made.state.order;
        QCOMPARE(order.kind, OrderKind::Exchange);
        QCOMPARE(order.refersTo, swap.sale.id);
        QCOMPARE(order.total, euro(6600));
        QCOMPARE(order.credit, euro(5400));
        QCOMPARE(order.payments.size(), size_t(1));
        QCOMPARE(order.payments.front().amount, euro(1200));
        QCOMPARE(made.state.due(), euro(0));
        QVERIFY(made.given.empty());
        QCOMPARE(made.refund.total, euro(-5400));
        QCOMPARE(made.refund.exchange, order.id);

        const auto before = swap.detail(swap.sale.id);
        QCOMPARE(stateOf(before, swap.tickets(swap.sale, 0, 1).front()), TicketState::Void);
        QCOMPARE(stateOf(before, swap.tickets(swap.sale, 2, 1).front()), TicketState::Valid);
        QCOMPARE(before.status, OrderStatus::PartlyExchanged);
        QCOMPARE(before.order.total, euro(13500)); // what was paid stays as paid
        QCOMPARE(before.exchanged.size(), qsizetype(2));
        QCOMPARE(before.exchanged.begin().value(), order.number);
        QCOMPARE(before.history.back().what, OrderStep::What::Exchanged);
        QCOMPARE(before.history.back().about, QStringList{order.number});
        QCOMPARE(before.owed, euro(0));
        const auto after = swap.detail(order.id);
        QCOMPARE(after.status, OrderStatus::Paid);
        QCOMPARE(after.exchangedOf, swap.sale.number);
        QCOMPARE(after.history.front().what, OrderStep::What::TakenFor);
        QCOMPARE(after.history.front().about, QStringList{swap.sale.number});
        QCOMPARE(swap.sold(swap.hamlet), 3);
        QCOMPARE(swap.sold(swap.opera), 2);
        QCOMPARE(swap.breaches(), QStringList());
        // The seats can be sold again.
        test::sell(*swap.office, {seat(swap.hamlet, 0, swap.sale.lines[0].ticket.seat)});
        QCOMPARE(swap.breaches(), QStringList());
    }

    void cheaperPlacesGiveBackToTheCardFirst_data() { bothDatabases(); }
    void cheaperPlacesGiveBackToTheCardFirst()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto made = must(swap.exchange(swap.wish(swap.sale, {}, hold(*swap.office, {places(swap.club, 0, 2)}))));
        QCOMPARE(made.refund.total, euro(-13500));
        QCOMPARE(made.given.size(), size_t(2)); // 111.00: all of the card, 11.00 of the cash
        QCOMPARE(swap.given(Tender::Card, {swap.sale.id}), euro(10000));
        QCOMPARE(swap.given(Tender::Cash, {swap.sale.id}), euro(1100));
        QCOMPARE(swap.detail(swap.sale.id).status, OrderStatus::RefundOnItsWay);
        QCOMPARE(swap.breaches(), QStringList());
    }

    void theSamePriceMovesNoMoney_data() { bothDatabases(); }
    void theSamePriceMovesNoMoney()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto free = seatsOf(*swap.office, swap.hamlet)[9].id;
        const auto cart = hold(*swap.office, {seat(swap.hamlet, 0, free)});
        const auto made = must(swap.exchange(swap.wish(swap.sale, swap.tickets(swap.sale, 4, 1), cart)));
        QVERIFY(made.state.order->payments.empty());
        QVERIFY(made.given.empty());
        QCOMPARE(made.state.order->lines.front().ticket.seat, free);
        QCOMPARE(swap.sold(swap.hamlet), 5);
        QCOMPARE(swap.breaches(), QStringList());
    }

    void aCardPaysItsDifferenceFirst_data() { bothDatabases(); }
    void aCardPaysItsDifferenceFirst()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto cart = hold(*swap.office, {places(swap.opera, 0, 2)});
        swap.payByCard(cart.id, euro(1200));
        QCOMPARE(must(swap.office->checkout().find(cart.id)).reservation.state, ReservationState::Paying);
        QCOMPARE(swap.breaches(), QStringList());
        const auto made = must(swap.exchange(swap.wish(swap.sale, swap.tickets(swap.sale, 0, 2), cart)));
        QCOMPARE(made.state.order->payments.front().tender, Tender::Card);
        QVERIFY(made.given.empty());
        QCOMPARE(swap.breaches(), QStringList());
    }

    void ifTheTicketsAreGoneTheCardsMoneyCanGoBack_data() { bothDatabases(); }
    void ifTheTicketsAreGoneTheCardsMoneyCanGoBack()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto cart = hold(*swap.office, {places(swap.opera, 0, 2)});
        swap.payByCard(cart.id, euro(1200));
        must(swap.office->refunds().refund(swap.office->system(), {swap.sale.id, swap.tickets(swap.sale, 1, 1), false, {}}));
        QCOMPARE(swap.exchange(swap.wish(swap.sale, swap.tickets(swap.sale, 0, 2), cart)).error().code, ErrorCode::AlreadyRefunded);
        QCOMPARE(must(swap.office->checkout().find(cart.id)).due(), euro(5400)); // nothing happened
        const auto given = must(swap.office->checkout().abandon(swap.office->system(), cart.id));
        QCOMPARE(given.reservation.state, ReservationState::Released);
        QCOMPARE(swap.sold(swap.opera), 0);
        QCOMPARE(swap.breaches(), QStringList());
    }

    void whatCannotBeExchangedIsRefused_data() { bothDatabases(); }
    void whatCannotBeExchangedIsRefused()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto cart = hold(*swap.office, {places(swap.opera, 0, 1)});
        const auto one = swap.tickets(swap.sale, 0, 1);
        const auto code = [&](const ExchangeWish &wish) { return swap.exchange(wish).error().code; };
        QCOMPARE(code(swap.wish(swap.sale, one, cart)), ErrorCode::InvalidInput);             // 6.00 are still to be paid
        QCOMPARE(code(swap.wish(swap.sale, one, cart, euro(601))), ErrorCode::MoreThanDue);
        QCOMPARE(code(swap.wish(swap.sale, one, cart, euro(599))), ErrorCode::InvalidInput);
        ExchangeWish card = swap.wish(swap.sale, one, cart, euro(600));
        card.payment->tender = Tender::Card;
        QCOMPARE(code(card), ErrorCode::InvalidInput);
        QCOMPARE(swap.office->exchanges().exchange(actorWith(*swap.office, Role::Steward), swap.wish(swap.sale, one, cart, euro(600))).error().code,
                 ErrorCode::PermissionDenied);
        QCOMPARE(code({OrderId(), one, cart.id, {}, {}}), ErrorCode::NotFound);
        QCOMPARE(code({swap.sale.id, one, ReservationId(), {}, {}}), ErrorCode::NotFound);
        const Order other = test::sell(*swap.office, {places(swap.club, 0, 1)});
        QCOMPARE(code(swap.wish(swap.sale, {other.lines.front().ticket.id}, cart, euro(600))), ErrorCode::NotFound);
        QCOMPARE(code({swap.sale.id, one, other.reservation, {}, {}}), ErrorCode::ReservationEnded);

        must(swap.office->ticketChanges().revoke(swap.office->system(), one));
        QCOMPARE(code(swap.wish(swap.sale, one, cart, euro(600))), ErrorCode::InvalidInput);
        QCOMPARE(must(swap.office->orders().find(swap.sale.id)).payments.size(), size_t(2));
        QCOMPARE(must(swap.office->checkout().find(cart.id)).payments.size(), size_t(0));

        const auto yen = aVenue(*swap.office, QStringLiteral("Kabuki"), *Currency::fromCode(u"JPY"));
        const auto kabuki = anEvent(*swap.office).named(QStringLiteral("Kabuki")).at(yen).withGeneral(QStringLiteral("Hall"), 5, 3000).add();
        const auto foreign = hold(*swap.office, {places(kabuki, 0, 1)});
        QCOMPARE(code(swap.wish(swap.sale, swap.tickets(swap.sale, 1, 1), foreign)), ErrorCode::CurrencyMismatch);

        swap.box.advance(Milliseconds(16 * 60'000));
        QCOMPARE(code(swap.wish(swap.sale, swap.tickets(swap.sale, 1, 1), cart, euro(600))), ErrorCode::ReservationExpired);
        QCOMPARE(swap.sold(swap.hamlet), 5);
        QCOMPARE(swap.breaches(), QStringList());
    }

    void theSameKeyBringsTheFirstExchange_data() { bothDatabases(); }
    void theSameKeyBringsTheFirstExchange()
    {
        QFETCH(QString, database);
        Swap swap(database);
        ExchangeWish wish = swap.wish(swap.sale, swap.tickets(swap.sale, 0, 2), hold(*swap.office, {places(swap.opera, 0, 2)}), euro(1200));
        wish.key = QStringLiteral("once");
        const auto first = must(swap.exchange(wish));
        const auto second = must(swap.exchange(wish));
        QCOMPARE(second.state.order->id, first.state.order->id);
        QCOMPARE(second.refund.id, first.refund.id);
        QCOMPARE(swap.sold(swap.opera), 2);
        wish.reservation = hold(*swap.office, {places(swap.opera, 0, 2)}).id;
        QCOMPARE(swap.exchange(wish).error().code, ErrorCode::KeyReused);
        const RefundWish refund{swap.sale.id, swap.tickets(swap.sale, 0, 2), false, wish.key};
        QCOMPARE(swap.office->refunds().refund(swap.office->system(), refund).error().code, ErrorCode::KeyReused);
    }

    void refundingTheNewTicketsReachesTheTendersOfBoth_data() { bothDatabases(); }
    void refundingTheNewTicketsReachesTheTendersOfBoth()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const Order order = *swap.twoForTheOpera().state.order;
        const auto made = must(swap.office->refunds().refund(swap.office->system(), {order.id, {}, false, {}}));
        QCOMPARE(made.refund.total, euro(-6600));
        QCOMPARE(made.refund.refersTo, order.id);
        QCOMPARE(made.given.size(), size_t(1)); // the card of the sale, although nothing of it paid the exchange
        QCOMPARE(made.given.front().reservation, swap.sale.reservation);
        QCOMPARE(swap.breaches(), QStringList());
        must(swap.office->refunds().refund(swap.office->system(), {swap.sale.id, {}, false, {}}));
        QCOMPARE(swap.given(Tender::Card, {swap.sale.id, order.id}), euro(10000));
        QCOMPARE(swap.given(Tender::Cash, {swap.sale.id, order.id}), euro(4700));
        QCOMPARE(swap.detail(swap.sale.id).refunded, euro(13500));
        QCOMPARE(swap.sold(swap.hamlet), 0);
        QCOMPARE(swap.breaches(), QStringList());
    }

    void whatWasExchangedCanBeExchangedAgain_data() { bothDatabases(); }
    void whatWasExchangedCanBeExchangedAgain()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const Order second = *swap.twoForTheOpera().state.order;
        const auto third = must(swap.exchange(swap.wish(second, {}, hold(*swap.office, {places(swap.club, 0, 1)})))); // 66.00 for 12.00
        QCOMPARE(third.state.order->refersTo, swap.sale.id);
        QCOMPARE(swap.detail(third.state.order->id).exchangedOf, second.number);
        QCOMPARE(swap.detail(second.id).status, OrderStatus::RefundOnItsWay);
        QCOMPARE(swap.given(Tender::Card, {swap.sale.id}), euro(5400));
        QCOMPARE(swap.breaches(), QStringList());
        must(swap.office->refunds().refund(swap.office->system(), {third.state.order->id, {}, false, {}}));
        must(swap.office->refunds().refund(swap.office->system(), {swap.sale.id, {}, false, {}}));
        QCOMPARE(swap.given(Tender::Card, {swap.sale.id}), euro(10000));
        QCOMPARE(swap.given(Tender::Cash, {swap.sale.id, second.id}), euro(4700));
        QCOMPARE(swap.breaches(), QStringList());
    }

    void walletsPayTheDifferenceAndGetItBack_data() { bothDatabases(); }
    void walletsPayTheDifferenceAndGetItBack()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto ada = must(swap.office->customers().add(swap.office->system(), {{}, QStringLiteral("Ada"), {}, {}}));
        const auto purse = must(swap.office->wallets().open(swap.office->system(), ada.id, {}));
        must(swap.office->wallets().move(swap.office->system(), WalletRequest{WalletRequest::Kind::Deposit, purse.id, {}, Tender::Cash, euro(4000), swap.nextKey()}));
        const auto byWallet = [&](ReservationId cart, qint64 cents) { return PayRequest{cart, Tender::Wallet, euro(cents), {}, swap.nextKey(), {}, purse.id}; };
        const auto balance = [&] {
            return Database::open(swap.box.url(), Database::Mode::Read, swap.box.clock())->run("SELECT balance FROM account WHERE kind = 'wallet'").front().number(0);
        };
        const auto first = hold(*swap.office, {places(swap.club, 0, 1)});
        const Order order = *must(swap.office->checkout().pay(swap.office->system(), byWallet(first.id, 1200))).order;
        const auto cart = hold(*swap.office, {places(swap.opera, 0, 1)});
        ExchangeWish dearer = swap.wish(order, {}, cart);
        dearer.payment = byWallet(cart.id, 2100);
        const Order second = *must(swap.exchange(dearer)).state.order;
        QCOMPARE(balance(), 700);
        const auto cheaper = must(swap.exchange(swap.wish(second, {}, hold(*swap.office, {places(swap.club, 0, 1)}))));
        QCOMPARE(cheaper.given.size(), size_t(2)); // 12.00 of the first payment, 9.00 of the second
        QCOMPARE(balance(), 2800);
        ExchangeWish poor = swap.wish(*cheaper.state.order, {}, hold(*swap.office, {places(swap.opera, 0, 2)}));
        poor.payment = byWallet(poor.reservation, 5400);
        QCOMPARE(swap.exchange(poor).error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(balance(), 2800);
        QCOMPARE(swap.breaches(), QStringList());
    }

    void theCustomerGoesWithTheTickets_data() { bothDatabases(); }
    void theCustomerGoesWithTheTickets()
    {
        QFETCH(QString, database);
        Swap swap(database);
        auto cart = hold(*swap.office, {places(swap.club, 0, 1)});
        const auto ada = must(swap.office->customers().add(swap.office->system(), {{}, QStringLiteral("Ada"), {}, {}}));
        must(swap.office->customers().assign(swap.office->system(), cart.id, ada.id));
        const Order order = *swap.pay(cart.id, Tender::Cash, euro(1200)).order;
        const auto made = must(swap.exchange(swap.wish(order, {}, hold(*swap.office, {places(swap.opera, 0, 1)}), euro(2100))));
        QCOMPARE(made.state.order->customer, ada.id);
    }

    /// On SQLite one connection writes: there the two come one after the other.
    void anExchangeAndARefundOfTheSameTicketNeverBothHappen_data() { bothDatabases(); }
    void anExchangeAndARefundOfTheSameTicketNeverBothHappen()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto tills = swap.box.isPostgres() ? 4 : 1;
        for (size_t round = 0; round < 5; ++round) {
            const auto one = swap.tickets(swap.sale, round, 1);
            std::vector<ExchangeWish> wishes;
            for (int i = 0; i < 2; ++i)
                wishes.push_back(swap.wish(swap.sale, one, hold(*swap.office, {places(swap.opera, 0, 1)}), euro(600)));
            std::vector<std::optional<ErrorCode>> answers(4); // empty: done
            const auto ask = [&](size_t i, BoxOffice &office) {
                if (i < 2) {
                    const auto made = office.exchanges().exchange(office.system(), wishes[i]);
                    answers[i] = made ? std::nullopt : std::optional(made.error().code);
                } else {
                    const auto made = office.refunds().refund(office.system(), {swap.sale.id, one, false, {}});
                    answers[i] = made ? std::nullopt : std::optional(made.error().code);
                }
            };
            if (tills > 1) {
                std::latch ready(4);
                std::vector<std::thread> threads;
                for (size_t i = 0; i < 4; ++i)
                    threads.emplace_back([&, i] {
                        const auto own = swap.box.open(QStringLiteral("till-%1").arg(i));
                        ready.arrive_and_wait();
                        ask(i, *own);
                    });
                for (std::thread &thread : threads)
                    thread.join();
            } else {
                for (size_t i = 0; i < 4; ++i)
                    ask((i + round) % 4, *swap.office);
            }
            QCOMPARE(std::count(answers.begin(), answers.end(), std::nullopt), 1);
            for (const auto &answer : answers)
                QVERIFY(!answer || *answer == ErrorCode::AlreadyRefunded);
            for (const ExchangeWish &wish : wishes)
                (void)swap.office->inventory().release(swap.office->system(), wish.reservation); // the losers' carts
        }
        QCOMPARE(swap.sold(swap.hamlet), 0);
        QCOMPARE(swap.breaches(), QStringList());
    }

    void theDatabaseItselfRefusesASecondHalf_data() { bothDatabases(); }
    void theDatabaseItselfRefusesASecondHalf()
    {
        QFETCH(QString, database);
        Swap swap(database);
        swap.twoForTheOpera();
        const auto refused = [&](const char *sql) {
            return swap.office->writer().write([&](Work &work) { work.db().execute(QString::fromLatin1(sql)); return true; }).error().code;
        };
        const QByteArray again = "INSERT INTO orders (id, number, counter, kind, channel, refers_to, terminal_id, currency, total, created_at, chain_id, seq, exchange_id) "
                                 "SELECT reservation_id, 'X-' || number, counter + 100, %1, channel, refers_to, terminal_id, currency, 0, 0, chain_id, seq, id FROM orders "
                                 "WHERE kind = 'exchange'";
        QCOMPARE(refused(QByteArray(again).replace("%1", "'refund'").constData()), ErrorCode::Internal); // one refund for an exchange
        QCOMPARE(refused(QByteArray(again).replace("%1", "'sale'").constData()), ErrorCode::Internal);   // and of no other kind
        QCOMPARE(swap.breaches(), QStringList());
    }

    void aShiftCountsBothHalves_data() { bothDatabases(); }
    void aShiftCountsBothHalves()
    {
        QFETCH(QString, database);
        Swap swap(database);
        must(swap.office->shifts().open(swap.office->system(), euro(5000)));
        swap.twoForTheOpera();
        const auto report = must(swap.office->shifts().x(swap.office->system()));
        QCOMPARE(report.orders, 1);
        QCOMPARE(report.sales.count, 2);
        QCOMPARE(report.sales.amount, euro(6600));
        QCOMPARE(report.refunds.count, 1);
        QCOMPARE(report.refunds.amount, euro(5400));
        QCOMPARE(report.expected, euro(6200));
        QCOMPARE(swap.breaches(), QStringList());
    }

    void tamperingIsNamed_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("breach");
        const auto add = [](const char *name, const char *sql, const char *breach) {
            QTest::addRow("%s, sqlite", name) << QStringLiteral("sqlite") << QByteArray(sql) << QString::fromLatin1(breach);
            if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
                QTest::addRow("%s, postgres", name) << QStringLiteral("postgres") << QByteArray(sql) << QString::fromLatin1(breach);
        };
        add("half gone", "UPDATE orders SET exchange_id = NULL WHERE kind = 'refund'", "Exchange A-10003 of sale A-10001 stands for no tickets");
        add("half untold", "UPDATE orders SET exchange_id = NULL WHERE kind = 'refund'", "The journal tells of order A-10004");
        add("another sale", "UPDATE orders SET refers_to = (SELECT id FROM orders WHERE number = 'A-10002') WHERE kind = 'exchange'",
            "Exchange A-10003 of sale A-10002 stands for no tickets");
        add("no exchange any more", "UPDATE orders SET kind = 'sale' WHERE kind = 'exchange'", "Refund A-10004 is said to be half of an exchange, but order A-10003 is none");
        add("difference gone", "DELETE FROM payment WHERE amount = 1200 AND kind = 'capture' AND state = 'captured' AND tender = 'cash'", "Order A-10001 has a total of 14700, but 13500 was paid");
        add("revenue kept", "DELETE FROM transfer WHERE amount = 5046", "EUR in order clearing instead of zero");
        add("comp's reason gone", "DELETE FROM comp", "Order A-10002 was given free of charge, but nobody said why");
        add("comp sold", "UPDATE orders SET kind = 'sale' WHERE kind = 'comp'", "Order A-10002 is a sale of 0, but stands among those that were given free of charge");
        add("sale given", "UPDATE orders SET kind = 'comp' WHERE kind = 'sale'", "The journal tells of order A-10001");
    }

    void tamperingIsNamed()
    {
        QFETCH(QString, database);
        QFETCH(QByteArray, sql);
        QFETCH(QString, breach);
        Swap swap(database);
        must(swap.office->comps().give(swap.office->system(), {hold(*swap.office, {places(swap.club, 0, 1)}).id, QStringLiteral("press")}));
        swap.twoForTheOpera();
        QCOMPARE(swap.breaches(), QStringList());
        swap.office.reset();
        const auto db = swap.box.administrator();
        if (db->isPostgres()) {
            db->execute(QStringLiteral("SET session_replication_role = replica"));
        } else {
            db->execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
            db->execute(QStringLiteral("PRAGMA ignore_check_constraints = ON"));
            for (const Row &row : db->run("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                db->execute(QStringLiteral("DROP TRIGGER \"%1\"").arg(row.text(0)));
        }
        db->execute(QString::fromUtf8(sql));
        const QString said = swap.breaches().join(u'\n');
        QVERIFY2(said.contains(breach), qUtf8Printable(said));
    }

    void randomHistoriesAlwaysAddUp_data() { bothDatabases(); }
    void randomHistoriesAlwaysAddUp()
    {
        QFETCH(QString, database);
        Swap swap(database);
        const auto bob = must(swap.office->customers().add(swap.office->system(), {{}, QStringLiteral("Bob"), {}, {}}));
        quint32 seed = 11;
        const auto next = [&](size_t below) { return size_t((seed = seed * 1664525 + 1013904223) / 65536 % quint32(below)); };
        std::vector<OrderId> orders{swap.sale.id};
        int done = 0;
        for (int round = 0; round < 40; ++round) {
            const Order order = must(swap.office->orders().find(orders[next(orders.size())]));
            const auto some = swap.tickets(order, next(order.lines.size()), 1);
            std::optional<Error> refused;
            switch (next(6)) {
            case 0:
                orders.push_back(test::sell(*swap.office, {places(swap.club, 0, 2)}).id);
                break;
            case 1:
                if (const auto made = swap.office->refunds().refund(swap.office->system(), {order.id, some, false, {}}); !made)
                    refused = made.error();
                break;
            case 2:
                if (const auto made = swap.office->ticketChanges().give(swap.office->system(), some, bob.id); !made)
                    refused = made.error();
                break;
            case 3:
                if (const auto made = next(2) ? swap.office->ticketChanges().revoke(swap.office->system(), some)
                                              : swap.office->ticketChanges().reinstate(swap.office->system(), some); !made)
                    refused = made.error();
                break;
            default: {
                const auto cart = swap.office->inventory().reserve(swap.office->system(), ReserveRequest{{}, Channel::Counter, {places(next(2) ? swap.club : swap.opera, 0, int(1 + next(2)))}});
                if (!cart)
                    break; // sold out
                const auto quote = swap.office->exchanges().quote(order.id, some);
                const Money due = quote ? cart->total() - quote->worth : euro(0);
                const auto made = swap.exchange(swap.wish(order, some, *cart, due.isPositive() ? std::optional(due) : std::nullopt));
                if (made)
                    orders.push_back(made->state.order->id);
                else
                    must(swap.office->inventory().release(swap.office->system(), cart->id));
                if (!made)
                    refused = made.error();
                done += made ? 1 : 0;
            } break;
            }
            if (refused)
                QVERIFY2(refused->code == ErrorCode::AlreadyRefunded || refused->code == ErrorCode::InvalidInput, qUtf8Printable(refused->args.join(u' ')));
            if (next(4) == 0)
                answerCards(swap, next(3) == 0 ? Outcomes::Declined : Outcomes::Captured);
            QCOMPARE(swap.breaches(), QStringList());
        }
        QVERIFY(done > 3);
    }

private:
    /// The bank answers every refund that waits.
    static void answerCards(Swap &swap, Outcomes outcome)
    {
        for (const Payment &payment : must(swap.office->checkout().unresolved())) {
            must(swap.office->checkout().markSent(payment.id));
            must(swap.office->checkout().settle({payment.id, {outcome, outcome == Outcomes::Captured ? QStringLiteral("back") : QString(), {}}}));
        }
    }
};

FOYER_TEST(ExchangesTest, "exchanges")
#include "test_exchanges.moc"
