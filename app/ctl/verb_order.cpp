#include "app/common/paths.h"
#include "app/ctl/call.h"
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

QJsonObject detailJson(const OrderDetail &detail)
{
    QJsonArray refunds;
    for (const Order &refund : detail.refunds)
        refunds.append(QJsonObject{{QStringLiteral("number"), refund.number}, {QStringLiteral("total"), refund.total.toString()},
                                   {QStringLiteral("at"), isoMoment(refund.createdAt)}, {QStringLiteral("tickets"), ticketsJson(refund)}});
    QJsonArray discounts;
    for (const OrderDiscount &discount : detail.discounts)
        discounts.append(QJsonObject{{QStringLiteral("code"), discount.code}, {QStringLiteral("reason"), discount.reason}, {QStringLiteral("amount"), discount.amount.toString()},
                                     {QStringLiteral("by"), discount.staffName}, {QStringLiteral("approver"), discount.approverName}});
    QJsonArray history;
    for (const OrderStep &step : detail.history)
        history.append(QJsonObject{{QStringLiteral("at"), isoMoment(step.at)}, {QStringLiteral("by"), step.staff}, {QStringLiteral("terminal"), step.terminal},
                                   {QStringLiteral("about"), QJsonArray::fromStringList(step.about)}, {QStringLiteral("record"), step.record}});
    return {{QStringLiteral("number"), detail.order.number}, {QStringLiteral("status"), statusName(detail.status)},
            {QStringLiteral("total"), detail.order.total.toString()}, {QStringLiteral("currency"), detail.order.currency.code()},
            {QStringLiteral("refunded"), detail.refunded.toString()}, {QStringLiteral("owed"), detail.owed.toString()},
            {QStringLiteral("sold_at"), isoMoment(detail.order.createdAt)}, {QStringLiteral("sold_by"), detail.seller.staff},
            {QStringLiteral("terminal"), detail.seller.terminal}, {QStringLiteral("customer"), detail.customer ? detail.customer->name : QString()},
            {QStringLiteral("tickets"), ticketsJson(detail.order)}, {QStringLiteral("payments"), paymentsJson(detail.order)},
            {QStringLiteral("discounts"), discounts}, {QStringLiteral("refunds"), refunds}, {QStringLiteral("history"), history}};
}

QString detailText(const OrderDetail &detail)
{
    QString text = translate("Ctl", "Order %1, %2 %3, %4, sold %5\n").arg(detail.order.number, detail.order.total.toString(), detail.order.currency.code(),
                                                                        statusName(detail.status), isoMoment(detail.order.createdAt));
    for (const OrderLine &line : detail.order.lines)
        text += QStringLiteral("  %1  %2, %3, %4  %5  %6\n").arg(line.ticket.number.grouped(), line.eventName, placeOf(line), line.priceLevelName,
                                                                 line.total().toString(), stateName(line.ticket.state));
    for (const OrderDiscount &discount : detail.discounts)
        text += translate("Ctl", "  %1 taken off by %2\n").arg(discount.amount.toString(), discount.code.isEmpty() ? discount.reason : discount.code);
    for (const Payment &payment : detail.order.payments)
        text += QStringLiteral("  %1 %2  %3  %4\n").arg(tenderName(payment.tender), kindName(payment.kind), payment.amount.toString(), stateName(payment.state));
    for (const Order &refund : detail.refunds)
        text += translate("Ctl", "  refund %1  %2, %3 tickets\n").arg(refund.number, refund.total.toString()).arg(refund.lines.size());
    return text;
}

Result<OrderDetail> detailOf(BoxOffice &office, const QString &number)
{
    const auto order = office.orders().findByNumber(number);
    return order ? office.orderDetails().of(order->id) : fail(order.error());
}

/// Those that --ticket names; none means all.
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

Answer findOrders(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto hits = (*office)->orderSearch().find(call.argument(0));
    if (!hits)
        return failed(hits.error());
    QString text;
    QJsonArray orders;
    for (const OrderHit &hit : *hits) {
        const auto &head = hit.head;
        text += QStringLiteral("%1  %2 %3  %4/%5  %6  %7  %8\n").arg(head.number, head.total.toString(), head.total.currency().code(),
                                                                   QString::number(head.valid), QString::number(head.tickets), head.event, head.customer, hit.by);
        orders.append(QJsonObject{{QStringLiteral("number"), head.number}, {QStringLiteral("total"), head.total.toString()},
                                  {QStringLiteral("currency"), head.total.currency().code()}, {QStringLiteral("tickets"), head.tickets},
                                  {QStringLiteral("valid"), head.valid}, {QStringLiteral("event"), head.event}, {QStringLiteral("customer"), head.customer},
                                  {QStringLiteral("sold_at"), isoMoment(head.at)}, {QStringLiteral("found_by"), hit.by}});
    }
    return Outcome{text.isEmpty() ? translate("Ctl", "No order fits.") : text, {{QStringLiteral("orders"), orders}}, {}};
}

