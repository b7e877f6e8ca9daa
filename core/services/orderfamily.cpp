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

Result<Order> refundable(Database &db, OrderId id)
{
    auto found = order_store::byIds(db, std::array{id});
    if (found.empty())
        return fail(ErrorCode::NotFound, {translate("Input", "this order")});
    if (found.front().kind == OrderKind::Refund)
        return fail(ErrorCode::InvalidInput, {translate("Input", "%1 is a refund itself").arg(found.front().number)});
    return std::move(found.front());
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
    const auto known = refundable(work.db(), id);
    if (!known)
        return fail(known.error());
    OrderFamily family = of(work.db(), *known);
    size_t locked = 0;
    while (locked < family.reservations.size()) { // once, unless somebody has just exchanged: then the sale is locked by now
        std::vector<ReservationId> wanted = family.reservations;
        wanted.insert(wanted.end(), also.begin(), also.end());
        reservation_store::load(work.db(), wanted, true);
        locked = family.reservations.size();
        family = of(work.db(), *known);
    }
    if (known->reservation.isNull()) { // sold without a cart: its tickets stand for it
        std::vector<TicketId> tickets;
        for (const OrderLine &line : known->lines)
            tickets.push_back(line.ticket.id);
        ticketchange_store::lock(work.db(), tickets);
    }
    auto order = refundable(work.db(), id);
    return order ? Result<Locked>(Locked{std::move(*order), std::move(family)}) : fail(order.error());
}

std::vector<Payment> givenAt(const OrderFamily &family, Instant at)
{
    std::vector<Payment> given;
    std::copy_if(family.payments.begin(), family.payments.end(), std::back_inserter(given),
                 [&](const Payment &payment) { return payment.kind == PaymentKind::Refund && payment.createdAt == at; });
    return given;
}

} // namespace foyer::orderfamily
