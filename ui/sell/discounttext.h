// Discounts as they are shown and typed.
#pragma once

#include "core/domain/discount.h"
#include "core/domain/sale.h"

namespace foyer {

/// "SUMMER · 10 %", "regular guest · 5.00"
QString discountName(const Discount &discount);
/// "−5.90"; "takes nothing off" for one that does not.
QString discountAmount(const Discount &discount);
/// What an order was charged less: "SUMMER −10.01 · regular guest −5.00 (Anna, allowed by David)". Empty without discounts.
QString discountsText(const std::vector<OrderDiscount> &discounts);

struct TypedDiscount {
    DiscountKind kind = DiscountKind::Percent;
    qint64 value = 0;
};

/// "10 %" or "5.00", with the decimal sign of the language or a point. InvalidInput.
Result<TypedDiscount> readDiscount(const QString &typed, Currency currency);

} // namespace foyer
