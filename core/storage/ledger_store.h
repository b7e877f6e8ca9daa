// Accounts and transfers: law 2, money is conserved.
#pragma once

#include "core/base/money.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::ledger_store {

enum class AccountKind { Wallet, GiftCard, Drawer, CardClearing, OrderClearing, Revenue, Tax, Fee, Float, PaidInOut, CashDifference };

/// Names an account. There is one of each kind, owner and currency.
struct AccountKey {
    AccountKind kind = AccountKind::OrderClearing;
    QUuid owner; ///< the event's (revenue, fee) or terminal's (drawer); null: the house's (clearing, tax)
    Currency currency;

    bool operator==(const AccountKey &) const = default;
};

/// The accounts in the order of the keys. Those that are missing are opened.
std::vector<AccountId> ensureAccounts(Database &database, IdMaker &ids, std::span<const AccountKey> keys);
AccountId ensureAccount(Database &database, IdMaker &ids, const AccountKey &key);

/// A transfer on the statement of one side.
struct StatementLine {
    qint64 number = 0;  ///< the how-manieth of the account; 0: its balance is a sum, and there is no statement
    qint64 balance = 0; ///< after it, in minor units
};

struct Transfer {
    TransferId id;
    AccountId debit;
    AccountId credit;
    Money amount; ///< positive, in the currency of both accounts
    ReservationId reservation; ///< null when it belongs to none
    PaymentId payment;         ///< null when it is no payment
    StatementLine debitLine = {};
    StatementLine creditLine = {};
    QString key = {};       ///< empty when nobody may repeat it
    QString reference = {}; ///< the card machine's receipt
};

/// `at`, `chain` and `seq` are the unit of work's.
void addTransfers(Database &database, std::span<const Transfer> transfers, Instant at, ChainId chain, qint64 seq);

/// Credits minus debits.
Money balance(Database &database, AccountId account, Currency currency);

} // namespace foyer::ledger_store
