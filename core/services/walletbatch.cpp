#include "core/services/walletbatch.h"

#include "core/domain/inputtext.h"
#include "core/services/wallets.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

using WalletKind = WalletRequest::Kind;

/// What can be said without looking at any account.
Result<void> checkWalletRequest(const Actor &actor, const WalletRequest &request)
{
    if (const auto allowed = require(actor, request.kind == WalletKind::Deposit ? Permission::Sell : Permission::MoveWalletMoney); !allowed)
        return allowed;
    if (request.key.isEmpty() || request.key.size() > Wallets::MaxKeyLength)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the request has no key")});
    if (request.kind != WalletKind::Transfer && isStored(request.tender))
        return fail(ErrorCode::InvalidInput, {translate("Input", "a wallet is filled and emptied with cash or card; between wallets money is transferred")});
    if (request.kind != WalletKind::Transfer && request.tender == Tender::Card && request.reference.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, {translate("Input", "the number of the card machine's receipt is missing")});
    return {};
}

WalletReceipt receiptFor(const WalletRequest &request, const wallet_store::Earlier &done)
{
    const qint64 left = request.kind == WalletKind::Deposit ? done.creditBalance : done.debitBalance;
    return {done.transfer, done.amount, Money(left, done.amount.currency()), done.at};
}

bool movesCash(const WalletRequest &request)
{
    return request.kind != WalletKind::Transfer && request.tender == Tender::Cash;
}

} // namespace

std::vector<Result<WalletReceipt>> WalletBatch::run(Work &work)
{
    m_answered.clear();
    m_refusals.clear();
    WalletBook book(work, m_actor.staff);
    load(work, book);
    std::vector<Result<WalletReceipt>> answers;
    answers.reserve(m_requests.size());
    for (const WalletRequest &request : m_requests)
        answers.push_back(decide(work, book, request));
    book.write();
    wallet_store::addRefusals(work.db(), m_refusals);
    return answers;
}

/// Keys are looked for after the wallets are locked: who sent the same request elsewhere has finished with it by then.
void WalletBatch::load(Work &work, WalletBook &book)
{
    std::vector<AccountId> wallets;
    std::vector<QString> keys;
    std::vector<std::pair<Tender, Currency>> tenders;
    for (const WalletRequest &request : m_requests) {
        wallets.push_back(request.wallet);
        wallets.push_back(request.to);
        keys.push_back(request.key);
        const std::pair name(request.tender, request.amount.currency().code());
        if (request.kind != WalletKind::Transfer && !isStored(request.tender) && !m_memory.tenders.contains(name) && m_learned.tenders.try_emplace(name).second)
            tenders.emplace_back(request.tender, request.amount.currency());
    }
    std::vector<ledger_store::AccountKey> accounts;
    for (const auto &[tender, currency] : tenders)
        accounts.push_back(tender == Tender::Cash ? ledger_store::AccountKey{ledger_store::AccountKind::Drawer, work.terminal().uuid(), currency}
                                                  : ledger_store::AccountKey{ledger_store::AccountKind::CardClearing, QUuid(), currency});
    if (!accounts.empty()) {
        const auto ids = ledger_store::ensureAccounts(work.db(), work.ids(), accounts);
        for (size_t i = 0; i < tenders.size(); ++i)
            m_learned.tenders[{tenders[i].first, tenders[i].second.code()}] = ids[i];
    }
    if (std::any_of(m_requests.begin(), m_requests.end(), movesCash))
        m_drawer = shift_store::openForSale(work.db(), work.terminal());
    for (Earlier &earlier : book.lock(wallets, keys))
        m_answered.emplace(earlier.key, std::move(earlier));
}

AccountId WalletBatch::tenderAccount(const WalletRequest &request) const
{
    const std::pair name(request.tender, request.amount.currency().code());
    const auto known = m_memory.tenders.find(name);
    return known != m_memory.tenders.end() ? known->second : m_learned.tenders.at(name);
}

Result<WalletBook::Move> WalletBatch::plan(const WalletBook &book, const WalletRequest &request) const
{
    if (const auto wallet = book.need(request.wallet); !wallet)
        return fail(wallet.error());
    if (request.kind == WalletKind::Transfer) {
        if (const auto to = book.need(request.to); !to)
            return fail(to.error());
        return WalletBook::Move{.debit = request.wallet, .credit = request.to, .amount = request.amount, .key = request.key};
    }
    const AccountId outside = tenderAccount(request);
    const bool isIn = request.kind == WalletKind::Deposit;
    return WalletBook::Move{.debit = isIn ? outside : request.wallet, .credit = isIn ? request.wallet : outside, .amount = request.amount,
                            .key = request.key, .reference = request.reference.trimmed()};
}

Result<WalletReceipt> WalletBatch::decide(Work &work, WalletBook &book, const WalletRequest &request)
{
    if (const auto good = checkWalletRequest(m_actor, request); !good)
        return fail(good.error());
    const auto move = plan(book, request);
    if (!move)
        return fail(move.error());
    if (const auto earlier = m_answered.find(request.key); earlier != m_answered.end())
        return again(earlier->second, *move, request);
    if (movesCash(request) && m_drawer && m_drawer->state == DrawerState::Counting)
        return fail(ErrorCode::DrawerCounted);
    const auto moved = book.move(*move);
    if (!moved && moved.error().code != ErrorCode::InsufficientFunds)
        return fail(moved.error());
    Earlier answer{request.key, move->debit, move->credit, request.amount, !moved, {}, 0, 0, work.now()};
    if (moved) {
        answer.transfer = moved->id;
        answer.debitBalance = moved->debitLine.balance;
        answer.creditBalance = moved->creditLine.balance;
    } else {
        answer.debitBalance = book.need(move->debit)->balance.minor();
        m_refusals.push_back(answer);
    }
    m_answered.emplace(request.key, answer);
    return moved ? Result<WalletReceipt>(receiptFor(request, answer)) : fail(moved.error());
}

Result<WalletReceipt> WalletBatch::again(const Earlier &earlier, const WalletBook::Move &move, const WalletRequest &request) const
{
    if (earlier.debit != move.debit || earlier.credit != move.credit || earlier.amount != move.amount)
        return fail(ErrorCode::KeyReused);
    if (earlier.isRefused)
        return fail(ErrorCode::InsufficientFunds, {Money(earlier.debitBalance, earlier.amount.currency()).toString()});
    return receiptFor(request, earlier);
}

} // namespace foyer
