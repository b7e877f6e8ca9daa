#include "ui/pay/latenews.h"

#include "ui/format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace foyer {

bool isGoodNews(const CheckoutState &state)
{
    return !state.payments.empty() && state.payments.back().state == PaymentState::Captured;
}

QString lateNews(const CheckoutState &state)
{
    // The payments stand in the order in which they were made: the refund that a late answer brought about is the last.
    if (state.payments.empty() || state.payments.back().kind != PaymentKind::Refund || state.payments.back().tender != Tender::Card)
        return {};
    const Payment &refund = state.payments.back();
    const auto capture = std::find_if(state.payments.begin(), state.payments.end(), [&](const Payment &p) { return p.id == refund.refersTo; });
    if (capture == state.payments.end())
        return {};
    const QString amount = formatMoney(refund.amount, MoneySign::Show);
    if (refund.state == PaymentState::Captured)
        return refund.isByHand() ? QString() : QCoreApplication::translate("LateNews", "%1 went back to the card.").arg(amount);
    if (!refund.isLive())
        return QCoreApplication::translate("LateNews", "%1 could not be given back to the card. Tell a supervisor.").arg(amount);
    return refund.isByHand()
        ? QCoreApplication::translate("LateNews", "The card was charged %1 after all. Give it back on the card machine.").arg(amount)
        : QCoreApplication::translate("LateNews", "The card was charged %1 for a sale that was given up or paid otherwise. It goes back by itself.").arg(amount);
}

} // namespace foyer
