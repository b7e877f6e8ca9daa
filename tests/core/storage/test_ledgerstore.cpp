#include "core/storage/ledger_store.h"
#include "core/storage/writer.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

using namespace foyer;
using ledger_store::AccountKey;
using ledger_store::AccountKind;

class LedgerStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsOpenedOnce_data() { test::bothDatabases(); }
    void anAccountIsOpenedOnce()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const Currency yen = *Currency::fromCode(u"JPY");
        const std::vector<AccountKey> keys{{AccountKind::Tax, {}, {}},
                                           {AccountKind::Drawer, office->terminal().uuid(), {}},
                                           {AccountKind::Tax, {}, yen},
                                           {AccountKind::Tax, {}, {}}};
        const auto open = [&] {
            return office->writer().write([&](Work &work) { return ledger_store::ensureAccounts(work.db(), work.ids(), keys); });
        };
        const auto first = open();
        QVERIFY(first);
        QCOMPARE((*first)[0], (*first)[3]);
        QVERIFY((*first)[0] != (*first)[2]);
        QVERIFY((*first)[0] != (*first)[1]);
        QCOMPARE(*open(), *first);
        const auto owner = office->writer().read([](Database &db) { return db.run("SELECT owner FROM account WHERE kind = 'tax'").front().uuid(0); });
        QVERIFY(owner->isNull());
    }

    void transfersMoveMoneyBetweenTwoAccounts_data() { test::bothDatabases(); }
    void transfersMoveMoneyBetweenTwoAccounts()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const auto sums = office->writer().write([&](Work &work) {
            const std::vector<AccountKey> keys{{AccountKind::OrderClearing, {}, {}}, {AccountKind::Drawer, office->terminal().uuid(), {}}};
            const auto accounts = ledger_store::ensureAccounts(work.db(), work.ids(), keys);
            const std::vector<ledger_store::Transfer> transfers{
                {work.ids().make<TransferId>(), accounts[1], accounts[0], Money(5900, {}), {}, {}},
                {work.ids().make<TransferId>(), accounts[0], accounts[1], Money(900, {}), {}, {}}};
            ledger_store::addTransfers(work.db(), transfers, work.now(), work.chain(), work.seq());
            work.fact("test", {});
            return std::pair(ledger_store::balance(work.db(), accounts[0], {}), ledger_store::balance(work.db(), accounts[1], {}));
        });
        QVERIFY(sums);
        QCOMPARE(sums->first.minor(), 5000);
        QCOMPARE(sums->second.minor(), -5000);
    }
};

FOYER_TEST(LedgerStoreTest, "ledgerstore")
#include "test_ledgerstore.moc"
