#include "core/services/deposits.h"

#include "core/domain/inputtext.h"
#include "core/services/walletbook.h"
#include "core/services/wallets.h"
#include "core/storage/deposit_store.h"
#include "core/storage/shift_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

tl::unexpected<Error> noDepositThere()
{
    return fail(ErrorCode::NotFound, {translate("Input", "this payment")});
}

Result<void> checkDeposit(const Actor &actor, const DepositRequest &request)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return allowed;
    if (request.key.isEmpty() || request.key.size() > Wallets::MaxKeyLength)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the request has no key")});
    if (!request.amount.isPositive())
        return fail(ErrorCode::InvalidInput, {translate("Input", "the amount is not above zero")});
    return {};
}

/// The wallet can take it, as far as anybody knows now.
Result<void> takesDeposit(const WalletBook &book, const DepositRequest &request)
{
    const auto wallet = book.need(request.wallet);
    if (!wallet)
        return fail(wallet.error());
    if (wallet->balance.currency() != request.amount.currency())
        return fail(ErrorCode::CurrencyMismatch, {wallet->balance.currency().code(), request.amount.currency().code()});
    if (wallet->balance.minor() > Money::MaxMinor - request.amount.minor())
        return fail(ErrorCode::InvalidInput, {translate("Input", "this is more than one wallet may hold")});
    return {};
}

/// As payments are told of, with a wallet in the reservation's place.
void tellDeposit(Work &work, const CardDeposit &deposit, StaffId by)
{
    const QByteArray what = "payment." + stateName(deposit.state).toLatin1();
    work.fact(what.constData(), JsonText().add("id", deposit.id).add("wallet", deposit.wallet).add("tender", tenderName(Tender::Card))
                                    .add("kind", QStringLiteral("deposit")).add("amount", deposit.amount.minor()).add("by", by));
}

/// Moves the money into the wallet, wherever that is by now.
Result<void> bringIn(Work &work, CardDeposit &deposit, StaffId by)
{
    const auto where = deposit_store::destination(work.db(), deposit.wallet);
    if (!where || where->isErased)
        return fail(ErrorCode::NotFound, {translate("Input", "this wallet")});
    const Currency currency = deposit.amount.currency();
    if (!where->customer.isNull())
        deposit.wallet = walletOf(work, where->customer, currency);
    const AccountId takings = ledger_store::ensureAccount(work.db(), work.ids(), {ledger_store::AccountKind::CardClearing, QUuid(), currency});
    WalletBook book(work, by);
    book.lock(std::array{deposit.wallet});
    const auto moved = book.move({.debit = takings, .credit = deposit.wallet, .amount = deposit.amount, .key = deposit.gatewayKey(), .reference = deposit.reference});
    if (!moved)
        return fail(moved.error());
    deposit.transfer = moved->id;
    deposit.balance = Money(moved->creditLine.balance, currency);
    book.write();
    return {};
}

PaymentState stateAfter(GatewayOutcome::Kind kind)
{
    switch (kind) {
    case GatewayOutcome::Kind::Captured:
        return PaymentState::Captured;
    case GatewayOutcome::Kind::Declined:
        return PaymentState::Declined;
    case GatewayOutcome::Kind::Failed:
        return PaymentState::Failed;
    case GatewayOutcome::Kind::Unknown:
        break;
    }
    return PaymentState::Unknown;
}

} // namespace

Result<CardDeposit> Deposits::begin(const Actor &actor, const DepositRequest &request)
{
    if (const auto good = checkDeposit(actor, request); !good)
        return fail(good.error());
    return m_writer.write([&](Work &work) -> Result<CardDeposit> {
        const auto where = deposit_store::destination(work.db(), request.wallet);
        WalletBook book(work, actor.staff);
        const auto used = book.lock(std::array{request.wallet}, std::array{request.key});
        if (const auto earlier = deposit_store::byKey(work.db(), request.key)) { // looked for under the wallet's lock
            const bool same = earlier->amount == request.amount && (earlier->wallet == request.wallet || !earlier->isLive());
            return same ? Result<CardDeposit>(*earlier) : fail(ErrorCode::KeyReused);
        }
        if (!used.empty())
            return fail(ErrorCode::KeyReused);
        if (!where || where->isErased)
            return fail(ErrorCode::NotFound, {translate("Input", "this wallet")});
        if (const auto good = takesDeposit(book, request); !good)
            return fail(good.error());
        CardDeposit deposit;
        deposit.id = work.ids().make<DepositId>();
        deposit.wallet = request.wallet;
        deposit.amount = request.amount;
        deposit.key = request.key;
        deposit.gateway = request.gateway;
        deposit.balance = Money::zero(request.amount.currency());
        deposit.createdAt = work.now();
        deposit_store::insert(work.db(), deposit, work.terminal(), actor.staff);
        tellDeposit(work, deposit, actor.staff);
        return deposit;
    });
}

Result<CardDeposit> Deposits::settle(DepositId id, const GatewayOutcome &outcome, StaffId by)
{
    return m_writer.write([&](Work &work) -> Result<CardDeposit> {
        auto deposit = deposit_store::lock(work.db(), id);
        if (!deposit)
            return noDepositThere();
        const PaymentState state = stateAfter(outcome.kind);
        if (!deposit->isLive() || state == deposit->state)
            return *deposit;
        const auto drawer = shift_store::openForSale(work.db(), work.terminal());
        deposit->state = state;
        deposit->reference = outcome.reference;
        deposit->message = outcome.message;
        if (!deposit->isLive())
            deposit->settledAt = work.now();
        if (const auto moved = state == PaymentState::Captured ? bringIn(work, *deposit, by) : Result<void>(); !moved)
            return fail(moved.error());
        deposit_store::settle(work.db(), *deposit, drawer && !deposit->isLive() ? drawer->id : DrawerShiftId());
        tellDeposit(work, *deposit, by);
        return *deposit;
    });
}

Result<CardDeposit> Deposits::find(DepositId id)
{
    return m_writer.read([&](Database &db) -> Result<CardDeposit> {
        const auto deposit = deposit_store::get(db, id);
        return deposit ? Result<CardDeposit>(*deposit) : noDepositThere();
    });
}

Result<std::vector<CardDeposit>> Deposits::unresolved()
{
    return m_writer.read([&](Database &db) { return deposit_store::unresolved(db, m_writer.terminal()); });
}

} // namespace foyer
