#include "core/services/walletbook.h"

#include "core/domain/inputtext.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

std::vector<AccountId> WalletBook::notYetLocked(std::span<const AccountId> wallets) const
{
    std::vector<AccountId> wanted;
    for (const AccountId id : wallets)
        if (!id.isNull() && !m_wallets.contains(id))
            wanted.push_back(id);
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    return wanted;
}

void WalletBook::keep(std::vector<wallet_store::Row> locked)
{
    for (wallet_store::Row &row : locked)
        m_wallets.emplace(row.id, std::move(row));
}

void WalletBook::lock(std::span<const AccountId> wallets)
{
    keep(wallet_store::lock(m_work.db(), notYetLocked(wallets)));
}

std::vector<wallet_store::Earlier> WalletBook::lock(std::span<const AccountId> wallets, std::span<const QString> keys)
{
    auto opened = wallet_store::open(m_work.db(), notYetLocked(wallets), keys);
    keep(std::move(opened.wallets));
    return std::move(opened.earlier);
}

Result<wallet_store::Row> WalletBook::need(AccountId wallet) const
{
    const auto found = m_wallets.find(wallet);
    if (found == m_wallets.end())
        return fail(ErrorCode::NotFound, {translate("Input", "this wallet")});
    return found->second;
}

Result<void> WalletBook::check(const Move &move) const
{
    if (move.debit == move.credit)
        return fail(ErrorCode::InvalidInput, {translate("Input", "a wallet cannot send money to itself")});
    if (!move.amount.isPositive())
        return fail(ErrorCode::InvalidInput, {translate("Input", "the amount is not above zero")});
    for (const AccountId side : {move.debit, move.credit}) {
        const auto wallet = m_wallets.find(side);
        if (wallet != m_wallets.end() && wallet->second.balance.currency() != move.amount.currency())
            return fail(ErrorCode::CurrencyMismatch, {wallet->second.balance.currency().code(), move.amount.currency().code()});
    }
    const auto from = m_wallets.find(move.debit);
    if (from != m_wallets.end() && from->second.balance < move.amount)
        return fail(ErrorCode::InsufficientFunds, {from->second.balance.toString()});
    const auto to = m_wallets.find(move.credit);
    if (to != m_wallets.end() && to->second.balance.minor() > Money::MaxMinor - move.amount.minor())
        return fail(ErrorCode::InvalidInput, {translate("Input", "this is more than one wallet may hold")});
    return {};
}

ledger_store::StatementLine WalletBook::enter(AccountId account, qint64 amount)
{
    const auto wallet = m_wallets.find(account);
    if (wallet == m_wallets.end())
        return {};
    wallet->second.balance += Money(amount, wallet->second.balance.currency());
    return {++wallet->second.operations, wallet->second.balance.minor()};
}

Result<ledger_store::Transfer> WalletBook::move(const Move &move)
{
    if (const auto good = check(move); !good)
        return fail(good.error());
    ledger_store::Transfer made{m_work.ids().make<TransferId>(), move.debit, move.credit, move.amount, move.reservation, move.payment};
    made.debitLine = enter(move.debit, -move.amount.minor());
    made.creditLine = enter(move.credit, move.amount.minor());
    made.key = move.key;
    made.reference = move.reference;
    m_work.fact("transfer", JsonText().add("id", made.id).add("debit", made.debit).add("credit", made.credit)
                                .add("amount", made.amount.minor()).add("currency", made.amount.currency().code()).add("by", m_by));
    m_transfers.push_back(made);
    return made;
}

void WalletBook::write()
{
    ledger_store::addTransfers(m_work.db(), m_transfers, m_work.now(), m_work.chain(), m_work.seq());
    m_transfers.clear();
}

std::vector<AccountId> walletsOf(std::span<const Payment> payments)
{
    std::vector<AccountId> wallets;
    for (const Payment &payment : payments)
        if (isStored(payment.tender))
            wallets.push_back(payment.wallet);
    return wallets;
}

AccountId walletOf(Work &work, CustomerId customer, Currency currency)
{
    for (const auto &wallet : wallet_store::ofOwner(work.db(), customer.uuid()))
        if (wallet.balance.currency() == currency)
            return wallet.id;
    const AccountId opened = ledger_store::ensureAccount(work.db(), work.ids(), {ledger_store::AccountKind::Wallet, customer.uuid(), currency});
    work.fact("wallet.opened", JsonText().add("id", opened).add("kind", QStringLiteral("wallet")).add("owner", customer).add("currency", currency.code()));
    return opened;
}

} // namespace foyer
