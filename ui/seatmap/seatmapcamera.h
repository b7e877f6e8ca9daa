// SeatMapCamera: which part of the plan is seen, and how large.
#pragma once

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>

namespace foyer {

/// Maps plan units to widget pixels. Zooming is held between the whole plan and a seat as large as a thumb.
class SeatMapCamera
{
public:
    /// What there is to see, in plan units, and the radius of a typical seat.
    void setWorld(const QRectF &world, double seatRadius);
    void setViewport(QSizeF viewport);

    /// The whole plan, centred.
    void fit();
    bool isFitted() const { return m_fitted; }
    /// Keeps the plan's point under `anchor` (pixels) where it is. False when nothing changed.
    bool zoom(double factor, QPointF anchor);
    /// Moves the picture by pixels, as far as some of the plan stays in sight. Returns how far it really went.
    QPointF pan(QPointF pixels);
    /// Moves as little as needed for `area` (plan units) to be in sight.
    bool reveal(const QRectF &area, double marginPixels);

    double scale() const { return m_scale; }
    double fitScale() const;
    double largestScale() const;
    QPointF toPixels(QPointF plan) const { return plan * m_scale + m_offset; }
    QPointF toPlan(QPointF pixels) const { return (pixels - m_offset) / m_scale; }
    QRectF toPixels(const QRectF &plan) const { return {toPixels(plan.topLeft()), plan.size() * m_scale}; }
    QRectF toPlan(const QRectF &pixels) const { return {toPlan(pixels.topLeft()), pixels.size() / m_scale}; }

private:
    QPointF clamped(QPointF offset) const;

    QRectF m_world;
    QSizeF m_viewport;
    QPointF m_offset;
    double m_seatRadius = 10;
    double m_scale = 1;
    bool m_fitted = true;
};

} // namespace foyer
