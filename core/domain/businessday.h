// The business day: it ends early in the morning, so that a late show's sales belong to its evening.
#pragma once

#include "core/base/clock.h"

#include <QtCore/QDate>
#include <QtCore/QTimeZone>

namespace foyer {

/// The hour, in the venue's time, at which the next business day begins.
inline constexpr int BusinessDayBeginsAt = 5;

/// As a number that reads as a date: 20261120.
int businessDay(Instant at, const QTimeZone &zone);
QDate businessDate(int day);

} // namespace foyer
