// lockSales(): the first lock of whoever changes tickets after their sale.
#pragma once

#include "core/storage/order_store.h"
#include "core/storage/reservation_store.h"

namespace foyer {

/// The reservations of their sales: the order of locks, and nobody takes a ticket back meanwhile.
inline void lockSales(Database &db, std::span<const TicketId> tickets)
{
    reservation_store::lock(db, order_store::salesOf(db, tickets));
}

} // namespace foyer
