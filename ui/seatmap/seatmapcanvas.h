// SeatMapCanvas: the picture of the map, kept and mended where something changed. What lies behind the seats is kept
// as a second picture, so that a changed seat costs its own few pixels.
#pragma once

#include "ui/seatmap/seatgrid.h"
#include "ui/seatmap/seatmapcamera.h"
#include "ui/seatmap/seatsprites.h"

#include <QtGui/QImage>
#include <QtGui/QRegion>

namespace foyer {

class Theme;

class SeatMapCanvas
{
public:
    SeatMapCanvas(const Theme &theme, const SeatMapModel &model);

    /// After the model has another plan.
    void reload();
    void resize(QSize size, double devicePixelRatio);
    /// After colours changed.
    void forgetLook();
    void invalidateAll() { m_allDirty = true; }
    /// These seats changed. The part of the widget (pixels) to show again: their squares, or what surrounds them all.
    QRegion invalidate(const QList<int> &seats);
    /// Shifts the picture and leaves only the uncovered edge to be drawn.
    void pan(QPointF pixels);

    /// Up to date, as large as the widget.
    const QImage &picture();

    SeatMapCamera &camera() { return m_camera; }
    const SeatMapCamera &camera() const { return m_camera; }
    const SeatGrid &grid() const { return m_grid; }
    /// The square around a seat, in pixels.
    QRectF seatRect(int seat) const;

private:
    /// Everything from here on is in device pixels.
    void paintGround(const QRect &device);
    void paintSeats(const QRect &device);
    void paint(const QRect &device);
    void mend(int seat);
    void paintArea(QPainter &painter, const PlanArea &area) const;
    void paintAreaText(QPainter &painter, const PlanArea &area, const QColor &behind) const;
    void paintRowLabels(QPainter &painter, const QRectF &pixels) const;
    void paintNumbers(const QRect &device, const QRectF &plan);
    QRect deviceRect(int seat) const;
    QRectF toPlan(const QRect &device) const;
    QColor numberColor(int seat);
    QFont fontOf(double pixels) const;

    const Theme &m_theme;
    const SeatMapModel &m_model;
    SeatMapCamera m_camera;
    SeatGrid m_grid;
    SeatSprites m_sprites;
    QHash<int, QColor> m_numberColors; ///< by group
    QImage m_ground;  ///< all that lies behind the seats
    QImage m_picture;
    QRegion m_uncovered; ///< device pixels without ground
    QList<int> m_changed; ///< seats that look different
    QSize m_size;
    double m_ratio = 1;
    bool m_allDirty = true;
};

} // namespace foyer
