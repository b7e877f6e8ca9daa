#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "core/services/importer.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

QCommandLineOption venueOption()
{
    return {QStringLiteral("venue"), translate("Ctl", "The venue; may be left out when there is one only."), translate("Ctl", "name")};
}

QCommandLineOption dryRunOption()
{
    return {QStringLiteral("dry-run"), translate("Ctl", "Say what would be done, and change nothing.")};
}

Answer importPlan(Call &call)
{
    const auto bytes = call.readFile();
    if (!bytes)
        return failed(bytes.error());
    auto office = call.has("dry-run") ? call.openReading() : call.open();
    if (!office)
        return failed(office.error());
    const auto venue = findVenue(**office, call.value("venue"));
    if (!venue)
        return failed(venue.error());
    const auto done = Importer((*office)->catalogue()).importPlan((*office)->system(), venue->id, *bytes, call.has("dry-run"));
    if (!done)
        return failed(done.error());
    const QString text = done->unchanged  ? translate("Ctl", "%1 has the seating plan \"%2\" already.")
        : call.has("dry-run") ? translate("Ctl", "%1 would get the seating plan \"%2\" with %3 seats.")
                              : translate("Ctl", "%1 has the seating plan \"%2\" with %3 seats now.");
    return Outcome{(done->unchanged ? text.arg(venue->name, done->name) : text.arg(venue->name, done->name).arg(done->seats)),
                   {{QStringLiteral("plan"), done->name}, {QStringLiteral("venue"), venue->name}, {QStringLiteral("seats"), done->seats},
                    {QStringLiteral("unchanged"), done->unchanged}, {QStringLiteral("dry_run"), call.has("dry-run")}}, {}};
}

QJsonObject asJson(const ImportSummary &summary, bool dryRun)
{
    QJsonArray faults;
    for (const RowFault &fault : summary.faults)
        faults.append(QJsonObject{{QStringLiteral("line"), fault.line}, {QStringLiteral("reason"), fault.reason}});
    return {{QStringLiteral("added"), summary.added}, {QStringLiteral("updated"), summary.updated},
            {QStringLiteral("unchanged"), summary.unchanged}, {QStringLiteral("without_tickets"), summary.withoutTickets},
            {QStringLiteral("faults"), faults}, {QStringLiteral("dry_run"), dryRun}};
}

/// One sentence about the first fault, and every faulty row as text.
Answer faulty(const ImportSummary &summary, bool dryRun)
{
    const auto line = [](const RowFault &fault) { return translate("Ctl", "line %1: %2").arg(fault.line).arg(fault.reason); };
    QString rows;
    for (const RowFault &fault : summary.faults)
        rows += line(fault) + QLatin1Char('\n');
    QString first = line(summary.faults.front());
    if (const auto more = summary.faults.size() - 1; more > 0)
        first += translate("Ctl", " (and %1 more)").arg(more);
    Failure failure = failed(Error{ErrorCode::FileInvalid, {first}, {}}).value();
    failure.text = dryRun ? rows : QString();
    failure.json = asJson(summary, dryRun);
    return tl::unexpected(failure);
}

/// What the file does not say: --like EVENT, --plan NAME, --draft.
Result<EventImportOptions> optionsOf(const Call &call, BoxOffice &office, VenueId venue)
{
    EventImportOptions options;
    if (call.has("draft"))
        options.status = EventStatus::Draft;
    if (call.has("plan")) {
        const auto plan = findPlan(office, call.value("plan"), venue);
        if (!plan)
            return fail(plan.error());
        options.plan = plan->id;
    }
    if (call.has("like")) {
        const QString name = call.value("like");
        EventFilter filter;
        filter.text = name;
        filter.withDrafts = true;
        filter.shelf = EventShelf::All;
        const auto events = office.catalogue().events(filter);
        if (!events)
            return fail(events.error());
        for (const Event &event : *events) // the latest of that name
            if (event.venue == venue && event.name.compare(name, Qt::CaseInsensitive) == 0)
                options.likeEvent = event.id;
        if (options.likeEvent.isNull())
            return fail(ErrorCode::NotFound, {translate("Ctl", "the event \"%1\" at this venue").arg(name)});
    }
    return options;
}

Answer importEvents(Call &call)
{
    const QString file = call.argument(0);
    const bool isIcs = file.endsWith(QLatin1String(".ics"), Qt::CaseInsensitive);
    if (!isIcs && !file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return usage(translate("Ctl", "The name of a file with events ends with .csv or .ics; \"%1\" does not.").arg(file));
    const auto bytes = call.readFile();
    if (!bytes)
        return failed(bytes.error());
    const bool dryRun = call.has("dry-run");
    auto office = dryRun ? call.openReading() : call.open();
    if (!office)
        return failed(office.error());
    const auto venue = findVenue(**office, call.value("venue"));
    if (!venue)
        return failed(venue.error());
    const auto options = optionsOf(call, **office, venue->id);
    if (!options)
        return failed(options.error());

    const EventFileContext context{venue->timeZone, venue->currency, std::nullopt, call.clock().now()};
    call.progress(translate("Ctl", "Reading %1").arg(file));
    const EventFile read = isIcs ? readEventsIcs(*bytes, context) : readEventsCsv(*bytes, context);
    call.progress(translate("Ctl", "Checking and storing %1 events").arg(read.events.size()));
    const auto done = Importer((*office)->catalogue()).importEvents((*office)->system(), venue->id, read, *options, dryRun);
    call.progress({});
    if (!done)
        return failed(done.error());
    if (!done->isClean())
        return faulty(*done, dryRun);
    QString text = (dryRun ? translate("Ctl", "%1 events would be added, %2 updated; %3 are as they were.")
                           : translate("Ctl", "%1 events added, %2 updated; %3 are as they were."))
                       .arg(done->added).arg(done->updated).arg(done->unchanged);
    if (done->withoutTickets > 0)
        text += QLatin1Char('\n') + translate("Ctl", "%1 of them have no tickets to sell and are drafts; --like EVENT gives them those of another event.").arg(done->withoutTickets);
    return Outcome{text, asJson(*done, dryRun), {}};
}

} // namespace

Verb importPlanVerb()
{
    Verb verb;
    verb.name = QStringLiteral("import plan");
    verb.arguments = QStringLiteral("FILE");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Read a seating plan.");
    verb.options = {venueOption(), dryRunOption()};
    verb.run = importPlan;
    return verb;
}

Verb importEventsVerb()
{
    Verb verb;
    verb.name = QStringLiteral("import events");
    verb.arguments = QStringLiteral("FILE");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Read events from a CSV or iCalendar file.");
    verb.options = {venueOption(), dryRunOption(),
                    {QStringLiteral("plan"), translate("Ctl", "The seating plan of events with numbered seats."), translate("Ctl", "name")},
                    {QStringLiteral("like"), translate("Ctl", "Events without tickets get those of this event."), translate("Ctl", "event")},
                    {QStringLiteral("draft"), translate("Ctl", "New events are drafts, not on sale.")}};
    verb.run = importEvents;
    return verb;
}

} // namespace foyer::ctl
