// Tickets: what their codes say, and finding one by its number.
#pragma once

#include "core/domain/sale.h"
#include "core/domain/ticketcode.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::ticket_store {

struct CodeSource {
    TicketId ticket;
    TerminalId issuer; ///< whose key signs it
    TicketCode code;   ///< as the ticket stands now
    QString ahead = {}; ///< the text of the code, when it was signed before the sale and is still the ticket's
};

/// In no order; unknown ids are missing.
std::vector<CodeSource> codes(Database &database, std::span<const TicketId> tickets);

struct Found {
    Ticket ticket;
    QString eventName;
    Instant startsAt;
    QString ticketTypeName;
    std::optional<SeatLabel> seatLabel;
    QString orderNumber; ///< of the order that issued it
};

std::optional<Found> find(Database &database, TicketNumber number);

} // namespace foyer::ticket_store
