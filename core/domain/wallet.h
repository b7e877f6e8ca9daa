// The wallet as values: what is on it, what is asked of it, what its statement says. A gift card is a wallet with a code
// and no person.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/domain/sale.h"

#include <vector>

namespace foyer {

struct Wallet {
    AccountId id;
    bool isGiftCard = false;
    CustomerId customer; ///< null for a gift card
    QString code;        ///< of a gift card, grouped; empty for a person's wallet
    Money balance;       ///< never below zero
    qint64 operations = 0;
};

struct WalletRequest {
    enum class Kind { Deposit, Withdraw, Transfer };
    Kind kind = Kind::Deposit;
    AccountId wallet;             ///< what is paid in to, or taken from
    AccountId to = {};            ///< of a transfer: who gets it
    Tender tender = Tender::Cash; ///< of a deposit or withdrawal: cash or card
    Money amount;                 ///< above zero, in the wallet's currency
    QString key;                  ///< made by the caller once per request; the same key returns the first answer
    QString reference = {};       ///< the card machine's receipt
};

/// What a request did; the same for the same key, however often it is sent.
struct WalletReceipt {
    TransferId transfer;
    Money amount;
    Money balance; ///< of the wallet that was asked, right after it
    Instant at;
};

/// One attempt to bring money into a wallet by card: the payment machine without a sale.
struct CardDeposit {
    DepositId id;
    AccountId wallet;
    Money amount;
    PaymentState state = PaymentState::Sent; ///< never Created
    QString key;       ///< of whoever asked
    QString gateway;   ///< who answers for it
    QString reference; ///< the gateway's own, or the card machine's receipt
    QString message;
    TransferId transfer; ///< once captured
    Money balance;       ///< of the wallet, right after that
    Instant createdAt;
    Instant settledAt;

    bool isLive() const { return state == PaymentState::Sent || state == PaymentState::Unknown; }
    /// No program knows its outcome: a person at the card machine says it.
    bool isByHand() const { return gateway == QLatin1String(CardMachine); }
    /// The gateway knows the attempt by it, and the ledger its transfer.
    QString gatewayKey() const { return QStringLiteral("deposit-") + id.toString(); }
    WalletReceipt receipt() const { return {transfer, amount, balance, settledAt}; }
};

enum class WalletEntryKind { Deposit, Withdrawal, TransferIn, TransferOut, Payment, Refund };

/// One line of a statement.
struct WalletEntry {
    qint64 number = 0; ///< 1, 2, 3… without a gap
    Instant at;
    WalletEntryKind kind = WalletEntryKind::Deposit;
    Money amount;         ///< below zero when it went out
    Money balance;        ///< after it
    QString counterparty; ///< the other wallet's person or the order's number; may be empty
    Tender tender = Tender::Cash; ///< of a deposit or withdrawal
    QString reference;    ///< the card machine's receipt
};

struct WalletStatement {
    Wallet wallet;
    QString owner; ///< the person's name, or the gift card's code
    std::vector<WalletEntry> entries; ///< oldest first
};

QString entryKindName(WalletEntryKind kind); ///< "transfer_in": for files and interfaces

} // namespace foyer
