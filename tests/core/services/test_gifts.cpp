#include "core/services/verifier.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
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
        for (const TicketId ticket : tickets)
            names << holderOf(ticket);
        names.removeDuplicates();
        return names.join(u',');
    }
    QString holderOf(TicketId ticket)
    {
        const OrderDetail now = detail();
        const auto line = std::find_if(now.order.lines.begin(), now.order.lines.end(), [&](const OrderLine &one) { return one.ticket.id == ticket; });
        return line->ticket.holder.isNull() ? now.waiting.value(ticket, QStringLiteral("buyer")) : now.holders.value(line->ticket.holder);
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

    void anEmailIsForgottenThatWaitsForNobodyHere_data() { bothDatabases(); }
    void anEmailIsForgottenThatWaitsForNobodyHere()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        must(gift.give(QStringLiteral("frieda@example.org")));
        QCOMPARE(gift.office->customerRecords().forgetEmail(gift.system(), QStringLiteral("nobody@example.org")).error().code, ErrorCode::NotFound);
        QCOMPARE(gift.office->customerRecords().forgetEmail(actorWith(*gift.office, Role::Cashier), QStringLiteral("frieda@example.org")).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(must(gift.office->customerRecords().forgetEmail(gift.system(), QStringLiteral(" Frieda@example.org"))), 3);
        QCOMPARE(gift.holders(), QStringLiteral("buyer"));
        registeredGetsNothing(gift, QStringLiteral("frieda@example.org"));
    }

    /// Whatever still waits for an e-mail of the person goes with them; by the rules nothing does, so it is put there by hand.
    void erasingSomebodyErasesWhatWaitsForTheirEmails_data() { bothDatabases(); }
    void erasingSomebodyErasesWhatWaitsForTheirEmails()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        const Customer frieda = gift.registered(QStringLiteral("Frieda"), QStringLiteral("Frieda@example.org"));
        const Customer twin = gift.registered(QStringLiteral("F."), QStringLiteral("f@example.org"));
        must(gift.office->customerRecords().merge(gift.system(), twin.id, frieda.id));
        waitByHand(gift, gift.tickets[0], "frieda@example.org");
        waitByHand(gift, gift.tickets[1], "f@example.org");
        waitByHand(gift, gift.tickets[2], "else@example.org");
        must(gift.office->customerRecords().erase(gift.system(), frieda.id));
        QCOMPARE(gift.holderOf(gift.tickets[0]), QStringLiteral("buyer"));
        QCOMPARE(gift.holderOf(gift.tickets[1]), QStringLiteral("buyer"));
        QCOMPARE(gift.holderOf(gift.tickets[2]), QStringLiteral("else@example.org"));
    }

    void mergingBringsWhatWaits_data() { bothDatabases(); }
    void mergingBringsWhatWaits()
    {
        QFETCH(QString, database);
        GivenAway gift(database);
        const Customer frieda = gift.registered(QStringLiteral("Frieda"), QString());
        const Customer twin = gift.registered(QStringLiteral("F."), QStringLiteral("f@example.org"));
        waitByHand(gift, gift.tickets[0], "f@example.org");
        must(gift.office->customerRecords().merge(gift.system(), twin.id, frieda.id));
        QCOMPARE(gift.holderOf(gift.tickets[0]), QStringLiteral("Frieda"));
        QCOMPARE(gift.holderOf(gift.tickets[1]), QStringLiteral("buyer"));
        QCOMPARE(gift.breaches(), QStringList());
    }

private:
    static void waitByHand(GivenAway &gift, TicketId ticket, const char *email)
    {
        must(gift.office->writer().write([&](Work &work) -> Result<void> {
            work.db().post("INSERT INTO ticket_waiting (ticket_id, email, at) VALUES (?, ?, 1)", {ticket, QString::fromLatin1(email)});
            work.fact("test", QJsonObject());
            return {};
        }));
    }

    static void registeredGetsNothing(GivenAway &gift, const QString &email)
    {
        gift.registered(QStringLiteral("Somebody"), email);
        QCOMPARE(gift.holders(), QStringLiteral("buyer"));
        QCOMPARE(gift.breaches(), QStringList());
    }
};

FOYER_TEST(GiftsTest, "gifts")
#include "test_gifts.moc"
