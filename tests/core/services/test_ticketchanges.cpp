#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

struct Bought {
    explicit Bought(const QString &database) : box(database), office(box.open())
    {
        event = anEvent(*office).withSeats(1, 5, 1000).withGeneral(QStringLiteral("Standing"), 5, 500).add();
        order = sell(*office, {seat(event, 0, seatsOf(*office, event)[0].id), places(event, 1, 2)});
        for (const OrderLine &line : order.lines)
            tickets.push_back(line.ticket.id);
        friendly = must(office->customers().add(office->system(), {{}, QStringLiteral("Frieda"), {}, {}}));
    }

    TicketChanges &changes() { return office->ticketChanges(); }
    TicketCheck check(const QString &text) { return must(office->orders().check(text)); }
    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify()).breaches;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;
    Order order;
    std::vector<TicketId> tickets;
    Customer friendly;
};

} // namespace

class TicketChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRevokedTicketKeepsItsPlaceAndComesBack_data() { bothDatabases(); }
    void aRevokedTicketKeepsItsPlaceAndComesBack()
    {
        QFETCH(QString, database);
        Bought bought(database);
        const QString number = bought.order.lines[0].ticket.number.toString();
        const auto cashier = actorWith(*bought.office, Role::Cashier);
        QCOMPARE(must(bought.changes().revoke(cashier, std::array{bought.tickets[0]})).front().state, TicketState::Revoked);
        QVERIFY(bought.changes().revoke(cashier, std::array{bought.tickets[0]})); // again: it stays so
        QCOMPARE(bought.check(number).ticket.state, TicketState::Revoked);
        QCOMPARE(must(bought.office->inventory().availability(std::array{bought.event.id})).front().total().sold, 3);
        QCOMPARE(bought.breaches(), QStringList());
        must(bought.changes().reinstate(cashier, std::array{bought.tickets[0]}));
        QCOMPARE(bought.check(number).ticket.state, TicketState::Valid);
        QCOMPARE(bought.breaches(), QStringList());
        const auto history = must(bought.office->orderDetails().of(bought.order.id)).history;
        QCOMPARE(history.size(), size_t(3)); // sold, revoked once, reinstated
        QCOMPARE(history[1].what, OrderStep::What::Revoked);
        QCOMPARE(history[1].about, QStringList{number});
        QVERIFY(!history[1].terminal.isEmpty());
        QVERIFY(history[1].record.startsWith(QStringLiteral("A ")));
    }

    void stewardsMayNot_data() { bothDatabases(); }
    void stewardsMayNot()
    {
        QFETCH(QString, database);
        Bought bought(database);
        const auto steward = actorWith(*bought.office, Role::Steward);
        QCOMPARE(bought.changes().revoke(steward, bought.tickets).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(bought.changes().reinstate(steward, bought.tickets).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(bought.changes().give(steward, bought.tickets, bought.friendly.id).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(bought.changes().revoke(bought.office->system(), std::array{TicketId()}).error().code, ErrorCode::NotFound);
    }

    void aGivenTicketsOldCodeIsRefused_data() { bothDatabases(); }
    void aGivenTicketsOldCodeIsRefused()
    {
        QFETCH(QString, database);
        Bought bought(database);
        const QString before = must(bought.office->orders().codes(bought.order)).first();
        const auto given = must(bought.changes().give(bought.office->system(), std::array{bought.tickets[0]}, bought.friendly.id));
        QCOMPARE(given.front().generation, 2);
        QVERIFY(!bought.check(before).generationCurrent);
        const auto found = must(bought.office->orders().find(bought.order.id));
        QVERIFY(bought.check(must(bought.office->orders().codes(found)).first()).generationCurrent);
        const auto detail = must(bought.office->orderDetails().of(bought.order.id));
        QCOMPARE(detail.holders.value(detail.order.lines[0].ticket.holder), QStringLiteral("Frieda"));
        QCOMPARE(bought.breaches(), QStringList());
        QCOMPARE(bought.changes().give(bought.office->system(), std::array{bought.tickets[0]}, CustomerId()).error().code, ErrorCode::NotFound);
        must(bought.changes().revoke(bought.office->system(), std::array{bought.tickets[1]}));
        QCOMPARE(bought.changes().give(bought.office->system(), std::array{bought.tickets[1]}, bought.friendly.id).error().code, ErrorCode::InvalidInput);
    }

    void whatWasGivenBackStaysVoid_data() { bothDatabases(); }
    void whatWasGivenBackStaysVoid()
    {
        QFETCH(QString, database);
        Bought bought(database);
        must(bought.changes().revoke(bought.office->system(), std::array{bought.tickets[0]}));
        must(bought.office->refunds().refund(bought.office->system(), {bought.order.id, {bought.tickets[0]}, false, {}})); // a revoked one may be
        QCOMPARE(bought.changes().reinstate(bought.office->system(), bought.tickets).error().code, ErrorCode::InvalidInput);
        QCOMPARE(bought.breaches(), QStringList());
    }

    void reprintsAreCountedTicketByTicket_data() { bothDatabases(); }
    void reprintsAreCountedTicketByTicket()
    {
        QFETCH(QString, database);
        Bought bought(database);
        must(bought.office->refunds().refund(bought.office->system(), {bought.order.id, {bought.tickets[2]}, false, {}}));
        must(bought.office->orders().noteReprint(bought.office->system(), bought.order.id, Reprint::Tickets));
        must(bought.office->orders().noteReprint(bought.office->system(), bought.order.id, Reprint::Tickets));
        const auto detail = must(bought.office->orderDetails().of(bought.order.id));
        QCOMPARE(detail.reprints.value(bought.tickets[0]), 2);
        QVERIFY(!detail.reprints.contains(bought.tickets[2]));
        QCOMPARE(detail.history.back().what, OrderStep::What::Reprinted);
        QCOMPARE(detail.history.back().about.size(), 2);
        QCOMPARE(bought.breaches(), QStringList());
    }

    void aHolderWhoIsOneWithAnotherNowGoesByTheOthersName_data() { bothDatabases(); }
    void aHolderWhoIsOneWithAnotherNowGoesByTheOthersName()
    {
        QFETCH(QString, database);
        Bought bought(database);
        must(bought.changes().give(bought.office->system(), std::array{bought.tickets[0]}, bought.friendly.id));
        const auto same = must(bought.office->customers().add(bought.office->system(), {{}, QStringLiteral("Frieda Blau"), {}, {}}));
        must(bought.office->customerRecords().merge(bought.office->system(), bought.friendly.id, same.id));
        const OrderDetail detail = must(bought.office->orderDetails().of(bought.order.id));
        QCOMPARE(detail.holders.value(detail.order.lines[0].ticket.holder), QStringLiteral("Frieda Blau"));
    }
};

FOYER_TEST(TicketChangesTest, "ticketchanges")
#include "test_ticketchanges.moc"
