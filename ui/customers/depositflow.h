// DepositFlow: one card deposit from the press of the button to its outcome: which key, who is asked, what it answered.
#pragma once

#include "core/services/permission.h"
#include "ui/backend/backend.h"

#include <optional>

namespace foyer {

/// Each attempt has a key of its own; when nobody knows whether it arrived, only the same attempt with the same key can follow.
class DepositFlow final : public QObject
{
    Q_OBJECT

public:
    explicit DepositFlow(Backend &backend, QObject *parent = nullptr);

    void charge(const Actor &actor, AccountId wallet, Money amount);
    /// A program is being asked, and somebody waits for it here.
    bool isAsking() const { return m_isAsking; }
    /// The attempt goes on in the background.
    void stopWaiting();
    /// What the card machine beside the till showed.
    void tell(const GatewayOutcome &outcome);
    /// Somebody else sits here now: nothing that still answers is shown.
    void forget();

Q_SIGNALS:
    /// Its amount is to be typed into the card machine.
    void machineAsked(const foyer::CardDeposit &deposit);
    void captured(const foyer::CardDeposit &deposit);
    void refused(const foyer::Error &error);
    /// Nobody knows its outcome yet.
    void leftOpen(const foyer::CardDeposit &deposit);

private:
    struct Attempt {
        AccountId wallet;
        Money amount;
        QString key;
    };

    void handle(const Result<CardDeposit> &answer);

    Backend &m_backend;
    Actor m_actor;
    std::optional<Attempt> m_attempt;
    DepositId m_deposit; ///< once it is recorded
    bool m_isAsking = false;
    std::unique_ptr<QObject> m_asked; ///< answers to an earlier attempt find it gone
};

} // namespace foyer
