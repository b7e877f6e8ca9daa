// What a steward reads about a scan: a word from afar, and why from near.
#pragma once

#include "core/base/error.h"
#include "core/domain/admission.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"

#include <QtCore/QTimeZone>

namespace foyer {

struct VerdictWords {
    Tone tone = Tone::Muted;
    IconName icon = IconName::Door;
    QString word;    ///< "Welcome"
    QString details; ///< lines
};

/// Times are those of the venue's clocks.
VerdictWords verdictWords(const ScanVerdict &verdict, const QTimeZone &zone);
/// Nobody knows whether the ticket is good.
VerdictWords verdictWords(const Error &error);
/// One line of the last scans: "19:31  Welcome  Stalls 5-12"
QString scanLine(Instant at, const ScanVerdict &verdict, const QTimeZone &zone);

} // namespace foyer
