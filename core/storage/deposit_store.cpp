#include "core/storage/deposit_store.h"

#include "core/storage/customer_store.h"

#include <array>

namespace foyer::deposit_store {

namespace {

#define DEPOSIT "SELECT d.id, d.wallet_id, d.amount, d.currency, d.state, d.key, d.gateway, d.reference, d.message, d.transfer_id, " \
                "coalesce(t.credit_balance, 0), d.created_at, coalesce(d.settled_at, 0) FROM card_deposit d LEFT JOIN transfer t ON t.id = d.transfer_id "

CardDeposit depositFrom(const Row &row)
{
    CardDeposit deposit;
    deposit.id = row.id<DepositId>(0);
    deposit.wallet = row.id<AccountId>(1);
    deposit.amount = row.money(2, 3);
    deposit.state = paymentStateFrom(row.text(4));
    deposit.key = row.text(5);
    deposit.gateway = row.text(6);
    deposit.reference = row.text(7);
    deposit.message = row.text(8);
    deposit.transfer = row.id<TransferId>(9);
    deposit.balance = row.money(10, 3);
    deposit.createdAt = row.instant(11);
    deposit.settledAt = row.instant(12);
    return deposit;
}

std::optional<CardDeposit> first(const Rows &rows)
{
    return rows.empty() ? std::nullopt : std::optional(depositFrom(rows.front()));
}

std::vector<CardDeposit> depositsFrom(const Rows &rows)
{
    std::vector<CardDeposit> out;
    for (const Row &row : rows)
        out.push_back(depositFrom(row));
    return out;
}

} // namespace

std::optional<CardDeposit> get(Database &db, DepositId id)
{
    return first(db.run(DEPOSIT "WHERE d.id = ?", {id}));
}

std::optional<CardDeposit> lock(Database &db, DepositId id)
{
    if (db.isPostgres()) // SQLite has one writer
        db.run("SELECT id FROM card_deposit WHERE id = ? FOR NO KEY UPDATE", {id});
    return get(db, id);
}

std::optional<CardDeposit> byKey(Database &db, const QString &key)
{
    return first(db.run(DEPOSIT "WHERE d.key = ?", {key}));
}

void insert(Database &db, const CardDeposit &deposit, TerminalId terminal, StaffId by)
{
    db.post("INSERT INTO card_deposit (id, wallet_id, amount, currency, state, key, gateway, staff_id, terminal_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {deposit.id, deposit.wallet, deposit.amount.minor(), deposit.amount.currency().code(), stateName(deposit.state), deposit.key, deposit.gateway, by, terminal,
             deposit.createdAt});
}

void settle(Database &db, const CardDeposit &deposit, DrawerShiftId drawer)
{
    db.post("UPDATE card_deposit SET wallet_id = ?, state = ?, reference = ?, message = ?, transfer_id = ?, drawer_shift_id = ?, settled_at = ? WHERE id = ?",
            {deposit.wallet, stateName(deposit.state), deposit.reference, deposit.message, deposit.transfer, drawer,
             deposit.isLive() ? Param(std::nullopt) : Param(deposit.settledAt), deposit.id});
}

std::vector<CardDeposit> unresolved(Database &db, TerminalId terminal)
{
    return depositsFrom(db.run(DEPOSIT "WHERE d.terminal_id = ? AND d.state IN ('sent', 'unknown') ORDER BY d.created_at, d.id", {terminal}));
}

std::vector<CardDeposit> expected(Database &db, CustomerId customer)
{
    return depositsFrom(db.run(DEPOSIT "JOIN account a ON a.id = d.wallet_id JOIN customer c ON c.id = a.owner "
                               "WHERE d.state IN ('sent', 'unknown') AND (c.id = ? OR c.merged_into = ?) ORDER BY d.created_at, d.id", {customer, customer}));
}

#undef DEPOSIT

std::optional<Destination> destination(Database &db, AccountId wallet)
{
    const Rows accounts = db.run("SELECT kind, owner FROM account WHERE id = ? AND kind IN ('wallet', 'gift_card')", {wallet});
    if (accounts.empty())
        return std::nullopt;
    if (accounts.front().text(0) == QLatin1String("gift_card"))
        return Destination{};
    auto owner = accounts.front().id<CustomerId>(1);
    while (true) { // once, unless entries were merged
        customer_store::lock(db, std::array{owner}); // nobody merges or erases meanwhile
        const Rows people = db.run("SELECT coalesce(merged_into, id), erased_at FROM customer WHERE id = ?", {owner});
        if (people.empty())
            return std::nullopt;
        const auto person = people.front().id<CustomerId>(0);
        if (person == owner)
            return Destination{person, !people.front().isNull(1)};
        owner = person;
    }
}

} // namespace foyer::deposit_store
