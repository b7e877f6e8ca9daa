#include "ui/printing/orderreceipt.h"

#include "core/services/training.h"
#include "ui/backend/backend.h"
#include "ui/pay/tenderlist.h"

#include <QtCore/QCollator>
#include <QtCore/QCoreApplication>

#include <algorithm>
#include <map>

namespace foyer::printing {
namespace {

/// Tickets of one event, type and price.
struct ReceiptGroup {
    const OrderLine *first;
    int count = 0;
    Money total;
    QStringList seats;
};

bool belongs(const ReceiptGroup &group, const OrderLine &line)
{
    return group.first->ticket.event == line.ticket.event && group.first->priceLevel == line.priceLevel;
}

std::vector<ReceiptLine> linesOf(const Order &order, const std::vector<OrderDiscount> &discounts)
{
    std::vector<ReceiptGroup> groups;
    for (const OrderLine &line : order.lines) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](const ReceiptGroup &g) { return belongs(g, line); });
        if (group == groups.end())
            group = groups.insert(group, ReceiptGroup{&line, 0, Money::zero(order.currency), {}});
        ++group->count;
        group->total += line.unitPrice;
        if (line.seatLabel)
            group->seats << line.seatLabel->spoken();
    }
    QCollator natural;
    natural.setNumericMode(true);
    std::vector<ReceiptLine> lines;
    for (ReceiptGroup &group : groups) {
        std::sort(group.seats.begin(), group.seats.end(), natural);
        const QString what = group.first->eventName + QStringLiteral(", ") + group.first->ticketTypeName;
        QString detail = group.first->priceLevelName;
        if (!group.seats.isEmpty())
            detail += QStringLiteral(" · ") + group.seats.join(QStringLiteral(", "));
        lines.push_back({group.count, what, detail, group.total});
    }
    // Codes by their names; what a person gave has a reason that is the house's own.
    Money byHand = order.discount();
    for (const OrderDiscount &discount : discounts) {
        if (discount.promo.isNull())
            continue;
        lines.push_back({1, QCoreApplication::translate("Receipt", "Promo code %1").arg(discount.code), QString(), -discount.amount});
        byHand -= discount.amount;
    }
    if (byHand.isPositive())
        lines.push_back({1, QCoreApplication::translate("Receipt", "Discounts"), QString(), -byHand});
    if (const Money fees = order.fees(); fees.isPositive())
        lines.push_back({1, QCoreApplication::translate("Receipt", "Booking fees"), QString(), fees});
    return lines;
}

std::vector<ReceiptTax> taxesOf(const Order &order)
{
    std::map<int, ReceiptTax> byRate;
    for (const OrderLine &line : order.lines) {
        ReceiptTax &tax = byRate.try_emplace(line.taxBasisPoints, ReceiptTax{line.taxBasisPoints, Money::zero(order.currency), Money::zero(order.currency)}).first->second;
        tax.gross += line.total();
        tax.tax += line.tax;
    }
    std::vector<ReceiptTax> taxes;
    for (const auto &[rate, tax] : byRate)
        taxes.push_back(tax);
    return taxes;
}

std::vector<ReceiptTender> tendersOf(const Order &order, const std::vector<Payment> &payments)
{
    std::vector<ReceiptTender> tenders;
    if (order.credit)
        tenders.push_back({QCoreApplication::translate("Receipt", "Exchanged tickets"), *order.credit, {}, {}});
    for (const Payment &payment : payments) {
        if (payment.state != PaymentState::Captured)
            continue;
        const bool isRefund = payment.kind == PaymentKind::Refund;
        ReceiptTender tender{tenderText(payment.tender), isRefund ? -payment.amount : payment.amount, {}, {}};
        if (payment.given && payment.change().isPositive()) {
            tender.given = payment.given;
            tender.change = payment.change();
        }
        tenders.push_back(std::move(tender));
    }
    return tenders;
}

/// What the order was charged less, and by which codes.
Result<std::vector<OrderDiscount>> discountsOf(Desk &desk, const Order &order)
{
    if (!order.discount().isPositive() || order.kind == OrderKind::Refund)
        return std::vector<OrderDiscount>();
    return desk.office.orderDetails().of(order.id).map([](const OrderDetail &detail) { return detail.discounts; });
}

Result<Venue> venueOf(Desk &desk, const Order &order)
{
    const auto venues = desk.office.catalogue().venues();
    if (!venues)
        return fail(venues.error());
    if (order.lines.empty())
        return Venue();
    const auto event = desk.office.catalogue().event(order.lines.front().ticket.event);
    if (!event)
        return fail(event.error());
    const auto venue = std::find_if(venues->begin(), venues->end(), [&](const Venue &v) { return v.id == event->venue; });
    return venue == venues->end() ? Venue() : *venue;
}

Result<QString> customerOf(Desk &desk, const Order &order)
{
    if (order.customer.isNull())
        return QString();
    const auto customer = desk.office.customers().get(order.customer);
    if (!customer && customer.error().code == ErrorCode::NotFound)
        return QString(); // erased since
    return customer.map([](const Customer &who) { return who.name; });
}

} // namespace

Result<PrintedReceipt> printedReceipt(Desk &desk, const Order &order, const std::vector<Payment> &payments, bool reprint)
{
    const auto venue = venueOf(desk, order);
    if (!venue)
        return fail(venue.error());
    const auto seller = desk.office.orders().soldBy(order.id);
    if (!seller)
        return fail(seller.error());
    const auto customer = customerOf(desk, order);
    if (!customer)
        return fail(customer.error());
    const auto training = isTraining(desk.office.writer());
    if (!training)
        return fail(training.error());
    const auto discounts = discountsOf(desk, order);
    if (!discounts)
        return fail(discounts.error());
    PrintedReceipt receipt;
    receipt.venue = venue->name;
    receipt.orderNumber = order.number;
    receipt.at = QDateTime::fromMSecsSinceEpoch(order.createdAt.ms, venue->timeZone);
    receipt.lines = linesOf(order, *discounts);
    receipt.taxes = taxesOf(order);
    receipt.tenders = tendersOf(order, payments);
    receipt.total = order.total;
    receipt.terminal = seller->terminal;
    receipt.cashier = seller->staff;
    receipt.customer = *customer;
    receipt.reprint = reprint;
    receipt.training = *training;
    return receipt;
}

} // namespace foyer::printing
