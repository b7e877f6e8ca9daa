#include "core/services/refunds.h"

#include "core/domain/inputtext.h"
#include "core/services/refundwork.h"
#include "core/storage/order_store.h"
#include "core/storage/refund_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

/// A sale that tickets can be taken back from.
Result<Order> refundable(Database &db, OrderId id)
{
    auto found = order_store::byIds(db, std::array{id});
    if (found.empty())
        return fail(ErrorCode::NotFound, {translate("Input", "this order")});
    if (found.front().kind == OrderKind::Refund)
        return fail(ErrorCode::InvalidInput, {translate("Input", "%1 is a refund itself").arg(found.front().number)});
    return std::move(found.front());
}

/// The sale as it stands once nobody else can change it: whoever takes back, corrects or settles locks its reservation.
Result<Order> lockedSale(Work &work, OrderId id)
{
    const auto sale = refundable(work.db(), id);
    if (!sale)
        return sale;
    reservation_store::load(work.db(), std::array{sale->reservation}, true);
    return refundable(work.db(), id);
}

Result<RefundQuote> quoteOf(const Order &sale, const std::vector<TicketId> &tickets)
{
    auto lines = refundplan::chosen(sale, tickets);
    if (!lines)
        return fail(lines.error());
    const Money total = refundplan::worth(*lines, sale.currency);
    auto parts = refundplan::share(sale.payments, total);
    if (!parts)
        return fail(parts.error());
    return RefundQuote{std::move(*lines), total, std::move(*parts)};
}

Result<void> mayRefund(const Actor &actor, const RefundWish &request)
{
    if (const auto allowed = require(actor, Permission::Refund); !allowed)
        return allowed;
    return request.keepPlacesClosed ? require(actor, Permission::BlockSeats) : Result<void>();
}

bool givesCash(std::span<const refundplan::Part> parts)
{
    return std::any_of(parts.begin(), parts.end(), [](const refundplan::Part &part) { return part.tender == Tender::Cash; });
}

Result<void> mayGive(const Actor &actor, std::span<const refundplan::Part> parts)
{
    return givesCash(parts) ? require(actor, Permission::GiveCash) : Result<void>();
}

RefundMade madeFrom(Database &db, OrderId refund, OrderId sale)
{
    return {order_store::byIds(db, std::array{refund}).front(), order_store::byIds(db, std::array{sale}).front()};
}

/// The same key, and the same wish?
Result<RefundMade> repeated(Database &db, OrderId earlier, const RefundWish &request)
{
    RefundMade made{order_store::byIds(db, std::array{earlier}).front(), {}};
    const auto &lines = made.refund.lines;
    const bool same = made.refund.refersTo == request.order
        && std::all_of(request.tickets.begin(), request.tickets.end(), [&](TicketId ticket) {
               return std::any_of(lines.begin(), lines.end(), [&](const OrderLine &line) { return line.ticket.id == ticket; });
           });
    if (!same)
        return fail(ErrorCode::KeyReused);
    made.sale = order_store::byIds(db, std::array{request.order}).front();
    return made;
}

} // namespace

Result<RefundQuote> Refunds::quote(OrderId order, const std::vector<TicketId> &tickets)
{
    return m_writer.read([&](Database &db) -> Result<RefundQuote> {
        const auto sale = refundable(db, order);
        return sale ? quoteOf(*sale, tickets) : fail(sale.error());
    });
}

Result<RefundMade> Refunds::refund(const Actor &actor, const RefundWish &request)
{
    if (const auto allowed = mayRefund(actor, request); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<RefundMade> {
        const auto sale = lockedSale(work, request.order);
        if (!sale)
            return fail(sale.error());
        if (const auto earlier = request.key.isEmpty() ? std::nullopt : refund_store::byKey(work.db(), request.key))
            return repeated(work.db(), *earlier, request);
        const auto quote = quoteOf(*sale, request.tickets);
        if (!quote)
            return fail(quote.error());
        if (const auto allowed = mayGive(actor, quote->parts); !allowed)
            return fail(allowed.error());
        RefundWork refund(work, actor, *sale);
        if (const auto open = givesCash(quote->parts) ? refund.mayGiveCash() : Result<void>(); !open)
            return fail(open.error());
        const OrderId made = refund.takeBack(quote->lines, quote->parts, request.keepPlacesClosed, request.key).id;
        refund.write();
        return madeFrom(work.db(), made, sale->id);
    });
}

Result<RefundMade> Refunds::giveOwedInCash(const Actor &actor, OrderId order)
{
    for (const Permission permission : {Permission::SettlePayments, Permission::GiveCash})
        if (const auto allowed = require(actor, permission); !allowed)
            return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<RefundMade> {
        const auto sale = lockedSale(work, order);
        if (!sale)
            return fail(sale.error());
        const Money owed = refundplan::owed(*sale, refund_store::refunded(work.db(), *sale));
        if (!owed.isPositive())
            return fail(ErrorCode::InvalidInput, {translate("Input", "nothing of order %1 is still to be given back").arg(sale->number)});
        const auto parts = refundplan::share(sale->payments, owed);
        if (!parts)
            return fail(parts.error());
        RefundWork refund(work, actor, *sale);
        if (const auto open = refund.mayGiveCash(); !open)
            return fail(open.error());
        for (const refundplan::Part &part : *parts)
            refund.giveBack(part, Tender::Cash);
        refund.write();
        return madeFrom(work.db(), order_store::refundsOf(work.db(), order).back(), order);
    });
}

} // namespace foyer
