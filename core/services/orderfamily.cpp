#include "core/services/orderfamily.h"

#include "core/domain/inputtext.h"
#include "core/storage/order_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/ticketchange_store.h"
#include "core/storage/writer.h"

#include <algorithm>
#include <array>

namespace foyer::orderfamily {

namespace {

Result<Order> refundableHead(Database &db, OrderId id)
{
    auto found = order_store::headOf(db, id);
    if (!found)
        return fail(ErrorCode::NotFound, {translate("Input", "this order")});
    if (found->kind == OrderKind::Refund)
        return fail(ErrorCode::InvalidInput, {translate("Input", "%1 is a refund itself").arg(found->number)});
    return std::move(*found);
}

} // namespace

Result<Order> refundable(Database &db, OrderId id)
{
    const auto head = refundableHead(db, id);
    return head ? Result<Order>(std::move(order_store::byIds(db, std::array{id}).front())) : fail(head.error());
}

OrderFamily of(Database &db, const Order &order)
{
    OrderFamily family;
    family.worth = Money::zero(order.currency);
    const OrderId first = order.kind == OrderKind::Exchange ? order.refersTo : order.id;
    for (const auto &member : order_store::familyOf(db, first)) {
        family.orders.push_back(member.order);
        family.reservations.push_back(member.reservation);
        family.worth += member.worth;
    }
    family.payments = payment_store::ofReservations(db, family.reservations);
    return family;
}

Result<Locked> lock(Work &work, OrderId id, std::span<const ReservationId> also)
{
    const auto known = refundableHead(work.db(), id);
    if (!known)
        return fail(known.error());
    OrderFamily family = of(work.db(), *known);
    size_t locked = 0;
    while (locked < family.reservations.size()) { // once, unless somebody has just exchanged: then the sale is locked by now
        std::vector<ReservationId> wanted = family.reservations;
        wanted.insert(wanted.end(), also.begin(), also.end());
        reservation_store::lock(work.db(), wanted);
        locked = family.reservations.size();
        family = of(work.db(), *known);
    }
    if (known->reservation.isNull()) // sold without a cart: its tickets stand for it
        ticketchange_store::lock(work.db(), order_store::ticketsOf(work.db(), id));
    return Locked{std::move(order_store::byIds(work.db(), std::array{id}).front()), std::move(family)};
}

std::vector<Payment> givenAt(const OrderFamily &family, Instant at)
{
    std::vector<Payment> given;
    std::copy_if(family.payments.begin(), family.payments.end(), std::back_inserter(given),
                 [&](const Payment &payment) { return payment.kind == PaymentKind::Refund && payment.createdAt == at; });
    return given;
}

} // namespace foyer::orderfamily
