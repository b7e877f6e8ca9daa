// Events, reservations and orders as the /v1 routes show them.
#pragma once

#include "core/services/boxoffice.h"

#include <QtCore/QJsonObject>

namespace foyer::server {

/// What is known of a venue when its events are shown.
using Venues = QHash<VenueId, Venue>;

Result<Venues> venuesOf(BoxOffice &office);

QJsonObject eventJson(const Event &event, const Venues &venues, const EventAvailability &places);
QJsonObject availabilityJson(const Event &event, const EventAvailability &places);
/// Times in UTC; `now` by the database's clock.
QJsonObject reservationJson(const Reservation &reservation, Instant now);
/// `codes` by line; fewer: no codes are shown.
QJsonObject orderJson(const Order &order, const QStringList &codes);
QJsonObject paymentJson(const Payment &payment);

/// "2026-11-20T19:30:00.000Z"
QString utcText(Instant at);

} // namespace foyer::server
