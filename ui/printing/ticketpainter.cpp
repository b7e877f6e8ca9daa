#include "ui/printing/ticketpainter.h"

#include "ui/printing/printtext.h"
#include "ui/printing/qrcode.h"
#include "ui/printing/sheet.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace foyer::printing {

namespace {

constexpr double A4FoldAt = 148.5;
constexpr double A4CodeWidth = 60;
constexpr double A4ColumnGap = 10;
constexpr double RollCodeWidth = 46; // at most; the code takes the largest whole number of dots per module below it

const TextStyle A4Label{.points = 9, .ink = Ink::Grey};
const TextStyle RollSmall{.points = 8.5, .maxLines = 2, .smallestPoints = 7.5};

/// A small label with its value below; nothing for an empty value.
double setPair(Sheet &sheet, double x, double y, double width, const QString &label, const QString &value,
               const TextStyle &style)
{
    if (value.isEmpty())
        return y;
    y += sheet.text(x, y, width, label, A4Label);
    return y + sheet.text(x, y, width, value, style);
}

QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + QStringLiteral(" · ") + second;
}

QString againText(const PrintedTicket &ticket)
{
    return ticket.copy > 1 ? TicketPainter::tr("printed again, copy %1").arg(ticket.copy) : TicketPainter::tr("printed again");
}

} // namespace

/// Empty when there is none.
QString TicketPainter::feeText(const PrintedTicket &ticket) const
{
    return ticket.fee.isPositive() ? tr("incl. booking fee %1").arg(amountText(ticket.fee, m_style.locale)) : QString();
}

double TicketPainter::paperHeight(const PrintedTicket &ticket) const
{
    const PaperMeasures paper = measures(m_style.paper);
    if (paper.height > 0)
        return paper.height;
    Sheet sheet(nullptr, m_style);
    return setOnRoll(sheet, ticket, nullptr) + paper.marginBottom;
}

Result<void> TicketPainter::draw(QPainter &painter, const PrintedTicket &ticket) const
{
    const Result<QrCode> qr = qrCode(ticket.code);
    if (!qr)
        return fail(qr.error());
    Sheet sheet(&painter, m_style);
    if (m_style.paper == PaperFormat::A4)
        setOnA4(sheet, ticket, &*qr);
    else
        setOnRoll(sheet, ticket, &*qr);
    return {};
}

double TicketPainter::setBanner(Sheet &sheet, double y) const
{
    const PaperMeasures paper = measures(m_style.paper);
    const TextStyle style{.points = 11, .bold = true, .ink = Ink::White, .alignment = Qt::AlignHCenter, .maxLines = 2,
                          .smallestPoints = 8};
    const QString words = tr("Training: not valid for admission");
    Sheet measure(nullptr, m_style);
    const double height = measure.text(0, 0, paper.contentWidth() - 4, words, style);
    sheet.fill({paper.marginSide, y, paper.contentWidth(), height + 3}, Ink::Black);
    sheet.text(paper.marginSide + 2, y + 1.5, paper.contentWidth() - 4, words, style);
    return y + height + 3;
}

double TicketPainter::setTimes(Sheet &sheet, double y, double width, const PrintedTicket &ticket, double points) const
{
    const double x = measures(m_style.paper).marginSide;
    const TextStyle large{.points = points, .bold = true};
    const TextStyle small{.points = points * 0.55, .smallestPoints = 6};
    const QString begins = timeText(ticket.startsAt, m_style.locale);
    const double height = sheet.text(x, y, width, begins, large);
    if (ticket.doorsAt.isValid()) {
        const double beside = sheet.widthOf(begins, large) + 5;
        const double drop = sheet.ascentOf(large) - sheet.ascentOf(small);
        sheet.text(x + beside, y + drop, width - beside, tr("Doors open %1").arg(timeText(ticket.doorsAt, m_style.locale)),
                   small);
    }
    return y + height;
}

// A4

