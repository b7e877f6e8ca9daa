// Whose something is: the customer whom a cart, an order or a ticket belongs to now, merged entries followed.
#pragma once

#include "core/storage/database.h"

namespace foyer::owner_store {

// Empty for what is not there, and for what is nobody's.

std::optional<CustomerId> ofReservation(Database &db, ReservationId reservation);
std::optional<CustomerId> ofPayment(Database &db, PaymentId payment);
/// A refund belongs to whom the sale does.
std::optional<CustomerId> ofOrder(Database &db, OrderId order);
/// To whom it was passed on last, else to whoever bought it. One that waits for somebody to register is nobody's.
std::optional<CustomerId> ofTicket(Database &db, TicketId ticket);

} // namespace foyer::owner_store
