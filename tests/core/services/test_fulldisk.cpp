#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

class FullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskIsSaidAndLeavesNothingHalfDone()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10000, 1500).add();
        const auto request = ReserveRequest{{}, Channel::Counter, {{event.id, event.ticketTypes[0].priceLevels[0].id, {}, 1}}};
        const auto count = [&](const char *sql) { return *office->writer().read([&](Database &db) { return db.run(sql).front().number(0); }); };

        // SQLite answers "database or disk is full" when a file may not grow.
        const auto pages = count("PRAGMA page_count");
        office->writer().db().execute(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 1));
        int sold = 0;
        Result<Reservation> last = fail(ErrorCode::Internal);
        for (int i = 0; i < 500; ++i) {
            last = office->inventory().reserve(office->system(), request);
            if (!last)
                break;
            ++sold;
        }
        QVERIFY(!last);
        QCOMPARE(last.error().code, ErrorCode::DiskFull);
        QCOMPARE(count("SELECT count(*) FROM reservation"), qint64(sold));
        QCOMPARE(count("SELECT CAST(sum(held) AS BIGINT) FROM allotment"), qint64(sold));
        QCOMPARE(count("SELECT count(*) FROM journal WHERE body LIKE '%reservation.made%'"), qint64(sold));

        office->writer().db().execute(QStringLiteral("PRAGMA max_page_count = 1000000")); // room again
        QVERIFY(office->inventory().reserve(office->system(), request));
        QCOMPARE(count("SELECT max(seq) - count(*) FROM journal"), 0);
    }
};

FOYER_TEST(FullDiskTest, "fulldisk")
#include "test_fulldisk.moc"
