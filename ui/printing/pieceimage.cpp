#include "ui/printing/pieceimage.h"

#include "ui/printing/receiptpainter.h"
#include "ui/printing/rollimage.h"
#include "ui/printing/ticketpainter.h"

#include <QtGui/QPainter>

#include <cmath>

namespace foyer::printing {
namespace {

constexpr int DotsPerMetre = 4000;

QImage blank(PaperFormat paper, double height)
{
    const auto pixels = [](double millimetres) { return int(std::ceil(millimetres * DotsPerMetre / 1000)); };
    QImage image(pixels(measures(paper).width), pixels(height), QImage::Format_RGB32);
    image.setDotsPerMeterX(DotsPerMetre);
    image.setDotsPerMeterY(DotsPerMetre);
    image.fill(Qt::white);
    return image;
}

Result<QImage> page(const PrintedDocument &document, int piece, const PrintStyle &style)
{
    if (piece >= int(document.tickets.size())) {
        const ReceiptPainter receiptPainter(style, *document.receipt);
        QImage image = blank(style.paper, receiptPainter.paperHeight(0));
        QPainter painter(&image);
        receiptPainter.draw(painter, 0);
        return image;
    }
    const PrintedTicket &ticket = document.tickets[size_t(piece)];
    const TicketPainter ticketPainter(style);
    QImage image = blank(style.paper, ticketPainter.paperHeight(ticket));
    QPainter painter(&image);
    if (const auto drawn = ticketPainter.draw(painter, ticket); !drawn)
        return fail(drawn.error());
    return image;
}

} // namespace

Result<QImage> pieceImage(const PrintedDocument &document, int piece, const PrinterSetup &printer)
{
    const PrintStyle style{printer.paper, QLocale(document.language), {}};
    if (!printer.isRaw())
        return page(document, piece, style);
    return rollRaster(document, piece, style).map([](const escpos::Raster &raster) { return imageOf(raster); });
}

} // namespace foyer::printing
