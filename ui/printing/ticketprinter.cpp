#include "ui/printing/ticketprinter.h"

#include "ui/printing/ticketpainter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QMarginsF>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtPrintSupport/QPrinter>

namespace foyer::printing {
namespace {

void setPrinterPage(QPrinter &printer, PaperFormat paper, double height)
{
    if (paper == PaperFormat::A4)
        printer.setPageSize(QPageSize(QPageSize::A4));
    else
        printer.setPageSize(QPageSize(QSizeF(measures(paper).width, height), QPageSize::Millimeter, QStringLiteral("Roll"), QPageSize::ExactMatch));
    printer.setPageMargins(QMarginsF());
}

tl::unexpected<Error> noPaper(const QPrinter &printer)
{
    const QString name = printer.printerName().isEmpty() ? printer.outputFileName() : printer.printerName();
    return fail(ErrorCode::FileUnreadable, {name, QCoreApplication::translate("Print", "the printer takes no pages")});
}

} // namespace

Result<void> printTickets(QPrinter &printer, std::span<const PrintedTicket> tickets, const PrintStyle &style)
{
    const TicketPainter ticketPainter(style);
    printer.setFullPage(true); // the painter keeps the margins itself
    QPainter painter;
    for (const PrintedTicket &ticket : tickets) {
        setPrinterPage(printer, style.paper, ticketPainter.paperHeight(ticket));
        const bool ready = painter.isActive() ? printer.newPage() : painter.begin(&printer);
        if (!ready)
            return noPaper(printer);
        if (const Result<void> drawn = ticketPainter.draw(painter, ticket); !drawn) {
            printer.abort();
            return drawn;
        }
    }
    return {};
}

} // namespace foyer::printing
