#include "tests/core/services/discounted.h"
#include "tests/support/testmain.h"

#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

class DiscountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProofOfTheIssue_data() { bothDatabases(); }
    void theProofOfTheIssue()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        house.code(QStringLiteral("TEN"), times(amountOff(1001), 5));
        const auto seats = seatsOf(*house.office, house.hamlet);
        std::vector<ReserveLine> lines;
        for (const PlanSeat &one : seats)
            lines.push_back(seat(house.hamlet, 0, one.id));
        const auto cart = must(house.enter(hold(*house.office, lines), QStringLiteral("ten")));
        QCOMPARE(cart.total(), euro(18999));
        auto &checkout = house.office->checkout();
        const Actor system = house.office->system();
        const auto card = must(checkout.pay(system, PayRequest{cart.id, Tender::Card, euro(10000), {}, QStringLiteral("card")}));
        must(checkout.settle({card.payments.back().id, {GatewayOutcome::Kind::Captured, QStringLiteral("ref"), {}}}));
        const Order order = *must(checkout.pay(system, PayRequest{cart.id, Tender::Cash, euro(8999), {}, QStringLiteral("cash")})).order;
        QCOMPARE(order.total, euro(18999));
        QCOMPARE(order.discount(), euro(1001));
        must(house.office->catalogue().setPrice(system, house.hamlet.ticketTypes[0].priceLevels[0].id, euro(1400)));

        std::vector<TicketId> five;
        bool hasOdd = false;
        for (size_t i = 0; i < 5; ++i) {
            five.push_back(order.lines[i].ticket.id);
            hasOdd |= order.lines[i].discount == euro(51);
        }
        // Two cashiers at once, on PostgreSQL at two tills: one refund.
        std::array<Result<RefundMade>, 2> answers{fail(ErrorCode::Internal), fail(ErrorCode::Internal)};
        const auto ask = [&](BoxOffice &office, size_t i) { answers[i] = office.refunds().refund(office.system(), {order.id, five, false, {}}); };
        if (house.box.isPostgres()) {
            std::latch ready(2);
            std::array<std::thread, 2> cashiers;
            for (size_t i = 0; i < 2; ++i)
                cashiers[i] = std::thread([&, i] {
                    const auto own = house.box.open(QStringLiteral("cashier %1").arg(i));
                    ready.arrive_and_wait();
                    ask(*own, i);
                });
            for (std::thread &cashier : cashiers)
                cashier.join();
        } else {
            ask(*house.office, 0);
            ask(*house.office, 1);
        }
        QCOMPARE(int(answers[0].has_value()) + int(answers[1].has_value()), 1);
        const RefundMade refund = answers[0] ? *answers[0] : *answers[1];
        QCOMPARE((answers[0] ? answers[1] : answers[0]).error().code, ErrorCode::AlreadyRefunded);
        QCOMPARE(refund.refund.total, euro(hasOdd ? -4749 : -4750));
        QCOMPARE(std::count_if(refund.sale.lines.begin(), refund.sale.lines.end(), [](const OrderLine &line) { return line.ticket.state == TicketState::Valid; }), 15);
        QCOMPARE(must(house.office->inventory().availability(std::array{house.hamlet.id})).front().types[0].available(), 5);
        QCOMPARE(house.uses(QStringLiteral("TEN")), QStringLiteral("0/1"));
        const auto rest = must(house.office->refunds().refund(system, {order.id, {}, false, {}}));
        QCOMPARE(refund.refund.total + rest.refund.total, euro(-18999));
        for (const auto &[tender, captured] : {std::pair(Tender::Card, euro(10000)), std::pair(Tender::Cash, euro(8999))}) {
            Money given = euro(0);
            for (const Payment &payment : rest.sale.payments)
                if (payment.kind == PaymentKind::Refund && payment.tender == tender)
                    given += payment.amount;
            QCOMPARE(given, captured); // all of it, and not a cent beyond
        }
        QCOMPARE(house.uses(QStringLiteral("TEN")), QStringLiteral("0/1")); // a use is not had again by giving back
        QCOMPARE(house.breaches(), QString());
    }

    void taxAndFiguresAreOfWhatWasPaid_data() { bothDatabases(); }
    void taxAndFiguresAreOfWhatWasPaid()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        house.code(QStringLiteral("HALF"), percentOff(5000));
        const auto cart = must(house.enter(house.standing(3), QStringLiteral("HALF")));
        const Order order = house.sold(cart);
        QCOMPARE(order.total, euro(1500));
        for (const OrderLine &line : order.lines) {
            QCOMPARE(line.discount, euro(500));
            QCOMPARE(line.tax, taxContained(euro(500), 700));
        }
        const auto detail = must(house.office->orderDetails().of(order.id));
        QCOMPARE(detail.discounts.size(), size_t(1));
        QCOMPARE(detail.discounts.front().code, QStringLiteral("HALF"));
        QCOMPARE(detail.discounts.front().amount, euro(1500));
        const auto show = must(house.office->promos().show(QStringLiteral("half")));
        QCOMPARE(show.orders.size(), size_t(1));
        QCOMPARE(show.orders.front().number, order.number);
        QCOMPARE(show.orders.front().amount, euro(1500));
        QCOMPARE(house.breaches(), QString());
    }

    void whatAllIsTakenOffIsFree_data() { bothDatabases(); }
    void whatAllIsTakenOffIsFree()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        house.code(QStringLiteral("GIFT"), percentOff(10'000));
        const auto cart = must(house.enter(house.standing(2), QStringLiteral("GIFT")));
        QVERIFY(cart.total().isZero());
        const Order order = house.sold(cart);
        QCOMPARE(order.total, euro(0));
        QCOMPARE(order.lines.size(), size_t(2));
        QCOMPARE(house.uses(QStringLiteral("GIFT")), QStringLiteral("0/1"));
        // A fee is no price: it stays to be paid.
        const auto withFee = must(house.enter(hold(*house.office, {places(house.club, 0, 1)}), QStringLiteral("GIFT")));
        QCOMPARE(withFee.total(), euro(100));
        QCOMPARE(house.breaches(), QString());
    }

    void everyRefusalSaysWhyAndChangesNothing_data() { bothDatabases(); }
    void everyRefusalSaysWhyAndChangesNothing()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        PromoTerms later = percentOff(1000);
        later.validFrom = Evening + Milliseconds(3'600'000);
        later.validUntil = Evening + Milliseconds(7'200'000);
        house.code(QStringLiteral("LATER"), later);
        PromoTerms elsewhere = percentOff(1000);
        elsewhere.scope = {{house.club.id, house.club.ticketTypes[0].id}};
        house.code(QStringLiteral("CLUB"), elsewhere);
        house.code(QStringLiteral("ONCE"), times(percentOff(1000), 1));
        PromoTerms alone = percentOff(500);
        alone.isStackable = false;
        house.code(QStringLiteral("ALONE"), alone);
        house.code(QStringLiteral("GOOD"), percentOff(1000));
        PromoTerms dollars = amountOff(100);
        dollars.currency = *Currency::fromCode(u"USD");
        house.code(QStringLiteral("DOLLAR"), dollars);
        PromoTerms each = percentOff(1000);
        each.customerLimit = 1;
        house.code(QStringLiteral("EACH"), each);
        house.code(QStringLiteral("GONE"), percentOff(1000));
        must(house.office->promos().revoke(house.office->system(), QStringLiteral("GONE")));
        must(house.enter(house.standing(1), QStringLiteral("ONCE")));

        const auto cart = must(house.enter(house.standing(2), QStringLiteral("GOOD")));
        const auto refused = [&](const char *code) { return house.enter(cart, QLatin1String(code)).error(); };
        QCOMPARE(refused("NOSUCH").code, ErrorCode::PromoUnknown);
        QCOMPARE(refused("///").code, ErrorCode::PromoUnknown);
        QCOMPARE(refused("LATER").code, ErrorCode::PromoNotYet);
        QCOMPARE(refused("CLUB").code, ErrorCode::PromoNotForThese);
        QCOMPARE(refused("ONCE").code, ErrorCode::PromoUsedUp);
        QCOMPARE(refused("ALONE").code, ErrorCode::PromoAlone);
        QCOMPARE(refused("DOLLAR").code, ErrorCode::CurrencyMismatch);
        QCOMPARE(refused("EACH").code, ErrorCode::PromoNeedsCustomer);
        QCOMPARE(refused("GONE").code, ErrorCode::PromoOver);
        const auto after = must(house.office->inventory().find(cart.id));
        QCOMPARE(after.total(), euro(1800));
        QCOMPARE(after.discounts.size(), size_t(1));
        QCOMPARE(must(house.office->discounts().check(QStringLiteral("good"))).code, QStringLiteral("GOOD"));
        QCOMPARE(house.office->discounts().check(QStringLiteral("ONCE")).error().code, ErrorCode::PromoUsedUp);
        QCOMPARE(house.office->discounts().check(QStringLiteral("LATER")).error().code, ErrorCode::PromoNotYet);
        // A code that is good when it is entered stays with its cart.
        house.box.advance(Milliseconds(3'600'000));
        const auto late = must(house.enter(house.standing(1), QStringLiteral("LATER")));
        must(house.office->promos().revoke(house.office->system(), QStringLiteral("LATER")));
        QCOMPARE(house.sold(must(house.office->inventory().find(late.id))).total, euro(900));
        house.box.advance(Milliseconds(3'600'000));
        QCOMPARE(house.enter(house.standing(1), QStringLiteral("LATER")).error().code, ErrorCode::PromoOver);
        QCOMPARE(house.breaches(), QString());
    }

    void aUseGoesBackWithWhateverEndsTheCart_data() { bothDatabases(); }
    void aUseGoesBackWithWhateverEndsTheCart()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        const QString last = QStringLiteral("LAST");
        house.code(last, times(percentOff(1000), 1));
        auto &office = *house.office;
        const Actor system = office.system();

        const auto released = must(house.enter(house.standing(1), last));
        QCOMPARE(house.uses(last), QStringLiteral("1/0"));
        must(office.inventory().release(system, released.id));
        QCOMPARE(house.uses(last), QStringLiteral("0/0"));

        const auto emptied = must(house.enter(house.standing(1), last));
        const auto empty = must(office.inventory().removeLines(system, emptied.id, std::array{emptied.lines.front().id}));
        QVERIFY(empty.discounts.empty());
        QCOMPARE(house.uses(last), QStringLiteral("0/0"));

        const auto takenOff = must(house.enter(house.standing(1), last));
        QCOMPARE(must(office.discounts().takeOff(system, takenOff.id, takenOff.discounts.front().id)).total(), euro(1000));
        QCOMPARE(house.uses(last), QStringLiteral("0/0"));

        const auto parked = must(house.enter(house.standing(1), last));
        must(office.parking().park(system, parked.id, QStringLiteral("x")));
        must(office.parking().discard(system, parked.id));
        QCOMPARE(house.uses(last), QStringLiteral("0/0"));

        const auto abandoned = must(house.enter(house.standing(1), last));
        must(office.checkout().pay(system, PayRequest{abandoned.id, Tender::Cash, euro(100), {}, QStringLiteral("part")}));
        must(office.checkout().abandon(system, abandoned.id));
        QCOMPARE(house.uses(last), QStringLiteral("0/0"));

        // Time gives it back at once, swept or not.
        const auto expired = must(house.enter(house.standing(1), last));
        house.box.advance(Milliseconds(16 * 60'000));
        const auto next = must(house.enter(house.standing(1), last));
        QCOMPARE(house.uses(last), QStringLiteral("1/0"));
        QCOMPARE(must(office.inventory().find(expired.id)).state, ReservationState::Expired);
        QCOMPARE(house.sold(next).total, euro(900));
        QCOMPARE(house.uses(last), QStringLiteral("0/1"));
        QCOMPARE(house.enter(house.standing(1), last).error().code, ErrorCode::PromoUsedUp);
        QCOMPARE(house.breaches(), QString());
    }

    void enteredBeforeTheTicketsItWaits_data() { bothDatabases(); }
    void enteredBeforeTheTicketsItWaits()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        PromoTerms terms = percentOff(1000);
        terms.scope = {{house.hamlet.id, {}}};
        house.code(QStringLiteral("EARLY"), terms);
        auto &office = *house.office;
        const auto cart = house.standing(1);
        must(office.inventory().removeLines(office.system(), cart.id, std::array{cart.lines.front().id}));
        QVERIFY(must(house.enter(cart, QStringLiteral("EARLY"))).total().isZero());
        const auto more = [&](const ReserveLine &line) {
            return must(office.inventory().reserve(office.system(), ReserveRequest{cart.id, Channel::Counter, {line}}));
        };
        QCOMPARE(more(places(house.club, 0, 1)).total(), euro(1600)); // not for these
        QCOMPARE(more(places(house.hamlet, 1, 2)).total(), euro(3400));
        const Order order = house.sold(must(office.inventory().find(cart.id)));
        QCOMPARE(order.discount(), euro(200));
        QCOMPARE(house.breaches(), QString());
    }

    void whatTookNothingOffWasNotUsed_data() { bothDatabases(); }
    void whatTookNothingOffWasNotUsed()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        PromoTerms best = percentOff(2000);
        best.isStackable = false;
        house.code(QStringLiteral("BEST"), times(best, 1));
        house.code(QStringLiteral("LESSER"), times(percentOff(1000), 1));
        const auto lesser = must(house.enter(house.standing(1), QStringLiteral("LESSER")));
        const auto both = must(house.enter(lesser, QStringLiteral("BEST")));
        QCOMPARE(both.total(), euro(800));
        QCOMPARE(house.uses(QStringLiteral("LESSER")), QStringLiteral("1/0"));
        const Order order = house.sold(both);
        QCOMPARE(order.total, euro(800));
        QCOMPARE(house.uses(QStringLiteral("BEST")), QStringLiteral("0/1"));
        QCOMPARE(house.uses(QStringLiteral("LESSER")), QStringLiteral("0/0"));
        QCOMPARE(must(house.office->checkout().find(both.id)).due(), euro(0));
        must(house.enter(house.standing(1), QStringLiteral("LESSER")));
        QCOMPARE(house.breaches(), QString());
    }

    void eachCustomerAsOftenAsAllowed_data() { bothDatabases(); }
    void eachCustomerAsOftenAsAllowed()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        auto &office = *house.office;
        const Actor system = office.system();
        PromoTerms each = percentOff(1000);
        each.customerLimit = 1;
        const QString code = QStringLiteral("EACH");
        house.code(code, each);
        const auto anna = must(office.customers().add(system, {{}, QStringLiteral("Anna"), {}, {}}));
        const auto bert = must(office.customers().add(system, {{}, QStringLiteral("Bert"), {}, {}}));
        const auto cartOf = [&](CustomerId customer) {
            const auto cart = house.standing(1);
            must(office.customers().assign(system, cart.id, customer));
            return cart;
        };
        const auto first = must(house.enter(cartOf(anna.id), code));
        QCOMPARE(house.enter(cartOf(anna.id), code).error().code, ErrorCode::PromoCustomerUsedUp);
        const auto second = must(house.enter(cartOf(bert.id), code));
        // Nor by changing the customer afterwards.
        QCOMPARE(office.customers().assign(system, second.id, anna.id).error().code, ErrorCode::PromoCustomerUsedUp);
        QCOMPARE(office.customers().assign(system, second.id, {}).error().code, ErrorCode::PromoNeedsCustomer);
        house.sold(first);
        QCOMPARE(office.customers().assign(system, second.id, anna.id).error().code, ErrorCode::PromoCustomerUsedUp);
        must(office.inventory().release(system, second.id));
        must(house.enter(cartOf(bert.id), code));
        QCOMPARE(house.breaches(), QString());
    }

    void byHandWithAReasonAndTheRight_data() { bothDatabases(); }
    void byHandWithAReasonAndTheRight()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        auto &office = *house.office;
        const auto clara = must(office.staff().add(office.system(), QStringLiteral("Clara"), Role::Supervisor, QStringLiteral("333333")));
        const auto cart = hold(office, {places(house.hamlet, 1, 1), places(house.club, 0, 1)});
        const Actor cashier = actorWith(office, Role::Cashier);
        const GivenDiscount half{cart.id, {}, DiscountKind::Percent, 5000, QStringLiteral(" came  late ")};
        QCOMPARE(office.discounts().give(cashier, half).error().code, ErrorCode::PermissionDenied);
        const auto allowed = must(office.staff().approve(cashier, Permission::GiveDiscount, clara.id, QStringLiteral("333333")));
        const auto given = must(office.discounts().give(allowed, half));
        QCOMPARE(given.total(), euro(500 + 750 + 100));
        QCOMPARE(given.discounts.front().reason, QStringLiteral("came late"));
        QCOMPARE(given.discounts.front().approver, clara.id);

        const auto wrong = [&](GivenDiscount bad) { return office.discounts().give(office.system(), bad).error().code; };
        QCOMPARE(wrong({cart.id, {}, DiscountKind::Percent, 5000, QStringLiteral("  ")}), ErrorCode::InvalidInput);
        QCOMPARE(wrong({cart.id, {}, DiscountKind::Percent, 10'001, QStringLiteral("x")}), ErrorCode::InvalidInput);
        QCOMPARE(wrong({cart.id, {}, DiscountKind::Amount, 0, QStringLiteral("x")}), ErrorCode::InvalidInput);
        QCOMPARE(wrong({cart.id, house.standing(1).lines.front().id, DiscountKind::Amount, 1, QStringLiteral("x")}), ErrorCode::NotFound);

        // On one line; it goes with the line.
        const auto onLine = must(office.discounts().give(office.system(), {cart.id, cart.lines.front().id, DiscountKind::Amount, 400, QStringLiteral("bad view")}));
        QCOMPARE(onLine.total(), euro(1350 - 400));
        const auto left = must(office.inventory().removeLines(office.system(), cart.id, std::array{cart.lines.front().id}));
        QCOMPARE(left.discounts.size(), size_t(1));
        QCOMPARE(left.total(), euro(850));
        const Order order = house.sold(left);
        const auto detail = must(office.orderDetails().of(order.id));
        QCOMPARE(detail.discounts.size(), size_t(1));
        QCOMPARE(detail.discounts.front().reason, QStringLiteral("came late"));
        QCOMPARE(detail.discounts.front().approverName, QStringLiteral("Clara"));
        // What people write stands in no journal.
        const auto db = house.behind();
        QVERIFY(db->run("SELECT 1 FROM journal WHERE body LIKE '%came%' OR body LIKE '%view%'").empty());
        QVERIFY(!db->run("SELECT 1 FROM journal WHERE body LIKE '%order.discounted%'").empty());
        QCOMPARE(house.breaches(), QString());
    }

    void anotherPriceLevelIsCountedAnew_data() { bothDatabases(); }
    void anotherPriceLevelIsCountedAnew()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        auto &office = *house.office;
        const Event opera = anEvent(office).named(QStringLiteral("Opera")).withGeneral(QStringLiteral("Pit"), 20, 2000).withLevel(QStringLiteral("Child"), 1000).add();
        house.code(QStringLiteral("TENTH"), percentOff(1000));
        const auto cart = must(house.enter(hold(office, {places(opera, 0, 1)}), QStringLiteral("TENTH")));
        QCOMPARE(cart.total(), euro(1800));
        QCOMPARE(must(office.inventory().setPriceLevel(office.system(), cart.id, cart.lines.front().id, opera.ticketTypes[0].priceLevels[1].id)).total(), euro(900));
        QCOMPARE(must(house.enter(cart, QStringLiteral("tenth"))).discounts.size(), size_t(1)); // entered twice
        QCOMPARE(house.sold(must(office.inventory().find(cart.id))).total, euro(900));
        QCOMPARE(house.breaches(), QString());
    }

    void termsThatMakeNoSenseAreRefused_data() { bothDatabases(); }
    void termsThatMakeNoSenseAreRefused()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        const auto wrong = [&](const QString &code, const PromoTerms &terms) { return house.office->promos().add(house.office->system(), code, terms).error().code; };
        house.code(QStringLiteral("ONE"), percentOff(1000));
        QCOMPARE(wrong(QStringLiteral("o-n-e"), percentOff(1000)), ErrorCode::InvalidInput);
        QCOMPARE(wrong(QStringLiteral("/"), percentOff(1000)), ErrorCode::InvalidInput);
        QCOMPARE(wrong(QStringLiteral("A"), percentOff(0)), ErrorCode::InvalidInput);
        QCOMPARE(wrong(QStringLiteral("A"), percentOff(10'001)), ErrorCode::InvalidInput);
        PromoTerms noCurrency = amountOff(100);
        noCurrency.currency.reset();
        QCOMPARE(wrong(QStringLiteral("A"), noCurrency), ErrorCode::InvalidInput);
        PromoTerms backwards = percentOff(1000);
        backwards.validFrom = Evening;
        backwards.validUntil = Evening;
        QCOMPARE(wrong(QStringLiteral("A"), backwards), ErrorCode::InvalidInput);
        QCOMPARE(wrong(QStringLiteral("A"), times(percentOff(1000), 0)), ErrorCode::InvalidInput);
        PromoTerms nowhere = percentOff(1000);
        nowhere.scope = {{EventId(QUuid::createUuid()), {}}};
        QCOMPARE(wrong(QStringLiteral("A"), nowhere), ErrorCode::NotFound);
        nowhere.scope = {{house.hamlet.id, house.club.ticketTypes[0].id}};
        QCOMPARE(wrong(QStringLiteral("A"), nowhere), ErrorCode::NotFound);
        const Actor cashier = actorWith(*house.office, Role::Supervisor);
        QCOMPARE(house.office->promos().add(cashier, QStringLiteral("A"), percentOff(100)).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(house.office->promos().revoke(cashier, QStringLiteral("ONE")).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(house.office->promos().revoke(house.office->system(), QStringLiteral("TWO")).error().code, ErrorCode::PromoUnknown);
        QCOMPARE(must(house.office->promos().list()).size(), size_t(1));
    }

    void whatIsGivenFreeOfChargeUsesNoCode_data() { bothDatabases(); }
    void whatIsGivenFreeOfChargeUsesNoCode()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        house.code(QStringLiteral("HALF"), times(percentOff(5000), 1));
        const auto cart = must(house.enter(house.standing(2), QStringLiteral("HALF")));
        const Order comp = *must(house.office->comps().give(house.office->system(), {cart.id, QStringLiteral("the press")})).order;
        QVERIFY(comp.total.isZero() && comp.discount().isZero());
        QCOMPARE(house.uses(QStringLiteral("HALF")), QStringLiteral("0/0"));
        QCOMPARE(house.breaches(), QString());
    }

    void ticketsAreExchangedForPlacesWithACode_data() { bothDatabases(); }
    void ticketsAreExchangedForPlacesWithACode()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        house.code(QStringLiteral("HALF"), percentOff(5000));
        const Order before = house.sold(house.standing(1)); // 10.00
        const auto cart = must(house.enter(house.standing(4), QStringLiteral("HALF"))); // 20.00
        const PayRequest rest{cart.id, Tender::Cash, euro(1000), {}, QStringLiteral("rest")};
        const auto made = must(house.office->exchanges().exchange(house.office->system(), {before.id, {}, cart.id, rest, {}}));
        QCOMPARE(made.state.order->total, euro(2000));
        QCOMPARE(made.state.order->discount(), euro(2000));
        QCOMPARE(house.uses(QStringLiteral("HALF")), QStringLiteral("0/1"));
        QCOMPARE(house.breaches(), QString());
        const auto back = must(house.office->refunds().refund(house.office->system(), {made.state.order->id, {}, false, {}}));
        QCOMPARE(back.refund.total, euro(-2000));
        QCOMPARE(house.breaches(), QString());
    }
};

FOYER_TEST(DiscountsTest, "discounts")
#include "test_discounts.moc"
