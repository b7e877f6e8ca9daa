#include "core/domain/eventfile.h"
#include "core/domain/icsevent.h"
#include "core/domain/inputtext.h"

#include <QtCore/QHash>

#include <algorithm>
#include <map>

namespace foyer {

namespace {

constexpr size_t MaxEvents = 100'000;

struct Block {
    QByteArray text;
    int line;
};

struct Calendar {
    std::vector<Block> events;
    std::vector<Block> zones;
    std::vector<RowFault> faults;
};

/// Cuts a file into its VEVENTs and VTIMEZONEs, so that each fault has a line and each event is read by itself.
Calendar cut(const QByteArray &ics)
{
    Calendar calendar;
    std::vector<std::pair<QByteArray, int>> open;
    Block block{{}, 0};
    bool any = false;
    int number = 0;
    for (const QByteArray &raw : ics.split('\n')) {
        ++number;
        const QByteArray line = raw.trimmed().toUpper();
        const bool begins = line.startsWith("BEGIN:") && !raw.startsWith(' ');
        const bool ends = line.startsWith("END:") && !raw.startsWith(' ');
        if (begins) {
            any = true;
            open.emplace_back(line.mid(6), number);
            if (open.back().first == "VEVENT" || open.back().first == "VTIMEZONE")
                block = {{}, number};
        }
        block.text += raw + '\n';
        if (!ends)
            continue;
        const QByteArray kind = line.mid(4);
        if (open.empty() || open.back().first != kind) {
            calendar.faults.push_back({number, translate("Input", "END:%1 has no BEGIN").arg(QString::fromUtf8(kind.left(40)))});
            return calendar;
        }
        open.pop_back();
        if (kind == "VEVENT")
            calendar.events.push_back(block);
        else if (kind == "VTIMEZONE")
            calendar.zones.push_back(block);
    }
    if (!any)
        calendar.faults.push_back({1, translate("Input", "this is not a calendar file")});
    if (!open.empty())
        calendar.faults.push_back({open.back().second,
                                   translate("Input", "BEGIN:%1 has no END").arg(QString::fromUtf8(open.back().first.left(40)))});
    return calendar;
}

QString instanceUid(const QString &uid, Instant at)
{
    return uid + u'_' + QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

EventDraft movedTo(const EventDraft &event, Instant at)
{
    EventDraft moved = event;
    const Milliseconds by = at - event.startsAt;
    moved.startsAt = at;
    if (moved.endsAt)
        moved.endsAt = *moved.endsAt + by;
    if (moved.doorsAt)
        moved.doorsAt = *moved.doorsAt + by;
    moved.uid = instanceUid(event.uid, at);
    return moved;
}

/// One for each uid and replaced time: the highest sequence, then the last.
std::vector<IcsEvent> latestOnly(std::vector<IcsEvent> all)
{
    QHash<QString, size_t> place;
    std::vector<IcsEvent> latest;
    for (IcsEvent &event : all) {
        const QString key = event.recurrenceId ? instanceUid(event.event.uid, *event.recurrenceId) : event.event.uid;
        const auto found = place.constFind(key);
        if (found == place.constEnd()) {
            place.insert(key, latest.size());
            latest.push_back(std::move(event));
        } else if (event.sequence >= latest[*found].sequence) {
            latest[*found] = std::move(event);
        }
    }
    return latest;
}

void expand(EventFile &file, std::vector<IcsEvent> read)
{
    QHash<QString, size_t> place;
    const auto put = [&](EventDraft event, int line) {
        const auto found = place.constFind(event.uid);
        if (found != place.constEnd()) {
            file.events[*found] = std::move(event);
            file.lines[*found] = line;
            return;
        }
        place.insert(event.uid, file.events.size());
        file.events.push_back(std::move(event));
        file.lines.push_back(line);
    };
    for (const IcsEvent &event : read) {
        if (event.recurrenceId)
            continue;
        if (!event.repeats)
            put(event.event, event.line);
        for (const Instant at : event.times)
            put(movedTo(event.event, at), event.line);
        if (file.events.size() > MaxEvents) {
            file.faults.push_back({event.line, translate("Input", "the calendar has more than %1 events").arg(MaxEvents)});
            return;
        }
    }
    for (IcsEvent &event : read) {
        if (!event.recurrenceId)
            continue;
        event.event.uid = instanceUid(event.event.uid, *event.recurrenceId);
        put(std::move(event.event), event.line);
    }
}

icaltimetype utcTime(Instant at)
{
    return icaltime_from_timet_with_zone(time_t(at.ms / 1000), 0, icaltimezone_get_utc_timezone());
}

void addProperty(icalcomponent *component, icalproperty *property)
{
    icalcomponent_add_property(component, property);
}

icalcomponent *component(const EventDraft &event, Instant now)
{
    icalcomponent *out = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    addProperty(out, icalproperty_new_uid(event.uid.toUtf8().constData()));
    addProperty(out, icalproperty_new_dtstamp(utcTime(now)));
    addProperty(out, icalproperty_new_summary(event.name.toUtf8().constData()));
    addProperty(out, icalproperty_new_dtstart(utcTime(event.startsAt)));
    if (event.endsAt)
        addProperty(out, icalproperty_new_dtend(utcTime(*event.endsAt)));
    if (!event.venue.isEmpty())
        addProperty(out, icalproperty_new_location(event.venue.toUtf8().constData()));
    if (!event.description.isEmpty())
        addProperty(out, icalproperty_new_description(event.description.toUtf8().constData()));
    addProperty(out, icalproperty_new_status(event.status == u"cancelled" ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    if (event.doorsAt) {
        icalproperty *doors = icalproperty_new_x(icaltime_as_ical_string(utcTime(*event.doorsAt)));
        icalproperty_set_x_name(doors, "X-FOYER-DOORS");
        addProperty(out, doors);
    }
    return out;
}

} // namespace

EventFile readEventsIcs(const QByteArray &ics, const EventFileContext &context)
{
    EventFile file;
    file.faults = encodingFaults(ics);
    if (!file.faults.empty())
        return file;
    QByteArray bytes = ics.startsWith("\xef\xbb\xbf") ? ics.mid(3) : ics;
    if (!bytes.contains('\n'))
        bytes.replace('\r', '\n');
    const Calendar calendar = cut(bytes);
    file.faults = calendar.faults;
    IcsTimes times(context.timeZone);
    for (const Block &zone : calendar.zones)
        times.add(zone.text);
    IcsEventReader reader(context, times);
    std::vector<IcsEvent> read;
    for (const Block &block : calendar.events) {
        if (auto event = reader.read(block.text, block.line))
            read.push_back(std::move(*event));
        else
            file.faults.push_back({block.line, event.error().args.value(0)});
    }
    expand(file, latestOnly(std::move(read)));
    std::stable_sort(file.faults.begin(), file.faults.end(), [](const RowFault &a, const RowFault &b) { return a.line < b.line; });
    return file;
}

QByteArray writeEventsIcs(const std::vector<EventDraft> &events, const EventFileContext &context)
{
    const IcalComponent calendar(icalcomponent_new_vcalendar());
    addProperty(calendar.get(), icalproperty_new_version("2.0"));
    addProperty(calendar.get(), icalproperty_new_prodid("-//Foyer//Foyer//EN"));
    for (const EventDraft &event : events)
        icalcomponent_add_component(calendar.get(), component(event, context.now));
    char *text = icalcomponent_as_ical_string_r(calendar.get());
    const QByteArray out(text);
    icalmemory_free_buffer(text);
    return out;
}

} // namespace foyer
