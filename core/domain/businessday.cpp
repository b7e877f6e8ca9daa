#include "core/domain/businessday.h"

#include <QtCore/QDateTime>

namespace foyer {

int businessDay(Instant at, const QTimeZone &zone)
{
    QDateTime local = QDateTime::fromMSecsSinceEpoch(at.ms, zone.isValid() ? zone : QTimeZone::utc());
    QDate day = local.date();
    if (local.time().hour() < BusinessDayBeginsAt)
        day = day.addDays(-1);
    return day.year() * 10'000 + day.month() * 100 + day.day();
}

QDate businessDate(int day)
{
    return QDate(day / 10'000, day / 100 % 100, day % 100);
}

} // namespace foyer
