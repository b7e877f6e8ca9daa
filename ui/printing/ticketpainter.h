// TicketPainter: draws one ticket, on any painter, for A4 and for an 80 mm roll.
#pragma once

#include "ui/printing/printedticket.h"
#include "ui/printing/printstyle.h"

#include <QtCore/QCoreApplication>

class QPainter;

namespace foyer::printing {

class QrCode;
class Sheet;

class TicketPainter
{
    Q_DECLARE_TR_FUNCTIONS(TicketPainter)

public:
    explicit TicketPainter(PrintStyle style) : m_style(std::move(style)) {}

    /// Millimetres of paper that the ticket needs, margins included.
    double paperHeight(const PrintedTicket &ticket) const;
    /// The painter's origin is the corner of the paper, not of its margins. InvalidInput when the code of the ticket
    /// cannot be drawn; then nothing is.
    Result<void> draw(QPainter &painter, const PrintedTicket &ticket) const;

private:
    /// Each sets its part at y and gives the y below it.
    double setOnA4(Sheet &sheet, const PrintedTicket &ticket, const QrCode *qr) const;
    double setA4Details(Sheet &sheet, double y, const PrintedTicket &ticket) const;
    double setA4Code(Sheet &sheet, double y, const PrintedTicket &ticket, const QrCode *qr) const;
    void setA4Notes(Sheet &sheet) const;
    double setOnRoll(Sheet &sheet, const PrintedTicket &ticket, const QrCode *qr) const;
    double setRollCode(Sheet &sheet, double y, const PrintedTicket &ticket, const QrCode *qr) const;
    double setTimes(Sheet &sheet, double y, double width, const PrintedTicket &ticket, double points) const;
    QString feeText(const PrintedTicket &ticket) const;
    double setBanner(Sheet &sheet, double y) const;

    PrintStyle m_style;
};

} // namespace foyer::printing
