// ReportPdf: the X or Z of a shift as a PDF.
#pragma once

#include "core/base/error.h"
#include "ui/printing/printedreport.h"
#include "ui/printing/printstyle.h"

#include <QtCore/QByteArray>

namespace foyer::printing {

Result<QByteArray> reportPdf(const PrintedReport &report, const PrintStyle &style);
/// FileUnreadable when the file cannot be written; it is then as it was before. Its folder is made if need be.
Result<void> writeReport(const QString &path, const PrintedReport &report, const PrintStyle &style);

} // namespace foyer::printing
