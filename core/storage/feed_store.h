// What the change feed reads: heads of chains, records since, and the present state of what they touched. Every statement
// reads single rows by an index; none reads a whole house.
#pragma once

#include "core/storage/place_store.h"

#include <QtCore/QHash>

namespace foyer::feed_store {

/// The last record of each chain that has one.
QHash<ChainId, qint64> heads(Database &db);

/// Records of one chain: after < seq <= until.
struct Range {
    ChainId chain;
    qint64 after = 0;
    qint64 until = 0;
};

/// Their bodies, in no order.
std::vector<QByteArray> records(Database &db, std::span<const Range> ranges);

/// A place of a reservation; the seat is null for general admission.
struct Touched {
    EventId event;
    TicketTypeId ticketType;
    SeatId seat;
};

std::vector<Touched> placesOf(Database &db, std::span<const ReservationId> reservations);
/// Places of reservations whose time ended: after < expiry <= until.
std::vector<Touched> expiredBetween(Database &db, Instant after, Instant until);
std::optional<Instant> nextExpiry(Database &db, Instant after);
std::vector<TicketTypeId> typesOfAllotments(Database &db, std::span<const AllotmentId> allotments);
std::vector<TicketTypeId> typesOfEvents(Database &db, std::span<const EventId> events);

/// The claim of a seat as it stands; a free one has no state.
struct SeatRow {
    reservation_store::EventSeat where;
    QString state;
    ReservationId reservation;
    std::optional<Instant> expiresAt;
    QString reason;
};

/// Held seats whose time is over are free.
std::vector<SeatRow> seats(Database &db, std::span<const reservation_store::EventSeat> seats, Instant now);

/// The same figures as place_store::count(), for single types.
std::vector<place_store::TypeCount> count(Database &db, std::span<const TicketTypeId> types, Instant now);

} // namespace foyer::feed_store
