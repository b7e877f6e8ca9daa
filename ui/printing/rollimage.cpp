#include "ui/printing/rollimage.h"

#include "ui/printing/receiptpainter.h"
#include "ui/printing/ticketpainter.h"

#include <QtGui/QPainter>

#include <cmath>

namespace foyer::printing {
namespace {

constexpr double DotsPerMillimetre = RollDpi / 25.4;
// What is half grey or darker by a hair prints: thin strokes of small letters stay whole. There is nothing to dither, as
// painters use no grey on rolls, and a dithered edge is what makes a code unreadable.
constexpr int BlackBelow = 160;

/// White paper, with a painter whose origin is the corner of the paper though the printer begins at its margin.
QImage paperOf(PaperFormat paper, double height)
{
    QImage image(dotsAcross(paper), int(std::ceil(height * DotsPerMillimetre)), QImage::Format_Grayscale8);
    image.setDotsPerMeterX(qRound(DotsPerMillimetre * 1000));
    image.setDotsPerMeterY(qRound(DotsPerMillimetre * 1000));
    image.fill(Qt::white);
    return image;
}

/// By whole dots, or the modules of the codes would lie between them.
void moveToPrintable(QPainter &painter, PaperFormat paper)
{
    painter.translate(-std::round(measures(paper).marginSide * DotsPerMillimetre), 0);
}

escpos::Raster rasterOf(const QImage &image)
{
    escpos::Raster raster{image.width(), image.height(), {}};
    raster.rows.fill(0, raster.bytesPerRow() * raster.height);
    for (int y = 0; y < image.height(); ++y) {
        const uchar *grey = image.constScanLine(y);
        char *row = raster.rows.data() + y * raster.bytesPerRow();
        for (int x = 0; x < image.width(); ++x)
            if (grey[x] < BlackBelow)
                row[x / 8] = char(row[x / 8] | 0x80 >> (x % 8));
    }
    return raster;
}

Result<escpos::Raster> ticketRaster(const PrintedTicket &ticket, const PrintStyle &style)
{
    const TicketPainter ticketPainter(style);
    QImage image = paperOf(style.paper, ticketPainter.paperHeight(ticket));
    QPainter painter(&image);
    moveToPrintable(painter, style.paper);
    if (const auto drawn = ticketPainter.draw(painter, ticket); !drawn)
        return fail(drawn.error());
    painter.end();
    return rasterOf(image);
}

/// The pages of a very long one follow each other without a cut.
escpos::Raster longRaster(const ReceiptPainter &receiptPainter, const PrintStyle &style)
{
    escpos::Raster whole{dotsAcross(style.paper), 0, {}};
    for (int page = 0; page < receiptPainter.pageCount(); ++page) {
        QImage image = paperOf(style.paper, receiptPainter.paperHeight(page));
        QPainter painter(&image);
        moveToPrintable(painter, style.paper);
        receiptPainter.draw(painter, page);
        painter.end();
        const escpos::Raster raster = rasterOf(image);
        whole.height += raster.height;
        whole.rows += raster.rows;
    }
    return whole;
}

} // namespace

Result<escpos::Raster> rollRaster(const PrintedDocument &document, int piece, const PrintStyle &style)
{
    if (piece < int(document.tickets.size()))
        return ticketRaster(document.tickets[size_t(piece)], style);
    return longRaster(document.report ? ReceiptPainter(style, *document.report) : ReceiptPainter(style, *document.receipt), style);
}

QImage imageOf(const escpos::Raster &raster)
{
    QImage image(raster.width, raster.height, QImage::Format_Grayscale8);
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x)
            image.scanLine(y)[x] = raster.isBlack(x, y) ? 0 : 255;
    return image;
}

} // namespace foyer::printing
