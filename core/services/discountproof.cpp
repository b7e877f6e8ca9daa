#include "core/services/discountproof.h"

#include "core/domain/discountplan.h"
#include "core/domain/inputtext.h"
#include "core/storage/reservation_store.h"

#include <algorithm>
#include <unordered_map>

namespace foyer {

namespace {

using discountproof_store::ChargedLine;
using Amounts = std::vector<std::pair<OrderId, qint64>>;

/// What the reservation's tickets should have been charged.
void foresee(const Reservation &reservation, OrderId order, std::vector<ChargedLine> &lines, Amounts &amounts)
{
    for (const ReservationLine &line : reservation.lines)
        for (const Money part : discountplan::perPlace(line))
            lines.push_back({order, line.priceLevel, line.seat, line.allotment, line.unitPrice.minor(), part.minor()});
    for (const Discount &discount : reservation.discounts)
        amounts.emplace_back(order, discount.amount.minor());
}

/// Those of one order, out of a sorted list.
template <typename Row, typename OrderOf>
std::vector<Row> partOf(const std::vector<Row> &all, OrderId order, OrderOf orderOf)
{
    std::vector<Row> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const Row &row) { return orderOf(row) == order; });
    return out;
}

} // namespace

void DiscountProof::check()
{
    OrderId last;
    for (;;) {
        const auto orders = discountproof_store::orders(m_db, last, OrdersAtOnce);
        if (orders.empty())
            return;
        check(orders);
        last = orders.back().id;
    }
}

void DiscountProof::check(const std::vector<discountproof_store::DiscountedOrder> &orders)
{
    std::vector<OrderId> ids;
    std::vector<ReservationId> carts;
    std::unordered_map<ReservationId, OrderId> orderOf;
    for (const auto &order : orders) {
        ids.push_back(order.id);
        carts.push_back(order.reservation);
        orderOf.emplace(order.reservation, order.id);
    }
    std::vector<ChargedLine> lines;
    Amounts amounts;
    for (const Reservation &reservation : reservation_store::load(m_db, carts, false))
        foresee(reservation, orderOf.at(reservation.id), lines, amounts);
    std::sort(lines.begin(), lines.end());
    std::sort(amounts.begin(), amounts.end());
    const auto charged = discountproof_store::lines(m_db, ids);
    const auto taken = discountproof_store::amounts(m_db, ids);
    if (lines == charged && amounts == taken)
        return;
    const auto ofLine = [](const ChargedLine &line) { return line.order; };
    const auto ofAmount = [](const std::pair<OrderId, qint64> &amount) { return amount.first; };
    for (const auto &order : orders)
        if (partOf(lines, order.id, ofLine) != partOf(charged, order.id, ofLine) || partOf(amounts, order.id, ofAmount) != partOf(taken, order.id, ofAmount))
            m_breaches.add(translate("Verify", "Order %1 was not charged what its discounts come to.").arg(order.number));
}

} // namespace foyer
