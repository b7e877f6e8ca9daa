// Payrules: what may be paid for a reservation, and with what. The one place that knows, for sales and exchanges.
#pragma once

#include "core/services/checkout.h"
#include "core/services/walletbook.h"

namespace foyer::payrules {

/// What may be paid at all, before the attempt itself is looked at. ReservationExpired, ReservationEnded, InvalidInput.
Result<void> payable(const Reservation &reservation, Instant now);
/// PaymentUnresolved, CurrencyMismatch, MoreThanDue, InvalidInput, and what payable() says.
Result<void> check(const CheckoutState &sale, const PayRequest &request, Instant now);
/// Whether the wallet that is to pay can; it is locked. NotFound, CurrencyMismatch, InsufficientFunds.
Result<void> checkWallet(const WalletBook &book, const PayRequest &request);

} // namespace foyer::payrules
