#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr Milliseconds Hours{60 * 60'000};
constexpr Milliseconds Days{24 * Hours};

/// An evening with seats and standing places, some of them sold, that is over; and another one to come.
struct PastEvening {
    explicit PastEvening(const QString &database) : box(database), office(box.open())
    {
        event = anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(Evening + Hours).withSeats(1, 6, 1000).withGeneral(QStringLiteral("Standing"), 20, 500)
                    .withLevel(QStringLiteral("Reduced"), 300).add();
        next = anEvent(*office).named(QStringLiteral("Faust")).startingAt(Evening + 40 * Days).withGeneral(QStringLiteral("Pit"), 20, 700).add();
        seats = seatsOf(*office, event);
        order = sell(*office, {seat(event, 0, seats[0].id), places(event, 1, 2)});
        friendly = must(office->customers().add(system(), {{}, QStringLiteral("Frieda"), {}, {}}));
        must(office->ticketChanges().revoke(system(), std::array{order.lines[1].ticket.id}));
        block(2);
        box.advance(5 * Hours);
    }

    void block(size_t seat)
    {
        must(office->inventory().block(system(), event.id, std::array{seats[seat].id}, {ClaimState::Killed, QStringLiteral("broken"), {}}));
    }

    Actor system() const { return office->system(); }
    Archive &archive() { return office->archive(); }
    Result<void> putAway() { return archive().archive(system(), std::array{event.id}); }
    TicketId ticket(size_t line) const { return order.lines[line].ticket.id; }
    bool isArchived() { return must(office->catalogue().event(event.id)).archivedAt.has_value(); }
    QStringList named(EventShelf shelf)
    {
        EventFilter filter;
        filter.shelf = shelf;
        QStringList names;
        for (const Event &one : must(office->catalogue().events(filter)))
            names << one.name;
        return names;
    }
    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }
    /// Closes the box office for it: SQLite has one writer.
    void tamper(const QString &sql)
    {
        office.reset();
        box.administrator()->execute(sql);
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;
    Event next;
    std::vector<PlanSeat> seats;
    Order order;
    Customer friendly;
};

QString literal(const TestDatabase &box, const QUuid &id)
{
    return box.isPostgres() ? QStringLiteral("'%1'").arg(id.toString(QUuid::WithoutBraces)) : QStringLiteral("x'%1'").arg(QString::fromLatin1(id.toRfc4122().toHex()));
}

} // namespace

class ArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArchivedEventIsReadOnlyUntilItIsBroughtBack_data() { bothDatabases(); }
    void anArchivedEventIsReadOnlyUntilItIsBroughtBack()
    {
        QFETCH(QString, database);
        PastEvening evening(database);
        must(evening.putAway());
        must(evening.putAway()); // again: it stays there
        BoxOffice &office = *evening.office;
        const Actor actor = evening.system();
        const PriceLevelId level = evening.event.ticketTypes[1].priceLevels[0].id;
        const std::array oneTicket{evening.ticket(0)};
        const std::array revoked{evening.ticket(1)};
        const std::array blocked{evening.seats[2].id};
        const std::array free{evening.seats[3].id};
        const Reservation cart = hold(office, {places(evening.next, 0, 1)});
        EventChange change;
        change.event = evening.event.id;
        change.name = QStringLiteral("Macbeth");
        const auto refused = [&](const char *what, const auto &result) {
            const bool is = !result && result.error().code == ErrorCode::EventArchived && result.error().args == QStringList{QStringLiteral("Hamlet")};
            if (!is)
                qWarning("%s was not refused as it should be", what);
            return is;
        };
        QVERIFY(refused("reserving", office.inventory().reserve(actor, ReserveRequest{{}, Channel::Counter, {places(evening.event, 1, 1)}})));
        QVERIFY(refused("a seat", office.inventory().reserve(actor, ReserveRequest{{}, Channel::Counter, {seat(evening.event, 0, free[0])}})));
        QVERIFY(refused("the best", office.inventory().reserveBest(actor, BestRequest{{}, Channel::Counter, evening.event.id, {evening.event.ticketTypes[0].priceLevels[0].id}, 1})));
        QVERIFY(refused("killing", office.inventory().block(actor, evening.event.id, free, {ClaimState::Killed, QStringLiteral("wet"), {}})));
        QVERIFY(refused("opening", office.inventory().unblock(actor, evening.event.id, blocked)));
        QVERIFY(refused("asking for a refund", office.refunds().quote(evening.order.id, {})));
        QVERIFY(refused("a refund", office.refunds().refund(actor, {evening.order.id, {}, false, {}})));
        QVERIFY(refused("asking for an exchange", office.exchanges().quote(evening.order.id, {oneTicket[0]})));
        QVERIFY(refused("an exchange", office.exchanges().exchange(actor, {evening.order.id, {oneTicket[0]}, cart.id, {}, {}})));
        QVERIFY(refused("revoking", office.ticketChanges().revoke(actor, oneTicket)));
        QVERIFY(refused("reinstating", office.ticketChanges().reinstate(actor, revoked)));
        QVERIFY(refused("passing on", office.ticketChanges().give(actor, oneTicket, evening.friendly.id)));
        QVERIFY(refused("passing on to an e-mail", office.ticketChanges().giveToEmail(actor, oneTicket, QStringLiteral("a@example.org"))));
        QVERIFY(refused("changing", office.catalogue().changeEvents(actor, std::array{change})));
        QVERIFY(refused("a price", office.catalogue().setPrice(actor, level, euro(1))));
        QVERIFY(refused("a price by date", office.catalogue().setPriceFrom(actor, level, euro(1), Evening, {})));
        QVERIFY(refused("a capacity", office.catalogue().setCapacity(actor, evening.event.ticketTypes[1].id, 10)));
        must(office.orders().noteReprint(actor, evening.order.id, Reprint::Tickets)); // paper changes nothing
        QCOMPARE(must(office.inventory().sweep()), 0);
        QCOMPARE(evening.breaches(), QStringList());

        must(evening.archive().bringBack(actor, std::array{evening.event.id}));
        must(evening.archive().bringBack(actor, std::array{evening.event.id}));
        must(office.ticketChanges().reinstate(actor, revoked));
        must(office.inventory().unblock(actor, evening.event.id, blocked));
        must(office.catalogue().changeEvents(actor, std::array{change}));
        must(office.refunds().refund(actor, {evening.order.id, {}, false, {}}));
        must(evening.putAway());
        QCOMPARE(evening.breaches(), QStringList());
    }

    void itLeavesTheListsButIsFoundAndCounted_data() { bothDatabases(); }
    void itLeavesTheListsButIsFoundAndCounted()
    {
        QFETCH(QString, database);
        PastEvening evening(database);
        const auto figures = [&] {
            QStringList out;
            for (const EventFigures &one : must(evening.office->statistics().report(evening.system(), {})).events)
                out << QStringLiteral("%1 %2 %3 %4").arg(one.name).arg(one.capacity).arg(one.sold).arg(one.revenue.minor());
            return out;
        };
        const QStringList before = figures();
        must(evening.putAway());
        QCOMPARE(evening.named(EventShelf::Live), QStringList{QStringLiteral("Faust")});
        QCOMPARE(evening.named(EventShelf::Archived), QStringList{QStringLiteral("Hamlet")});
        QCOMPARE(evening.named(EventShelf::All), (QStringList{QStringLiteral("Hamlet"), QStringLiteral("Faust")}));
        QCOMPARE(figures(), before);
        for (const QString &text : {evening.order.number, evening.order.lines[0].ticket.number.toString(), QStringLiteral("Stalls 1-1")})
            QCOMPARE(must(evening.office->orderSearch().find(text)).size(), size_t(1));
        const TicketCheck check = must(evening.office->orders().check(evening.order.lines[0].ticket.number.toString()));
        QCOMPARE(check.eventName, QStringLiteral("Hamlet"));
    }

    void whatIsNotOverOrStillOpenStaysOut_data() { bothDatabases(); }
    void whatIsNotOverOrStillOpenStaysOut()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).startingAt(Evening + Hours).holdingFor(Milliseconds(20 * Hours)).withGeneral(QStringLiteral("Standing"), 20, 500).add();
        const std::array ids{event.id};
        const auto code = [&] { return office->archive().archive(office->system(), ids).error().code; };
        QCOMPARE(code(), ErrorCode::InvalidInput); // not over
        const Reservation cart = hold(*office, {places(event, 0, 1)});
        const Reservation paying = hold(*office, {places(event, 0, 1)});
        const auto sent = must(office->checkout().pay(office->system(), PayRequest{paying.id, Tender::Card, paying.total(), {}, QStringLiteral("k")}));
        must(office->checkout().settle({sent.payments.back().id, {GatewayOutcome::Kind::Unknown, {}, {}}}));
        box.advance(5 * Hours);
        QCOMPARE(code(), ErrorCode::InvalidInput);
        must(office->inventory().release(office->system(), cart.id));
        QCOMPARE(code(), ErrorCode::InvalidInput); // the payment nobody knows about
        must(office->checkout().settle({sent.payments.back().id, {GatewayOutcome::Kind::Captured, QStringLiteral("r"), {}}}));
        must(office->archive().archive(office->system(), ids));

        QCOMPARE(office->archive().archive(actorWith(*office, Role::Supervisor), ids).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(office->archive().bringBack(actorWith(*office, Role::Cashier), ids).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(office->archive().archive(office->system(), std::array{EventId()}).error().code, ErrorCode::NotFound);
        must(office->archive().bringBack(actorWith(*office, Role::Manager), ids));
    }

    void theSweepArchivesWhatTheRuleSays_data() { bothDatabases(); }
    void theSweepArchivesWhatTheRuleSays()
    {
        QFETCH(QString, database);
        PastEvening evening(database);
        Archive &archive = evening.archive();
        QCOMPARE(must(archive.daysAfter()), Archive::DefaultDays);
        QCOMPARE(must(archive.sweep(evening.system())), 0); // over since some hours only
        must(archive.setDaysAfter(evening.system(), 0));
        evening.box.advance(20 * Days);
        QCOMPARE(must(archive.sweep(evening.system())), 0); // never
        must(archive.setDaysAfter(evening.system(), 14));
        QCOMPARE(must(archive.sweep(evening.system())), 1);
        QVERIFY(evening.isArchived());
        QCOMPARE(must(archive.sweep(evening.system())), 0);
        QCOMPARE(evening.named(EventShelf::Live), QStringList{QStringLiteral("Faust")});
        QCOMPARE(archive.setDaysAfter(evening.system(), -1).error().code, ErrorCode::InvalidInput);
        QCOMPARE(archive.setDaysAfter(actorWith(*evening.office, Role::Supervisor), 3).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(archive.sweep(actorWith(*evening.office, Role::Cashier)).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(evening.breaches(), QStringList());
    }

    void theSweepLeavesWhatIsOpen_data() { bothDatabases(); }
    void theSweepLeavesWhatIsOpen()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).startingAt(Evening + Hours).withGeneral(QStringLiteral("Standing"), 20, 500).add();
        const Reservation paying = hold(*office, {places(event, 0, 1)});
        const auto sent = must(office->checkout().pay(office->system(), PayRequest{paying.id, Tender::Card, paying.total(), {}, QStringLiteral("k")}));
        must(office->checkout().settle({sent.payments.back().id, {GatewayOutcome::Kind::Unknown, {}, {}}}));
        box.advance(30 * Days);
        QCOMPARE(must(office->archive().sweep(office->system())), 0);
        must(office->checkout().settle({sent.payments.back().id, {GatewayOutcome::Kind::Captured, QStringLiteral("r"), {}}}));
        QCOMPARE(must(office->archive().sweep(office->system())), 1);
    }

    /// Core is not asked: the event was archived behind its back, between the reservation and the payment.
    void theDatabaseSellsNothingOfIt_data() { bothDatabases(); }
    void theDatabaseSellsNothingOfIt()
    {
        QFETCH(QString, database);
        PastEvening evening(database);
        evening.box.setTime(Evening);
        const Reservation cart = hold(*evening.office, {places(evening.event, 1, 1), seat(evening.event, 0, evening.seats[4].id)});
        const Reservation other = hold(*evening.office, {places(evening.next, 0, 1)});
        evening.tamper(QStringLiteral("UPDATE event SET archived_at = %1 WHERE id = %2").arg(Evening.ms).arg(literal(evening.box, evening.event.id.uuid())));
        evening.office = evening.box.open();
        const std::array both{PayRequest{cart.id, Tender::Cash, cart.total(), {}, QStringLiteral("a")}, PayRequest{other.id, Tender::Cash, other.total(), {}, QStringLiteral("b")}};
        const auto answers = evening.office->checkout().pay(evening.system(), both);
        QVERIFY(!answers[0]);
        QCOMPARE(answers[0].error().code, ErrorCode::EventArchived);
        QVERIFY(answers[1] && answers[1]->order); // which is none of its business
        must(evening.office->inventory().release(evening.system(), cart.id));
    }

    void everyGuardHoldsByItself_data() { bothDatabases(); }
    void everyGuardHoldsByItself()
    {
        QFETCH(QString, database);
        PastEvening evening(database);
        must(evening.putAway());
        evening.office.reset();
        const auto db = evening.box.administrator();
        for (const char *sql : {"INSERT INTO sales_rollup (chain_id, event_id, ticket_type_id, day, sold, amount, currency) SELECT chain_id, event_id, ticket_type_id, 20300101, 1, 1, currency "
                                "FROM sales_rollup WHERE event_id IN (SELECT id FROM event WHERE archived_at IS NOT NULL)",
                                "INSERT INTO claim (event_id, seat_id, ticket_type_id, state, reason) SELECT c.event_id, s.id, c.ticket_type_id, 'killed', 'x' FROM claim c JOIN seat s ON s.number = '6' "
                                "WHERE c.state = 'sold'",
                                "DELETE FROM claim WHERE state = 'killed'",
                                "INSERT INTO ticket_change (id, ticket_id, number, kind, generation, at, chain_id, seq) SELECT ticket_id, ticket_id, 7, 'reinstated', 1, 1, chain_id, seq FROM ticket_change",
                                "INSERT INTO allotment_move (id, from_id, to_id, n, chain_id, seq) SELECT m.to_id, m.from_id, m.to_id, 1, m.chain_id, m.seq FROM allotment_move m "
                                "JOIN allotment a ON a.id = m.from_id JOIN ticket_type t ON t.id = a.ticket_type_id JOIN event e ON e.id = t.event_id WHERE e.archived_at IS NOT NULL",
                                "UPDATE price_level SET price = 1 WHERE name = 'Reduced'",
                                "INSERT INTO price_step (price_level_id, from_at, price) SELECT id, 1, 1 FROM price_level WHERE name = 'Reduced'",
                                "UPDATE event SET name = 'Macbeth' WHERE archived_at IS NOT NULL"}) {
            const auto done = guarded([&]() -> Result<void> { db->run(sql); return {}; });
            QVERIFY2(!done, sql);
            QVERIFY2(done.error().code == ErrorCode::EventArchived, qPrintable(QLatin1String(sql) + u' ' + done.error().detail));
        }
    }

    void verifyFindsWhatWasDoneBehindTheJournal_data() { bothDatabases(); }
    void verifyFindsWhatWasDoneBehindTheJournal()
    {
        QFETCH(QString, database);
        PastEvening evening(database);
        evening.tamper(QStringLiteral("UPDATE event SET archived_at = %1 WHERE name = 'Hamlet'").arg((Evening + 6 * Hours).ms));
        QVERIFY(evening.breaches().join(u' ').contains(QStringLiteral("Hamlet is archived, but the journal says otherwise.")));
        evening.tamper(QStringLiteral("UPDATE event SET archived_at = NULL"));
        QCOMPARE(evening.breaches(), QStringList());
        evening.office = evening.box.open();
        must(evening.putAway());
        evening.tamper(QStringLiteral("UPDATE event SET archived_at = NULL"));
        QVERIFY(evening.breaches().join(u' ').contains(QStringLiteral("Hamlet is not archived, but the journal says that it is.")));
    }

    void verifyFindsWhatChangedInTheArchive_data() { bothDatabases(); }
    void verifyFindsWhatChangedInTheArchive()
    {
        QFETCH(QString, database);
        PastEvening evening(database);
        evening.box.setTime(Evening);
        (void)hold(*evening.office, {places(evening.event, 1, 1)});
        evening.tamper(QStringLiteral("UPDATE event SET archived_at = %1 WHERE name = 'Hamlet'").arg(Evening.ms - 1));
        const QString all = evening.breaches().join(u'\n');
        QVERIFY2(all.contains(QStringLiteral("Hamlet is archived, but a reservation of its places is active.")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("Hamlet is archived, but order %1 was made after that.").arg(evening.order.number)), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("Hamlet is archived, but ticket %1 was changed after that (revoked).").arg(evening.order.lines[1].ticket.number.toString())), qPrintable(all));
    }

    void refundsAndTheArchiveTakeTurns()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none; SQLite has one writer");
        PastEvening evening(QStringLiteral("postgres"));
        std::vector<Order> orders;
        evening.box.setTime(Evening);
        for (int i = 0; i < 8; ++i)
            orders.push_back(sell(*evening.office, {places(evening.event, 1, 2)}));
        evening.box.setTime(Evening + 5 * Hours);
        const auto manager = evening.box.open(QStringLiteral("office"));
        int refunded = 0, late = 0;
        std::thread refunding([&] {
            for (const Order &order : orders) {
                const auto made = evening.office->refunds().refund(evening.system(), {order.id, {}, false, {}});
                made ? ++refunded : ++late;
                if (!made && made.error().code != ErrorCode::EventArchived)
                    qWarning("refused with %d", int(made.error().code));
            }
        });
        for (int i = 0; i < 6; ++i) {
            must(manager->archive().archive(manager->system(), std::array{evening.event.id}));
            if (i < 5)
                must(manager->archive().bringBack(manager->system(), std::array{evening.event.id}));
        }
        refunding.join();
        QCOMPARE(refunded + late, 8);
        const auto db = Database::open(evening.box.url(), Database::Mode::Read, evening.box.clock());
        const auto report = must(Verifier(*db, KeyStore(evening.box.keyFolder()).marks(terminal_store::all(*db))).verify());
        QVERIFY2(report.breaches.filter(QStringLiteral("archive")).isEmpty(), qPrintable(report.breaches.join(u'\n')));
    }
};

FOYER_TEST(ArchiveTest, "archive")
#include "test_archive.moc"
