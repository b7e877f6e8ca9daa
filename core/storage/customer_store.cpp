#include "core/storage/customer_store.h"

namespace foyer::customer_store {

namespace {

Row rowFrom(const foyer::Row &row)
{
    return {row.id<CustomerId>(0), row.text(1), row.text(2), row.text(3), row.text(4)};
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
    db.post("INSERT INTO customer (id, name, email, phone, notes, search, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
           {customer.id, customer.name, customer.email, customer.phone, customer.notes, search, now});
}

std::vector<Row> find(Database &db, std::span<const QString> parts, int limit)
{
    const auto pattern = [&](size_t i) { return i < parts.size() ? containing(parts[i]) : QStringLiteral("%"); };
    const Rows rows = db.run("SELECT id, name, email, phone, notes FROM customer WHERE search LIKE ? ESCAPE '!' AND search LIKE ? ESCAPE '!' "
                             "AND search LIKE ? ESCAPE '!' ORDER BY name, id LIMIT ?", {pattern(0), pattern(1), pattern(2), limit});
    std::vector<Row> out;
    for (const foyer::Row &row : rows)
        out.push_back(rowFrom(row));
    return out;
}

std::optional<Row> get(Database &db, CustomerId id)
{
    const Rows rows = db.run("SELECT k.id, k.name, k.email, k.phone, k.notes FROM customer c JOIN customer k ON k.id = coalesce(c.merged_into, c.id) "
                             "WHERE c.id = ? AND k.erased_at IS NULL", {id});
    return rows.empty() ? std::nullopt : std::optional(rowFrom(rows.front()));
}

bool isPresent(Database &db, CustomerId id)
{
    return !db.run("SELECT 1 FROM customer WHERE id = ? AND erased_at IS NULL AND merged_into IS NULL", {id}).empty();
}

void change(Database &db, const Row &customer, const QString &search)
{
    db.post("UPDATE customer SET name = ?, email = ?, phone = ?, notes = ?, search = ? WHERE id = ?",
           {customer.name, customer.email, customer.phone, customer.notes, search, customer.id});
}

std::optional<Row> byEmail(Database &db, const QString &email)
{
    if (email.isEmpty())
        return std::nullopt;
    const Rows rows = db.run("SELECT id, name, email, phone, notes FROM customer WHERE lower(email) = ? AND email <> '' "
                             "AND erased_at IS NULL AND merged_into IS NULL ORDER BY created_at, id LIMIT 1", {email.toLower()});
    return rows.empty() ? std::nullopt : std::optional(rowFrom(rows.front()));
}

std::optional<Row> byNameAndPhone(Database &db, const QString &name, const QString &phone)
{
    const Rows rows = db.run("SELECT id, name, email, phone, notes FROM customer WHERE name = ? AND phone = ? AND email = '' "
                             "AND erased_at IS NULL AND merged_into IS NULL ORDER BY created_at, id LIMIT 1", {name, phone});
    return rows.empty() ? std::nullopt : std::optional(rowFrom(rows.front()));
}

void lock(Database &db, std::span<const CustomerId> ids)
{
    Batch batch{{"c", ColumnType::Uuid}};
    for (const CustomerId id : ids)
        batch.add({id});
    if (db.isPostgres()) // SQLite has one writer
        db.post("SELECT id FROM customer WHERE id IN (SELECT c FROM {batch}) ORDER BY id FOR NO KEY UPDATE", batch);
}

void merge(Database &db, CustomerId from, CustomerId into)
{
    db.post("UPDATE reservation SET customer_id = ? WHERE customer_id = ?", {into, from});
    db.post("UPDATE customer SET merged_into = ? WHERE merged_into = ?", {into, from});
    db.post("UPDATE customer SET merged_into = ?, search = '' WHERE id = ?", {into, from});
}

void erase(Database &db, CustomerId id, Instant now)
{
    db.post("UPDATE parked_cart SET label = '' WHERE reservation_id IN (SELECT id FROM reservation WHERE customer_id = ?)", {id});
    db.post("UPDATE customer SET name = '?', email = '', phone = '', notes = '', search = '', erased_at = ? WHERE id = ? OR merged_into = ?", {now, id, id});
}

std::vector<OrderRow> orders(Database &db, CustomerId id)
{
    std::vector<OrderRow> out;
    for (const foyer::Row &row : db.run("SELECT o.number, o.created_at, o.total, o.currency FROM reservation r JOIN orders o ON o.reservation_id = r.id "
                                        "WHERE r.customer_id = ? ORDER BY o.created_at, o.number", {id}))
        out.push_back({row.text(0), row.instant(1), row.money(2, 3)});
    return out;
}

} // namespace foyer::customer_store
