#include "core/domain/icsevent.h"

#include "core/domain/inputtext.h"

#include <algorithm>
#include <set>

namespace foyer {

namespace {

constexpr size_t MaxInstances = 1000;
constexpr int MaxSteps = 20'000; ///< instances that a rule is followed for before it is called endless
constexpr Milliseconds Horizon = std::chrono::hours(2 * 366 * 24);
constexpr int LongestTitle = 200;

auto unexpectedly(const QString &reason)
{
    return fail(ErrorCode::FileInvalid, {reason});
}

bool isTime(const icaltimetype &time)
{
    return !icaltime_is_null_time(time) && time.year >= 1900 && time.year <= 2199
        && QDate::isValid(time.year, time.month, time.day)
        && (time.is_date || QTime::isValid(time.hour, time.minute, std::min(time.second, 59)));
}

QString unreadable(const char *name)
{
    return translate("Input", "%1 can't be read").arg(QLatin1String(name));
}

} // namespace

/// Folded lines begin with a blank, so that no other line can look like a property's.
bool IcsEventReader::hasLine(const char *name) const
{
    const QByteArray upper = m_source.toUpper();
    return upper.contains('\n' + QByteArray(name) + ':') || upper.contains('\n' + QByteArray(name) + ';');
}

QString IcsEventReader::text(icalproperty_kind kind) const
{
    icalproperty *property = icalcomponent_get_first_property(m_component, kind);
    const char *value = property ? icalvalue_get_text(icalproperty_get_value(property)) : nullptr;
    return QString::fromUtf8(value).trimmed();
}

Result<IcsEventReader::Moment> IcsEventReader::momentOf(icalproperty *property, const icaltimetype &time)
{
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const QString tzid = parameter && !time.is_date ? QString::fromUtf8(icalparameter_get_tzid(parameter)) : QString();
    if (!isTime(time))
        return unexpectedly(unreadable(icalproperty_get_property_name(property)));
    if (!icaltime_is_utc(time) && !m_times.knows(tzid))
        return unexpectedly(translate("Input", "the time zone \"%1\" is unknown").arg(tzid.left(60)));
    return Moment{time, tzid, m_times.instant(time, tzid)};
}

Result<std::optional<IcsEventReader::Moment>> IcsEventReader::moment(icalproperty_kind kind, const char *name)
{
    icalproperty *property = icalcomponent_get_first_property(m_component, kind);
    if (!property && hasLine(name))
        return unexpectedly(unreadable(name));
    if (!property)
        return std::optional<Moment>();
    const auto found = momentOf(property, icalvalue_get_datetime(icalproperty_get_value(property)));
    if (!found)
        return fail(found.error());
    return std::optional(*found);
}

Result<IcsEvent> IcsEventReader::read(const QByteArray &vevent, int line)
{
    const IcalComponent component = parseComponent(vevent);
    m_source = vevent;
    m_component = component.get();
    if (!component || icalcomponent_isa(m_component) != ICAL_VEVENT_COMPONENT)
        return unexpectedly(translate("Input", "the event can't be read"));
    const auto start = moment(ICAL_DTSTART_PROPERTY, "DTSTART");
    if (!start)
        return fail(start.error());
    if (!*start)
        return unexpectedly(translate("Input", "the event has no DTSTART"));

    IcsEvent out;
    out.line = line;
    out.event.startsAt = (*start)->at;
    out.event.name = text(ICAL_SUMMARY_PROPERTY).simplified().left(LongestTitle);
    if (out.event.name.isEmpty())
        out.event.name = translate("Input", "Untitled event");
    out.event.venue = text(ICAL_LOCATION_PROPERTY).left(LongestTitle);
    out.event.description = text(ICAL_DESCRIPTION_PROPERTY);
    out.event.uid = text(ICAL_UID_PROPERTY);
    if (out.event.uid.isEmpty())
        out.event.uid = derivedEventUid(out.event.name, out.event.startsAt);
    const bool cancelled = icalcomponent_get_status(m_component) == ICAL_STATUS_CANCELLED;
    out.event.status = cancelled ? QStringLiteral("cancelled") : QStringLiteral("scheduled");
    if (icalproperty *sequence = icalcomponent_get_first_property(m_component, ICAL_SEQUENCE_PROPERTY))
        out.sequence = icalproperty_get_sequence(sequence);
    if (const auto read = readEnd(out, **start); !read)
        return fail(read.error());
    const auto replaced = moment(ICAL_RECURRENCEID_PROPERTY, "RECURRENCE-ID");
    if (!replaced)
        return fail(replaced.error());
    if (*replaced)
        out.recurrenceId = (*replaced)->at;
    else if (const auto read = readRepetition(out, **start); !read)
        return fail(read.error());
    return out;
}

Result<void> IcsEventReader::readEnd(IcsEvent &out, const Moment &start)
{
    const auto end = moment(ICAL_DTEND_PROPERTY, "DTEND");
    if (!end)
        return fail(end.error());
    icalproperty *duration = icalcomponent_get_first_property(m_component, ICAL_DURATION_PROPERTY);
    if (*end)
        out.event.endsAt = (*end)->at;
    else if (duration)
        out.event.endsAt = start.at + std::chrono::seconds(icaldurationtype_as_int(icalproperty_get_duration(duration)));
    else if (start.time.is_date)
        out.event.endsAt = m_times.instant(icaltime_add(start.time, icaldurationtype_from_int(86'400)), {});
    else if (m_context.defaultDuration)
        out.event.endsAt = start.at + *m_context.defaultDuration;
    if (out.event.endsAt && *out.event.endsAt < start.at)
        return unexpectedly(translate("Input", "ends before it starts"));
    if (out.event.endsAt == start.at)
        out.event.endsAt.reset();

    for (icalproperty *p = icalcomponent_get_first_property(m_component, ICAL_X_PROPERTY); p;
         p = icalcomponent_get_next_property(m_component, ICAL_X_PROPERTY)) {
        if (qstricmp(icalproperty_get_x_name(p), "X-FOYER-DOORS") != 0)
            continue;
        const icaltimetype doors = icaltime_from_string(icalproperty_get_value_as_string(p));
        if (!isTime(doors))
            return unexpectedly(unreadable("X-FOYER-DOORS"));
        out.event.doorsAt = m_times.instant(doors, {});
    }
    return {};
}

Result<void> IcsEventReader::readRepetition(IcsEvent &out, const Moment &start)
{
    icalproperty *rule = icalcomponent_get_first_property(m_component, ICAL_RRULE_PROPERTY);
    if (!rule && hasLine("RRULE"))
        return unexpectedly(unreadable("RRULE"));
    out.repeats = rule || icalcomponent_get_first_property(m_component, ICAL_RDATE_PROPERTY);
    if (!out.repeats)
        return {};
    std::vector<Instant> times{start.at};
    if (rule) {
        if (const auto followed = followRule(times, icalproperty_get_rrule(rule), start); !followed)
            return followed;
    }
    for (icalproperty *p = icalcomponent_get_first_property(m_component, ICAL_RDATE_PROPERTY); p;
         p = icalcomponent_get_next_property(m_component, ICAL_RDATE_PROPERTY)) {
        const icaldatetimeperiodtype value = icalproperty_get_rdate(p);
        const auto more = momentOf(p, icaltime_is_null_time(value.time) ? value.period.start : value.time);
        if (!more)
            return fail(more.error());
        times.push_back(more->at);
    }
    if (const auto left = leaveOutExceptions(times, start); !left)
        return left;
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    if (times.size() > MaxInstances)
        times.erase(times.begin(), times.end() - MaxInstances);
    out.times = std::move(times);
    return {};
}

/// Rules count in the wall clock's time, so that an evening stays an evening when clocks change.
Result<void> IcsEventReader::followRule(std::vector<Instant> &times, icalrecurrencetype rule, const Moment &start)
{
    if (rule.freq < ICAL_DAILY_RECURRENCE)
        return unexpectedly(translate("Input", "repeats more often than daily"));
    const bool utc = icaltime_is_utc(start.time);
    if (!icaltime_is_null_time(rule.until) && icaltime_is_utc(rule.until) && !utc)
        rule.until = m_times.wall(m_times.instant(rule.until, {}), start.tzid);
    if (rule.until.is_date && !start.time.is_date) {
        rule.until.is_date = 0;
        rule.until.hour = 23;
        rule.until.minute = rule.until.second = 59;
    }
    icaltimetype first = start.time;
    first.zone = utc ? first.zone : nullptr;
    rule.until.zone = first.zone;
    const Instant horizon = std::max(m_context.now, start.at) + Horizon;
    const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> next(icalrecur_iterator_new(rule, first),
                                                                                       &icalrecur_iterator_free);
    if (!next)
        return unexpectedly(unreadable("RRULE"));
    for (int step = 0; step < MaxSteps; ++step) {
        const icaltimetype time = icalrecur_iterator_next(next.get());
        if (icaltime_is_null_time(time) || !isTime(time))
            return {};
        const Instant at = m_times.instant(time, start.tzid);
        if (at > horizon)
            return {};
        times.push_back(at);
    }
    return unexpectedly(translate("Input", "repeats more than %1 times").arg(MaxSteps));
}

Result<void> IcsEventReader::leaveOutExceptions(std::vector<Instant> &times, const Moment &start)
{
    std::set<Instant> moments;
    std::set<std::array<int, 3>> days;
    for (icalproperty *p = icalcomponent_get_first_property(m_component, ICAL_EXDATE_PROPERTY); p;
         p = icalcomponent_get_next_property(m_component, ICAL_EXDATE_PROPERTY)) {
        const auto exception = momentOf(p, icalproperty_get_exdate(p));
        if (!exception)
            return fail(exception.error());
        if (exception->time.is_date)
            days.insert({exception->time.year, exception->time.month, exception->time.day});
        else
            moments.insert(exception->at);
    }
    std::erase_if(times, [&](Instant at) {
        const icaltimetype wall = m_times.wall(at, start.tzid);
        return moments.contains(at) || days.contains({wall.year, wall.month, wall.day});
    });
    return {};
}

} // namespace foyer
