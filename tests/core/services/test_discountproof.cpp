// Whatever somebody changes about codes and discounts past every guard, verify names it.
#include "tests/core/services/discounted.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

/// A house with an order by a code and by hand, one by a code for each customer, and a cart that holds a use.
class TamperedHouse : public DiscountHouse
{
public:
    explicit TamperedHouse(const QString &database) : DiscountHouse(database)
    {
        code(QStringLiteral("TEN"), times(amountOff(1001), 5));
        PromoTerms each = percentOff(1000);
        each.customerLimit = 1;
        each.scope = {{hamlet.id, {}}};
        code(QStringLiteral("EACH"), each);
        const auto cart = must(enter(standing(20), QStringLiteral("TEN")));
        sold(must(office->discounts().give(office->system(), {cart.id, {}, DiscountKind::Amount, 77, QStringLiteral("regular guest")})));
        const auto anna = must(office->customers().add(office->system(), {{}, QStringLiteral("Anna"), {}, {}}));
        const auto hers = standing(3);
        must(office->customers().assign(office->system(), hers.id, anna.id));
        sold(must(enter(hers, QStringLiteral("EACH"))));
        must(enter(standing(1), QStringLiteral("TEN")));
    }

    void tamper(const QByteArray &sql)
    {
        const auto db = behind();
        if (db->isPostgres()) {
            db->execute(QStringLiteral("SET session_replication_role = replica"));
            for (const char *check : {"promo_code_within_limit", "promo_code_check"})
                db->execute(QStringLiteral("ALTER TABLE promo_code DROP CONSTRAINT IF EXISTS %1").arg(QLatin1String(check)));
        } else {
            db->execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
            db->execute(QStringLiteral("PRAGMA ignore_check_constraints = ON"));
            for (const Row &row : db->run("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                db->execute(QStringLiteral("DROP TRIGGER \"%1\"").arg(row.text(0)));
        }
        db->execute(QString::fromUtf8(sql));
    }
};

} // namespace

class DiscountProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouchedItIsSound_data() { bothDatabases(); }
    void untouchedItIsSound()
    {
        QFETCH(QString, database);
        QCOMPARE(TamperedHouse(database).breaches(), QString());
    }

    void tamperingIsNamed_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("breach");
        const auto add = [](const char *name, const char *sql, const char *breach) {
            QTest::newRow(QByteArray("sqlite ") + name) << QStringLiteral("sqlite") << QByteArray(sql) << QString::fromUtf8(breach);
            if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
                QTest::newRow(QByteArray("postgres ") + name) << QStringLiteral("postgres") << QByteArray(sql) << QString::fromUtf8(breach);
        };
        add("counter", "UPDATE promo_code SET taken = 3 WHERE code = 'TEN'", "Promo code TEN counts 3 uses, but carts and orders have 2");
        add("counter of a code without a limit", "UPDATE promo_code SET taken = 1 WHERE code = 'EACH'", "Promo code EACH counts 1 uses, but carts and orders have 1");
        add("use gone", "DELETE FROM order_discount WHERE amount = 1001", "Promo code TEN counts 2 uses, but carts and orders have 1");
        add("use untold", "DELETE FROM order_discount WHERE amount = 1001", "The journal tells of the discount of 1001");
        add("discount of an order", "UPDATE order_discount SET amount = 1002 WHERE amount = 1001", "Order A-10001 was charged 1078 less, but its discounts add up to 1079");
        add("discount turned into another's", "UPDATE order_discount SET approver_id = id WHERE amount = 77", "The journal tells of the discount of 77");
        add("discount invented", "INSERT INTO order_discount (id, order_id, reason, amount, chain_id, seq) SELECT reservation_id, id, 'x', 5, chain_id, seq FROM orders WHERE total < 5000",
            "The journal does not tell of the discount of 5");
        add("line's discount moved", "UPDATE order_line SET unit_price = 1001, discount = discount + 1 WHERE order_id = (SELECT id FROM orders WHERE number = 'A-10001')",
            "Order A-10001 was not charged what its discounts come to");
        add("terms", "UPDATE promo_code SET value = 900 WHERE code = 'EACH'", "The journal tells of promo code EACH");
        add("terms of what was charged", "UPDATE promo_code SET value = 900 WHERE code = 'EACH'", "Order A-10002 was not charged what its discounts come to");
        add("limit", "UPDATE promo_code SET total_limit = 50 WHERE code = 'TEN'", "The journal tells of promo code TEN");
        add("scope gone", "DELETE FROM promo_scope", "The journal tells of promo code EACH");
        add("code invented", "INSERT INTO promo_code (id, code, kind, value, stackable, created_at, chain_id, seq) "
            "SELECT reservation_id, 'FREE', 'percent', 10000, 1, 0, chain_id, seq FROM orders WHERE number = 'A-10001'", "The journal does not tell of promo code FREE");
        add("one customer too often", "UPDATE reservation SET customer_id = NULL WHERE customer_id IS NOT NULL", "Promo code EACH was used 1 times by one customer");
        add("entry of a cart gone", "DELETE FROM reservation_discount WHERE promo_id IS NULL", "counts 2 discounts, but has 1");
        add("entry of a cart untold", "UPDATE reservation SET discounts = 0 WHERE discounts = 2", "Order A-10001 has 2 discounts, but its cart had 0");
        add("by hand made larger", "UPDATE reservation_discount SET value = 78 WHERE value = 77", "Order A-10001 was not charged what its discounts come to");
    }

    void tamperingIsNamed()
    {
        QFETCH(QString, database);
        QFETCH(QByteArray, sql);
        QFETCH(QString, breach);
        TamperedHouse house(database);
        house.tamper(sql);
        const QString said = house.breaches();
        QVERIFY2(said.contains(breach), qUtf8Printable(said));
    }

    void theTablesRefuseItThemselves_data() { bothDatabases(); }
    void theTablesRefuseItThemselves()
    {
        QFETCH(QString, database);
        TamperedHouse house(database);
        const auto db = house.behind();
        for (const char *sql : {"UPDATE promo_code SET taken = 6 WHERE code = 'TEN'", "UPDATE promo_code SET taken = 1 WHERE code = 'EACH'",
                                "UPDATE promo_code SET taken = -1 WHERE code = 'TEN'", "DELETE FROM order_discount", "UPDATE order_discount SET amount = 1",
                                "DELETE FROM promo_scope", "UPDATE reservation_discount SET value = 10001, kind = 'percent' WHERE promo_id IS NULL"})
            QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QLatin1String(sql)));
        if (!house.box.isPostgres())
            QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QStringLiteral("UPDATE promo_code SET value = 1")));
    }
};

FOYER_TEST(DiscountProofTest, "discountproof")
#include "test_discountproof.moc"
