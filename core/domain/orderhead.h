// OrderHead: what a list says of an order.
#pragma once

#include "core/domain/sale.h"

namespace foyer {

struct OrderHead {
    OrderId order;
    QString number;
    OrderKind kind = OrderKind::Sale;
    Instant at;
    Money total;
    int tickets = 0;
    int valid = 0;
    int revoked = 0;
    QString event; ///< one of them
    int events = 0;
    QString customer;
};

} // namespace foyer
