// Places: claims on numbered seats, and the counters of allotments. The guards of law 1 are the conditions in here and
// the constraints of the two tables.
#pragma once

#include "core/storage/reservation_store.h"

namespace foyer::place_store {

using reservation_store::EventSeat;

/// A seat wanted for a reservation.
struct Wish {
    EventSeat where;
    TicketTypeId ticketType;
    ReservationId reservation;
    Instant expiresAt;
};

/// Takes what is free, or held by a reservation whose time is over, or (allowHouse) kept for the house until later;
/// returns the seats won. One wish a seat. A seat that another transaction is taking is waited for.
std::vector<EventSeat> take(Database &db, std::span<const Wish> wishes, Instant now, bool allowHouse);
/// Gives seats won in this transaction to other reservations.
void reassign(Database &db, std::span<const Wish> wishes);
/// Frees held seats of that reservation; house seats go back to the house.
struct HeldSeat {
    EventSeat where;
    ReservationId reservation;
};
void giveBack(Database &db, std::span<const HeldSeat> seats);
/// Frees all seats that these reservations still hold.
void giveBackAll(Database &db, std::span<const ReservationId> reservations);

struct Expiry {
    ReservationId reservation;
    std::optional<Instant> expiresAt; ///< empty while it is being paid
};

void setExpiry(Database &db, std::span<const Expiry> expiries);

struct SoldSeat {
    EventSeat where;
    ReservationId reservation;
    TicketId ticket;
};

/// Turns held seats into sold ones; returns how many there were to turn.
size_t sell(Database &db, std::span<const SoldSeat> seats);

/// How seats are taken out of sale.
struct Blocking {
    QString state; ///< "killed" or "house"
    QString reason;
    std::optional<Instant> releaseAt; ///< house seats: for sale again from then on
};

/// Kills or keeps free seats; returns how many were free.
size_t block(Database &db, EventId event, std::span<const reservation_store::OfferedSeat> seats, const Blocking &as, Instant now);
size_t unblock(Database &db, EventId event, std::span<const SeatId> seats);
/// Frees house seats whose moment has come, up to `limit`; they counted as free since then.
std::vector<EventSeat> releaseDue(Database &db, Instant now, int limit);

struct ClaimRow {
    SeatId seat;
    QString state;
    ReservationId reservation;
    QString reason;
    std::optional<Instant> releaseAt;
};

/// Everything but free seats; claims whose time is over are left out.
std::vector<ClaimRow> claims(Database &db, EventId event, Instant now);
/// Those of these seats that are not free.
std::vector<SeatId> takenAmong(Database &db, EventId event, std::span<const SeatId> seats, Instant now);

/// What changes in an allotment's counters; zero sums are fine.
struct Delta {
    AllotmentId allotment;
    qint64 held = 0;
    qint64 sold = 0;
};

/// What it means when an allotment has not got the places: somebody else was faster, or the counters are wrong.
enum class Shortfall { RanOut, Bug };

/// Applies all, or fails the transaction: Writer::write() throws PlacesRanOut, or a bug is reported as a broken check.
/// On PostgreSQL it travels with what comes next, COMMIT if nothing does, so that the rows are locked for no trip longer.
void apply(Database &db, std::span<const Delta> deltas, Shortfall shortfall);

/// Places left in each, locked until the transaction ends.
std::vector<std::pair<AllotmentId, qint64>> lockLeft(Database &db, std::span<const AllotmentId> allotments);

struct TypeCount {
    EventId event;
    TicketTypeId ticketType;
    bool seated = false;
    qint64 capacity = 0;
    qint64 held = 0;
    qint64 sold = 0;
    qint64 blocked = 0;
};

/// Per ticket type of these events; what expired does not count, swept or not.
std::vector<TypeCount> count(Database &db, std::span<const EventId> events, Instant now);

} // namespace foyer::place_store
