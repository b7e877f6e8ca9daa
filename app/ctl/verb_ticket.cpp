#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "core/domain/localtime.h"

namespace foyer::ctl {

namespace {

/// Why this ticket does not admit; empty when it does.
QString objection(const TicketCheck &check, bool isCode)
{
    if (isCode && !check.signatureValid)
        return translate("Ctl", "The code is forged: no terminal of this box office signed it.");
    if (!check.generationCurrent)
        return translate("Ctl", "The code is an old one: the ticket has passed to another holder.");
    if (check.ticket.state == TicketState::Void)
        return translate("Ctl", "The ticket is void: it was refunded or exchanged.");
    if (check.ticket.state == TicketState::Revoked)
        return translate("Ctl", "The ticket is revoked.");
    return {};
}

Result<QTimeZone> zoneOf(BoxOffice &office, EventId event)
{
    const auto found = office.catalogue().event(event);
    const auto venues = office.catalogue().venues();
    if (!found || !venues)
        return fail(found ? venues.error() : found.error());
    const auto venue = std::find_if(venues->begin(), venues->end(), [&](const Venue &v) { return v.id == found->venue; });
    return venue == venues->end() ? QTimeZone::utc() : venue->timeZone;
}

/// "Stalls 5-12", "VIP Stalls 5-12", "Standing": the type is not said twice.
QString placeIn(const QString &type, const QString &place)
{
    return place.startsWith(type + QLatin1Char(' ')) ? place : (type + QLatin1Char(' ') + place).trimmed();
}

Answer checkTicket(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto check = (*office)->orders().check(call.argument(0));
    if (!check)
        return failed(check.error());
    const bool isCode = call.argument(0).trimmed().size() > 30;
    const QString refusal = objection(*check, isCode);
    const QString place = check->seatLabel ? check->seatLabel->spoken() : QString();
    const auto zone = zoneOf(**office, check->ticket.event);
    if (!zone)
        return failed(zone.error());
    const QString starts = rfc3339(check->startsAt, *zone);
    const QJsonObject json{{QStringLiteral("admits"), refusal.isEmpty()}, {QStringLiteral("ticket"), check->ticket.number.toString()},
                           {QStringLiteral("state"), stateName(check->ticket.state)}, {QStringLiteral("signature_valid"), check->signatureValid},
                           {QStringLiteral("generation_current"), check->generationCurrent}, {QStringLiteral("event"), check->eventName},
                           {QStringLiteral("starts_at"), starts}, {QStringLiteral("ticket_type"), check->ticketTypeName},
                           {QStringLiteral("seat"), place}, {QStringLiteral("order"), check->orderNumber}};
    if (!refusal.isEmpty())
        return tl::unexpected(Failure{Refused, refusal, {}, json});
    QString text = isCode ? translate("Ctl", "Genuine and valid: ") : translate("Ctl", "Valid (a number proves nothing, a code does): ");
    text += QStringList{check->ticket.number.grouped(), check->eventName, starts, placeIn(check->ticketTypeName, place),
                        translate("Ctl", "order %1").arg(check->orderNumber)}.join(QStringLiteral(", "));
    return Outcome{text, json, {}};
}

} // namespace

Verb ticketCheckVerb()
{
    Verb verb;
    verb.name = QStringLiteral("ticket check");
    verb.arguments = QStringLiteral("CODE");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Tell whether a ticket's code or number is good.");
    verb.run = checkTicket;
    return verb;
}

} // namespace foyer::ctl
