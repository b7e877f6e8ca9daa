#include "core/domain/discountplan.h"

#include <algorithm>
#include <numeric>

namespace foyer::discountplan {

namespace {

constexpr qint64 Whole = 10'000; ///< hundredths of a percent

/// What a choice of discounts comes to.
struct Plan {
    std::vector<qint64> lines;    ///< taken off each line
    std::vector<qint64> amounts;  ///< by each entry of the cart
    qint64 total = 0;
};

/// Rounded half up; parted so that it cannot overflow.
qint64 percentOf(qint64 amount, qint64 hundredths)
{
    return amount / Whole * hundredths + (amount % Whole * hundredths + Whole / 2) / Whole;
}

int rank(const Discount &discount)
{
    return (discount.isByHand() ? 2 : 0) + (discount.kind == DiscountKind::Percent ? 0 : 1);
}

class Planner
{
public:
    explicit Planner(const Reservation &reservation) : m_cart(reservation) {}

    /// Of these entries, by index.
    Plan plan(std::vector<size_t> chosen) const
    {
        std::stable_sort(chosen.begin(), chosen.end(), [this](size_t a, size_t b) { return rank(m_cart.discounts[a]) < rank(m_cart.discounts[b]); });
        Plan plan{std::vector<qint64>(m_cart.lines.size(), 0), std::vector<qint64>(m_cart.discounts.size(), 0), 0};
        for (const size_t index : chosen)
            take(plan, index);
        return plan;
    }

private:
    void take(Plan &plan, size_t index) const
    {
        const Discount &discount = m_cart.discounts[index];
        std::vector<qint64> left;
        std::vector<qint64> room;
        for (size_t i = 0; i < m_cart.lines.size(); ++i) {
            const ReservationLine &line = m_cart.lines[i];
            const bool fits = isFor(discount, line);
            left.push_back(fits ? line.price().minor() - plan.lines[i] : 0);
            room.push_back(fits ? std::max(qint64(0), left.back() - discount.floor * line.quantity) : 0);
        }
        if (discount.isPerTicket) {
            for (size_t i = 0; i < room.size(); ++i) // a line that the code is not for has no room
                add(plan, index, i, std::min(room[i], discount.value * m_cart.lines[i].quantity));
            return;
        }
        const bool isPercent = discount.kind == DiscountKind::Percent;
        const std::vector<qint64> &weights = isPercent ? left : room;
        const qint64 sum = std::accumulate(weights.begin(), weights.end(), qint64(0));
        const qint64 wanted = isPercent ? percentOf(sum, discount.value) : std::min(sum, discount.value);
        if (sum == 0)
            return;
        const std::vector<Money> parts = shareOut(Money(wanted, m_cart.currency), weights);
        for (size_t i = 0; i < parts.size(); ++i)
            add(plan, index, i, std::min(parts[i].minor(), room[i]));
    }

    static void add(Plan &plan, size_t entry, size_t line, qint64 part)
    {
        plan.lines[line] += part;
        plan.amounts[entry] += part;
        plan.total += part;
    }

    const Reservation &m_cart;
};

/// The ways in which the cart's discounts may be combined.
std::vector<std::vector<size_t>> choices(const std::vector<Discount> &discounts)
{
    std::vector<size_t> byHand;
    std::vector<size_t> together;
    std::vector<std::vector<size_t>> out{{}};
    for (size_t i = 0; i < discounts.size(); ++i) {
        if (discounts[i].isByHand())
            byHand.push_back(i);
        else if (discounts[i].isStackable)
            together.push_back(i);
        else
            out.push_back({i});
    }
    out.front() = together;
    for (std::vector<size_t> &choice : out)
        choice.insert(choice.end(), byHand.begin(), byHand.end());
    return out;
}

} // namespace

bool isFor(const Discount &discount, const ReservationLine &line)
{
    if (!discount.line.isNull())
        return discount.line == line.id;
    if (discount.currency && *discount.currency != line.unitPrice.currency())
        return false;
    return discount.scope.empty() || std::any_of(discount.scope.begin(), discount.scope.end(), [&](const PromoScope &scope) {
        return scope.event == line.event && (scope.type.isNull() || scope.type == line.ticketType);
    });
}

void apply(Reservation &reservation)
{
    Plan best = Planner(reservation).plan({});
    if (!reservation.discounts.empty())
        for (const std::vector<size_t> &choice : choices(reservation.discounts))
            if (Plan plan = Planner(reservation).plan(choice); plan.total > best.total)
                best = std::move(plan);
    for (size_t i = 0; i < reservation.lines.size(); ++i)
        reservation.lines[i].discount = Money(best.lines[i], reservation.currency);
    for (size_t i = 0; i < reservation.discounts.size(); ++i)
        reservation.discounts[i].amount = Money(best.amounts[i], reservation.currency);
}

std::vector<Money> perPlace(const ReservationLine &line)
{
    const std::vector<qint64> equal(size_t(line.quantity), 1);
    return shareOut(line.discount, equal);
}

} // namespace foyer::discountplan
