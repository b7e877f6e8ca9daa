#include "core/storage/customer_store.h"

namespace foyer::customer_store {

namespace {

Row rowFrom(const foyer::Row &row)
{
    return {row.id<CustomerId>(0), row.text(1), row.text(2), row.text(3)};
}

/// "%part%", with what LIKE would read as a wildcard taken literally.
QString containing(QString part)
{
    part.replace(u'!', QLatin1String("!!")).replace(u'%', QLatin1String("!%")).replace(u'_', QLatin1String("!_"));
    return u'%' + part + u'%';
}

} // namespace

void add(Database &db, const Row &customer, const QString &search, Instant now)
{
    db.run("INSERT INTO customer (id, name, email, phone, search, created_at) VALUES (?, ?, ?, ?, ?, ?)",
           {customer.id, customer.name, customer.email, customer.phone, search, now});
}

std::vector<Row> find(Database &db, std::span<const QString> parts, int limit)
{
    const auto pattern = [&](size_t i) { return i < parts.size() ? containing(parts[i]) : QStringLiteral("%"); };
    const Rows rows = db.run("SELECT id, name, email, phone FROM customer WHERE search LIKE ? ESCAPE '!' AND search LIKE ? ESCAPE '!' "
                             "AND search LIKE ? ESCAPE '!' ORDER BY name, id LIMIT ?", {pattern(0), pattern(1), pattern(2), limit});
    std::vector<Row> out;
    for (const foyer::Row &row : rows)
        out.push_back(rowFrom(row));
    return out;
}

std::optional<Row> get(Database &db, CustomerId id)
{
    const Rows rows = db.run("SELECT id, name, email, phone FROM customer WHERE id = ?", {id});
    return rows.empty() ? std::nullopt : std::optional(rowFrom(rows.front()));
}

} // namespace foyer::customer_store
