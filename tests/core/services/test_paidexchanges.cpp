// Exchanges that money is taken for first: by card, in parts, at another price. Whatever ends in between, the exchange is made or the
// money goes back.
#include "tests/core/services/plantill.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

class PaidExchangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCardsAnswerMakesTheExchange_data() { bothDatabases(); }
    void theCardsAnswerMakesTheExchange()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto cart = till.twoForTheOpera();
        const auto planned = must(till.office->exchangePlans().plan(till.system(), till.wish(cart)));
        QCOMPARE(planned.due(), euro(1000)); // 64.00 less 54.00
        till.charge(cart.id, 1001);
        till.timer.advance(1s);
        QCOMPARE(till.answers.at(0).error().code, ErrorCode::MoreThanDue);
        till.charge(cart.id, 1000);
        till.timer.advance(1s);
        QVERIFY(till.answers.at(1)->order); // whoever waits hears of the exchange, not of money alone
        QCOMPARE(till.answers[1]->order->kind, OrderKind::Exchange);
        QCOMPARE(till.changes.size(), size_t(1));
        QCOMPARE(till.validTickets(till.sale.id), 0);
        QCOMPARE(till.banked(), euro(1000));
        QCOMPARE(till.breaches(), QString());
    }

    void aCrashAfterTheMoneyLosesNothing_data() { bothDatabases(); }
    void aCrashAfterTheMoneyLosesNothing()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto cart = till.twoForTheOpera();
        must(till.office->exchangePlans().plan(till.system(), till.wish(cart)));
        till.exchanges.reset(); // the program ends right after the capture is written
        till.charge(cart.id, 1000);
        till.timer.advance(1s);
        QCOMPARE(till.find(cart.id).reservation.state, ReservationState::Paying);
        QCOMPARE(till.breaches(), QString());
        till.restart();
        till.resume();
        QVERIFY(till.find(cart.id).order);
        QCOMPARE(till.find(cart.id).order->kind, OrderKind::Exchange);
        QCOMPARE(till.validTickets(till.sale.id), 0);
        till.restart();
        till.resume(); // once
        QCOMPARE(till.banked(), euro(1000));
        QCOMPARE(till.breaches(), QString());
    }

    void aCrashBeforeTheAnswerLosesNothing_data() { bothDatabases(); }
    void aCrashBeforeTheAnswerLosesNothing()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto cart = till.twoForTheOpera();
        must(till.office->exchangePlans().plan(till.system(), till.wish(cart)));
        must(till.office->checkout().pay(till.system(), {cart.id, Tender::Cash, euro(400), {}, QStringLiteral("part")}));
        till.charge(cart.id, 600);
        till.restart();
        till.resume();
        QCOMPARE(till.find(cart.id).order->kind, OrderKind::Exchange);
        QCOMPARE(till.breaches(), QString());
    }

    void whenTheTicketsAreGoneTheMoneyGoesBack_data() { bothDatabases(); }
    void whenTheTicketsAreGoneTheMoneyGoesBack()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto cart = till.twoForTheOpera();
        must(till.office->exchangePlans().plan(till.system(), till.wish(cart)));
        till.charge(cart.id, 1000);
        must(till.office->refunds().refund(till.system(), {till.sale.id, {}, false, QStringLiteral("elsewhere")}));
        till.restart(); // nobody waits any more
        till.resume();
        QVERIFY(!till.find(cart.id).order);
        QCOMPARE(till.find(cart.id).reservation.state, ReservationState::Released);
        QVERIFY(till.banked().isZero());
        QCOMPARE(till.free(till.opera), 100);
        QCOMPARE(till.breaches(), QString());
    }

    void whoWaitsAtTheTillDecides_data() { bothDatabases(); }
    void whoWaitsAtTheTillDecides()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto cart = till.twoForTheOpera();
        must(till.office->exchangePlans().plan(till.system(), till.wish(cart)));
        till.charge(cart.id, 1000);
        must(till.office->refunds().refund(till.system(), {till.sale.id, {}, false, QStringLiteral("elsewhere")}));
        till.timer.advance(1s);
        QVERIFY(!till.answers.at(0)->order);
        QCOMPARE(till.answers[0]->paid(), euro(1000));
        QCOMPARE(till.office->exchangePlans().complete(till.system(), cart.id).error().code, ErrorCode::AlreadyRefunded);
        const auto open = must(till.office->exchangePlans().forget(till.system(), cart.id));
        QCOMPARE(open.due(), euro(5400)); // these places, without the tickets
        const auto sold = must(till.office->checkout().pay(till.system(), {cart.id, Tender::Cash, euro(5400), {}, QStringLiteral("rest")}));
        QCOMPARE(sold.order->kind, OrderKind::Sale);
        QCOMPARE(till.breaches(), QString());
    }

    void aDeclinedCardLeavesEverythingAsItWas_data() { bothDatabases(); }
    void aDeclinedCardLeavesEverythingAsItWas()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto cart = till.twoForTheOpera();
        must(till.office->exchangePlans().plan(till.system(), till.wish(cart)));
        must(till.office->exchangePlans().plan(till.system(), till.wish(cart))); // asked again: the same
        till.charge(cart.id, 1000, QStringLiteral("k"), QStringLiteral("card_error"));
        till.timer.advance(1s);
        QCOMPARE(till.find(cart.id).reservation.state, ReservationState::Active);
        QCOMPARE(till.validTickets(till.sale.id), 2);
        // Another wish takes its place while no money is in.
        ExchangeWish one = till.wish(cart, QStringLiteral("y"));
        one.tickets = {till.sale.lines[0].ticket.id};
        QCOMPARE(must(till.office->exchangePlans().plan(till.system(), one)).due(), euro(3700));
        must(till.office->checkout().pay(till.system(), {cart.id, Tender::Cash, euro(700), {}, QStringLiteral("part")}));
        QCOMPARE(till.office->exchangePlans().plan(till.system(), till.wish(cart)).error().code, ErrorCode::KeyReused);
        till.charge(cart.id, 3000, QStringLiteral("k2"));
        till.timer.advance(1s);
        QCOMPARE(till.find(cart.id).order->kind, OrderKind::Exchange);
        QCOMPARE(till.validTickets(till.sale.id), 1);
        QCOMPARE(till.breaches(), QString());
    }

    void anotherPriceIsPaidByCard_data() { bothDatabases(); }
    void anotherPriceIsPaidByCard()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto planned = must(till.office->exchangePlans().planLevel(till.system(), till.lounge()));
        QCOMPARE(planned.due(), euro(2400));
        const ReservationId cart = planned.reservation.id;
        QCOMPARE(must(till.office->exchangePlans().find(cart))->levelName, QStringLiteral("Lounge"));
        QCOMPARE(till.breaches(), QString());
        till.charge(cart, 2400);
        QCOMPARE(till.breaches(), QString());
        till.timer.advance(1s);
        const auto &order = till.answers.at(0)->order;
        QVERIFY(order);
        QCOMPARE(order->total, euro(7800));
        QCOMPARE(order->lines[0].ticket.seat, till.sale.lines[0].ticket.seat);
        QCOMPARE(till.validTickets(till.sale.id), 0);
        QCOMPARE(till.free(till.hamlet), 3);
        QCOMPARE(till.banked(), euro(2400));
        QCOMPARE(till.breaches(), QString());
    }

    void anotherPriceInPartsSurvivesACrash_data() { bothDatabases(); }
    void anotherPriceInPartsSurvivesACrash()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto anna = must(till.office->customers().add(till.system(), {{}, QStringLiteral("Anna"), {}, {}}));
        const AccountId wallet = must(till.office->wallets().open(till.system(), anna.id, {})).id;
        must(till.office->wallets().move(till.system(), WalletRequest{WalletRequest::Kind::Deposit, wallet, {}, Tender::Cash, euro(5000), QStringLiteral("in")}));
        const ReservationId cart = must(till.office->exchangePlans().planLevel(till.system(), till.lounge())).reservation.id;
        const auto pay = [&](Tender tender, qint64 cents, const QString &key) {
            return must(till.office->checkout().pay(till.system(), {cart, tender, euro(cents), {}, key, {}, tender == Tender::Wallet ? wallet : AccountId()}));
        };
        pay(Tender::Wallet, 1000, QStringLiteral("w"));
        till.restart();
        till.resume();
        QCOMPARE(till.find(cart).due(), euro(1400)); // brought back to the screen, and not given up
        QCOMPARE(till.find(cart).reservation.state, ReservationState::Paying);
        pay(Tender::Cash, 400, QStringLiteral("c"));
        const PayRequest rest{cart, Tender::Cash, euro(1000), {}, QStringLiteral("r")};
        const auto made = must(till.office->exchangePlans().complete(till.system(), cart, rest));
        QCOMPARE(made.state.order->total, euro(7800));
        QCOMPARE(must(till.office->exchangePlans().complete(till.system(), cart, rest)).state.order->id, made.state.order->id); // asked again
        QCOMPARE(till.breaches(), QString());
    }

    void aPriceThatRoseMeanwhileGivesTheMoneyBack_data() { bothDatabases(); }
    void aPriceThatRoseMeanwhileGivesTheMoneyBack()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const ReservationId cart = must(till.office->exchangePlans().planLevel(till.system(), till.lounge())).reservation.id;
        till.charge(cart, 2400);
        must(till.office->refunds().refund(till.system(), {till.sale.id, {till.sale.lines[0].ticket.id}, false, QStringLiteral("one")}));
        till.restart();
        till.resume();
        QVERIFY(till.banked().isZero());
        QCOMPARE(till.find(cart).reservation.state, ReservationState::Released);
        QCOMPARE(till.validTickets(till.sale.id), 1);
        QCOMPARE(till.breaches(), QString());
    }

    void whatNobodyPaysForExpires_data() { bothDatabases(); }
    void whatNobodyPaysForExpires()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const ReservationId cart = must(till.office->exchangePlans().planLevel(till.system(), till.lounge())).reservation.id;
        till.timer.advance(16min);
        must(till.office->inventory().sweep());
        QCOMPARE(till.find(cart).reservation.state, ReservationState::Expired);
        QCOMPARE(till.validTickets(till.sale.id), 2);
        QCOMPARE(till.office->exchangePlans().complete(till.system(), cart).error().code, ErrorCode::ReservationExpired);
        QCOMPARE(till.breaches(), QString());
    }

    void nothingToPayIsNoPlan()
    {
        PlanTill till(QStringLiteral("sqlite"));
        LevelWish cheaper = till.lounge();
        cheaper.level = till.opera.ticketTypes[0].priceLevels[0].id;
        QCOMPARE(till.office->exchangePlans().planLevel(till.system(), cheaper).error().code, ErrorCode::NotFound);
        const Actor steward = actorWith(*till.office, Role::Steward);
        QCOMPARE(till.office->exchangePlans().planLevel(steward, till.lounge()).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(till.office->exchangePlans().plan(till.system(), till.wish(Reservation{})).error().code, ErrorCode::NotFound);
    }

    void moneyThatGoesBackMayBecomeCredit_data() { bothDatabases(); }
    void moneyThatGoesBackMayBecomeCredit()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto anna = must(till.office->customers().add(till.system(), {{}, QStringLiteral("Anna"), {}, {}}));
        const AccountId wallet = must(till.office->wallets().open(till.system(), anna.id, {})).id;
        const AccountId card = must(till.office->wallets().issueGiftCard(till.system(), {})).id;
        const AccountId foreign = must(till.office->wallets().open(till.system(), anna.id, *Currency::fromCode(u"PLN"))).id;
        const auto balance = [&](AccountId id) { return must(till.office->wallets().get(id)).balance; };

        const auto first = till.sale.lines[0].ticket.id, second = till.sale.lines[1].ticket.id;
        QCOMPARE(till.office->refunds().refund(till.system(), {till.sale.id, {first}, false, {}, {}, foreign}).error().code, ErrorCode::CurrencyMismatch);
        QCOMPARE(till.office->refunds().refund(till.system(), {till.sale.id, {first}, false, {}, {}, AccountId(QUuid::createUuid())}).error().code, ErrorCode::NotFound);
        const auto refunded = must(till.office->refunds().refund(till.system(), {till.sale.id, {first}, false, QStringLiteral("r"), {}, wallet}));
        QCOMPARE(balance(wallet), euro(2700));
        QCOMPARE(refunded.given.at(0).tender, Tender::Wallet);
        QCOMPARE(must(till.office->refunds().refund(till.system(), {till.sale.id, {first}, false, QStringLiteral("r"), {}, wallet})).refund.id, refunded.refund.id);
        QCOMPARE(balance(wallet), euro(2700));
        QCOMPARE(till.breaches(), QString());

        // An exchange with something left over, onto a gift card.
        till.timer.advance(1min);
        const auto club = anEvent(*till.office).named(QStringLiteral("Club")).withGeneral(QStringLiteral("Floor"), 10, 2000).add();
        const auto cart = hold(*till.office, {places(club, 0, 1)});
        const auto made = must(till.office->exchanges().exchange(till.system(), {till.sale.id, {second}, cart.id, {}, QStringLiteral("e"), card}));
        QCOMPARE(made.given.at(0).tender, Tender::GiftCard);
        QCOMPARE(balance(card), euro(700));
        QCOMPARE(till.breaches(), QString());

        till.timer.advance(1min);
        // No drawer is asked for credit: a cashier may give it while the drawer is counted.
        const auto manager = Actor{must(till.office->staff().add(till.system(), QStringLiteral("Maja"), Role::Manager, QStringLiteral("424242"))).id, Role::Manager,
                                   till.office->terminal(), {}};
        must(till.office->shifts().open(manager, euro(10000)));
        must(till.office->shifts().count(manager, {{10000, 1}}));
        QCOMPARE(till.office->refunds().refund(manager, {made.state.order->id, {}, false, QStringLiteral("d")}).error().code, ErrorCode::DrawerCounted);
        must(till.office->refunds().refund(manager, {made.state.order->id, {}, false, QStringLiteral("d"), {}, wallet}));
        QCOMPARE(balance(wallet), euro(4700));
        QCOMPARE(till.breaches(), QString());
    }

    void aCheaperPriceGivesCredit_data() { bothDatabases(); }
    void aCheaperPriceGivesCredit()
    {
        QFETCH(QString, database);
        PlanTill till(database);
        const auto anna = must(till.office->customers().add(till.system(), {{}, QStringLiteral("Anna"), {}, {}}));
        const AccountId wallet = must(till.office->wallets().open(till.system(), anna.id, {})).id;
        const auto gala = anEvent(*till.office).named(QStringLiteral("Gala")).withGeneral(QStringLiteral("Hall"), 10, 5000).withLevel(QStringLiteral("Child"), 2000).add();
        const Order order = test::sell(*till.office, {places(gala, 0, 2)});
        const auto made = must(till.office->exchanges().changeLevel(till.system(), {order.id, {}, gala.ticketTypes[0].priceLevels[1].id, {}, QStringLiteral("c"), wallet, {}}));
        QCOMPARE(made.state.order->total, euro(4000));
        QCOMPARE(must(till.office->wallets().get(wallet)).balance, euro(6000));
        QCOMPARE(till.breaches(), QString());
    }
};

FOYER_TEST(PaidExchangesTest, "paidexchanges")
#include "test_paidexchanges.moc"
