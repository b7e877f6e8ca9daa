// ReceiptPainter: lays a receipt, or the report of a shift, out in rows and draws it page by page, on A4 or on an 80 mm roll.
#pragma once

#include "ui/printing/printedreceipt.h"
#include "ui/printing/printedreport.h"
#include "ui/printing/printstyle.h"
#include "ui/printing/sheet.h"

#include <QtCore/QCoreApplication>

#include <functional>
#include <vector>

class QPainter;

namespace foyer::printing {

class ReceiptPainter
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptPainter)

public:
    /// A roll is cut into pages only after this many millimetres.
    static constexpr double LongestRoll = 2000;

    ReceiptPainter(const PrintStyle &style, const PrintedReceipt &receipt);
    ReceiptPainter(const PrintStyle &style, const PrintedReport &report);

    int pageCount() const { return int(m_pages.size()); }
    /// Millimetres of paper for a page, margins included.
    double paperHeight(int page) const;
    /// The painter's origin is the corner of the paper, not of its margins.
    void draw(QPainter &painter, int page) const;

private:
    /// Sets itself at y and gives its height; the same whether it draws or measures.
    using Row = std::function<double(Sheet &, double y)>;
    struct Cell {
        double from; ///< 0 to 1 across the content
        double to;
        QString text;
        TextStyle style;
    };

    void layOut(const PrintedReceipt &receipt);
    void layOut(const PrintedReport &report);
    void addHead(const PrintedReceipt &receipt);
    void addLines(const PrintedReceipt &receipt);
    void addTotal(const PrintedReceipt &receipt);
    void addTenders(const PrintedReceipt &receipt);
    void addTaxes(const PrintedReceipt &receipt);
    void addFoot(const PrintedReceipt &receipt);

    void addCells(std::vector<Cell> cells);
    void addText(const QString &text, const TextStyle &style);
    /// Words on the left, an amount that is never cut on the right.
    void addAmount(const QString &words, const QString &amount, const TextStyle &style, double amountFrom);
    void addRule(double thickness);
    void addGap(double height);
    void add(Row row);
    double bottomLimit() const;
    bool isRoll() const { return printing::isRoll(m_style.paper); }

    PrintStyle m_style;
    double m_y = 0; ///< where the next row goes while laying out
    std::vector<std::vector<std::pair<double, Row>>> m_pages;
};

} // namespace foyer::printing
