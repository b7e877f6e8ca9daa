#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

class GrantsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTerminalRoleMayNotTouchHistoryOrSecrets_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char *sql : {"UPDATE journal SET body = ''", "DELETE FROM journal", "TRUNCATE journal CASCADE",
                                "UPDATE transfer SET amount = 1", "DELETE FROM transfer", "UPDATE allotment_move SET n = 1",
                                "UPDATE allotment SET capacity = 1000000", "DELETE FROM allotment", "UPDATE orders SET total = 0", "DELETE FROM orders",
                                "UPDATE order_line SET unit_price = 0", "UPDATE payment SET amount = 1", "DELETE FROM payment",
                                "UPDATE account SET balance = 5", "UPDATE account SET operations = 5", "UPDATE gift_card SET code = ''", "DELETE FROM transfer_refusal", "UPDATE payment SET wallet_id = NULL", "UPDATE comp SET reason = ''", "DELETE FROM comp", "UPDATE orders SET exchange_id = NULL", "DELETE FROM ticket", "UPDATE admission SET number = 9", "DELETE FROM door_place", "UPDATE door_place SET code = ''", "UPDATE door_grant SET number = 9", "DELETE FROM door_grant", "UPDATE door_sale_conflict SET total = 1", "DELETE FROM door_sale_conflict", "DELETE FROM admission", "TRUNCATE admission", "UPDATE ticket SET number = 'X'",
                                "UPDATE promo_code SET value = 1", "UPDATE promo_code SET total_limit = 99", "DELETE FROM promo_code", "DELETE FROM promo_scope",
                                "UPDATE order_discount SET amount = 1", "DELETE FROM order_discount", "UPDATE reservation_discount SET value = 1", "SELECT pin_hash FROM staff", "SELECT hash FROM customer_password", "UPDATE customer_password SET hash = ''", "SELECT hash FROM customer_session", "UPDATE customer_session SET expires_at = expires_at + 1", "UPDATE customer_password SET set_at = 1", "UPDATE email_proof SET email = ''", "UPDATE private_text SET text = ''", "UPDATE terminal SET public_key = ''", "DROP TABLE journal", "UPDATE migration SET version = 0",
                                "ALTER TABLE journal DISABLE TRIGGER ALL", "CREATE TABLE mine (n int)"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }

    void theTerminalRoleMayNotTouchHistoryOrSecrets()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        QFETCH(QString, sql);
        const auto db = Database::open(m_box->url(), Database::Mode::Write, m_box->clock());
        QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(sql));
    }

    void aTerminalSellsWithItsRightsAlone()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        // A login that is a member of the terminal role and nothing else.
        const QString login = QStringLiteral("till_") + QUuid::createUuid().toString(QUuid::Id128);
        m_box->administrator()->execute(QStringLiteral("CREATE ROLE %1 LOGIN IN ROLE foyer_terminal").arg(login));
        DatabaseUrl url = m_box->url();
        url.user = login;
        SystemRandom random;
        {
            auto manager = m_box->open(QStringLiteral("office"));
            const Event event = anEvent(*manager).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
            auto till = must(BoxOffice::open({url, m_box->keyFolder(), QStringLiteral("till"), m_box->clock(), random, crypto::PinCost::Minimal}));
            const auto cart = must(till->inventory().reserve(till->system(), ReserveRequest{{}, Channel::Counter, {{event.id, event.ticketTypes[0].priceLevels[0].id, {}, 2}}}));
            QVERIFY(must(till->checkout().pay(till->system(), PayRequest{cart.id, Tender::Cash, euro(3000), {}, QStringLiteral("k")})).order);
            QVERIFY(must(till->staff().list()).empty());
        }
        m_box->administrator()->execute(QStringLiteral("DROP ROLE %1").arg(login));
    }

    void anOrdinaryDatabaseOwnerCanMigrateAndSell()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        const QString name = QStringLiteral("house_") + QUuid::createUuid().toString(QUuid::Id128);
        const auto administrator = m_box->administrator();
        administrator->execute(QStringLiteral("CREATE ROLE %1 LOGIN CREATEROLE").arg(name));
        administrator->execute(QStringLiteral("CREATE DATABASE %1 OWNER %1").arg(name));
        DatabaseUrl url = m_box->url();
        url.user = url.database = name;
        SystemRandom random;
        const SystemClock clock;
        must(BoxOffice::migrate(url, clock));
        QVERIFY(BoxOffice::open({url, m_box->keyFolder(name), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}));
        administrator->execute(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(name));
        administrator->execute(QStringLiteral("DROP ROLE %1").arg(name));
    }

    void initTestCase()
    {
        if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            m_box = std::make_unique<TestDatabase>(QStringLiteral("postgres"));
    }

    void cleanupTestCase() { m_box.reset(); }

private:
    std::unique_ptr<TestDatabase> m_box;
};

FOYER_TEST(GrantsTest, "grants")
#include "test_grants.moc"
