#include "app/ctl/orderanswer.h"

#include "app/common/paths.h"
#include "app/ctl/people.h"
#include "core/domain/inputtext.h"
#include "core/payment/externalterminal.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/cardpayments.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>

#include <algorithm>

namespace foyer::ctl {

namespace {

constexpr Milliseconds RefundAnswerDeadline{15'000};

QString isoMoment(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODate);
}

QString placeOf(const OrderLine &line)
{
    return line.seatLabel ? line.seatLabel->spoken() : line.ticketTypeName;
}

QJsonObject ticketJson(const OrderLine &line)
{
    return {{QStringLiteral("number"), line.ticket.number.toString()}, {QStringLiteral("state"), stateName(line.ticket.state)},
            {QStringLiteral("generation"), line.ticket.generation}, {QStringLiteral("event"), line.eventName},
            {QStringLiteral("ticket_type"), line.ticketTypeName}, {QStringLiteral("price_level"), line.priceLevelName},
            {QStringLiteral("seat"), line.seatLabel ? line.seatLabel->toString() : QString()}, {QStringLiteral("price"), line.unitPrice.toString()},
            {QStringLiteral("discount"), line.discount.toString()}, {QStringLiteral("fee"), line.fee.toString()},
            {QStringLiteral("tax"), line.tax.toString()}, {QStringLiteral("total"), line.total().toString()}};
}

QJsonObject passageJson(const Passage &passage)
{
    return {{QStringLiteral("direction"), passingName(passage.passing())}, {QStringLiteral("door"), passage.door}, {QStringLiteral("at"), isoMoment(passage.at)}};
}

QJsonArray ticketsJson(const Order &order)
{
    QJsonArray tickets;
    for (const OrderLine &line : order.lines)
        tickets.append(ticketJson(line));
    return tickets;
}

QJsonArray paymentsJson(const Order &order)
{
    QJsonArray payments;
    for (const Payment &payment : order.payments)
        payments.append(QJsonObject{{QStringLiteral("tender"), tenderName(payment.tender)}, {QStringLiteral("kind"), kindName(payment.kind)},
                                    {QStringLiteral("amount"), payment.amount.toString()}, {QStringLiteral("state"), stateName(payment.state)},
                                    {QStringLiteral("reference"), payment.reference}, {QStringLiteral("at"), isoMoment(payment.createdAt)}});
    return payments;
}

/// Whom a ticket was passed on to: a name, or the e-mail of somebody who has not registered yet.
QString receiverOf(const OrderDetail &detail, const Ticket &ticket)
{
    return ticket.holder.isNull() ? detail.waiting.value(ticket.id) : detail.holders.value(ticket.holder);
}

QJsonArray heldTicketsJson(const OrderDetail &detail)
{
    QJsonArray tickets;
    for (const OrderLine &line : detail.order.lines) {
        QJsonObject ticket = ticketJson(line);
        if (!line.ticket.holder.isNull())
            ticket.insert(QStringLiteral("holder"), receiverOf(detail, line.ticket));
        else if (detail.waiting.contains(line.ticket.id))
            ticket.insert(QStringLiteral("waiting_for"), receiverOf(detail, line.ticket));
        if (const auto passage = detail.admitted.constFind(line.ticket.id); passage != detail.admitted.constEnd())
            ticket.insert(QStringLiteral("admitted"), passageJson(*passage));
        tickets.append(ticket);
    }
    return tickets;
}

} // namespace

QJsonObject detailJson(const OrderDetail &detail)
{
    QJsonArray refunds;
    for (const Order &refund : detail.refunds)
        refunds.append(QJsonObject{{QStringLiteral("number"), refund.number}, {QStringLiteral("total"), refund.total.toString()},
                                   {QStringLiteral("exchanged_for"), refund.lines.empty() ? QString() : detail.exchanged.value(refund.lines.front().ticket.id)},
                                   {QStringLiteral("at"), isoMoment(refund.createdAt)}, {QStringLiteral("tickets"), ticketsJson(refund)}});
    QJsonArray discounts;
    for (const OrderDiscount &discount : detail.discounts)
        discounts.append(QJsonObject{{QStringLiteral("code"), discount.code}, {QStringLiteral("reason"), discount.reason}, {QStringLiteral("amount"), discount.amount.toString()},
                                     {QStringLiteral("by"), discount.staffName}, {QStringLiteral("approver"), discount.approverName}});
    QJsonArray history;
    for (const OrderStep &step : detail.history)
        history.append(QJsonObject{{QStringLiteral("at"), isoMoment(step.at)}, {QStringLiteral("by"), step.staff}, {QStringLiteral("terminal"), step.terminal},
                                   {QStringLiteral("about"), QJsonArray::fromStringList(step.about)}, {QStringLiteral("reason"), step.reason}, {QStringLiteral("approver"), step.approver}, {QStringLiteral("record"), step.record}});
    return {{QStringLiteral("number"), detail.order.number}, {QStringLiteral("kind"), kindName(detail.order.kind)},
            {QStringLiteral("exchanged_of"), detail.exchangedOf}, {QStringLiteral("credit"), detail.order.credit.value_or(Money::zero(detail.order.currency)).toString()},
            {QStringLiteral("status"), statusName(detail.status)},
            {QStringLiteral("total"), detail.order.total.toString()}, {QStringLiteral("currency"), detail.order.currency.code()},
            {QStringLiteral("refunded"), detail.refunded.toString()}, {QStringLiteral("owed"), detail.owed.toString()},
            {QStringLiteral("sold_at"), isoMoment(detail.order.createdAt)}, {QStringLiteral("sold_by"), detail.seller.staff},
            {QStringLiteral("terminal"), detail.seller.terminal}, {QStringLiteral("customer"), detail.customer ? detail.customer->name : QString()},
            {QStringLiteral("tickets"), heldTicketsJson(detail)}, {QStringLiteral("payments"), paymentsJson(detail.order)},
            {QStringLiteral("discounts"), discounts}, {QStringLiteral("refunds"), refunds}, {QStringLiteral("history"), history}};
}

QString detailText(const OrderDetail &detail)
{
    QString text = translate("Ctl", "Order %1, %2 %3, %4, sold %5\n").arg(detail.order.number, detail.order.total.toString(), detail.order.currency.code(),
                                                                        statusName(detail.status), isoMoment(detail.order.createdAt));
    if (!detail.exchangedOf.isEmpty())
        text += translate("Ctl", "  in exchange for tickets of %1, worth %2\n").arg(detail.exchangedOf, detail.order.credit.value_or(Money::zero(detail.order.currency)).toString());
    for (const OrderLine &line : detail.order.lines) {
        text += QStringLiteral("  %1  %2, %3, %4  %5  %6").arg(line.ticket.number.grouped(), line.eventName, placeOf(line), line.priceLevelName,
                                                               line.total().toString(), stateName(line.ticket.state));
        const QString receiver = receiverOf(detail, line.ticket);
        text += receiver.isEmpty() ? QString() : QStringLiteral("  %1").arg(receiver);
        if (const auto passage = detail.admitted.constFind(line.ticket.id); passage != detail.admitted.constEnd())
            text += QStringLiteral("  %1 %2, %3").arg(passingName(passage->passing()), isoMoment(passage->at), passage->door);
        text += u'\n';
    }
    for (const OrderDiscount &discount : detail.discounts)
        text += translate("Ctl", "  %1 taken off by %2\n").arg(discount.amount.toString(), discount.code.isEmpty() ? discount.reason : discount.code);
    for (const Payment &payment : detail.order.payments)
        text += QStringLiteral("  %1 %2  %3  %4\n").arg(tenderName(payment.tender), kindName(payment.kind), payment.amount.toString(), stateName(payment.state));
    for (const Order &refund : detail.refunds)
        text += translate("Ctl", "  refund %1  %2, %3 tickets\n").arg(refund.number, refund.total.toString()).arg(refund.lines.size());
    return text;
}

Result<OrderDetail> orderByNumber(BoxOffice &office, const QString &number)
{
    const auto order = office.orders().findByNumber(number);
    return order ? office.orderDetails().of(order->id) : fail(order.error());
}

Result<std::vector<TicketId>> namedTickets(Call &call, const Order &order)
{
    std::vector<TicketId> out;
    for (const QString &text : call.parser().values(QStringLiteral("ticket"))) {
        const auto number = TicketNumber::parse(text);
        if (!number)
            return fail(number.error());
        const auto line = std::find_if(order.lines.begin(), order.lines.end(), [&](const OrderLine &l) { return l.ticket.number == *number; });
        if (line == order.lines.end())
            return fail(ErrorCode::NotFound, {translate("Input", "the ticket %1 in the order %2").arg(number->grouped(), order.number)});
        out.push_back(line->ticket.id);
    }
    return out;
}

QCommandLineOption admittedOption()
{
    return {QStringLiteral("admitted"), translate("Ctl", "Also tickets that somebody came in with already.")};
}

Result<void> mayUndoAdmitted(Call &call, const OrderDetail &detail, const std::vector<TicketId> &tickets)
{
    QStringList admitted;
    for (const OrderLine &line : detail.order.lines) {
        const bool isMeant = tickets.empty() || std::find(tickets.begin(), tickets.end(), line.ticket.id) != tickets.end();
        if (isMeant && line.ticket.state != TicketState::Void && detail.admitted.contains(line.ticket.id))
            admitted << line.ticket.number.grouped();
    }
    return admitted.isEmpty() || call.has("admitted") ? Result<void>() : fail(ErrorCode::AlreadyAdmitted, {admitted.join(QStringLiteral(", "))});
}

Result<NamedOrder> namedOrder(Call &call, BoxOffice &office)
{
    auto detail = orderByNumber(office, call.argument(0));
    if (!detail)
        return fail(detail.error());
    auto tickets = namedTickets(call, detail->order);
    if (!tickets)
        return fail(tickets.error());
    return NamedOrder{std::move(*detail), std::move(*tickets)};
}

Result<std::unique_ptr<SandboxGateway>> promptBank(Call &call)
{
    auto bank = SandboxGateway::open(paths::sandboxBooks(call.keyFolder()), call.clock(), eventLoopLater());
    if (bank)
        (*bank)->setBehaviour({.delay = Milliseconds(0)});
    return bank;
}

void sendRefunds(Call &call, BoxOffice &office, SandboxGateway &bank, const std::vector<Payment> &given)
{
    CardPayments cards(office.checkout(), bank, call.clock(), eventLoopLater());
    ExternalTerminal machine;
    cards.addEarlier(machine);
    int byHand = 0;
    for (const Payment &payment : given) {
        cards.sendRefunds(payment.reservation);
        byHand += payment.isLive() && payment.isByHand() ? 1 : 0;
    }
    QEventLoop loop;
    cards.onChange([&](const CheckoutState &) {
        if (cards.pending() <= byHand)
            loop.quit();
    });
    QTimer::singleShot(RefundAnswerDeadline, &loop, &QEventLoop::quit);
    if (cards.pending() > byHand)
        loop.exec();
}

QCommandLineOption creditOption()
{
    return {QStringLiteral("credit"), translate("Ctl", "What goes back goes into this wallet: its id, a gift card's code, or a customer."), translate("Ctl", "wallet")};
}

Result<AccountId> creditOf(Call &call, BoxOffice &office, Currency currency)
{
    if (!call.has("credit"))
        return AccountId();
    const auto wallet = findWallet(office, call.value("credit"), currency);
    return wallet ? Result<AccountId>(wallet->id) : fail(wallet.error());
}

QCommandLineOption ticketOption()
{
    return {QStringLiteral("ticket"), translate("Ctl", "A ticket of the order by its number; may be repeated. All unless given."), translate("Ctl", "number")};
}

} // namespace foyer::ctl
