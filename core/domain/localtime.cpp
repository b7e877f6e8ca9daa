#include "core/domain/localtime.h"

namespace foyer {

namespace {

constexpr qint64 DayMs = 86'400'000;

qint64 offsetAt(qint64 ms, const QTimeZone &zone)
{
    return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC))) * 1000;
}

qint64 asIfUtc(QDate date, QTime time)
{
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
}

} // namespace

std::optional<Instant> localInstant(QDate date, QTime time, const QTimeZone &zone)
{
    // A zone changes its offset at most once in two days, so one of both offsets around holds.
    const qint64 wall = asIfUtc(date, time);
    for (const qint64 offset : {offsetAt(wall - DayMs, zone), offsetAt(wall + DayMs, zone)}) {
        if (offsetAt(wall - offset, zone) == offset)
            return Instant{wall - offset};
    }
    return {};
}

Instant localInstantOrAfterGap(QDate date, QTime time, const QTimeZone &zone)
{
    if (const auto at = localInstant(date, time, zone))
        return *at;
    const qint64 wall = asIfUtc(date, time);
    return {wall - offsetAt(wall - DayMs, zone)};
}

QDateTime inZone(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, zone);
}

QString rfc3339(Instant at, const QTimeZone &zone)
{
    const int offset = inZone(at, zone).offsetFromUtc();
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::OffsetFromUTC, offset).toString(Qt::ISODate);
}

} // namespace foyer
