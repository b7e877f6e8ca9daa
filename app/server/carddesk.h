// CardDesk: takes a card attempt from its record to its outcome: asks the gateway on a thread of its own, and tells a clerk what
// it said. What has no answer is asked about until there is one, also after a restart.
#pragma once

#include "core/base/later.h"
#include "core/domain/wallet.h"
#include "core/services/clerks.h"
#include "core/services/paymentgateway.h"

#include <QtCore/QObject>
#include <QtCore/QSet>

#include <mutex>
#include <thread>

namespace foyer::server {

class CardDesk
{
public:
    /// Makes the gateway on the desk's thread, which has an event loop.
    using Open = std::function<Result<std::unique_ptr<PaymentGateway>>()>;
    using Done = std::function<void(Result<CheckoutState>)>;
    using Deposited = std::function<void(Result<CardDeposit>)>;

    /// `deadline`: without a reply for so long the outcome is unknown.
    static Result<std::unique_ptr<CardDesk>> start(Clerks &writers, const Open &open, Milliseconds deadline);
    ~CardDesk() { close(); }
    /// Nobody is asked any more, whatever clerks still want of it.
    void close();
    CardDesk(const CardDesk &) = delete;
    CardDesk &operator=(const CardDesk &) = delete;

    const QString &gateway() const { return m_name; }
    bool supports(Currency currency) const { return m_gateway->supports(currency); }

    /// Sends a recorded attempt. `done` is called once, with what became of the sale.
    void charge(const Payment &payment, const QString &token, Done done);
    /// The same for money that goes into a wallet.
    void charge(const CardDeposit &deposit, const QString &token, Deposited done);
    /// Asks about everything of this server that has no final answer yet, and sends refunds that were decided.
    void pursue();

private:
    CardDesk(Clerks &writers, Milliseconds deadline) : m_writers(writers), m_deadline(deadline) {}

    /// What is done with an answer.
    using Settle = std::function<void(const GatewayOutcome &)>;

    void post(std::function<void()> body);
    void send(const QUuid &id, const ChargeRequest &request, Settle settle);
    void settle(PaymentId payment, const GatewayOutcome &outcome, const Done &done);
    void settle(DepositId deposit, const GatewayOutcome &outcome, const Deposited &done);
    void take(const std::vector<Payment> &unresolved);
    void take(const std::vector<CardDeposit> &unresolved);
    void ask(const QUuid &id, const QString &key, Settle settle);
    void sendRefund(const Payment &refund);

    Clerks &m_writers;
    const Milliseconds m_deadline;
    QString m_name;
    std::unique_ptr<PaymentGateway> m_gateway; ///< on the desk's thread
    std::unique_ptr<QObject> m_context;        ///< lives there, too
    QSet<QUuid> m_onTheirWay; ///< asked and not answered yet
    std::mutex m_mutex; ///< guards the way to the thread
    std::function<void()> m_quit; ///< empty: closed
    std::thread m_thread;
};

} // namespace foyer::server
