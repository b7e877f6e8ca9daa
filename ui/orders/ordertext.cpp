#include "ui/orders/ordertext.h"

#include "ui/format.h"
#include "ui/pay/tenderlist.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <map>

namespace foyer {
namespace {

constexpr qsizetype NamedTickets = 6; ///< more are counted only

QString orderWord(const char *text) { return QCoreApplication::translate("Orders", text); }
QString countWord(const char *text, int n) { return QCoreApplication::translate("Orders", text, nullptr, n); }

QString momentOf(Instant at)
{
    return formatMoment(QDateTime::fromMSecsSinceEpoch(at.ms));
}

QString byWhom(const QString &staff, const QString &terminal)
{
    return staff.isEmpty() ? terminal : staff + QStringLiteral(", ") + terminal;
}

QString numbersText(const QStringList &numbers)
{
    QStringList grouped;
    for (const QString &number : numbers.mid(0, NamedTickets)) {
        const auto ticket = TicketNumber::parse(number);
        grouped << (ticket ? ticket->grouped() : number);
    }
    if (numbers.size() > NamedTickets)
        grouped << countWord(QT_TRANSLATE_N_NOOP("Orders", "and %n more"), int(numbers.size() - NamedTickets));
    return grouped.join(QStringLiteral(", "));
}

QString whatText(const OrderStep &step)
{
    const QString amount = formatMoney(step.amount.isNegative() ? -step.amount : step.amount, MoneySign::Show);
    const QString numbers = numbersText(step.about);
    switch (step.what) {
    case OrderStep::What::Sold:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Sold for %1")).arg(amount);
    case OrderStep::What::Refunded:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Refunded %1 with %2")).arg(amount, numbers);
    case OrderStep::What::Corrected:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Tender of %1 corrected to %2")).arg(amount, tenderText(tenderFrom(step.about.first())));
    case OrderStep::What::Revoked:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Revoked: %1")).arg(numbers);
    case OrderStep::What::Reinstated:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Reinstated: %1")).arg(numbers);
    case OrderStep::What::Given:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Passed on: %1")).arg(numbers);
    case OrderStep::What::Claimed:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Claimed by who registered with the e-mail: %1")).arg(numbers);
    case OrderStep::What::Reprinted:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Printed again: %1")).arg(numbers);
    case OrderStep::What::Exchanged:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Tickets worth %1 exchanged for %2")).arg(amount, numbers);
    case OrderStep::What::TakenFor:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Taken for %1 in exchange for tickets of %2")).arg(amount, numbers);
    case OrderStep::What::Admitted:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Came in: %1")).arg(numbers);
    case OrderStep::What::LeftAgain:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Left: %1")).arg(numbers);
    case OrderStep::What::Comped:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Given free of charge: %1")).arg(step.about.first());
    }
    Q_UNREACHABLE();
}

QString leftText(const OrderHead &head)
{
    if (head.valid == head.tickets)
        return countWord(QT_TRANSLATE_N_NOOP("Orders", "%n ticket(s)"), head.tickets);
    return countWord(QT_TRANSLATE_N_NOOP("Orders", "%n of %1 tickets left"), head.valid).arg(head.tickets);
}

} // namespace

QString partText(Tender tender, Money amount, bool byHand)
{
    const QString sum = formatMoney(amount, MoneySign::Show);
    if (tender == Tender::Cash)
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Cash %1, out of this drawer")).arg(sum);
    if (isStored(tender))
        return tender == Tender::Wallet ? orderWord(QT_TRANSLATE_NOOP("Orders", "Wallet %1")).arg(sum) : orderWord(QT_TRANSLATE_NOOP("Orders", "Gift card %1")).arg(sum);
    return byHand ? orderWord(QT_TRANSLATE_NOOP("Orders", "Card %1, to be given back on the card machine by hand")).arg(sum)
                  : orderWord(QT_TRANSLATE_NOOP("Orders", "Card %1, through the bank")).arg(sum);
}

QString statusText(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Paid:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Paid"));
    case OrderStatus::PartlyRefunded:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Partly refunded"));
    case OrderStatus::Refunded:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Refunded"));
    case OrderStatus::RefundOnItsWay:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Refund on its way"));
    case OrderStatus::RefundOwed:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Refund still owed"));
    case OrderStatus::Comp:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Free of charge"));
    case OrderStatus::Exchanged:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Exchanged"));
    case OrderStatus::PartlyExchanged:
        return orderWord(QT_TRANSLATE_NOOP("Orders", "Partly exchanged"));
    }
    Q_UNREACHABLE();
}

Tone statusTone(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Paid:
    case OrderStatus::Comp:
        return Tone::Good;
    case OrderStatus::RefundOwed:
        return Tone::Bad;
    case OrderStatus::RefundOnItsWay:
        return Tone::Warn;
    case OrderStatus::PartlyRefunded:
    case OrderStatus::Refunded:
    case OrderStatus::Exchanged:
    case OrderStatus::PartlyExchanged:
        return Tone::Muted;
    }
    Q_UNREACHABLE();
}

