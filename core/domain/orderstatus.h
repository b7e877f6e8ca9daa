// OrderStatus: how an order stands, derived from its tickets and payments; never stored.
#pragma once

#include "core/domain/sale.h"

namespace foyer {

enum class OrderStatus {
    Paid,
    PartlyRefunded,
    Refunded,      ///< no ticket of it is left
    RefundOnItsWay, ///< taken back, but a card has not got its money yet
    RefundOwed,    ///< a bank would not take money back: somebody has to give it in another way
    Comp,
};

/// `refunded`: what was taken back in all.
OrderStatus statusOf(const Order &sale, Money refunded);
QString statusName(OrderStatus status); ///< "partly_refunded": for interfaces

} // namespace foyer
