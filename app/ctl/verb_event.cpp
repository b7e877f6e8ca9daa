#include "app/ctl/moment.h"
#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "core/domain/localtime.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

/// An event and the day on which it is, or was.
struct DatedEvent {
    Event event;
    QDateTime startsAt;
};

Result<std::vector<DatedEvent>> datedEvents(BoxOffice &office, const QString &text, EventShelf shelf)
{
    const auto venues = office.catalogue().venues();
    EventFilter filter;
    filter.text = text;
    filter.withDrafts = true;
    filter.limit = std::numeric_limits<int>::max();
    filter.shelf = shelf;
    auto events = office.catalogue().events(filter);
    if (!venues || !events)
        return fail(venues ? events.error() : venues.error());
    std::vector<DatedEvent> out;
    for (Event &event : *events) {
        const auto venue = std::find_if(venues->begin(), venues->end(), [&](const Venue &v) { return v.id == event.venue; });
        const QDateTime at = inZone(event.startsAt, venue == venues->end() ? QTimeZone::utc() : venue->timeZone);
        out.push_back({std::move(event), at});
    }
    return out;
}

/// The latest of that name, or the one of that day.
Result<DatedEvent> namedEvent(Call &call, BoxOffice &office, EventShelf shelf)
{
    const QString name = call.argument(0);
    const QDate day = QDate::fromString(call.value("date"), Qt::ISODate);
    if (call.has("date") && !day.isValid())
        return fail(ErrorCode::InvalidInput, {translate("Ctl", "--date is a day like 2026-11-20, not \"%1\"").arg(call.value("date").left(40))});
    auto events = datedEvents(office, name, shelf);
    if (!events)
        return fail(events.error());
    const Instant now = call.clock().now();
    for (auto one = events->rbegin(); one != events->rend(); ++one) {
        const bool isMeant = day.isValid() ? one->startsAt.date() == day : shelf == EventShelf::Archived || one->event.endsAt <= now;
        if (isMeant && one->event.name.compare(name, Qt::CaseInsensitive) == 0)
            return *one;
    }
    return fail(ErrorCode::NotFound, {shelf == EventShelf::Archived ? translate("Ctl", "an archived event \"%1\"").arg(name)
                                      : day.isValid() ? translate("Ctl", "the event \"%1\" on %2").arg(name, call.value("date"))
                                                      : translate("Ctl", "an event \"%1\" that is over").arg(name)});
}

QJsonObject datedJson(const DatedEvent &dated)
{
    const Event &event = dated.event;
    QJsonObject json{{QStringLiteral("id"), event.id.toString()}, {QStringLiteral("name"), event.name}, {QStringLiteral("starts_at"), dated.startsAt.toString(Qt::ISODate)},
                     {QStringLiteral("status"), statusName(event.status)}, {QStringLiteral("archived"), event.archivedAt.has_value()}};
    if (event.archivedAt)
        json.insert(QStringLiteral("archived_at"), rfc3339(*event.archivedAt, dated.startsAt.timeZone()));
    return json;
}

Answer listEvents(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto events = datedEvents(**office, {}, call.has("all") ? EventShelf::All : call.has("archived") ? EventShelf::Archived : EventShelf::Live);
    if (!events)
        return failed(events.error());
    QString text;
    QJsonArray list;
    for (const DatedEvent &one : *events) {
        text += QStringLiteral("%1  %2  %3").arg(one.startsAt.toString(QStringLiteral("yyyy-MM-dd HH:mm")), one.event.name, statusName(one.event.status));
        text += one.event.archivedAt ? translate("Ctl", "  archived\n") : QStringLiteral("\n");
        list.append(datedJson(one));
    }
    return Outcome{text.isEmpty() ? translate("Ctl", "There is no such event.") : text, {{QStringLiteral("events"), list}}, {}};
}

Answer moveEvent(Call &call, bool in)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    auto named = namedEvent(call, **office, in ? EventShelf::Live : EventShelf::Archived);
    if (!named)
        return failed(named.error());
    const std::array wanted{named->event.id};
    const auto moved = in ? (*office)->archive().archive((*office)->system(), wanted) : (*office)->archive().bringBack((*office)->system(), wanted);
    if (!moved)
        return failed(moved.error());
    const auto now = (*office)->catalogue().event(named->event.id);
    if (!now)
        return failed(now.error());
    named->event = *now;
    const QString day = named->startsAt.toString(QStringLiteral("yyyy-MM-dd"));
    return Outcome{(in ? translate("Ctl", "%1 of %2 is archived now: it is read-only, is found by searches and counted in statistics.")
                       : translate("Ctl", "%1 of %2 is back from the archive.")).arg(named->event.name, day),
                   datedJson(*named), {}};
}

Answer tidyEvents(Call &call)
{
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto archived = (*office)->archive().sweep((*office)->system());
    if (!archived)
        return failed(archived.error());
    return Outcome{translate("Ctl", "%1 events were archived.").arg(*archived), {{QStringLiteral("archived"), *archived}}, {}};
}

Answer archiveRuleOf(Call &call)
{
    const auto office = call.has("days") ? call.open() : call.openReading();
    if (!office)
        return failed(office.error());
    if (call.has("days")) {
        bool ok = false;
        const int days = call.value("days").toInt(&ok);
        if (!ok)
            return usage(translate("Ctl", "--days is a whole number, not \"%1\".").arg(call.value("days").left(40)));
        if (const auto set = (*office)->archive().setDaysAfter((*office)->system(), days); !set)
            return failed(set.error());
    }
    const auto days = (*office)->archive().daysAfter();
    if (!days)
        return failed(days.error());
    return Outcome{*days == 0 ? translate("Ctl", "No event is archived by itself.")
                              : translate("Ctl", "Events are archived by themselves when they have been over for %1 days and nothing of them is open.").arg(*days),
                   {{QStringLiteral("days"), *days}}, {}};
}

Verb eventVerb(const char *name, const QString &argument, const QString &summary, QList<QCommandLineOption> options, std::function<Answer(Call &)> run)
{
    return verbOf("event", name, argument, summary, std::move(options), std::move(run));
}

} // namespace

std::vector<Verb> eventVerbs()
{
    const QString name = QStringLiteral("NAME");
    const QCommandLineOption date(QStringLiteral("date"), translate("Ctl", "The day of the event; the latest that fits unless given."), translate("Ctl", "day"));
    return {eventVerb("list", {}, translate("Ctl", "The events, those in the archive left out."),
                      {{QStringLiteral("archived"), translate("Ctl", "Those in the archive.")}, {QStringLiteral("all"), translate("Ctl", "Both.")}}, listEvents),
            eventVerb("archive", name, translate("Ctl", "Make an event that is over read-only and take it off the lists."), {date}, [](Call &call) { return moveEvent(call, true); }),
            eventVerb("unarchive", name, translate("Ctl", "Bring an event back from the archive."), {date}, [](Call &call) { return moveEvent(call, false); }),
            eventVerb("tidy", {}, translate("Ctl", "Archive every event that the house's rule says."), {}, tidyEvents),
            eventVerb("rule", {}, translate("Ctl", "When events are archived by themselves."),
                      {{QStringLiteral("days"), translate("Ctl", "So many days after the end; 0 is never."), translate("Ctl", "n")}}, archiveRuleOf)};
}

} // namespace foyer::ctl
