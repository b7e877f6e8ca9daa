#include "tests/core/services/swap.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

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
};

FOYER_TEST(ExchangesTest, "exchanges")
#include "test_exchanges.moc"
