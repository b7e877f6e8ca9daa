// Admissions: passages of tickets through doors, which are only added to, and what is counted from them.
#pragma once

#include "core/base/jsontext.h"
#include "core/domain/admission.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::admission_store {

/// The tickets with these numbers, each with its latest passage, locked until the transaction ends: whoever takes one back or
/// scans it elsewhere waits. In no order; unknown numbers are missing.
std::vector<DoorTicket> lock(Database &db, std::span<const TicketNumber> numbers);

/// The same of tickets that a door may have sold, of which nobody has told yet: to be believed by a signed code alone. Revoked when
/// their grant is, void when the door gave them back.
std::vector<DoorTicket> lockGranted(Database &db, std::span<const TicketNumber> numbers);

/// What the journal says of it: "ticket.admitted".
JsonText fact(const Passage &passage, StaffId by);
void add(Database &db, std::span<const Passage> passages, StaffId by, ChainId chain, qint64 seq);

/// Those that somebody ever came in with. Locks all of them first.
std::vector<TicketNumber> admittedAmong(Database &db, std::span<const TicketId> tickets);

/// The latest passage of each ticket of the order; those that nobody came in with are missing.
std::vector<std::pair<TicketId, Passage>> ofOrder(Database &db, OrderId order);

/// Of a ticket, in order.
std::vector<Passage> ofTicket(Database &db, TicketNumber ticket);

struct Counts {
    qint64 admitted = 0; ///< tickets that somebody came in with
    qint64 inside = 0;
    qint64 expected = 0; ///< valid tickets that nobody has come in with yet
};

Counts counts(Database &db, EventId event);

} // namespace foyer::admission_store
