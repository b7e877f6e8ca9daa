#include "tests/benchmarks/outcome.h"

#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"

namespace foyer::bench {

namespace {

void expect(Database &db, const char *sql, qint64 wanted, const char *what)
{
    const qint64 found = db.run(sql).front().number(0);
    if (found != wanted)
        qFatal("%s: %lld, and not %lld", what, static_cast<long long>(found), static_cast<long long>(wanted));
}

QStringList tablesOf(Database &db)
{
    QStringList out;
    const Rows rows = db.isPostgres() ? db.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                                      : db.run("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1");
    for (const Row &row : rows)
        out << row.text(0);
    return out;
}

} // namespace

RowCounts countSold(const DatabaseUrl &url, int orders)
{
    const SystemClock clock;
    const auto db = Database::open(url, Database::Mode::Read, clock);
    expect(*db, "SELECT count(*) FROM allotment WHERE held + sold > capacity OR held <> 0", 0, "allotments oversold or still holding");
    expect(*db, "SELECT count(*) FROM (SELECT event_id, seat_id FROM ticket WHERE seat_id IS NOT NULL GROUP BY event_id, seat_id "
                "HAVING count(*) > 1) AS twice", 0, "seats sold twice");
    expect(*db, "SELECT count(*) FROM orders", orders, "orders");
    expect(*db, "SELECT count(*) FROM ticket", 2 * orders, "tickets");
    RowCounts counts;
    for (const QString &table : tablesOf(*db)) {
        const QByteArray sql = "SELECT count(*) FROM " + table.toUtf8();
        counts[table] = db->run(sql.constData()).front().number(0);
    }
    return counts;
}

void proveSound(const DatabaseUrl &url, const QString &keyFolder)
{
    const SystemClock clock;
    const auto db = Database::open(url, Database::Mode::Read, clock);
    const VerifyReport report = test::must(Verifier(*db, KeyStore(keyFolder).marks()).verify());
    if (!report.isSound())
        qFatal("verify found a breach: %s", qUtf8Printable(report.breaches.front()));
}

} // namespace foyer::bench
