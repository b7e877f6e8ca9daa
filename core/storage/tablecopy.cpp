#include "core/storage/tablecopy.h"

#include "core/storage/guards.h"
#include "core/storage/home.h"
#include "core/storage/verify_store.h"

namespace foyer {

namespace {

constexpr int RowsAtOnce = 1000;

ColumnType typeNamed(const QString &name)
{
    if (name == QLatin1String("int8") || name == QLatin1String("int4"))
        return ColumnType::Int;
    if (name == QLatin1String("uuid"))
        return ColumnType::Uuid;
    return name == QLatin1String("bytea") ? ColumnType::Bytes : ColumnType::Text;
}

Param valueOf(const Row &row, int column, ColumnType type)
{
    if (row.isNull(column))
        return std::nullopt;
    switch (type) {
    case ColumnType::Int:
        return row.number(column);
    case ColumnType::Uuid:
        return Param::uuidOrZeros(row.uuid(column));
    case ColumnType::Bytes:
        return row.bytes(column);
    case ColumnType::Text:
        break;
    }
    return row.text(column);
}

} // namespace

QString TableCopy::Table::columnList() const
{
    QStringList quoted;
    for (const QByteArray &column : columnNames)
        quoted << QLatin1Char('"') + QString::fromLatin1(column) + QLatin1Char('"');
    return quoted.join(QStringLiteral(", "));
}

TableCopy::TableCopy(Database &from, Database &to, std::function<void(int)> progress)
    : m_from(from), m_to(to), m_progress(std::move(progress))
{
}

std::vector<TableCopy::Table> TableCopy::tables() const
{
    Database &postgres = m_from.isPostgres() ? m_from : m_to;
    Database &sqlite = m_from.isPostgres() ? m_to : m_from;
    std::vector<Table> out;
    const bool withPins = home::mayReadAll(m_from);
    for (const QString &name : boxOfficeTables(sqlite)) {
        Table table{name.toLatin1(), {}, {}, {}};
        const Rows columns = postgres.run(
            "SELECT a.attname::text, t.typname::text FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN pg_class c ON c.oid = a.attrelid "
            "WHERE c.relname = ? AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum", {name});
        for (const Row &column : columns) {
            table.columnNames.push_back(column.text(0).toLatin1());
            table.columnTypes.push_back(typeNamed(column.text(1)));
        }
        table.readList = table.columnList();
        if (!withPins && name == QLatin1String("staff"))
            table.readList.replace(QLatin1String("\"pin_hash\""), QLatin1String("''::bytea"));
        if (!withPins && name == QLatin1String("api_token")) // no token has this hash: they are issued anew
            table.readList.replace(QLatin1String("\"hash\""), QLatin1String("uuid_send(\"id\")"));
        if (!withPins && name == QLatin1String("customer_session")) // everybody signs in anew
            table.readList.replace(QLatin1String("\"hash\""), QLatin1String("uuid_send(\"id\")"));
        if (!withPins && name == QLatin1String("customer_password")) // nothing matches an empty hash
            table.readList.replace(QLatin1String("\"hash\""), QLatin1String("''::bytea"));
        out.push_back(std::move(table));
    }
    return out;
}

void TableCopy::run(const std::function<void()> &last)
{
    const verify_store::Snapshot snapshot(m_from);
    const auto all = tables();
    for (const Table &table : all)
        m_rows += m_from.read(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(QLatin1String(table.name))).front().number(0);
    Guards::beforeTransaction(m_to);
    Transaction transaction(m_to);
    Guards guards(m_to);
    guards.takeDown();
    for (const Table &table : all) {
        m_to.execute(QStringLiteral("DELETE FROM \"%1\"").arg(QLatin1String(table.name)));
        copy(table);
    }
    guards.putUp();
    last();
    transaction.commit();
}

void TableCopy::clear(Database &database)
{
    Guards::beforeTransaction(database);
    Transaction transaction(database);
    Guards guards(database);
    guards.takeDown();
    for (const QString &table : boxOfficeTables(database))
        database.execute(QStringLiteral("DELETE FROM \"%1\"").arg(table));
    guards.putUp();
    transaction.commit();
}

void TableCopy::copy(const Table &table)
{
    const QString name = QLatin1String(table.name);
    tell();
    if (m_from.isPostgres()) {
        m_from.execute(QStringLiteral("DECLARE copied CURSOR FOR SELECT %1 FROM \"%2\"").arg(table.readList, name));
        for (Rows rows; !(rows = m_from.read(QStringLiteral("FETCH %1 FROM copied").arg(RowsAtOnce))).empty();)
            insert(table, rows);
        m_from.execute(QStringLiteral("CLOSE copied"));
        return;
    }
    const QString page = QStringLiteral("SELECT %1, rowid FROM \"%2\" WHERE rowid > %3 ORDER BY rowid LIMIT %4");
    qint64 after = 0;
    for (Rows rows; !(rows = m_from.read(page.arg(table.columnList(), name).arg(after).arg(RowsAtOnce))).empty();) {
        after = rows.back().number(rows.back().size() - 1);
        insert(table, rows);
    }
}

void TableCopy::insert(const Table &table, const Rows &rows)
{
    std::vector<BatchColumn> columns;
    for (size_t i = 0; i < table.columnNames.size(); ++i)
        columns.push_back({table.columnNames[i].constData(), table.columnTypes[i]});
    Batch batch(std::move(columns));
    for (const Row &row : rows) {
        std::vector<Param> values;
        for (size_t i = 0; i < table.columnTypes.size(); ++i)
            values.push_back(valueOf(row, int(i), table.columnTypes[i]));
        batch.add(std::move(values));
    }
    const QByteArray list = table.columnList().toLatin1();
    m_to.runMade("INSERT INTO \"" + table.name + "\" (" + list + ") SELECT " + list + " FROM {batch}" + (m_to.isPostgres() ? "" : " WHERE true"), batch);
    m_copied += qint64(rows.size());
    tell();
}

void TableCopy::tell()
{
    const int percent = m_rows == 0 ? 100 : int(m_copied * 100 / m_rows);
    if (m_progress && percent != m_told)
        m_progress(m_told = percent);
}

} // namespace foyer