Answer showOrder(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto detail = detailOf(**office, call.argument(0));
    return detail ? Answer(Outcome{detailText(*detail), detailJson(*detail), {}}) : failed(detail.error());
}

/// The sandbox bank answers for its cards; what a card machine has to give back stays open for whoever stands there.
void sendRefunds(Call &call, BoxOffice &office, SandboxGateway &bank, ReservationId sale)
{
    CardPayments cards(office.checkout(), bank, call.clock(), eventLoopLater());
    ExternalTerminal machine;
    cards.addEarlier(machine);
    const auto state = cards.sendRefunds(sale);
    int byHand = 0;
    for (const Payment &payment : state ? state->payments : std::vector<Payment>())
        byHand += payment.isLive() && payment.isByHand() ? 1 : 0;
    QEventLoop loop;
    cards.onChange([&](const CheckoutState &) {
        if (cards.pending() <= byHand)
            loop.quit();
    });
    QTimer::singleShot(RefundAnswerDeadline, &loop, &QEventLoop::quit);
    if (cards.pending() > byHand)
        loop.exec();
}

Answer refundOrder(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto bank = SandboxGateway::open(paths::sandboxBooks(call.keyFolder()), call.clock(), eventLoopLater());
    if (!bank)
        return failed(bank.error());
    (*bank)->setBehaviour({.delay = Milliseconds(0)});
    const auto detail = detailOf(**office, call.argument(0));
    if (!detail)
        return failed(detail.error());
    const auto tickets = namedTickets(call, detail->order);
    if (!tickets)
        return failed(tickets.error());
    const auto made = (*office)->refunds().refund((*office)->system(), {detail->order.id, *tickets, call.has("keep-closed"), call.value("key")});
    if (!made)
        return failed(made.error());
    sendRefunds(call, **office, **bank, made->sale.reservation);
    const auto after = (*office)->orderDetails().of(made->sale.id);
    if (!after)
        return failed(after.error());
    QJsonObject json = detailJson(*after);
    json.insert(QStringLiteral("refund"), made->refund.number);
    json.insert(QStringLiteral("given_back"), (-made->refund.total).toString());
    return Outcome{translate("Ctl", "Refund %1: %2 %3 for %4 tickets.\n").arg(made->refund.number, (-made->refund.total).toString(), made->refund.currency.code())
                       .arg(made->refund.lines.size()) + detailText(*after), json, {}};
}

Answer revokeTickets(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto detail = detailOf(**office, call.argument(0));
    if (!detail)
        return failed(detail.error());
    auto tickets = namedTickets(call, detail->order);
    if (!tickets)
        return failed(tickets.error());
    if (tickets->empty())
        for (const OrderLine &line : detail->order.lines)
            if (line.ticket.state != TicketState::Void)
                tickets->push_back(line.ticket.id);
    TicketChanges &changes = (*office)->ticketChanges();
    const auto changed = call.has("undo") ? changes.reinstate((*office)->system(), *tickets) : changes.revoke((*office)->system(), *tickets);
    if (!changed)
        return failed(changed.error());
    const auto after = (*office)->orderDetails().of(detail->order.id);
    return after ? Answer(Outcome{detailText(*after), detailJson(*after), {}}) : failed(after.error());
}

Verb orderVerb(const QString &name, const QString &arguments, const QString &summary, Answer (*run)(Call &))
{
    Verb verb;
    verb.name = name;
    verb.arguments = arguments;
    verb.argumentCount = 1;
    verb.summary = summary;
    verb.run = run;
    return verb;
}

QCommandLineOption ticketOption()
{
    return {QStringLiteral("ticket"), translate("Ctl", "A ticket of the order by its number; may be repeated. All unless given."), translate("Ctl", "number")};
}

} // namespace

Verb orderFindVerb()
{
    return orderVerb(QStringLiteral("order find"), QStringLiteral("TEXT"),
                     translate("Ctl", "Orders by number, ticket, code, seat, name, e-mail, phone or day."), findOrders);
}

Verb orderShowVerb()
{
    return orderVerb(QStringLiteral("order show"), QStringLiteral("NUMBER"), translate("Ctl", "One order with everything that became of it."), showOrder);
}

Verb orderRefundVerb()
{
    Verb verb = orderVerb(QStringLiteral("order refund"), QStringLiteral("NUMBER"), translate("Ctl", "Give an order back, or some of its tickets."), refundOrder);
    verb.options = {ticketOption(), {QStringLiteral("keep-closed"), translate("Ctl", "The places do not return to sale.")},
                    {QStringLiteral("key"), translate("Ctl", "Asking again with it brings the first answer."), translate("Ctl", "text")}};
    return verb;
}

Verb orderRevokeVerb()
{
    Verb verb = orderVerb(QStringLiteral("order revoke"), QStringLiteral("NUMBER"), translate("Ctl", "Make tickets admit nobody; their places stay theirs."), revokeTickets);
    verb.options = {ticketOption(), {QStringLiteral("undo"), translate("Ctl", "Reinstate them.")}};
    return verb;
}

} // namespace foyer::ctl
