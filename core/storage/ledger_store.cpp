#include "core/storage/ledger_store.h"

#include <QtCore/QHash>

#include <algorithm>
#include <array>

namespace foyer::ledger_store {

namespace {

constexpr std::array<std::pair<AccountKind, const char *>, 11> Kinds{{
    {AccountKind::Wallet, "wallet"},
    {AccountKind::GiftCard, "gift_card"},
    {AccountKind::Drawer, "drawer"},
    {AccountKind::CardClearing, "card_clearing"},
    {AccountKind::OrderClearing, "order_clearing"},
    {AccountKind::Revenue, "revenue"},
    {AccountKind::Tax, "tax"},
    {AccountKind::Fee, "fee"},
    {AccountKind::Float, "float"},
    {AccountKind::PaidInOut, "paid_in_out"},
    {AccountKind::CashDifference, "cash_difference"},
}};

QString kindName(AccountKind kind)
{
    const auto found = std::find_if(Kinds.begin(), Kinds.end(), [&](const auto &entry) { return entry.first == kind; });
    return QLatin1String(found->second);
}

/// Fills in the accounts that exist.
void findAccounts(Database &database, std::span<const AccountKey> keys, std::vector<AccountId> &found)
{
    Batch wanted{{"place", ColumnType::Int}, {"kind", ColumnType::Text}, {"owner", ColumnType::Uuid}, {"currency", ColumnType::Text}};
    for (size_t i = 0; i < keys.size(); ++i)
        wanted.add({qint64(i), kindName(keys[i].kind), Param::uuidOrZeros(keys[i].owner), keys[i].currency.code()});
    const Rows rows = database.run(
        "SELECT batch.place, account.id FROM {batch} JOIN account ON account.kind = batch.kind "
        "AND account.owner = batch.owner AND account.currency = batch.currency", wanted);
    for (const Row &row : rows)
        found[size_t(row.number(0))] = row.id<AccountId>(1);
}

void openAccounts(Database &database, IdMaker &ids, std::span<const AccountKey> keys, const std::vector<AccountId> &found)
{
    Batch missing{{"id", ColumnType::Uuid}, {"kind", ColumnType::Text}, {"owner", ColumnType::Uuid}, {"currency", ColumnType::Text}};
    for (size_t i = 0; i < keys.size(); ++i) {
        if (found[i].isNull())
            missing.add({ids.make<AccountId>(), kindName(keys[i].kind), Param::uuidOrZeros(keys[i].owner), keys[i].currency.code()});
    }
    // In key order, so that two who open the same accounts cannot wait for each other.
    database.post(
        "INSERT INTO account (id, kind, owner, currency, balance) "
        "SELECT id, kind, owner, currency, CASE WHEN kind IN ('wallet', 'gift_card') THEN 0 END FROM {batch} "
        "WHERE 1 = 1 ORDER BY kind, owner, currency ON CONFLICT (kind, owner, currency) DO NOTHING", missing);
}

Param numberOf(const StatementLine &line)
{
    return line.number > 0 ? Param(line.number) : Param(std::nullopt);
}

Param balanceOf(const StatementLine &line)
{
    return line.number > 0 ? Param(line.balance) : Param(std::nullopt);
}

Param textOrNull(const QString &text)
{
    return text.isEmpty() ? Param(std::nullopt) : Param(text);
}

} // namespace

std::vector<AccountId> ensureAccounts(Database &database, IdMaker &ids, std::span<const AccountKey> keys)
{
    std::vector<AccountId> found(keys.size());
    findAccounts(database, keys, found);
    if (std::any_of(found.begin(), found.end(), [](AccountId id) { return id.isNull(); })) {
        openAccounts(database, ids, keys, found);
        findAccounts(database, keys, found);
    }
    return found;
}

AccountId ensureAccount(Database &database, IdMaker &ids, const AccountKey &key)
{
    return ensureAccounts(database, ids, std::span(&key, 1)).front();
}

void addTransfers(Database &database, std::span<const Transfer> transfers, Instant at, ChainId chain, qint64 seq)
{
    Batch rows{{"id", ColumnType::Uuid}, {"debit_id", ColumnType::Uuid}, {"credit_id", ColumnType::Uuid},
               {"amount", ColumnType::Int}, {"currency", ColumnType::Text}, {"reservation_id", ColumnType::Uuid},
               {"payment_id", ColumnType::Uuid}, {"at", ColumnType::Int}, {"chain_id", ColumnType::Uuid}, {"seq", ColumnType::Int},
               {"debit_number", ColumnType::Int}, {"debit_balance", ColumnType::Int}, {"credit_number", ColumnType::Int},
               {"credit_balance", ColumnType::Int}, {"key", ColumnType::Text}, {"reference", ColumnType::Text}};
    for (const Transfer &t : transfers) {
        rows.add({t.id, t.debit, t.credit, t.amount.minor(), t.amount.currency().code(), t.reservation, t.payment, at, chain, seq,
                  numberOf(t.debitLine), balanceOf(t.debitLine), numberOf(t.creditLine), balanceOf(t.creditLine), textOrNull(t.key), textOrNull(t.reference)});
    }
    database.post(
        "INSERT INTO transfer (id, debit_id, credit_id, amount, currency, reservation_id, payment_id, at, chain_id, seq, "
        "debit_number, debit_balance, credit_number, credit_balance, key, reference) "
        "SELECT id, debit_id, credit_id, amount, currency, reservation_id, payment_id, at, chain_id, seq, "
        "debit_number, debit_balance, credit_number, credit_balance, key, reference FROM {batch}", rows);
}

Money balance(Database &database, AccountId account, Currency currency)
{
    const Rows rows = database.run(
        "SELECT CAST((SELECT coalesce(sum(amount), 0) FROM transfer WHERE credit_id = ?) "
        "- (SELECT coalesce(sum(amount), 0) FROM transfer WHERE debit_id = ?) AS BIGINT)", {account, account});
    return {rows.front().number(0), currency};
}

} // namespace foyer::ledger_store
