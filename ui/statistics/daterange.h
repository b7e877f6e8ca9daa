// DateRange: the days whose events are looked at, and the days before to compare with.
#pragma once

#include "core/services/statistics.h"

#include <QtCore/QDate>

namespace foyer {

enum class RangeKind { Today, Week, Month, Season, Custom };

/// Both days belong to it. A season has no days: every event.
struct DateRange {
    QDate first;
    QDate last;

    /// From today on; custom ranges are made from two days in either order.
    static DateRange of(RangeKind kind, QDate today);
    static DateRange between(QDate a, QDate b);

    bool isEverything() const { return !first.isValid(); }
    /// As many days, right before.
    DateRange before() const;
    /// In the computer's time zone.
    StatisticsFilter filter() const;
};

} // namespace foyer
