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
    post([this, payment, token, done = std::move(done)] {
        // The first of reply and deadline counts; asking again finds out what a late reply would have said.
        const auto answered = std::make_shared<bool>(false);
        const auto finish = [this, id = payment.id, answered, done](const GatewayOutcome &outcome) {
            if (std::exchange(*answered, true))
                return;
            m_onTheirWay.erase(id);
            settle(id, outcome, done);
        };
        m_onTheirWay.insert(payment.id);
        QTimer::singleShot(m_deadline, m_context.get(), [finish] { finish({}); });
        m_gateway->charge({payment.key, payment.amount, token}, finish);
    });
}

void CardDesk::settle(PaymentId payment, const GatewayOutcome &outcome, const Done &done)
{
    m_writers.run([payment, outcome, done](BoxOffice &office) {
        auto state = office.checkout().settle(Settlement{payment, outcome});
        if (done)
            done(std::move(state));
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
    });
}

void CardDesk::take(const std::vector<Payment> &unresolved)
{
    for (const Payment &payment : unresolved) {
        if (payment.gateway != m_name || !m_onTheirWay.insert(payment.id).second)
            continue;
        if (payment.kind == PaymentKind::Refund && payment.state == PaymentState::Created)
            sendRefund(payment);
        else
            ask(payment);
    }
}

void CardDesk::ask(const Payment &payment)
{
    QTimer::singleShot(m_deadline, m_context.get(), [this, id = payment.id] { m_onTheirWay.erase(id); }); // no reply is possible, too
    m_gateway->ask(payment.key, [this, payment](const GatewayOutcome &outcome) {
        m_onTheirWay.erase(payment.id);
        const bool neverArrived = outcome.kind == GatewayOutcome::Kind::Failed && outcome.reference.isEmpty();
        if (neverArrived && payment.kind == PaymentKind::Refund)
            return; // money that is owed: sent again by the next round
        settle(payment.id, outcome, {});
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
                m_onTheirWay.erase(refund.id);
                return;
            }
            m_gateway->refund({refund.key, reference, refund.amount}, [this, id = refund.id](const GatewayOutcome &outcome) {
                m_onTheirWay.erase(id);
                settle(id, outcome, {});
            });
        });
    });
}

} // namespace foyer::server
