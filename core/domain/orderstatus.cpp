#include "core/domain/orderstatus.h"

#include "core/domain/refundplan.h"

#include <algorithm>

namespace foyer {

OrderStatus statusOf(const Order &order, std::span<const Payment> payments, Money worth, int exchanged)
{
    if (refundplan::owed(payments, worth).isPositive())
        return OrderStatus::RefundOwed;
    const bool waits = std::any_of(payments.begin(), payments.end(), [](const Payment &p) { return p.kind == PaymentKind::Refund && p.isLive(); });
    if (waits)
        return OrderStatus::RefundOnItsWay;
    const auto voids = std::count_if(order.lines.begin(), order.lines.end(), [](const OrderLine &line) { return line.ticket.state == TicketState::Void; });
    const bool isOver = voids == std::ptrdiff_t(order.lines.size());
    if (voids > exchanged)
        return isOver ? OrderStatus::Refunded : OrderStatus::PartlyRefunded;
    if (voids > 0)
        return isOver ? OrderStatus::Exchanged : OrderStatus::PartlyExchanged;
    return order.kind == OrderKind::Comp ? OrderStatus::Comp : OrderStatus::Paid;
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
    case OrderStatus::Exchanged:
        return QStringLiteral("exchanged");
    case OrderStatus::PartlyExchanged:
        return QStringLiteral("partly_exchanged");
    }
    return {};
}

} // namespace foyer
