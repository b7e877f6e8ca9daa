// Wall clock times of a venue as moments, and back.
#pragma once

#include "core/base/clock.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <optional>

namespace foyer {

/// When the venue's clocks show this. The first of two moments when clocks are put back; empty when clocks are put
/// forward over it.
std::optional<Instant> localInstant(QDate date, QTime time, const QTimeZone &zone);

/// As RFC 5545 has it: a time that clocks skip is counted by the offset before the gap.
Instant localInstantOrAfterGap(QDate date, QTime time, const QTimeZone &zone);

QDateTime inZone(Instant at, const QTimeZone &zone);

/// "2026-11-20T19:30:00+01:00"
QString rfc3339(Instant at, const QTimeZone &zone);

} // namespace foyer
