#include "core/domain/icstime.h"

#include "core/domain/localtime.h"

namespace foyer {

namespace {

QDate dateOf(const icaltimetype &time)
{
    return {time.year, time.month, time.day};
}

QTime clockOf(const icaltimetype &time)
{
    return time.is_date ? QTime(0, 0) : QTime(time.hour, time.minute, std::min(time.second, 59));
}

icaltimetype wallOf(const QDateTime &at)
{
    icaltimetype time = icaltime_null_time();
    time.year = at.date().year();
    time.month = at.date().month();
    time.day = at.date().day();
    time.hour = at.time().hour();
    time.minute = at.time().minute();
    time.second = at.time().second();
    return time;
}

/// IANA's name, Windows' name, or a name that ends in IANA's ("/example.org/2011/Europe/Berlin").
QTimeZone zoneNamed(const QString &tzid)
{
    for (qsizetype from = 0; from >= 0;) {
        const QByteArray name = tzid.mid(from).toUtf8();
        if (!name.isEmpty() && QTimeZone::isTimeZoneIdAvailable(name))
            return QTimeZone(name);
        from = tzid.indexOf(u'/', from);
        from = from < 0 ? from : from + 1;
    }
    const QByteArray known = QTimeZone::windowsIdToDefaultIanaId(tzid.toUtf8());
    return known.isEmpty() ? QTimeZone() : QTimeZone(known);
}

} // namespace

IcalComponent parseComponent(const QByteArray &text)
{
    icalerror_set_errors_are_fatal(0);
    return IcalComponent(icalparser_parse_string(text.constData()));
}

void IcsTimes::add(const QByteArray &vtimezone)
{
    IcalComponent component = parseComponent(vtimezone);
    if (!component || icalcomponent_isa(component.get()) != ICAL_VTIMEZONE_COMPONENT)
        return;
    IcalZone zone(icaltimezone_new());
    if (!icaltimezone_set_component(zone.get(), component.get()))
        return;
    icalcomponent *owned = component.release(); // now the zone's
    Q_UNUSED(owned);
    m_own.emplace_back(QString::fromUtf8(icaltimezone_get_tzid(zone.get())), std::move(zone));
}

const QTimeZone &IcsTimes::zone(const QString &tzid)
{
    if (tzid.isEmpty())
        return m_venue;
    auto found = m_zones.find(tzid);
    if (found == m_zones.end())
        found = m_zones.insert(tzid, zoneNamed(tzid));
    return *found;
}

icaltimezone *IcsTimes::ownZone(const QString &tzid) const
{
    for (const auto &[name, zone] : m_own) {
        if (name == tzid)
            return zone.get();
    }
    return nullptr;
}

bool IcsTimes::knows(const QString &tzid)
{
    return zone(tzid).isValid() || ownZone(tzid);
}

Instant IcsTimes::instant(const icaltimetype &time, const QString &tzid)
{
    const QDateTime asUtc(dateOf(time), clockOf(time), Qt::UTC);
    if (icaltime_is_utc(time))
        return {asUtc.toMSecsSinceEpoch()};
    if (const QTimeZone &known = zone(tzid); known.isValid())
        return localInstantOrAfterGap(dateOf(time), clockOf(time), known);
    icaltimetype local = time;
    int daylight = 0;
    return {asUtc.toMSecsSinceEpoch() - qint64(icaltimezone_get_utc_offset(ownZone(tzid), &local, &daylight)) * 1000};
}

icaltimetype IcsTimes::wall(Instant at, const QString &tzid)
{
    if (const QTimeZone &known = zone(tzid); known.isValid())
        return wallOf(inZone(at, known));
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC);
    icaltimetype time = wallOf(utc);
    int daylight = 0;
    return wallOf(utc.addSecs(icaltimezone_get_utc_offset_of_utc_time(ownZone(tzid), &time, &daylight)));
}

} // namespace foyer
