// CardPayments: takes a card attempt from its record through the gateway to its outcome, and never loses one: what has no
// answer is asked about until there is one, also after a restart. For a card machine that stands alone nobody is asked
// but the person in front of it: tell().
#pragma once

#include "core/services/cardline.h"
#include "core/services/checkout.h"

namespace foyer {

struct CardCharge {
    ReservationId reservation;
    Money amount;
    QString token; ///< from the card form; empty on a counter terminal
    QString key;   ///< made once per attempt; the same key never charges twice
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
    void addEarlier(PaymentGateway &gateway) { m_line.addEarlier(gateway); }

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

    /// Called with what an outcome left, before anybody hears of it; returns the sale as it is then. `isAwaited`: somebody at the till
    /// waits for this card.
    void onSettled(std::function<Result<CheckoutState>(const CheckoutState &, bool isAwaited)> finish) { m_finish = std::move(finish); }
    /// Called with every change that the gateway brought about, also when nobody waits for it any more.
    void onChange(std::function<void(const CheckoutState &)> listener) { m_listener = std::move(listener); }
    /// Attempts and refunds that still have no final outcome.
    int pending() const { return int(m_attempts.size()); }

private:
    struct Waiting {
        std::weak_ptr<const void> owner;
        Done done;
    };

    /// An attempt or refund without a final outcome.
    struct Attempt {
        Payment payment;
        std::vector<Waiting> waiting;
    };

    Result<Payment> tellable(const Actor &actor, PaymentId id, const GatewayOutcome &outcome);
    bool record(PaymentId id, const GatewayOutcome &outcome);
    Result<CheckoutState> settled(PaymentId id, const CheckoutState &state);
    void giveBack(const CheckoutState &state);
    void sendRefund(PaymentId id);
    void changed(const CheckoutState &state);
    void answerLater(std::vector<Waiting> waiting, const Result<CheckoutState> &answer);

    Checkout &m_checkout;
    CardLine m_line;
    std::function<void(const CheckoutState &)> m_listener;
    std::function<Result<CheckoutState>(const CheckoutState &, bool)> m_finish;
    QHash<PaymentId, Attempt> m_attempts;
};

} // namespace foyer