double TicketPainter::setOnA4(Sheet &sheet, const PrintedTicket &ticket, const QrCode *qr) const
{
    const PaperMeasures paper = measures(PaperFormat::A4);
    const double x = paper.marginSide;
    const double width = paper.contentWidth();
    double y = paper.marginTop;
    if (ticket.training) {
        sheet.watermark({x, y, width, A4FoldAt - y}, tr("TRAINING"));
        y = setBanner(sheet, y) + 4;
    }
    const QString place = tr("Ticket %1 of %2").arg(ticket.position).arg(ticket.count);
    if (ticket.reprint)
        sheet.text(x + 124, y, width - 124, joined(place, againText(ticket)),
                   {.points = 8, .ink = Ink::Grey, .alignment = Qt::AlignRight, .maxLines = 2, .smallestPoints = 7});
    else
        sheet.text(x + 124, y, width - 124, place, {.points = 10, .ink = Ink::Grey, .alignment = Qt::AlignRight, .smallestPoints = 7});
    y += sheet.text(x, y, 120, ticket.venue, {.points = 12, .bold = true, .smallestPoints = 9}) + 2;
    sheet.rule(x, y, width, 0.4);
    y += 6;
    y += sheet.text(x, y, width, ticket.event, {.points = 32, .bold = true, .maxLines = 2, .smallestPoints = 19}) + 5;
    const double bottom = std::max(setA4Details(sheet, y, ticket), setA4Code(sheet, y, ticket, qr));
    sheet.rule(0, A4FoldAt, paper.width, 0.2, true);
    setA4Notes(sheet);
    return bottom;
}

double TicketPainter::setA4Details(Sheet &sheet, double y, const PrintedTicket &ticket) const
{
    const PaperMeasures paper = measures(PaperFormat::A4);
    const double x = paper.marginSide;
    const double width = paper.contentWidth() - A4CodeWidth - A4ColumnGap;
    const double half = width / 2 - 2;
    const TextStyle oneLine{.points = 11.5, .bold = true, .smallestPoints = 6};
    const TextStyle value{.points = 11.5, .bold = true, .maxLines = 2, .smallestPoints = 9};
    y += sheet.text(x, y, width, dateText(ticket.startsAt, m_style.locale), {.points = 14, .smallestPoints = 9});
    y = setTimes(sheet, y, width, ticket, 24) + 6;

    const bool seated = !ticket.seat.isEmpty();
    y = setPair(sheet, x, y, width, seated ? tr("Seat") : tr("Ticket"), seated ? ticket.seat : ticket.ticketType,
                {.points = 28, .bold = true, .maxLines = 2, .smallestPoints = 15}) + 4;

    double left = setPair(sheet, x, y, half, tr("Ticket"), seated ? ticket.ticketType : QString(), value);
    const double beside = left > y ? x + width / 2 + 2 : x;
    double right = setPair(sheet, beside, y, half, tr("Price"), moneyText(ticket.price, m_style.locale), oneLine);
    right += sheet.text(beside, right, half, joined(ticket.priceLevel, feeText(ticket)), {.points = 9.5, .maxLines = 2, .smallestPoints = 8.5});
    y = std::max(left, right) + 3;
    left = setPair(sheet, x, y, half, tr("Order"), ticket.orderNumber, value);
    right = setPair(sheet, x + width / 2 + 2, y, half, tr("Name"), ticket.holder, value);
    return std::max(left, right);
}

double TicketPainter::setA4Code(Sheet &sheet, double y, const PrintedTicket &ticket, const QrCode *qr) const
{
    const PaperMeasures paper = measures(PaperFormat::A4);
    // The quiet zone is white anyway: the dark part of the code ends where the column of text above it does.
    const double module = A4CodeWidth / (qr ? qr->size() : 1);
    const double x = paper.width - paper.marginSide - A4CodeWidth;
    const double quiet = QrCode::QuietModules * module;
    y += 2;
    if (qr && sheet.painter())
        qr->draw(*sheet.painter(), sheet.scaled(QRectF(x, y, A4CodeWidth, A4CodeWidth).adjusted(-quiet, -quiet, quiet, quiet)));
    y += A4CodeWidth + 6;
    return y + sheet.text(x, y, A4CodeWidth, ticket.ticketNumber,
                          {.points = 16, .bold = true, .alignment = Qt::AlignHCenter, .smallestPoints = 10});
}

