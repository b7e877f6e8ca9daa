// OrderStatus: how an order stands, derived from its tickets and payments; never stored.
#pragma once

#include "core/domain/sale.h"

#include <span>

namespace foyer {

enum class OrderStatus {
    Paid,
    PartlyRefunded,
    Refunded,      ///< no ticket of it is left
    RefundOnItsWay, ///< taken back, but a card has not got its money yet
    RefundOwed,    ///< a bank would not take money back: somebody has to give it in another way
    Comp,
    Exchanged,       ///< no ticket of it is left, and others stand for them
    PartlyExchanged,
};

/// `payments`: its own and those of what it was exchanged from and for; `worth`: what the tickets left of all these were charged;
/// `exchanged`: how many of its void tickets others stand for.
OrderStatus statusOf(const Order &order, std::span<const Payment> payments, Money worth, int exchanged = 0);
QString statusName(OrderStatus status); ///< "partly_refunded": for interfaces

} // namespace foyer
