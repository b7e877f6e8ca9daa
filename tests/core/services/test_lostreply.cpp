#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/dropproxy.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

class LostReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
    }

    void aSaleHappensOnceWhateverBecomesOfItsCommit_data()
    {
        QTest::addColumn<int>("cut");
        QTest::newRow("reply lost") << int(DropProxy::Cut::AfterCommit);
        QTest::newRow("commit lost") << int(DropProxy::Cut::BeforeCommit);
    }

    void aSaleHappensOnceWhateverBecomesOfItsCommit()
    {
        QFETCH(int, cut);
        TestDatabase box(QStringLiteral("postgres"));
        DropProxy proxy(quint16(box.url().ports.toInt()));
        DatabaseUrl through = box.url();
        through.ports = QString::number(proxy.port());
        SystemRandom random;
        auto office = must(BoxOffice::open({through, box.keyFolder(), QStringLiteral("till"), box.clock(), random, crypto::PinCost::Minimal}));
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).add();

        proxy.arm(DropProxy::Cut(cut));
        const auto cart = must(office->inventory().reserve(office->system(), ReserveRequest{{}, Channel::Counter, {{event.id, event.ticketTypes[0].priceLevels[0].id, {}, 4}}}));
        QCOMPARE(proxy.cuts(), 1);
        proxy.arm(DropProxy::Cut(cut));
        const auto sale = must(office->checkout().pay(office->system(), PayRequest{cart.id, Tender::Cash, euro(6000), {}, QStringLiteral("key")}));
        QCOMPARE(proxy.cuts(), 2);
        QVERIFY(sale.order);

        const auto total = must(office->inventory().availability(std::array{event.id})).front().total();
        QCOMPARE(total.sold, 4);
        QCOMPARE(total.held, 0);
        const auto count = [&](const char *sql) { return *office->writer().read([&](Database &db) { return db.run(sql).front().number(0); }); };
        QCOMPARE(count("SELECT count(*) FROM orders"), 1);
        QCOMPARE(count("SELECT count(*) FROM reservation"), 1);
        QCOMPARE(count("SELECT count(DISTINCT chain_id) FROM journal"), 1); // the same chain went on, without a gap
        QCOMPARE(count("SELECT max(seq) - count(*) FROM journal"), 0);
        // The order that the program was told is the one in the database.
        QCOMPARE(must(office->orders().findByReservation(cart.id)).number, sale.order->number);
    }
};

FOYER_TEST(LostReplyTest, "lostreply")
#include "test_lostreply.moc"
