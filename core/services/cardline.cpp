#include "core/services/cardline.h"

#include <algorithm>

namespace foyer {

CardLine::CardLine(PaymentGateway &gateway, const Clock &clock, Later later, CardTiming timing, Books books)
    : m_gateways{&gateway}, m_clock(clock), m_later(std::move(later)), m_timing(timing), m_books(std::move(books))
{
}

PaymentGateway *CardLine::gatewayNamed(const QString &name) const
{
    if (name == QLatin1String(CardMachine))
        return nullptr; // a person has all the time that the customer has
    const auto found = std::find_if(m_gateways.begin(), m_gateways.end(), [&](const PaymentGateway *g) { return g->name() == name; });
    return found == m_gateways.end() ? nullptr : *found;
}

void CardLine::send(CardErrand errand)
{
    PaymentGateway *gateway = gatewayNamed(errand.gateway);
    if (!gateway)
        return;
    const QUuid id = errand.id;
    errand.sentAt = m_clock.now();
    m_errands[id].errand = errand;
    later(m_timing.deadline, [this, id] {
        if (const auto waiting = m_errands.find(id); waiting != m_errands.end() && !waiting->isPursued)
            becomeUnknown(id);
    });
    if (errand.kind == PaymentKind::Capture)
        gateway->charge({errand.key, errand.amount, errand.token}, replyFor(id));
    else
        gateway->refund({errand.key, errand.captureReference, errand.amount}, replyFor(id));
}

void CardLine::pursue(CardErrand errand)
{
    if (!gatewayNamed(errand.gateway))
        return;
    const QUuid id = errand.id;
    m_errands[id].errand = std::move(errand);
    askAgain(id, Milliseconds(0));
}

void CardLine::stopWaiting(const QUuid &id)
{
    if (const auto one = m_errands.find(id); one != m_errands.end() && !one->isPursued)
        becomeUnknown(id);
}

void CardLine::handle(const QUuid &id, const GatewayOutcome &outcome)
{
    using Kind = GatewayOutcome::Kind;
    const auto found = m_errands.find(id);
    if (found == m_errands.end())
        return; // settled before: whatever comes now says the same
    const bool isPursued = found->isPursued;
    if (outcome.kind == Kind::Unknown || isTooEarlyToGiveUp(*found, outcome)) {
        if (!isPursued)
            becomeUnknown(id);
        return;
    }
    const bool neverArrived = outcome.kind == Kind::Failed && outcome.reference.isEmpty() && isPursued;
    if (neverArrived && found->errand.kind == PaymentKind::Refund)
        m_books.resend(id); // money that is owed: sent again until it arrives
    else if (m_books.record(id, outcome))
        m_errands.remove(id);
    else if (!isPursued)
        askAgain(id, m_timing.firstPause); // asking again brings the same answer, and then the database may be there
}

/// A charge may still be on its way when the gateway says that it never saw it: believed once the deadline is over.
bool CardLine::isTooEarlyToGiveUp(const OnTheWay &one, const GatewayOutcome &outcome) const
{
    return one.isPursued && outcome.kind == GatewayOutcome::Kind::Failed && outcome.reference.isEmpty()
        && m_clock.now() < one.errand.sentAt + m_timing.deadline;
}

void CardLine::becomeUnknown(const QUuid &id)
{
    askAgain(id, m_timing.firstPause);
    m_books.record(id, {});
}

void CardLine::askAgain(const QUuid &id, Milliseconds pause)
{
    OnTheWay &one = m_errands[id];
    one.isPursued = true;
    one.pause = m_timing.firstPause;
    later(pause, [this, id] { ask(id); });
}

/// Asks, and asks again after a while if that was not answered: no reply to a question needs no deadline.
void CardLine::ask(const QUuid &id)
{
    const auto one = m_errands.find(id);
    if (one == m_errands.end())
        return;
    one->pause = std::min(one->pause * 2, m_timing.longestPause);
    later(one->pause, [this, id] { ask(id); });
    gatewayNamed(one->errand.gateway)->ask(one->errand.key, replyFor(id));
}

void CardLine::later(Milliseconds after, std::function<void()> body)
{
    m_later(after, [alive = std::weak_ptr(m_alive), body = std::move(body)] {
        if (!alive.expired())
            body();
    });
}

PaymentGateway::Reply CardLine::replyFor(const QUuid &id)
{
    return [this, alive = std::weak_ptr(m_alive), id](const GatewayOutcome &outcome) {
        if (!alive.expired())
            handle(id, outcome);
    };
}

} // namespace foyer
