#include "core/storage/database.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <QtCore/QElapsedTimer>

using namespace foyer;
using test::must;

namespace {

constexpr Milliseconds Hour{60 * 60'000};

qint64 count(BoxOffice &office, const char *sql)
{
    return must(office.writer().read([&](Database &db) { return db.run(sql).front().number(0); }));
}

QString refusal(BoxOffice &office, const NewEvent &event)
{
    const auto added = office.catalogue().addEvents(office.system(), std::span(&event, 1));
    if (added)
        return QStringLiteral("accepted");
    return added.error().code == ErrorCode::InvalidInput ? added.error().args.value(0) : QStringLiteral("another error");
}

QStringList namesOf(const Result<std::vector<Event>> &events)
{
    QStringList names;
    for (const Event &event : must(events))
        names << event.name;
    return names;
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVenueIsKeptOnce_data() { test::bothDatabases(); }
    void aVenueIsKeptOnce()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        Catalogue &catalogue = office->catalogue();
        const Currency yen = *Currency::fromCode(u"JPY");
        QVERIFY(catalogue.addVenue(office->system(), QStringLiteral("Halle"), QTimeZone("Asia/Tokyo"), yen));
        const auto venues = must(catalogue.venues());
        QCOMPARE(venues.size(), size_t(1));
        QCOMPARE(venues[0].name, QStringLiteral("Halle"));
        QCOMPARE(venues[0].timeZone.id(), QByteArray("Asia/Tokyo"));
        QCOMPARE(venues[0].currency.code(), QStringLiteral("JPY"));
        QCOMPARE(catalogue.addVenue(office->system(), QStringLiteral("Halle"), QTimeZone::utc(), yen).error().code, ErrorCode::InvalidInput);
        QCOMPARE(catalogue.addVenue(office->system(), QStringLiteral("  "), QTimeZone::utc(), yen).error().code, ErrorCode::InvalidInput);
        QCOMPARE(catalogue.addVenue(office->system(), QStringLiteral("Other"), QTimeZone(), yen).error().code, ErrorCode::InvalidInput);
    }

    void onlyManagersChangeTheCatalogue_data() { test::bothDatabases(); }
    void onlyManagersChangeTheCatalogue()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        Catalogue &catalogue = office->catalogue();
        const Event event = test::anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const Actor cashier = test::actorWith(*office, Role::Cashier);
        const NewEvent another = test::anEvent(*office).build();
        const EventChange change{event.id, QStringLiteral("Other"), {}, {}, {}, {}, {}};
        const TicketType &type = event.ticketTypes[0];
        QCOMPARE(catalogue.addVenue(cashier, QStringLiteral("Hall"), QTimeZone::utc(), {}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(catalogue.addPlan(cashier, event.venue, test::aPlan(QStringLiteral("P"), {})).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(catalogue.addEvents(cashier, std::span(&another, 1)).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(catalogue.changeEvents(cashier, std::span(&change, 1)).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(catalogue.setPrice(cashier, type.priceLevels[0].id, test::euro(1)).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(catalogue.setCapacity(cashier, type.id, 1).error().code, ErrorCode::PermissionDenied);
    }

    void aPlanComesBackWithItsSeats_data() { test::bothDatabases(); }
    void aPlanComesBackWithItsSeats()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        Catalogue &catalogue = office->catalogue();
        const SeatingPlan plan = test::aPlan(QStringLiteral("House"), {{QStringLiteral("Stalls"), 3, 4}, {QStringLiteral("Circle \"B\"\\"), 1, 2}});
        const PlanId id = must(catalogue.addPlan(office->system(), test::aVenue(*office), plan));
        const SeatingPlan stored = must(catalogue.plan(id));
        QCOMPARE(stored.document, plan.document);
        QCOMPARE(stored.seats.size(), size_t(14));
        QSet<SeatId> ids;
        for (size_t i = 0; i < stored.seats.size(); ++i) {
            QCOMPARE(stored.seats[i].label, plan.seats[i].label);
            ids.insert(stored.seats[i].id);
        }
        QCOMPARE(ids.size(), 14);
        QVERIFY(!ids.contains(SeatId()));
        const auto plans = must(catalogue.plans());
        QCOMPARE(plans.size(), size_t(1));
        QCOMPARE(plans[0].seats, 14);
        QCOMPARE(catalogue.addPlan(office->system(), test::aVenue(*office), plan).error().code, ErrorCode::InvalidInput);
        QCOMPARE(catalogue.addPlan(office->system(), VenueId(QUuid::createUuid()), plan).error().code, ErrorCode::NotFound);
        QCOMPARE(catalogue.plan(PlanId(QUuid::createUuid())).error().code, ErrorCode::NotFound);
    }

    void anEventIsKeptWhole_data() { test::bothDatabases(); }
    void anEventIsKeptWhole()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const Instant start = test::Evening + 48 * Hour;
        const Event event = test::anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(start)
                                .withSeats(5, 20, 5900).withLevel(QStringLiteral("Reduced"), 4100, 1900)
                                .withGeneral(QStringLiteral("Standing"), 100, 1500).atMost(8).onSaleBetween(test::Evening, start)
                                .holdingFor(Milliseconds(10 * 60'000)).add();
        QCOMPARE(event.number, 1);
        QCOMPARE(event.uid, event.id.toString());
        QCOMPARE(event.doorsAt, start - Hour);
        QCOMPARE(event.endsAt, start + 3 * Hour);
        QCOMPARE(event.status, EventStatus::OnSale);
        QCOMPARE(event.reservationLifetime, Milliseconds(10 * 60'000));
        QCOMPARE(event.ticketTypes.size(), size_t(2));
        const TicketType &stalls = event.ticketTypes[0];
        QCOMPARE(stalls.admission, AdmissionKind::Seated);
        QCOMPARE(stalls.capacity, 100);
        QCOMPARE(stalls.categories, QStringList{QStringLiteral("Stalls")});
        QCOMPARE(stalls.priceLevels.size(), size_t(2));
        QCOMPARE(stalls.priceLevels[1].price, test::euro(4100));
        QCOMPARE(stalls.priceLevels[1].taxBasisPoints, 1900);
        const TicketType &standing = event.ticketTypes[1];
        QCOMPARE(standing.number, 2);
        QCOMPARE(standing.admission, AdmissionKind::General);
        QCOMPARE(standing.capacity, 100);
        QCOMPARE(standing.maxPerOrder, 8);
        QCOMPARE(*standing.saleFrom, test::Evening);
        QCOMPARE(*standing.saleUntil, start);
        QVERIFY(!stalls.saleFrom);
        QCOMPARE(office->catalogue().event(EventId(QUuid::createUuid())).error().code, ErrorCode::NotFound);
    }

    void theCapacityOfEveryTypeIsIssuedToTheHouse_data() { test::bothDatabases(); }
    void theCapacityOfEveryTypeIsIssuedToTheHouse()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        test::anEvent(*office).withSeats(2, 10).withGeneral(QStringLiteral("Standing"), 30, 1500).withGeneral(QStringLiteral("None"), 0, 0).add();
        QCOMPARE(count(*office, "SELECT CAST(sum(capacity) AS BIGINT) FROM allotment WHERE owner = 'house'"), 50);
        QCOMPARE(count(*office, "SELECT CAST(sum(capacity) AS BIGINT) FROM allotment"), 0);
        QCOMPARE(count(*office, "SELECT count(*) FROM allotment"), 6);
        QCOMPARE(count(*office, "SELECT count(*) FROM allotment_move"), 2);
        QCOMPARE(count(*office, "SELECT count(*) FROM account WHERE kind = 'revenue'"), 1);
        QCOMPARE(count(*office, "SELECT count(*) FROM account WHERE kind <> 'revenue'"), 3);
        const QString body = must(office->writer().read([](Database &db) { return db.run("SELECT body FROM journal ORDER BY seq DESC LIMIT 1").front().text(0); }));
        QCOMPARE(body.count(QStringLiteral("\"allotment.moved\"")), 2);
        QCOMPARE(body.count(QStringLiteral("\"event.added\"")), 1);
    }

    void aFaultyEventIsRefusedByName_data()
    {
        QTest::addColumn<std::function<void(NewEvent &)>>("spoil");
        QTest::addColumn<QString>("sentence");
        using Spoil = std::function<void(NewEvent &)>;
        const auto row = [](const char *name, Spoil spoil, const char *sentence) { QTest::newRow(name) << spoil << QString::fromUtf8(sentence); };
        row("no name", [](NewEvent &e) { e.name = QStringLiteral(" "); }, "an event has no name");
        row("ends early", [](NewEvent &e) { e.endsAt = e.startsAt - Hour; }, "the event \"Hamlet\" ends before it begins");
        row("doors late", [](NewEvent &e) { e.doorsAt = e.startsAt + Hour; }, "the doors of the event \"Hamlet\" open after it begins");
        row("no venue", [](NewEvent &e) { e.venue = VenueId(QUuid::createUuid()); }, "the event \"Hamlet\" has no venue that is known here");
        row("strange plan", [](NewEvent &e) { e.plan = PlanId(QUuid::createUuid()); }, "the seating plan of the event \"Hamlet\" does not belong to its venue");
        row("lifetime", [](NewEvent &e) { e.reservationLifetime = Milliseconds(59'999); }, "reservations of the event \"Hamlet\" do not last between one minute and one day");
        row("year", [](NewEvent &e) { e.startsAt = Instant{-1}; e.doorsAt = e.endsAt = e.startsAt; }, "the event \"Hamlet\" has a date outside the years 1970 to 9999");
        row("two types", [](NewEvent &e) { e.ticketTypes[1].name = e.ticketTypes[0].name; }, "the event \"Hamlet\" has two ticket types named \"Stalls\"");
        row("shared category", [](NewEvent &e) { e.ticketTypes.push_back(e.ticketTypes[0]); e.ticketTypes[2].name = QStringLiteral("VIP"); },
            "the category \"Stalls\" of the event \"Hamlet\" is sold twice");
        row("unknown category", [](NewEvent &e) { e.ticketTypes[0].categories = QStringList{QStringLiteral("Stals")}; },
            "the ticket type \"Stalls\" of the event \"Hamlet\" sells \"Stals\", which is not a category with seats in the plan");
        row("no plan", [](NewEvent &e) { e.plan = PlanId(); }, "the ticket type \"Stalls\" of the event \"Hamlet\" has numbered seats, but the event has no seating plan");
        row("capacity and seats", [](NewEvent &e) { e.ticketTypes[0].capacity = 5; },
            "the ticket type \"Stalls\" of the event \"Hamlet\" needs either a capacity or categories of the seating plan");
        row("capacity", [](NewEvent &e) { e.ticketTypes[1].capacity = -1; }, "the capacity of the ticket type \"Standing\" of the event \"Hamlet\" is not between 0 and 1000000000");
        row("no price", [](NewEvent &e) { e.ticketTypes[1].priceLevels.clear(); }, "the ticket type \"Standing\" of the event \"Hamlet\" has no price");
        row("negative price", [](NewEvent &e) { e.ticketTypes[1].priceLevels[0].price = test::euro(-1); },
            "the price \"Full\" of the ticket type \"Standing\" of the event \"Hamlet\" is not between 0 and 10000000000.00");
        row("other currency", [](NewEvent &e) { e.ticketTypes[1].priceLevels[0].price = Money(1, *Currency::fromCode(u"USD")); },
            "the price \"Full\" of the ticket type \"Standing\" of the event \"Hamlet\" is in USD but the venue sells in EUR");
        row("two prices", [](NewEvent &e) { e.ticketTypes[1].priceLevels.push_back(e.ticketTypes[1].priceLevels[0]); },
            "the ticket type \"Standing\" of the event \"Hamlet\" has two prices named \"Full\"");
        row("tax", [](NewEvent &e) { e.ticketTypes[1].priceLevels[0].taxBasisPoints = 10'001; },
            "the tax rate of the price \"Full\" of the ticket type \"Standing\" of the event \"Hamlet\" is not between 0 and 100 percent");
        row("limit", [](NewEvent &e) { e.ticketTypes[1].maxPerOrder = 0; },
            "the limit per order of the ticket type \"Standing\" of the event \"Hamlet\" is not between 1 and 100000");
        row("sale window", [](NewEvent &e) { e.ticketTypes[1].saleFrom = e.ticketTypes[1].saleUntil = e.startsAt; },
            "the sale of the ticket type \"Standing\" of the event \"Hamlet\" ends before it begins");
    }
    void aFaultyEventIsRefusedByName()
    {
        QFETCH(std::function<void(NewEvent &)>, spoil);
        QFETCH(QString, sentence);
        test::TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        NewEvent event = test::anEvent(*office).withSeats(1, 2).withGeneral(QStringLiteral("Standing"), 10, 1500).build();
        spoil(event);
        QCOMPARE(refusal(*office, event), sentence);
    }

    void oneFaultyEventKeepsAllOut_data() { test::bothDatabases(); }
    void oneFaultyEventKeepsAllOut()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        std::vector<NewEvent> events(3, test::anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).build());
        events[2].ticketTypes[0].capacity = -1;
        QVERIFY(!office->catalogue().addEvents(office->system(), events));
        QCOMPARE(count(*office, "SELECT count(*) FROM event"), 0);
        QCOMPARE(count(*office, "SELECT count(*) FROM allotment"), 0);
    }

    void aCalendarIdStandsOnceInAVenue_data() { test::bothDatabases(); }
    void aCalendarIdStandsOnceInAVenue()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        NewEvent event = test::anEvent(*office).build();
        event.uid = QStringLiteral("a@b");
        const std::vector<NewEvent> twice{event, event};
        QCOMPARE(office->catalogue().addEvents(office->system(), twice).error().args.value(0),
                 QStringLiteral("there are two events with the calendar id \"a@b\""));
        QCOMPARE(refusal(*office, event), QStringLiteral("accepted"));
        QCOMPARE(refusal(*office, event), QStringLiteral("there are two events with the calendar id \"a@b\""));
        const auto known = must(office->catalogue().eventsByUid(event.venue, {QStringLiteral("x"), QStringLiteral("a@b")}));
        QCOMPARE(known.size(), size_t(1));
        QCOMPARE(known[0].first, QStringLiteral("a@b"));
        event.venue = test::aVenue(*office, QStringLiteral("Club"));
        QCOMPARE(refusal(*office, event), QStringLiteral("accepted"));
    }

    void eventsAreFoundByTimeAndName_data() { test::bothDatabases(); }
    void eventsAreFoundByTimeAndName()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const auto add = [&](const QString &name, int hours) {
            return test::anEvent(*office).named(name).startingAt(test::Evening + hours * Hour);
        };
        add(QStringLiteral("Über uns 100%"), 30).add();
        add(QStringLiteral("Macbeth"), 10).add();
        add(QStringLiteral("Hamlet"), 20).add();
        add(QStringLiteral("Secret"), 15).withStatus(EventStatus::Draft).add();
        const auto find = [&](EventFilter filter) { return namesOf(office->catalogue().events(filter)); };
        QCOMPARE(find({}), (QStringList{QStringLiteral("Macbeth"), QStringLiteral("Hamlet"), QStringLiteral("Über uns 100%")}));
        QCOMPARE(find({test::Evening + 10 * Hour, test::Evening + 20 * Hour, {}, true, 500}), (QStringList{QStringLiteral("Macbeth"), QStringLiteral("Secret")}));
        QCOMPARE(find({{}, {}, QStringLiteral("üBER"), false, 500}), QStringList{QStringLiteral("Über uns 100%")});
        QCOMPARE(find({{}, {}, QStringLiteral("0%"), false, 500}), QStringList{QStringLiteral("Über uns 100%")});
        QCOMPARE(find({{}, {}, QStringLiteral("m_e"), false, 500}), QStringList());
        QCOMPARE(find({{}, {}, QStringLiteral("M"), false, 1}), QStringList{QStringLiteral("Macbeth")});
        QCOMPARE(find({{}, {}, {}, false, 2}), (QStringList{QStringLiteral("Macbeth"), QStringLiteral("Hamlet")}));
    }

    void onlyWhatIsSetChanges_data() { test::bothDatabases(); }
    void onlyWhatIsSetChanges()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        Catalogue &catalogue = office->catalogue();
        const Event event = test::anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const Event other = test::anEvent(*office).named(QStringLiteral("Other")).add();
        const std::vector<EventChange> changes{{event.id, {}, QStringLiteral("moved"), event.startsAt + Hour, {}, {}, EventStatus::Paused},
                                               {other.id, QStringLiteral("Another"), {}, {}, {}, {}, {}}};
        QVERIFY(catalogue.changeEvents(office->system(), changes));
        const Event after = must(catalogue.event(event.id));
        QCOMPARE(after.name, event.name);
        QCOMPARE(after.description, QStringLiteral("moved"));
        QCOMPARE(after.startsAt, event.startsAt + Hour);
        QCOMPARE(after.doorsAt, event.doorsAt);
        QCOMPARE(after.status, EventStatus::Paused);
        QCOMPARE(must(catalogue.event(other.id)).name, QStringLiteral("Another"));

        const std::vector<EventChange> faulty{{other.id, QStringLiteral("Third"), {}, {}, {}, {}, {}},
                                              {event.id, {}, {}, event.endsAt + Hour, {}, {}, {}}};
        QCOMPARE(catalogue.changeEvents(office->system(), faulty).error().code, ErrorCode::InvalidInput);
        QCOMPARE(must(catalogue.event(other.id)).name, QStringLiteral("Another"));
        const EventChange unknown{EventId(QUuid::createUuid()), {}, {}, {}, {}, {}, {}};
        QCOMPARE(catalogue.changeEvents(office->system(), std::span(&unknown, 1)).error().code, ErrorCode::NotFound);
    }

    void aPriceStaysInItsCurrency_data() { test::bothDatabases(); }
    void aPriceStaysInItsCurrency()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        Catalogue &catalogue = office->catalogue();
        const Event event = test::anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const PriceLevelId level = event.ticketTypes[0].priceLevels[0].id;
        QVERIFY(catalogue.setPrice(office->system(), level, test::euro(1700)));
        QCOMPARE(must(catalogue.event(event.id)).ticketTypes[0].priceLevels[0].price, test::euro(1700));
        QCOMPARE(catalogue.setPrice(office->system(), level, Money(1, *Currency::fromCode(u"USD"))).error().code, ErrorCode::InvalidInput);
        QCOMPARE(catalogue.setPrice(office->system(), level, test::euro(-1)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(catalogue.setPrice(office->system(), PriceLevelId(QUuid::createUuid()), test::euro(1)).error().code, ErrorCode::NotFound);
    }

    void capacityGrowsAndShrinksToWhatIsInUse_data() { test::bothDatabases(); }
    void capacityGrowsAndShrinksToWhatIsInUse()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        Catalogue &catalogue = office->catalogue();
        const Event event = test::anEvent(*office).withSeats(1, 2).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const TicketTypeId standing = event.ticketTypes[1].id;
        const auto capacity = [&] { return must(catalogue.event(event.id)).ticketTypes[1].capacity; };
        QVERIFY(catalogue.setCapacity(office->system(), standing, 25));
        QCOMPARE(capacity(), 25);
        must(office->writer().write([&](Work &work) {
            work.db().run("UPDATE allotment SET held = 3, sold = 4 WHERE ticket_type_id = ? AND owner = 'house'", {standing});
            return true;
        }));
        const auto refused = catalogue.setCapacity(office->system(), standing, 6);
        QCOMPARE(refused.error().code, ErrorCode::PlacesInUse);
        QCOMPARE(refused.error().args, QStringList{QStringLiteral("7")});
        QCOMPARE(capacity(), 25);
        QVERIFY(catalogue.setCapacity(office->system(), standing, 7));
        QVERIFY(catalogue.setCapacity(office->system(), standing, 7));
        QCOMPARE(capacity(), 7);
        QCOMPARE(count(*office, "SELECT CAST(sum(capacity) AS BIGINT) FROM allotment"), 0);
        QCOMPARE(catalogue.setCapacity(office->system(), event.ticketTypes[0].id, 5).error().code, ErrorCode::InvalidInput);
        QCOMPARE(catalogue.setCapacity(office->system(), standing, -1).error().code, ErrorCode::InvalidInput);
        QCOMPARE(catalogue.setCapacity(office->system(), TicketTypeId(QUuid::createUuid()), 5).error().code, ErrorCode::NotFound);
    }

    void twoTerminalsAddEventsWithoutSharingANumber()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs a server");
        test::TestDatabase box(QStringLiteral("postgres"));
        const auto first = box.open(QStringLiteral("first"));
        const NewEvent event = test::anEvent(*first).withGeneral(QStringLiteral("Standing"), 10, 1500).build();
        const auto add = [&](BoxOffice &office) {
            for (int i = 0; i < 10; ++i)
                must(office.catalogue().addEvents(office.system(), std::span(&event, 1)));
        };
        const std::unique_ptr<QThread> other(QThread::create([&] { add(*box.open(QStringLiteral("second"))); }));
        other->start();
        add(*first);
        other->wait();
        QCOMPARE(count(*first, "SELECT max(number) FROM event"), 20);
    }

    void aHundredThousandSeatsAndTwentyThousandEventsTakeSeconds_data() { test::bothDatabases(); }
    void aHundredThousandSeatsAndTwentyThousandEventsTakeSeconds()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const SeatingPlan plan = test::aPlan(QStringLiteral("Arena"), {{QStringLiteral("Stalls"), 1000, 100}});
        QElapsedTimer timer;
        timer.start();
        const PlanId id = must(office->catalogue().addPlan(office->system(), test::aVenue(*office), plan));
        qInfo("storing the plan: %lld ms", timer.restart());
        QCOMPARE(must(office->catalogue().plan(id)).seats.size(), size_t(100'000));
        qInfo("reading the plan: %lld ms", timer.restart());
        std::vector<NewEvent> events(20'000, test::anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).build());
        timer.restart();
        must(office->catalogue().addEvents(office->system(), events));
        qInfo("adding the events: %lld ms", timer.restart());
        const auto read = must(office->catalogue().events({{}, {}, {}, false, 19'999}));
        qInfo("reading the events: %lld ms", timer.restart());
        QCOMPARE(read.size(), size_t(19'999));
        for (const Event &event : read) {
            QCOMPARE(event.ticketTypes.size(), size_t(1));
            QCOMPARE(event.ticketTypes[0].priceLevels.size(), size_t(1));
        }
    }
};

FOYER_TEST(CatalogueTest, "catalogue")
#include "test_catalogue.moc"
