#include "ui/statistics/daterange.h"

namespace foyer {

DateRange DateRange::of(RangeKind kind, QDate today)
{
    switch (kind) {
    case RangeKind::Today:
        return {today, today};
    case RangeKind::Week:
        return {today, today.addDays(6)};
    case RangeKind::Month:
    case RangeKind::Custom:
        return {today, today.addDays(29)};
    case RangeKind::Season:
        break;
    }
    return {};
}

DateRange DateRange::between(QDate a, QDate b)
{
    return {std::min(a, b), std::max(a, b)};
}

DateRange DateRange::before() const
{
    if (isEverything())
        return {};
    const qint64 days = first.daysTo(last) + 1;
    return {first.addDays(-days), first.addDays(-1)};
}

StatisticsFilter DateRange::filter() const
{
    if (isEverything())
        return {};
    return {Instant{first.startOfDay().toMSecsSinceEpoch()}, Instant{last.addDays(1).startOfDay().toMSecsSinceEpoch()}, std::nullopt};
}

} // namespace foyer
