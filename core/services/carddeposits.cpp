#include "core/services/carddeposits.h"

#include "core/domain/inputtext.h"

namespace foyer {

namespace {

CardErrand depositErrand(const CardDeposit &deposit, const QString &token)
{
    return {deposit.id.uuid(), PaymentKind::Capture, deposit.gatewayKey(), deposit.amount, deposit.gateway, token, {}, {}};
}

} // namespace

CardDeposits::CardDeposits(Deposits &deposits, PaymentGateway &gateway, const Clock &clock, Later later, CardTiming timing)
    : m_deposits(deposits)
    , m_line(gateway, clock, std::move(later), timing,
             {[this](const QUuid &id, const GatewayOutcome &outcome) { return record(DepositId(id), outcome); }, [](const QUuid &) {}})
{
}

void CardDeposits::charge(const Actor &actor, const DepositCharge &charge, std::weak_ptr<const void> owner, Done done)
{
    std::vector<Waiting> waiting{{std::move(owner), std::move(done)}};
    if (const Currency currency = charge.amount.currency(); !m_line.gateway().supports(currency)) {
        answerLater(std::move(waiting), fail(ErrorCode::PaymentFailed, {translate("Input", "cards cannot be charged in %1 here").arg(currency.code())}));
        return;
    }
    const auto deposit = m_deposits.begin(actor, {charge.wallet, charge.amount, charge.key, m_line.gateway().name()});
    if (!deposit || !deposit->isLive()) { // refused, or an earlier attempt with this key is over
        answerLater(std::move(waiting), deposit);
        return;
    }
    if (const auto running = m_waiting.find(deposit->id); running != m_waiting.end()) {
        running->push_back(std::move(waiting.front()));
        return;
    }
    m_waiting.insert(deposit->id, std::move(waiting));
    if (deposit->state == PaymentState::Unknown)
        m_line.pursue(depositErrand(*deposit, charge.token));
    else
        m_line.send(depositErrand(*deposit, charge.token));
    changed(*deposit);
}

void CardDeposits::stopWaiting(DepositId id)
{
    const auto waiting = m_waiting.find(id);
    const auto deposit = m_deposits.find(id);
    if (waiting == m_waiting.end() || !deposit || deposit->isByHand())
        return;
    std::vector<Waiting> gone = std::exchange(*waiting, {});
    m_line.stopWaiting(id.uuid());
    answerLater(std::move(gone), m_deposits.find(id));
}

Result<CardDeposit> CardDeposits::tell(const Actor &actor, DepositId id, const GatewayOutcome &outcome)
{
    const auto deposit = m_deposits.find(id);
    if (!deposit || !deposit->isLive())
        return deposit; // unknown here, or settled before
    if (const auto allowed = require(actor, deposit->state == PaymentState::Unknown ? Permission::SettlePayments : Permission::Sell); !allowed)
        return fail(allowed.error());
    if (m_line.isAnswered(deposit->gateway))
        return fail(ErrorCode::InvalidInput, {translate("Input", "the bank itself answers for this card")});
    GatewayOutcome said = outcome;
    said.reference = said.reference.trimmed();
    if (said.kind == GatewayOutcome::Kind::Captured && said.reference.isEmpty())
        return fail(ErrorCode::InvalidInput, {translate("Input", "the number of the card machine's receipt is missing")});
    const auto settled = m_deposits.settle(id, said, actor.staff);
    if (!settled)
        return settled;
    answerLater(settled->isLive() ? std::exchange(m_waiting[id], {}) : m_waiting.take(id), settled);
    changed(*settled);
    return settled;
}

Result<void> CardDeposits::resume()
{
    const auto unresolved = m_deposits.unresolved();
    if (!unresolved)
        return fail(unresolved.error());
    for (const CardDeposit &deposit : *unresolved) {
        if (m_waiting.contains(deposit.id))
            continue;
        m_waiting.insert(deposit.id, {});
        CardErrand errand = depositErrand(deposit, {});
        errand.sentAt = deposit.createdAt;
        m_line.pursue(std::move(errand));
    }
    return {};
}

bool CardDeposits::record(DepositId id, const GatewayOutcome &outcome)
{
    const auto deposit = m_deposits.settle(id, outcome);
    if (!deposit)
        return false;
    if (!deposit->isLive())
        answerLater(m_waiting.take(id), deposit);
    changed(*deposit);
    return true;
}

void CardDeposits::answerLater(std::vector<Waiting> waiting, const Result<CardDeposit> &answer)
{
    if (waiting.empty())
        return;
    m_line.later(Milliseconds(0), [waiting = std::move(waiting), answer] {
        for (const Waiting &who : waiting)
            if (!who.owner.expired())
                who.done(answer);
    });
}

void CardDeposits::changed(const CardDeposit &deposit)
{
    if (m_listener)
        m_listener(deposit);
}

} // namespace foyer
