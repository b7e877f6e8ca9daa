#include "ui/printing/systemprinter.h"

#include "ui/printing/printeddocument.h"
#include "ui/printing/receiptpainter.h"
#include "ui/printing/ticketpainter.h"

#include <QtCore/QMarginsF>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtPrintSupport/QPrinter>
#include <QtPrintSupport/QPrinterInfo>

namespace foyer::printing {
namespace {

PrintTrouble chooseByName(QPrinter &printer, const QString &name)
{
    const QPrinterInfo info = QPrinterInfo::printerInfo(name);
    if (info.isNull())
        return PrintTrouble::Unreachable;
    if (info.state() == QPrinter::Error)
        return PrintTrouble::Offline;
    printer.setPrinterName(name);
    return PrintTrouble::None;
}

/// One page after another.
class Pages
{
public:
    Pages(QPrinter &printer, PaperFormat paper) : m_printer(printer), m_paper(paper) {}

    /// False when the printer takes no page, or the page cannot be drawn.
    template <typename Draw>
    bool add(double height, Draw draw)
    {
        if (m_paper == PaperFormat::A4)
            m_printer.setPageSize(QPageSize(QPageSize::A4));
        else
            m_printer.setPageSize(QPageSize(QSizeF(measures(m_paper).width, height), QPageSize::Millimeter, QStringLiteral("Roll"), QPageSize::ExactMatch));
        m_printer.setPageMargins(QMarginsF());
        const bool ready = m_painter.isActive() ? m_printer.newPage() : m_painter.begin(&m_printer);
        return ready && draw(m_painter);
    }
    bool end() { return m_painter.end(); }

private:
    QPrinter &m_printer;
    PaperFormat m_paper;
    QPainter m_painter;
};

} // namespace

SystemPrinter::SystemPrinter(PrinterSetup setup)
    : m_setup(std::move(setup)), m_prepare([name = m_setup.address](QPrinter &printer) { return chooseByName(printer, name); })
{
}

PrintOutcome SystemPrinter::print(const PrintJob &job, std::stop_token)
{
    auto document = documentFrom(job.document);
    if (!document || job.pieces != document->pieces())
        return {PrintTrouble::Unprintable};
    QPrinter printer(QPrinter::HighResolution);
    if (const PrintTrouble trouble = m_prepare(printer); trouble != PrintTrouble::None)
        return {trouble};
    printer.setDocName(job.title);
    printer.setFullPage(true); // the painters keep the margins themselves
    const PrintStyle style{m_setup.paper, QLocale(document->language), {}};
    const TicketPainter ticketPainter(style);
    Pages pages(printer, style.paper);
    bool good = true;
    for (int piece = job.done; piece < job.pieces && good; ++piece) {
        if (job.isDoubtful(piece))
            document->markReprint(piece, job.copy);
        if (piece < int(document->tickets.size())) {
            const PrintedTicket &ticket = document->tickets[size_t(piece)];
            good = pages.add(ticketPainter.paperHeight(ticket), [&](QPainter &painter) { return ticketPainter.draw(painter, ticket).has_value(); });
            continue;
        }
        const ReceiptPainter receiptPainter = document->report ? ReceiptPainter(style, *document->report) : ReceiptPainter(style, *document->receipt);
        for (int page = 0; page < receiptPainter.pageCount() && good; ++page)
            good = pages.add(receiptPainter.paperHeight(page), [&](QPainter &painter) {
                receiptPainter.draw(painter, page);
                return true;
            });
    }
    if (!good) {
        printer.abort(); // the system has not begun: it waits for the whole job
        return {PrintTrouble::Offline};
    }
    return pages.end() && printer.printerState() != QPrinter::Error ? PrintOutcome{} : PrintOutcome{PrintTrouble::BrokeOff, true};
}

} // namespace foyer::printing
