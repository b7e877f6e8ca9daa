#include "core/services/livereservation.h"

#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <QtCore/QCoreApplication>

namespace foyer {

Result<Reservation> lockActive(Work &work, ReservationId id)
{
    auto found = reservation_store::load(work.db(), std::array{id}, true);
    if (found.empty())
        return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this reservation")});
    Reservation &reservation = found.front();
    if (reservation.state == ReservationState::Paying)
        return fail(ErrorCode::PaymentUnresolved);
    if (reservation.state != ReservationState::Active)
        return fail(ErrorCode::ReservationEnded, {stateName(reservation.state)});
    if (!reservation.isLive(work.now()))
        return fail(ErrorCode::ReservationExpired);
    return std::move(reservation);
}

QJsonObject aboutReservation(ReservationId reservation, const Actor &actor)
{
    return {{QStringLiteral("id"), reservation.toString()}, {QStringLiteral("by"), actor.staff.toString()}};
}

} // namespace foyer
