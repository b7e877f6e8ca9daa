// ReserveBatch: decides a batch of reservations inside one unit of work (DESIGN section 4, the hot path).
#pragma once

#include "core/services/inventory.h"
#include "core/storage/place_store.h"

#include <unordered_map>
#include <unordered_set>

namespace foyer {

class Work;

/// Seats are decided by who inserts the claim, never by an error: the batch takes every seat that any member wants and
/// shares the winnings out in arrival order. General places are counted by a guarded update right before the commit
/// (Optimistic), or under a lock taken first (Locked), which is where a refusal is decided.
class ReserveBatch
{
public:
    enum class Mode { Optimistic, Locked };

    ReserveBatch(const Actor &actor, std::span<const ReserveRequest> requests) : m_actor(actor), m_requests(requests) {}

    /// One answer for each request. `patient`: throws PlacesRanOut rather than refuse while expired places are counted.
    std::vector<Result<Reservation>> run(Work &work, Mode mode, bool patient);

private:
    using EventSeat = reservation_store::EventSeat;
    using Offer = reservation_store::Offer;

    struct Member {
        std::optional<Error> refusal;
        ReservationId reservation;
        std::vector<ReservationLine> lines; ///< to add
    };

    void load(Work &work);
    void plan(Work &work);
    Result<void> planMember(Work &work, const ReserveRequest &request, Member &member);
    Result<ReservationLine> planLine(Work &work, const ReserveLine &wish) const;
    Result<void> checkLimits(const Reservation &into, const Member &member) const;
    void lockPlaces(Work &work);
    void takeSeats(Work &work);
    void decide();
    std::optional<Error> missing(const Member &member) const;
    void accept(Member &member);
    void settleSeats(Work &work);
    void write(Work &work);
    void countPlaces(Work &work);

    const Actor m_actor;
    const std::span<const ReserveRequest> m_requests;

    Instant m_now;
    std::unordered_map<PriceLevelId, Offer> m_offers;
    std::unordered_map<EventSeat, reservation_store::OfferedSeat> m_seats;
    std::unordered_map<ReservationId, Reservation> m_reservations; ///< existing and new, as they become
    std::unordered_set<ReservationId> m_new;
    std::vector<Member> m_members;
    std::unordered_map<AllotmentId, qint64> m_left; ///< Locked only
    Mode m_mode = Mode::Optimistic;

    std::unordered_map<EventSeat, ReservationId> m_won;   ///< seat taken for the first member that wanted it
    std::unordered_map<EventSeat, ReservationId> m_given; ///< seat and who keeps it
};

} // namespace foyer
