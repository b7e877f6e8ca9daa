#include "core/storage/refund_store.h"

namespace foyer::refund_store {

namespace {

Batch soldBatch(std::span<const OrderLine> lines)
{
    Batch batch{{"e", ColumnType::Uuid}, {"s", ColumnType::Uuid}, {"k", ColumnType::Uuid}};
    for (const OrderLine &line : lines)
        if (!line.ticket.seat.isNull())
            batch.add({line.ticket.event, line.ticket.seat, line.ticket.id});
    return batch;
}

} // namespace

void insert(Database &db, const NewRefund &refund, ChainId chain, qint64 seq)
{
    const Order &order = refund.order;
    db.post("INSERT INTO orders (id, number, counter, kind, channel, refers_to, terminal_id, staff_id, shift_id, currency, total, created_at, "
           "chain_id, seq, request_key, drawer_shift_id, exchange_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {order.id, order.number, refund.counter, kindName(order.kind), channelName(order.channel), order.refersTo, refund.terminal, refund.staff,
            refund.shift, order.currency.code(), order.total.minor(), order.createdAt, chain, seq,
            refund.key.isEmpty() ? Param(std::nullopt) : Param(refund.key), refund.drawer, order.exchange});
    Batch batch{{"id", ColumnType::Uuid}, {"order_id", ColumnType::Uuid}, {"ticket_id", ColumnType::Uuid}, {"event_id", ColumnType::Uuid},
                {"ticket_type_id", ColumnType::Uuid}, {"price_level_id", ColumnType::Uuid}, {"allotment_id", ColumnType::Uuid},
                {"unit_price", ColumnType::Int}, {"discount", ColumnType::Int}, {"fee", ColumnType::Int}, {"tax_rate", ColumnType::Int},
                {"tax", ColumnType::Int}, {"refunds", ColumnType::Uuid}};
    for (const OrderLine &line : order.lines)
        batch.add({line.id, order.id, line.ticket.id, line.ticket.event, line.ticket.ticketType, line.priceLevel, line.allotment, line.unitPrice.minor(),
                   line.discount.minor(), line.fee.minor(), line.taxBasisPoints, line.tax.minor(), line.refunds});
    db.post("INSERT INTO order_line (id, order_id, ticket_id, event_id, ticket_type_id, price_level_id, allotment_id, unit_price, discount, fee, "
           "tax_rate, tax, refunds) SELECT id, order_id, ticket_id, event_id, ticket_type_id, price_level_id, allotment_id, unit_price, discount, fee, "
           "tax_rate, tax, refunds FROM {batch}", batch);
}

std::optional<OrderId> byKey(Database &db, const QString &key)
{
    const Rows rows = db.run("SELECT id FROM orders WHERE request_key = ?", {key});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<OrderId>(0));
}

size_t voidTickets(Database &db, std::span<const OrderLine> lines)
{
    Batch batch{{"k", ColumnType::Uuid}};
    for (const OrderLine &line : lines)
        batch.add({line.ticket.id});
    return db.run("UPDATE ticket SET state = 'void' FROM {batch} WHERE id = batch.k AND state <> 'void' RETURNING state", batch).size();
}

size_t takeBackSeats(Database &db, std::span<const OrderLine> lines, const QString &killedBecause)
{
    const Batch batch = soldBatch(lines);
    if (!killedBecause.isEmpty())
        return db.run("UPDATE claim SET state = 'killed', ticket_id = NULL, release_at = NULL, reason = ? FROM {batch} "
                      "WHERE event_id = batch.e AND seat_id = batch.s AND ticket_id = batch.k AND state = 'sold' RETURNING state",
                      batch, {killedBecause}).size();
    const size_t kept = db.run("UPDATE claim SET state = 'house', ticket_id = NULL FROM {batch} WHERE event_id = batch.e AND seat_id = batch.s "
                               "AND ticket_id = batch.k AND state = 'sold' AND reason IS NOT NULL RETURNING state", batch).size();
    return kept + db.run("DELETE FROM claim WHERE state = 'sold' AND (event_id, seat_id, ticket_id) IN (SELECT e, s, k FROM {batch}) RETURNING state", batch).size();
}

} // namespace foyer::refund_store
