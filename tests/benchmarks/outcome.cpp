#include "tests/benchmarks/outcome.h"

#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"

#include <QtCore/QDir>

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

bool sameOnPostgres(Database &left, Database &right, const QByteArray &table)
{
    const QByteArray sql = "SELECT md5(coalesce(string_agg(CAST(t AS TEXT), ' ' ORDER BY CAST(t AS TEXT)), '')) FROM " + table + " t";
    return left.run(sql.constData()).front().text(0) == right.run(sql.constData()).front().text(0);
}

bool sameOnSqlite(Database &left, const QString &other, const QByteArray &table)
{
    left.run("ATTACH ? AS other", {other});
    const QByteArray here = "SELECT * FROM main." + table, there = "SELECT * FROM other." + table;
    const QByteArray sql = "SELECT (SELECT count(*) FROM (" + here + " EXCEPT " + there + ")) + (SELECT count(*) FROM (" + there + " EXCEPT " + here + "))";
    const qint64 different = left.run(sql.constData()).front().number(0);
    left.run("DETACH other");
    return different == 0;
}

} // namespace

RowCounts countSold(const DatabaseUrl &url, int orders)
{
    const SystemClock clock;
    const auto db = Database::open(url, Database::Mode::Read, clock);
    expect(*db, "SELECT count(*) FROM allotment WHERE owner <> 'unissued' AND (held + sold > capacity OR held <> 0)", 0, "allotments oversold or still holding");
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

void proveSameRows(const DatabaseUrl &one, const DatabaseUrl &other, const RowCounts &tables)
{
    const SystemClock clock;
    const auto left = Database::open(one, Database::Mode::Read, clock);
    const auto right = Database::open(other, Database::Mode::Read, clock);
    for (const auto &[name, rows] : tables) {
        if (left->isPostgres() ? !sameOnPostgres(*left, *right, name.toUtf8()) : !sameOnSqlite(*left, other.path, name.toUtf8()))
            qFatal("the replay wrote other rows to %s", qUtf8Printable(name));
    }
}

QString firstKeys(const QString &folder)
{
    return folder + QStringLiteral("/keys");
}

QString freshKeys(const QString &folder)
{
    const QString to = folder + QStringLiteral("/keys-of-this-round");
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    for (const QString &name : QDir(firstKeys(folder)).entryList(QDir::Files))
        QFile::copy(firstKeys(folder) + u'/' + name, to + u'/' + name);
    return to;
}

void proveSound(const DatabaseUrl &url, const QString &keyFolder)
{
    const SystemClock clock;
    const auto db = Database::open(url, Database::Mode::Read, clock);
    const VerifyReport report = test::must(Verifier(*db, KeyStore(keyFolder).marks(terminal_store::all(*db))).verify());
    if (!report.isSound())
        qFatal("verify found a breach: %s", qUtf8Printable(report.breaches.front()));
}

} // namespace foyer::bench
