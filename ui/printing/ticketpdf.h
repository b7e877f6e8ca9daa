// TicketPdf: tickets as a PDF, a page each, with vector codes and embedded fonts.
#pragma once

#include "ui/printing/printedticket.h"
#include "ui/printing/printstyle.h"

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>

#include <span>

class QIODevice;

namespace foyer::printing {

class TicketPdf
{
    Q_DECLARE_TR_FUNCTIONS(TicketPdf)

public:
    explicit TicketPdf(PrintStyle style) : m_style(std::move(style)) {}

    /// InvalidInput without a ticket, and for a code that no QR code can hold.
    Result<QByteArray> bytes(std::span<const PrintedTicket> tickets) const;
    /// As bytes(), and FileUnreadable when the file cannot be written; it is then as it was before.
    Result<void> write(const QString &path, std::span<const PrintedTicket> tickets) const;
    Result<void> write(QIODevice &device, std::span<const PrintedTicket> tickets) const;

private:
    PrintStyle m_style;
};

} // namespace foyer::printing
