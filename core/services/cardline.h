// CardLine: the way to the gateways and back. What was recorded is sent once, waited for, and asked about with the same key until
// there is an answer. It knows nothing of what the money is for: whoever keeps the books writes the answer down.
#pragma once

#include "core/base/clock.h"
#include "core/base/later.h"
#include "core/services/paymentgateway.h"

#include <QtCore/QHash>

#include <memory>

namespace foyer {

/// How long to wait, and how often to ask.
struct CardTiming {
    Milliseconds deadline{60'000}; ///< without a reply for so long the outcome is unknown
    Milliseconds firstPause{2'000}; ///< before asking; doubled after each question
    Milliseconds longestPause{60'000};
};

/// A charge or refund on its way.
struct CardErrand {
    QUuid id;
    PaymentKind kind = PaymentKind::Capture;
    QString key; ///< the gateway knows it by this
    Money amount;
    QString gateway; ///< by its name
    QString token = {};
    QString captureReference = {}; ///< of a refund
    Instant sentAt = {};
};

/// Lives on one thread. The references must outlive it; replies after its end are dropped.
class CardLine
{
public:
    struct Books {
        /// Writes an answer down. False: it could not be written now, and is asked for again.
        std::function<bool(const QUuid &, const GatewayOutcome &)> record;
        /// A refund that was asked about never arrived: it is to be sent again.
        std::function<void(const QUuid &)> resend;
    };

    CardLine(PaymentGateway &gateway, const Clock &clock, Later later, CardTiming timing, Books books);

    /// Takes no charges any more, but is still asked about what it was sent.
    void addEarlier(PaymentGateway &gateway) { m_gateways.push_back(&gateway); }
    /// Who takes the charges.
    const PaymentGateway &gateway() const { return *m_gateways.front(); }
    const CardTiming &timing() const { return m_timing; }

    /// Some program here can answer for it; else only a person does.
    bool isAnswered(const QString &gateway) const { return gatewayNamed(gateway) != nullptr; }

    /// For the first time, or again with the same key. Nothing happens for a card machine that stands alone.
    void send(CardErrand errand);
    /// Was sent by an earlier run of the program: asked about at once.
    void pursue(CardErrand errand);
    /// Nobody waits any more: unknown from now on, unless it is asked about already.
    void stopWaiting(const QUuid &id);
    /// A person has answered.
    void drop(const QUuid &id) { m_errands.remove(id); }

    /// Not before `after`, and not at all once this is gone.
    void later(Milliseconds after, std::function<void()> body);

private:
    struct OnTheWay {
        CardErrand errand;
        Milliseconds pause{0};
        bool isPursued = false; ///< its deadline is over: it is asked about
    };

    PaymentGateway *gatewayNamed(const QString &name) const;
    void handle(const QUuid &id, const GatewayOutcome &outcome);
    void becomeUnknown(const QUuid &id);
    void askAgain(const QUuid &id, Milliseconds pause);
    void ask(const QUuid &id);
    bool isTooEarlyToGiveUp(const OnTheWay &one, const GatewayOutcome &outcome) const;
    PaymentGateway::Reply replyFor(const QUuid &id);

    std::vector<PaymentGateway *> m_gateways; ///< the first takes the charges
    const Clock &m_clock;
    Later m_later;
    CardTiming m_timing;
    Books m_books;
    QHash<QUuid, OnTheWay> m_errands;
    std::shared_ptr<const char> m_alive = std::make_shared<const char>();
};

} // namespace foyer
