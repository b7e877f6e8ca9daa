#include "app/ctl/call.h"
#include "core/domain/inputtext.h"
#include "core/services/importer.h"

namespace foyer::ctl {

namespace {

QList<QCommandLineOption> exportOptions()
{
    return {{QStringLiteral("venue"), translate("Ctl", "Of this venue only."), translate("Ctl", "name")},
            {QStringLiteral("output"), translate("Ctl", "Write to this file instead of standard output."), translate("Ctl", "file")}};
}

Result<std::optional<VenueId>> venueOf(const Call &call, BoxOffice &office)
{
    if (!call.has("venue"))
        return std::nullopt;
    const auto venue = findVenue(office, call.value("venue"));
    return venue ? Result<std::optional<VenueId>>(venue->id) : fail(venue.error());
}

Answer exportPlan(Call &call)
{
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto venue = venueOf(call, **office);
    if (!venue)
        return failed(venue.error());
    const auto plan = findPlan(**office, call.argument(0), *venue);
    if (!plan)
        return failed(plan.error());
    const auto document = Importer((*office)->catalogue()).exportPlan(plan->id);
    if (!document)
        return failed(document.error());
    return call.document(*document, {{QStringLiteral("plan"), plan->name}, {QStringLiteral("seats"), plan->seats}});
}

Answer exportEvents(Call &call)
{
    const QString format = call.value("format");
    if (format != QLatin1String("csv") && format != QLatin1String("ics"))
        return usage(translate("Ctl", "--format is csv or ics, not \"%1\".").arg(format.left(40)));
    const auto office = call.openReading();
    if (!office)
        return failed(office.error());
    const auto venue = venueOf(call, **office);
    if (!venue)
        return failed(venue.error());
    const auto written = Importer((*office)->catalogue())
                             .exportEvents(*venue, format == QLatin1String("csv") ? Importer::Format::Csv : Importer::Format::Ics, call.clock().now());
    if (!written)
        return failed(written.error());
    return call.document(*written, {{QStringLiteral("format"), format}});
}

} // namespace

Verb exportPlanVerb()
{
    Verb verb;
    verb.name = QStringLiteral("export plan");
    verb.arguments = QStringLiteral("NAME");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Write a seating plan as it was imported.");
    verb.options = exportOptions();
    verb.run = exportPlan;
    return verb;
}

Verb exportEventsVerb()
{
    Verb verb;
    verb.name = QStringLiteral("export events");
    verb.summary = translate("Ctl", "Write the events as CSV, or as iCalendar without tickets.");
    verb.options = exportOptions() + QList<QCommandLineOption>{{QStringLiteral("format"), translate("Ctl", "csv (unless given) or ics."), QStringLiteral("format"), QStringLiteral("csv")}};
    verb.run = exportEvents;
    return verb;
}

} // namespace foyer::ctl
