// Whether cash went through somebody's hands in a sale, so that the drawer is needed.
#pragma once

#include "core/services/checkout.h"

#include <algorithm>

namespace foyer {

inline bool isSettledCash(const Payment &payment, PaymentKind kind)
{
    return payment.tender == Tender::Cash && payment.kind == kind && payment.state == PaymentState::Captured;
}

/// Cash that was taken so far.
inline Money cashIn(const CheckoutState &state)
{
    Money cash = Money::zero(state.reservation.currency);
    for (const Payment &payment : state.payments)
        if (isSettledCash(payment, PaymentKind::Capture))
            cash += payment.amount;
    return cash;
}

inline bool gaveCashBack(const CheckoutState &state)
{
    return std::any_of(state.payments.begin(), state.payments.end(), [](const Payment &payment) { return isSettledCash(payment, PaymentKind::Refund); });
}

} // namespace foyer
