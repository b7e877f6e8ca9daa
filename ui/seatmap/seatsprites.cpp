#include "ui/seatmap/seatsprites.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

namespace foyer {
namespace {

constexpr double DiscShare = 0.86; ///< of the seat's radius; the rest is air
constexpr double GlyphFrom = 3.5;  ///< pixels of radius from which ticks and hands can be told
constexpr double LeastContrast = 3.5;
constexpr double MostContrast = 8;   ///< beyond it a full house of free seats glares
constexpr float LeastSaturation = 0.5f;
constexpr float GreyBelow = 0.08f;  ///< saturation of what was meant to be grey
constexpr double SubpixelBelow = 8;
constexpr double Faint = 0.45;    ///< how much of a colour is left of what the view is not about
constexpr int SubpixelSteps = 4;

void addShape(QPainterPath &path, QPointF center, double radius, bool square)
{
    if (square) {
        const double half = radius * 0.92;
        path.addRoundedRect(QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half), half * 0.2, half * 0.2);
    } else {
        path.addEllipse(center, radius, radius);
    }
}

void fillShape(QPainter &painter, QPointF center, double radius, bool square, const QColor &color)
{
    QPainterPath path;
    addShape(path, center, radius, square);
    painter.fillPath(path, color);
}

void strokeShape(QPainter &painter, QPointF center, double radius, bool square, const QColor &color, double width)
{
    QPainterPath path;
    addShape(path, center, radius - width / 2, square);
    painter.strokePath(path, QPen(color, width));
}

/// Points are in shares of the radius, (0, 0) the centre.
void strokeLines(QPainter &painter, QPointF center, double radius, const QColor &color, double width,
                 std::initializer_list<std::initializer_list<QPointF>> lines)
{
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const auto &line : lines) {
        QPolygonF points;
        for (const QPointF &point : line)
            points << center + point * radius;
        painter.drawPolyline(points);
    }
}

/// The colours of a state in a view: of the shape, and of the glyph on it.
struct Ink {
    QColor shape;
    QColor glyph;
};

Ink inkOf(const SeatLook &look, const Tokens &t)
{
    if (look.state == SeatState::Mine)
        return {t.mine, t.onMine};
    const QColor tint = look.color.isValid() ? zoneTint(look.color, t) : t.muted;
    if (look.view == SeatView::Price)
        return {tint, tint};
    if (look.view == SeatView::Hold && (look.state == SeatState::Free || look.state == SeatState::Sold || look.state == SeatState::NotForSale))
        return {mix(t.muted, t.surface, Faint), t.muted};
    if (look.view == SeatView::Hold)
        return {tint, tint};
    return look.state == SeatState::Free ? Ink{tint, tint} : look.state == SeatState::House ? Ink{t.text, t.text} : Ink{t.muted, t.muted};
}

void drawLetterH(QPainter &painter, QPointF center, double r, double radius, const QColor &color)
{
    if (radius >= GlyphFrom)
        strokeLines(painter, center, r, color, std::max(1.0, radius * 0.17) * 1.1,
                    {{{-0.42, -0.62}, {-0.42, 0.62}}, {{0.42, -0.62}, {0.42, 0.62}}, {{-0.42, 0}, {0.42, 0}}});
    else
        strokeLines(painter, center, r, color, std::min(1.0, radius * 0.5), {{{-0.5, -0.5}, {-0.5, 0.5}}, {{0.5, -0.5}, {0.5, 0.5}}});
}

} // namespace

QColor zoneTint(const QColor &color, const Tokens &tokens)
{
    // Pale colours of a plan grow deeper, not greyer: the hue is what tells one zone from the next.
    const bool onDark = contrastRatio(Qt::white, tokens.surface) > contrastRatio(Qt::black, tokens.surface);
    float hue = 0, saturation = 0, lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    if (saturation > GreyBelow)
        saturation = std::max(saturation, LeastSaturation);
    const auto tint = [&] { return QColor::fromHslF(std::max(hue, 0.0f), saturation, lightness); };
    const float away = onDark ? 0.02f : -0.02f;
    for (int step = 0; step < 50 && contrastRatio(tint(), tokens.surface) < LeastContrast; ++step)
        lightness = std::clamp(lightness + away, 0.0f, 1.0f);
    for (int step = 0; step < 50 && contrastRatio(tint(), tokens.surface) > MostContrast; ++step)
        lightness = std::clamp(lightness - away, 0.0f, 1.0f);
    return tint();
}

