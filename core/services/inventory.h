// Inventory: who has which place. Reserving, changing and giving back; what is still free.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

#include <QtCore/QHash>

#include <memory>
#include <span>

namespace foyer {

class Catalogue;
class Clock;
class SeatBoards;
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

/// A wish for seats that nobody has chosen: the best there are.
struct BestRequest {
    ReservationId into; ///< as in ReserveRequest
    Channel channel = Channel::Counter;
    EventId event;
    std::vector<PriceLevelId> levels; ///< in order of preference; each names a ticket type, all seats are of one
    int count = 1;
    bool accessible = false; ///< one accessible seat, the companions beside it
    ReservationId fresh = {}; ///< as in ReserveRequest
};

struct BestReserved {
    Reservation reservation;
    std::vector<SeatId> seats;
    int groups = 1; ///< 1: side by side
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
    std::optional<Instant> releaseAt; ///< when kept: for sale again from then on
};

/// Why and how long seats are out of sale.
struct Block {
    ClaimState as = ClaimState::House; ///< or Killed
    QString reason;
    std::optional<Instant> releaseAt; ///< House only: the database's clock gives them back to sale
};

class Inventory
{
public:
    /// Places in one reservation: a limit on everything.
    static constexpr int MaxPlaces = 100'000;

    /// `clock`: how old the picture of an event may grow before it is read again.
    Inventory(Writer &writer, Catalogue &catalogue, const Clock &clock);
    ~Inventory();

    /// Each request is all or nothing; decided in the order given, one answer each. SeatTaken and SoldOut name what
    /// is missing; NotOnSale, LimitExceeded, CurrencyMismatch, NotFound, InvalidInput, ReservationExpired/Ended.
    std::vector<Result<Reservation>> reserve(const Actor &actor, std::span<const ReserveRequest> requests);
    Result<Reservation> reserve(const Actor &actor, const ReserveRequest &request);

    /// Gives back these lines; the reservation stays, even when it is empty. Its codes go with the last line.
    Result<Reservation> removeLines(const Actor &actor, ReservationId reservation, std::span<const ReservationLineId> lines);
    /// Another price level of the same ticket type, at today's price.
    Result<Reservation> setPriceLevel(const Actor &actor, ReservationId reservation, ReservationLineId line, PriceLevelId level);
    /// A full lifetime from now, up to twice the first one in all.
    Result<Reservation> extend(const Actor &actor, ReservationId reservation);
    /// PaymentUnresolved while it is being paid: Checkout::abandon gives the money back first.
    Result<void> release(const Actor &actor, ReservationId reservation);

    /// State and data, also after it ended. NotFound.
    Result<Reservation> find(ReservationId reservation);

    /// Ends reservations whose time is over, and frees house seats whose moment has come; returns how many of both.
    /// Neither counted any more.
    Result<int> sweep();

    Result<std::vector<EventAvailability>> availability(std::span<const EventId> events);
    /// Every seat of the event that is not free.
    Result<std::vector<SeatClaim>> claims(EventId event);
    /// Those of these seats that are not free.
    Result<std::vector<SeatId>> takenAmong(EventId event, std::span<const SeatId> seats);
    /// Chooses by core/domain/bestseats and reserves at once; the database judges. What another till was quicker at is
    /// chosen anew, a bounded number of times. One answer each; SoldOut when there are too few, else as reserve().
    std::vector<Result<BestReserved>> reserveBest(const Actor &actor, std::span<const BestRequest> requests);
    Result<BestReserved> reserveBest(const Actor &actor, const BestRequest &request);
    /// The pictures that reserveBest() chooses by; who follows the journal feeds them.
    SeatBoards &boards() { return *m_boards; }

    /// Takes free seats out of sale or keeps them for the house. PlacesInUse when one is held or sold.
    Result<void> block(const Actor &actor, EventId event, std::span<const SeatId> seats, const Block &block);
    /// Gives killed and house seats back to sale.
    Result<void> unblock(const Actor &actor, EventId event, std::span<const SeatId> seats);

private:
    Result<int> sweepReservations();
    Result<int> releaseHouseSeats();

    Writer &m_writer;
    std::unique_ptr<SeatBoards> m_boards;
};

} // namespace foyer
