#include "core/domain/charges.h"

namespace foyer::charges {

namespace {

/// Each ticket of the event bears the same part; odd minor units go to the first.
void share(std::vector<OrderLine> &lines, EventId event, Money fee)
{
    std::vector<OrderLine *> bearers;
    for (OrderLine &line : lines)
        if (line.ticket.event == event)
            bearers.push_back(&line);
    const std::vector<qint64> equal(bearers.size(), 1);
    const std::vector<Money> parts = shareOut(fee, equal);
    for (size_t i = 0; i < parts.size(); ++i)
        bearers[i]->fee += parts[i];
}

} // namespace

void spread(std::vector<OrderLine> &lines, const Reservation &reservation)
{
    for (const auto &[event, fee] : reservation.orderFees())
        share(lines, event, fee);
    for (OrderLine &line : lines)
        line.tax = taxContained(line.total(), line.taxBasisPoints);
}

Earnings earnings(const std::vector<OrderLine> &lines, Currency currency)
{
    const Money zero = Money::zero(currency);
    Earnings sums{{}, {}, zero};
    for (const OrderLine &line : lines) {
        const Money fee = line.fee - taxContained(line.fee, line.taxBasisPoints);
        sums.fees.try_emplace(line.ticket.event, zero).first->second += fee;
        sums.net.try_emplace(line.ticket.event, zero).first->second += line.total() - line.tax - fee;
        sums.tax += line.tax;
    }
    return sums;
}

std::vector<TaxSum> taxes(const Order &order)
{
    std::map<int, TaxSum> sums;
    for (const OrderLine &line : order.lines) {
        const TaxSum nothing{line.taxBasisPoints, Money::zero(order.currency), Money::zero(order.currency)};
        TaxSum &sum = sums.try_emplace(line.taxBasisPoints, nothing).first->second;
        sum.gross += line.total();
        sum.tax += line.tax;
    }
    std::vector<TaxSum> out;
    for (const auto &[rate, sum] : sums)
        out.push_back(sum);
    return out;
}

} // namespace foyer::charges
