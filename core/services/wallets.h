// Wallets: money that the house keeps for a person, or for whoever holds a gift card. No commission is taken, nothing goes
// below zero, and every movement is a transfer of the ledger.
#pragma once

#include "core/domain/giftcardcode.h"
#include "core/domain/wallet.h"
#include "core/services/permission.h"

#include <memory>
#include <span>

namespace foyer {

class Writer;
struct WalletMemory;

class Wallets
{
public:
    static constexpr int MaxKeyLength = 200;

    explicit Wallets(Writer &writer);
    ~Wallets();

    /// The customer's wallet in this currency; the one that is there already, if there is. NotFound.
    Result<Wallet> open(const Actor &actor, CustomerId customer, Currency currency);
    /// An empty gift card with a new code.
    Result<Wallet> issueGiftCard(const Actor &actor, Currency currency);

    Result<Wallet> get(AccountId wallet);
    /// One for each currency.
    Result<std::vector<Wallet>> ofCustomer(CustomerId customer);
    /// InvalidInput for what is no code, NotFound.
    Result<Wallet> byCode(const QString &code);

    /// Deposits, withdrawals and transfers, decided in the order in which they stand, and written together. A request that
    /// was sent before (same key) gets the answer it got then, be it that there was not enough. InvalidInput (to itself, zero,
    /// below zero, no receipt of the card machine), CurrencyMismatch, InsufficientFunds, KeyReused, NotFound, PermissionDenied.
    std::vector<Result<WalletReceipt>> move(const Actor &actor, std::span<const WalletRequest> requests);
    Result<WalletReceipt> move(const Actor &actor, const WalletRequest &request);

    Result<WalletStatement> statement(AccountId wallet);

private:
    Writer &m_writer;
    std::unique_ptr<WalletMemory> m_memory;
};

/// One line per operation, with a heading: for spreadsheets.
QByteArray statementCsv(const WalletStatement &statement);

} // namespace foyer
