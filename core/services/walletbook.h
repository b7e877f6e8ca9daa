// WalletBook: moves money in and out of wallets inside one unit of work. Wallets are locked first, all that are needed at
// once and in key order; what happens is decided in memory, in order, and written in one statement. Whoever sells or
// refunds in the same transaction uses it: lock(), move() as often as needed, write() once.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/ledger_store.h"
#include "core/storage/wallet_store.h"

#include <unordered_map>

namespace foyer {

class Work;

class WalletBook
{
public:
    WalletBook(Work &work, StaffId by) : m_work(work), m_by(by) {}

    /// Ids that name no wallet are ignored here, and refused by need().
    void lock(std::span<const AccountId> wallets);
    /// The same, and what was answered before under these keys.
    std::vector<wallet_store::Earlier> lock(std::span<const AccountId> wallets, std::span<const QString> keys);
    /// NotFound for what is no wallet, or was not locked.
    Result<wallet_store::Row> need(AccountId wallet) const;

    struct Move {
        AccountId debit;  ///< a locked wallet, or any account without a floor
        AccountId credit; ///< the same
        Money amount;
        ReservationId reservation = {};
        PaymentId payment = {};
        QString key = {};
        QString reference = {};
    };
    /// Journals it. InvalidInput (to itself, not above zero, too much for one wallet), CurrencyMismatch, InsufficientFunds.
    Result<ledger_store::Transfer> move(const Move &move);

    void write();

private:
    std::vector<AccountId> notYetLocked(std::span<const AccountId> wallets) const;
    void keep(std::vector<wallet_store::Row> locked);
    Result<void> check(const Move &move) const;
    ledger_store::StatementLine enter(AccountId account, qint64 amount);

    Work &m_work;
    StaffId m_by;
    std::unordered_map<AccountId, wallet_store::Row> m_wallets; ///< as they have become
    std::vector<ledger_store::Transfer> m_transfers;
};

/// What paid of these is a wallet or a gift card.
std::vector<AccountId> walletsOf(std::span<const Payment> payments);

/// The customer's wallet in this currency, opened when there is none. In the journal: "wallet.opened".
AccountId walletOf(Work &work, CustomerId customer, Currency currency);

} // namespace foyer
