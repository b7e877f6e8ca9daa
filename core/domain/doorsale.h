// DoorSale: a sale that a door made, as its journal tells it, whole enough for the centre to have the same order.
#pragma once

#include "core/base/error.h"
#include "core/domain/sale.h"

#include <QtCore/QJsonObject>

namespace foyer {

struct DoorSale {
    Reservation reservation;
    Order order;      ///< with its lines; names are left out
    qint64 counter = 0; ///< of the order among those of its chain
    StaffId staff;
    std::vector<Payment> payments; ///< money that came in or went back
};

/// A place that a door sold, in the centre's words; empty where it knows none.
struct DoorSalePlace {
    TicketNumber ticket;
    QString eventName;
    QString ticketTypeName;
    std::optional<SeatLabel> seat;
};

/// "door.sold": what the fact "order.completed" beside it leaves out.
QJsonObject doorSaleFact(const DoorSale &sale);
/// From both facts. The tickets' issuers are left out; ids of reservation lines too. InvalidInput when it is not whole, or does not add
/// up: lines to the total, payments to the total, fees to what was agreed.
Result<DoorSale> doorSaleFrom(const QJsonObject &order, const QJsonObject &sold, Instant at);

} // namespace foyer
