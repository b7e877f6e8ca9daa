// SeatDrag: what a pressed pointer means on the map: a click on a seat, a way over seats, a frame around them, or a
// move of the picture. Knows places and seats, no events.
#pragma once

#include "ui/seatmap/seatgrid.h"
#include "ui/seatmap/seatmapcamera.h"

#include <QtCore/QList>
#include <QtGui/QRegion>

namespace foyer {

class SeatDrag
{
public:
    /// Whether a drag that began on `pressed` takes `seat`; -1: it began with a frame.
    using Pick = std::function<bool(int seat, int pressed)>;
    enum class Kind { None, Pressed, Panning, Sweeping, Framing };

    SeatDrag(const SeatGrid &grid, const SeatMapCamera &camera) : m_grid(grid), m_camera(camera) {}

    void setPick(Pick pick) { m_pick = std::move(pick); }

    /// `as`: Pressed (its first move decides), Panning or Framing.
    void press(QPointF at, Kind as, int seat);
    /// `sweeps`: whether the pointer may take seats on its way. The part of the picture to show again.
    QRegion move(QPointF at, bool sweeps);
    /// How far the picture is to move since the last call.
    QPointF takePan() { return std::exchange(m_pan, {}); }
    /// What was taken: one click, or all the seats of the way or frame.
    QList<int> release(QPointF at);
    void cancel();

    Kind kind() const { return m_kind; }
    const QList<int> &seats() const { return m_seats; }
    QRectF frame() const { return m_kind == Kind::Framing ? QRectF(m_pressedAt, m_lastAt).normalized() : QRectF(); }

private:
    void sweepTo(QPointF at);
    void frameTo(QPointF at);
    void take(int seat);
    QRect pixels(int seat) const;

    const SeatGrid &m_grid;
    const SeatMapCamera &m_camera;
    Pick m_pick;
    Kind m_kind = Kind::None;
    int m_pressed = -1;
    QPointF m_pressedAt;
    QPointF m_lastAt;
    QPointF m_pan;
    QList<int> m_seats; ///< in the order in which they were met
    std::vector<bool> m_taken;
    QRegion m_touched;
};

} // namespace foyer
