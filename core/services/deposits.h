// Deposits: money that comes into a wallet by card, from the attempt to its outcome. Database only: the gateway is asked by
// CardDeposits, outside any transaction.
#pragma once

#include "core/domain/wallet.h"
#include "core/services/checkout.h"

namespace foyer {

struct DepositRequest {
    AccountId wallet;
    Money amount;    ///< above zero, in the wallet's currency
    QString key;     ///< made by the caller once per attempt; the same key returns the first answer
    QString gateway; ///< who answers for the card
};

class Deposits
{
public:
    explicit Deposits(Writer &writer) : m_writer(writer) {}

    /// Records the attempt as sent: only then may the gateway or the card machine be touched. The same key brings the attempt that is
    /// there, however it ended. InvalidInput, CurrencyMismatch, KeyReused, NotFound, PermissionDenied.
    Result<CardDeposit> begin(const Actor &actor, const DepositRequest &request);

    /// Records what became of it, once; a capture moves the money into the wallet with it, or into the wallet of whoever the person
    /// became part of meanwhile. A repeated or late answer changes nothing that is settled. `by`: who said it; nobody for a gateway.
    Result<CardDeposit> settle(DepositId deposit, const GatewayOutcome &outcome, StaffId by = {});

    Result<CardDeposit> find(DepositId deposit);
    /// This terminal's without an answer: what a restart has to ask about.
    Result<std::vector<CardDeposit>> unresolved();

private:
    Writer &m_writer;
};

} // namespace foyer
