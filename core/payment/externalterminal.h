// ExternalTerminal: a card machine that stands beside the till and is not connected to it. The cashier types the amount
// into it and says what became of it (CardPayments::tell); nothing is ever answered by itself.
#pragma once

#include "core/services/paymentgateway.h"

namespace foyer {

class ExternalTerminal final : public PaymentGateway
{
public:
    QString name() const override { return QLatin1String(CardMachine); }
    /// Which currencies it takes is between the house and its bank.
    bool supports(Currency) const override { return true; }
    void charge(const ChargeRequest &, Reply) override {}
    void refund(const RefundRequest &, Reply) override {}
    void ask(const QString &, Reply) override {}
};

} // namespace foyer
