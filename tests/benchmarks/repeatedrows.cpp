#include "tests/benchmarks/repeatedrows.h"

#include "core/base/random.h"
#include "core/domain/ticketnumber.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace foyer::bench::repeatedrows {

namespace {

constexpr const char *Tables[] = {"event", "ticket_type", "ticket_type_category", "price_level", "allotment", "reservation", "reservation_line", "orders", "ticket",
                                  "order_line", "claim"};

/// What is repeated itself; all else that a row names stays.
bool isRepeated(const QString &column)
{
    static const QSet<QString> columns{QStringLiteral("id"), QStringLiteral("event_id"), QStringLiteral("ticket_type_id"), QStringLiteral("price_level_id"), QStringLiteral("allotment_id"),
                                       QStringLiteral("reservation_id"), QStringLiteral("order_id"), QStringLiteral("ticket_id")};
    return columns.contains(column);
}

bool isMoment(const QString &column)
{
    static const QSet<QString> columns{QStringLiteral("starts_at"), QStringLiteral("doors_at"), QStringLiteral("ends_at"), QStringLiteral("created_at"), QStringLiteral("expires_at")};
    return columns.contains(column);
}

QStringList columnsOf(Database &db, const QString &table)
{
    QStringList columns;
    const Rows rows = db.isPostgres() ? db.run("SELECT column_name::text FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position", {table})
                                      : db.run("SELECT name FROM pragma_table_info(?)", {table});
    for (const Row &row : rows)
        columns << row.text(0);
    return columns;
}

/// The last four bytes of an id are random; the number of the repetition stands there instead.
QString repeatedId(Database &db, const QString &column)
{
    return (db.isPostgres() ? QStringLiteral("(left(replace(t.%1::text, '-', ''), 24) || lpad(to_hex(c.k), 8, '0'))::uuid")
                            : QStringLiteral("CASE WHEN t.%1 IS NULL THEN NULL ELSE CAST(substr(t.%1, 1, 12) || CAST(printf('%04d', c.k) AS BLOB) AS BLOB) END")).arg(column);
}

/// The value of a column in the c.k-th repetition.
QString repeated(Database &db, const QString &table, const QString &column)
{
    if (table == QLatin1String("ticket") && column == QLatin1String("number"))
        return QStringLiteral("(SELECT f.number FROM known b JOIN fresh f ON f.n = (c.k - 1) * (SELECT count(*) FROM known) + b.n WHERE b.id = t.id)");
    if (table == QLatin1String("orders") && column == QLatin1String("number"))
        return db.isPostgres() ? QStringLiteral("split_part(t.number, '-', 1) || '-' || (t.counter + c.k * 100000)")
                               : QStringLiteral("substr(t.number, 1, instr(t.number, '-')) || (t.counter + c.k * 100000)");
    if (table == QLatin1String("orders") && column == QLatin1String("counter"))
        return QStringLiteral("t.counter + c.k * 100000");
    if (table == QLatin1String("event") && column == QLatin1String("number"))
        return QStringLiteral("t.number + c.k * 1000");
    if (table == QLatin1String("event") && column == QLatin1String("uid"))
        return QStringLiteral("t.uid || '-' || c.k");
    if (column == QLatin1String("customer_id")) // somebody else
        return QStringLiteral("(SELECT x.id FROM person y JOIN person x ON x.n = (y.n + c.k * 7919) % (SELECT count(*) FROM person) WHERE y.id = t.customer_id)");
    if (isRepeated(column))
        return repeatedId(db, column);
    if (isMoment(column))
        return QStringLiteral("t.%1 - c.k * c.span").arg(column);
    return QStringLiteral("t.") + column;
}

void say(Database &db, std::initializer_list<const char *> statements)
{
    for (const char *statement : statements)
        db.execute(QString::fromLatin1(statement));
}

/// As many as the repeated tickets need.
void makeNumbers(Database &db, int times)
{
    say(db, {"CREATE TEMPORARY TABLE known AS SELECT row_number() OVER (ORDER BY id) AS n, id FROM ticket", "CREATE UNIQUE INDEX known_id ON known (id)",
             "CREATE TEMPORARY TABLE fresh (n BIGINT NOT NULL PRIMARY KEY, number TEXT NOT NULL)"});
    const qint64 wanted = (times - 1) * db.run("SELECT count(*) FROM ticket").front().number(0);
    SeededRandom random(20261122);
    QSet<QString> made;
    while (made.size() < wanted) {
        Batch batch{{"n", ColumnType::Int}, {"number", ColumnType::Text}};
        for (int i = 0; i < 10'000 && made.size() < wanted; ++i) {
            const QString number = TicketNumber::make(random).toString();
            if (made.contains(number))
                continue;
            made.insert(number);
            batch.add({qint64(made.size()), number});
        }
        db.run("INSERT INTO fresh (n, number) SELECT n, number FROM {batch}", batch);
    }
}

/// Nobody watches meanwhile, and nothing has to survive.
void hurry(Database &db)
{
    if (db.isPostgres())
        say(db, {"SET session_replication_role = replica", "SET statement_timeout = 0", "SET synchronous_commit = off", "SET work_mem = '256MB'"});
    else
        say(db, {"PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -400000"});
}

/// As a server does by itself while nothing else is asked of it.
void tidy(Database &db)
{
    if (!db.isPostgres())
        return (void)db.run("PRAGMA wal_checkpoint(TRUNCATE)");
    say(db, {"VACUUM (ANALYZE)", "CHECKPOINT"});
}

} // namespace

qint64 repeat(Database &db, int times, Milliseconds span)
{
    hurry(db);
    say(db, {"CREATE TEMPORARY TABLE copy (k INTEGER NOT NULL, span BIGINT NOT NULL)"});
    for (int k = 1; k < times; ++k)
        db.run("INSERT INTO copy (k, span) VALUES (?, ?)", {k, qint64(span.count())});
    say(db, {"CREATE TEMPORARY TABLE person AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM customer", "CREATE UNIQUE INDEX person_n ON person (n)",
             "CREATE UNIQUE INDEX person_id ON person (id)"});
    makeNumbers(db, times);
    if (db.isPostgres())
        say(db, {"ANALYZE person", "ANALYZE copy", "ANALYZE known", "ANALYZE fresh"});
    for (const char *table : Tables) {
        const QString name = QLatin1String(table);
        const QStringList columns = columnsOf(db, name);
        QStringList values;
        for (const QString &column : columns)
            values << repeated(db, name, column);
        db.execute(QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM %1 t CROSS JOIN copy c ORDER BY c.k").arg(name, columns.join(QStringLiteral(", ")), values.join(QStringLiteral(", "))));
    }
    say(db, {"DROP TABLE person", "DROP TABLE copy", "DROP TABLE known", "DROP TABLE fresh"});
    tidy(db);
    return db.run("SELECT count(*) FROM ticket").front().number(0);
}

} // namespace foyer::bench::repeatedrows
