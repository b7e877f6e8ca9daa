// ExchangeInHand: tickets that a customer wants to exchange, on their way from the order's page to the pay page.
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/services/permission.h"

#include <QtCore/QString>

#include <vector>

namespace foyer {

struct ExchangeInHand {
    OrderId order;
    QString number; ///< of the order
    std::vector<TicketId> tickets;
    Money worth;    ///< counts towards the new places; below zero: is to be paid for the same ones
    QString key;    ///< asked twice, exchanged once
    QString level = {};      ///< the new price of the same places; empty: others are chosen
    CustomerId customer = {}; ///< of the order; null for most
    QString customerName = {};
    std::optional<Approval> approval = {}; ///< somebody came in with them, and a supervisor allowed this exchange all the same
};

} // namespace foyer
