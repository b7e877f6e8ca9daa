// What happened to tickets after their sale: rows that are only added to, and the ticket's own state beside them.
#pragma once

#include "core/base/jsontext.h"
#include "core/domain/sale.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::ticketchange_store {

struct Known {
    Ticket ticket;
    OrderId order; ///< that sold it
    int changes = 0;
};

/// Locked until the transaction ends; in no order, unknown ids are missing.
std::vector<Known> lock(Database &db, std::span<const TicketId> tickets);

struct Change {
    TicketChangeId id;
    Ticket ticket; ///< as it is from now on
    int number = 1; ///< of the ticket's changes
    QString kind;   ///< "revoked", "reinstated", "given", "reprinted", "claimed"
};

/// What the journal says of it: "ticket.changed".
JsonText fact(const Change &change, OrderId order, StaffId by);

/// Adds the changes, and makes the tickets what they say.
void add(Database &db, std::span<const Change> changes, StaffId by, Instant at, ChainId chain, qint64 seq);

/// How often each of these tickets was printed again; those that never were are missing.
std::vector<std::pair<TicketId, int>> reprints(Database &db, OrderId order);

} // namespace foyer::ticketchange_store
