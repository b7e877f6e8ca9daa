#include "core/storage/sale_store.h"

namespace foyer::sale_store {

namespace {

void insertOrders(Database &db, std::span<const NewOrder> orders, ChainId chain, qint64 seq)
{
    Batch batch{{"id", ColumnType::Uuid}, {"number", ColumnType::Text}, {"counter", ColumnType::Int}, {"kind", ColumnType::Text},
                {"channel", ColumnType::Text}, {"reservation_id", ColumnType::Uuid}, {"terminal_id", ColumnType::Uuid},
                {"staff_id", ColumnType::Uuid}, {"shift_id", ColumnType::Uuid}, {"currency", ColumnType::Text}, {"total", ColumnType::Int},
                {"created_at", ColumnType::Int}, {"chain_id", ColumnType::Uuid}, {"seq", ColumnType::Int}, {"drawer_shift_id", ColumnType::Uuid}, {"refers_to", ColumnType::Uuid},
                {"user_id", ColumnType::Uuid}};
    for (const NewOrder &n : orders)
        batch.add({n.order.id, n.order.number, n.counter, kindName(n.order.kind), channelName(n.order.channel), n.order.reservation,
                   n.terminal, n.staff, n.shift, n.order.currency.code(), n.order.total.minor(), n.order.createdAt, chain, seq, n.drawer,
                   n.order.refersTo, n.user ? Param::uuidOrZeros(*n.user) : Param(std::nullopt)});
    db.post("INSERT INTO orders (id, number, counter, kind, channel, reservation_id, terminal_id, staff_id, shift_id, currency, total, "
           "created_at, chain_id, seq, drawer_shift_id, refers_to, user_id) SELECT id, number, counter, kind, channel, reservation_id, terminal_id, staff_id, shift_id, currency, "
           "total, created_at, chain_id, seq, drawer_shift_id, refers_to, user_id FROM {batch}", batch);
}

void insertTickets(Database &db, std::span<const NewOrder> orders)
{
    Batch batch{{"id", ColumnType::Uuid}, {"number", ColumnType::Text}, {"event_id", ColumnType::Uuid},
                {"ticket_type_id", ColumnType::Uuid}, {"seat_id", ColumnType::Uuid}, {"issuer", ColumnType::Int}};
    for (const NewOrder &n : orders)
        for (const OrderLine &line : n.order.lines)
            batch.add({line.ticket.id, line.ticket.number.toString(), line.ticket.event, line.ticket.ticketType, line.ticket.seat, line.ticket.issuer});
    db.post("INSERT INTO ticket (id, number, event_id, ticket_type_id, seat_id, issuer) "
           "SELECT id, number, event_id, ticket_type_id, seat_id, issuer FROM {batch}", batch);
}

void insertLines(Database &db, std::span<const NewOrder> orders)
{
    Batch batch{{"id", ColumnType::Uuid}, {"order_id", ColumnType::Uuid}, {"ticket_id", ColumnType::Uuid}, {"event_id", ColumnType::Uuid},
                {"ticket_type_id", ColumnType::Uuid}, {"price_level_id", ColumnType::Uuid}, {"allotment_id", ColumnType::Uuid},
                {"unit_price", ColumnType::Int}, {"discount", ColumnType::Int}, {"fee", ColumnType::Int}, {"tax_rate", ColumnType::Int},
                {"tax", ColumnType::Int}};
    for (const NewOrder &n : orders)
        for (const OrderLine &line : n.order.lines)
            batch.add({line.id, n.order.id, line.ticket.id, line.ticket.event, line.ticket.ticketType, line.priceLevel, line.allotment,
                       line.unitPrice.minor(), line.discount.minor(), line.fee.minor(), line.taxBasisPoints, line.tax.minor()});
    db.post("INSERT INTO order_line (id, order_id, ticket_id, event_id, ticket_type_id, price_level_id, allotment_id, unit_price, discount, fee, "
           "tax_rate, tax) SELECT id, order_id, ticket_id, event_id, ticket_type_id, price_level_id, allotment_id, unit_price, discount, fee, "
           "tax_rate, tax FROM {batch}", batch);
}

} // namespace

void insert(Database &db, std::span<const NewOrder> orders, ChainId chain, qint64 seq)
{
    insertOrders(db, orders, chain, seq);
    insertTickets(db, orders);
    insertLines(db, orders);
}

void insertVoid(Database &db, const NewOrder &order, ChainId chain, qint64 seq)
{
    const std::span orders(&order, 1);
    insertOrders(db, orders, chain, seq);
    Batch batch{{"id", ColumnType::Uuid}, {"number", ColumnType::Text}, {"event_id", ColumnType::Uuid}, {"ticket_type_id", ColumnType::Uuid}, {"seat_id", ColumnType::Uuid}, {"issuer", ColumnType::Int}};
    for (const OrderLine &line : order.order.lines)
        batch.add({line.ticket.id, line.ticket.number.toString(), line.ticket.event, line.ticket.ticketType, line.ticket.seat, line.ticket.issuer});
    db.post("INSERT INTO ticket (id, number, event_id, ticket_type_id, seat_id, issuer, state) SELECT id, number, event_id, ticket_type_id, seat_id, issuer, 'void' FROM {batch}", batch);
    insertLines(db, orders);
}

void addToRollup(Database &db, std::span<const RollupDelta> deltas, ChainId chain)
{
    Batch batch{{"c", ColumnType::Uuid}, {"e", ColumnType::Uuid}, {"t", ColumnType::Uuid}, {"d", ColumnType::Int},
                {"n", ColumnType::Int}, {"a", ColumnType::Int}, {"cur", ColumnType::Text}};
    for (const RollupDelta &delta : deltas)
        batch.add({chain, delta.event, delta.ticketType, delta.day, delta.sold, delta.amount.minor(), delta.amount.currency().code()});
    db.post("INSERT INTO sales_rollup (chain_id, event_id, ticket_type_id, day, sold, amount, currency) "
           "SELECT c, e, t, d, n, a, cur FROM {batch} WHERE true "
           "ON CONFLICT (chain_id, event_id, ticket_type_id, day, currency) DO UPDATE SET sold = sales_rollup.sold + excluded.sold, "
           "amount = sales_rollup.amount + excluded.amount", batch);
}

std::vector<std::pair<EventId, QTimeZone>> zones(Database &db, std::span<const EventId> events)
{
    Batch batch{{"e", ColumnType::Uuid}};
    for (const EventId event : events)
        batch.add({event});
    std::vector<std::pair<EventId, QTimeZone>> out;
    for (const Row &row : db.run("SELECT e.id, v.time_zone FROM {batch} JOIN event e ON e.id = batch.e JOIN venue v ON v.id = e.venue_id", batch))
        out.emplace_back(row.id<EventId>(0), QTimeZone(row.text(1).toUtf8()));
    return out;
}

} // namespace foyer::sale_store
