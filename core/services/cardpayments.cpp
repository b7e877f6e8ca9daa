#include "core/services/cardpayments.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace foyer {

namespace {

using OutcomeKind = GatewayOutcome::Kind;

const Payment *paymentOf(const CheckoutState &state, PaymentId id)
{
    const auto found = std::find_if(state.payments.begin(), state.payments.end(), [&](const Payment &p) { return p.id == id; });
    return found == state.payments.end() ? nullptr : &*found;
}

const Payment *paymentOf(const CheckoutState &state, const QString &key)
{
    const auto found = std::find_if(state.payments.begin(), state.payments.end(), [&](const Payment &p) { return p.key == key; });
    return found == state.payments.end() ? nullptr : &*found;
}

} // namespace

CardPayments::CardPayments(Checkout &checkout, PaymentGateway &gateway, const Clock &clock, Later later, CardTiming timing)
    : m_checkout(checkout), m_gateways{&gateway}, m_clock(clock), m_later(std::move(later)), m_timing(timing)
{
}

CardPayments::~CardPayments() = default;

void CardPayments::charge(const Actor &actor, const CardCharge &charge, std::weak_ptr<const void> owner, Done done)
{
    std::vector<Waiting> waiting{{std::move(owner), std::move(done)}};
    if (const Currency currency = charge.amount.currency(); !m_gateways.front()->supports(currency)) {
        answerLater(std::move(waiting), fail(ErrorCode::PaymentFailed, {QCoreApplication::translate("Input", "cards cannot be charged in %1 here").arg(currency.code())}));
        return;
    }
    const auto state = m_checkout.pay(actor, {charge.reservation, Tender::Card, charge.amount, std::nullopt, charge.key, m_gateways.front()->name()});
    const Payment *payment = state ? paymentOf(*state, charge.key) : nullptr;
    if (!payment || !payment->isLive()) { // refused, or an earlier attempt with this key is over
        answerLater(std::move(waiting), state);
        return;
    }
    if (const auto running = m_attempts.find(payment->id); running != m_attempts.end()) {
        running->waiting.push_back(std::move(waiting.front()));
        return;
    }
    Attempt &attempt = m_attempts[payment->id];
    attempt.payment = *payment;
    attempt.token = charge.token;
    attempt.waiting = std::move(waiting);
    if (payment->state == PaymentState::Unknown)
        pursue(payment->id, Milliseconds(0));
    else
        send(payment->id);
}

void CardPayments::stopWaiting(PaymentId payment)
{
    const auto attempt = m_attempts.find(payment);
    if (attempt == m_attempts.end() || attempt->payment.isByHand())
        return;
    std::vector<Waiting> waiting = std::exchange(attempt->waiting, {});
    if (!attempt->isPursued)
        becomeUnknown(payment);
    answerLater(std::move(waiting), m_checkout.findByPayment(payment));
}

Result<void> CardPayments::resume()
{
    const auto unresolved = m_checkout.unresolved();
    if (!unresolved)
        return fail(unresolved.error());
    for (const Payment &payment : *unresolved) {
        if (m_attempts.contains(payment.id))
            continue;
        if (payment.kind == PaymentKind::Refund && payment.state == PaymentState::Created) {
            sendRefund(payment.id);
            continue;
        }
        Attempt &attempt = m_attempts[payment.id];
        attempt.payment = payment;
        attempt.sentAt = payment.createdAt;
        pursue(payment.id, Milliseconds(0));
    }
    return {};
}

Result<CheckoutState> CardPayments::abandon(const Actor &actor, ReservationId reservation)
{
    const auto state = m_checkout.abandon(actor, reservation);
    if (state)
        giveBack(*state);
    return state;
}

Result<CheckoutState> CardPayments::sendRefunds(ReservationId reservation)
{
    const auto state = m_checkout.find(reservation);
    if (state)
        giveBack(*state);
    return state;
}

Result<Payment> CardPayments::tellable(const Actor &actor, PaymentId id, const GatewayOutcome &outcome)
{
    const auto invalid = [](const QString &what) { return fail(ErrorCode::InvalidInput, {what}); };
    const auto state = m_checkout.findByPayment(id);
    if (!state)
        return fail(state.error());
    const Payment *payment = paymentOf(*state, id);
    if (!payment->isLive())
        return *payment; // settled before: Checkout leaves it as it is
    if (const auto allowed = require(actor, payment->state == PaymentState::Unknown ? Permission::SettlePayments : Permission::Sell); !allowed)
        return fail(allowed.error());
    if (!payment->isByHand() && gatewayOf(*payment))
        return invalid(QCoreApplication::translate("Input", "the bank itself answers for this card"));
    if (outcome.kind == OutcomeKind::Captured && outcome.reference.trimmed().isEmpty())
        return invalid(QCoreApplication::translate("Input", "the number of the card machine's receipt is missing"));
    if (payment->kind == PaymentKind::Refund && outcome.kind != OutcomeKind::Captured)
        return invalid(QCoreApplication::translate("Input", "what is owed to a card stays open until it was given back"));
    return *payment;
}

Result<CheckoutState> CardPayments::tell(const Actor &actor, PaymentId id, const GatewayOutcome &outcome)
{
    const auto payment = tellable(actor, id, outcome);
    if (!payment)
        return fail(payment.error());
    GatewayOutcome said = outcome;
    said.reference = said.reference.trimmed();
    const auto state = m_checkout.settle({id, said}, actor.staff);
    if (!state)
        return state;
    if (said.kind == OutcomeKind::Unknown)
        answerLater(std::exchange(m_attempts[id].waiting, {}), state);
    else
        answerLater(m_attempts.take(id).waiting, state);
    giveBack(*state);
    changed(*state);
    return state;
}

