#include "app/server/carddesk.h"

#include "core/services/boxoffice.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

#include <future>

namespace foyer::server {

Result<std::unique_ptr<CardDesk>> CardDesk::start(Clerks &writers, const Open &open, Milliseconds deadline)
{
    std::unique_ptr<CardDesk> desk(new CardDesk(writers, deadline));
    std::promise<Result<void>> opening;
    auto opened = opening.get_future();
    desk->m_thread = std::thread([desk = desk.get(), &open, opening = std::move(opening)]() mutable {
        QEventLoop loop;
        auto gateway = open();
        if (!gateway)
            return opening.set_value(fail(gateway.error()));
        desk->m_gateway = std::move(*gateway);
        desk->m_name = desk->m_gateway->name();
        desk->m_context = std::make_unique<QObject>();
        desk->m_quit = [&loop, context = desk->m_context.get()] { QMetaObject::invokeMethod(context, [&loop] { loop.quit(); }, Qt::QueuedConnection); };
        opening.set_value({});
        loop.exec();
        desk->m_context.reset();
        desk->m_gateway.reset();
    });
    if (const auto result = opened.get(); !result)
        return fail(result.error());
    return desk;
}

void CardDesk::close()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_quit)
            m_quit();
        m_quit = {};
    }
    if (m_thread.joinable())
        m_thread.join();
}

void CardDesk::post(std::function<void()> body)
{
    const std::lock_guard lock(m_mutex);
    if (!m_quit)
        return;
    QMetaObject::invokeMethod(m_context.get(), std::move(body), Qt::QueuedConnection);
}

void CardDesk::charge(const Payment &payment, const QString &token, Done done)
{
    send(payment.id.uuid(), {payment.key, payment.amount, token}, [this, id = payment.id, done = std::move(done)](const GatewayOutcome &outcome) { settle(id, outcome, done); });
}

void CardDesk::charge(const CardDeposit &deposit, const QString &token, Deposited done)
{
    send(deposit.id.uuid(), {deposit.gatewayKey(), deposit.amount, token},
         [this, id = deposit.id, done = std::move(done)](const GatewayOutcome &outcome) { settle(id, outcome, done); });
}

void CardDesk::send(const QUuid &id, const ChargeRequest &request, Settle settle)
{
    post([this, id, request, settle = std::move(settle)] {
        // The first of reply and deadline counts; asking again finds out what a late reply would have said.
        const auto answered = std::make_shared<bool>(false);
        const auto finish = [this, id, answered, settle](const GatewayOutcome &outcome) {
            if (std::exchange(*answered, true))
                return;
            m_onTheirWay.remove(id);
            settle(outcome);
        };
        m_onTheirWay.insert(id);
        QTimer::singleShot(m_deadline, m_context.get(), [finish] { finish({}); });
        m_gateway->charge(request, finish);
    });
}

void CardDesk::settle(PaymentId payment, const GatewayOutcome &outcome, const Done &done)
{
    m_writers.settle({payment, outcome}, [done](Result<CheckoutState> state) {
        if (done)
            done(std::move(state));
    });
}

void CardDesk::settle(DepositId deposit, const GatewayOutcome &outcome, const Deposited &done)
{
    m_writers.run([deposit, outcome, done](BoxOffice &office) {
        auto settled = office.deposits().settle(deposit, outcome);
        if (done)
            done(std::move(settled));
    });
}

void CardDesk::pursue()
{
    m_writers.run([this](BoxOffice &office) {
        const auto unresolved = office.checkout().unresolved();
        const auto now = office.now();
        if (!unresolved || !now)
            return; // the database is away: next time
        // A young attempt may still be on its way to the gateway, which would say that it never saw it.
        std::vector<Payment> old;
        for (const Payment &payment : *unresolved)
            if (payment.kind == PaymentKind::Refund || payment.createdAt + 2 * m_deadline < *now)
                old.push_back(payment);
        if (!old.empty())
            post([this, old] { take(old); });
        std::vector<CardDeposit> deposits = office.deposits().unresolved().value_or(std::vector<CardDeposit>());
        std::erase_if(deposits, [&](const CardDeposit &deposit) { return deposit.createdAt + 2 * m_deadline >= *now; });
        if (!deposits.empty())
            post([this, deposits] { take(deposits); });
    });
}

void CardDesk::take(const std::vector<Payment> &unresolved)
{
    for (const Payment &payment : unresolved) {
        if (payment.gateway != m_name || m_onTheirWay.contains(payment.id.uuid()))
            continue;
        m_onTheirWay.insert(payment.id.uuid());
        if (payment.kind == PaymentKind::Refund && payment.state == PaymentState::Created) {
            sendRefund(payment);
            continue;
        }
        ask(payment.id.uuid(), payment.key, [this, payment](const GatewayOutcome &outcome) {
            const bool neverArrived = outcome.kind == GatewayOutcome::Kind::Failed && outcome.reference.isEmpty();
            if (neverArrived && payment.kind == PaymentKind::Refund)
                return; // money that is owed: sent again by the next round
            settle(payment.id, outcome, {});
        });
    }
}

void CardDesk::take(const std::vector<CardDeposit> &unresolved)
{
    for (const CardDeposit &deposit : unresolved) {
        if (deposit.gateway != m_name || m_onTheirWay.contains(deposit.id.uuid()))
            continue;
        m_onTheirWay.insert(deposit.id.uuid());
        ask(deposit.id.uuid(), deposit.gatewayKey(), [this, id = deposit.id](const GatewayOutcome &outcome) { settle(id, outcome, {}); });
    }
}

void CardDesk::ask(const QUuid &id, const QString &key, Settle settle)
{
    QTimer::singleShot(m_deadline, m_context.get(), [this, id] { m_onTheirWay.remove(id); }); // no reply is possible, too
    m_gateway->ask(key, [this, id, settle = std::move(settle)](const GatewayOutcome &outcome) {
        m_onTheirWay.remove(id);
        settle(outcome);
    });
}

void CardDesk::sendRefund(const Payment &refund)
{
    m_writers.run([this, refund](BoxOffice &office) {
        const auto state = office.checkout().findByPayment(refund.id);
        QString reference;
        for (const Payment &payment : state ? state->payments : std::vector<Payment>())
            if (payment.id == refund.refersTo)
                reference = payment.reference;
        const bool isSent = state && office.checkout().markSent(refund.id).has_value();
        post([this, refund, reference, isSent] {
            if (!isSent) {
                m_onTheirWay.remove(refund.id.uuid());
                return;
            }
            m_gateway->refund({refund.key, reference, refund.amount}, [this, id = refund.id](const GatewayOutcome &outcome) {
                m_onTheirWay.remove(id.uuid());
                settle(id, outcome, {});
            });
        });
    });
}

} // namespace foyer::server
