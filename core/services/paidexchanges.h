// PaidExchanges: exchanges whose money is in. They are made as soon as nothing is due any more, whoever waits or not, also after
// a restart; when the tickets are gone by then, the money goes back.
#pragma once

#include "core/services/cardpayments.h"
#include "core/services/exchangeplans.h"

namespace foyer {

class PaidExchanges
{
public:
    /// Listens to `cards` from now on. All of them must outlive it.
    PaidExchanges(ExchangePlans &plans, Checkout &checkout, CardPayments &cards);
    ~PaidExchanges();

    /// Takes up what an earlier run of this terminal left between the money and the exchange.
    Result<void> resume();

private:
    Result<CheckoutState> finish(const CheckoutState &paid, bool isAwaited);

    ExchangePlans &m_plans;
    Checkout &m_checkout;
    CardPayments &m_cards;
};

} // namespace foyer
