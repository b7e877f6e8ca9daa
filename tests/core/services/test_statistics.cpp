#include "core/storage/database.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr Milliseconds Day{24 * 60 * 60'000};

StatisticsReport reportOf(BoxOffice &office, const StatisticsFilter &filter = {})
{
    return must(office.statistics().report(office.system(), filter));
}

/// Two evenings: seats and standing places.
struct Season {
    explicit Season(const QString &database) : box(database), office(box.open())
    {
        hamlet = anEvent(*office).named(QStringLiteral("Hamlet")).withSeats(2, 10, 5900).withGeneral(QStringLiteral("Standing"), 30, 1500).add();
        concert = anEvent(*office).named(QStringLiteral("Concert")).startingAt(Evening + 3 * Day).withGeneral(QStringLiteral("Standing"), 50, 2000).add();
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event hamlet;
    Event concert;
};

} // namespace

class StatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnsoldSeasonShowsItsCapacity_data() { bothDatabases(); }
    void anUnsoldSeasonShowsItsCapacity()
    {
        QFETCH(QString, database);
        Season season(database);
        anEvent(*season.office).named(QStringLiteral("Secret")).withStatus(EventStatus::Draft).withGeneral(QStringLiteral("Standing"), 9, 1).add();
        anEvent(*season.office).named(QStringLiteral("Reading")).startingAt(Evening + 9 * Day).add();
        const auto report = reportOf(*season.office);
        QCOMPARE(report.events.size(), size_t(3));
        QCOMPARE(report.events[0].name, QStringLiteral("Hamlet"));
        QCOMPARE(report.events[0].capacity, 50);
        QCOMPARE(report.events[0].sold, 0);
        QCOMPARE(report.events[2].name, QStringLiteral("Reading"));
        QCOMPARE(report.events[2].capacity, 0);
        QCOMPARE(report.types.size(), size_t(2));
        QVERIFY(report.days.empty());
        QCOMPARE(report.reservations, 0);
    }

    void soldAndReservedAddUpPerEventAndType_data() { bothDatabases(); }
    void soldAndReservedAddUpPerEventAndType()
    {
        QFETCH(QString, database);
        Season season(database);
        BoxOffice &office = *season.office;
        const auto seats = seatsOf(office, season.hamlet);
        sell(office, {seat(season.hamlet, 0, seats[0].id), seat(season.hamlet, 0, seats[1].id), places(season.hamlet, 1, 3)});
        sell(office, {places(season.concert, 0, 4)});
        hold(office, {seat(season.hamlet, 0, seats[5].id), places(season.concert, 0, 2)});

        const auto report = reportOf(office);
        const EventFigures &hamlet = report.events[0];
        QCOMPARE(hamlet.sold, 5);
        QCOMPARE(hamlet.reserved, 1);
        QCOMPARE(hamlet.revenue, euro(2 * 5900 + 3 * 1500));
        const EventFigures &concert = report.events[1];
        QCOMPARE(concert.sold, 4);
        QCOMPARE(concert.reserved, 2);
        QCOMPARE(concert.revenue, euro(8000));
        QCOMPARE(report.types[0].name, QStringLiteral("Standing"));
        QCOMPARE(report.types[0].capacity, 80);
        QCOMPARE(report.types[0].sold, 7);
        QCOMPARE(report.types[0].reserved, 2);
        QCOMPARE(report.types[0].revenue, euro(12500));
        QCOMPARE(report.types[1].name, QStringLiteral("Stalls"));
        QCOMPARE(report.types[1].sold, 2);
        QCOMPARE(report.types[1].reserved, 1);
        QCOMPARE(report.reservations, 3);
        QCOMPARE(report.completed, 2);
        QCOMPARE(report.expired, 0);
    }

    void expiredReservationsDoNotCountBeforeTheyAreSwept_data() { bothDatabases(); }
    void expiredReservationsDoNotCountBeforeTheyAreSwept()
    {
        QFETCH(QString, database);
        Season season(database);
        hold(*season.office, {seat(season.hamlet, 0, seatsOf(*season.office, season.hamlet)[0].id), places(season.hamlet, 1, 2)});
        season.box.advance(Milliseconds(15 * 60'000 - 1));
        QCOMPARE(reportOf(*season.office).events[0].reserved, 3);
        season.box.advance(Milliseconds(1));
        const auto unswept = reportOf(*season.office);
        QCOMPARE(unswept.events[0].reserved, 0);
        QCOMPARE(unswept.expired, 1);
        must(season.office->inventory().sweep());
        QCOMPARE(reportOf(*season.office).events[0].reserved, 0);
        QCOMPARE(reportOf(*season.office).expired, 1);
    }

    void whatIsBeingPaidStaysReserved_data() { bothDatabases(); }
    void whatIsBeingPaidStaysReserved()
    {
        QFETCH(QString, database);
        Season season(database);
        BoxOffice &office = *season.office;
        const Reservation cart = hold(office, {places(season.hamlet, 1, 2)});
        must(office.checkout().pay(office.system(), PayRequest{cart.id, Tender::Card, cart.total(), {}, QStringLiteral("key")}));
        season.box.advance(Day / 2);
        QCOMPARE(reportOf(office).events[0].reserved, 2);
    }

    void onlyValidTicketsCountAsSold_data() { bothDatabases(); }
    void onlyValidTicketsCountAsSold()
    {
        QFETCH(QString, database);
        Season season(database);
        const Order order = sell(*season.office, {places(season.hamlet, 1, 3)});
        must(season.office->writer().write([&](Work &work) {
            work.db().run("UPDATE ticket SET state = 'void' WHERE id = ?", {order.lines[0].ticket.id});
            return true;
        }));
        QCOMPARE(reportOf(*season.office).events[0].sold, 2);
        QCOMPARE(reportOf(*season.office).events[0].revenue, euro(3000));
    }

    void refundsAreCountedApart_data() { bothDatabases(); }
    void refundsAreCountedApart()
    {
        QFETCH(QString, database);
        Season season(database);
        const Order order = sell(*season.office, {places(season.hamlet, 1, 3)});
        RefundWish wish;
        wish.order = order.id;
        wish.tickets = {order.lines[0].ticket.id, order.lines[1].ticket.id};
        must(season.office->refunds().refund(season.office->system(), wish));
        const auto report = reportOf(*season.office);
        QCOMPARE(report.events[0].sold, 1);
        QCOMPARE(report.events[0].refunds, 2);
        QCOMPARE(report.events[0].refunded, euro(3000));
        QCOMPARE(report.events[1].refunds, 0);
        QCOMPARE(report.types[0].refunds, 2); // Standing, of both
        QCOMPARE(report.types[0].refunded, euro(3000));
    }

    void theFilterChoosesByStartAndEvent_data() { bothDatabases(); }
    void theFilterChoosesByStartAndEvent()
    {
        QFETCH(QString, database);
        Season season(database);
        sell(*season.office, {places(season.hamlet, 1, 1)});
        sell(*season.office, {places(season.concert, 0, 2)});
        const auto later = reportOf(*season.office, {season.concert.startsAt, {}, {}});
        QCOMPARE(later.events.size(), size_t(1));
        QCOMPARE(later.events[0].name, QStringLiteral("Concert"));
        QCOMPARE(later.days.at(0).sold, 2);
        QCOMPARE(later.reservations, 1);
        const auto earlier = reportOf(*season.office, {{}, season.concert.startsAt, {}});
        QCOMPARE(earlier.events.size(), size_t(1));
        QCOMPARE(earlier.events[0].sold, 1);
        const auto one = reportOf(*season.office, {{}, {}, season.hamlet.id});
        QCOMPARE(one.events.size(), size_t(1));
        QCOMPARE(one.events[0].name, QStringLiteral("Hamlet"));
        QCOMPARE(one.types.size(), size_t(2));
        QCOMPARE(one.completed, 1);
    }

    void takingsStandOnTheirBusinessDay_data() { bothDatabases(); }
    void takingsStandOnTheirBusinessDay()
    {
        QFETCH(QString, database);
        Season season(database);
        sell(*season.office, {places(season.concert, 0, 2)});
        season.box.advance(Day);
        sell(*season.office, {places(season.concert, 0, 1)});
        sell(*season.office, {places(season.concert, 0, 3)});
        const auto report = reportOf(*season.office);
        QCOMPARE(report.days.size(), size_t(2));
        QCOMPARE(report.days[0].day, QDate(2026, 3, 20));
        QCOMPARE(report.days[0].sold, 2);
        QCOMPARE(report.days[0].takings, euro(4000));
        QCOMPARE(report.days[1].day, QDate(2026, 3, 21));
        QCOMPARE(report.days[1].sold, 4);
    }

    void compsStandApartOnTheirDay_data() { bothDatabases(); }
    void compsStandApartOnTheirDay()
    {
        QFETCH(QString, database);
        Season season(database);
        BoxOffice &office = *season.office;
        sell(office, {places(season.concert, 0, 2)});
        const Order comp = *must(office.comps().give(office.system(), {hold(office, {places(season.concert, 0, 3)}).id, QStringLiteral("press")})).order;
        season.box.advance(Day);
        must(office.refunds().refund(office.system(), {comp.id, {comp.lines[0].ticket.id}, false, {}}));
        sell(office, {places(season.concert, 0, 1)});
        const auto report = reportOf(office);
        QCOMPARE(report.days.size(), size_t(2));
        QCOMPARE(report.days[0].sold, 2);
        QCOMPARE(report.days[0].comps, 3);
        QCOMPARE(report.days[0].takings, euro(4000));
        QCOMPARE(report.days[1].sold, 1);
        QCOMPARE(report.days[1].comps, -1); // one was given back
        QCOMPARE(report.days[1].takings, euro(2000));
    }

    void currenciesAreNeverMixed_data() { bothDatabases(); }
    void currenciesAreNeverMixed()
    {
        QFETCH(QString, database);
        Season season(database);
        const Currency yen = *Currency::fromCode(u"JPY");
        const VenueId tokyo = aVenue(*season.office, QStringLiteral("Tokyo"), yen);
        const Event noh = anEvent(*season.office).named(QStringLiteral("Noh")).at(tokyo).withGeneral(QStringLiteral("Standing"), 10, 3000).add();
        sell(*season.office, {places(noh, 0, 2)});
        sell(*season.office, {places(season.concert, 0, 1)});
        const auto report = reportOf(*season.office);
        QCOMPARE(report.types.size(), size_t(3));
        QCOMPARE(report.types[0].revenue, Money(6000, yen));
        QCOMPARE(report.types[1].revenue, euro(2000));
        QCOMPARE(report.days.size(), size_t(2));
    }

    void cashiersSeeNoStatistics_data() { bothDatabases(); }
    void cashiersSeeNoStatistics()
    {
        QFETCH(QString, database);
        Season season(database);
        const auto refused = season.office->statistics().report(actorWith(*season.office, Role::Cashier), {});
        QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
        QVERIFY(season.office->statistics().report(actorWith(*season.office, Role::Supervisor), {}));
    }
};

FOYER_TEST(StatisticsTest, "statistics")
#include "test_statistics.moc"
