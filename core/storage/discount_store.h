// What is taken off carts, and what was taken off orders.
#pragma once

#include "core/domain/discount.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::discount_store {

/// At the end of the cart's entries.
void add(Database &db, ReservationId reservation, const Discount &discount);
void remove(Database &db, ReservationId reservation, std::span<const DiscountId> discounts);
/// In the order of entering.
std::vector<std::pair<ReservationId, Discount>> ofReservations(Database &db, std::span<const ReservationId> reservations);

/// A code of this cart that counts for each customer.
struct CustomerLimit {
    PromoId promo;
    QString code;
    qint64 limit = 0;
};

/// By id, which is the order of locks.
std::vector<CustomerLimit> customerLimits(Database &db, ReservationId reservation);

void addToOrders(Database &db, std::span<const OrderDiscount> discounts, ChainId chain, qint64 seq);
std::vector<OrderDiscount> ofOrder(Database &db, OrderId order, Currency currency);

/// An order that a code was used for.
struct OrderOfCode {
    OrderId order;
    QString number;
    Instant at;
    Money total;
    Money amount; ///< taken off by the code
};

/// The latest first.
std::vector<OrderOfCode> ordersOf(Database &db, PromoId promo, int limit);

} // namespace foyer::discount_store
