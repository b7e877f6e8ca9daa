#include "core/storage/customer_store.h"

#include <algorithm>
#include <set>

namespace foyer::customer_store {

namespace {

Row rowFrom(const foyer::Row &row)
{
    const QString email = row.text(2);
    return {row.id<CustomerId>(0), row.text(1), email, row.text(3), row.text(4), !email.isEmpty() && email.toLower() == row.text(5)};
}

constexpr qsizetype ShortestEnd = 2; ///< of a phone number

/// What somebody with this search text is found by: its words, and every end of those that are numbers.
std::set<QString> wordsOf(const QString &search)
{
    std::set<QString> words;
    for (const QString &word : search.split(u' ', Qt::SkipEmptyParts)) {
        words.insert(word);
        const bool isNumber = std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        for (qsizetype from = 1; isNumber && word.size() - from >= ShortestEnd; ++from)
            words.insert(word.mid(from));
    }
    return words;
}

void addWords(Database &db, CustomerId customer, const QString &search)
{
    Batch batch{{"customer_id", ColumnType::Uuid}, {"word", ColumnType::Text}};
    for (const QString &word : wordsOf(search))
        batch.add({customer, word});
    db.post("INSERT INTO customer_word (customer_id, word) SELECT customer_id, word FROM {batch}", batch);
}

void dropWords(Database &db, CustomerId customer)
{
    db.post("DELETE FROM customer_word WHERE customer_id = ?", {customer});
}

/// Behind every word that begins like this one.
QString behind(const QString &beginning)
{
    return beginning + QString::fromUcs4(U"\U0010FFFF", 1);
}

/// Of a part that more words begin with it does not matter how many.
constexpr int WordsCounted = 10'000;

// PostgreSQL compares by the bytes of a text with operators and an index of their own, whatever the language of the database.
#define PEOPLE "c.id, c.name, c.email, c.phone, c.notes, c.proved_email FROM customer c WHERE c.id IN (SELECT w.customer_id FROM customer_word w WHERE "
#define WORD "w.word >= ? AND w.word < ? "
#define WORD_BYTES "w.word ~>=~ ? AND w.word ~<~ ? "
// A value, not a join: each of those who have the first word is looked up by itself, until there are enough.
#define ALSO "AND (SELECT 1 FROM customer_word x WHERE x.customer_id = w.customer_id AND x.word >= ? AND x.word < ? LIMIT 1) IS NOT NULL "
#define ALSO_BYTES "AND (SELECT 1 FROM customer_word x WHERE x.customer_id = w.customer_id AND x.word ~>=~ ? AND x.word ~<~ ? LIMIT 1) IS NOT NULL "
#define BY_NAME "LIMIT 500) ORDER BY c.name, c.id LIMIT ?"
#define SOME_BY_NAME "LIMIT 200) ORDER BY c.name, c.id LIMIT ?"

qint64 wordsLike(Database &db, const QString &part)
{
    return (db.isPostgres() ? db.run("SELECT count(*) FROM (SELECT 1 FROM customer_word w WHERE " WORD_BYTES "LIMIT ?) few", {part, behind(part), WordsCounted})
                            : db.run("SELECT count(*) FROM (SELECT 1 FROM customer_word w WHERE " WORD "LIMIT ?) few", {part, behind(part), WordsCounted}))
        .front().number(0);
}

/// The rarest first: who has it is asked for the others, not the other way round.
std::vector<QString> rarestFirst(Database &db, std::span<const QString> parts)
{
    std::vector<std::pair<qint64, QString>> counted;
    for (const QString &part : parts)
        counted.emplace_back(parts.size() == 1 ? 0 : wordsLike(db, part), part);
    std::stable_sort(counted.begin(), counted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<QString> out;
    for (const auto &[count, part] : counted)
        out.push_back(part);
    return out;
}

/// Of many, those whose words stand first.
Rows havingOne(Database &db, const QString &a, int limit)
{
    return db.isPostgres() ? db.run("SELECT " PEOPLE WORD_BYTES "ORDER BY w.word USING ~<~ " BY_NAME, {a, behind(a), limit})
                           : db.run("SELECT " PEOPLE WORD "ORDER BY w.word " BY_NAME, {a, behind(a), limit});
}

Rows havingTwo(Database &db, const QString &a, const QString &b, int limit)
{
    return db.isPostgres() ? db.run("SELECT " PEOPLE WORD_BYTES ALSO_BYTES SOME_BY_NAME, {a, behind(a), b, behind(b), limit})
                           : db.run("SELECT " PEOPLE WORD ALSO SOME_BY_NAME, {a, behind(a), b, behind(b), limit});
}

Rows havingThree(Database &db, const QString &a, const QString &b, const QString &c, int limit)
{
    return db.isPostgres() ? db.run("SELECT " PEOPLE WORD_BYTES ALSO_BYTES ALSO_BYTES SOME_BY_NAME, {a, behind(a), b, behind(b), c, behind(c), limit})
                           : db.run("SELECT " PEOPLE WORD ALSO ALSO SOME_BY_NAME, {a, behind(a), b, behind(b), c, behind(c), limit});
}

#undef PEOPLE
#undef WORD
#undef WORD_BYTES
#undef ALSO
#undef ALSO_BYTES
#undef BY_NAME
#undef SOME_BY_NAME

} // namespace

void add(Database &db, const Row &customer, const QString &search, Instant now)
{
    db.post("INSERT INTO customer (id, name, email, phone, notes, search, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
           {customer.id, customer.name, customer.email, customer.phone, customer.notes, search, now});
    addWords(db, customer.id, search);
}

std::vector<Row> find(Database &db, std::span<const QString> parts, int limit)
{
    if (parts.empty())
        return {};
    const std::vector<QString> rare = rarestFirst(db, parts);
    const Rows rows = rare.size() == 1 ? havingOne(db, rare[0], limit)
        : rare.size() == 2             ? havingTwo(db, rare[0], rare[1], limit)
                                       : havingThree(db, rare[0], rare[1], rare[2], limit);
    std::vector<Row> out;
    for (const foyer::Row &row : rows)
        out.push_back(rowFrom(row));
    return out;
}

std::optional<Row> get(Database &db, CustomerId id)
{
    const Rows rows = db.run("SELECT k.id, k.name, k.email, k.phone, k.notes, k.proved_email FROM customer c JOIN customer k ON k.id = coalesce(c.merged_into, c.id) "
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
    dropWords(db, customer.id);
    addWords(db, customer.id, search);
}

std::optional<Row> byEmail(Database &db, const QString &email)
{
    if (email.isEmpty())
        return std::nullopt;
    const Rows rows = db.run("SELECT id, name, email, phone, notes, proved_email FROM customer WHERE lower(email) = ? AND email <> '' "
                             "AND erased_at IS NULL AND merged_into IS NULL ORDER BY created_at, id LIMIT 1", {email.toLower()});
    return rows.empty() ? std::nullopt : std::optional(rowFrom(rows.front()));
}

void prove(Database &db, CustomerId id, const QString &email)
{
    db.post("UPDATE customer SET proved_email = ? WHERE id = ?", {email, id});
}

std::vector<QString> emailsOf(Database &db, CustomerId id)
{
    std::vector<QString> out;
    for (const foyer::Row &row : db.run("SELECT email FROM customer WHERE (id = ? OR merged_into = ?) AND email <> ''", {id, id}))
        out.push_back(row.text(0));
    return out;
}

std::optional<CustomerId> personOf(Database &db, const QString &email)
{
    const Rows rows = db.run("SELECT coalesce(merged_into, id) FROM customer WHERE lower(email) = ? AND email <> '' AND erased_at IS NULL "
                             "ORDER BY CASE WHEN merged_into IS NULL THEN 0 ELSE 1 END, created_at, id LIMIT 1", {email});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<CustomerId>(0));
}

std::optional<Row> byNameAndPhone(Database &db, const QString &name, const QString &phone)
{
    const Rows rows = db.run("SELECT id, name, email, phone, notes, proved_email FROM customer WHERE name = ? AND phone = ? AND email = '' "
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
    dropWords(db, from);
}

void erase(Database &db, CustomerId id, Instant now)
{
    dropWords(db, id);
    db.post("DELETE FROM ticket_waiting WHERE email IN (SELECT lower(email) FROM customer WHERE (id = ? OR merged_into = ?) AND email <> '')", {id, id});
    db.post("UPDATE parked_cart SET label = '' WHERE reservation_id IN (SELECT id FROM reservation WHERE customer_id = ?)", {id});
    db.post("UPDATE customer SET name = '?', email = '', phone = '', notes = '', search = '', proved_email = '', erased_at = ? WHERE id = ? OR merged_into = ?", {now, id, id});
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
