#include "tests/support/afterpowercut.h"
#include "tests/support/testmain.h"

#include <QtCore/QProcess>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Steps that are never skipped; beyond them every `Stride`-th is tried, which keeps the test short.
constexpr int Stride = 3;

qint64 rowCount(BoxOffice &office, const char *sql)
{
    return *office.writer().read([&](Database &db) { return db.run(sql).front().number(0); });
}

Event aShow(TestDatabase &box)
{
    box.useSystemClock();
    const auto office = box.open();
    return anEvent(*office).startingAt(SystemClock().now() + std::chrono::hours(24)).withSeats(10, 40, 5900)
        .withGeneral(QStringLiteral("Standing"), 500, 1500).add();
}

} // namespace

class SigkillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSaleKilledAtAnyStepIsWholeOrResumed_data() { bothDatabases(); }
    void aSaleKilledAtAnyStepIsWholeOrResumed()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        QTemporaryDir folder;
        const QString books = folder.filePath(QStringLiteral("bank.json"));
        aShow(box);
        bool finished = false;
        int killed = 0;
        for (int step = 1; !finished && step < 2000; step += Stride) {
            QProcess till;
            till.start(QStringLiteral(FOYER_KILLED_SALE), {urlText(box), box.keyFolder(), books, QString::number(step)});
            QVERIFY(till.waitForFinished(30000));
            finished = till.exitStatus() == QProcess::NormalExit;
            QVERIFY2(!finished || (till.exitCode() == 0 && till.readAllStandardOutput().startsWith("sold")), till.readAllStandardError());
            killed += finished ? 0 : 1;

            const auto office = box.open();
            const auto bank = recover(box, *office, books);
            // The bank and the books agree: card money of orders only.
            const auto cardMoney = rowCount(*office, "SELECT CAST(coalesce(sum(CASE WHEN kind = 'capture' THEN amount ELSE -amount END), 0) AS BIGINT) "
                                                  "FROM payment WHERE tender = 'card' AND state = 'captured'");
            QCOMPARE(bank->books().balance(Currency()).minor(), cardMoney);
        }
        QVERIFY(finished);
        QVERIFY2(killed > 10, qPrintable(QString::number(killed)));
    }

    void aLostReplyThenSigkillThenARestartIsOneChargeAndOneOrder_data() { bothDatabases(); }
    void aLostReplyThenSigkillThenARestartIsOneChargeAndOneOrder()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        QTemporaryDir folder;
        const QString books = folder.filePath(QStringLiteral("bank.json"));
        aShow(box);
        bool gaveUp = false;
        qint64 orders = 0;
        int charges = 0;
        for (int step = 1; !gaveUp && step < 2000; step += Stride) {
            QProcess till;
            till.start(QStringLiteral(FOYER_KILLED_SALE), {urlText(box), box.keyFolder(), books, QString::number(step), QStringLiteral("lost")});
            QVERIFY(till.waitForFinished(30000));
            QCOMPARE(till.exitStatus(), QProcess::CrashExit); // it never gets through
            gaveUp = till.readAllStandardOutput().startsWith("unknown");

            const auto office = box.open();
            const auto bank = recover(box, *office, books);
            const auto sold = rowCount(*office, "SELECT count(*) FROM orders");
            // Charged is sold, and sold is charged: once.
            QCOMPARE(bank->books().captures() - charges, int(sold - orders));
            QVERIFY(sold - orders <= 1);
            QCOMPARE(rowCount(*office, "SELECT count(*) FROM payment WHERE tender = 'card' AND kind = 'capture' AND state = 'captured'"), sold);
            QVERIFY(!gaveUp || sold - orders == 1);
            orders = sold;
            charges = bank->books().captures();
        }
        QVERIFY(gaveUp);
        QVERIFY2(orders > 1, "no till died between the charge and the moment when it gave up");
    }
};

FOYER_TEST(SigkillTest, "sigkill")
#include "test_sigkill.moc"
