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

/// Three tickets for Hamlet, and one for another evening.
struct FrontDoor {
    explicit FrontDoor(const QString &database) : box(database), office(box.open())
    {
        hamlet = anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(Evening + Milliseconds(30 * 60'000)).withSeats(1, 5, 1000).withGeneral(QStringLiteral("Standing"), 50, 500).add();
        faust = anEvent(*office).named(QStringLiteral("Faust")).withGeneral(QStringLiteral("Free"), 50, 0).add();
        order = sell(*office, {seat(hamlet, 0, seatsOf(*office, hamlet)[0].id), places(hamlet, 1, 2)});
        other = sell(*office, {places(faust, 0, 1)});
        codes = must(office->orders().codes(order));
        friendly = must(office->customers().add(office->system(), {{}, QStringLiteral("Frieda"), {}, {}})).id;
        steward = actorWith(*office, Role::Steward);
        cashier = actorWith(*office, Role::Cashier);
        supervisor = actorWith(*office, Role::Supervisor);
    }

    Admissions &admissions() { return office->admissions(); }
    ScanVerdict scan(const QString &text, Passing passing = Passing::In) { return must(admissions().scan(steward, {text, hamlet.id, passing})); }
    TicketId ticket(size_t line) const { return order.lines[line].ticket.id; }
    QString number(size_t line) const { return order.lines[line].ticket.number.toString(); }
    AdmissionCounts counts() { return must(admissions().counts(steward, hamlet.id)); }
    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event hamlet;
    Event faust;
    Order order;
    Order other;
    QStringList codes;
    CustomerId friendly;
    Actor steward;
    Actor cashier;
    Actor supervisor;
};

bool areCounts(const AdmissionCounts &counts, int admitted, int inside, int expected)
{
    if (counts.admitted == admitted && counts.inside == inside && counts.expected == expected)
        return true;
    qWarning("admitted %d, inside %d, expected %d", counts.admitted, counts.inside, counts.expected);
    return false;
}

} // namespace

class AdmissionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketAdmitsOnceAndSaysWhereAndWhen_data() { bothDatabases(); }
    void aTicketAdmitsOnceAndSaysWhereAndWhen()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        QVERIFY(areCounts(door.counts(), 0, 0, 3));
        const auto welcome = door.scan(door.codes[0]);
        QCOMPARE(welcome.admittance, Admittance::Welcome);
        QVERIFY(welcome.isProven);
        QCOMPARE(welcome.ticket->seatLabel->spoken(), door.order.lines[0].seatLabel->spoken());
        QVERIFY(areCounts(door.counts(), 1, 1, 2));
        QCOMPARE(door.scan(door.codes[0]).admittance, Admittance::CountedAlready);
        door.box.advance(std::chrono::seconds(5));
        const auto again = door.scan(door.codes[0]);
        QCOMPARE(again.admittance, Admittance::AlreadyUsed);
        QCOMPARE(again.before->at, Evening);
        QVERIFY(!again.before->door.isEmpty());
        QVERIFY(areCounts(door.counts(), 1, 1, 2));
        QCOMPARE(door.scan(door.codes[0], Passing::Out).admittance, Admittance::Goodbye);
        QVERIFY(areCounts(door.counts(), 1, 0, 2));
        QCOMPARE(door.scan(door.number(0)).admittance, Admittance::Welcome); // in again, by the number
        QVERIFY(areCounts(door.counts(), 1, 1, 2));
        QCOMPARE(door.breaches(), QStringList());
    }

    void aBatchIsDecidedInItsOrder_data() { bothDatabases(); }
    void aBatchIsDecidedInItsOrder()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        const EventId event = door.hamlet.id;
        const std::vector<ScanRequest> requests{{door.codes[1], event}, {door.codes[1], event}, {QStringLiteral("HELLO"), event}, {door.codes[1], event, Passing::Out},
                                                {door.codes[1], event}, {door.codes[2], event}, {door.codes[2], EventId(QUuid::createUuid())}};
        const auto verdicts = door.admissions().scan(door.steward, requests);
        QCOMPARE(verdicts.size(), requests.size());
        const std::array expected{Admittance::Welcome, Admittance::CountedAlready, Admittance::Refused, Admittance::Goodbye, Admittance::Welcome, Admittance::Welcome};
        for (size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(verdicts[i]->admittance, expected[i]);
        QCOMPARE(verdicts[2]->refusedFor, RefusedFor::Unreadable);
        QCOMPARE(verdicts[6].error().code, ErrorCode::NotFound);
        QVERIFY(areCounts(door.counts(), 2, 2, 1));
        QCOMPARE(door.breaches(), QStringList());
    }

    void whatDoesNotAdmitIsRefusedWithItsReason_data() { bothDatabases(); }
    void whatDoesNotAdmitIsRefusedWithItsReason()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        const auto reason = [&](const QString &text) {
            const auto verdict = door.scan(text);
            return verdict.admittance == Admittance::Refused ? verdict.refusedFor : RefusedFor::Nothing;
        };
        TicketCode forged = ticketcode::decode(door.codes[0])->code;
        SystemRandom random;
        QCOMPARE(reason(ticketcode::encode(forged, crypto::SigningKey::generate(random))), RefusedFor::Forged);
        forged.issuer = 99;
        QCOMPARE(reason(ticketcode::encode(forged, door.office->writer().key())), RefusedFor::Forged);
        QCOMPARE(reason(TicketNumber::make(random).toString()), RefusedFor::Unknown);
        QCOMPARE(reason(door.other.lines[0].ticket.number.toString()), RefusedFor::OtherEvent);
        must(door.office->ticketChanges().give(door.cashier, std::array{door.ticket(0)}, door.friendly));
        QCOMPARE(reason(door.codes[0]), RefusedFor::PassedOn);
        must(door.office->ticketChanges().revoke(door.cashier, std::array{door.ticket(1)}));
        QCOMPARE(reason(door.codes[1]), RefusedFor::Revoked);
        QVERIFY(areCounts(door.counts(), 0, 0, 2));
        must(door.office->refunds().refund(door.cashier, {door.order.id, {door.ticket(2)}, false, {}}));
        QCOMPARE(reason(door.codes[2]), RefusedFor::Void);
        QVERIFY(areCounts(door.counts(), 0, 0, 1));
        QCOMPARE(door.breaches(), QStringList());
    }

    void beforeTheDoorsOpenItWarns_data() { bothDatabases(); }
    void beforeTheDoorsOpenItWarns()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        const Order order = sell(*door.office, {places(door.faust, 0, 1)}); // tomorrow
        const auto early = must(door.admissions().scan(door.steward, {order.lines[0].ticket.number.toString(), door.faust.id}));
        QCOMPARE(early.admittance, Admittance::Welcome);
        QCOMPARE(early.note, DoorNote::BeforeDoors);
        QCOMPARE(door.scan(door.codes[0]).note, DoorNote::Nothing);
    }

    void cashiersDoNotAdmitAndArchivedEventsAreOver_data() { bothDatabases(); }
    void cashiersDoNotAdmitAndArchivedEventsAreOver()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        QCOMPARE(door.admissions().scan(door.cashier, {door.codes[0], door.hamlet.id}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(door.admissions().counts(door.cashier, door.hamlet.id).error().code, ErrorCode::PermissionDenied);
        door.box.advance(std::chrono::hours(24));
        must(door.office->archive().archive(door.office->system(), std::array{door.hamlet.id}));
        QCOMPARE(door.admissions().scan(door.steward, {door.codes[0], door.hamlet.id}).error().code, ErrorCode::EventArchived);
        QVERIFY(areCounts(door.counts(), 0, 0, 3));
    }

    void theTableItselfRefusesASecondEntry_data() { bothDatabases(); }
    void theTableItselfRefusesASecondEntry()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        door.scan(door.codes[0]);
        const auto insert = [&](int number, const char *direction) {
            door.box.administrator()->run("INSERT INTO admission (id, ticket_number, event_id, number, direction, generation, terminal_id, at, chain_id, seq) "
                                          "SELECT ?, ticket_number, event_id, ?, ?, 1, terminal_id, at, chain_id, seq FROM admission WHERE number = 1",
                                          {QUuid::createUuid(), number, QString::fromLatin1(direction)});
        };
        if (!door.box.isPostgres())
            door.office.reset(); // one writer
        QVERIFY_THROWS_EXCEPTION(StorageError, insert(1, "entry"));
        QVERIFY_THROWS_EXCEPTION(StorageError, insert(2, "entry")); // by turns
        QVERIFY_THROWS_EXCEPTION(StorageError, insert(3, "entry")); // without the exit before it
        QVERIFY_THROWS_EXCEPTION(StorageError, door.box.administrator()->run("UPDATE admission SET number = 5"));
        QVERIFY_THROWS_EXCEPTION(StorageError, door.box.administrator()->run("DELETE FROM admission"));
    }

    void whatSomebodyCameInWithIsUndoneByASupervisorAlone_data() { bothDatabases(); }
    void whatSomebodyCameInWithIsUndoneByASupervisorAlone()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        door.scan(door.codes[0]);
        door.scan(door.codes[0], Passing::Out); // who has seen half of it has seen it
        const RefundWish all{door.order.id, {}, false, {}};
        const auto refused = door.office->refunds().refund(door.cashier, all);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyAdmitted);
        QCOMPARE(refused.error().args, QStringList{door.order.lines[0].ticket.number.grouped()});
        QCOMPARE(door.office->ticketChanges().give(door.cashier, std::array{door.ticket(0)}, door.friendly).error().code, ErrorCode::AlreadyAdmitted);
        QCOMPARE(door.office->ticketChanges().giveToEmail(door.cashier, std::array{door.ticket(0)}, QStringLiteral("eve@example.org")).error().code, ErrorCode::AlreadyAdmitted);
        const Reservation cart = hold(*door.office, {places(door.hamlet, 1, 1)});
        const ExchangeWish exchange{door.order.id, {door.ticket(0)}, cart.id, {}, {}};
        QCOMPARE(door.office->exchanges().exchange(door.cashier, exchange).error().code, ErrorCode::AlreadyAdmitted);
        QCOMPARE(door.office->exchangePlans().plan(door.cashier, exchange).error().code, ErrorCode::AlreadyAdmitted); // nor is money taken for it
        QVERIFY(door.office->ticketChanges().revoke(door.cashier, std::array{door.ticket(0)})); // takes nothing from the house
        QVERIFY(door.office->ticketChanges().reinstate(door.cashier, std::array{door.ticket(0)}));

        const auto clara = must(door.office->staff().add(door.office->system(), QStringLiteral("Clara"), Role::Supervisor, QStringLiteral("333333")));
        const Actor allowed = must(door.office->staff().approve(door.cashier, Permission::UndoAdmitted, clara.id, QStringLiteral("333333")));
        QVERIFY(door.office->ticketChanges().give(allowed, std::array{door.ticket(0)}, door.friendly));
        QVERIFY(door.office->exchanges().exchange(allowed, exchange));
        QVERIFY(door.office->refunds().refund(door.cashier, {door.order.id, {door.ticket(1)}, false, {}})); // nobody came in with that one
        door.scan(door.codes[2]);
        QVERIFY(door.office->refunds().refund(door.supervisor, {door.order.id, {door.ticket(2)}, false, {}}));
        const auto approver = door.office->writer().db().run("SELECT count(*) FROM journal WHERE body LIKE ?", {QStringLiteral("%order.refunded%approver\":\"") + clara.id.toString() + u'%'});
        QCOMPARE(approver.front().number(0), 1); // the exchange's half; the others needed nobody
        QCOMPARE(door.breaches(), QStringList());
    }

    void theOrderTellsWhoCameIn_data() { bothDatabases(); }
    void theOrderTellsWhoCameIn()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        door.scan(door.codes[0]);
        door.box.advance(std::chrono::minutes(50));
        door.scan(door.codes[0], Passing::Out);
        const auto detail = must(door.office->orderDetails().of(door.order.id));
        QCOMPARE(detail.admitted.size(), 1);
        QCOMPARE(detail.admitted.value(door.ticket(0)).passing(), Passing::Out);
        QCOMPARE(detail.admitted.value(door.ticket(0)).at, Evening + std::chrono::minutes(50));
        QCOMPARE(detail.history.size(), size_t(3));
        QCOMPARE(detail.history[1].what, OrderStep::What::Admitted);
        QCOMPARE(detail.history[2].what, OrderStep::What::LeftAgain);
        QCOMPARE(detail.history[2].about, QStringList{door.number(0)});
        const auto report = must(door.office->statistics().report(door.supervisor, {}));
        QCOMPARE(report.events.front().admitted, 1);
        const auto vip = std::find_if(report.types.begin(), report.types.end(), [](const TypeFigures &type) { return type.name == QLatin1String("Stalls"); });
        QCOMPARE(vip->admitted, 1);
    }

    void oneTicketAtManyDoorsIsWelcomeAtOne_data() { bothDatabases(); }
    void oneTicketAtManyDoorsIsWelcomeAtOne()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        constexpr int Doors = 6, Tickets = 12;
        const Order order = sell(*door.office, {places(door.hamlet, 1, Tickets)});
        const QStringList codes = must(door.office->orders().codes(order));
        std::array<std::atomic<int>, Tickets> welcome{};
        std::atomic<int> strange = 0;
        const auto scanAll = [&](BoxOffice &office) {
            const Actor steward = actorWith(office, Role::Steward);
            for (int i = 0; i < Tickets; ++i) {
                const auto verdict = office.admissions().scan(steward, {codes[i], door.hamlet.id});
                if (!verdict || verdict->admittance == Admittance::Refused)
                    ++strange;
                else if (verdict->admittance == Admittance::Welcome)
                    ++welcome[size_t(i)];
            }
        };
        if (door.box.isPostgres()) {
            std::latch ready(Doors);
            std::vector<std::thread> doors;
            for (int i = 0; i < Doors; ++i)
                doors.emplace_back([&, i] {
                    const auto own = door.box.open(QStringLiteral("door %1").arg(i));
                    ready.arrive_and_wait();
                    scanAll(*own);
                });
            for (std::thread &each : doors)
                each.join();
        } else {
            for (int i = 0; i < Doors; ++i)
                scanAll(*door.office);
        }
        QCOMPARE(strange.load(), 0);
        for (const auto &count : welcome)
            QCOMPARE(count.load(), 1);
        QVERIFY(areCounts(door.counts(), Tickets, Tickets, 3));
        QCOMPARE(door.breaches(), QStringList());
    }

    void aTicketIsEitherRefundedOrAdmitted_data() { bothDatabases(); }
    void aTicketIsEitherRefundedOrAdmitted()
    {
        QFETCH(QString, database);
        FrontDoor door(database);
        int refunded = 0, admitted = 0;
        for (int round = 0; round < 12; ++round) {
            const Order order = sell(*door.office, {places(door.hamlet, 1, 2)});
            const QString code = must(door.office->orders().codes(order)).first();
            std::optional<Result<RefundMade>> refund;
            std::optional<Result<ScanVerdict>> scan;
            const auto refunds = [&](BoxOffice &office) { refund = office.refunds().refund(actorWith(office, Role::Cashier), {order.id, {}, false, {}}); };
            const auto scans = [&](BoxOffice &office) { scan = office.admissions().scan(actorWith(office, Role::Steward), {code, door.hamlet.id}); };
            atOnce(door, round, refunds, scans);
            QVERIFY(scan->has_value());
            const bool isIn = (*scan)->admittance == Admittance::Welcome;
            QCOMPARE(refund->has_value(), !isIn);
            if (isIn)
                QCOMPARE(refund->error().code, ErrorCode::AlreadyAdmitted);
            else
                QCOMPARE((*scan)->refusedFor, RefusedFor::Void);
            ++(isIn ? admitted : refunded);
        }
        QCOMPARE(refunded + admitted, 12);
        QVERIFY(areCounts(door.counts(), admitted, admitted, 3 + admitted)); // each order had a second ticket
        QCOMPARE(door.breaches(), QStringList());
    }

private:
    /// Two tills at once on PostgreSQL; on SQLite, which has one writer, one after the other, taking turns at being first.
    static void atOnce(FrontDoor &door, int round, const std::function<void(BoxOffice &)> &one, const std::function<void(BoxOffice &)> &other)
    {
        if (!door.box.isPostgres()) {
            (round % 2 == 0 ? one : other)(*door.office);
            (round % 2 == 0 ? other : one)(*door.office);
            return;
        }
        std::latch ready(2);
        const auto at = [&](const char *till, const std::function<void(BoxOffice &)> &body) {
            return std::thread([&, till] {
                const auto own = door.box.open(QLatin1String(till));
                ready.arrive_and_wait();
                body(*own);
            });
        };
        std::thread left = at("left", one), right = at("right", other);
        left.join();
        right.join();
    }
};

FOYER_TEST(AdmissionsTest, "admissions")
#include "test_admissions.moc"
