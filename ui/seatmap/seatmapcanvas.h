// SeatMapCanvas: the picture of the map, kept and mended where something changed.
#pragma once

#include "ui/seatmap/seatgrid.h"
#include "ui/seatmap/seatmapcamera.h"
#include "ui/seatmap/seatsprites.h"

#include <QtGui/QPixmap>
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
    /// The part of the widget (pixels) that these seats cover.
    QRegion invalidate(const QList<int> &seats);
    /// Shifts the picture and leaves only the uncovered edge to be drawn.
    void pan(QPointF pixels);

    /// Up to date, as large as the widget.
    const QPixmap &picture();

    SeatMapCamera &camera() { return m_camera; }
    const SeatMapCamera &camera() const { return m_camera; }
    const SeatGrid &grid() const { return m_grid; }
    /// The square around a seat, in pixels.
    QRectF seatRect(int seat) const;

private:
    void paint(const QRegion &pixels);
    void paintArea(QPainter &painter, const PlanArea &area) const;
    void paintAreaText(QPainter &painter, const PlanArea &area, const QColor &behind) const;
    void paintRowLabels(QPainter &painter, const QRectF &pixels) const;
    void paintSeats(QPainter &painter, const QRectF &pixels);
    void paintNumber(QPainter &painter, const PlanSeat &seat, const QColor &behind) const;
    QFont fontOf(double pixels) const;

    const Theme &m_theme;
    const SeatMapModel &m_model;
    SeatMapCamera m_camera;
    SeatGrid m_grid;
    SeatSprites m_sprites;
    QPixmap m_picture;
    QRegion m_dirty;
    QSize m_size;
    double m_ratio = 1;
    bool m_allDirty = true;
};

} // namespace foyer
