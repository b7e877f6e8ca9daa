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
