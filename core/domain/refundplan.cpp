#include "core/domain/refundplan.h"

#include "core/domain/inputtext.h"

#include <algorithm>

namespace foyer::refundplan {

namespace {

/// Lower goes first.
int rank(Tender tender)
{
    return tender == Tender::Card ? 0 : isStored(tender) ? 1 : 2;
}

Result<OrderLine> lineOf(const Order &sale, TicketId ticket)
{
    const auto found = std::find_if(sale.lines.begin(), sale.lines.end(), [&](const OrderLine &line) { return line.ticket.id == ticket; });
    if (found == sale.lines.end())
        return fail(ErrorCode::NotFound, {translate("Input", "this ticket in the order %1").arg(sale.number)});
    return *found;
}

} // namespace

Result<std::vector<OrderLine>> chosen(const Order &sale, std::span<const TicketId> tickets)
{
    std::vector<OrderLine> lines;
    if (tickets.empty())
        std::copy_if(sale.lines.begin(), sale.lines.end(), std::back_inserter(lines), [](const OrderLine &l) { return l.ticket.state != TicketState::Void; });
    for (const TicketId ticket : tickets) {
        const auto line = lineOf(sale, ticket);
        if (!line)
            return fail(line.error());
        const bool isTwice = std::any_of(lines.begin(), lines.end(), [&](const OrderLine &l) { return l.ticket.id == ticket; });
        if (!isTwice)
            lines.push_back(*line);
    }
    QStringList gone;
    for (const OrderLine &line : lines)
        if (line.ticket.state == TicketState::Void)
            gone << line.ticket.number.grouped();
    if (!gone.isEmpty() || lines.empty())
        return fail(ErrorCode::AlreadyRefunded, {gone.isEmpty() ? translate("Input", "all of order %1").arg(sale.number) : gone.join(QStringLiteral(", "))});
    return lines;
}

Money worth(std::span<const OrderLine> lines, Currency currency)
{
    Money sum = Money::zero(currency);
    for (const OrderLine &line : lines)
        sum += line.total();
    return sum;
}

bool givesCash(std::span<const Part> parts)
{
    return std::any_of(parts.begin(), parts.end(), [](const Part &part) { return part.tender == Tender::Cash; });
}

Money left(const Payment &capture, std::span<const Payment> payments)
{
    Money rest = capture.amount;
    for (const Payment &payment : payments)
        if (payment.refersTo == capture.id && payment.state != PaymentState::Declined && payment.state != PaymentState::Failed)
            rest -= payment.amount;
    return rest;
}

Result<std::vector<Part>> share(std::span<const Payment> payments, Money amount)
{
    std::vector<Part> sources;
    for (const Payment &payment : payments)
        if (payment.kind == PaymentKind::Capture && payment.state == PaymentState::Captured)
            sources.push_back({payment.id, payment.tender, left(payment, payments), payment.isByHand()});
    std::stable_sort(sources.begin(), sources.end(), [](const Part &a, const Part &b) { return rank(a.tender) < rank(b.tender); });
    std::vector<Part> parts;
    Money open = amount;
    for (Part source : sources) {
        source.amount = std::min(source.amount, open);
        if (!source.amount.isPositive())
            continue;
        open -= source.amount;
        parts.push_back(source);
    }
    if (open.isPositive())
        return fail(ErrorCode::MoreThanDue, {(amount - open).toString()});
    return parts;
}

Money owed(std::span<const Payment> payments, Money worth)
{
    Money kept = Money::zero(worth.currency());
    for (const Payment &payment : payments)
        if (payment.kind == PaymentKind::Capture && payment.state == PaymentState::Captured)
            kept += left(payment, payments);
    return kept - worth;
}

OrderLine mirrored(const OrderLine &line, OrderLineId id)
{
    OrderLine out = line;
    out.id = id;
    out.refunds = line.id;
    return out;
}

} // namespace foyer::refundplan