QString hitText(const OrderHit &hit)
{
    const auto &head = hit.head;
    QStringList first{head.number, formatMoney(head.total, MoneySign::Show), leftText(head)};
    QString event = head.event;
    if (head.events > 1)
        event += u' ' + countWord(QT_TRANSLATE_N_NOOP("Orders", "and %n more"), head.events - 1);
    QStringList second;
    if (!hit.by.isEmpty()) {
        const auto ticket = TicketNumber::parse(hit.by);
        second << (ticket ? ticket->grouped() : hit.by);
    }
    second << event;
    if (!head.customer.isEmpty())
        second << head.customer;
    second << momentOf(head.at);
    return first.join(QStringLiteral(" · ")) + u'\n' + second.join(QStringLiteral(" · "));
}

QString soldByText(const OrderDetail &detail)
{
    QStringList parts{orderWord(QT_TRANSLATE_NOOP("Orders", "Sold %1 by %2")).arg(momentOf(detail.order.createdAt), byWhom(detail.seller.staff, detail.seller.terminal))};
    if (detail.customer)
        for (const QString &way : {detail.customer->name, detail.customer->email, detail.customer->phone})
            if (!way.isEmpty())
                parts << way;
    return parts.join(QStringLiteral(" · "));
}

QString ticketText(const OrderDetail &detail, const OrderLine &line)
{
    const Ticket &ticket = line.ticket;
    if (const QString other = detail.exchanged.value(ticket.id); !other.isEmpty())
        return orderWord(QT_TRANSLATE_NOOP("Orders", "exchanged for %1")).arg(other);
    QStringList parts{ticket.state == TicketState::Valid     ? orderWord(QT_TRANSLATE_NOOP("Orders", "valid"))
                      : ticket.state == TicketState::Revoked ? orderWord(QT_TRANSLATE_NOOP("Orders", "revoked"))
                                                             : orderWord(QT_TRANSLATE_NOOP("Orders", "refunded"))};
    if (!ticket.holder.isNull())
        parts << orderWord(QT_TRANSLATE_NOOP("Orders", "now %1's")).arg(detail.holders.value(ticket.holder));
    else if (const QString email = detail.waiting.value(ticket.id); !email.isEmpty())
        parts << orderWord(QT_TRANSLATE_NOOP("Orders", "waits for %1")).arg(email);
    if (const auto passage = detail.admitted.constFind(ticket.id); passage != detail.admitted.constEnd())
        parts << (passage->passing() == Passing::In ? orderWord(QT_TRANSLATE_NOOP("Orders", "admitted %1")) : orderWord(QT_TRANSLATE_NOOP("Orders", "left %1"))).arg(momentOf(passage->at));
    if (const int copies = detail.reprints.value(ticket.id); copies > 0)
        parts << countWord(QT_TRANSLATE_N_NOOP("Orders", "printed again %n time(s)"), copies);
    return parts.join(QStringLiteral(", "));
}

QString stepText(const OrderStep &step)
{
    QString who = byWhom(step.staff, step.terminal);
    if (!step.approver.isEmpty())
        who = orderWord(QT_TRANSLATE_NOOP("Orders", "%1, allowed by %2")).arg(who, step.approver);
    if (!step.reason.isEmpty())
        return orderWord(QT_TRANSLATE_NOOP("Orders", "%1   %2: %3   %4   (journal %5)")).arg(momentOf(step.at), whatText(step), step.reason, who, step.record);
    return orderWord(QT_TRANSLATE_NOOP("Orders", "%1   %2   %3   (journal %4)")).arg(momentOf(step.at), whatText(step), who, step.record);
}

QString givenBackText(const OrderDetail &detail, const RefundQuote &quote)
{
    QStringList lines;
    for (const refundplan::Part &part : quote.parts)
        lines << partText(part.tender, part.amount, part.isByHand);
    if (quote.parts.empty())
        lines << orderWord(QT_TRANSLATE_NOOP("Orders", "Nothing was paid, so no money goes back."));
    QStringList holders;
    for (const OrderLine &line : quote.lines)
        for (const QString &name : {detail.holders.value(line.ticket.holder), detail.waiting.value(line.ticket.id)})
            if (!name.isEmpty() && !holders.contains(name))
                holders << name;
    if (!holders.isEmpty())
        lines << orderWord(QT_TRANSLATE_NOOP("Orders", "The money goes to the buyer. The tickets of %1 admit nobody any more: tell them.")).arg(holders.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

QString refundMadeText(const RefundMade &made)
{
    QStringList lines{orderWord(QT_TRANSLATE_NOOP("Orders", "%1 refunded with %2.")).arg(formatMoney(-made.refund.total, MoneySign::Show), made.refund.number)};
    for (const Payment &payment : made.given)
        lines << partText(payment.tender, payment.amount, payment.isByHand()) + u'.';
    return lines.join(u' ');
}

QString levelChangedText(const ExchangeMade &made, Money difference)
{
    QStringList lines{orderWord(QT_TRANSLATE_NOOP("Orders", "The new tickets are order %1. Print them: those before admit nobody any more.")).arg(made.state.order->number)};
    if (difference.isPositive())
        lines << orderWord(QT_TRANSLATE_NOOP("Orders", "Take %1 in cash.")).arg(formatMoney(difference, MoneySign::Show));
    for (const Payment &payment : made.given)
        lines << partText(payment.tender, payment.amount, payment.isByHand()) + u'.';
    return lines.join(u' ');
}

} // namespace foyer
