#include "core/base/later.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/cardpayments.h"
#include "core/services/verifier.h"
#include "core/storage/keystore.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <QtCore/QProcess>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Steps that are never skipped; beyond them every `Stride`-th is tried, which keeps the test short.
constexpr int Stride = 3;

QString urlText(const TestDatabase &box)
{
    const DatabaseUrl &url = box.url();
    return box.isPostgres() ? QStringLiteral("postgres://%1@%2:%3/%4").arg(url.user, url.hosts, url.ports, url.database)
                            : QStringLiteral("sqlite:") + url.path;
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
        Event event;
        {
            box.useSystemClock();
            const auto office = box.open();
            event = anEvent(*office).startingAt(SystemClock().now() + std::chrono::hours(24)).withSeats(10, 40, 5900)
                        .withGeneral(QStringLiteral("Standing"), 500, 1500).add();
        }
        bool finished = false;
        int killed = 0;
        for (int step = 1; !finished && step < 2000; step += Stride) {
            QProcess till;
            till.start(QStringLiteral(FOYER_KILLED_SALE), {urlText(box), box.keyFolder(), books, QString::number(step)});
            QVERIFY(till.waitForFinished(30000));
            finished = till.exitStatus() == QProcess::NormalExit;
            QVERIFY2(!finished || (till.exitCode() == 0 && till.readAllStandardOutput().startsWith("sold")), till.readAllStandardError());
            killed += finished ? 0 : 1;

            // Power is back: what was left open is asked about, and every law must hold.
            const auto office = box.open();
            QVector<std::function<void()>> queue;
            const auto bank = must(SandboxGateway::open(books, SystemClock(), [&](Milliseconds, std::function<void()> body) { queue << std::move(body); }));
            const SetClock clock(SystemClock().now() + std::chrono::minutes(2)); // past every deadline
            CardPayments cards(office->checkout(), *bank, clock, [&](Milliseconds, std::function<void()> body) { queue << std::move(body); });
            must(cards.resume());
            for (int rounds = 0; cards.pending() > 0 && rounds < 200; ++rounds)
                if (!queue.isEmpty())
                    queue.takeFirst()();
            QCOMPARE(cards.pending(), 0);
            for (const ReservationId open : must(office->checkout().paying()))
                must(cards.abandon(office->system(), open));
            for (int rounds = 0; cards.pending() > 0 && rounds < 200; ++rounds)
                if (!queue.isEmpty())
                    queue.takeFirst()();
            const auto report = *office->writer().read([&](Database &) -> Result<VerifyReport> {
                const auto db = Database::open(box.url(), Database::Mode::Read, clock);
                return Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify();
            });
            QVERIFY2(report.isSound(), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(report.breaches.join(u'\n'))));
            // The bank and the books agree: card money of orders only.
            const auto cardMoney = *office->writer().read([](Database &db) {
                return db.run("SELECT CAST(coalesce(sum(CASE WHEN kind = 'capture' THEN amount ELSE -amount END), 0) AS BIGINT) FROM payment "
                              "WHERE tender = 'card' AND state = 'captured'").front().number(0);
            });
            QCOMPARE(bank->books().balance(Currency()).minor(), cardMoney);
        }
        QVERIFY(finished);
        QVERIFY2(killed > 10, qPrintable(QString::number(killed)));
    }
};

FOYER_TEST(SigkillTest, "sigkill")
#include "test_sigkill.moc"
