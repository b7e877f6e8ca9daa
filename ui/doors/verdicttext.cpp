#include "ui/doors/verdicttext.h"

#include "core/domain/errortext.h"
#include "core/domain/localtime.h"
#include "ui/format.h"

#include <QtCore/QCoreApplication>

namespace foyer {
namespace {

QString doorWord(const char *text) { return QCoreApplication::translate("Doors", text); }

QString doorPlace(const DoorTicket &ticket)
{
    const QString place = ticket.seatLabel ? ticket.seatLabel->spoken() : QString();
    if (place.isEmpty() || place.startsWith(ticket.ticketTypeName))
        return place.isEmpty() ? ticket.ticketTypeName : place;
    return ticket.ticketTypeName + QStringLiteral(" · ") + place;
}

QString whereAndWhen(const Passage &passage, const QTimeZone &zone)
{
    return doorWord(QT_TRANSLATE_NOOP("Doors", "At %1, %2")).arg(passage.door, formatMoment(inZone(passage.at, zone)));
}

QString refusalText(const ScanVerdict &verdict, const QTimeZone &zone)
{
    switch (verdict.refusedFor) {
    case RefusedFor::Unreadable:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "This is no ticket. Scan its code, or type the ten characters below it."));
    case RefusedFor::Forged:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "Forged: no till of this box office made this code."));
    case RefusedFor::Unknown:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "There is no ticket %1. Read the number again.")).arg(verdict.number.grouped());
    case RefusedFor::OtherEvent:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "Another event: %1, %2")).arg(verdict.ticket->eventName, formatMoment(inZone(verdict.ticket->startsAt, zone)));
    case RefusedFor::PassedOn:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "An old code: the ticket has passed to another holder, who has the new one."));
    case RefusedFor::Void:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "Void: the ticket was refunded or exchanged."));
    case RefusedFor::Revoked:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "Revoked: the box office knows why."));
    case RefusedFor::NeedsCode:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "This door knows tickets by their codes alone: scan the code."));
    case RefusedFor::NotInside:
        return doorWord(QT_TRANSLATE_NOOP("Doors", "Nobody with this ticket is inside."));
    case RefusedFor::Nothing:
        break;
    }
    return {};
}

/// What is said beside a good verdict.
QStringList remarks(const ScanVerdict &verdict)
{
    QStringList lines;
    if (!verdict.isProven)
        lines << doorWord(QT_TRANSLATE_NOOP("Doors", "By its number alone: only the code proves that it is genuine."));
    if (verdict.note == DoorNote::BeforeDoors)
        lines << doorWord(QT_TRANSLATE_NOOP("Doors", "By this clock the doors are not open yet."));
    if (verdict.note == DoorNote::AfterEnd)
        lines << doorWord(QT_TRANSLATE_NOOP("Doors", "By this clock the event is over."));
    if (verdict.note == DoorNote::OldData)
        lines << doorWord(QT_TRANSLATE_NOOP("Doors", "This door has not heard from the box office lately: it cannot know what was passed on or refunded since."));
    return lines;
}

} // namespace

VerdictWords verdictWords(const ScanVerdict &verdict, const QTimeZone &zone)
{
    QStringList place;
    if (verdict.ticket)
        place << doorPlace(*verdict.ticket);
    switch (verdict.admittance) {
    case Admittance::Welcome:
        return {Tone::Good, IconName::Check, doorWord(QT_TRANSLATE_NOOP("Doors", "Welcome")), (place + remarks(verdict)).join(u'\n')};
    case Admittance::Goodbye:
        return {Tone::Good, IconName::Check, doorWord(QT_TRANSLATE_NOOP("Doors", "Goodbye")), (place + remarks(verdict)).join(u'\n')};
    case Admittance::CountedAlready:
        return {Tone::Good, IconName::Check, doorWord(QT_TRANSLATE_NOOP("Doors", "Counted already")),
                (place << doorWord(QT_TRANSLATE_NOOP("Doors", "The same ticket, a moment ago at this door."))).join(u'\n')};
    case Admittance::AlreadyUsed:
        return {Tone::Warn, IconName::Warning, doorWord(QT_TRANSLATE_NOOP("Doors", "Already used")), (QStringList{whereAndWhen(*verdict.before, zone)} + place).join(u'\n')};
    case Admittance::Refused:
        break;
    }
    return {Tone::Bad, IconName::Error, doorWord(QT_TRANSLATE_NOOP("Doors", "Refused")), (QStringList{refusalText(verdict, zone)} + place).join(u'\n')};
}

VerdictWords verdictWords(const Error &error)
{
    return {Tone::Bad, IconName::Error, doorWord(QT_TRANSLATE_NOOP("Doors", "Not checked")), sentence(error)};
}

QString scanLine(Instant at, const ScanVerdict &verdict, const QTimeZone &zone)
{
    const VerdictWords words = verdictWords(verdict, zone);
    const QString about = verdict.ticket ? doorPlace(*verdict.ticket) : verdict.number.isNull() ? QString() : verdict.number.grouped();
    return QStringLiteral("%1   %2   %3").arg(formatTime(inZone(at, zone).time()), words.word, about).trimmed();
}

} // namespace foyer
