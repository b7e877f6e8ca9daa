#include "core/storage/discount_store.h"

namespace foyer::discount_store {

namespace {

Batch cartBatch(std::span<const ReservationId> reservations)
{
    Batch batch{{"c", ColumnType::Uuid}};
    for (const ReservationId id : reservations)
        batch.add({id});
    return batch;
}

Discount entryFrom(const Row &row)
{
    Discount discount;
    discount.id = row.id<DiscountId>(1);
    discount.promo = row.id<PromoId>(2);
    discount.line = row.id<ReservationLineId>(3);
    discount.kind = discountKindFrom(row.text(4));
    discount.value = row.number(5);
    if (!row.isNull(6))
        discount.currency = row.currency(6);
    discount.floor = row.number(7);
    discount.isStackable = row.number(8) == 1;
    discount.code = row.text(9);
    discount.reason = row.text(10);
    discount.by = row.id<StaffId>(11);
    discount.approver = row.id<StaffId>(12);
    return discount;
}

} // namespace

void add(Database &db, ReservationId reservation, const Discount &discount)
{
    const bool byHand = discount.isByHand();
    const Param kind = byHand ? Param(kindName(discount.kind)) : Param(std::nullopt);
    const Param value = byHand ? Param(discount.value) : Param(std::nullopt);
    const Param reason = byHand ? Param(discount.reason) : Param(std::nullopt);
    db.post("INSERT INTO reservation_discount (id, reservation_id, number, promo_id, line_id, kind, value, reason, staff_id, approver_id) "
           "VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM reservation_discount WHERE reservation_id = ?), ?, ?, ?, ?, ?, ?, ?)",
           {discount.id, reservation, reservation, discount.promo, discount.line, kind, value, reason, discount.by, discount.approver});
    db.post("UPDATE reservation SET discounts = discounts + 1 WHERE id = ?", {reservation});
}

void remove(Database &db, ReservationId reservation, std::span<const DiscountId> discounts)
{
    Batch batch{{"d", ColumnType::Uuid}};
    for (const DiscountId id : discounts)
        batch.add({id});
    db.post("DELETE FROM reservation_discount WHERE id IN (SELECT d FROM {batch})", batch);
    db.post("UPDATE reservation SET discounts = (SELECT count(*) FROM reservation_discount WHERE reservation_id = reservation.id) WHERE id = ?", {reservation});
}

std::vector<std::pair<ReservationId, Discount>> ofReservations(Database &db, std::span<const ReservationId> reservations)
{
    const Batch batch = cartBatch(reservations);
    std::vector<std::pair<ReservationId, Discount>> out;
    for (const Row &row : db.run("SELECT d.reservation_id, d.id, d.promo_id, d.line_id, coalesce(p.kind, d.kind), coalesce(p.value, d.value), p.currency, "
                                 "coalesce(p.floor_price, 0), coalesce(p.stackable, 1), coalesce(p.code, ''), coalesce(d.reason, ''), d.staff_id, d.approver_id "
                                 "FROM {batch} JOIN reservation_discount d ON d.reservation_id = batch.c LEFT JOIN promo_code p ON p.id = d.promo_id "
                                 "ORDER BY d.reservation_id, d.number", batch))
        out.emplace_back(row.id<ReservationId>(0), entryFrom(row));
    for (const Row &row : db.run("SELECT d.id, s.event_id, s.ticket_type_id FROM {batch} JOIN reservation_discount d ON d.reservation_id = batch.c "
                                 "JOIN promo_scope s ON s.promo_id = d.promo_id", batch))
        for (auto &[reservation, discount] : out)
            if (discount.id == row.id<DiscountId>(0))
                discount.scope.push_back({row.id<EventId>(1), row.id<TicketTypeId>(2)});
    return out;
}

std::vector<CustomerLimit> customerLimits(Database &db, ReservationId reservation)
{
    std::vector<CustomerLimit> out;
    for (const Row &row : db.run("SELECT p.id, p.code, p.customer_limit FROM reservation_discount d JOIN promo_code p ON p.id = d.promo_id "
                                 "WHERE d.reservation_id = ? AND p.customer_limit IS NOT NULL ORDER BY p.id", {reservation}))
        out.push_back({row.id<PromoId>(0), row.text(1), row.number(2)});
    return out;
}

void addToOrders(Database &db, std::span<const OrderDiscount> discounts, ChainId chain, qint64 seq)
{
    for (const OrderDiscount &discount : discounts) // a handful at most
        db.post("INSERT INTO order_discount (id, order_id, promo_id, reason, amount, staff_id, approver_id, chain_id, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
               {discount.id, discount.order, discount.promo, discount.promo.isNull() ? Param(discount.reason) : Param(std::nullopt),
                discount.amount.minor(), discount.by, discount.approver, chain, seq});
}

std::vector<OrderDiscount> ofOrder(Database &db, OrderId order, Currency currency)
{
    std::vector<OrderDiscount> out;
    for (const Row &row : db.run("SELECT d.id, d.promo_id, coalesce(p.code, ''), coalesce(d.reason, ''), d.amount, d.staff_id, d.approver_id, "
                                 "coalesce(s.name, ''), coalesce(a.name, '') FROM order_discount d LEFT JOIN promo_code p ON p.id = d.promo_id "
                                 "LEFT JOIN staff s ON s.id = d.staff_id LEFT JOIN staff a ON a.id = d.approver_id WHERE d.order_id = ? ORDER BY d.id", {order}))
        out.push_back({row.id<DiscountId>(0), order, row.id<PromoId>(1), row.text(2), row.text(3), Money(row.number(4), currency),
                       row.id<StaffId>(5), row.id<StaffId>(6), row.text(7), row.text(8)});
    return out;
}

std::vector<OrderOfCode> ordersOf(Database &db, PromoId promo, int limit)
{
    std::vector<OrderOfCode> out;
    for (const Row &row : db.run("SELECT o.id, o.number, o.created_at, o.total, o.currency, d.amount FROM order_discount d JOIN orders o ON o.id = d.order_id "
                                 "WHERE d.promo_id = ? ORDER BY o.created_at DESC, o.id DESC LIMIT ?", {promo, limit}))
        out.push_back({row.id<OrderId>(0), row.text(1), row.instant(2), row.money(3, 4), row.money(5, 4)});
    return out;
}

} // namespace foyer::discount_store
