// Promo codes and their uses.
#pragma once

#include "core/domain/discount.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::promo_store {

void add(Database &db, const PromoCode &promo, ChainId chain, qint64 seq);
/// By its normal form.
std::optional<PromoCode> find(Database &db, const QString &code);
/// By code.
std::vector<PromoCode> list(Database &db);
/// False when it was revoked before.
bool revoke(Database &db, PromoId promo, Instant at);

/// Takes a use, unless all are taken: the guard of the limit. Codes without one are counted by nobody.
bool take(Database &db, PromoId promo);
/// Nobody else takes a use of it until the transaction ends.
void lock(Database &db, PromoId promo);

struct Uses {
    PromoId promo;
    qint64 count = 0;
};

/// Uses that carts had. One row a code.
void giveBack(Database &db, std::span<const Uses> uses);

struct UseCount {
    PromoId promo;
    qint64 held = 0; ///< by carts that live
    qint64 used = 0; ///< by orders
};

/// Of all codes that have any.
std::vector<UseCount> uses(Database &db);
/// By this customer's carts and orders, but for this cart.
qint64 usesOf(Database &db, PromoId promo, CustomerId customer, ReservationId but);
/// Whether carts whose time is over, and that nobody has swept yet, still have uses of it.
bool expiredHold(Database &db, PromoId promo, Instant now);

} // namespace foyer::promo_store
