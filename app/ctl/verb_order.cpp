#include "app/ctl/orderanswer.h"
#include "core/domain/inputtext.h"
#include "core/payment/sandboxgateway.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

QString soldMoment(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODate);
}

Answer findOrders(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto found = (*office)->orderSearch().all(call.argument(0));
    if (!found)
        return failed(found.error());
    QString text;
    QJsonArray orders;
    for (const OrderHit &hit : found->orders) {
        const auto &head = hit.head;
        text += QStringLiteral("%1  %2 %3  %4/%5  %6  %7  %8\n").arg(head.number, head.total.toString(), head.total.currency().code(),
                                                                   QString::number(head.valid), QString::number(head.tickets), head.event, head.customer, hit.by);
        orders.append(QJsonObject{{QStringLiteral("number"), head.number}, {QStringLiteral("total"), head.total.toString()},
                                  {QStringLiteral("currency"), head.total.currency().code()}, {QStringLiteral("tickets"), head.tickets},
                                  {QStringLiteral("valid"), head.valid}, {QStringLiteral("event"), head.event}, {QStringLiteral("customer"), head.customer},
                                  {QStringLiteral("sold_at"), soldMoment(head.at)}, {QStringLiteral("found_by"), hit.by}});
    }
    QJsonArray reservations;
    for (const ReservationHit &hit : found->reservations) {
        const Reservation &cart = hit.reservation;
        const QString state = !hit.isLive && cart.state == ReservationState::Active ? stateName(ReservationState::Expired) : stateName(cart.state);
        text += translate("Ctl", "Reservation %1: %2, %3 %4, %5\n").arg(cart.id.toString(), state, cart.total().toString(), cart.currency.code(), cart.lines.front().eventName);
        reservations.append(QJsonObject{{QStringLiteral("id"), cart.id.toString()}, {QStringLiteral("state"), state}, {QStringLiteral("channel"), channelName(cart.channel)},
                                        {QStringLiteral("total"), cart.total().toString()}, {QStringLiteral("currency"), cart.currency.code()},
                                        {QStringLiteral("places"), cart.places()}, {QStringLiteral("customer"), hit.customer}, {QStringLiteral("made_at"), soldMoment(cart.createdAt)}});
    }
    return Outcome{text.isEmpty() ? translate("Ctl", "No order fits.") : text, {{QStringLiteral("orders"), orders}, {QStringLiteral("reservations"), reservations}}, {}};
}

Answer showOrder(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto detail = orderByNumber(**office, call.argument(0));
    return detail ? Answer(Outcome{detailText(*detail), detailJson(*detail), {}}) : failed(detail.error());
}

Answer refundOrder(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto bank = promptBank(call);
    if (!bank)
        return failed(bank.error());
    const auto named = namedOrder(call, **office);
    if (!named)
        return failed(named.error());
    const auto &[detail, tickets] = *named;
    if (const auto allowed = mayUndoAdmitted(call, detail, tickets); !allowed)
        return failed(allowed.error());
    const auto credit = creditOf(call, **office, detail.order.currency);
    if (!credit)
        return failed(credit.error());
    const auto made = (*office)->refunds().refund((*office)->system(), {detail.order.id, tickets, call.has("keep-closed"), call.value("key"), call.value("reason"), *credit});
    if (!made)
        return failed(made.error());
    sendRefunds(call, **office, **bank, made->given);
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
    auto named = namedOrder(call, **office);
    if (!named)
        return failed(named.error());
    auto &[detail, tickets] = *named;
    if (tickets.empty())
        for (const OrderLine &line : detail.order.lines)
            if (line.ticket.state != TicketState::Void)
                tickets.push_back(line.ticket.id);
    TicketChanges &changes = (*office)->ticketChanges();
    const auto changed = call.has("undo") ? changes.reinstate((*office)->system(), tickets) : changes.revoke((*office)->system(), tickets, call.value("reason"));
    if (!changed)
        return failed(changed.error());
    const auto after = (*office)->orderDetails().of(detail.order.id);
    return after ? Answer(Outcome{detailText(*after), detailJson(*after), {}}) : failed(after.error());
}

Answer giveTickets(Call &call)
{
    if (!call.has("to"))
        return usage(translate("Ctl", "--to says to whose e-mail the tickets go."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    auto named = namedOrder(call, **office);
    if (!named)
        return failed(named.error());
    auto &[detail, tickets] = *named;
    if (tickets.empty())
        for (const OrderLine &line : detail.order.lines)
            if (line.ticket.state == TicketState::Valid)
                tickets.push_back(line.ticket.id);
    if (const auto allowed = mayUndoAdmitted(call, detail, tickets); !allowed)
        return failed(allowed.error());
    const auto given = (*office)->ticketChanges().giveToEmail((*office)->system(), tickets, call.value("to"));
    if (!given)
        return failed(given.error());
    const auto after = (*office)->orderDetails().of(detail.order.id);
    return after ? Answer(Outcome{detailText(*after), detailJson(*after), {}}) : failed(after.error());
}

QCommandLineOption reasonOption()
{
    return {QStringLiteral("reason"), translate("Ctl", "Why; it is kept with the order."), translate("Ctl", "text")};
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
    verb.options = {ticketOption(), creditOption(), admittedOption(), {QStringLiteral("keep-closed"), translate("Ctl", "The places do not return to sale.")},
                    {QStringLiteral("key"), translate("Ctl", "Asking again with it brings the first answer."), translate("Ctl", "text")}, reasonOption()};
    return verb;
}

Verb orderGiveVerb()
{
    Verb verb = orderVerb(QStringLiteral("order give"), QStringLiteral("NUMBER"), translate("Ctl", "Pass tickets on to an e-mail; the codes before admit nobody any more."), giveTickets);
    verb.options = {ticketOption(), admittedOption(), {QStringLiteral("to"), translate("Ctl", "Of a customer, or of somebody who will register with it."), translate("Ctl", "e-mail")}};
    return verb;
}

Verb orderRevokeVerb()
{
    Verb verb = orderVerb(QStringLiteral("order revoke"), QStringLiteral("NUMBER"), translate("Ctl", "Make tickets admit nobody; their places stay theirs."), revokeTickets);
    verb.options = {ticketOption(), {QStringLiteral("undo"), translate("Ctl", "Reinstate them.")}, reasonOption()};
    return verb;
}

} // namespace foyer::ctl
