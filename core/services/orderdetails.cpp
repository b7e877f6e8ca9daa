#include "core/services/orderdetails.h"

#include "core/domain/inputtext.h"
#include "core/domain/refundplan.h"
#include "core/services/orderfamily.h"
#include "core/storage/admission_store.h"
#include "core/storage/customer_store.h"
#include "core/storage/discount_store.h"
#include "core/storage/gift_store.h"
#include "core/storage/order_store.h"
#include "core/storage/orderhistory_store.h"
#include "core/storage/staff_store.h"
#include "core/storage/ticketchange_store.h"
#include "core/storage/writer.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

constexpr std::pair<const char *, OrderStep::What> StepNames[] = {
    {"sold", OrderStep::What::Sold},       {"refunded", OrderStep::What::Refunded},     {"corrected", OrderStep::What::Corrected},
    {"revoked", OrderStep::What::Revoked}, {"reinstated", OrderStep::What::Reinstated}, {"given", OrderStep::What::Given},
    {"claimed", OrderStep::What::Claimed}, {"reprinted", OrderStep::What::Reprinted}, {"exchanged", OrderStep::What::Exchanged}, {"taken for", OrderStep::What::TakenFor},
    {"comped", OrderStep::What::Comped},   {"entry", OrderStep::What::Admitted},        {"exit", OrderStep::What::LeftAgain}};

OrderStep::What stepFrom(const QString &name)
{
    const auto found = std::find_if(std::begin(StepNames), std::end(StepNames), [&](const auto &entry) { return name == QLatin1String(entry.first); });
    return found == std::end(StepNames) ? OrderStep::What::Sold : found->second;
}

QString nameOf(Database &db, StaffId who)
{
    const auto member = who.isNull() ? std::nullopt : staff_store::find(db, who);
    return member ? member->name : QString();
}

std::vector<OrderStep> stepsOf(Database &db, const Order &sale)
{
    std::vector<OrderStep> steps;
    for (const auto &entry : orderhistory_store::of(db, sale.id)) {
        const QString record = chainLetters(entry.chain) + u' ' + QString::number(entry.seq);
        const OrderStep::What what = stepFrom(entry.what);
        const bool goesOn = !steps.empty() && steps.back().record == record && steps.back().what == what;
        if (!goesOn)
            steps.push_back({what, entry.at, entry.staff, entry.terminal, Money(entry.amount, sale.currency), {}, record, entry.reason, nameOf(db, entry.approver)});
        steps.back().about << entry.about;
    }
    return steps;
}

std::optional<Customer> customerOf(Database &db, CustomerId id)
{
    const auto row = id.isNull() ? std::nullopt : customer_store::get(db, id);
    return row ? std::optional(Customer{row->id, row->name, row->email, row->phone}) : std::nullopt;
}

/// What its tickets were exchanged for, and what for it.
void readExchanges(Database &db, OrderDetail &detail)
{
    for (const Order &refund : detail.refunds) {
        if (refund.exchange.isNull())
            continue;
        const QString number = order_store::numberOf(db, refund.exchange);
        for (const OrderLine &line : refund.lines)
            detail.exchanged.insert(line.ticket.id, number);
    }
    if (const auto before = detail.order.kind == OrderKind::Exchange ? order_store::exchangedOf(db, detail.order.id) : std::nullopt)
        detail.exchangedOf = order_store::numberOf(db, *before);
}

} // namespace

Result<OrderDetail> OrderDetails::of(OrderId id)
{
    return m_writer.read([&](Database &db) -> Result<OrderDetail> {
        auto found = order_store::byIds(db, std::array{id});
        if (!found.empty() && found.front().kind == OrderKind::Refund)
            found = order_store::byIds(db, std::array{found.front().refersTo});
        if (found.empty())
            return fail(ErrorCode::NotFound, {translate("Input", "this order")});
        OrderDetail detail;
        detail.order = std::move(found.front());
        detail.discounts = discount_store::ofOrder(db, detail.order.id, detail.order.currency);
        detail.refunds = order_store::byIds(db, order_store::refundsOf(db, detail.order.id));
        std::sort(detail.refunds.begin(), detail.refunds.end(), [](const Order &a, const Order &b) { return a.createdAt < b.createdAt; });
        detail.refunded = Money::zero(detail.order.currency);
        for (const Order &refund : detail.refunds)
            detail.refunded -= refund.total;
        readExchanges(db, detail);
        const OrderFamily family = orderfamily::of(db, detail.order);
        detail.owed = refundplan::owed(family.payments, family.worth);
        detail.status = statusOf(detail.order, family.payments, family.worth, int(detail.exchanged.size()));
        detail.customer = customerOf(db, detail.order.customer);
        if (const auto seller = order_store::sellerOf(db, detail.order.id))
            detail.seller = {seller->terminal, seller->staff};
        for (const auto &[ticket, count] : ticketchange_store::reprints(db, detail.order.id))
            detail.reprints.insert(ticket, count);
        for (const auto &[ticket, passage] : admission_store::ofOrder(db, detail.order.id))
            detail.admitted.insert(ticket, passage);
        for (const OrderLine &line : detail.order.lines)
            if (const auto holder = customerOf(db, line.ticket.holder))
                detail.holders.insert(line.ticket.holder, holder->name); // who may be one with somebody else since
        detail.waiting = gift_store::ofOrder(db, detail.order.id);
        detail.history = stepsOf(db, detail.order);
        return detail;
    });
}

} // namespace foyer
