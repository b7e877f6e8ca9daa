#include "ui/seatmap/seatsprites.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

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
    switch (look.state) {
    case SeatState::Free:
        fillShape(painter, center, r, square, zoneTint(look.zoneColor, t));
        break;
    case SeatState::Mine:
        fillShape(painter, center, std::max(r, radius * 0.98), square, t.mine);
        if (radius >= GlyphFrom)
            strokeLines(painter, center, r, t.onMine, line * 1.2, {{{-0.45, 0.02}, {-0.12, 0.38}, {0.48, -0.36}}});
        break;
    case SeatState::HeldByOther:
        strokeShape(painter, center, r, square, t.muted, line);
        if (radius >= GlyphFrom)
            strokeLines(painter, center, r, t.muted, line * 0.9, {{{0, -0.5}, {0, 0}, {0.36, 0.2}}});
        break;
    case SeatState::Sold:
        fillShape(painter, center, std::max(radius * 0.36, 0.6), square, t.muted);
        break;
    case SeatState::House:
        if (radius >= GlyphFrom)
            strokeLines(painter, center, r, t.text, line * 1.1,
                        {{{-0.42, -0.62}, {-0.42, 0.62}}, {{0.42, -0.62}, {0.42, 0.62}}, {{-0.42, 0}, {0.42, 0}}});
        else
            strokeLines(painter, center, r, t.text, std::min(1.0, radius * 0.5), {{{-0.5, -0.5}, {-0.5, 0.5}}, {{0.5, -0.5}, {0.5, 0.5}}});
        break;
    case SeatState::Killed:
        strokeLines(painter, center, r, t.muted, std::max(1.0, line * 0.6), {{{-0.6, -0.6}, {0.6, 0.6}}, {{-0.6, 0.6}, {0.6, -0.6}}});
        break;
    case SeatState::NotForSale:
        strokeShape(painter, center, std::max(radius * 0.5, 1.0), square, t.control, std::max(0.8, line * 0.5));
        break;
    }
    painter.restore();
}

void SeatSprites::draw(QPainter &painter, QPointF center, double radius, const SeatLook &look, int zone, const Tokens &tokens)
{
    // Small seats keep their place to a quarter of a pixel, or rows would look ragged.
    const int steps = radius < SubpixelBelow ? SubpixelSteps : 1;
    const auto place = [steps](double value) {
        const int whole = int(std::floor(value * steps + 0.5));
        return std::pair{int(std::floor(double(whole) / steps)), ((whole % steps) + steps) % steps};
    };
    const auto [x, subX] = place(center.x());
    const auto [y, subY] = place(center.y());
    const int eighths = std::max(1, int(std::lround(radius * 8)));
    const quint64 zoneKey = look.state == SeatState::Free ? quint64(zone) : 0;
    const quint64 key = (zoneKey << 32) | (quint64(eighths) << 16) | (quint64(subX) << 12) | (quint64(subY) << 8)
        | (quint64(look.accessible) << 4) | quint64(look.state);

    const int half = int(std::ceil(radius)) + 1;
    QPixmap &pixmap = m_pixmaps[key];
    if (pixmap.isNull()) {
        pixmap = QPixmap(2 * half + 1, 2 * half + 1);
        pixmap.fill(Qt::transparent);
        QPainter sprite(&pixmap);
        drawSeat(sprite, QPointF(half + double(subX) / steps, half + double(subY) / steps), eighths / 8.0, look, tokens);
    }
    painter.drawPixmap(x - half, y - half, pixmap);
}

} // namespace foyer
