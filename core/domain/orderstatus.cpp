#include "core/domain/orderstatus.h"

#include "core/domain/refundplan.h"

#include <algorithm>

namespace foyer {

OrderStatus statusOf(const Order &sale, Money refunded)
{
    if (refundplan::owed(sale, refunded).isPositive())
        return OrderStatus::RefundOwed;
    const bool waits = std::any_of(sale.payments.begin(), sale.payments.end(), [](const Payment &p) { return p.kind == PaymentKind::Refund && p.isLive(); });
    if (waits)
        return OrderStatus::RefundOnItsWay;
    const auto voids = std::count_if(sale.lines.begin(), sale.lines.end(), [](const OrderLine &line) { return line.ticket.state == TicketState::Void; });
    if (voids == std::ptrdiff_t(sale.lines.size()) && voids > 0)
        return OrderStatus::Refunded;
    if (voids > 0)
        return OrderStatus::PartlyRefunded;
    return sale.kind == OrderKind::Comp ? OrderStatus::Comp : OrderStatus::Paid;
}

QString statusName(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Paid:
        return QStringLiteral("paid");
    case OrderStatus::PartlyRefunded:
        return QStringLiteral("partly_refunded");
    case OrderStatus::Refunded:
        return QStringLiteral("refunded");
    case OrderStatus::RefundOnItsWay:
        return QStringLiteral("refund_on_its_way");
    case OrderStatus::RefundOwed:
        return QStringLiteral("refund_owed");
    case OrderStatus::Comp:
        return QStringLiteral("comp");
    }
    return {};
}

} // namespace foyer
