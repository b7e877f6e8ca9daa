// Grants and their places: the same tables at the centre, which gives them out, and at the door, which sells them.
#pragma once

#include "core/domain/doorgrant.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::doorgrant_store {

/// The number of the next grant; nobody else takes it until the transaction ends.
qint64 nextNumber(Database &db);

/// With its places. `acknowledged`: at the door it is from the first moment.
void add(Database &db, const DoorGrant &grant, bool acknowledged, ChainId chain, qint64 seq);
/// Those of these grants that are here.
std::vector<DoorGrantId> known(Database &db, std::span<const DoorGrantId> grants);

/// At the centre: what the door has not acknowledged yet, oldest first; at most `places` places, but one grant at least.
std::vector<DoorGrant> offered(Database &db, TerminalId door, qint64 places);
/// False when it is not this door's. Acknowledged twice is acknowledged once.
bool acknowledge(Database &db, TerminalId door, DoorGrantId grant, Instant at);

/// What a grant is about, without its tickets.
struct Summary {
    DoorGrantId id;
    qint64 number = 0;
    TerminalId door;
    QString doorName;
    EventId event;
    QString eventName;
    TicketTypeId ticketType;
    QString ticketTypeName;
    QString state; ///< "offered", "active", "revoked"
    Instant grantedAt;
    qint64 granted = 0; ///< neither sold nor given back
    qint64 sold = 0;
    qint64 returned = 0;
};

/// All of them, oldest first.
std::vector<Summary> summaries(Database &db);
/// Nobody sells or gives back from it until the transaction ends.
void lockGrant(Database &db, DoorGrantId grant);
/// Not revoked yet.
std::vector<DoorGrantId> livingOf(Database &db, TerminalId door);
void revoke(Database &db, DoorGrantId grant, Instant at);

struct Place {
    TicketNumber number;
    DoorGrantId grant;
    qint64 grantNumber = 0;
    TerminalId door;
    EventId event;
    TicketTypeId ticketType;
    SeatId seat;
    QString code;
    QString state; ///< "granted", "sold", "returned"
    bool isRevoked = false; ///< its grant
};

/// The places of these tickets, held until the transaction ends; unknown ones are missing.
std::vector<Place> lockPlaces(Database &db, std::span<const TicketNumber> numbers);
/// At a door: unsold places, in the order in which they are sold, of its present life: what it was granted before it was restored from a
/// copy, it may have sold already. A null event means all, a null type all of the event; a null
/// seat any. At most `limit`.
std::vector<Place> unsold(Database &db, EventId event, TicketTypeId type, qint64 limit);
/// At a door: the unsold place of a seat.
std::optional<Place> unsoldSeat(Database &db, EventId event, SeatId seat);
/// At a door: the unsold places of lives before, which are nobody's to sell.
std::vector<Place> ofLivesBefore(Database &db);
/// Of a grant.
std::vector<Place> unsoldOf(Database &db, DoorGrantId grant);

struct Sold {
    TicketNumber number;
    TicketId ticket;
};

/// Returns how many there were to sell.
size_t markSold(Database &db, std::span<const Sold> places);
/// Returns how many there were to give back.
size_t markReturned(Database &db, std::span<const TicketNumber> places);

/// The allotment of this door; opened when it has none yet.
AllotmentId doorAllotment(Database &db, IdMaker &ids, TicketTypeId type, TerminalId door);
std::optional<AllotmentId> findDoorAllotment(Database &db, TicketTypeId type, TerminalId door);
/// Both stay as they are until the transaction ends. Places left in the house's.
qint64 lockPair(Database &db, AllotmentId house, AllotmentId door);
void reopen(Database &db, AllotmentId allotment);
/// Nothing is sold any more from those of its allotments of which every grant is revoked.
void quarantine(Database &db, TerminalId door);

/// Of these seats, in their order, the numbers in ticket codes: their place in the plan, counted from 1.
std::vector<int> seatNumbers(Database &db, std::span<const SeatId> seats);
/// Takes free seats out of the centre's hands; returns those that were free. `reason`: who has them.
std::vector<SeatId> takeSeats(Database &db, EventId event, TicketTypeId type, std::span<const SeatId> seats, const QString &reason, Instant now);
/// The seats are free again, or (at a door) those that it may sell. Returns how many there were.
size_t freeSeats(Database &db, EventId event, std::span<const SeatId> seats);
/// At a door: seats of this type that are not its own, as it was told of none of them.
void closeSeats(Database &db, EventId event, TicketTypeId type, const QString &reason);

} // namespace foyer::doorgrant_store
