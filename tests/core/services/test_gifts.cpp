#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

struct GivenAway {
    explicit GivenAway(const QString &database) : box(database), office(box.open())
    {
        event = anEvent(*office).startingAt(Evening + Milliseconds(3'600'000)).withGeneral(QStringLiteral("Standing"), 50, 500).add();
        order = sell(*office, {places(event, 0, 3)});
        for (const OrderLine &line : order.lines)
            tickets.push_back(line.ticket.id);
    }

    Actor system() const { return office->system(); }
    Result<std::vector<Ticket>> give(const QString &email) { return office->ticketChanges().giveToEmail(system(), tickets, email); }
    Customer registered(const QString &name, const QString &email) { return must(office->customers().add(system(), {{}, name, email, {}})); }
    OrderDetail detail() { return must(office->orderDetails().of(order.id)); }
    /// Who holds the tickets: one name if it is the same for all.
    QString holders()
    {
        QStringList names;
        const OrderDetail now = detail();
        for (const OrderLine &line : now.order.lines)
            names << (line.ticket.holder.isNull() ? now.waiting.value(line.ticket.id, QStringLiteral("buyer")) : now.holders.value(line.ticket.holder));
        names.removeDuplicates();
        return names.join(u',');
    }
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
};

} // namespace

class GiftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverRegistersWithTheEmailGetsTheTickets_data() { bothDatabases(); }
    void whoeverRegistersWithTheEmailGetsTheTickets()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        const QString before = must(gift.office->orders().codes(gift.order)).first();
        const auto given = must(gift.give(QStringLiteral("  Frieda@Example.org ")));
        QCOMPARE(given.size(), size_t(3));
        QCOMPARE(given.front().generation, 2);
        QVERIFY(given.front().holder.isNull());
        QCOMPARE(gift.holders(), QStringLiteral("frieda@example.org"));
        QVERIFY(!must(gift.office->orders().check(before)).generationCurrent);
        const QString code = must(gift.office->orders().codes(must(gift.office->orders().find(gift.order.id)))).first();
        QCOMPARE(gift.breaches(), QStringList());

        gift.registered(QStringLiteral("Otto"), QStringLiteral("otto@example.org")); // somebody else
        QCOMPARE(gift.holders(), QStringLiteral("frieda@example.org"));
        gift.registered(QStringLiteral("Frieda"), QStringLiteral("FRIEDA@example.org"));
        QCOMPARE(gift.holders(), QStringLiteral("Frieda"));
        QVERIFY(must(gift.office->orders().check(code)).generationCurrent); // what was sent there is still good
        QCOMPARE(gift.detail().history.back().what, OrderStep::What::Claimed);
        QCOMPARE(gift.detail().history.back().about.size(), 3);
        gift.registered(QStringLiteral("Frieda the second"), QStringLiteral("frieda@example.org"));
        QCOMPARE(gift.holders(), QStringLiteral("Frieda"));
        QCOMPARE(gift.breaches(), QStringList());
    }

    void whoHasTheEmailAlreadyGetsThemAtOnce_data() { bothDatabases(); }
    void whoHasTheEmailAlreadyGetsThemAtOnce()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        const Customer frieda = gift.registered(QStringLiteral("Frieda"), QStringLiteral("Frieda@example.org"));
        must(gift.give(QStringLiteral("frieda@EXAMPLE.org")));
        QCOMPARE(gift.holders(), QStringLiteral("Frieda"));
        // Her entry becomes part of another one, with another e-mail: what is given to the old one is still hers.
        const Customer blau = gift.registered(QStringLiteral("Frieda Blau"), QStringLiteral("blau@example.org"));
        must(gift.office->customerRecords().merge(gift.system(), frieda.id, blau.id));
        QCOMPARE(gift.holders(), QStringLiteral("Frieda Blau"));
        must(gift.give(QStringLiteral("frieda@example.org")));
        QCOMPARE(gift.holders(), QStringLiteral("Frieda Blau"));
        QCOMPARE(gift.breaches(), QStringList());
    }

    void anEmailThatIsChangedOrImportedClaimsThem_data() { bothDatabases(); }
    void anEmailThatIsChangedOrImportedClaimsThem()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        Customer otto = gift.registered(QStringLiteral("Otto"), {});
        must(gift.give(QStringLiteral("otto@example.org")));
        otto.email = QStringLiteral("Otto@example.org");
        must(gift.office->customers().change(gift.system(), otto));
        QCOMPARE(gift.holders(), QStringLiteral("Otto"));
        must(gift.give(QStringLiteral("mia@example.org")));
        QVERIFY(must(gift.office->customerRecords().importCsv(gift.system(), "name,email\nMia,Mia@example.org\n", true)).isClean());
        QCOMPARE(gift.holders(), QStringLiteral("mia@example.org")); // a dry run
        QVERIFY(must(gift.office->customerRecords().importCsv(gift.system(), "name,email\nMia,Mia@example.org\n", false)).isClean());
        QCOMPARE(gift.holders(), QStringLiteral("Mia"));
        QCOMPARE(gift.breaches(), QStringList());
    }

    void whatIsGivenOnWaitsForNobodyAnyMore_data() { bothDatabases(); }
    void whatIsGivenOnWaitsForNobodyAnyMore()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        must(gift.give(QStringLiteral("a@example.org")));
        must(gift.give(QStringLiteral("b@example.org")));
        gift.registered(QStringLiteral("A"), QStringLiteral("a@example.org"));
        QCOMPARE(gift.holders(), QStringLiteral("b@example.org"));
        const Customer otto = gift.registered(QStringLiteral("Otto"), {});
        must(gift.office->ticketChanges().give(gift.system(), gift.tickets, otto.id));
        gift.registered(QStringLiteral("B"), QStringLiteral("b@example.org"));
        QCOMPARE(gift.holders(), QStringLiteral("Otto"));
        must(gift.give(QStringLiteral("c@example.org")));
        must(gift.office->refunds().refund(gift.system(), {gift.order.id, {gift.tickets[0]}, false, {}}));
        const Customer c = gift.registered(QStringLiteral("C"), QStringLiteral("c@example.org"));
        const OrderDetail detail = gift.detail();
        for (const OrderLine &line : detail.order.lines)
            QCOMPARE(line.ticket.holder, line.ticket.state == TicketState::Void ? CustomerId() : c.id);
        QVERIFY(detail.waiting.isEmpty());
        QCOMPARE(gift.breaches(), QStringList());
    }

    void anArchivedEventsTicketIsClaimedAllTheSame_data() { bothDatabases(); }
    void anArchivedEventsTicketIsClaimedAllTheSame()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        must(gift.give(QStringLiteral("late@example.org")));
        gift.box.advance(Milliseconds(24 * 3'600'000));
        must(gift.office->archive().archive(gift.system(), std::array{gift.event.id}));
        gift.registered(QStringLiteral("Late"), QStringLiteral("late@example.org"));
        QCOMPARE(gift.holders(), QStringLiteral("Late"));
        QCOMPARE(gift.breaches(), QStringList());
    }

    void whatIsNoEmailIsRefused_data() { bothDatabases(); }
    void whatIsNoEmailIsRefused()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        for (const char *wrong : {"", "frieda", "@example.org", "a b@example.org"})
            QCOMPARE(gift.give(QString::fromLatin1(wrong)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(gift.office->ticketChanges().giveToEmail(actorWith(*gift.office, Role::Steward), gift.tickets, QStringLiteral("a@b.org")).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(gift.holders(), QStringLiteral("buyer"));
    }

    void verifyFindsTicketsThatWaitInVain_data() { bothDatabases(); }
    void verifyFindsTicketsThatWaitInVain()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        must(gift.give(QStringLiteral("a@example.org")));
        gift.registered(QStringLiteral("B"), QStringLiteral("b@example.org"));
        gift.office.reset();
        gift.box.administrator()->execute(QStringLiteral("UPDATE ticket_waiting SET email = 'b@example.org'"));
        QVERIFY(gift.breaches().join(u' ').contains(QStringLiteral("waits for an e-mail that a customer has")));
        gift.box.administrator()->execute(QStringLiteral("UPDATE ticket_waiting SET email = 'a@example.org'"));
        gift.box.administrator()->execute(QStringLiteral("UPDATE ticket SET holder_id = (SELECT id FROM customer)"));
        QVERIFY(gift.breaches().join(u' ').contains(QStringLiteral("waits for somebody to register, but has a holder")));
    }

    void ofTwoWhoRegisterAtOnceOneGetsThem()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none; SQLite has one writer");
        GivenAway gift(QStringLiteral("postgres"));
        const auto other = gift.box.open(QStringLiteral("other"));
        for (int round = 0; round < 8; ++round) {
            const QString email = QStringLiteral("guest%1@example.org").arg(round);
            must(gift.give(email));
            std::thread rival([&] { must(other->customers().add(other->system(), {{}, QStringLiteral("Rival"), email, {}})); });
            gift.registered(QStringLiteral("Guest"), email);
            rival.join();
            const QString holders = gift.holders();
            QVERIFY2(holders == QLatin1String("Guest") || holders == QLatin1String("Rival"), qPrintable(holders)); // all three go to one
        }
        const auto db = Database::open(gift.box.url(), Database::Mode::Read, gift.box.clock());
        const auto report = must(Verifier(*db, KeyStore(gift.box.keyFolder()).marks(terminal_store::all(*db))).verify());
        QVERIFY2(report.breaches.filter(QStringLiteral("icket")).isEmpty(), qPrintable(report.breaches.join(u'\n')));
    }

    void whoRegistersWhileItIsGivenGetsItToo()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none; SQLite has one writer");
        GivenAway gift(QStringLiteral("postgres"));
        const auto other = gift.box.open(QStringLiteral("other"));
        for (int round = 0; round < 20; ++round) {
            const QString email = QStringLiteral("guest%1@example.org").arg(round);
            std::thread registering([&] { must(other->customers().add(other->system(), {{}, QStringLiteral("Guest %1").arg(round), email, {}})); });
            must(gift.give(email));
            registering.join();
            QCOMPARE(gift.holders(), QStringLiteral("Guest %1").arg(round));
        }
    }
};

FOYER_TEST(GiftsTest, "gifts")
#include "test_gifts.moc"
