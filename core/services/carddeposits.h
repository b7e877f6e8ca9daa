// CardDeposits: takes a card deposit from its record through the gateway to its outcome, and never loses one: what has no answer is
// asked about until there is one, also after a restart. For a card machine that stands alone nobody is asked but the person in
// front of it: tell().
#pragma once

#include "core/services/cardline.h"
#include "core/services/deposits.h"

namespace foyer {

struct DepositCharge {
    AccountId wallet;
    Money amount;
    QString token; ///< from the card form; empty on a counter terminal
    QString key;   ///< made once per attempt; the same key never charges twice
};

/// Lives on the thread of its Deposits. The references must outlive it; replies after its end are dropped.
class CardDeposits
{
public:
    using Done = std::function<void(const Result<CardDeposit> &)>;

    CardDeposits(Deposits &deposits, PaymentGateway &gateway, const Clock &clock, Later later, CardTiming timing = {});

    /// Takes no charges any more, but is still asked about what it was sent when the till was set to it.
    void addEarlier(PaymentGateway &gateway) { m_line.addEarlier(gateway); }

    /// Records the attempt, then charges. `done` is called once, later: with the outcome, with the refusal of Deposits::begin, or
    /// after stopWaiting() with the attempt still unknown; not at all when `owner` is gone by then.
    void charge(const Actor &actor, const DepositCharge &charge, std::weak_ptr<const void> owner, Done done);
    /// Gives control back to whoever waits: it stays unknown and is pursued in the background.
    void stopWaiting(DepositId deposit);

    /// What a person says of an attempt on a card machine that stands alone; the rules of CardPayments::tell().
    Result<CardDeposit> tell(const Actor &actor, DepositId deposit, const GatewayOutcome &outcome);

    /// Takes up what an earlier run of this terminal left without an answer.
    Result<void> resume();

    /// Called with every change, also when nobody waits for it any more.
    void onChange(std::function<void(const CardDeposit &)> listener) { m_listener = std::move(listener); }
    /// Attempts that still have no final outcome.
    int pending() const { return int(m_waiting.size()); }

private:
    struct Waiting {
        std::weak_ptr<const void> owner;
        Done done;
    };

    bool record(DepositId id, const GatewayOutcome &outcome);
    void answerLater(std::vector<Waiting> waiting, const Result<CardDeposit> &answer);
    void changed(const CardDeposit &deposit);

    Deposits &m_deposits;
    CardLine m_line;
    std::function<void(const CardDeposit &)> m_listener;
    QHash<DepositId, std::vector<Waiting>> m_waiting; ///< of every attempt without an outcome
};

} // namespace foyer
