// Reservations and their lines.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::reservation_store {

/// What a price level sells, as it stands now; the price is that of the date.
struct Offer {
    PriceLevelId priceLevel;
    QString priceLevelName;
    Money price;
    Money fee;      ///< of the ticket type, per place
    Money orderFee; ///< of the event, per order
    int taxBasisPoints = 0;
    TicketTypeId ticketType;
    QString ticketTypeName;
    bool seated = false;
    std::optional<Instant> saleFrom;
    std::optional<Instant> saleUntil;
    int maxPerOrder = 0;
    EventId event;
    QString eventName;
    QString eventStatus;
    Instant eventEndsAt;
    Milliseconds lifetime{0};
    AllotmentId allotment; ///< the house's
    bool isArchived = false; ///< the event
};

std::vector<Offer> offers(Database &db, std::span<const PriceLevelId> levels);

struct EventSeat {
    EventId event;
    SeatId seat;

    bool operator==(const EventSeat &) const = default;
    bool operator<(const EventSeat &other) const { return event == other.event ? seat < other.seat : event < other.event; }
};

/// A seat of the event's plan that some type of the event sells.
struct OfferedSeat {
    EventSeat where;
    TicketTypeId ticketType;
    SeatLabel label;
};

std::vector<OfferedSeat> offeredSeats(Database &db, std::span<const EventSeat> seats);

void insert(Database &db, std::span<const Reservation> reservations);
void insertLines(Database &db, std::span<const ReservationLine> lines, std::span<const ReservationId> reservations);
void deleteLines(Database &db, std::span<const ReservationLineId> lines);
void setPrice(Database &db, const ReservationLine &line);

/// With their lines and discounts, in no order; unknown ids are missing. `lock` keeps the rows until the transaction ends.
std::vector<Reservation> load(Database &db, std::span<const ReservationId> ids, bool lock);
/// Nobody else changes these, or what is paid for them, until the end of the transaction. In order of their ids.
void lock(Database &db, std::span<const ReservationId> ids);

struct StateChange {
    ReservationId id;
    ReservationState state;
    Instant expiresAt;
};

void setState(Database &db, std::span<const StateChange> changes);

/// Another till goes on with it: whoever pays it, and where.
void handOver(Database &db, const Reservation &to);
/// A null customer takes the name off the cart.
void setCustomer(Database &db, ReservationId reservation, CustomerId customer);

/// Locks up to `limit` active reservations whose time is over, skipping those that others work on.
std::vector<ReservationId> lockExpired(Database &db, Instant now, int limit);
/// Whether places of these allotments are still counted for reservations whose time is over.
bool expiredHold(Database &db, std::span<const AllotmentId> allotments, Instant now);
/// This terminal's, being paid.
std::vector<ReservationId> paying(Database &db, TerminalId terminal);

} // namespace foyer::reservation_store

template <>
struct std::hash<foyer::reservation_store::EventSeat> {
    size_t operator()(const foyer::reservation_store::EventSeat &where) const
    {
        return qHashMulti(0, where.event.uuid(), where.seat.uuid());
    }
};
