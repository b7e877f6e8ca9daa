// Inventory: who has which place. Reserving, changing and giving back; what is still free.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

#include <QtCore/QHash>

#include <span>

namespace foyer {

class Writer;

/// One wish: a numbered seat, or `quantity` places of a general type.
struct ReserveLine {
    EventId event;
    PriceLevelId priceLevel; ///< it names the ticket type
    SeatId seat;             ///< null: general admission
    int quantity = 1;
};

struct ReserveRequest {
    ReservationId into; ///< an active reservation to add to; null makes a new one
    Channel channel = Channel::Counter;
    std::vector<ReserveLine> lines;
    ReservationId fresh = {}; ///< the id of a new one, for callers who must find it although no answer came; null: any
};

struct TypeAvailability {
    TicketTypeId ticketType;
    int capacity = 0;
    int held = 0;    ///< by reservations that live
    int sold = 0;
    int blocked = 0; ///< killed or kept for the house
    int available() const { return capacity - held - sold - blocked; }
};

struct EventAvailability {
    EventId event;
    std::vector<TypeAvailability> types;

    TypeAvailability total() const;
};

enum class ClaimState { Held, Sold, Killed, House };

struct SeatClaim {
    SeatId seat;
    ClaimState state = ClaimState::Held;
    ReservationId reservation; ///< when held
    QString reason;            ///< when killed or kept
};

class Inventory
{
public:
    /// Places in one reservation: a limit on everything.
    static constexpr int MaxPlaces = 100'000;

    explicit Inventory(Writer &writer) : m_writer(writer) {}

    /// Each request is all or nothing; decided in the order given, one answer each. SeatTaken and SoldOut name what
    /// is missing; NotOnSale, LimitExceeded, CurrencyMismatch, NotFound, InvalidInput, ReservationExpired/Ended.
    std::vector<Result<Reservation>> reserve(const Actor &actor, std::span<const ReserveRequest> requests);
    Result<Reservation> reserve(const Actor &actor, const ReserveRequest &request);

    /// Gives back these lines; the reservation stays, even when it is empty.
    Result<Reservation> removeLines(const Actor &actor, ReservationId reservation, std::span<const ReservationLineId> lines);
    /// Another price level of the same ticket type, at today's price.
    Result<Reservation> setPriceLevel(const Actor &actor, ReservationId reservation, ReservationLineId line, PriceLevelId level);
    /// A full lifetime from now, up to twice the first one in all.
    Result<Reservation> extend(const Actor &actor, ReservationId reservation);
    /// PaymentUnresolved while it is being paid: Checkout::abandon gives the money back first.
    Result<void> release(const Actor &actor, ReservationId reservation);

    /// State and data, also after it ended. NotFound.
    Result<Reservation> find(ReservationId reservation);

    /// Ends reservations whose time is over; returns how many. They stopped counting at their expiry already.
    Result<int> sweep();

    Result<std::vector<EventAvailability>> availability(std::span<const EventId> events);
    /// Every seat of the event that is not free.
    Result<std::vector<SeatClaim>> claims(EventId event);
    /// `count` free neighbours in one row of the category (any that the type sells when empty), near its focal point,
    /// leaving no single seat behind when it can be helped. SoldOut when no such row is left.
    Result<std::vector<SeatId>> bestAvailable(EventId event, TicketTypeId type, int count);

    /// Takes free seats out of sale or keeps them for the house, with a reason. SeatTaken when one is held or sold.
    Result<void> block(const Actor &actor, EventId event, std::span<const SeatId> seats, ClaimState as, const QString &reason);
    /// Gives killed and house seats back to sale.
    Result<void> unblock(const Actor &actor, EventId event, std::span<const SeatId> seats);

private:
    Writer &m_writer;
};

} // namespace foyer
