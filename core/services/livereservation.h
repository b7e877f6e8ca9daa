// A reservation that verbs may still change: shared by everything that works on a cart before it is paid.
#pragma once

#include "core/domain/sale.h"
#include "core/services/permission.h"

#include <QtCore/QJsonObject>

namespace foyer {

class Work;

/// The reservation, locked. NotFound, PaymentUnresolved while it is being paid, ReservationEnded, ReservationExpired.
Result<Reservation> lockActive(Work &work, ReservationId id);

/// What every fact about a reservation says.
QJsonObject aboutReservation(ReservationId reservation, const Actor &actor);

} // namespace foyer
