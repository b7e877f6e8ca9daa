#include "ui/printing/sheet.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

namespace foyer::printing {

namespace {

// Fonts have whole sizes; in hundredths of a millimetre that is fine enough for every paper.
constexpr double UnitsPerMillimetre = 100;
constexpr double MillimetresPerPoint = 25.4 / 72;
constexpr double ShrinkStep = 0.5;
// Nobody's name is longer, and laying out a novel would only be cut away again.
constexpr qsizetype MaxLength = 500;

struct Lines {
    std::vector<QString> texts;
    bool brokeWord = false;
    bool complete = true;
};

void prepare(QTextLayout &layout, Qt::Alignment alignment)
{
    QTextOption option(alignment | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
}

/// Breaks into at most maxLines lines; the last one keeps all that is left when it does not fit.
Lines broken(const QString &text, const QFont &font, double width, int maxLines)
{
    Lines lines;
    QTextLayout layout(text, font);
    prepare(layout, Qt::AlignLeft);
    layout.beginLayout();
    qsizetype start = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const qsizetype end = line.textStart() + line.textLength();
        lines.brokeWord = lines.brokeWord || (end < text.size() && text.at(end - 1).isLetterOrNumber());
        const bool last = int(lines.texts.size()) == maxLines - 1;
        lines.complete = !last || end == text.size();
        lines.texts.push_back(text.mid(start, last ? -1 : end - start).trimmed());
        start = end;
        if (last)
            break;
    }
    layout.endLayout();
    return lines;
}

} // namespace

TextStyle TextStyle::aligned(Qt::Alignment side) const
{
    TextStyle copy = *this;
    copy.alignment = side;
    return copy;
}

Sheet::Sheet(QPainter *painter, const PrintStyle &style) : m_painter(painter), m_style(style)
{
    if (!m_painter)
        return;
    const double unit = m_painter->device()->logicalDpiX() / 25.4 / UnitsPerMillimetre;
    m_painter->save();
    m_painter->scale(unit, unit);
    m_painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

Sheet::~Sheet()
{
    if (m_painter)
        m_painter->restore();
}

QFont Sheet::font(double points, bool bold) const
{
    QFont font = QGuiApplication::font();
    if (!m_style.family.isEmpty())
        font.setFamily(m_style.family);
    font.setPixelSize(qRound(points * MillimetresPerPoint * UnitsPerMillimetre));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any letter spacing, even one that nobody can see, stops ligatures: a PDF with them cannot be searched for "fl".
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

QColor Sheet::color(Ink ink) const
{
    if (ink == Ink::White)
        return Qt::white;
    return ink == Ink::Grey && !isRoll(m_style.paper) ? QColor(0x57, 0x60, 0x6a) : QColor(Qt::black);
}

double Sheet::largestFitting(const QString &text, double width, const TextStyle &style) const
{
    const double smallest = style.smallestPoints > 0 ? style.smallestPoints : style.points;
    for (double points = style.points; points > smallest; points -= ShrinkStep) {
        const Lines lines = broken(text, font(points, style.bold), width, style.maxLines);
        if (lines.complete && !lines.brokeWord)
            return points;
    }
    return smallest;
}

double Sheet::text(double x, double y, double width, const QString &rawText, const TextStyle &style)
{
    const QString text = rawText.left(MaxLength).simplified();
    const double columnWidth = width * UnitsPerMillimetre;
    const QFont chosen = font(largestFitting(text, columnWidth, style), style.bold);
    const QFontMetricsF metrics(chosen);
    const Lines lines = broken(text, chosen, columnWidth, style.maxLines);
    double height = 0;
    if (m_painter)
        m_painter->setPen(color(style.ink));
    for (const QString &lineText : lines.texts) {
        const bool cut = !lines.complete && &lineText == &lines.texts.back();
        QTextLayout layout(cut ? metrics.elidedText(lineText, Qt::ElideRight, columnWidth) : lineText, chosen);
        prepare(layout, style.alignment);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        if (line.isValid()) {
            line.setLineWidth(columnWidth);
            line.setPosition({0, 0});
        }
        layout.endLayout();
        if (m_painter && line.isValid())
            layout.draw(m_painter, {x * UnitsPerMillimetre, y * UnitsPerMillimetre + height});
        height += line.isValid() ? line.height() : 0;
    }
    return height / UnitsPerMillimetre;
}

double Sheet::widthOf(const QString &text, const TextStyle &style) const
{
    return QFontMetricsF(font(style.points, style.bold)).horizontalAdvance(text.left(MaxLength).simplified())
        / UnitsPerMillimetre;
}

double Sheet::ascentOf(const TextStyle &style) const
{
    return QFontMetricsF(font(style.points, style.bold)).ascent() / UnitsPerMillimetre;
}

void Sheet::rule(double x, double y, double width, double thickness, bool dashed)
{
    if (!m_painter)
        return;
    QPen pen(color(dashed ? Ink::Grey : Ink::Black), thickness * UnitsPerMillimetre, Qt::SolidLine, Qt::FlatCap);
    if (dashed)
        pen.setDashPattern({6, 6});
    m_painter->setPen(pen);
    const QRectF line = scaled({x, y, width, 0});
    m_painter->drawLine(line.topLeft(), line.topRight());
}

void Sheet::fill(const QRectF &box, Ink ink)
{
    if (m_painter)
        m_painter->fillRect(scaled(box), color(ink));
}

void Sheet::watermark(const QRectF &box, const QString &text)
{
    if (!m_painter)
        return;
    QFont pale = font(60, true);
    const double width = QFontMetricsF(pale).horizontalAdvance(text);
    const QRectF area = scaled(box);
    pale.setPixelSize(qMax(1, qRound(pale.pixelSize() * area.width() * 0.95 / qMax(1.0, width))));
    m_painter->save();
    m_painter->translate(area.center());
    m_painter->rotate(-24);
    m_painter->setFont(pale);
    m_painter->setPen(QColor(0xe3, 0xe6, 0xea));
    m_painter->drawText(QRectF(-area.width(), -area.height(), 2 * area.width(), 2 * area.height()), Qt::AlignCenter, text);
    m_painter->restore();
}

QRectF Sheet::scaled(const QRectF &millimetres) const
{
    return {millimetres.x() * UnitsPerMillimetre, millimetres.y() * UnitsPerMillimetre,
            millimetres.width() * UnitsPerMillimetre, millimetres.height() * UnitsPerMillimetre};
}

} // namespace foyer::printing
