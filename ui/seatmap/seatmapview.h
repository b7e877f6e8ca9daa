// SeatMapView: the map that people click, drag over, zoom and walk with the arrow keys.
#pragma once

#include "ui/seatmap/seatdrag.h"
#include "ui/seatmap/seatmapcanvas.h"

#include <QtWidgets/QWidget>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QTouchEvent)

namespace foyer {

/// Shows a SeatMapModel and tells which seats were meant; it never changes the model.
/// Left click, tap: one seat. Left drag from a free seat: all free seats that the pointer passes. Shift with left drag: all
/// in a frame. Left drag from elsewhere, middle drag, Space with left drag, one finger: pan. Wheel, two fingers, + and -:
/// zoom; 0 fits. Space, Return: the current seat.
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
    /// Which seats a drag takes; free ones unless said otherwise.
    void setPick(SeatDrag::Pick pick) { m_dragging.setPick(std::move(pick)); }
    /// Painting: one finger takes seats, too, instead of moving the picture.
    void setPainting(bool painting) { m_painting = painting; }
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
    void onPlanChanged();
    void onSeatsChanged(const QList<int> &seats);
    void zoom(double factor, QPointF anchor);
    void panBy(QPointF pixels);
    void walk(Direction direction);
    void pressAt(QPointF at, SeatDrag::Kind kind);
    void dragTo(QPointF at, bool sweeps);
    void releaseAt(QPointF at);
    void endDrag();
    bool touch(QTouchEvent *event);
    void pinch(const QTouchEvent *event);
    void setHovered(int seat);
    void updateSeat(int seat);
    void updateCursor();
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
    SeatDrag m_dragging;
    bool m_painting = false;
    bool m_pinching = false; ///< until all fingers are off
    QPointF m_pinchMiddle;
    double m_pinchApart = 0;
    int m_tapped = -1;       ///< by the last finger, and when (ms)
    quint64 m_tappedAt = 0;
    bool m_spaceDown = false;
    bool m_spaceUsed = false; ///< for panning, so its release toggles nothing
    bool m_byKeyboard = false;
};

} // namespace foyer
