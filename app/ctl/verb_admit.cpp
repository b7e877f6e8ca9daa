// foyerctl ticket admit: one scan at a door, from a script.
#include "app/ctl/call.h"
#include "app/ctl/sellrequest.h"
#include "core/domain/inputtext.h"

#include <QtCore/QDate>

namespace foyer::ctl {

namespace {

QString admitMoment(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODate);
}

QString whyRefused(const ScanVerdict &verdict)
{
    switch (verdict.refusedFor) {
    case RefusedFor::Unreadable:
        return translate("Ctl", "This is neither a ticket's code nor its number.");
    case RefusedFor::Forged:
        return translate("Ctl", "The code is forged: no terminal of this box office signed it.");
    case RefusedFor::Unknown:
        return translate("Ctl", "There is no ticket %1.").arg(verdict.number.grouped());
    case RefusedFor::OtherEvent:
        return translate("Ctl", "The ticket is for another event: %1, %2.").arg(verdict.ticket->eventName, admitMoment(verdict.ticket->startsAt));
    case RefusedFor::PassedOn:
        return translate("Ctl", "The code is an old one: the ticket has passed to another holder.");
    case RefusedFor::Void:
        return translate("Ctl", "The ticket is void: it was refunded or exchanged.");
    case RefusedFor::Revoked:
        return translate("Ctl", "The ticket is revoked.");
    case RefusedFor::NeedsCode:
        return translate("Ctl", "This door knows tickets by their codes alone: scan the code.");
    case RefusedFor::NotInside:
        return translate("Ctl", "Nobody with this ticket is inside.");
    case RefusedFor::Nothing:
        break;
    }
    return translate("Ctl", "The ticket was used already: %1, %2.").arg(verdict.before->door, admitMoment(verdict.before->at));
}

QJsonObject verdictJson(const ScanVerdict &verdict)
{
    QJsonObject json{{QStringLiteral("verdict"), admittanceName(verdict.admittance)}, {QStringLiteral("ticket"), verdict.number.toString()},
                     {QStringLiteral("proven"), verdict.isProven}};
    if (verdict.refusedFor != RefusedFor::Nothing)
        json.insert(QStringLiteral("reason"), refusedForName(verdict.refusedFor));
    if (verdict.ticket) {
        json.insert(QStringLiteral("event"), verdict.ticket->eventName);
        json.insert(QStringLiteral("ticket_type"), verdict.ticket->ticketTypeName);
        json.insert(QStringLiteral("seat"), verdict.ticket->seatLabel ? verdict.ticket->seatLabel->spoken() : QString());
    }
    if (verdict.before)
        json.insert(QStringLiteral("before"), QJsonObject{{QStringLiteral("door"), verdict.before->door}, {QStringLiteral("at"), admitMoment(verdict.before->at)}});
    return json;
}

QString verdictText(const ScanVerdict &verdict)
{
    const QString place = verdict.ticket->seatLabel ? verdict.ticket->seatLabel->spoken() : verdict.ticket->ticketTypeName;
    const QString about = QStringLiteral("%1, %2, %3").arg(verdict.number.grouped(), verdict.ticket->eventName, place);
    switch (verdict.admittance) {
    case Admittance::Goodbye:
        return translate("Ctl", "Goodbye: %1").arg(about);
    case Admittance::CountedAlready:
        return translate("Ctl", "Counted already: %1").arg(about);
    default:
        return translate("Ctl", "Welcome: %1").arg(about);
    }
}

Answer admitTicket(Call &call)
{
    if (!call.has("event"))
        return usage(translate("Ctl", "--event says what is on at this door."));
    const QDate day = QDate::fromString(call.value("date"), Qt::ISODate);
    if (call.has("date") && !day.isValid())
        return usage(translate("Ctl", "--date takes a day as 2026-11-20."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    WantedEvent wanted;
    wanted.name = call.value("event");
    if (day.isValid())
        wanted.date = day;
    const auto event = findEvent(**office, wanted, call.clock().now());
    if (!event)
        return failed(event.error());
    const auto verdict = (*office)->admissions().scan((*office)->system(), {call.argument(0), event->id, call.has("exit") ? Passing::Out : Passing::In});
    if (!verdict)
        return failed(verdict.error());
    const bool isIn = verdict->admittance != Admittance::Refused && verdict->admittance != Admittance::AlreadyUsed;
    if (!isIn)
        return tl::unexpected(Failure{Refused, whyRefused(*verdict), {}, verdictJson(*verdict)});
    return Outcome{verdictText(*verdict), verdictJson(*verdict), {}};
}

} // namespace

Verb ticketAdmitVerb()
{
    return verbOf("ticket", "admit", QStringLiteral("CODE"), translate("Ctl", "Admit the holder of a ticket's code or number, once."),
                  {{QStringLiteral("event"), translate("Ctl", "What is on at this door."), translate("Ctl", "name")},
                   {QStringLiteral("date"), translate("Ctl", "The event's day; the next one unless given."), translate("Ctl", "date")},
                   {QStringLiteral("exit"), translate("Ctl", "They leave again.")}}, admitTicket);
}

} // namespace foyer::ctl
