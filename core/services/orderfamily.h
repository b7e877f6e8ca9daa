// Orderfamily: a sale and all that its tickets were exchanged for. What any of them was paid with counts for all of them:
// whoever gives tickets of one back is paid by the tenders of the whole family, none beyond its capture.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/database.h"

namespace foyer {

class Work;

struct OrderFamily {
    std::vector<OrderId> orders;             ///< the sale first
    std::vector<ReservationId> reservations; ///< theirs
    std::vector<Payment> payments;           ///< of all of them, oldest first
    Money worth;                             ///< what was charged for all, less what was taken back
};

namespace orderfamily {

/// An order that tickets can be taken back from. NotFound; InvalidInput for a refund.
Result<Order> refundable(Database &db, OrderId order);

/// Of a sale, an exchange or a comp.
OrderFamily of(Database &db, const Order &order);

struct Locked {
    Order order;
    OrderFamily family;
};

/// As they stand once nobody else can change them: whoever takes back, exchanges, corrects or settles locks reservations.
/// `also`: reservations that are needed, too; locked with them, in one order. NotFound, InvalidInput.
Result<Locked> lock(Work &work, OrderId order, std::span<const ReservationId> also = {});

/// What was given back at this moment, by whatever payment: a verb's own payments carry the time of its order.
std::vector<Payment> givenAt(const OrderFamily &family, Instant at);

} // namespace orderfamily

} // namespace foyer
