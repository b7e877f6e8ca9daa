// SandboxGateway: a pretended bank for trying, training and testing. It charges euros only, and can be told to misbehave
// in every way that real ones do.
#pragma once

#include "core/base/later.h"
#include "core/payment/sandboxbooks.h"
#include "core/services/paymentgateway.h"

#include <memory>

namespace foyer {

/// How the bank behaves from now on.
struct SandboxBehaviour {
    /// Charges, does not answer, and for a while does not know when asked.
    struct Late {
        int asks = 0;         ///< so many questions are answered "unknown"
        Milliseconds time{0}; ///< and all of them for so long
    };

    Milliseconds delay{300};   ///< before every answer
    bool loseReply = false;    ///< charges, but the answer never comes
    bool neverArrives = false; ///< neither charges nor answers
    std::optional<Late> lateSuccess = std::nullopt;
};

/// The card token decides: `card_error` is declined, `payment_error` fails, `late_answer` is charged but answers only when it
/// is asked half a minute later, everything else is charged. One key is one
/// attempt: sent again it is answered as before, whatever the rest of the request says.
class SandboxGateway final : public PaymentGateway
{
public:
    /// `booksPath`: a file that survives restarts; empty: memory. FileUnreadable, FileInvalid.
    static Result<std::unique_ptr<SandboxGateway>> open(const QString &booksPath, const Clock &clock, Later later);

    void setBehaviour(const SandboxBehaviour &behaviour) { m_behaviour = behaviour; }
    const SandboxBooks &books() const { return m_books; }

    QString name() const override { return QStringLiteral("sandbox"); }
    bool supports(Currency currency) const override;
    void charge(const ChargeRequest &request, Reply reply) override;
    void refund(const RefundRequest &request, Reply reply) override;
    void ask(const QString &key, Reply reply) override;

private:
    SandboxGateway(SandboxBooks books, const Clock &clock, Later later);
    GatewayOutcome decideCharge(const ChargeRequest &request) const;
    GatewayOutcome decideRefund(const RefundRequest &request) const;
    void arrive(const QString &key, SandboxEntry entry, const std::optional<SandboxBehaviour::Late> &late, const Reply &reply);
    void answer(const GatewayOutcome &outcome, const Reply &reply);

    SandboxBooks m_books;
    const Clock &m_clock;
    Later m_later;
    SandboxBehaviour m_behaviour;
};

} // namespace foyer
