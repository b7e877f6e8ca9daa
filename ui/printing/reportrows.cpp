// How an X or a Z is laid out: the rows of ReceiptPainter for a PrintedReport.
#include "ui/printing/receiptpainter.h"

namespace foyer::printing {

namespace {

constexpr double FigureFrom = 0.66;

} // namespace

void ReceiptPainter::layOut(const PrintedReport &report)
{
    const double points = isRoll() ? 9.5 : 10.5;
    if (report.training)
        addText(tr("Training: not a report"), {.points = 12, .bold = true});
    addText(report.title, {.points = isRoll() ? 16.0 : 22.0, .bold = true});
    addText(report.subtitle, {.points = points, .maxLines = 2});
    if (report.reprint)
        addText(report.copy > 1 ? tr("Printed again, copy %1").arg(report.copy) : tr("Printed again"), {.points = points, .bold = true});
    addRule(0.4);
    for (const ReportLine &line : report.lines) {
        switch (line.kind) {
        case ReportLine::Heading:
            addGap(2);
            addText(line.words, {.points = points + 1.5, .bold = true, .maxLines = 2});
            addRule(0.25);
            break;
        case ReportLine::Row:
        case ReportLine::Strong:
            addAmount(line.words, line.amount, {.points = points, .bold = line.kind == ReportLine::Strong, .maxLines = 3}, FigureFrom);
            break;
        case ReportLine::Small:
            if (line.amount.isEmpty())
                addText(line.words, {.points = points - 1.5, .ink = Ink::Grey, .maxLines = 3});
            else
                addAmount(line.words, line.amount, {.points = points - 1.5, .ink = Ink::Grey, .maxLines = 2}, FigureFrom);
            break;
        }
    }
}

} // namespace foyer::printing
