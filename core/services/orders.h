// Orders: finding what was sold, and the codes on its tickets.
#pragma once

#include "core/domain/sale.h"
#include "core/domain/ticketcode.h"

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

class Orders
{
public:
    explicit Orders(Writer &writer) : m_writer(writer) {}

    /// NotFound.
    Result<Order> find(OrderId order);
    Result<Order> findByNumber(const QString &number);
    Result<Order> findByReservation(ReservationId reservation);

    /// The text of each ticket's QR code, in the order of the lines. Derived whenever it is shown. NotFound when this
    /// machine lacks the key of the terminal that issued one.
    Result<QStringList> codes(const Order &order);

    /// By the text of a QR code or a ticket number. NotFound when no such ticket exists; InvalidInput when the text is
    /// neither.
    Result<TicketCheck> check(const QString &codeOrNumber);

private:
    Writer &m_writer;
};

} // namespace foyer
