// CardPayments: takes a card attempt from its record through the gateway to its outcome, and never loses one: what has no
// answer is asked about until there is one, also after a restart. For a card machine that stands alone nobody is asked
// but the person in front of it: tell().
#pragma once

#include "core/base/later.h"
#include "core/services/checkout.h"
#include "core/services/paymentgateway.h"

#include <QtCore/QHash>

#include <memory>

namespace foyer {

struct CardCharge {
    ReservationId reservation;
    Money amount;
    QString token; ///< from the card form; empty on a counter terminal
    QString key;   ///< made once per attempt; the same key never charges twice
};

/// How long to wait, and how often to ask.
struct CardTiming {
    Milliseconds deadline{60'000}; ///< without a reply for so long the outcome is unknown
    Milliseconds firstPause{2'000}; ///< before asking; doubled after each question
    Milliseconds longestPause{60'000};
};

/// Lives on the thread of its Checkout. The references must outlive it; replies after its end are dropped.
class CardPayments
{
public:
    using Done = std::function<void(const Result<CheckoutState> &)>;

    /// `gateway` takes the charges.
    CardPayments(Checkout &checkout, PaymentGateway &gateway, const Clock &clock, Later later, CardTiming timing = {});
    ~CardPayments();

    /// Takes no charges any more, but is still asked about what it was sent when the till was set to it.
    void addEarlier(PaymentGateway &gateway) { m_gateways.push_back(&gateway); }

    /// Records the attempt, then charges. `done` is called once, later: with the outcome, with the refusal of
    /// Checkout::pay, or after stopWaiting() with the attempt still unknown; not at all when `owner` is gone by then.
    void charge(const Actor &actor, const CardCharge &charge, std::weak_ptr<const void> owner, Done done);
    /// Gives control back to whoever waits for this payment: it stays unknown and is pursued in the background. On a card
    /// machine that stands alone only tell() does.
    void stopWaiting(PaymentId payment);

    /// What a person says of an attempt or refund on a card machine that stands alone. Captured wants the number of its
    /// receipt as reference. Unknown leaves it to a supervisor: from then on SettlePayments is needed. A refund is captured
    /// or stays open: what is owed is never written off here. PermissionDenied, InvalidInput, NotFound.
    Result<CheckoutState> tell(const Actor &actor, PaymentId payment, const GatewayOutcome &outcome);

    /// Takes up what an earlier run of this terminal left without an answer.
    Result<void> resume();

    /// Checkout::abandon, then gives back what the card paid, in the background.
    Result<CheckoutState> abandon(const Actor &actor, ReservationId reservation);

    /// Refunds of a sale that were decided elsewhere go to their cards, in the background. Harmless when there are none.
    Result<CheckoutState> sendRefunds(ReservationId reservation);

    /// Called with every change that the gateway brought about, also when nobody waits for it any more.
    void onChange(std::function<void(const CheckoutState &)> listener) { m_listener = std::move(listener); }
    /// Attempts and refunds that still have no final outcome.
    int pending() const { return int(m_attempts.size()); }

private:
    struct Waiting {
        std::weak_ptr<const void> owner;
        Done done;
    };

    /// A charge or refund on its way.
    struct Attempt {
        Payment payment;
        QString token;
        QString captureReference; ///< of a refund
        Instant sentAt;
        Milliseconds pause{0};
        bool isPursued = false; ///< its deadline is over: it is asked about
        std::vector<Waiting> waiting;
    };

    /// nullptr: nobody here can answer for it but a person.
    PaymentGateway *gatewayOf(const Payment &payment) const;
    Result<Payment> tellable(const Actor &actor, PaymentId id, const GatewayOutcome &outcome);
    void send(PaymentId id);
    void handle(PaymentId id, const GatewayOutcome &outcome);
    void becomeUnknown(PaymentId id);
    void pursue(PaymentId id, Milliseconds pause);
    void ask(PaymentId id);
    void finish(PaymentId id, const CheckoutState &state);
    bool isTooEarlyToGiveUp(const Attempt &attempt, const GatewayOutcome &outcome) const;
    void giveBack(const CheckoutState &state);
    void sendRefund(PaymentId id);
    void changed(const CheckoutState &state);
    void answerLater(std::vector<Waiting> waiting, const Result<CheckoutState> &answer);
    void later(Milliseconds after, std::function<void()> body);
    PaymentGateway::Reply replyFor(PaymentId id);

    Checkout &m_checkout;
    std::vector<PaymentGateway *> m_gateways; ///< the first takes the charges
    const Clock &m_clock;
    Later m_later;
    CardTiming m_timing;
    std::function<void(const CheckoutState &)> m_listener;
    QHash<PaymentId, Attempt> m_attempts;
    std::shared_ptr<const char> m_alive = std::make_shared<const char>();
};

} // namespace foyer