void TicketPainter::setA4Notes(Sheet &sheet) const
{
    const PaperMeasures paper = measures(PaperFormat::A4);
    const double width = paper.contentWidth();
    const TextStyle body{.points = 10, .ink = Ink::Grey, .maxLines = 3};
    double y = A4FoldAt + 8;
    y += sheet.text(paper.marginSide, y, width, tr("At the door"), {.points = 11, .bold = true}) + 2;
    for (const QString &note :
         {tr("Show this page, on paper or on a screen. Fold it along the line, so that the code stays flat."),
          tr("The code admits one person, once. Keep it to yourself: whoever shows it first comes in."),
          tr("If the code cannot be read, say the ticket number below it.")})
        y += sheet.text(paper.marginSide, y, width, note, body) + 1.5;
}

// Roll

double TicketPainter::setOnRoll(Sheet &sheet, const PrintedTicket &ticket, const QrCode *qr) const
{
    const PaperMeasures paper = measures(m_style.paper);
    const double x = paper.marginSide;
    const double width = paper.contentWidth();
    double y = paper.marginTop;
    if (ticket.training)
        y = setBanner(sheet, y) + 2;
    y += sheet.text(x, y, width, ticket.venue, {.points = 9.5, .maxLines = 2, .smallestPoints = 8}) + 1;
    y += sheet.text(x, y, width, ticket.event, {.points = 18, .bold = true, .maxLines = 3, .smallestPoints = 12}) + 1.5;
    y += sheet.text(x, y, width, dateText(ticket.startsAt, m_style.locale), {.points = 10.5, .maxLines = 2, .smallestPoints = 9});
    y = setTimes(sheet, y, width, ticket, 20) + 2;
    sheet.rule(x, y, width, 0.375);
    y += 2;
    const bool seated = !ticket.seat.isEmpty();
    y += sheet.text(x, y, width, seated ? ticket.seat : ticket.ticketType,
                    {.points = 24, .bold = true, .maxLines = 3, .smallestPoints = 13}) + 0.5;
    const TextStyle detail{.points = 10, .maxLines = 2, .smallestPoints = 8.5};
    const QString price = moneyText(ticket.price, m_style.locale);
    const double priceWidth = std::min(sheet.widthOf(price, detail) + 0.5, width / 2);
    sheet.text(x + width - priceWidth, y, priceWidth, price, {.points = 10, .alignment = Qt::AlignRight, .smallestPoints = 6});
    y += sheet.text(x, y, width - priceWidth - 3, joined(seated ? ticket.ticketType : QString(), ticket.priceLevel), detail);
    y += sheet.text(x, y, width, feeText(ticket), {.points = 8.5, .alignment = Qt::AlignRight, .smallestPoints = 7});
    y += sheet.text(x, y, width, ticket.holder, detail);
    return setRollCode(sheet, y, ticket, qr);
}

double TicketPainter::setRollCode(Sheet &sheet, double y, const PrintedTicket &ticket, const QrCode *qr) const
{
    const PaperMeasures paper = measures(m_style.paper);
    const double x = paper.marginSide;
    const double width = paper.contentWidth();
    if (qr && sheet.painter()) {
        const double dot = 25.4 / RollDpi;
        const double across = qr->sizeWithQuietZone();
        const double side = across * dot * std::max(1.0, std::floor(RollCodeWidth / across / dot));
        const auto onDots = [dot](double mm) { return std::round(mm / dot) * dot; };
        const double slack = (RollCodeWidth - side) / 2;
        qr->draw(*sheet.painter(), sheet.scaled({onDots((paper.width - side) / 2), onDots(y + slack), side, side}));
    }
    y += RollCodeWidth;
    y += sheet.text(x, y, width, ticket.ticketNumber,
                    {.points = 15, .bold = true, .alignment = Qt::AlignHCenter, .smallestPoints = 10}) + 2;
    sheet.rule(x, y, width, 0.25);
    y += 1.5;
    const QString place = tr("Ticket %1 of %2").arg(ticket.position).arg(ticket.count);
    const double placeWidth = std::min(sheet.widthOf(place, RollSmall) + 0.5, width / 2);
    sheet.text(x + width - placeWidth, y, placeWidth, place, RollSmall.aligned(Qt::AlignRight));
    y += sheet.text(x, y, width - placeWidth - 3, tr("Order %1").arg(ticket.orderNumber), RollSmall);
    if (ticket.reprint)
        y += sheet.text(x, y, width, ticket.copy > 1 ? tr("Printed again, copy %1").arg(ticket.copy) : tr("Printed again"), RollSmall);
    return ticket.training ? setBanner(sheet, y + 1.5) : y;
}

} // namespace foyer::printing
