// Papers for tests of printing: a ticket with a real code and a receipt, the same every time.
#pragma once

#include "core/base/random.h"
#include "core/domain/ticketcode.h"
#include "ui/printing/printeddocument.h"

#include <QtCore/QTimeZone>
#include <QtGui/QImage>

#define ZX_USE_UTF8 // texts as UTF-8, as later versions of the library give them
#include <ZXing/ReadBarcode.h>

namespace foyer::test {

/// What the codes on the papers are signed with.
inline crypto::SigningKey paperKey()
{
    SeededRandom keys(7);
    return crypto::SigningKey::generate(keys);
}

inline printing::PrintedTicket paperTicket(int position = 1, int count = 1)
{
    SeededRandom random{quint64(position)};
    TicketCode code;
    code.issuer = 1;
    code.number = TicketNumber::make(random);
    code.eventNumber = 412;
    code.type = 1;
    code.seat = 730 + quint32(position);
    printing::PrintedTicket ticket;
    ticket.venue = QStringLiteral("Schauspielhaus am Markt");
    ticket.event = QStringLiteral("Hamlet, Prinz von Dänemark");
    ticket.startsAt = QDateTime({2026, 11, 20}, {19, 30}, QTimeZone("Europe/Berlin"));
    ticket.doorsAt = QDateTime({2026, 11, 20}, {18, 45}, QTimeZone("Europe/Berlin"));
    ticket.seat = QStringLiteral("Parkett 5-%1").arg(11 + position);
    ticket.ticketType = QStringLiteral("Premium");
    ticket.priceLevel = QStringLiteral("Ermäßigt");
    ticket.price = Money(5950, Currency());
    ticket.orderNumber = QStringLiteral("A-10482");
    ticket.ticketNumber = code.number.grouped();
    ticket.code = ticketcode::encode(code, paperKey());
    ticket.position = position;
    ticket.count = count;
    return ticket;
}

inline printing::PrintedReceipt paperReceipt()
{
    const auto euros = [](qint64 cents) { return Money(cents, Currency()); };
    printing::PrintedReceipt receipt;
    receipt.venue = QStringLiteral("Schauspielhaus am Markt");
    receipt.issuer = {QStringLiteral("Am Markt 1, 12345 Neustadt"), QStringLiteral("USt-IdNr. DE123456789")};
    receipt.orderNumber = QStringLiteral("A-10482");
    receipt.at = QDateTime({2026, 11, 20}, {19, 22}, QTimeZone("Europe/Berlin"));
    receipt.lines = {{2, QStringLiteral("Hamlet, Prinz von Dänemark, Premium"), QStringLiteral("Ermäßigt · Parkett 5-12, Parkett 5-13"), euros(11900)},
                     {3, QStringLiteral("شهرزاد — الليلة الأولى, 标准"), QString(), euros(4500)}};
    receipt.taxes = {{700, euros(11900), euros(779)}, {1900, euros(4500), euros(718)}};
    receipt.tenders = {{QStringLiteral("Bar"), euros(10000), euros(15000), euros(5000)}, {QStringLiteral("Karte"), euros(6400), {}, {}}};
    receipt.total = euros(16400);
    receipt.terminal = QStringLiteral("Kasse 1");
    receipt.cashier = QStringLiteral("Anna");
    return receipt;
}

/// `tickets` tickets, and a receipt if wanted.
inline printing::PrintedDocument someDocument(int tickets, bool withReceipt = false)
{
    printing::PrintedDocument document;
    document.language = QStringLiteral("de_DE");
    for (int i = 1; i <= tickets; ++i)
        document.tickets.push_back(paperTicket(i, tickets));
    if (withReceipt)
        document.receipt = paperReceipt();
    return document;
}

/// What a scanner reads off a grey picture; empty when it reads nothing.
inline QString scannedFrom(const QImage &image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    return QString::fromStdString(ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode)).text());
}

} // namespace foyer::test
