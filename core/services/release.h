// Giving places back: shared by releasing, expiring, removing lines and abandoning a payment.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

#include <span>

namespace foyer {
class Work;
}

namespace foyer::release {

/// Frees the places of these lines; the lines themselves stay.
void giveBackLines(Work &work, ReservationId reservation, std::span<const ReservationLine> lines);

/// Ends reservations (locked by the caller) and frees everything they hold: places, and uses of promo codes.
void end(Work &work, std::span<const Reservation> reservations, ReservationState as);

/// Journals seats that changed outside a sale. `until`: of house seats that the clock will release.
void seatsFact(Work &work, const char *what, EventId event, std::span<const SeatId> seats, const Actor &actor, std::optional<Instant> until = {});

} // namespace foyer::release
