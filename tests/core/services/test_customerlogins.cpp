#include "core/base/crypto.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

const QString Password = QStringLiteral("correct horse");
const QString NewPassword = QStringLiteral("battery staple");

Customer adaWith(const char *email, const char *name = "Ada")
{
    return {{}, QString::fromUtf8(name), QString::fromUtf8(email), {}};
}

QByteArray newHash()
{
    return crypto::hashPin(NewPassword, crypto::PinCost::Minimal);
}

/// A box office whose customers sign in.
struct Door {
    explicit Door(const QString &database) : box(database), office(box.open()) {}

    Customer join(const char *email, const char *name = "Ada") { return must(tryJoin(email, name)); }
    Result<Customer> tryJoin(const char *email, const char *name = "Ada") { return office->customers().add(office->system(), adaWith(email, name), crypto::hashPin(Password, crypto::PinCost::Minimal)); }
    /// Who is signed in with this e-mail; nobody when the password does not match.
    std::optional<NewSession> signIn(const char *email, const QString &password = Password)
    {
        const auto attempt = must(office->logins().begin(QString::fromUtf8(email)));
        if (attempt.passwordHash.isEmpty() || !crypto::pinMatches(password, attempt.passwordHash))
            return std::nullopt;
        return must(office->logins().finish(attempt));
    }
    bool isIn(const NewSession &session) { return office->logins().find(session.secret).has_value(); }
    qint64 count(const char *table)
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return db->read(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))).front().number(0);
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
};

} // namespace

class CustomerLoginsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionIsWhoseItIs_data() { bothDatabases(); }
    void aSessionIsWhoseItIs()
    {
        QFETCH(QString, database);
        Door door(database);
        const Customer ada = door.join("Ada@Example.org");
        const auto session = door.signIn(" ada@example.ORG ");
        QVERIFY(session);
        QCOMPARE(must(door.office->logins().find(session->secret)).customer, ada.id);
        QVERIFY(!door.office->logins().find(session->secret + u'x'));
        QVERIFY(!door.office->tokens().find(session->secret)); // no shop's token
        QVERIFY(!door.signIn("nobody@example.org"));
        door.box.advance(CustomerLogins::Lifetime);
        QVERIFY(!door.isIn(*session));
    }

    void anEmailIsOnePersons_data() { bothDatabases(); }
    void anEmailIsOnePersons()
    {
        QFETCH(QString, database);
        Door door(database);
        const Customer ada = door.join("ada@example.org");
        QCOMPARE(door.tryJoin("ADA@example.org").error().code, ErrorCode::InvalidInput);
        QCOMPARE(door.tryJoin("").error().code, ErrorCode::InvalidInput);
        QCOMPARE(door.count("customer"), 1);
        must(door.office->customers().add(door.office->system(), adaWith("ada@example.org"))); // without a password: as often as wanted
        const Customer bob = door.join("bob@example.org", "Bob");
        Customer changed = bob;
        changed.email = QStringLiteral("Ada@example.org");
        QCOMPARE(door.office->customers().change(door.office->system(), changed).error().code, ErrorCode::InvalidInput);
        changed.email = QStringLiteral("bobby@example.org");
        must(door.office->customers().change(door.office->system(), changed));
        QVERIFY(!door.signIn("bob@example.org"));
        const auto bobby = door.signIn("bobby@example.org");
        QVERIFY(bobby);
        changed.email.clear();
        must(door.office->customers().change(door.office->system(), changed));
        QVERIFY(!door.signIn("bobby@example.org"));
        QVERIFY(!door.isIn(*bobby)); // nobody could sign in as them again
        QVERIFY(door.signIn("ada@example.org"));
    }

    void theErasedAreSignedOutAndForgotten_data() { bothDatabases(); }
    void theErasedAreSignedOutAndForgotten()
    {
        QFETCH(QString, database);
        Door door(database);
        const Customer ada = door.join("ada@example.org");
        const auto session = door.signIn("ada@example.org");
        const auto late = must(door.office->logins().begin(QStringLiteral("ada@example.org")));
        must(door.office->customerRecords().erase(door.office->system(), ada.id));
        QVERIFY(!door.isIn(*session));
        QCOMPARE(door.office->logins().finish(late).error().code, ErrorCode::NotFound); // who was on the way in
        for (const char *table : {"customer_password", "customer_session", "login_attempt"})
            QVERIFY2(door.count(table) == 0, table);
        door.join("ada@example.org"); // the e-mail is free again
    }

    void theMergedSignInAsTheOneThatStays_data() { bothDatabases(); }
    void theMergedSignInAsTheOneThatStays()
    {
        QFETCH(QString, database);
        Door door(database);
        const auto merge = [&](const Customer &from, const Customer &into) { must(door.office->customerRecords().merge(door.office->system(), from.id, into.id)); };
        // The counter knew her without a password.
        const Customer known = must(door.office->customers().add(door.office->system(), adaWith("ada@example.org")));
        const Customer ada = door.join("ada@example.org");
        const auto before = door.signIn("ada@example.org");
        merge(ada, known);
        QVERIFY(!door.isIn(*before));
        const auto after = door.signIn("ada@example.org");
        QVERIFY(after);
        QCOMPARE(after->customer, known.id);
        // Two who both sign in: the one that goes opens nothing any more.
        const Customer other = door.join("other@example.org");
        const auto others = door.signIn("other@example.org");
        merge(other, known);
        QVERIFY(!door.isIn(*others));
        QVERIFY(!door.signIn("other@example.org"));
        QVERIFY(door.isIn(*after));
        QVERIFY(door.signIn("ada@example.org"));
    }

    void whoChangesThePasswordStaysInAlone_data() { bothDatabases(); }
    void whoChangesThePasswordStaysInAlone()
    {
        QFETCH(QString, database);
        Door door(database);
        const Customer ada = door.join("ada@example.org");
        const Customer bob = door.join("bob@example.org", "Bob");
        const auto here = door.signIn("ada@example.org"), there = door.signIn("ada@example.org"), bobs = door.signIn("bob@example.org");
        for (int i = 0; i < CustomerLogins::LockAfter - 2; ++i)
            must(door.office->logins().begin(ada.id)); // wrong ones
        const auto attempt = must(door.office->logins().begin(ada.id));
        QVERIFY(crypto::pinMatches(Password, attempt.passwordHash));
        const QString mailed = must(door.office->emailProofs().make(QStringLiteral("ada@example.org"))).secret;
        must(door.office->logins().change(attempt, newHash(), here->id));
        QVERIFY(door.isIn(*here));
        QVERIFY(!door.isIn(*there));
        QVERIFY(door.isIn(*bobs));
        QVERIFY(!door.office->emailProofs().mustBeOpen(mailed));
        QCOMPARE(door.count("login_attempt"), 0); // nothing is counted any more
        QVERIFY(!door.signIn("ada@example.org"));
        QVERIFY(door.signIn("ada@example.org", NewPassword));
        QVERIFY(door.signIn("bob@example.org"));
        QCOMPARE(door.office->logins().begin(must(door.office->customers().add(door.office->system(), adaWith(""))).id).error().code, ErrorCode::NotFound);
        for (int i = 0; i < CustomerLogins::LockAfter; ++i)
            must(door.office->logins().begin(ada.id));
        QCOMPARE(door.office->logins().begin(ada.id).error().code, ErrorCode::LockedOut);
        QCOMPARE(door.office->logins().begin(QStringLiteral("ada@example.org")).error().code, ErrorCode::LockedOut);
        const auto db = Database::open(door.box.url(), Database::Mode::Read, door.box.clock());
        QCOMPARE(must(Verifier(*db, {}).verify()).breaches, QStringList());
    }

    void whoKnewTheOldPasswordComesTooLate_data() { bothDatabases(); }
    void whoKnewTheOldPasswordComesTooLate()
    {
        QFETCH(QString, database);
        Door door(database);
        const Customer ada = door.join("ada@example.org");
        const auto late = must(door.office->logins().begin(ada.id));
        const auto first = must(door.office->logins().begin(ada.id));
        must(door.office->logins().change(first, newHash(), {})); // at the same time, by the clock
        QCOMPARE(door.office->logins().change(late, crypto::hashPin(Password, crypto::PinCost::Minimal), {}).error().code, ErrorCode::NotFound);
        QCOMPARE(door.office->logins().finish(late).error().code, ErrorCode::NotFound); // nor is anybody let in
        QCOMPARE(door.count("customer_session"), 0);
        QVERIFY(door.signIn("ada@example.org", NewPassword));
    }

    void theHouseGivesAPassword_data() { bothDatabases(); }
    void theHouseGivesAPassword()
    {
        QFETCH(QString, database);
        Door door(database);
        CustomerLogins &logins = door.office->logins();
        const Customer ada = door.join("ada@example.org");
        const auto session = door.signIn("ada@example.org");
        must(logins.set(ada.id, newHash()));
        QVERIFY(!door.isIn(*session));
        const auto again = door.signIn("ada@example.org", NewPassword);
        QVERIFY(again);
        const Customer known = must(door.office->customers().add(door.office->system(), adaWith("known@example.org")));
        must(logins.set(known.id, newHash()));
        QCOMPARE(door.signIn("known@example.org", NewPassword)->customer, known.id);
        const Customer nameless = must(door.office->customers().add(door.office->system(), adaWith("")));
        QCOMPARE(logins.set(nameless.id, newHash()).error().code, ErrorCode::InvalidInput); // signs in with what?
        const Customer twin = must(door.office->customers().add(door.office->system(), adaWith("ada@example.org")));
        QCOMPARE(logins.set(twin.id, newHash()).error().code, ErrorCode::InvalidInput); // it is Ada's
        QVERIFY(door.isIn(*again));
        must(door.office->customerRecords().merge(door.office->system(), twin.id, ada.id));
        QCOMPARE(logins.set(twin.id, newHash()).error().code, ErrorCode::NotFound);
        must(door.office->customerRecords().erase(door.office->system(), ada.id));
        QCOMPARE(logins.set(ada.id, newHash()).error().code, ErrorCode::NotFound);
    }

    void whoSignsOutIsOut_data() { bothDatabases(); }
    void whoSignsOutIsOut()
    {
        QFETCH(QString, database);
        Door door(database);
        const Customer ada = door.join("ada@example.org");
        const auto here = door.signIn("ada@example.org"), there = door.signIn("ada@example.org");
        must(door.office->logins().signOut(ada.id, here->id));
        QVERIFY(!door.isIn(*here));
        QVERIFY(door.isIn(*there));
        must(door.office->logins().signOut(ada.id, here->id)); // who is out stays out
        QCOMPARE(door.count("customer_session"), 1);
    }

    void whatEndedIsForgotten_data() { bothDatabases(); }
    void whatEndedIsForgotten()
    {
        QFETCH(QString, database);
        Door door(database);
        door.join("ada@example.org");
        QVERIFY(door.signIn("ada@example.org"));
        must(door.office->logins().begin(QStringLiteral("typo@example.org")));
        QCOMPARE(must(door.office->logins().tidy(10)), 0);
        door.box.advance(CustomerLogins::AttemptsKept + Milliseconds(1));
        QCOMPARE(must(door.office->logins().tidy(1)), 2); // one of each
        QCOMPARE(must(door.office->logins().tidy(10)), 0);
        QCOMPARE(door.count("customer_session") + door.count("login_attempt"), 0);
    }
};

FOYER_TEST(CustomerLoginsTest, "customerlogins")
#include "test_customerlogins.moc"
