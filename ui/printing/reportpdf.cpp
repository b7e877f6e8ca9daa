#include "ui/printing/reportpdf.h"

#include "ui/printing/pdfpages.h"
#include "ui/printing/receiptpainter.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace foyer::printing {

Result<QByteArray> reportPdf(const PrintedReport &report, const PrintStyle &style)
{
    const ReceiptPainter painter(style, report);
    std::vector<PdfPage> pages;
    for (int page = 0; page < painter.pageCount(); ++page) {
        pages.push_back({painter.paperHeight(page), [&painter, page](QPainter &onto) -> Result<void> {
                             painter.draw(onto, page);
                             return {};
                         }});
    }
    return pdfPages(report.title, style.paper, pages);
}

Result<void> writeReport(const QString &path, const PrintedReport &report, const PrintStyle &style)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    return reportPdf(report, style).and_then([&](const QByteArray &pdf) { return writeFile(path, pdf); });
}

} // namespace foyer::printing
