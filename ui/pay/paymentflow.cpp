#include "ui/pay/paymentflow.h"

#include <QtCore/QUuid>

#include <algorithm>

namespace foyer {
namespace {

/// Whether the attempt may have been recorded although it failed.
bool leavesDoubt(ErrorCode code)
{
    return code == ErrorCode::DatabaseUnavailable || code == ErrorCode::Internal;
}

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

const Payment *byKey(const CheckoutState &state, const QString &key)
{
    const auto found = std::find_if(state.payments.begin(), state.payments.end(), [&](const Payment &p) { return p.key == key; });
    return found == state.payments.end() ? nullptr : &*found;
}

/// The error that a settled attempt amounts to, if it took no money.
std::optional<Error> refusalOf(const Payment *payment)
{
    if (payment && payment->state == PaymentState::Declined)
        return Error{ErrorCode::PaymentDeclined, {payment->message}, {}};
    if (payment && payment->state == PaymentState::Failed)
        return Error{ErrorCode::PaymentFailed, {payment->message}, {}};
    return std::nullopt;
}

} // namespace

PaymentFlow::PaymentFlow(Backend &backend, QObject *parent) : QObject(parent), m_backend(backend), m_sale(std::make_unique<QObject>())
{
    connect(&backend, &Backend::saleChanged, this, [this](const CheckoutState &state) {
        if (m_isShown && state.reservation.id == m_state.reservation.id)
            apply(state);
    });
}

void PaymentFlow::begin(const Reservation &reservation, const Session &session, std::optional<ExchangeInHand> exchange)
{
    forget();
    m_session = session;
    m_exchange = exchange && exchange->worth.currency() == reservation.currency ? std::move(exchange) : std::nullopt;
    m_isExchangeTried = false;
    m_state = {reservation, {}, std::nullopt, m_exchange ? std::optional(m_exchange->worth) : std::nullopt};
    m_isOver = false;
    m_isShown = true;
    reload();
}

void PaymentFlow::forget()
{
    m_sale = std::make_unique<QObject>();
    m_attempt.reset();
    m_isBusy = false;
    m_isAskingCard = false;
    m_isTelling = false;
    m_isShown = false;
    m_isOver = true;
}

bool PaymentFlow::canPay() const
{
    return !m_isBusy && !m_attempt && !m_isOver && !m_state.isWaiting() && m_state.due().isPositive();
}

const Payment *PaymentFlow::questioned() const
{
    const Payment *live = m_isOver ? nullptr : m_state.live();
    return live && live->isByHand() && live->state != PaymentState::Unknown ? live : nullptr;
}

void PaymentFlow::payCash(Money given)
{
    if (!canPay() || !given.isPositive())
        return;
    m_attempt = Attempt{Tender::Cash, std::min(given, m_state.due()), given, QString(), newKey()};
    send();
}

void PaymentFlow::payCard(Money amount, const QString &token)
{
    if (!canPayByCard() || !amount.isPositive())
        return;
    m_attempt = Attempt{Tender::Card, amount, amount, token, newKey()};
    send();
}

void PaymentFlow::payStored(const Wallet &wallet, Money amount)
{
    if (!canPayByCard() || !amount.isPositive())
        return;
    m_attempt = Attempt{wallet.isGiftCard ? Tender::GiftCard : Tender::Wallet, amount, amount, QString(), newKey(), wallet.id};
    send();
}

void PaymentFlow::tryAgain()
{
    if (isUncertain())
        send();
}

void PaymentFlow::send()
{
    if (m_attempt->tender == Tender::Card)
        return sendCard();
    const bool isCash = m_attempt->tender == Tender::Cash;
    const PayRequest request{m_state.reservation.id, m_attempt->tender, m_attempt->amount, isCash ? std::optional(m_attempt->given) : std::nullopt,
                             m_attempt->key, {}, m_attempt->wallet};
    if (m_exchange && request.amount == m_state.due())
        return sendExchange(request);
    setBusy(true);
    m_backend.run(
        m_sale.get(), [actor = m_session.actor, request](Desk &desk) { return desk.office.checkout().pay(actor, request); },
        [this](const Result<CheckoutState> &answer) { handleAnswer(answer); });
}

void PaymentFlow::sendCard()
{
    const CardCharge charge{m_state.reservation.id, m_attempt->amount, m_attempt->token, m_attempt->key};
    m_isAskingCard = true;
    setBusy(true);
    m_backend.start<Result<CheckoutState>>(
        m_sale.get(),
        [actor = m_session.actor, charge](Desk &desk, const std::function<void(Result<CheckoutState>)> &reply) {
            desk.cards.charge(actor, charge, desk.owner, reply);
        },
        [this, key = charge.key](const Result<CheckoutState> &answer) {
            if (m_attempt && m_attempt->key == key) // else somebody has said the outcome already
                handleAnswer(answer);
        });
    watch();
}

/// Shows the attempt as soon as it is recorded; its outcome comes later.
void PaymentFlow::watch()
{
    m_backend.run(
        m_sale.get(), [id = m_state.reservation.id](Desk &desk) { return desk.office.checkout().find(id); },
        [this](const Result<CheckoutState> &answer) {
            if (answer && m_isBusy)
                apply(*answer);
        });
}

void PaymentFlow::tell(PaymentId payment, const GatewayOutcome &outcome)
{
    if (m_isTelling)
        return;
    m_isTelling = true;
    m_backend.run(
        m_sale.get(), [actor = m_session.actor, payment, outcome](Desk &desk) { return desk.cards.tell(actor, payment, outcome); },
        [this, payment](const Result<CheckoutState> &answer) {
            m_isTelling = false;
            if (!answer) {
                Q_EMIT changed();
                return Q_EMIT refused(answer.error());
            }
            m_isBusy = false;
            m_isAskingCard = false;
            m_attempt.reset();
            const auto told = std::find_if(answer->payments.begin(), answer->payments.end(), [&](const Payment &p) { return p.id == payment; });
            const auto refusal = refusalOf(told == answer->payments.end() ? nullptr : &*told);
            apply(*answer);
            if (refusal)
                Q_EMIT refused(*refusal);
        });
}

void PaymentFlow::completeFree()
{
    if (m_isBusy || m_isOver)
        return;
    if (m_exchange)
        return sendExchange({});
    setBusy(true);
    m_backend.run(
        m_sale.get(),
        [actor = m_session.actor, id = m_state.reservation.id](Desk &desk) { return desk.office.checkout().completeFree(actor, id); },
        [this](const Result<CheckoutState> &answer) { handleAnswer(answer); });
}

void PaymentFlow::stopWaiting()
{
    if (!m_isAskingCard)
        return;
    m_backend.run(
        m_sale.get(),
        [id = m_state.reservation.id](Desk &desk) {
            const auto found = desk.office.checkout().find(id);
            if (found && found->live())
                desk.cards.stopWaiting(found->live()->id);
            return desk.office.checkout().find(id);
        },
        [this](const Result<CheckoutState> &answer) {
            if (!answer)
                Q_EMIT refused(answer.error());
        });
}

void PaymentFlow::giveBack()
{
    if (m_isBusy || m_isOver)
        return;
    setBusy(true);
    m_backend.run(
        m_sale.get(), [actor = m_session.actor, id = m_state.reservation.id](Desk &desk) { return desk.cards.abandon(actor, id); },
        [this](const Result<CheckoutState> &answer) {
            m_isBusy = false;
            if (!answer)
                return handleRefusal(answer.error());
            m_state = *answer;
            m_isOver = true;
            m_attempt.reset();
            Q_EMIT changed();
            Q_EMIT gaveBack(m_state);
        });
}

void PaymentFlow::extend()
{
    if (m_isBusy || m_isOver || m_state.reservation.state != ReservationState::Active)
        return;
    setBusy(true);
    m_backend.run(
        m_sale.get(), [actor = m_session.actor, id = m_state.reservation.id](Desk &desk) { return desk.office.inventory().extend(actor, id); },
        [this](const Result<Reservation> &answer) {
            m_isBusy = false;
            if (!answer)
                return handleRefusal(answer.error());
            m_state.reservation = *answer;
            Q_EMIT changed();
        });
}

void PaymentFlow::reload()
{
    setBusy(true);
    m_backend.run(
        m_sale.get(), [id = m_state.reservation.id](Desk &desk) { return desk.office.checkout().find(id); },
        [this](const Result<CheckoutState> &answer) {
            setBusy(false);
            if (answer)
                apply(*answer);
            else
                Q_EMIT refused(answer.error());
        });
}

void PaymentFlow::setBusy(bool busy)
{
    m_isBusy = busy;
    Q_EMIT changed();
}

void PaymentFlow::handleAnswer(const Result<CheckoutState> &answer)
{
    m_isBusy = false;
    m_isAskingCard = false;
    if (!answer)
        return handleRefusal(answer.error());
    const Payment *payment = m_attempt ? byKey(*answer, m_attempt->key) : nullptr;
    const auto refusal = refusalOf(payment);
    m_attempt.reset();
    apply(*answer);
    if (refusal)
        Q_EMIT refused(*refusal);
}

void PaymentFlow::handleRefusal(const Error &error)
{
    const bool inDoubt = m_attempt && leavesDoubt(error.code);
    if (!inDoubt)
        m_attempt.reset();
    Q_EMIT changed();
    Q_EMIT refused(error);
    if (!inDoubt && !leavesDoubt(error.code))
        reload(); // it was refused for something that this screen does not show yet
}

void PaymentFlow::apply(const CheckoutState &state)
{
    m_state = state;
    if (m_exchange && !m_state.order)
        m_state.credit = m_exchange->worth;
    Q_EMIT changed();
    if (m_state.order && !m_isOver) {
        m_isOver = true;
        Q_EMIT completed(m_state);
    }
    const bool isPaid = m_state.paid().isPositive() && m_state.due().isZero() && !m_state.live();
    if (m_exchange && isPaid && !m_isOver && !m_isBusy && !std::exchange(m_isExchangeTried, true))
        sendExchange({});
}

/// The tickets that are exchanged are the last tender; with `payment` both are taken at once.
void PaymentFlow::sendExchange(std::optional<PayRequest> payment)
{
    const ExchangeWish wish{m_exchange->order, m_exchange->tickets, m_state.reservation.id, std::move(payment), m_exchange->key};
    setBusy(true);
    Actor actor = m_session.actor;
    actor.approval = m_exchange->approval;
    m_backend.run(m_sale.get(), [actor, wish](Desk &desk) {
        const auto made = desk.office.exchanges().exchange(actor, wish);
        for (const Payment &given : made ? made->given : std::vector<Payment>())
            desk.cards.sendRefunds(given.reservation);
        return made;
    }, [this](const Result<ExchangeMade> &answer) { handleExchange(answer); });
}

void PaymentFlow::handleExchange(const Result<ExchangeMade> &answer)
{
    if (!answer && (answer.error().code == ErrorCode::AlreadyRefunded || answer.error().code == ErrorCode::AlreadyAdmitted))
        m_exchange.reset(); // these places can still be paid in another way
    if (!answer)
        return handleAnswer(fail(answer.error()));
    CheckoutState state = answer->state;
    state.payments.insert(state.payments.end(), answer->given.begin(), answer->given.end()); // the page says what goes back
    handleAnswer(state);
}

} // namespace foyer
