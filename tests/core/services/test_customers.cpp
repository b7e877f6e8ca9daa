#include "core/storage/database.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

QStringList customerNames(const Result<std::vector<Customer>> &found)
{
    QStringList names;
    for (const Customer &customer : must(found))
        names << customer.name;
    return names;
}

Customer person(const char *name, const char *email = "", const char *phone = "")
{
    return {{}, QString::fromUtf8(name), QString::fromUtf8(email), QString::fromUtf8(phone)};
}

} // namespace

class CustomersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCustomerIsFoundByWhatIsTyped_data() { bothDatabases(); }
    void aCustomerIsFoundByWhatIsTyped()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        Customers &customers = office->customers();
        must(customers.add(office->system(), person(" Jörg Müller ", "jm@example.org", "+49 (30) 1234-567")));
        must(customers.add(office->system(), person("Anna Weiß")));
        must(customers.add(office->system(), person("100%_Theatre!")));
        const auto find = [&](const char *typed) { return customerNames(customers.find(QString::fromUtf8(typed))); };
        const QStringList joerg{QStringLiteral("Jörg Müller")};
        QCOMPARE(find("müll"), joerg);
        QCOMPARE(find("MULLER jorg"), joerg);
        QCOMPARE(find("jm@ex"), joerg);
        QCOMPARE(find("30 12 34"), joerg);
        QCOMPARE(find("weiss"), QStringList{QStringLiteral("Anna Weiß")});
        QCOMPARE(find("nna"), QStringList()); // no word begins with it
        QCOMPARE(find("anna müller"), QStringList());
        QCOMPARE(find("100%_"), QStringList{QStringLiteral("100%_Theatre!")});
        QCOMPARE(find("%"), QStringList());
        QCOMPARE(find(""), QStringList());
        QCOMPARE(find(" . "), QStringList());
    }

    void whatIsWrongIsSaidAndNothingIsKept_data() { bothDatabases(); }
    void whatIsWrongIsSaidAndNothingIsKept()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        for (const Customer &wrong : {person("  "), person("A\nB"), person("Anna", "anna"), person("Anna", "a b@c.de"), person("Anna", "@c.de"),
                                      person("Anna", "a@@c.de"), person("Anna", "a@c."), person("Anna", "", "ring me"), person("Anna", "", "+ -")})
            QCOMPARE(office->customers().add(office->system(), wrong).error().code, ErrorCode::InvalidInput);
        QVERIFY(Database::open(box.url(), Database::Mode::Read, box.clock())->run("SELECT 1 FROM customer").empty());
        QCOMPARE(office->customers().get(CustomerId(QUuid::createUuid())).error().code, ErrorCode::NotFound);
    }

    void theOrderKeepsTheCustomerOfItsCart_data() { bothDatabases(); }
    void theOrderKeepsTheCustomerOfItsCart()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const Customer anna = must(office->customers().add(office->system(), person("Anna Weiß", "a@example.org")));
        const Reservation cart = hold(*office, {places(event, 0, 2)});
        QVERIFY(cart.customer.isNull());
        must(office->customers().assign(office->system(), cart.id, anna.id));
        QCOMPARE(must(office->inventory().find(cart.id)).customer, anna.id);
        must(office->customers().assign(office->system(), cart.id, {}));
        QVERIFY(must(office->inventory().find(cart.id)).customer.isNull());
        must(office->customers().assign(office->system(), cart.id, anna.id));
        QCOMPARE(office->customers().assign(office->system(), cart.id, CustomerId(QUuid::createUuid())).error().code, ErrorCode::NotFound);
        const auto sold = must(office->checkout().pay(office->system(), PayRequest{cart.id, Tender::Cash, euro(3000), {}, QStringLiteral("k")}));
        QCOMPARE(sold.order->customer, anna.id);
        QCOMPARE(must(office->checkout().find(cart.id)).order->customer, anna.id);
        QCOMPARE(office->customers().assign(office->system(), cart.id, {}).error().code, ErrorCode::ReservationEnded);
    }

    void whatIsKnownOfSomebodyCanBeChanged_data() { bothDatabases(); }
    void whatIsKnownOfSomebodyCanBeChanged()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        Customers &customers = office->customers();
        Customer anna = must(customers.add(office->system(), person("Anna Weiß", "a@example.org")));
        anna.name = QStringLiteral("Anna Schwarz");
        anna.notes = QStringLiteral(" sits in row 3\nhard of hearing ");
        QCOMPARE(must(customers.change(office->system(), anna)).notes, anna.notes.trimmed());
        QCOMPARE(customerNames(customers.find(QStringLiteral("schwarz"))), QStringList{anna.name});
        QCOMPARE(customerNames(customers.find(QStringLiteral("weiss"))), QStringList());
        QCOMPARE(must(customers.get(anna.id)).notes, anna.notes.trimmed());
        anna.email = QStringLiteral("nonsense");
        QCOMPARE(customers.change(office->system(), anna).error().code, ErrorCode::InvalidInput);
        anna.email.clear();
        anna.notes = QString(Customers::MaxNotesLength + 1, u'x');
        QCOMPARE(customers.change(office->system(), anna).error().code, ErrorCode::InvalidInput);
        QCOMPARE(customers.change(office->system(), person("Nobody")).error().code, ErrorCode::NotFound);
    }

    void twoEntriesForOnePersonBecomeOne_data() { bothDatabases(); }
    void twoEntriesForOnePersonBecomeOne()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Actor actor = office->system();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const Customer stays = must(office->customers().add(actor, person("Anna Weiß", "", "0301234")));
        const Customer goes = must(office->customers().add(actor, person("A. Weiss", "a@example.org", "0309999")));
        const Reservation cart = hold(*office, {places(event, 0, 1)});
        must(office->customers().assign(actor, cart.id, goes.id));
        const auto deposit = [&](CustomerId whose, qint64 cents, const char *key) {
            const auto wallet = must(office->wallets().open(actor, whose, {}));
            must(office->wallets().move(actor, WalletRequest{WalletRequest::Kind::Deposit, wallet.id, {}, Tender::Cash, euro(cents), QString::fromLatin1(key)}));
            return wallet.id;
        };
        const AccountId old = deposit(goes.id, 700, "1");
        const AccountId kept = deposit(stays.id, 50, "2");
        const Customer merged = must(office->customerRecords().merge(actor, goes.id, stays.id));
        QCOMPARE(merged.name, stays.name);
        QCOMPARE(merged.email, goes.email);
        QCOMPARE(merged.phone, stays.phone);
        QCOMPARE(must(office->wallets().get(kept)).balance, euro(750));
        QCOMPARE(must(office->wallets().get(old)).balance, euro(0));
        QCOMPARE(must(office->inventory().find(cart.id)).customer, stays.id);
        QCOMPARE(must(office->customers().get(goes.id)).id, stays.id); // whoever still knows the old id
        QCOMPARE(customerNames(office->customers().find(QStringLiteral("weiss"))), QStringList{stays.name});
        QCOMPARE(office->customerRecords().merge(actor, goes.id, stays.id).error().code, ErrorCode::NotFound);
        QCOMPARE(office->customerRecords().merge(actor, stays.id, stays.id).error().code, ErrorCode::InvalidInput);
        QCOMPARE(office->customerRecords().merge(actorWith(*office, Role::Cashier), goes.id, stays.id).error().code, ErrorCode::PermissionDenied);
    }

    void whoIsErasedLeavesAmountsAndNoName_data() { bothDatabases(); }
    void whoIsErasedLeavesAmountsAndNoName()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Actor actor = office->system();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const Customer anna = must(office->customers().add(actor, {{}, QStringLiteral("Annabella"), QStringLiteral("secret@example.org"), QStringLiteral("0123456"), QStringLiteral("allergic")}));
        const Customer twin = must(office->customers().add(actor, person("Annabella Twice")));
        must(office->customerRecords().merge(actor, twin.id, anna.id));
        const Reservation cart = hold(*office, {places(event, 0, 2)});
        must(office->customers().assign(actor, cart.id, anna.id));
        const auto wallet = must(office->wallets().open(actor, anna.id, {}));
        must(office->wallets().move(actor, WalletRequest{WalletRequest::Kind::Deposit, wallet.id, {}, Tender::Cash, euro(4000), QStringLiteral("1")}));
        must(office->checkout().pay(actor, PayRequest{cart.id, Tender::Wallet, euro(3000), {}, QStringLiteral("2"), {}, wallet.id}));

        const QByteArray data = must(office->customerRecords().exportData(actor, anna.id));
        for (const char *known : {"Annabella", "secret@example.org", "0123456", "allergic", "A-10001", "\"balance\": \"10.00\"", "payment"})
            QVERIFY2(data.contains(known), known);

        const auto early = office->customerRecords().erase(actor, anna.id);
        QCOMPARE(early.error().code, ErrorCode::InvalidInput);
        QVERIFY(early.error().args.first().contains(QStringLiteral("10.00 EUR")));
        QVERIFY(must(office->customers().get(anna.id)).name == anna.name);
        must(office->wallets().move(actor, WalletRequest{WalletRequest::Kind::Withdraw, wallet.id, {}, Tender::Cash, euro(1000), QStringLiteral("3")}));
        QCOMPARE(office->customerRecords().erase(actorWith(*office, Role::Cashier), anna.id).error().code, ErrorCode::PermissionDenied);
        must(office->customerRecords().erase(actor, anna.id));

        QCOMPARE(office->customers().get(anna.id).error().code, ErrorCode::NotFound);
        QCOMPARE(office->customerRecords().erase(actor, anna.id).error().code, ErrorCode::NotFound);
        QCOMPARE(office->customerRecords().exportData(actor, anna.id).error().code, ErrorCode::NotFound);
        QCOMPARE(customerNames(office->customers().find(QStringLiteral("annabella"))), QStringList());
        QCOMPARE(must(office->wallets().statement(wallet.id)).entries.size(), 3u);
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        QString all;
        for (const Row &row : db->run("SELECT name, email, phone, notes, search FROM customer UNION ALL SELECT body, '', '', '', '' FROM journal"))
            for (int column = 0; column < row.size(); ++column)
                all += row.text(column);
        for (const char *secret : {"Annabella", "annabella", "secret", "0123456", "allergic"})
            QVERIFY2(!all.contains(QLatin1String(secret)), secret);
    }

    void peopleAreReadFromAFile_data() { bothDatabases(); }
    void peopleAreReadFromAFile()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const auto read = [&](const char *csv, bool dryRun) { return must(office->customerRecords().importCsv(office->system(), csv, dryRun)); };
        must(office->customers().add(office->system(), person("Anna Weiß", "Anna@example.org", "0301234")));
        const char *file = "email;name;phone\nanna@example.org;Anna Schwarz;\nbob@example.org;Bob;555 123\nBOB@example.org;Bob;555 123\n;Carla;\n;Carla;\n";
        const auto would = read(file, true);
        QCOMPARE(would.added, 2);
        QCOMPARE(would.updated, 2); // Bob's second line writes his address differently
        QCOMPARE(would.unchanged, 1);
        QCOMPARE(customerNames(office->customers().find(QStringLiteral("bob"))), QStringList());
        const auto done = read(file, false);
        QCOMPARE(done.added, would.added);
        QCOMPARE(done.updated, would.updated);
        QCOMPARE(done.unchanged, would.unchanged);
        const auto anna = must(office->customers().find(QStringLiteral("schwarz")));
        QCOMPARE(anna.size(), 1u);
        QCOMPARE(anna.front().phone, QStringLiteral("0301234")); // an empty cell changes nothing
        const auto faulty = read("name,email\nDora,nonsense\nEmil,\n,e@x.de\n", false);
        QCOMPARE(faulty.faults.size(), 2u);
        QCOMPARE(faulty.faults[0].line, 2);
        QCOMPARE(faulty.faults[1].line, 4);
        QCOMPARE(customerNames(office->customers().find(QStringLiteral("emil"))), QStringList());
        QVERIFY(!read("vorname,email\nDora,d@x.de\n", true).isClean());
        QCOMPARE(office->customerRecords().importCsv(actorWith(*office, Role::Cashier), "name\nA\n", true).error().code, ErrorCode::PermissionDenied);
    }

    void theJournalHoldsNobodysName_data() { bothDatabases(); }
    void theJournalHoldsNobodysName()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const Customer anna = must(office->customers().add(office->system(), person("Annabella", "secret@example.org", "0123456")));
        must(office->customers().assign(office->system(), hold(*office, {places(event, 0, 2)}).id, anna.id));
        QString journal;
        for (const Row &row : Database::open(box.url(), Database::Mode::Read, box.clock())->run("SELECT body FROM journal"))
            journal += row.text(0);
        QCOMPARE(journal.count(anna.id.toString()), 2);
        for (const char *secret : {"Annabella", "secret", "0123456"})
            QVERIFY(!journal.contains(QLatin1String(secret)));
    }
};

FOYER_TEST(CustomersTest, "customers")
#include "test_customers.moc"
