#include "ui/seatmap/seatdrag.h"

#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>

namespace foyer {

void SeatDrag::press(QPointF at, Kind as, int seat)
{
    m_kind = as;
    m_pressed = seat;
    m_pressedAt = m_lastAt = at;
    m_pan = {};
    m_seats.clear();
    m_taken.assign(m_grid.size(), false);
}

QRegion SeatDrag::move(QPointF at, bool sweeps)
{
    m_touched = {};
    if (m_kind == Kind::Pressed && (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_kind = sweeps && m_pressed >= 0 && m_pick(m_pressed, m_pressed) ? Kind::Sweeping : Kind::Panning;
        if (m_kind == Kind::Sweeping)
            take(m_pressed);
    }
    if (m_kind == Kind::Panning)
        m_pan += at - m_lastAt;
    else if (m_kind == Kind::Sweeping)
        sweepTo(at);
    else if (m_kind == Kind::Framing)
        frameTo(at);
    if (m_kind != Kind::Pressed)
        m_lastAt = at;
    return m_touched;
}

void SeatDrag::take(int seat)
{
    if (m_taken[size_t(seat)] || !m_pick(seat, m_pressed))
        return;
    m_taken[size_t(seat)] = true;
    m_seats.append(seat);
    m_touched += pixels(seat);
}

QRect SeatDrag::pixels(int seat) const
{
    return m_camera.toPixels(m_grid.rect(seat)).toAlignedRect().adjusted(-8, -8, 8, 8);
}

void SeatDrag::sweepTo(QPointF at)
{
    // Quick hands leave gaps between two events, so every stretch of the way is looked at.
    const QPointF way = at - m_lastAt;
    const double step = std::max(1.0, m_grid.largestRadius() * m_camera.scale() * 0.5);
    const int steps = std::max(1, int(std::ceil(std::hypot(way.x(), way.y()) / step)));
    for (int i = 0; i <= steps; ++i)
        if (const int seat = m_grid.at(m_camera.toPlan(m_lastAt + way * (double(i) / steps))); seat >= 0)
            take(seat);
}

void SeatDrag::frameTo(QPointF at)
{
    for (const int seat : std::as_const(m_seats))
        m_touched += pixels(seat);
    m_seats.clear();
    m_taken.assign(m_grid.size(), false);
    const QRectF before = frame(), now = QRectF(m_pressedAt, at).normalized();
    m_touched += before.united(now).toAlignedRect().adjusted(-3, -3, 3, 3);
    const QRectF plan = m_camera.toPlan(now);
    m_grid.forEach(plan, [&](int seat) {
        if (plan.contains(m_grid.rect(seat).center()))
            take(seat);
    });
    std::sort(m_seats.begin(), m_seats.end());
}

QList<int> SeatDrag::release(QPointF at)
{
    const bool clicked = m_kind == Kind::Pressed && m_pressed >= 0 && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    const QList<int> taken = clicked ? QList<int>{m_pressed} : m_kind == Kind::Sweeping || m_kind == Kind::Framing ? m_seats : QList<int>();
    cancel();
    return taken;
}

void SeatDrag::cancel()
{
    m_kind = Kind::None;
    m_pressed = -1;
    m_pan = {};
    m_seats.clear();
}

} // namespace foyer
