#include "ui/printing/receiptpdf.h"

#include "ui/printing/pdfpages.h"
#include "ui/printing/receiptpainter.h"

namespace foyer::printing {

Result<QByteArray> ReceiptPdf::bytes(const PrintedReceipt &receipt) const
{
    const ReceiptPainter painter(m_style, receipt);
    std::vector<PdfPage> pages;
    for (int page = 0; page < painter.pageCount(); ++page) {
        pages.push_back({painter.paperHeight(page), [&painter, page](QPainter &onto) -> Result<void> {
                             painter.draw(onto, page);
                             return {};
                         }});
    }
    return pdfPages(tr("Receipt of order %1").arg(receipt.orderNumber), m_style.paper, pages);
}

Result<void> ReceiptPdf::write(const QString &path, const PrintedReceipt &receipt) const
{
    return bytes(receipt).and_then([&](const QByteArray &pdf) { return writeFile(path, pdf); });
}

Result<void> ReceiptPdf::write(QIODevice &device, const PrintedReceipt &receipt) const
{
    return bytes(receipt).and_then([&](const QByteArray &pdf) { return writeDevice(device, pdf); });
}

} // namespace foyer::printing
