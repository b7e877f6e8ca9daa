#include "core/storage/wallet_store.h"

namespace foyer::wallet_store {

namespace {

/// id, kind, owner, currency, balance, operations
Row walletFrom(const foyer::Row &row)
{
    return {row.id<AccountId>(0), row.text(1) == QLatin1String("gift_card"), row.uuid(2), row.money(4, 3), row.number(5)};
}

std::vector<Row> walletsFrom(const Rows &rows)
{
    std::vector<Row> out;
    out.reserve(rows.size());
    for (const foyer::Row &row : rows)
        out.push_back(walletFrom(row));
    return out;
}

Batch accountBatch(std::span<const AccountId> wallets)
{
    Batch batch{{"a", ColumnType::Uuid}};
    for (const AccountId id : wallets)
        batch.add({id});
    return batch;
}

WalletEntryKind entryKind(const QString &counterparty, bool isOut, bool isWallet)
{
    if (isWallet)
        return isOut ? WalletEntryKind::TransferOut : WalletEntryKind::TransferIn;
    if (counterparty == QLatin1String("order_clearing"))
        return isOut ? WalletEntryKind::Payment : WalletEntryKind::Refund;
    return isOut ? WalletEntryKind::Withdrawal : WalletEntryKind::Deposit;
}

} // namespace

std::vector<Row> lock(Database &db, std::span<const AccountId> wallets)
{
    const Batch batch = accountBatch(wallets);
    return walletsFrom(db.isPostgres()
        ? db.run("SELECT id, kind, owner, currency, balance, operations FROM foyer_lock_wallets((SELECT array_agg(a) FROM {batch}))", batch)
        : db.run("SELECT id, kind, owner, currency, balance, operations FROM {batch} JOIN account ON id = batch.a WHERE balance IS NOT NULL", batch));
}

std::vector<Row> find(Database &db, std::span<const AccountId> wallets)
{
    return walletsFrom(db.run("SELECT id, kind, owner, currency, balance, operations FROM {batch} JOIN account ON id = batch.a "
                              "WHERE balance IS NOT NULL", accountBatch(wallets)));
}

std::vector<Row> ofOwner(Database &db, const QUuid &owner)
{
    return walletsFrom(db.run("SELECT id, kind, owner, currency, balance, operations FROM account WHERE owner = ? AND balance IS NOT NULL "
                              "ORDER BY currency", {owner}));
}

void addGiftCard(Database &db, GiftCardId id, const QString &code, Instant now)
{
    db.post("INSERT INTO gift_card (id, code, created_at) VALUES (?, ?, ?)", {id, code, now});
}

GiftCardId giftCard(Database &db, const QString &code)
{
    const Rows rows = db.run("SELECT id FROM gift_card WHERE code = ?", {code});
    return rows.empty() ? GiftCardId() : rows.front().id<GiftCardId>(0);
}

QString giftCardCode(Database &db, GiftCardId id)
{
    const Rows rows = db.run("SELECT code FROM gift_card WHERE id = ?", {id});
    return rows.empty() ? QString() : rows.front().text(0);
}

std::vector<Earlier> byKeys(Database &db, std::span<const QString> keys)
{
    Batch batch{{"k", ColumnType::Text}};
    for (const QString &key : keys)
        batch.add({key});
    std::vector<Earlier> out;
    const auto take = [&](const Rows &rows) {
        for (const foyer::Row &row : rows)
            out.push_back({row.text(0), row.id<AccountId>(1), row.id<AccountId>(2), row.money(3, 4), row.isNull(5), row.id<TransferId>(5),
                           row.number(6), row.number(7), row.instant(8)});
    };
    if (db.isPostgres()) { // one way to the server
        take(db.run("SELECT e.key, e.debit_id, e.credit_id, e.amount, e.currency, e.id, e.debit_balance, e.credit_balance, e.at FROM {batch} "
                    "JOIN (SELECT key, debit_id, credit_id, amount, currency, id, coalesce(debit_balance, 0) AS debit_balance, "
                    "coalesce(credit_balance, 0) AS credit_balance, at FROM transfer UNION ALL "
                    "SELECT key, debit_id, credit_id, amount, currency, NULL::uuid, balance, 0, at FROM transfer_refusal) e ON e.key = batch.k", batch));
        return out;
    }
    take(db.run("SELECT t.key, t.debit_id, t.credit_id, t.amount, t.currency, t.id, coalesce(t.debit_balance, 0), coalesce(t.credit_balance, 0), t.at "
                "FROM {batch} JOIN transfer t ON t.key = batch.k", batch));
    take(db.run("SELECT r.key, r.debit_id, r.credit_id, r.amount, r.currency, NULL, r.balance, 0, r.at "
                "FROM {batch} JOIN transfer_refusal r ON r.key = batch.k", batch));
    return out;
}

void addRefusals(Database &db, std::span<const Earlier> refusals)
{
    Batch batch{{"key", ColumnType::Text}, {"debit_id", ColumnType::Uuid}, {"credit_id", ColumnType::Uuid}, {"amount", ColumnType::Int},
                {"currency", ColumnType::Text}, {"balance", ColumnType::Int}, {"at", ColumnType::Int}};
    for (const Earlier &r : refusals)
        batch.add({r.key, r.debit, r.credit, r.amount.minor(), r.amount.currency().code(), r.debitBalance, r.at});
    db.post("INSERT INTO transfer_refusal (key, debit_id, credit_id, amount, currency, balance, at) "
           "SELECT key, debit_id, credit_id, amount, currency, balance, at FROM {batch}", batch);
}

std::vector<EntryRow> statement(Database &db, AccountId wallet, Currency currency)
{
    const Rows rows = db.run(
        "SELECT e.number, e.at, e.amount, e.balance, a.kind, coalesce(m.name, c.name, o.number, ''), coalesce(e.reference, '') FROM ("
        "SELECT credit_number AS number, at, amount, credit_balance AS balance, debit_id AS other, reservation_id, reference "
        "FROM transfer WHERE credit_id = ? AND credit_number IS NOT NULL "
        "UNION ALL SELECT debit_number, at, -amount, debit_balance, credit_id, reservation_id, reference "
        "FROM transfer WHERE debit_id = ? AND debit_number IS NOT NULL) e "
        "JOIN account a ON a.id = e.other LEFT JOIN customer c ON c.id = a.owner LEFT JOIN customer m ON m.id = c.merged_into "
        "LEFT JOIN orders o ON o.reservation_id = e.reservation_id ORDER BY e.number", {wallet, wallet});
    std::vector<EntryRow> out;
    for (const foyer::Row &row : rows) {
        const QString other = row.text(4);
        EntryRow made;
        made.otherIsGiftCard = other == QLatin1String("gift_card");
        made.otherIsWallet = made.otherIsGiftCard || other == QLatin1String("wallet");
        made.entry = {row.number(0), row.instant(1), entryKind(other, row.number(2) < 0, made.otherIsWallet), Money(row.number(2), currency),
                      Money(row.number(3), currency), row.text(5), other == QLatin1String("card_clearing") ? Tender::Card : Tender::Cash, row.text(6)};
        out.push_back(std::move(made));
    }
    return out;
}

} // namespace foyer::wallet_store
