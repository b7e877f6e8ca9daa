// Wallets: accounts whose balance is stored, their keys, their refusals and their statements.
#pragma once

#include "core/domain/wallet.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::wallet_store {

struct Row {
    AccountId id;
    bool isGiftCard = false;
    QUuid owner; ///< the customer or the gift card
    Money balance;
    qint64 operations = 0;
};

/// Locked in key order until the end of the unit of work. Unknown ids, and accounts that are no wallets, are left out.
std::vector<Row> lock(Database &db, std::span<const AccountId> wallets);
std::vector<Row> find(Database &db, std::span<const AccountId> wallets);
/// By currency.
std::vector<Row> ofOwner(Database &db, const QUuid &owner);

void addGiftCard(Database &db, GiftCardId id, const QString &code, Instant now);
/// Null when no card has this code.
GiftCardId giftCard(Database &db, const QString &code);
QString giftCardCode(Database &db, GiftCardId id);

/// What was answered under a key before.
struct Earlier {
    QString key;
    AccountId debit;
    AccountId credit;
    Money amount;
    bool isRefused = false;
    TransferId transfer; ///< null when refused
    qint64 debitBalance = 0;  ///< after it; when refused: what was there
    qint64 creditBalance = 0; ///< after it
    Instant at;
};

struct Opened {
    std::vector<Row> wallets;
    std::vector<Earlier> earlier;
};

/// Locks as lock() does, and then looks for what was answered under the keys: whoever sent the same request elsewhere has
/// finished with it by then. One way to the server.
Opened open(Database &db, std::span<const AccountId> wallets, std::span<const QString> keys);
/// Answers to keep: those that were refused.
void addRefusals(Database &db, std::span<const Earlier> refusals);

struct EntryRow {
    WalletEntry entry;
    bool otherIsWallet = false;   ///< the counterparty is a wallet or gift card…
    bool otherIsGiftCard = false;
};

/// Oldest first.
std::vector<EntryRow> statement(Database &db, AccountId wallet, Currency currency);

} // namespace foyer::wallet_store
