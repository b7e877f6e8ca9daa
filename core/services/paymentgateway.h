// PaymentGateway: the port to whoever moves card money. Asynchronous; one key is one attempt, however often it is sent.
#pragma once

#include "core/base/money.h"
#include "core/services/checkout.h"

#include <functional>

namespace foyer {

struct ChargeRequest {
    QString key; ///< asking twice with it never charges twice
    Money amount;
    QString token; ///< from the card form or the machine; empty on a counter terminal
};

struct RefundRequest {
    QString key;
    QString captureReference; ///< the gateway's reference of the capture
    Money amount;
};

class PaymentGateway
{
public:
    using Reply = std::function<void(const GatewayOutcome &)>;

    virtual ~PaymentGateway() = default;

    /// Stored with every attempt, so that whoever was sent it is the one to be asked about it.
    virtual QString name() const = 0;

    /// Asked before an attempt is recorded; charging another currency fails.
    virtual bool supports(Currency currency) const = 0;

    /// Each calls `reply` at most once, later and on the caller's thread; never from within the call. No reply at all
    /// is possible: the caller has a deadline of its own.
    virtual void charge(const ChargeRequest &request, Reply reply) = 0;
    virtual void refund(const RefundRequest &request, Reply reply) = 0;
    /// What became of the attempt with this key. Failed with an empty reference: it never arrived.
    virtual void ask(const QString &key, Reply reply) = 0;
};

} // namespace foyer
