// Sheet: sets text and rules on a painter in millimetres, or only measures them; the same at any resolution.
#pragma once

#include "ui/printing/printstyle.h"

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QFont>

class QPainter;

namespace foyer::printing {

enum class Ink {
    Black,
    Grey, ///< black on rolls, where grey would print as dots
    White,
};

struct TextStyle {
    double points = 10;
    bool bold = false;
    Ink ink = Ink::Black;
    Qt::Alignment alignment = Qt::AlignLeft; ///< left or right means the side, whatever the script
    int maxLines = 1;           ///< what does not fit is cut with an ellipsis
    double smallestPoints = 0;  ///< shrinks down to this before it breaks words or cuts; 0: does not shrink

    TextStyle aligned(Qt::Alignment side) const;
};

class Sheet
{
public:
    /// Measures only when the painter is null. The painter's origin is the sheet's upper left corner.
    Sheet(QPainter *painter, const PrintStyle &style);
    ~Sheet();
    Sheet(const Sheet &) = delete;
    Sheet &operator=(const Sheet &) = delete;

    /// Sets the text into a column and gives the height used; 0 for an empty text.
    double text(double x, double y, double width, const QString &text, const TextStyle &style);
    /// Width of one line that is neither cut nor shrunk.
    double widthOf(const QString &text, const TextStyle &style) const;
    /// From the top of a line to its baseline.
    double ascentOf(const TextStyle &style) const;

    void rule(double x, double y, double width, double thickness, bool dashed = false);
    void fill(const QRectF &box, Ink ink);
    /// Large pale text across the box, to be drawn first.
    void watermark(const QRectF &box, const QString &text);

    QPainter *painter() const { return m_painter; }
    /// Millimetres as the painter takes them.
    QRectF scaled(const QRectF &millimetres) const;

private:
    QFont font(double points, bool bold) const;
    QColor color(Ink ink) const;
    double largestFitting(const QString &text, double width, const TextStyle &style) const;

    QPainter *m_painter;
    PrintStyle m_style;
};

} // namespace foyer::printing
