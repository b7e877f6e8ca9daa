#include "ui/printing/ticketpdf.h"

#include "ui/printing/pdfpages.h"
#include "ui/printing/ticketpainter.h"

namespace foyer::printing {

Result<QByteArray> TicketPdf::bytes(std::span<const PrintedTicket> tickets) const
{
    if (tickets.empty())
        return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "there is no ticket to print")});
    const TicketPainter painter(m_style);
    std::vector<PdfPage> pages;
    pages.reserve(tickets.size());
    for (const PrintedTicket &ticket : tickets) {
        pages.push_back({painter.paperHeight(ticket),
                         [&painter, &ticket](QPainter &onto) { return painter.draw(onto, ticket); }});
    }
    const QString title = tr("Tickets of order %1").arg(tickets.front().orderNumber);
    return pdfPages(title, m_style.paper, pages);
}

Result<void> TicketPdf::write(const QString &path, std::span<const PrintedTicket> tickets) const
{
    return bytes(tickets).and_then([&](const QByteArray &pdf) { return writeFile(path, pdf); });
}

Result<void> TicketPdf::write(QIODevice &device, std::span<const PrintedTicket> tickets) const
{
    return bytes(tickets).and_then([&](const QByteArray &pdf) { return writeDevice(device, pdf); });
}

} // namespace foyer::printing
