#include "core/storage/owner_store.h"

namespace foyer::owner_store {

namespace {

std::optional<CustomerId> ownerFrom(const Rows &rows)
{
    return rows.empty() ? std::nullopt : std::optional(rows.front().id<CustomerId>(0));
}

} // namespace

std::optional<CustomerId> ofReservation(Database &db, ReservationId reservation)
{
    return ownerFrom(db.run("SELECT coalesce(k.merged_into, k.id) FROM reservation r JOIN customer k ON k.id = r.customer_id WHERE r.id = ?", {reservation}));
}

std::optional<CustomerId> ofPayment(Database &db, PaymentId payment)
{
    return ownerFrom(db.run("SELECT coalesce(k.merged_into, k.id) FROM payment p JOIN reservation r ON r.id = p.reservation_id "
                            "JOIN customer k ON k.id = r.customer_id WHERE p.id = ?", {payment}));
}

std::optional<CustomerId> ofOrder(Database &db, OrderId order)
{
    return ownerFrom(db.run("SELECT coalesce(k.merged_into, k.id) FROM orders o LEFT JOIN reservation r ON r.id = o.reservation_id "
                            "LEFT JOIN orders s ON s.id = o.refers_to LEFT JOIN reservation b ON b.id = s.reservation_id "
                            "JOIN customer k ON k.id = coalesce(r.customer_id, b.customer_id) WHERE o.id = ?", {order}));
}

std::optional<CustomerId> ofTicket(Database &db, TicketId ticket)
{
    return ownerFrom(db.run("SELECT coalesce(k.merged_into, k.id) FROM ticket t JOIN order_line l ON l.ticket_id = t.id "
                            "JOIN orders o ON o.id = l.order_id AND o.kind <> 'refund' LEFT JOIN reservation r ON r.id = o.reservation_id "
                            "JOIN customer k ON k.id = coalesce(t.holder_id, r.customer_id) WHERE t.id = ? "
                            "AND NOT EXISTS (SELECT 1 FROM ticket_waiting w WHERE w.ticket_id = t.id)", {ticket}));
}

} // namespace foyer::owner_store
