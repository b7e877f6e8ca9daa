#include "core/storage/discountproof_store.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <algorithm>

namespace foyer::discountproof_store {

namespace {

QString bareId(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString scopeText(const QUuid &event, const QUuid &type)
{
    return bareId(event) + u'/' + bareId(type);
}

/// The numbers and words of the terms, and what they are for in any order.
QString termsText(QStringList terms, QStringList scope)
{
    scope.sort();
    return (terms + scope).join(u' ');
}

QString numberText(const QJsonValue &value)
{
    return value.isNull() ? QStringLiteral("-") : QString::number(value.toInteger());
}

QString numberText(const Row &row, int column)
{
    return row.isNull(column) ? QStringLiteral("-") : QString::number(row.number(column));
}

Batch recordRanges(std::span<const verify_store::Segment> segments)
{
    Batch batch{{"c", ColumnType::Uuid}, {"a", ColumnType::Int}, {"b", ColumnType::Int}};
    for (const verify_store::Segment &segment : segments)
        batch.add({segment.chain, segment.first, segment.last});
    return batch;
}

Told recorded(Told told, const Row &row, int chainColumn)
{
    told.chain = row.id<ChainId>(chainColumn);
    told.seq = row.number(chainColumn + 1);
    return told;
}

Batch orderBatch(std::span<const OrderId> orders)
{
    Batch batch{{"o", ColumnType::Uuid}};
    for (const OrderId id : orders)
        batch.add({id});
    return batch;
}

} // namespace

Told promoTold(const QUuid &id, const QString &code, const QString &terms)
{
    return {'p', id, {}, 0, code + u' ' + terms, QCoreApplication::translate("Verify", "promo code %1").arg(code)};
}

QString termsOf(const QJsonObject &fact)
{
    const auto text = [&](const char *key) { return fact.value(QLatin1String(key)).toString(QStringLiteral("-")); };
    const auto number = [&](const char *key) { return numberText(fact.value(QLatin1String(key))); };
    QStringList scope;
    const QJsonArray parts = fact.value(QLatin1String("scope")).toArray();
    for (const QJsonValue part : parts)
        scope << scopeText(QUuid::fromString(part.toObject().value(QLatin1String("event")).toString()),
                           QUuid::fromString(part.toObject().value(QLatin1String("type")).toString()));
    return termsText({text("kind"), number("value"), text("currency"), number("floor"), number("stackable"), number("from"), number("until"),
                      number("total_limit"), number("customer_limit"), number("per_ticket")}, scope);
}

Told chargedTold(const QUuid &id, const QUuid &order, const QUuid &promo, qint64 amount, const QUuid &by, const QUuid &approver)
{
    return {'d', id, {}, 0, QStringList{bareId(order), bareId(promo), QString::number(amount), bareId(by), bareId(approver)}.join(u' '),
            QCoreApplication::translate("Verify", "the discount of %1").arg(amount)};
}

std::vector<Told> rowsOf(Database &db, std::span<const verify_store::Segment> segments)
{
    std::vector<Told> out;
    const Batch batch = recordRanges(segments);
    QHash<QUuid, QStringList> scopes;
    for (const Row &row : db.run("SELECT s.promo_id, s.event_id, s.ticket_type_id FROM {batch} JOIN promo_code p ON p.chain_id = batch.c "
                                 "AND p.seq BETWEEN batch.a AND batch.b JOIN promo_scope s ON s.promo_id = p.id", batch))
        scopes[row.uuid(0)] << scopeText(row.uuid(1), row.uuid(2));
    for (const Row &row : db.run("SELECT p.id, p.code, p.kind, p.value, coalesce(p.currency, '-'), p.floor_price, p.stackable, p.valid_from, p.valid_until, "
                                 "p.total_limit, p.customer_limit, p.per_ticket, p.chain_id, p.seq FROM {batch} "
                                 "JOIN promo_code p ON p.chain_id = batch.c AND p.seq BETWEEN batch.a AND batch.b", batch)) {
        QStringList terms{row.text(2), numberText(row, 3), row.text(4)};
        for (int column = 5; column <= 11; ++column)
            terms << numberText(row, column);
        out.push_back(recorded(promoTold(row.uuid(0), row.text(1), termsText(terms, scopes.value(row.uuid(0)))), row, 12));
    }
    for (const Row &row : db.run("SELECT d.id, d.order_id, d.promo_id, d.amount, d.staff_id, d.approver_id, d.chain_id, d.seq FROM {batch} "
                                 "JOIN order_discount d ON d.chain_id = batch.c AND d.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(recorded(chargedTold(row.uuid(0), row.uuid(1), row.uuid(2), row.number(3), row.uuid(4), row.uuid(5)), row, 6));
    return out;
}

std::vector<DiscountedOrder> orders(Database &db, OrderId after, int limit)
{
    std::vector<DiscountedOrder> out;
    for (const Row &row : db.run("SELECT o.id, o.reservation_id, o.number FROM orders o WHERE o.id > ? AND o.kind = 'sale' "
                                 "AND EXISTS (SELECT 1 FROM order_discount d WHERE d.order_id = o.id) ORDER BY o.id LIMIT ?",
                                 {Param::uuidOrZeros(after.uuid()), limit}))
        out.push_back({row.id<OrderId>(0), row.id<ReservationId>(1), row.text(2)});
    return out;
}

std::vector<ChargedLine> lines(Database &db, std::span<const OrderId> orders)
{
    std::vector<ChargedLine> out;
    for (const Row &row : db.run("SELECT l.order_id, l.price_level_id, t.seat_id, l.allotment_id, l.unit_price, l.discount FROM {batch} "
                                 "JOIN order_line l ON l.order_id = batch.o JOIN ticket t ON t.id = l.ticket_id", orderBatch(orders)))
        out.push_back({row.id<OrderId>(0), row.id<PriceLevelId>(1), row.id<SeatId>(2), row.id<AllotmentId>(3), row.number(4), row.number(5)});
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::pair<OrderId, qint64>> amounts(Database &db, std::span<const OrderId> orders)
{
    std::vector<std::pair<OrderId, qint64>> out;
    for (const Row &row : db.run("SELECT d.order_id, d.amount FROM {batch} JOIN order_discount d ON d.order_id = batch.o", orderBatch(orders)))
        out.emplace_back(row.id<OrderId>(0), row.number(1));
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace foyer::discountproof_store
