// Reading orders back, whole: lines with their names, tickets as they stand now, payments.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::order_store {

/// In no order; unknown ids are missing.
std::vector<Order> ofReservations(Database &db, std::span<const ReservationId> reservations);
std::vector<Order> byIds(Database &db, std::span<const OrderId> ids);
/// Without its lines and payments.
std::optional<Order> headOf(Database &db, OrderId order);
/// Of their reservations, latest first.
std::vector<OrderId> ofCustomer(Database &db, CustomerId customer, int limit);
/// With tickets that were passed on to this customer, latest first.
std::vector<OrderId> heldBy(Database &db, CustomerId customer, int limit);
/// Names of the terminal and of whoever sold; the second is empty for a sale that a program made.
struct Seller {
    QString terminal;
    QString staff;
};
std::optional<Seller> sellerOf(Database &db, OrderId order);
/// A sale, or an exchange that refers to it.
struct FamilyMember {
    OrderId order;
    ReservationId reservation;
    Money worth; ///< its total less what was taken back of it
};
/// The sale and its exchanges, oldest first.
std::vector<FamilyMember> familyOf(Database &db, OrderId sale);
/// Empty for an unknown one.
QString numberOf(Database &db, OrderId order);
/// The order whose tickets were taken back for this exchange.
std::optional<OrderId> exchangedOf(Database &db, OrderId exchange);
/// What was given back of an order so far.
std::vector<OrderId> refundsOf(Database &db, OrderId order);
std::vector<TicketId> ticketsOf(Database &db, OrderId order);
/// The order that issued it.
std::optional<OrderId> issuing(Database &db, TicketId ticket);
/// The reservations of the sales that issued these tickets, each once.
std::vector<ReservationId> salesOf(Database &db, std::span<const TicketId> tickets);
std::optional<OrderId> idOfNumber(Database &db, const QString &number);

} // namespace foyer::order_store
