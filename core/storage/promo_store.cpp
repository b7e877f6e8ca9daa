#include "core/storage/promo_store.h"

#include <unordered_map>

namespace foyer::promo_store {

namespace {

constexpr int FirstTerm = 2;

/// Columns: id, code, kind, value, currency, floor_price, stackable, valid_from, valid_until, total_limit, customer_limit, revoked_at, created_at.
PromoCode promoFrom(const Row &row)
{
    PromoCode promo;
    promo.id = row.id<PromoId>(0);
    promo.code = row.text(1);
    PromoTerms &terms = promo.terms;
    int column = FirstTerm;
    terms.kind = discountKindFrom(row.text(column++));
    terms.value = row.number(column++);
    if (!row.isNull(column))
        terms.currency = row.currency(column);
    ++column;
    terms.floor = row.number(column++);
    terms.isStackable = row.number(column++) == 1;
    terms.validFrom = row.optionalInstant(column++);
    terms.validUntil = row.optionalInstant(column++);
    terms.totalLimit = row.optionalNumber(column++);
    terms.customerLimit = row.optionalNumber(column++);
    promo.revokedAt = row.optionalInstant(column++);
    promo.createdAt = row.instant(column);
    return promo;
}

PromoScope scopeFrom(const Row &row, int column)
{
    return {row.id<EventId>(column), row.id<TicketTypeId>(column + 1)};
}

} // namespace

void add(Database &db, const PromoCode &promo, ChainId chain, qint64 seq)
{
    const PromoTerms &terms = promo.terms;
    const Param currency = terms.currency ? Param(terms.currency->code()) : Param(std::nullopt);
    db.post("INSERT INTO promo_code (id, code, kind, value, currency, floor_price, stackable, valid_from, valid_until, total_limit, customer_limit, "
           "created_at, chain_id, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {promo.id, promo.code, kindName(terms.kind), terms.value, currency, terms.floor, terms.isStackable, terms.validFrom, terms.validUntil,
            terms.totalLimit, terms.customerLimit, promo.createdAt, chain, seq});
    Batch scopes{{"p", ColumnType::Uuid}, {"e", ColumnType::Uuid}, {"t", ColumnType::Uuid}};
    for (const PromoScope &scope : terms.scope)
        scopes.add({promo.id, scope.event, scope.type});
    db.post("INSERT INTO promo_scope (promo_id, event_id, ticket_type_id) SELECT p, e, t FROM {batch}", scopes);
}

std::optional<PromoCode> find(Database &db, const QString &code)
{
    const Rows rows = db.run("SELECT id, code, kind, value, currency, floor_price, stackable, valid_from, valid_until, total_limit, customer_limit, "
                             "revoked_at, created_at FROM promo_code WHERE code = ?", {code});
    if (rows.empty())
        return std::nullopt;
    PromoCode promo = promoFrom(rows.front());
    for (const Row &row : db.run("SELECT event_id, ticket_type_id FROM promo_scope WHERE promo_id = ?", {promo.id}))
        promo.terms.scope.push_back(scopeFrom(row, 0));
    return promo;
}

std::vector<PromoCode> list(Database &db)
{
    std::vector<PromoCode> out;
    std::unordered_map<PromoId, size_t> places;
    for (const Row &row : db.run("SELECT id, code, kind, value, currency, floor_price, stackable, valid_from, valid_until, total_limit, customer_limit, "
                                 "revoked_at, created_at FROM promo_code ORDER BY code")) {
        out.push_back(promoFrom(row));
        places.emplace(out.back().id, out.size() - 1);
    }
    for (const Row &row : db.run("SELECT promo_id, event_id, ticket_type_id FROM promo_scope"))
        out[places.at(row.id<PromoId>(0))].terms.scope.push_back(scopeFrom(row, 1));
    return out;
}

bool revoke(Database &db, PromoId promo, Instant at)
{
    return !db.run("UPDATE promo_code SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING id", {at, promo}).empty();
}

bool take(Database &db, PromoId promo)
{
    return !db.run("UPDATE promo_code SET taken = taken + 1 WHERE id = ? AND taken < total_limit RETURNING taken", {promo}).empty();
}

void lock(Database &db, PromoId promo)
{
    if (db.isPostgres()) // SQLite has one writer
        db.post("SELECT id FROM promo_code WHERE id = ? FOR UPDATE", {promo});
}

void giveBack(Database &db, std::span<const Uses> uses)
{
    Batch batch{{"p", ColumnType::Uuid}, {"n", ColumnType::Int}};
    for (const Uses &use : uses)
        batch.add({use.promo, use.count});
    if (db.isPostgres() && uses.size() > 1)
        db.post("SELECT id FROM promo_code WHERE id IN (SELECT p FROM {batch}) ORDER BY id FOR UPDATE", batch);
    db.post("UPDATE promo_code SET taken = taken - batch.n FROM {batch} WHERE id = batch.p AND total_limit IS NOT NULL", batch);
}

std::vector<UseCount> uses(Database &db)
{
    std::vector<UseCount> out;
    for (const Row &row : db.run("SELECT promo_id, CAST(sum(held) AS BIGINT), CAST(sum(used) AS BIGINT) FROM ("
                                 "SELECT d.promo_id, 1 AS held, 0 AS used FROM reservation_discount d JOIN reservation r ON r.id = d.reservation_id "
                                 "WHERE d.promo_id IS NOT NULL AND r.state IN ('active', 'paying') "
                                 "UNION ALL SELECT promo_id, 0, 1 FROM order_discount WHERE promo_id IS NOT NULL) x GROUP BY promo_id"))
        out.push_back({row.id<PromoId>(0), row.number(1), row.number(2)});
    return out;
}

qint64 usesOf(Database &db, PromoId promo, CustomerId customer, ReservationId but)
{
    return db.run("SELECT count(*) FROM reservation_discount d JOIN reservation r ON r.id = d.reservation_id WHERE d.promo_id = ? AND r.customer_id = ? "
                  "AND r.id <> ? AND r.state IN ('active', 'paying', 'completed')", {promo, customer, but}).front().number(0);
}

bool expiredHold(Database &db, PromoId promo, Instant now)
{
    return !db.run("SELECT 1 FROM reservation_discount d JOIN reservation r ON r.id = d.reservation_id WHERE d.promo_id = ? AND r.state = 'active' "
                   "AND r.expires_at <= ? LIMIT 1", {promo, now}).empty();
}

} // namespace foyer::promo_store
