// WalletBatch: decides a batch of deposits, withdrawals and transfers inside one unit of work (DESIGN section 4).
#pragma once

#include "core/services/permission.h"
#include "core/services/walletbook.h"
#include "core/storage/shift_store.h"

#include <map>
#include <unordered_map>

namespace foyer {

/// What Wallets remembers between units of work: these accounts never change once they are there.
struct WalletMemory {
    std::map<std::pair<Tender, QString>, AccountId> tenders; ///< by currency: this terminal's drawer, the house's card takings
};

class WalletBatch
{
public:
    WalletBatch(const Actor &actor, std::span<const WalletRequest> requests, const WalletMemory &memory)
        : m_actor(actor), m_requests(requests), m_memory(memory)
    {
    }

    std::vector<Result<WalletReceipt>> run(Work &work);
    /// To be kept only after the unit of work was committed.
    const WalletMemory &learned() const { return m_learned; }

private:
    using Earlier = wallet_store::Earlier;

    void load(Work &work, WalletBook &book);
    Result<WalletBook::Move> plan(const WalletBook &book, const WalletRequest &request) const;
    Result<WalletReceipt> decide(Work &work, WalletBook &book, const WalletRequest &request);
    Result<WalletReceipt> again(const Earlier &earlier, const WalletBook::Move &move, const WalletRequest &request) const;
    AccountId tenderAccount(const WalletRequest &request) const;

    const Actor m_actor;
    const std::span<const WalletRequest> m_requests;
    const WalletMemory &m_memory;
    WalletMemory m_learned;
    std::optional<shift_store::SaleDrawer> m_drawer; ///< the till's open shift, held, when cash is about to move
    std::unordered_map<QString, Earlier> m_answered; ///< by key, in the database and in this batch
    std::vector<Earlier> m_refusals;
};

} // namespace foyer
