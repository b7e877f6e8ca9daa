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

/// A refund's capture is named by the reference that the gateway gave it.
CardErrand errandOf(const Payment &payment, const QString &token, const QString &captureReference = {})
{
    return {payment.id.uuid(), payment.kind, payment.key, payment.amount, payment.gateway, token, captureReference, {}};
}

} // namespace

CardPayments::CardPayments(Checkout &checkout, PaymentGateway &gateway, const Clock &clock, Later later, CardTiming timing)
    : m_checkout(checkout)
    , m_line(gateway, clock, std::move(later), timing,
             {[this](const QUuid &id, const GatewayOutcome &outcome) { return record(PaymentId(id), outcome); }, [this](const QUuid &id) { sendRefund(PaymentId(id)); }})
{
}

CardPayments::~CardPayments() = default;

void CardPayments::charge(const Actor &actor, const CardCharge &charge, std::weak_ptr<const void> owner, Done done)
{
    std::vector<Waiting> waiting{{std::move(owner), std::move(done)}};
    if (const Currency currency = charge.amount.currency(); !m_line.gateway().supports(currency)) {
        answerLater(std::move(waiting), fail(ErrorCode::PaymentFailed, {QCoreApplication::translate("Input", "cards cannot be charged in %1 here").arg(currency.code())}));
        return;
    }
    const auto state = m_checkout.pay(actor, {charge.reservation, Tender::Card, charge.amount, std::nullopt, charge.key, m_line.gateway().name()});
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
    attempt.waiting = std::move(waiting);
    if (payment->state == PaymentState::Unknown)
        m_line.pursue(errandOf(*payment, charge.token));
    else
        m_line.send(errandOf(*payment, charge.token));
}

void CardPayments::stopWaiting(PaymentId payment)
{
    const auto attempt = m_attempts.find(payment);
    if (attempt == m_attempts.end() || attempt->payment.isByHand())
        return;
    std::vector<Waiting> waiting = std::exchange(attempt->waiting, {});
    m_line.stopWaiting(payment.uuid());
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
        m_attempts[payment.id].payment = payment;
        CardErrand errand = errandOf(payment, {});
        errand.sentAt = payment.createdAt;
        m_line.pursue(std::move(errand));
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
    if (m_line.isAnswered(payment->gateway))
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
    m_line.drop(id.uuid());
    if (said.kind != OutcomeKind::Unknown)
        return settled(id, *state);
    answerLater(std::exchange(m_attempts[id].waiting, {}), state);
    changed(*state);
    return state;
}

bool CardPayments::record(PaymentId id, const GatewayOutcome &outcome)
{
    const auto state = m_checkout.settle({id, outcome});
    if (!state)
        return false;
    if (outcome.kind != OutcomeKind::Unknown)
        (void)settled(id, *state); // whoever waits is told
    else
        changed(*state);
    return true;
}

Result<CheckoutState> CardPayments::settled(PaymentId id, const CheckoutState &state)
{
    std::vector<Waiting> waiting = m_attempts.take(id).waiting;
    const auto finished = m_finish ? m_finish(state, !waiting.empty()) : Result<CheckoutState>(state);
    const CheckoutState &now = finished ? *finished : state;
    answerLater(std::move(waiting), now);
    giveBack(now);
    changed(now);
    return now;
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
        m_line.later(m_line.timing().longestPause, [this, id] { sendRefund(id); }); // the database is away
        return;
    }
    m_attempts[id].payment = *refund;
    m_line.send(errandOf(*refund, {}, capture->reference));
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
    m_line.later(Milliseconds(0), [waiting = std::move(waiting), answer] {
        for (const Waiting &who : waiting)
            if (!who.owner.expired())
                who.done(answer);
    });
}

} // namespace foyer
