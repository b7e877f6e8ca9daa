#include "ui/seatmap/seatmapcamera.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr double Margin = 16;
constexpr double LargestSeatRadius = 28; ///< pixels
/// A plan of three seats is not blown up to fill the window.
constexpr double LargestFittedRadius = 18;

} // namespace

void SeatMapCamera::setWorld(const QRectF &world, double seatRadius)
{
    m_world = world.isEmpty() ? QRectF(0, 0, 1, 1) : world;
    m_seatRadius = seatRadius > 0 ? seatRadius : 10;
    fit();
}

void SeatMapCamera::setViewport(QSizeF viewport)
{
    const QPointF center = toPlan(QPointF(m_viewport.width() / 2, m_viewport.height() / 2));
    m_viewport = viewport;
    if (m_fitted) {
        fit();
        return;
    }
    m_scale = std::clamp(m_scale, fitScale(), largestScale());
    m_offset = clamped(QPointF(viewport.width() / 2, viewport.height() / 2) - center * m_scale);
}

double SeatMapCamera::fitScale() const
{
    const double width = std::max(1.0, m_viewport.width() - 2 * Margin);
    const double height = std::max(1.0, m_viewport.height() - 2 * Margin);
    const double whole = std::min(width / m_world.width(), height / m_world.height());
    return std::min(whole, LargestFittedRadius / m_seatRadius);
}

double SeatMapCamera::largestScale() const
{
    return std::max(fitScale(), LargestSeatRadius / m_seatRadius);
}

void SeatMapCamera::fit()
{
    m_scale = fitScale();
    m_offset = QPointF(m_viewport.width() / 2, m_viewport.height() / 2) - m_world.center() * m_scale;
    m_fitted = true;
}

bool SeatMapCamera::zoom(double factor, QPointF anchor)
{
    const double wanted = std::clamp(m_scale * factor, fitScale(), largestScale());
    if (qFuzzyCompare(wanted, m_scale))
        return false;
    const QPointF fixed = toPlan(anchor);
    m_scale = wanted;
    m_offset = clamped(anchor - fixed * m_scale);
    m_fitted = qFuzzyCompare(m_scale, fitScale());
    if (m_fitted)
        fit();
    return true;
}

QPointF SeatMapCamera::pan(QPointF pixels)
{
    const QPointF before = m_offset;
    m_offset = clamped(m_offset + pixels);
    if (m_offset != before)
        m_fitted = false;
    return m_offset - before;
}

bool SeatMapCamera::reveal(const QRectF &area, double marginPixels)
{
    const QRectF pixels = toPixels(area).adjusted(-marginPixels, -marginPixels, marginPixels, marginPixels);
    QPointF move;
    if (pixels.left() < 0)
        move.setX(-pixels.left());
    else if (pixels.right() > m_viewport.width())
        move.setX(m_viewport.width() - pixels.right());
    if (pixels.top() < 0)
        move.setY(-pixels.top());
    else if (pixels.bottom() > m_viewport.height())
        move.setY(m_viewport.height() - pixels.bottom());
    return !move.isNull() && !pan(move).isNull();
}

QPointF SeatMapCamera::clamped(QPointF offset) const
{
    // Along each way the picture may leave the window by at most half of it.
    const auto held = [](double value, double size, double worldStart, double worldSize) {
        const double low = size / 2 - worldStart - worldSize;
        const double high = size / 2 - worldStart;
        return std::clamp(value, low, high);
    };
    return {held(offset.x(), m_viewport.width(), m_world.left() * m_scale, m_world.width() * m_scale),
            held(offset.y(), m_viewport.height(), m_world.top() * m_scale, m_world.height() * m_scale)};
}

} // namespace foyer
