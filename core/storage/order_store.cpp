#include "core/storage/order_store.h"

#include "core/storage/payment_store.h"

#include <algorithm>
#include <unordered_map>

namespace foyer::order_store {

namespace {

Order headFrom(const Row &row)
{
    Order order;
    order.id = row.id<OrderId>(0);
    order.number = row.text(1);
    order.kind = orderKindFrom(row.text(2));
    order.channel = channelFrom(row.text(3));
    order.reservation = row.id<ReservationId>(4);
    order.currency = Currency::fromCode(row.text(5)).value_or(Currency());
    order.total = Money(row.number(6), order.currency);
    order.createdAt = row.instant(7);
    order.customer = row.id<CustomerId>(8);
    order.refersTo = row.id<OrderId>(9);
    order.exchange = row.id<OrderId>(10);
    if (!row.isNull(11))
        order.credit = Money(row.number(11), order.currency);
    return order;
}

/// What headFrom() reads, of an order `o` and its reservation `r`.
#define ORDER_HEAD "o.id, o.number, o.kind, o.channel, o.reservation_id, o.currency, o.total, o.created_at, r.customer_id, o.refers_to, o.exchange_id, " \
                   "(SELECT -x.total FROM orders x WHERE x.exchange_id = o.id) "

OrderLine lineFrom(const Row &row, Currency currency)
{
    OrderLine line;
    line.id = row.id<OrderLineId>(1);
    line.priceLevel = row.id<PriceLevelId>(2);
    line.allotment = row.id<AllotmentId>(3);
    line.unitPrice = Money(row.number(4), currency);
    line.discount = Money(row.number(5), currency);
    line.fee = Money(row.number(6), currency);
    line.taxBasisPoints = int(row.number(7));
    line.tax = Money(row.number(8), currency);
    line.ticket.id = row.id<TicketId>(9);
    line.ticket.number = TicketNumber::parse(row.text(10)).value_or(TicketNumber());
    line.ticket.event = row.id<EventId>(11);
    line.ticket.ticketType = row.id<TicketTypeId>(12);
    line.ticket.seat = row.id<SeatId>(13);
    line.ticket.state = ticketStateFrom(row.text(14));
    line.ticket.generation = int(row.number(15));
    line.ticket.issuer = int(row.number(16));
    line.eventName = row.text(17);
    line.ticketTypeName = row.text(18);
    line.priceLevelName = row.text(19);
    line.ticket.holder = row.id<CustomerId>(23);
    line.refunds = row.id<OrderLineId>(24);
    if (!line.ticket.seat.isNull())
        line.seatLabel = SeatLabel{row.text(20), row.text(21), row.text(22)};
    return line;
}

std::vector<Order> whole(Database &db, const Rows &heads)
{
    std::vector<Order> out;
    std::unordered_map<OrderId, size_t> byId;
    std::unordered_map<ReservationId, size_t> byReservation;
    std::vector<ReservationId> reservations;
    Batch batch{{"o", ColumnType::Uuid}};
    for (const Row &row : heads) {
        Order order = headFrom(row);
        byId.emplace(order.id, out.size());
        if (!order.reservation.isNull()) {
            byReservation.emplace(order.reservation, out.size());
            reservations.push_back(order.reservation);
        }
        batch.add({order.id});
        out.push_back(std::move(order));
    }
    const Rows lines = db.run(
        "SELECT l.order_id, l.id, l.price_level_id, l.allotment_id, l.unit_price, l.discount, l.fee, l.tax_rate, l.tax, t.id, t.number, t.event_id, "
        "t.ticket_type_id, t.seat_id, t.state, t.generation, t.issuer, e.name, y.name, p.name, s.zone, s.row_name, s.number, "
        "t.holder_id, l.refunds FROM {batch} JOIN order_line l ON l.order_id = batch.o JOIN ticket t ON t.id = l.ticket_id JOIN event e ON e.id = l.event_id "
        "JOIN ticket_type y ON y.id = l.ticket_type_id JOIN price_level p ON p.id = l.price_level_id LEFT JOIN seat s ON s.id = t.seat_id "
        "ORDER BY e.starts_at, y.number, s.position, t.number", batch);
    for (const Row &row : lines) {
        Order &order = out[byId.at(row.id<OrderId>(0))];
        order.lines.push_back(lineFrom(row, order.currency));
    }
    for (Payment &payment : payment_store::ofReservations(db, reservations))
        out[byReservation.at(payment.reservation)].payments.push_back(std::move(payment));
    return out;
}

} // namespace

std::vector<Order> ofReservations(Database &db, std::span<const ReservationId> reservations)
{
    Batch batch{{"r", ColumnType::Uuid}};
    for (const ReservationId id : reservations)
        batch.add({id});
    return whole(db, db.run("SELECT " ORDER_HEAD
                            "FROM {batch} JOIN orders o ON o.reservation_id = batch.r JOIN reservation r ON r.id = batch.r", batch));
}

std::vector<Order> byIds(Database &db, std::span<const OrderId> ids)
{
    Batch batch{{"i", ColumnType::Uuid}};
    for (const OrderId id : ids)
        batch.add({id});
    return whole(db, db.run("SELECT " ORDER_HEAD
                            "FROM {batch} JOIN orders o ON o.id = batch.i LEFT JOIN reservation r ON r.id = o.reservation_id", batch));
}

std::optional<Order> headOf(Database &db, OrderId order)
{
    const Rows rows = db.run("SELECT " ORDER_HEAD "FROM orders o LEFT JOIN reservation r ON r.id = o.reservation_id WHERE o.id = ?", {order});
    return rows.empty() ? std::nullopt : std::optional(headFrom(rows.front()));
}

#undef ORDER_HEAD

std::vector<FamilyMember> familyOf(Database &db, OrderId sale)
{
    std::vector<FamilyMember> out;
    for (const Row &row : db.run("SELECT o.id, o.reservation_id, CAST(o.total + coalesce((SELECT sum(f.total) FROM orders f WHERE f.refers_to = o.id "
                                 "AND f.kind = 'refund'), 0) AS BIGINT), o.currency FROM orders o WHERE o.id = ? OR (o.refers_to = ? AND o.kind = 'exchange') "
                                 "ORDER BY o.created_at, o.id", {sale, sale}))
        out.push_back({row.id<OrderId>(0), row.id<ReservationId>(1), row.money(2, 3)});
    return out;
}

QString numberOf(Database &db, OrderId order)
{
    const Rows rows = db.run("SELECT number FROM orders WHERE id = ?", {order});
    return rows.empty() ? QString() : rows.front().text(0);
}

std::optional<OrderId> exchangedOf(Database &db, OrderId exchange)
{
    const Rows rows = db.run("SELECT refers_to FROM orders WHERE exchange_id = ?", {exchange});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<OrderId>(0));
}

