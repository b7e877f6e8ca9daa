#include "ui/customers/depositflow.h"

#include <QtCore/QUuid>

namespace foyer {

DepositFlow::DepositFlow(Backend &backend, QObject *parent) : QObject(parent), m_backend(backend), m_asked(std::make_unique<QObject>())
{
    connect(&backend, &Backend::depositChanged, this, [this](const CardDeposit &deposit) {
        if (!m_attempt || deposit.key != m_attempt->key || !m_deposit.isNull())
            return;
        m_deposit = deposit.id;
        if (!deposit.isByHand() || deposit.state != PaymentState::Sent)
            return;
        m_isAsking = false;
        Q_EMIT machineAsked(deposit);
    });
}

void DepositFlow::charge(const Actor &actor, AccountId wallet, Money amount)
{
    const bool isSame = m_attempt && m_attempt->wallet == wallet && m_attempt->amount == amount;
    if (!isSame)
        m_attempt = Attempt{wallet, amount, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    m_asked = std::make_unique<QObject>();
    m_actor = actor;
    m_deposit = {};
    m_isAsking = true;
    const DepositCharge charge{wallet, amount, {}, m_attempt->key};
    m_backend.start<Result<CardDeposit>>(m_asked.get(), [actor, charge](Desk &desk, const std::function<void(Result<CardDeposit>)> &reply) {
        desk.deposits.charge(actor, charge, desk.owner, reply);
    }, [this](const Result<CardDeposit> &answer) { handle(answer); });
}

void DepositFlow::handle(const Result<CardDeposit> &answer)
{
    m_isAsking = false;
    const bool inDoubt = !answer && (answer.error().code == ErrorCode::DatabaseUnavailable || answer.error().code == ErrorCode::Internal);
    if (inDoubt)
        return Q_EMIT refused(answer.error()); // the next press sends the same attempt
    m_attempt.reset();
    if (!answer)
        return Q_EMIT refused(answer.error());
    switch (answer->state) {
    case PaymentState::Captured:
        return Q_EMIT captured(*answer);
    case PaymentState::Declined:
        return Q_EMIT refused({ErrorCode::PaymentDeclined, {answer->message}, {}});
    case PaymentState::Failed:
        return Q_EMIT refused({ErrorCode::PaymentFailed, {answer->message}, {}});
    case PaymentState::Created:
    case PaymentState::Sent:
    case PaymentState::Unknown:
        return Q_EMIT leftOpen(*answer);
    }
}

void DepositFlow::stopWaiting()
{
    if (!m_isAsking || m_deposit.isNull())
        return;
    m_backend.run(m_asked.get(), [id = m_deposit](Desk &desk) {
        desk.deposits.stopWaiting(id);
        return desk.office.deposits().find(id);
    }, [this](const Result<CardDeposit> &answer) {
        if (!answer)
            Q_EMIT refused(answer.error());
    });
}

void DepositFlow::tell(const GatewayOutcome &outcome)
{
    m_backend.run(m_asked.get(), [actor = m_actor, id = m_deposit, outcome](Desk &desk) { return desk.deposits.tell(actor, id, outcome); },
                  [this](const Result<CardDeposit> &answer) {
        if (!answer)
            handle(answer); // else whoever waits for the attempt is answered
    });
}

void DepositFlow::forget()
{
    m_asked = std::make_unique<QObject>();
    m_attempt.reset();
    m_deposit = {};
    m_isAsking = false;
}

} // namespace foyer
