// Exchanges that are to happen as soon as nothing is due for their reservation any more.
#pragma once

#include "core/base/money.h"
#include "core/storage/database.h"

#include <optional>
#include <vector>

namespace foyer::exchangeplan_store {

struct Plan {
    ReservationId reservation;
    OrderId order;
    std::vector<TicketId> tickets; ///< by their ids
    PriceLevelId level;            ///< of the same places; null: the places are the reservation's
    QString key;
    StaffId by;
    StaffId approver = {}; ///< whoever allowed it although somebody came in with the tickets; null: nobody had to

    bool operator==(const Plan &) const = default;
};

/// The reservation counts the tickets from now on.
void add(Database &db, const Plan &plan, Money credit, Instant now);
/// It counts them no more.
void drop(Database &db, ReservationId reservation);
std::optional<Plan> of(Database &db, ReservationId reservation);

} // namespace foyer::exchangeplan_store