void drawSeat(QPainter &painter, QPointF center, double radius, const SeatLook &look, const Tokens &t)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double r = radius * DiscShare;
    const double line = std::max(1.0, radius * 0.17);
    const bool square = look.accessible;
    const Ink ink = inkOf(look, t);
    switch (look.state) {
    case SeatState::Free:
        if (look.view == SeatView::Hold)
            strokeShape(painter, center, r * 0.8, square, ink.shape, std::max(0.8, line * 0.6));
        else
            fillShape(painter, center, r, square, ink.shape);
        break;
    case SeatState::Mine:
        fillShape(painter, center, std::max(r, radius * 0.98), square, ink.shape);
        if (radius >= GlyphFrom)
            strokeLines(painter, center, r, ink.glyph, line * 1.2, {{{-0.45, 0.02}, {-0.12, 0.38}, {0.48, -0.36}}});
        break;
    case SeatState::HeldByOther:
        strokeShape(painter, center, r, square, ink.shape, line);
        if (radius >= GlyphFrom)
            strokeLines(painter, center, r, ink.glyph, line * 0.9, {{{0, -0.5}, {0, 0}, {0.36, 0.2}}});
        break;
    case SeatState::Sold:
        fillShape(painter, center, std::max(radius * 0.36, 0.6), square, ink.shape);
        break;
    case SeatState::House:
        if (look.view == SeatView::Hold) // what this view is about stands out at any size
            fillShape(painter, center, r, square, ink.shape);
        if (look.view != SeatView::Hold || radius >= GlyphFrom)
            drawLetterH(painter, center, r, radius, look.view == SeatView::Hold ? t.surface : ink.glyph);
        break;
    case SeatState::Killed:
        strokeLines(painter, center, r, ink.glyph, std::max(1.0, line * (look.view == SeatView::Hold ? 1.2 : 0.6)), {{{-0.6, -0.6}, {0.6, 0.6}}, {{-0.6, 0.6}, {0.6, -0.6}}});
        break;
    case SeatState::NotForSale:
        strokeShape(painter, center, std::max(radius * 0.5, 1.0), square, look.view == SeatView::Hold ? ink.shape : t.control, std::max(0.8, line * 0.5));
        break;
    }
    painter.restore();
}

void SeatSprites::clear()
{
    m_seats.clear();
    m_numbers.clear();
}

SeatSprites::Sprite SeatSprites::trimmed(const QImage &image, QPoint middle)
{
    QRect used;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(line[x]) != 0)
                used |= QRect(x, y, 1, 1);
    }
    return {image.copy(used), used.topLeft() - middle};
}

void SeatSprites::blend(QImage &onto, const QRect &clip, QPoint at, const Sprite &sprite)
{
    const QPoint corner = at + sprite.offset;
    const QRect target = QRect(corner, sprite.image.size()) & clip;
    const qsizetype stride = onto.bytesPerLine(), sourceStride = sprite.image.bytesPerLine();
    uchar *to = onto.bits() + target.top() * stride + qsizetype(target.left()) * 4;
    const uchar *from = sprite.image.constBits() + (target.top() - corner.y()) * sourceStride + qsizetype(target.left() - corner.x()) * 4;
    for (int y = 0; y < target.height(); ++y, to += stride, from += sourceStride) {
        auto *pixel = reinterpret_cast<QRgb *>(to);
        const auto *source = reinterpret_cast<const QRgb *>(from);
        for (int x = 0; x < target.width(); ++x) {
            // source over target, premultiplied, two channels at a time; 257 / 65536 stands for 1 / 255
            const quint32 keep = 255 - (source[x] >> 24);
            quint32 even = (pixel[x] & 0xff00ff) * keep, odd = ((pixel[x] >> 8) & 0xff00ff) * keep;
            even = ((even + ((even >> 8) & 0xff00ff) + 0x800080) >> 8) & 0xff00ff;
            odd = (odd + ((odd >> 8) & 0xff00ff) + 0x800080) & 0xff00ff00;
            pixel[x] = source[x] + (even | odd);
        }
    }
}

void SeatSprites::draw(QImage &onto, const QRect &clip, QPointF center, double radius, const SeatLook &look, int group, const Tokens &tokens)
{
    // Small seats keep their place to a quarter of a pixel, or rows would look ragged.
    const int steps = radius < SubpixelBelow ? SubpixelSteps : 1;
    const auto place = [steps](double value) {
        const int whole = int(std::floor(value * steps + 0.5));
        return std::pair{whole >= 0 ? whole / steps : (whole - steps + 1) / steps, ((whole % steps) + steps) % steps};
    };
    const auto [x, subX] = place(center.x());
    const auto [y, subY] = place(center.y());
    const int eighths = std::max(1, int(std::lround(radius * 8)));
    const quint64 key = (quint64(group) << 32) | (quint64(eighths) << 16) | (quint64(subX) << 12) | (quint64(subY) << 8)
        | (quint64(look.accessible) << 4) | quint64(look.state);

    auto found = m_seats.constFind(key);
    if (found == m_seats.cend()) {
        const int half = int(std::ceil(radius)) + 1;
        QImage image(2 * half + 1, 2 * half + 1, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter sprite(&image);
        drawSeat(sprite, QPointF(half + double(subX) / steps, half + double(subY) / steps), eighths / 8.0, look, tokens);
        sprite.end();
        found = m_seats.insert(key, trimmed(image, {half, half}));
    }
    blend(onto, clip, {x, y}, *found);
}

void SeatSprites::drawNumber(QImage &onto, const QRect &clip, QPointF center, const QString &number, const QColor &color, const QFont &font)
{
    const std::pair key(number, (quint64(font.pixelSize()) << 32) | color.rgb());
    auto found = m_numbers.constFind(key);
    if (found == m_numbers.cend()) {
        const QFontMetrics metrics(font);
        const int halfWidth = metrics.horizontalAdvance(number) / 2 + 2, halfHeight = metrics.height() / 2 + 2;
        QImage image(2 * halfWidth, 2 * halfHeight, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter sprite(&image);
        sprite.setFont(font);
        sprite.setPen(color);
        sprite.drawText(image.rect(), Qt::AlignCenter, number);
        sprite.end();
        found = m_numbers.insert(key, trimmed(image, {halfWidth, halfHeight}));
    }
    blend(onto, clip, {int(std::lround(center.x())), int(std::lround(center.y()))}, *found);
}

} // namespace foyer
