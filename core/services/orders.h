// Orders: finding what was sold, and the codes on its tickets.
#pragma once

#include "core/domain/sale.h"
#include "core/domain/ticketcode.h"
#include "core/services/permission.h"

#include <span>

namespace foyer {

class Writer;

/// What checking a ticket code or number found.
struct TicketCheck {
    bool signatureValid = false; ///< the code was signed by a terminal of this box office; false for a typed number
    bool generationCurrent = true;
    Ticket ticket;
    QString eventName;
    Instant startsAt;
    QString ticketTypeName;
    std::optional<SeatLabel> seatLabel;
    QString orderNumber;
};

enum class Reprint { Tickets, Receipt };

/// Who sold an order, and where: names for its receipt.
struct OrderSeller {
    QString terminal;
    QString staff; ///< empty for a sale that a program made
};

class Orders
{
public:
    explicit Orders(Writer &writer) : m_writer(writer) {}

    /// NotFound.
    Result<Order> find(OrderId order);
    Result<Order> findByNumber(const QString &number);
    Result<Order> findByReservation(ReservationId reservation);

    /// The one that issued it.
    Result<Order> ofTicket(TicketId ticket);

    /// What somebody bought, latest first.
    Result<std::vector<Order>> ofCustomer(CustomerId customer, int limit);

    /// Orders with tickets that are theirs now, and of their lines those alone: what they bought and did not pass on, and what
    /// was passed on to them. Latest first.
    Result<std::vector<Order>> ofHolder(CustomerId customer, int limit);

    /// The text of each ticket's QR code, in the order of the lines. Derived whenever it is shown. NotFound when this
    /// machine lacks the key of the terminal that issued one.
    Result<QStringList> codes(const Order &order);
    /// One answer for each order.
    std::vector<Result<QStringList>> codes(std::span<const Order> orders);

    /// NotFound.
    Result<OrderSeller> soldBy(OrderId order);

    /// Something of an order comes out of a printer once more: journalled before it does, with whoever wanted it. The
    /// tickets stay what they are. NotFound, PermissionDenied.
    Result<void> noteReprint(const Actor &actor, OrderId order, Reprint what);

    /// By the text of a QR code or a ticket number. NotFound when no such ticket exists; InvalidInput when the text is
    /// neither.
    Result<TicketCheck> check(const QString &codeOrNumber);

private:
    Writer &m_writer;
};

} // namespace foyer
