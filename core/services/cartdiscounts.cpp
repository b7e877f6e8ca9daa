#include "core/services/cartdiscounts.h"

#include "core/domain/discountplan.h"
#include "core/storage/discount_store.h"
#include "core/storage/promo_store.h"
#include "core/storage/writer.h"

#include <map>

namespace foyer::cartdiscounts {

void giveBack(Work &work, std::span<const Discount> discounts)
{
    std::map<PromoId, qint64> counted;
    for (const Discount &discount : discounts)
        if (!discount.isByHand())
            ++counted[discount.promo];
    std::vector<promo_store::Uses> uses;
    for (const auto &[promo, count] : counted)
        uses.push_back({promo, count});
    if (!uses.empty())
        work.last([&db = work.db(), uses] { promo_store::giveBack(db, uses); });
}

std::vector<Discount> remove(Work &work, Reservation &reservation, const std::function<bool(const Discount &)> &which)
{
    std::vector<Discount> gone;
    std::vector<DiscountId> ids;
    std::erase_if(reservation.discounts, [&](const Discount &discount) {
        if (!which(discount))
            return false;
        gone.push_back(discount);
        ids.push_back(discount.id);
        return true;
    });
    if (gone.empty())
        return gone;
    discount_store::remove(work.db(), reservation.id, ids);
    giveBack(work, gone);
    discountplan::apply(reservation);
    return gone;
}

Result<void> mayBelongTo(Work &work, ReservationId reservation, CustomerId customer)
{
    for (const auto &code : discount_store::customerLimits(work.db(), reservation)) {
        if (customer.isNull())
            return fail(ErrorCode::PromoNeedsCustomer, {code.code});
        promo_store::lock(work.db(), code.promo); // whoever counts uses of a code does so one after the other
        if (promo_store::usesOf(work.db(), code.promo, customer, reservation) >= code.limit)
            return fail(ErrorCode::PromoCustomerUsedUp, {code.code});
    }
    return {};
}

} // namespace foyer::cartdiscounts