PaymentGateway *CardPayments::gatewayOf(const Payment &payment) const
{
    const auto found = std::find_if(m_gateways.begin(), m_gateways.end(), [&](const PaymentGateway *g) { return g->name() == payment.gateway; });
    return found == m_gateways.end() ? nullptr : *found;
}

/// To the gateway, for the first time or again with the same key.
void CardPayments::send(PaymentId id)
{
    Attempt &attempt = m_attempts[id];
    attempt.sentAt = m_clock.now();
    const Payment &payment = attempt.payment;
    PaymentGateway *gateway = gatewayOf(payment);
    if (!gateway || payment.isByHand())
        return; // a person has all the time that the customer has
    later(m_timing.deadline, [this, id] {
        if (const auto waiting = m_attempts.find(id); waiting != m_attempts.end() && !waiting->isPursued)
            becomeUnknown(id);
    });
    if (payment.kind == PaymentKind::Capture)
        gateway->charge({payment.key, payment.amount, attempt.token}, replyFor(id));
    else
        gateway->refund({payment.key, attempt.captureReference, payment.amount}, replyFor(id));
}

void CardPayments::handle(PaymentId id, const GatewayOutcome &outcome)
{
    const auto attempt = m_attempts.find(id);
    if (attempt == m_attempts.end())
        return; // settled before: whatever comes now says the same
    if (outcome.kind == OutcomeKind::Unknown || isTooEarlyToGiveUp(*attempt, outcome)) {
        if (!attempt->isPursued)
            becomeUnknown(id);
        return;
    }
    const bool neverArrived = outcome.kind == OutcomeKind::Failed && outcome.reference.isEmpty() && attempt->isPursued;
    if (neverArrived && attempt->payment.kind == PaymentKind::Refund) {
        sendRefund(id); // money that is owed: sent again until it arrives
        return;
    }
    if (const auto state = m_checkout.settle({id, outcome}))
        finish(id, *state);
    else if (!attempt->isPursued)
        pursue(id, m_timing.firstPause); // asking again brings the same answer, and then the database may be there
}

/// A charge may still be on its way when the gateway says that it never saw it: believed once the deadline is over.
bool CardPayments::isTooEarlyToGiveUp(const Attempt &attempt, const GatewayOutcome &outcome) const
{
    return attempt.isPursued && outcome.kind == OutcomeKind::Failed && outcome.reference.isEmpty() && m_clock.now() < attempt.sentAt + m_timing.deadline;
}

void CardPayments::becomeUnknown(PaymentId id)
{
    pursue(id, m_timing.firstPause);
    if (const auto state = m_checkout.settle({id, {}}))
        changed(*state);
}

void CardPayments::pursue(PaymentId id, Milliseconds pause)
{
    Attempt &attempt = m_attempts[id];
    attempt.isPursued = true;
    attempt.pause = m_timing.firstPause;
    later(pause, [this, id] { ask(id); });
}

/// Asks, and asks again after a while if that was not answered: no reply to a question needs no deadline.
void CardPayments::ask(PaymentId id)
{
    const auto attempt = m_attempts.find(id);
    PaymentGateway *gateway = attempt == m_attempts.end() ? nullptr : gatewayOf(attempt->payment);
    if (!gateway || attempt->payment.isByHand())
        return;
    attempt->pause = std::min(attempt->pause * 2, m_timing.longestPause);
    later(attempt->pause, [this, id] { ask(id); });
    gateway->ask(attempt->payment.key, replyFor(id));
}

void CardPayments::finish(PaymentId id, const CheckoutState &state)
{
    answerLater(m_attempts.take(id).waiting, state);
    giveBack(state);
    changed(state);
}

/// Sends the refunds that nobody has sent yet.
void CardPayments::giveBack(const CheckoutState &state)
{
    for (const Payment &payment : state.payments)
        if (payment.kind == PaymentKind::Refund && payment.state == PaymentState::Created && !m_attempts.contains(payment.id))
            sendRefund(payment.id);
}

void CardPayments::sendRefund(PaymentId id)
{
    m_attempts[id].payment.id = id;
    const auto state = m_checkout.findByPayment(id);
    const Payment *refund = state ? paymentOf(*state, id) : nullptr;
    const Payment *capture = refund ? paymentOf(*state, refund->refersTo) : nullptr;
    if (!capture || !m_checkout.markSent(id)) {
        later(m_timing.longestPause, [this, id] { sendRefund(id); }); // the database is away
        return;
    }
    Attempt &attempt = m_attempts[id];
    attempt.payment = *refund;
    attempt.captureReference = capture->reference;
    send(id);
}

void CardPayments::changed(const CheckoutState &state)
{
    if (m_listener)
        m_listener(state);
}

void CardPayments::answerLater(std::vector<Waiting> waiting, const Result<CheckoutState> &answer)
{
    if (waiting.empty())
        return;
    later(Milliseconds(0), [waiting = std::move(waiting), answer] {
        for (const Waiting &who : waiting)
            if (!who.owner.expired())
                who.done(answer);
    });
}

void CardPayments::later(Milliseconds after, std::function<void()> body)
{
    m_later(after, [alive = std::weak_ptr(m_alive), body = std::move(body)] {
        if (!alive.expired())
            body();
    });
}

PaymentGateway::Reply CardPayments::replyFor(PaymentId id)
{
    return [this, alive = std::weak_ptr(m_alive), id](const GatewayOutcome &outcome) {
        if (!alive.expired())
            handle(id, outcome);
    };
}

} // namespace foyer
