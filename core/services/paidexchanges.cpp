#include "core/services/paidexchanges.h"

namespace foyer {

namespace {

/// Nothing is due for it any more, and no card is being asked.
bool isPaidFor(const CheckoutState &state)
{
    return state.reservation.state == ReservationState::Paying && state.reservation.credit && !state.live() && !state.due().isPositive();
}

/// Nobody has decided anything: it is tried again.
bool isForNow(ErrorCode code)
{
    return code == ErrorCode::DatabaseUnavailable || code == ErrorCode::Internal;
}

/// Whoever planned it was allowed to; that somebody came in with the tickets since is another matter.
Actor plannerOf(const PlannedExchange &plan, const Reservation &cart)
{
    return {plan.by, may(plan.role, Permission::UndoAdmitted) ? Role::Administrator : Role::Cashier, cart.terminal, cart.shift};
}

} // namespace

PaidExchanges::PaidExchanges(ExchangePlans &plans, Checkout &checkout, CardPayments &cards) : m_plans(plans), m_checkout(checkout), m_cards(cards)
{
    m_cards.onSettled([this](const CheckoutState &state, bool isAwaited) { return finish(state, isAwaited); });
}

PaidExchanges::~PaidExchanges()
{
    m_cards.onSettled({});
}

/// Whoever waits at the till for the card decides what becomes of the places when the tickets are gone.
Result<CheckoutState> PaidExchanges::finish(const CheckoutState &state, bool isAwaited)
{
    if (!isPaidFor(state))
        return state;
    const auto plan = m_plans.find(state.reservation.id);
    if (!plan || !*plan)
        return state;
    const Actor actor = plannerOf(**plan, state.reservation);
    const auto made = m_plans.complete(actor, state.reservation.id);
    if (made) {
        for (const Payment &given : made->given)
            (void)m_cards.sendRefunds(given.reservation); // what cannot be read now is sent by the next resume()
        return made->state;
    }
    if (isAwaited || isForNow(made.error().code))
        return state;
    return m_cards.abandon(actor, state.reservation.id);
}

Result<void> PaidExchanges::resume()
{
    const auto paying = m_checkout.paying();
    if (!paying)
        return fail(paying.error());
    for (const ReservationId reservation : *paying) {
        const auto state = m_checkout.find(reservation);
        const auto finished = state ? finish(*state, false) : state;
        if (!finished)
            return fail(finished.error());
    }
    return {};
}

} // namespace foyer
