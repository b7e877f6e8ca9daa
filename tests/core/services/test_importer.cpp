// Imports: all or nothing, by uid, every faulty line told; and back out again.
#include "core/domain/demoplans.h"
#include "core/services/importer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

const QByteArray Header("uid,name,start,status,ticket_type,capacity,categories,price_level,price\n");

/// A box office with the demo's theatre, and the importer on it.
struct Desk {
    explicit Desk(const QString &kind) : database(kind), office(database.open()), venue(aVenue(*office)), importer(office->catalogue()) {}

    ImportSummary import(const QByteArray &csv, bool dryRun = false, const EventImportOptions &options = {})
    {
        const auto context = must(importer.context(venue, database.clock().now()));
        return must(importer.importEvents(office->system(), venue, readEventsCsv(csv, context), options, dryRun));
    }

    std::vector<Event> events()
    {
        EventFilter all;
        all.withDrafts = true;
        return must(office->catalogue().events(all));
    }

    TestDatabase database;
    std::unique_ptr<BoxOffice> office;
    VenueId venue;
    Importer importer;
};

} // namespace

class ImporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondImportUpdatesAndNeverDuplicates_data() { bothDatabases(); }
    void aSecondImportUpdatesAndNeverDuplicates()
    {
        QFETCH(QString, database);
        Desk desk(database);
        const ImportSummary first = desk.import(Header + "a,Hamlet,2026-11-20T19:30,,Standing,50,,Full,12.00\n"
                                                         "b,Macbeth,2026-11-21T19:30,,Standing,50,,Full,12.00\n");
        QCOMPARE(first.added, 2);
        const Event before = desk.events().front();

        const ImportSummary second = desk.import(Header + "a,Hamlet again,2026-11-20T20:00,cancelled,,,,,\nb,Macbeth,2026-11-21T19:30,,,,,,\n");
        QVERIFY(second.isClean());
        QCOMPARE(second.added, 0);
        QCOMPARE(second.updated, 1);
        QCOMPARE(second.unchanged, 1);
        const auto after = desk.events();
        QCOMPARE(after.size(), size_t(2));
        QCOMPARE(after.front().id, before.id);
        QCOMPARE(after.front().name, QStringLiteral("Hamlet again"));
        QCOMPARE(after.front().status, EventStatus::Cancelled);
        QCOMPARE((after.front().startsAt - before.startsAt).count(), 30 * 60'000);
        QCOMPARE((after.front().doorsAt - before.doorsAt).count(), 30 * 60'000); // what the file does not say moves along
        QCOMPARE(after.front().ticketTypes.size(), size_t(1));
    }

    void oneFaultyRowKeepsEverythingOut_data() { bothDatabases(); }
    void oneFaultyRowKeepsEverythingOut()
    {
        QFETCH(QString, database);
        Desk desk(database);
        const ImportSummary summary = desk.import(Header + "a,Hamlet,2026-11-20T19:30,,Standing,50,,Full,12.00\n"
                                                           "b,Macbeth,2026-11-21T19:30,,Standing,50,,Full,12.005\n"
                                                           "c,Othello,2026-11-22T19:30,,Boxes,,Boxes,Full,12.00\n");
        QCOMPARE(summary.faults.size(), size_t(2)); // the price in the file's own terms, the category by the house's
        QCOMPARE(summary.faults[0].line, 3);
        QCOMPARE(summary.faults[1].line, 4);
        QVERIFY(!summary.faults[1].reason.isEmpty());
        QVERIFY(desk.events().empty());
    }

    void aChangeThatCannotBeKeepsTheOthersOut_data() { bothDatabases(); }
    void aChangeThatCannotBeKeepsTheOthersOut()
    {
        QFETCH(QString, database);
        Desk desk(database);
        desk.import(Header + "a,Hamlet,2026-11-20T19:30,,Standing,50,,Full,12.00\n");
        const QByteArray header("uid,name,start,doors\n");
        const ImportSummary summary = desk.import(header + "a,Hamlet,2026-11-20T19:30,2026-11-20T21:00\nb,Macbeth,2026-11-21T19:30,\n");
        QCOMPARE(summary.faults.size(), size_t(1));
        QCOMPARE(summary.faults[0].line, 2);
        QCOMPARE(desk.events().size(), size_t(1));
    }

    void aDryRunCountsAndChangesNothing()
    {
        Desk desk(QStringLiteral("sqlite"));
        const ImportSummary summary = desk.import(Header + "a,Hamlet,2026-11-20T19:30,,Standing,50,,Full,12.00\n", true);
        QCOMPARE(summary.added, 1);
        QVERIFY(desk.events().empty());
    }

    void eventsWithoutTicketsAreDraftsOrLikeAnother()
    {
        Desk desk(QStringLiteral("sqlite"));
        desk.import(Header + "a,Hamlet,2026-11-20T19:30,,Standing,50,,Full,12.00\n");
        const ImportSummary bare = desk.import("uid,name,start\nb,Macbeth,2026-11-21T19:30\n");
        QCOMPARE(bare.withoutTickets, 1);
        QCOMPARE(desk.events()[1].status, EventStatus::Draft);

        EventImportOptions options;
        options.likeEvent = desk.events().front().id;
        desk.import("uid,name,start\nc,Othello,2026-11-22T19:30\n", false, options);
        const Event othello = desk.events()[2];
        QCOMPARE(othello.status, EventStatus::OnSale);
        QCOMPARE(othello.ticketTypes.front().capacity, 50);
        QCOMPARE(othello.ticketTypes.front().priceLevels.front().price, euro(1200));
    }

    void seatedEventsFindTheirPlanByItsCategories()
    {
        Desk desk(QStringLiteral("sqlite"));
        const auto plan = must(desk.importer.importPlan(desk.office->system(), desk.venue, theatrePlan(), false));
        const ImportSummary summary = desk.import(Header + "a,Hamlet,2026-11-20T19:30,,Stalls,,Stalls,Full,59.00\n");
        QVERIFY2(summary.isClean(), summary.isClean() ? "" : qPrintable(summary.faults.front().reason));
        QVERIFY(desk.events().front().ticketTypes.front().capacity > 100);
        QVERIFY(plan.seats > 1000);
    }

    void aPlanComesBackAsItsFile_data() { bothDatabases(); }
    void aPlanComesBackAsItsFile()
    {
        QFETCH(QString, database);
        Desk desk(database);
        must(desk.importer.importPlan(desk.office->system(), desk.venue, theatrePlan(), true));
        QVERIFY(must(desk.office->catalogue().plans()).empty());
        must(desk.importer.importPlan(desk.office->system(), desk.venue, theatrePlan(), false));
        QVERIFY(must(desk.importer.importPlan(desk.office->system(), desk.venue, theatrePlan(), false)).unchanged);
        const auto plans = must(desk.office->catalogue().plans());
        QCOMPARE(plans.size(), size_t(1));
        QCOMPARE(must(desk.importer.exportPlan(plans.front().id)), theatrePlan());
        const QByteArray other = QByteArray(theatrePlan()).replace("Balcony", "Gallery");
        QCOMPARE(desk.importer.importPlan(desk.office->system(), desk.venue, other, false).error().code, ErrorCode::InvalidInput);
    }

    void whatIsExportedCanBeImportedUnchanged_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("csv") << int(Importer::Format::Csv);
        QTest::newRow("ics") << int(Importer::Format::Ics);
    }
    void whatIsExportedCanBeImportedUnchanged()
    {
        QFETCH(int, format);
        Desk desk(QStringLiteral("sqlite"));
        desk.import(Header + "a,\"Hamlet, Prince\",2026-11-20T19:30,,Standing,50,,Full,12.00\n"
                             "a,,,,Standing,,,Reduced,8.00\nb,Macbeth,2026-11-21T19:30,cancelled,Standing,50,,Full,12.00\n");
        const QByteArray file = must(desk.importer.exportEvents(desk.venue, Importer::Format(format), desk.database.clock().now()));
        const auto context = must(desk.importer.context(desk.venue, desk.database.clock().now()));
        const EventFile read = format == int(Importer::Format::Csv) ? readEventsCsv(file, context) : readEventsIcs(file, context);
        const auto again = must(desk.importer.importEvents(desk.office->system(), desk.venue, read, {}, false));
        QVERIFY2(again.isClean(), again.isClean() ? "" : qPrintable(again.faults.front().reason));
        QCOMPARE(again.unchanged, 2);
        QCOMPARE(again.added + again.updated, 0);
    }

    void whoMayNotManageMayNotImport()
    {
        Desk desk(QStringLiteral("sqlite"));
        const Actor cashier = actorWith(*desk.office, Role::Cashier);
        QCOMPARE(desk.importer.importEvents(cashier, desk.venue, {}, {}, false).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(desk.importer.importPlan(cashier, desk.venue, theatrePlan(), false).error().code, ErrorCode::PermissionDenied);
    }
};

FOYER_TEST(ImporterTest, "importer")
#include "test_importer.moc"
