#include "core/services/comps.h"

#include "core/domain/inputtext.h"
#include "core/services/doorstock.h"
#include "core/services/payrules.h"
#include "core/services/salework.h"
#include "core/storage/comp_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

Result<QString> readReason(const QString &text)
{
    const QString reason = text.simplified();
    if (reason.isEmpty())
        return fail(ErrorCode::InvalidInput, {translate("Input", "the reason is missing")});
    if (reason.size() > Comps::LongestReason)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the reason is longer than %1 characters").arg(Comps::LongestReason)});
    return reason;
}

} // namespace

Result<CheckoutState> Comps::give(const Actor &actor, const CompWish &wish)
{
    for (const Permission permission : {Permission::Sell, Permission::GiveComps})
        if (const auto allowed = require(actor, permission); !allowed)
            return fail(allowed.error());
    const auto reason = readReason(wish.reason);
    if (!reason)
        return fail(reason.error());
    return m_writer.write([&](Work &work) -> Result<CheckoutState> {
        if (const auto here = DoorStock::onlyAtCentre(work.db()); !here)
            return fail(here.error());
        SaleMemory nothing;
        SaleWork sales(work, nothing, actor.staff, actor.shift);
        sales.load(std::array{wish.reservation});
        CheckoutState *cart = sales.find(wish.reservation);
        if (!cart)
            return fail(ErrorCode::NotFound, {translate("Input", "this reservation")});
        if (cart->order && cart->order->kind == OrderKind::Comp)
            return *cart;
        if (const auto payable = payrules::payable(cart->reservation, work.now()); !payable)
            return fail(payable.error());
        if (cart->live())
            return fail(ErrorCode::PaymentUnresolved);
        if (cart->paid().isPositive())
            return fail(ErrorCode::InvalidInput, {translate("Input", "%1 was paid for these places already").arg(cart->paid().toString())});
        sales.completeAs(*cart, OrderKind::Comp);
        sales.write();
        const StaffId approver = actor.approval ? actor.approval->by : StaffId();
        comp_store::insert(work.db(), {cart->order->id, *reason, actor.staff, approver});
        work.fact("comp.given", signedBy(actor, {{QStringLiteral("order"), cart->order->id.toString()}}));
        return *cart;
    });
}

} // namespace foyer
