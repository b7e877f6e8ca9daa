// Early and late prices: a place costs what held when it was reserved.
#include "tests/core/services/discounted.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

class DatedPricesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newReservationsPayThePriceOfTheDate_data() { bothDatabases(); }
    void newReservationsPayThePriceOfTheDate()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        auto &office = *house.office;
        const PriceLevelId level = house.hamlet.ticketTypes[1].priceLevels[0].id;
        const Instant soon = Evening + Milliseconds(5 * 60'000);
        must(office.catalogue().setPriceFrom(office.system(), level, euro(1400), soon, {}));
        const auto early = house.standing(1);
        QCOMPARE(early.total(), euro(1000));
        house.box.setTime(soon);
        QCOMPARE(house.standing(1).total(), euro(1400));
        const auto both = must(office.inventory().reserve(office.system(), ReserveRequest{early.id, Channel::Counter, {places(house.hamlet, 1, 1)}}));
        QCOMPARE(both.total(), euro(2400)); // the line of before keeps its price
        QCOMPARE(must(office.inventory().extend(office.system(), early.id)).total(), euro(2400));
        QCOMPARE(must(office.catalogue().event(house.hamlet.id)).ticketTypes[1].priceLevels[0].price, euro(1400));
        QCOMPARE(house.sold(both).total, euro(2400));
        QCOMPARE(house.breaches(), QString());
    }

    void aPriceForAWhileGoesBackToWhatHeldBefore_data() { bothDatabases(); }
    void aPriceForAWhileGoesBackToWhatHeldBefore()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        auto &catalogue = house.office->catalogue();
        const Actor system = house.office->system();
        const PriceLevelId level = house.hamlet.ticketTypes[1].priceLevels[0].id;
        const auto at = [](int hours) { return Evening + std::chrono::hours(hours); };
        must(catalogue.setPriceFrom(system, level, euro(1400), at(10), {}));
        must(catalogue.setPriceFrom(system, level, euro(800), at(5), at(12)));
        const auto prices = must(catalogue.prices(level));
        const auto cents = [&](int hours) { return prices.priceAt(at(hours)).minor(); };
        QCOMPARE(cents(0), 1000);
        QCOMPARE(cents(5), 800);
        QCOMPARE(cents(11), 800); // in the place of 14.00
        QCOMPARE(cents(12), 1400);
        QCOMPARE(prices.steps.size(), size_t(2));
        QCOMPARE(prices.basePrice, euro(1000));
        must(catalogue.setPriceFrom(system, level, euro(900), at(1), {})); // from then on for good
        QCOMPARE(must(catalogue.prices(level)).steps.size(), size_t(1));
        QCOMPARE(must(catalogue.event(house.hamlet.id)).ticketTypes[1].priceLevels[0].price, euro(1000));
        // Another level of a line is at today's price, too.
        house.box.setTime(at(2));
        QCOMPARE(house.standing(2).total(), euro(1800));
    }

    void whatMakesNoSenseIsRefused_data() { bothDatabases(); }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QString, database);
        DiscountHouse house(database);
        auto &catalogue = house.office->catalogue();
        const PriceLevelId level = house.hamlet.ticketTypes[1].priceLevels[0].id;
        const auto wrong = [&](const Actor &actor, PriceLevelId which, Money price, std::optional<Instant> until) {
            return catalogue.setPriceFrom(actor, which, price, Evening, until).error().code;
        };
        const Actor system = house.office->system();
        QCOMPARE(wrong(system, level, euro(900), Evening), ErrorCode::InvalidInput);
        QCOMPARE(wrong(system, level, euro(-1), {}), ErrorCode::InvalidInput);
        QCOMPARE(wrong(system, level, Money(900, *Currency::fromCode(u"USD")), {}), ErrorCode::InvalidInput);
        QCOMPARE(wrong(system, PriceLevelId(QUuid::createUuid()), euro(900), {}), ErrorCode::NotFound);
        QCOMPARE(wrong(actorWith(*house.office, Role::Supervisor), level, euro(900), {}), ErrorCode::PermissionDenied);
        QVERIFY(must(catalogue.prices(level)).steps.empty());
    }
};

FOYER_TEST(DatedPricesTest, "datedprices")
#include "test_datedprices.moc"
