// Finding orders: each function follows one index and returns at most `limit`.
#pragma once

#include "core/domain/orderhead.h"
#include "core/domain/seatingplan.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::ordersearch_store {

/// The sale that was found, and by what.
struct Match {
    OrderId order; ///< of the sale, also when a refund of it was found
    QString by;    ///< the number or seat that matched
};

std::vector<Match> latest(Database &db, int limit);
std::vector<Match> madeBetween(Database &db, Instant from, Instant to, int limit);
std::vector<Match> byNumber(Database &db, const QString &beginning, int limit);
/// Numbers of any letters whose digits begin so.
std::vector<Match> byCounter(Database &db, const QString &beginning, int limit);
std::vector<Match> byTicket(Database &db, const QString &beginning, int limit);
/// Sold seats of events that begin after `since`, the earliest first.
std::vector<Match> bySeat(Database &db, const SeatLabel &seat, Instant since, int limit);
std::vector<Match> byCustomers(Database &db, std::span<const CustomerId> customers, int limit);

/// Reservations without an order whose ids lie there; of these people, the latest first.
std::vector<ReservationId> reservationsBetween(Database &db, const QUuid &first, const QUuid &last, int limit);
std::vector<ReservationId> reservationsOf(Database &db, std::span<const CustomerId> customers, int limit);
/// Made in this time; of this seat in events that begin after `since`. The latest first.
std::vector<ReservationId> reservationsMade(Database &db, Instant from, Instant to, int limit);
std::vector<ReservationId> reservationsOfSeat(Database &db, const SeatLabel &seat, Instant since, int limit);

/// In no order.
std::vector<OrderHead> heads(Database &db, std::span<const OrderId> orders);

/// The zone that days are counted in: the first venue's.
QString timeZone(Database &db);

} // namespace foyer::ordersearch_store
