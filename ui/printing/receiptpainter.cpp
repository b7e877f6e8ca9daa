#include "ui/printing/receiptpainter.h"

#include "ui/printing/printtext.h"

#include <algorithm>

namespace foyer::printing {

namespace {

// Shares of the width of the content.
constexpr double AmountFrom = 0.72;
constexpr double TotalFrom = 0.42;
constexpr double CountToOnA4 = 0.07;
constexpr double CountToOnRoll = 0.11;
constexpr double Gutter = 0.015;

} // namespace

ReceiptPainter::ReceiptPainter(const PrintStyle &style, const PrintedReceipt &receipt) : m_style(style)
{
    m_pages.emplace_back();
    m_y = measures(m_style.paper).marginTop;
    layOut(receipt);
}

ReceiptPainter::ReceiptPainter(const PrintStyle &style, const PrintedReport &report) : m_style(style)
{
    m_pages.emplace_back();
    m_y = measures(m_style.paper).marginTop;
    layOut(report);
}

double ReceiptPainter::bottomLimit() const
{
    const PaperMeasures paper = measures(m_style.paper);
    return (paper.height > 0 ? paper.height : LongestRoll) - paper.marginBottom;
}

double ReceiptPainter::paperHeight(int page) const
{
    const PaperMeasures paper = measures(m_style.paper);
    if (paper.height > 0)
        return paper.height;
    const auto &[y, row] = m_pages[size_t(page)].back();
    Sheet measure(nullptr, m_style);
    return y + row(measure, y) + paper.marginBottom;
}

void ReceiptPainter::draw(QPainter &painter, int page) const
{
    Sheet sheet(&painter, m_style);
    for (const auto &[y, row] : m_pages[size_t(page)])
        row(sheet, y);
}

// Rows

void ReceiptPainter::add(Row row)
{
    Sheet measure(nullptr, m_style);
    const double height = row(measure, m_y);
    if (m_y + height > bottomLimit() && !m_pages.back().empty()) {
        m_pages.emplace_back();
        m_y = measures(m_style.paper).marginTop;
    }
    m_pages.back().emplace_back(m_y, std::move(row));
    m_y += height;
}

void ReceiptPainter::addCells(std::vector<Cell> cells)
{
    const PaperMeasures paper = measures(m_style.paper);
    add([paper, cells = std::move(cells)](Sheet &sheet, double y) {
        double height = 0;
        for (const Cell &cell : cells) {
            const double x = paper.marginSide + cell.from * paper.contentWidth();
            height = std::max(height, sheet.text(x, y, (cell.to - cell.from) * paper.contentWidth(), cell.text, cell.style));
        }
        return height;
    });
}

void ReceiptPainter::addText(const QString &text, const TextStyle &style)
{
    if (!text.trimmed().isEmpty())
        addCells({{0, 1, text, style}});
}

void ReceiptPainter::addAmount(const QString &words, const QString &amount, const TextStyle &style, double amountFrom)
{
    TextStyle right = style.aligned(Qt::AlignRight);
    right.maxLines = 1;
    right.smallestPoints = 5;
    addCells({{0, amountFrom - Gutter, words, style}, {amountFrom, 1, amount, right}});
}

void ReceiptPainter::addRule(double thickness)
{
    const PaperMeasures paper = measures(m_style.paper);
    add([=](Sheet &sheet, double y) {
        sheet.rule(paper.marginSide, y + 1.2, paper.contentWidth(), thickness);
        return 2.4;
    });
}

void ReceiptPainter::addGap(double height)
{
    add([height](Sheet &, double) { return height; });
}

// What stands on it

void ReceiptPainter::layOut(const PrintedReceipt &receipt)
{
    addHead(receipt);
    addLines(receipt);
    addTotal(receipt);
    addTenders(receipt);
    addTaxes(receipt);
    addFoot(receipt);
}

void ReceiptPainter::addHead(const PrintedReceipt &receipt)
{
    const TextStyle small{.points = isRoll() ? 8.5 : 9.5, .ink = Ink::Grey, .maxLines = 2};
    if (receipt.training) {
        const PaperMeasures paper = measures(m_style.paper);
        add([paper, words = tr("Training: not a receipt")](Sheet &sheet, double y) {
            sheet.fill({paper.marginSide, y, paper.contentWidth(), 8}, Ink::Black);
            sheet.text(paper.marginSide + 2, y + 1.5, paper.contentWidth() - 4, words,
                       {.points = 11, .bold = true, .ink = Ink::White, .alignment = Qt::AlignHCenter, .smallestPoints = 8});
            return 11.0;
        });
    }
    addText(receipt.venue, {.points = isRoll() ? 13.0 : 16.0, .bold = true, .maxLines = 2, .smallestPoints = 10});
    for (const QString &line : receipt.issuer)
        addText(line, small);
    addGap(isRoll() ? 3 : 10);
    const QString kind = receipt.total.isNegative() ? tr("Refund %1") : tr("Receipt %1");
    addText(kind.arg(receipt.orderNumber),
            {.points = isRoll() ? 12.0 : 22.0, .bold = true, .maxLines = 2, .smallestPoints = 9});
    addText(stampText(receipt.at, m_style.locale), {.points = isRoll() ? 9.5 : 11.0});
    if (receipt.reprint)
        addText(receipt.copy > 1 ? tr("Printed again, copy %1").arg(receipt.copy) : tr("Printed again"), {.points = isRoll() ? 9.5 : 11.0, .bold = true});
    addGap(isRoll() ? 1 : 5);
    addRule(isRoll() ? 0.375 : 0.4);
}

void ReceiptPainter::addLines(const PrintedReceipt &receipt)
{
    const double points = isRoll() ? 9.5 : 10.5;
    const double countTo = isRoll() ? CountToOnRoll : CountToOnA4;
    const TextStyle text{.points = points, .maxLines = 3, .smallestPoints = points - 1};
    const TextStyle number{.points = points, .smallestPoints = 5};
    const TextStyle detail{.points = points - 1, .ink = Ink::Grey, .maxLines = 2};
    for (const ReceiptLine &line : receipt.lines) {
        const QString count = tr("%1 ×", "how many, before what was sold").arg(m_style.locale.toString(line.count));
        addCells({{0, countTo, count, number},
                  {countTo + Gutter, AmountFrom - Gutter, line.text, text},
                  {AmountFrom, 1, amountText(line.amount, m_style.locale), number.aligned(Qt::AlignRight)}});
        if (!line.detail.isEmpty())
            addCells({{countTo + Gutter, AmountFrom - Gutter, line.detail, detail}});
        addGap(isRoll() ? 0.8 : 1.5);
    }
    addRule(isRoll() ? 0.375 : 0.4);
}

void ReceiptPainter::addTotal(const PrintedReceipt &receipt)
{
    const Money total = receipt.total.isNegative() ? -receipt.total : receipt.total;
    addAmount(receipt.total.isNegative() ? tr("Given back") : tr("Total"), moneyText(total, m_style.locale),
              {.points = isRoll() ? 15.0 : 17.0, .bold = true, .smallestPoints = 11}, TotalFrom);
    addGap(2);
}

void ReceiptPainter::addTenders(const PrintedReceipt &receipt)
{
    const TextStyle style{.points = isRoll() ? 9.5 : 10.5, .maxLines = 2};
    const TextStyle small{.points = isRoll() ? 8.5 : 9.5, .ink = Ink::Grey};
    for (const ReceiptTender &tender : receipt.tenders) {
        addAmount(tender.name, amountText(tender.amount, m_style.locale), style, AmountFrom);
        if (tender.given)
            addAmount(tr("Given"), amountText(*tender.given, m_style.locale), small, AmountFrom);
        if (tender.change)
            addAmount(tr("Change"), amountText(*tender.change, m_style.locale), small, AmountFrom);
    }
}

void ReceiptPainter::addTaxes(const PrintedReceipt &receipt)
{
    if (receipt.taxes.empty())
        return;
    const TextStyle style{.points = isRoll() ? 8.5 : 9.5, .smallestPoints = 5};
    const TextStyle head{.points = style.points, .ink = Ink::Grey, .smallestPoints = 5};
    const auto addRow = [this](const QStringList &texts, const TextStyle &cellStyle) {
        std::vector<Cell> cells{{0, 0.25 - Gutter, texts[0], cellStyle}};
        for (int i = 1; i < 4; ++i)
            cells.push_back({0.25 * i + Gutter, 0.25 * (i + 1), texts[i], cellStyle.aligned(Qt::AlignRight)});
        addCells(std::move(cells));
    };
    addGap(isRoll() ? 1.5 : 4);
    addRule(0.25);
    addRow({tr("Tax rate"), tr("Net"), tr("Tax"), tr("Gross")}, head);
    for (const ReceiptTax &tax : receipt.taxes) {
        addRow({rateText(tax.rateBasisPoints, m_style.locale), amountText(tax.gross - tax.tax, m_style.locale),
                amountText(tax.tax, m_style.locale), amountText(tax.gross, m_style.locale)}, style);
    }
}

void ReceiptPainter::addFoot(const PrintedReceipt &receipt)
{
    const TextStyle small{.points = isRoll() ? 8.5 : 9.5, .ink = Ink::Grey, .smallestPoints = 7};
    addGap(isRoll() ? 1.5 : 4);
    addRule(0.25);
    // A sale that a program made has nobody who served.
    const QString cashier = receipt.cashier.isEmpty() ? QString() : tr("Served by %1").arg(receipt.cashier);
    const QString till = tr("Till %1").arg(receipt.terminal);
    if (m_style.paper != PaperFormat::Roll58) {
        addCells({{0, 0.5 - Gutter, till, small}, {0.5 + Gutter, 1, cashier, small.aligned(Qt::AlignRight)}});
    } else {
        addText(till, small); // not enough room side by side
        addText(cashier, small);
    }
    if (!receipt.customer.isEmpty())
        addText(tr("Customer: %1").arg(receipt.customer), small);
}

} // namespace foyer::printing
