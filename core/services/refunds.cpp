#include "core/services/refunds.h"

#include "core/domain/inputtext.h"
#include "core/services/admissionrules.h"
#include "core/services/archiverules.h"
#include "core/services/doorstock.h"
#include "core/services/orderfamily.h"
#include "core/services/reasons.h"
#include "core/services/refundwork.h"
#include "core/storage/order_store.h"
#include "core/storage/refund_store.h"
#include "core/storage/writer.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace foyer {

namespace {

Result<RefundQuote> quoteOf(const Order &sale, const OrderFamily &family, const std::vector<TicketId> &tickets)
{
    auto lines = refundplan::chosen(sale, tickets);
    if (!lines)
        return fail(lines.error());
    const Money total = refundplan::worth(*lines, sale.currency);
    auto parts = refundplan::share(family.payments, total);
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

Result<void> mayGive(const Actor &actor, std::span<const refundplan::Part> parts)
{
    return refundplan::givesCash(parts) ? require(actor, Permission::GiveCash) : Result<void>();
}

RefundMade madeFrom(Database &db, OrderId refund, OrderId sale)
{
    RefundMade made{order_store::byIds(db, std::array{refund}).front(), order_store::byIds(db, std::array{sale}).front(), {}};
    made.given = orderfamily::givenAt(orderfamily::of(db, made.sale), made.refund.createdAt);
    return made;
}

/// The same of a refund just made, without reading hundreds of lines again.
RefundMade justMade(Database &db, Order refund, Order sale)
{
    std::unordered_set<TicketId> taken;
    for (const OrderLine &line : refund.lines)
        taken.insert(line.ticket.id);
    for (OrderLine &line : sale.lines)
        if (taken.contains(line.ticket.id))
            line.ticket.state = TicketState::Void;
    const OrderFamily family = orderfamily::of(db, sale);
    sale.payments.clear();
    std::copy_if(family.payments.begin(), family.payments.end(), std::back_inserter(sale.payments),
                 [&](const Payment &payment) { return payment.reservation == sale.reservation; });
    std::vector<Payment> given = orderfamily::givenAt(family, refund.createdAt);
    return {std::move(refund), std::move(sale), std::move(given)};
}

/// The same key, and the same wish?
Result<RefundMade> repeated(Database &db, OrderId earlier, const RefundWish &request)
{
    const Order refund = order_store::byIds(db, std::array{earlier}).front();
    const auto &lines = refund.lines;
    const bool same = refund.refersTo == request.order && refund.exchange.isNull()
        && std::all_of(request.tickets.begin(), request.tickets.end(), [&](TicketId ticket) {
               return std::any_of(lines.begin(), lines.end(), [&](const OrderLine &line) { return line.ticket.id == ticket; });
           });
    return same ? Result<RefundMade>(madeFrom(db, earlier, request.order)) : fail(ErrorCode::KeyReused);
}

} // namespace

Result<RefundQuote> Refunds::quote(OrderId order, const std::vector<TicketId> &tickets)
{
    return m_writer.read([&](Database &db) -> Result<RefundQuote> {
        const auto sale = orderfamily::refundable(db, order);
        auto quote = sale ? quoteOf(*sale, orderfamily::of(db, *sale), tickets) : fail(sale.error());
        const auto live = quote ? archiverules::wouldChange(db, quote->lines) : Result<void>();
        return live ? quote : fail(live.error());
    });
}

Result<RefundMade> Refunds::refund(const Actor &actor, const RefundWish &request)
{
    if (const auto allowed = mayRefund(actor, request); !allowed)
        return fail(allowed.error());
    const auto reason = reasons::read(request.reason);
    if (!reason)
        return fail(reason.error());
    return m_writer.write([&](Work &work) -> Result<RefundMade> {
        if (const auto here = DoorStock::onlyAtCentre(work.db()); !here)
            return fail(here.error());
        const auto locked = orderfamily::lock(work, request.order);
        if (!locked)
            return fail(locked.error());
        if (const auto earlier = request.key.isEmpty() ? std::nullopt : refund_store::byKey(work.db(), request.key))
            return repeated(work.db(), *earlier, request);
        auto quote = quoteOf(locked->order, locked->family, request.tickets);
        if (!quote)
            return fail(quote.error());
        if (const auto live = archiverules::mayChange(work.db(), quote->lines); !live)
            return fail(live.error());
        if (const auto outside = admissionrules::mayUndo(work.db(), actor, quote->lines); !outside)
            return fail(outside.error());
        RefundWork refund(work, actor, locked->order, locked->family.payments, request.credit);
        if (const auto credited = refund.credit(quote->parts); !credited)
            return fail(credited.error());
        if (const auto allowed = mayGive(actor, quote->parts); !allowed)
            return fail(allowed.error());
        if (const auto open = refundplan::givesCash(quote->parts) ? refund.mayGiveCash() : Result<void>(); !open)
            return fail(open.error());
        Order made = refund.takeBack({quote->lines, quote->parts, request.keepPlacesClosed, request.key});
        refund.write();
        reasons::keep(work, *reason);
        return justMade(work.db(), std::move(made), locked->order);
    });
}

Result<RefundMade> Refunds::giveOwedInCash(const Actor &actor, OrderId order)
{
    for (const Permission permission : {Permission::SettlePayments, Permission::GiveCash})
        if (const auto allowed = require(actor, permission); !allowed)
            return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<RefundMade> {
        const auto locked = orderfamily::lock(work, order);
        if (!locked)
            return fail(locked.error());
        const auto &[sale, family] = *locked;
        const Money owed = refundplan::owed(family.payments, family.worth);
        std::vector<OrderId> refunds;
        for (const OrderId member : family.orders)
            for (const OrderId refund : order_store::refundsOf(work.db(), member))
                refunds.push_back(refund);
        if (!owed.isPositive() || refunds.empty())
            return fail(ErrorCode::InvalidInput, {translate("Input", "nothing of order %1 is still to be given back").arg(sale.number)});
        const auto parts = refundplan::share(family.payments, owed);
        if (!parts)
            return fail(parts.error());
        RefundWork refund(work, actor, sale, family.payments);
        if (const auto open = refund.mayGiveCash(); !open)
            return fail(open.error());
        for (const refundplan::Part &part : *parts)
            refund.giveBack(part, Tender::Cash);
        refund.write();
        return madeFrom(work.db(), refunds.back(), order);
    });
}

} // namespace foyer