std::vector<OrderId> ofCustomer(Database &db, CustomerId customer, int limit)
{
    std::vector<OrderId> out;
    for (const Row &row : db.run("SELECT o.id FROM reservation r JOIN orders o ON o.reservation_id = r.id WHERE r.customer_id = ? "
                                 "ORDER BY o.created_at DESC, o.id DESC LIMIT ?", {customer, limit}))
        out.push_back(row.id<OrderId>(0));
    return out;
}

std::optional<OrderId> issuing(Database &db, TicketId ticket)
{
    const Rows rows = db.run("SELECT o.id FROM order_line l JOIN orders o ON o.id = l.order_id AND o.kind <> 'refund' WHERE l.ticket_id = ?", {ticket});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<OrderId>(0));
}

std::vector<OrderId> heldBy(Database &db, CustomerId customer, int limit)
{
    std::vector<OrderId> out;
    for (const Row &row : db.run("SELECT DISTINCT o.id, o.created_at FROM customer k JOIN ticket t ON t.holder_id = k.id JOIN order_line l ON l.ticket_id = t.id "
                                 "JOIN orders o ON o.id = l.order_id AND o.kind <> 'refund' WHERE k.id = ? OR k.merged_into = ? "
                                 "ORDER BY o.created_at DESC, o.id DESC LIMIT ?", {customer, customer, limit}))
        out.push_back(row.id<OrderId>(0));
    return out;
}

std::vector<OrderId> refundsOf(Database &db, OrderId order)
{
    std::vector<OrderId> out;
    for (const Row &row : db.run("SELECT id FROM orders WHERE refers_to = ? AND kind = 'refund'", {order}))
        out.push_back(row.id<OrderId>(0));
    return out;
}

std::vector<TicketId> ticketsOf(Database &db, OrderId order)
{
    std::vector<TicketId> out;
    for (const Row &row : db.run("SELECT ticket_id FROM order_line WHERE order_id = ?", {order}))
        out.push_back(row.id<TicketId>(0));
    return out;
}

std::vector<ReservationId> salesOf(Database &db, std::span<const TicketId> tickets)
{
    Batch batch{{"k", ColumnType::Uuid}};
    for (const TicketId ticket : tickets)
        batch.add({ticket});
    std::vector<ReservationId> out;
    for (const Row &row : db.run("SELECT o.reservation_id FROM {batch} JOIN order_line l ON l.ticket_id = batch.k "
                                 "JOIN orders o ON o.id = l.order_id AND o.reservation_id IS NOT NULL", batch))
        out.push_back(row.id<ReservationId>(0));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::optional<Seller> sellerOf(Database &db, OrderId order)
{
    const Rows rows = db.run("SELECT t.name, COALESCE(s.name, '') FROM orders o JOIN terminal t ON t.id = o.terminal_id "
                             "LEFT JOIN staff s ON s.id = o.staff_id WHERE o.id = ?", {order});
    return rows.empty() ? std::nullopt : std::optional(Seller{rows.front().text(0), rows.front().text(1)});
}

std::optional<OrderId> idOfNumber(Database &db, const QString &number)
{
    const Rows rows = db.run("SELECT id FROM orders WHERE number = ?", {number.toUpper()});
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<OrderId>(0));
}

} // namespace foyer::order_store
