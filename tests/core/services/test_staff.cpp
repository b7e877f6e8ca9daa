#include "core/storage/database.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using test::must;

namespace {

const QString Pin = QStringLiteral("314159");
const QString Wrong = QStringLiteral("000000");

StaffMember anna(BoxOffice &office)
{
    return must(office.staff().add(office.system(), QStringLiteral("Anna Bäcker"), Role::Cashier, Pin));
}

QString journal(BoxOffice &office)
{
    return must(office.writer().read([](Database &db) {
        QString all;
        for (const Row &row : db.run("SELECT body FROM journal ORDER BY seq"))
            all += row.text(0);
        return all;
    }));
}

} // namespace

class StaffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInGivesAnActorWithAShift_data() { test::bothDatabases(); }
    void signingInGivesAnActorWithAShift()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const StaffMember member = anna(*office);
        const Actor actor = must(office->staff().signIn(member.id, Pin));
        QCOMPARE(actor.staff, member.id);
        QCOMPARE(actor.role, Role::Cashier);
        QCOMPARE(actor.terminal, office->terminal());
        QVERIFY(!actor.shift.isNull());
        QCOMPARE(must(office->staff().signIn(member.id, Pin)).shift, actor.shift);
        QCOMPARE(journal(*office).count(QStringLiteral("shift.opened")), 1);
        QCOMPARE(journal(*office).count(QStringLiteral("staff.signed_in")), 2);
    }

    void aShiftBelongsToOneTerminal()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs a server");
        test::TestDatabase box(QStringLiteral("postgres"));
        const auto till = box.open(QStringLiteral("till"));
        const auto door = box.open(QStringLiteral("door"));
        const StaffMember member = anna(*till);
        QVERIFY(must(till->staff().signIn(member.id, Pin)).shift != must(door->staff().signIn(member.id, Pin)).shift);
    }

    void namesStayOutOfTheJournal_data() { test::bothDatabases(); }
    void namesStayOutOfTheJournal()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        must(office->staff().signIn(anna(*office).id, Pin));
        QVERIFY(journal(*office).contains(QStringLiteral("staff.added")));
        QVERIFY(!journal(*office).contains(QStringLiteral("Anna")));
    }

    void wrongPinsLockAndTimeUnlocks_data() { test::bothDatabases(); }
    void wrongPinsLockAndTimeUnlocks()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        auto office = box.open();
        const StaffId who = anna(*office).id;
        for (int left = Staff::LockAfter - 1; left > 0; --left) {
            const auto refused = office->staff().signIn(who, Wrong);
            QCOMPARE(refused.error().code, ErrorCode::WrongPin);
            QCOMPARE(refused.error().args, QStringList{QString::number(left)});
        }
        const auto locked = office->staff().signIn(who, Wrong);
        QCOMPARE(locked.error().code, ErrorCode::LockedOut);
        QCOMPARE(locked.error().args, QStringList{QStringLiteral("5")});

        office.reset(); // a restart forgives nothing
        office = box.open();
        QCOMPARE(office->staff().signIn(who, Pin).error().code, ErrorCode::LockedOut);
        box.advance(Milliseconds(Staff::LockMs - 1));
        QCOMPARE(office->staff().signIn(who, Pin).error().args, QStringList{QStringLiteral("1")});
        box.advance(Milliseconds(1));
        QCOMPARE(office->staff().signIn(who, Wrong).error().code, ErrorCode::LockedOut);
        box.advance(Milliseconds(Staff::LockMs));
        QVERIFY(office->staff().signIn(who, Pin));
        QCOMPARE(office->staff().signIn(who, Wrong).error().args, QStringList{QStringLiteral("4")});
    }

    void theRightPinForgivesEarlierMistakes_data() { test::bothDatabases(); }
    void theRightPinForgivesEarlierMistakes()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const StaffId who = anna(*office).id;
        for (int round = 0; round < 3; ++round) {
            for (int i = 1; i < Staff::LockAfter; ++i)
                QVERIFY(!office->staff().signIn(who, Wrong));
            QVERIFY(office->staff().signIn(who, Pin));
        }
    }

    void aNewPinUnlocks_data() { test::bothDatabases(); }
    void aNewPinUnlocks()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const StaffId who = anna(*office).id;
        for (int i = 0; i < Staff::LockAfter; ++i)
            QVERIFY(!office->staff().signIn(who, Wrong));
        QVERIFY(office->staff().setPin(office->system(), who, QStringLiteral("271828")));
        QCOMPARE(office->staff().signIn(who, Pin).error().code, ErrorCode::WrongPin);
        QVERIFY(office->staff().signIn(who, QStringLiteral("271828")));
    }

    void aPinHasSixDigits_data() { test::bothDatabases(); }
    void aPinHasSixDigits()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        for (const char *pin : {"", "12345", "1234567", "12345a", "12 456", "١٢٣٤٥٦"})
            QCOMPARE(office->staff().add(office->system(), QStringLiteral("Ben"), Role::Steward, QString::fromUtf8(pin)).error().code, ErrorCode::InvalidInput);
        const StaffId who = anna(*office).id;
        QCOMPARE(office->staff().setPin(office->system(), who, QStringLiteral("1")).error().code, ErrorCode::InvalidInput);
        QVERIFY(office->staff().signIn(who, Pin));
    }

    void aNameStandsOnce_data() { test::bothDatabases(); }
    void aNameStandsOnce()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        anna(*office);
        const auto add = [&](const QString &name) { return office->staff().add(office->system(), name, Role::Cashier, Pin); };
        QCOMPARE(add(QStringLiteral(" Anna Bäcker ")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(add(QStringLiteral("  ")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(add(QStringLiteral("A\nB")).error().code, ErrorCode::InvalidInput);
        QVERIFY(add(QStringLiteral("Aaron")));
        const auto members = must(office->staff().list());
        QCOMPARE(members.size(), size_t(2));
        QCOMPARE(members[0].name, QStringLiteral("Aaron"));
        QCOMPARE(members[1].role, Role::Cashier);
    }

    void whoLeftCannotSignIn_data() { test::bothDatabases(); }
    void whoLeftCannotSignIn()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const StaffId who = anna(*office).id;
        QVERIFY(office->staff().deactivate(office->system(), who));
        QCOMPARE(office->staff().signIn(who, Pin).error().code, ErrorCode::NotFound);
        QVERIFY(must(office->staff().list()).empty());
        QCOMPARE(office->staff().deactivate(office->system(), who).error().code, ErrorCode::NotFound);
        const StaffId stranger(QUuid::createUuid());
        QCOMPARE(office->staff().signIn(stranger, Pin).error().code, ErrorCode::NotFound);
        QCOMPARE(office->staff().setPin(office->system(), stranger, Pin).error().code, ErrorCode::NotFound);
    }

    void onlyAdministratorsChangeStaff_data() { test::bothDatabases(); }
    void onlyAdministratorsChangeStaff()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const StaffId who = anna(*office).id;
        const Actor manager = test::actorWith(*office, Role::Manager);
        QCOMPARE(office->staff().add(manager, QStringLiteral("Ben"), Role::Cashier, Pin).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(office->staff().setPin(manager, who, Pin).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(office->staff().deactivate(manager, who).error().code, ErrorCode::PermissionDenied);
    }

    void aTillCannotReadPinHashes()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs a server");
        test::TestDatabase box(QStringLiteral("postgres"));
        const auto office = box.open();
        anna(*office);
        QVERIFY(!office->writer().read([](Database &db) { return db.run("SELECT pin_hash FROM staff").size(); }));
    }
};

FOYER_TEST(StaffTest, "staff")
#include "test_staff.moc"
