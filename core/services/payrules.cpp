#include "core/services/payrules.h"

#include "core/domain/inputtext.h"

namespace foyer::payrules {

Result<void> payable(const Reservation &reservation, Instant now)
{
    if (reservation.state == ReservationState::Expired || (reservation.state == ReservationState::Active && !reservation.isLive(now)))
        return fail(ErrorCode::ReservationExpired);
    if (!reservation.isLive(now))
        return fail(ErrorCode::ReservationEnded, {stateName(reservation.state)});
    if (reservation.lines.empty() && !reservation.credit)
        return fail(ErrorCode::InvalidInput, {translate("Input", "nothing was chosen")});
    return {};
}

Result<void> check(const CheckoutState &sale, const PayRequest &request, Instant now)
{
    if (const auto allowed = payable(sale.reservation, now); !allowed)
        return allowed;
    if (sale.isWaiting() || (sale.live() && request.tender != Tender::Cash))
        return fail(ErrorCode::PaymentUnresolved);
    const Currency currency = sale.reservation.currency;
    if (request.amount.currency() != currency)
        return fail(ErrorCode::CurrencyMismatch, {currency.code(), request.amount.currency().code()});
    if (!request.amount.isPositive())
        return fail(ErrorCode::InvalidInput, {translate("Input", "the amount is not above zero")});
    if (request.amount > sale.due())
        return fail(ErrorCode::MoreThanDue, {sale.due().toString()});
    if (request.given && (request.given->currency() != currency || *request.given < request.amount))
        return fail(ErrorCode::InvalidInput, {translate("Input", "less was given than is to be paid")});
    if (request.key.isEmpty() || request.key.size() > 200)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the payment has no key")});
    return {};
}

Result<void> checkWallet(const WalletBook &book, const PayRequest &request)
{
    if (!isStored(request.tender))
        return {};
    const auto wallet = book.need(request.wallet);
    if (!wallet)
        return fail(wallet.error());
    if (wallet->isGiftCard != (request.tender == Tender::GiftCard))
        return fail(ErrorCode::NotFound, {translate("Input", "this wallet")});
    if (wallet->balance.currency() != request.amount.currency())
        return fail(ErrorCode::CurrencyMismatch, {request.amount.currency().code(), wallet->balance.currency().code()});
    if (wallet->balance < request.amount)
        return fail(ErrorCode::InsufficientFunds, {wallet->balance.toString()});
    return {};
}

} // namespace foyer::payrules
