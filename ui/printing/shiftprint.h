// Shiftprint: what stands on an X or a Z, in words.
#pragma once

#include "core/domain/shift.h"
#include "ui/printing/printedreport.h"

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace foyer::printing {

/// "X", "Z 12"
QString titleOf(const ShiftReport &report);
PrintedReport printedReport(const ShiftReport &report, const QLocale &locale, const QTimeZone &zone, bool reprint = false);

} // namespace foyer::printing
