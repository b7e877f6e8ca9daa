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

/// An exchange that money is taken for before it happens is on record before that.
Result<CheckoutState> planned(Desk &desk, const Actor &actor, ReservationId reservation, const std::optional<ExchangeInHand> &exchange)
{
    if (!exchange)
        return CheckoutState{};
    Actor allowed = actor;
    allowed.approval = exchange->approval;
    return desk.office.exchangePlans().plan(allowed, {exchange->order, exchange->tickets, reservation, {}, exchange->key, {}});
}

/// Where a sale stands, and the exchange that it waits for.
struct Standing {
    CheckoutState state;
    std::optional<PlannedExchange> plan;
};

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
    m_isPlanned = false;
    m_state = {reservation, {}, std::nullopt, m_exchange ? std::optional(m_exchange->worth) : reservation.credit};
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
        m_sale.get(),
        [actor = m_session.actor, request, exchange = m_isPlanned ? std::nullopt : m_exchange](Desk &desk) {
            const auto plan = planned(desk, actor, request.reservation, exchange);
            return plan ? desk.office.checkout().pay(actor, request) : plan;
        },
        [this](const Result<CheckoutState> &answer) { handleAnswer(answer); });
}

void PaymentFlow::sendCard()
{
    const CardCharge charge{m_state.reservation.id, m_attempt->amount, m_attempt->token, m_attempt->key};
    m_isAskingCard = true;
    setBusy(true);
    m_backend.start<Result<CheckoutState>>(
        m_sale.get(),
        [actor = m_session.actor, charge, exchange = m_isPlanned ? std::nullopt : m_exchange](Desk &desk, const std::function<void(Result<CheckoutState>)> &reply) {
            if (const auto plan = planned(desk, actor, charge.reservation, exchange); !plan)
                return reply(plan);
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

void PaymentFlow::completeFree(bool asCredit)
{
    if (m_isBusy || m_isOver)
        return;
    if (m_exchange)
        return sendExchange({}, asCredit);
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
        m_sale.get(),
        [id = m_state.reservation.id](Desk &desk) -> Result<Standing> {
            const auto state = desk.office.checkout().find(id);
            const auto plan = state && state->reservation.credit ? desk.office.exchangePlans().find(id) : Result<std::optional<PlannedExchange>>(std::nullopt);
            if (!state || !plan)
                return fail(state ? plan.error() : state.error());
            return Standing{*state, *plan};
        },
        [this](const Result<Standing> &answer) {
            setBusy(false);
            if (!answer)
                return Q_EMIT refused(answer.error());
            takePlan(answer->plan);
            apply(answer->state);
        });
}

/// What the reservation itself knows counts for more than what was carried here.
void PaymentFlow::takePlan(const std::optional<PlannedExchange> &plan)
{
    m_isPlanned = plan.has_value();
    if (!plan)
        return;
    ExchangeInHand exchange{plan->order, plan->number, plan->tickets, plan->worth, plan->key, plan->levelName};
    exchange.approval = plan->approval;
    if (m_exchange && m_exchange->order == exchange.order) {
        exchange.customer = m_exchange->customer;
        exchange.customerName = m_exchange->customerName;
    }
    m_exchange = exchange;
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
    if (m_isOver && !answer->order)
        return; // it was completed while this answer was on its way
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
    if (m_exchange && !m_state.order && !m_state.credit)
        m_state.credit = m_exchange->worth;
    m_isPlanned = m_isPlanned || state.reservation.credit;
    Q_EMIT changed();
    if (m_state.order && !m_isOver) {
        m_isOver = true;
        Q_EMIT completed(m_state);
    }
    if (m_state.reservation.state == ReservationState::Released && !m_isOver) { // the tickets of an exchange were gone when its money came
        m_isOver = true;
        return Q_EMIT gaveBack(m_state);
    }
    const bool isPaid = m_state.paid().isPositive() && m_state.due().isZero() && !m_state.live();
    if (m_exchange && isPaid && !m_isOver && !m_isBusy && !std::exchange(m_isExchangeTried, true))
        sendExchange({});
}

/// The tickets that are exchanged are the last tender; with `payment` both are taken at once.
void PaymentFlow::sendExchange(std::optional<PayRequest> payment, bool asCredit)
{
    setBusy(true);
    Actor actor = m_session.actor;
    actor.approval = m_exchange->approval;
    m_backend.run(m_sale.get(), [actor, payment = std::move(payment), exchange = *m_exchange, cart = m_state.reservation.id, isPlanned = m_isPlanned,
                                 asCredit](Desk &desk) -> Result<ExchangeMade> {
        AccountId credit;
        if (asCredit) {
            const auto wallet = desk.office.wallets().open(actor, exchange.customer, exchange.worth.currency());
            if (!wallet)
                return fail(wallet.error());
            credit = wallet->id;
        }
        const auto made = isPlanned ? desk.office.exchangePlans().complete(actor, cart, payment, credit)
                                    : desk.office.exchanges().exchange(actor, {exchange.order, exchange.tickets, cart, payment, exchange.key, credit});
        for (const Payment &given : made ? made->given : std::vector<Payment>())
            desk.cards.sendRefunds(given.reservation);
        return made;
    }, [this](const Result<ExchangeMade> &answer) { handleExchange(answer); });
}

/// These places can still be paid in another way.
void PaymentFlow::exchangeIsGone()
{
    m_exchange.reset();
    if (!std::exchange(m_isPlanned, false))
        return;
    m_backend.run(m_sale.get(), [actor = m_session.actor, id = m_state.reservation.id](Desk &desk) { return desk.office.exchangePlans().forget(actor, id); },
                  [this](const Result<CheckoutState> &) { reload(); });
}

void PaymentFlow::handleExchange(const Result<ExchangeMade> &answer)
{
    if (!answer && (answer.error().code == ErrorCode::AlreadyRefunded || answer.error().code == ErrorCode::AlreadyAdmitted) && !m_state.reservation.lines.empty())
        exchangeIsGone();
    if (!answer)
        return handleAnswer(fail(answer.error()));
    CheckoutState state = answer->state;
    state.payments.insert(state.payments.end(), answer->given.begin(), answer->given.end()); // the page says what goes back
    handleAnswer(state);
}

} // namespace foyer
