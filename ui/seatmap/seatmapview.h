// SeatMapView: the map that people click, drag over, zoom and walk with the arrow keys.
#pragma once

#include "ui/seatmap/seatmapcanvas.h"

#include <QtWidgets/QWidget>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QGestureEvent)

namespace foyer {

/// Shows a SeatMapModel and tells which seats were meant; it never changes the model.
/// Left click: one seat. Left drag from a free seat: all free seats that the pointer passes. Left drag from elsewhere,
/// middle drag, Space with left drag, one finger: pan. Wheel, pinch, + and -: zoom; 0 fits. Space, Return: the current seat.
class SeatMapView final : public QWidget
{
    Q_OBJECT

public:
    SeatMapView(const Theme &theme, SeatMapModel &model, QWidget *parent = nullptr);

    const SeatMapModel &model() const { return m_model; }
    /// The seat that the keyboard stands on; -1 before it was used.
    int currentSeat() const { return m_current; }
    void setCurrentSeat(int seat);
    int seatAt(QPointF pixels) const;
    /// The square around a seat in widget pixels.
    QRectF seatRect(int seat) const { return m_canvas.seatRect(seat); }
    double zoomScale() const { return m_canvas.camera().scale(); }
    /// Presses the seat, as a click would.
    void activate(int seat);

    QSize sizeHint() const override { return {720, 480}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit();

Q_SIGNALS:
    void seatActivated(int seat);
    void seatsActivated(const QList<int> &seats);
    void currentSeatChanged(int seat);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Pressed, Panning, Sweeping };

    void onPlanChanged();
    void onSeatsChanged(const QList<int> &seats);
    void zoom(double factor, QPointF anchor);
    void panBy(QPointF pixels);
    void walk(Direction direction);
    void beginSweep();
    void sweepTo(QPointF pixels);
    void endDrag();
    void setHovered(int seat);
    void updateSeat(int seat);
    void updateCursor();
    bool gesture(QGestureEvent *event);
    bool showSeatTip(const QPoint &at, const QPoint &globalAt);
    int firstSeatForKeyboard() const;
    void announce(int seat);
    void drawFrame(QPainter &painter) const;
    void drawRing(QPainter &painter, int seat, const QColor &color, double width, double gap) const;

    const Theme &m_theme;
    SeatMapModel &m_model;
    SeatMapCanvas m_canvas;
    int m_current = -1;
    int m_hovered = -1;
    int m_pressed = -1;
    Drag m_drag = Drag::None;
    QPointF m_pressedAt;
    QPointF m_lastAt;
    QList<int> m_swept;
    std::vector<bool> m_isSwept;
    bool m_spaceDown = false;
    bool m_spaceUsed = false; ///< for panning, so its release toggles nothing
    bool m_byKeyboard = false;
};

} // namespace foyer
