#include "ui/seatmap/seatmapview.h"

#include "ui/seatmap/seatmapaccessible.h"
#include "ui/theme/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGestureEvent>
#include <QtWidgets/QToolTip>

#include <cmath>

namespace foyer {
namespace {

constexpr double WheelStep = 1.2;   ///< zoom for one notch
constexpr double KeyStep = 1.4;
constexpr double FingerSlack = 4;   ///< pixels around a seat that still hit it

bool isFinger(const QMouseEvent *event)
{
    return event->pointerType() == QPointingDevice::PointerType::Finger;
}

} // namespace

SeatMapView::SeatMapView(const Theme &theme, SeatMapModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_canvas(theme, model)
{
    installSeatMapAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Seat map"));
    grabGesture(Qt::PinchGesture);
    connect(&model, &SeatMapModel::planChanged, this, &SeatMapView::onPlanChanged);
    connect(&model, &SeatMapModel::seatsChanged, this, &SeatMapView::onSeatsChanged);
    const auto lookChanged = [this] {
        m_canvas.forgetLook();
        update();
    };
    connect(&model, &SeatMapModel::priceZonesChanged, this, lookChanged);
    connect(&theme, &Theme::changed, this, lookChanged);
    onPlanChanged();
}

void SeatMapView::onPlanChanged()
{
    endDrag();
    m_current = m_hovered = m_pressed = -1;
    m_canvas.reload();
    update();
}

void SeatMapView::onSeatsChanged(const QList<int> &seats)
{
    update(m_canvas.invalidate(seats));
    if (hasFocus() && seats.contains(m_current))
        announce(m_current);
}

void SeatMapView::setCurrentSeat(int seat)
{
    if (!m_model.contains(seat) || seat == m_current)
        return;
    updateSeat(m_current);
    m_current = seat;
    const PlanSeat &place = m_model.plan().seats.at(size_t(seat));
    const QRectF area(place.position.x - place.radius, place.position.y - place.radius, 2 * place.radius, 2 * place.radius);
    if (m_canvas.camera().reveal(area, space::Huge)) {
        m_canvas.invalidateAll();
        update();
    }
    updateSeat(seat);
    announce(seat);
    Q_EMIT currentSeatChanged(seat);
}

int SeatMapView::seatAt(QPointF pixels) const
{
    const SeatMapCamera &camera = m_canvas.camera();
    return m_canvas.grid().at(camera.toPlan(pixels), FingerSlack / camera.scale());
}

void SeatMapView::activate(int seat)
{
    if (m_model.contains(seat))
        Q_EMIT seatActivated(seat);
}

void SeatMapView::zoomIn()
{
    zoom(KeyStep, m_current >= 0 && m_byKeyboard ? seatRect(m_current).center() : QPointF(rect().center()));
}

void SeatMapView::zoomOut()
{
    zoom(1 / KeyStep, m_current >= 0 && m_byKeyboard ? seatRect(m_current).center() : QPointF(rect().center()));
}

void SeatMapView::zoomToFit()
{
    m_canvas.camera().fit();
    m_canvas.forgetLook();
    update();
}

void SeatMapView::zoom(double factor, QPointF anchor)
{
    if (!m_canvas.camera().zoom(factor, anchor))
        return;
    m_canvas.forgetLook();
    update();
}

void SeatMapView::panBy(QPointF pixels)
{
    m_canvas.pan(pixels);
    update();
}

void SeatMapView::walk(Direction direction)
{
    m_byKeyboard = true;
    if (m_current < 0) {
        setCurrentSeat(firstSeatForKeyboard());
        return;
    }
    setCurrentSeat(m_canvas.grid().next(m_current, direction));
}

int SeatMapView::firstSeatForKeyboard() const
{
    for (int seat = 0; seat < m_model.size(); ++seat)
        if (m_model.state(seat) == SeatState::Free)
            return seat;
    return m_model.size() > 0 ? 0 : -1;
}

void SeatMapView::announce(int seat)
{
    if (hasFocus())
        announceSeat(*this, seat);
}

bool SeatMapView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showSeatTip(help->pos(), help->globalPos());
    }
    case QEvent::Gesture:
        return gesture(static_cast<QGestureEvent *>(event));
    case QEvent::NativeGesture: {
        const auto *native = static_cast<QNativeGestureEvent *>(event);
        if (native->gestureType() != Qt::ZoomNativeGesture)
            break;
        zoom(1 + native->value(), native->position());
        return true;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

bool SeatMapView::gesture(QGestureEvent *event)
{
    const auto *pinch = static_cast<QPinchGesture *>(event->gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    endDrag();
    panBy(pinch->centerPoint() - pinch->lastCenterPoint());
    zoom(pinch->scaleFactor(), mapFromGlobal(pinch->hotSpot()));
    event->accept();
    return true;
}

bool SeatMapView::showSeatTip(const QPoint &at, const QPoint &globalAt)
{
    const int seat = seatAt(at);
    if (seat < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(globalAt, m_model.describe(seat), this, seatRect(seat).toAlignedRect());
    return true;
}

void SeatMapView::paintEvent(QPaintEvent *event)
{
    m_canvas.resize(size(), devicePixelRatioF());
    const QPixmap &picture = m_canvas.picture();
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    for (const int seat : std::as_const(m_swept))
        drawRing(painter, seat, t.mine, 3, 1);
    if (m_hovered >= 0 && m_drag == Drag::None)
        drawRing(painter, m_hovered, t.text, 1.5, 1.5);
    if (hasFocus() && m_current >= 0 && m_byKeyboard)
        drawRing(painter, m_current, t.focus, t.focusWidth + 0.5, 2.5);
    drawFrame(painter);
}

void SeatMapView::drawFrame(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    QPainterPath corners, inside;
    corners.addRect(rect());
    inside.addRoundedRect(rect(), measure::Radius, measure::Radius);
    painter.fillPath(corners - inside, t.window);
    const double width = hasFocus() ? t.focusWidth : t.lineWidth;
    const double half = width / 2;
    painter.setPen(QPen(hasFocus() ? t.focus : t.line, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), measure::Radius - half, measure::Radius - half);
}

void SeatMapView::drawRing(QPainter &painter, int seat, const QColor &color, double width, double gap) const
{
    const double out = gap + width / 2;
    const QRectF ring = seatRect(seat).adjusted(-out, -out, out, out);
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    if (m_model.plan().seats.at(size_t(seat)).accessible)
        painter.drawRoundedRect(ring, 3, 3);
    else
        painter.drawEllipse(ring);
}

void SeatMapView::updateSeat(int seat)
{
    if (m_model.contains(seat))
        update(seatRect(seat).toAlignedRect().adjusted(-8, -8, 8, 8));
}

void SeatMapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_canvas.resize(size(), devicePixelRatioF());
}

void SeatMapView::mousePressEvent(QMouseEvent *event)
{
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceDown);
    if (!pans && event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    QToolTip::hideText();
    m_byKeyboard = false;
    m_pressedAt = m_lastAt = event->position();
    m_pressed = pans ? -1 : seatAt(event->position());
    m_drag = pans ? Drag::Panning : Drag::Pressed;
    m_spaceUsed = m_spaceUsed || (pans && m_spaceDown);
    updateCursor();
}

void SeatMapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // A hurried second click must not give the seat back that the first one took.
    if (event->button() == Qt::LeftButton && !m_spaceDown && seatAt(event->position()) == m_current && m_current >= 0)
        return;
    mousePressEvent(event);
}

void SeatMapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::None) {
        setHovered(isFinger(event) ? -1 : seatAt(at));
        return;
    }
    if (m_drag == Drag::Pressed && (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        const bool sweeps = m_pressed >= 0 && m_model.state(m_pressed) == SeatState::Free && !isFinger(event);
        if (sweeps)
            beginSweep();
        else
            m_drag = Drag::Panning;
        updateCursor();
    }
    if (m_drag == Drag::Panning)
        panBy(at - m_lastAt);
    else if (m_drag == Drag::Sweeping)
        sweepTo(at);
    if (m_drag != Drag::Pressed)
        m_lastAt = at;
}

void SeatMapView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = m_drag;
    const int pressed = m_pressed;
    const QList<int> swept = m_swept;
    endDrag();
    setHovered(isFinger(event) ? -1 : seatAt(event->position()));
    if (drag == Drag::Sweeping && swept.size() > 1) {
        Q_EMIT seatsActivated(swept);
    } else if (drag == Drag::Sweeping && swept.size() == 1) {
        setCurrentSeat(swept.first());
        Q_EMIT seatActivated(swept.first());
    } else if (drag == Drag::Pressed && pressed >= 0 && seatAt(event->position()) == pressed) {
        setCurrentSeat(pressed);
        Q_EMIT seatActivated(pressed);
    }
}

void SeatMapView::beginSweep()
{
    m_drag = Drag::Sweeping;
    m_isSwept.assign(size_t(m_model.size()), false);
    m_swept.clear();
    sweepTo(m_pressedAt);
}

void SeatMapView::sweepTo(QPointF pixels)
{
    // Quick hands leave gaps between two events, so every stretch of the way is looked at.
    const QPointF way = pixels - m_lastAt;
    const double step = std::max(1.0, m_canvas.grid().largestRadius() * zoomScale() * 0.5);
    const int steps = std::max(1, int(std::ceil(std::hypot(way.x(), way.y()) / step)));
    for (int i = 0; i <= steps; ++i) {
        const QPointF at = m_lastAt + way * (double(i) / steps);
        const int seat = m_canvas.grid().at(m_canvas.camera().toPlan(at));
        if (seat < 0 || m_isSwept[size_t(seat)] || m_model.state(seat) != SeatState::Free)
            continue;
        m_isSwept[size_t(seat)] = true;
        m_swept.append(seat);
        updateSeat(seat);
    }
}

void SeatMapView::endDrag()
{
    for (const int seat : std::as_const(m_swept))
        updateSeat(seat);
    m_swept.clear();
    m_drag = Drag::None;
    m_pressed = -1;
    updateCursor();
}

void SeatMapView::setHovered(int seat)
{
    if (seat == m_hovered)
        return;
    updateSeat(m_hovered);
    m_hovered = seat;
    updateSeat(seat);
    updateCursor();
}

void SeatMapView::updateCursor()
{
    const auto can = [this](int seat) {
        return m_model.contains(seat) && (m_model.state(seat) == SeatState::Free || m_model.state(seat) == SeatState::Mine);
    };
    if (m_drag == Drag::Panning)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceDown)
        setCursor(Qt::OpenHandCursor);
    else
        setCursor(can(m_hovered) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void SeatMapView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QWidget::leaveEvent(event);
}

void SeatMapView::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0)
        zoom(std::pow(WheelStep, notches), event->position());
    setHovered(seatAt(event->position()));
    event->accept();
}

void SeatMapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(Direction::Left);
    case Qt::Key_Right:
        return walk(Direction::Right);
    case Qt::Key_Up:
        return walk(Direction::Up);
    case Qt::Key_Down:
        return walk(Direction::Down);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomToFit();
    case Qt::Key_Escape:
        if (m_drag == Drag::None)
            break;
        return endDrag();
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_spaceDown = true;
            m_spaceUsed = false;
            updateCursor();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && !event->isAutoRepeat())
            activate(m_current);
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void SeatMapView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QWidget::keyReleaseEvent(event);
    const bool toggles = m_spaceDown && !m_spaceUsed;
    m_spaceDown = false;
    updateCursor();
    if (toggles && m_current >= 0)
        activate(m_current);
}

void SeatMapView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    if (m_byKeyboard && m_current < 0)
        setCurrentSeat(firstSeatForKeyboard());
    else if (m_current >= 0)
        announce(m_current);
    update();
}

void SeatMapView::focusOutEvent(QFocusEvent *event)
{
    m_spaceDown = false;
    endDrag();
    update();
    QWidget::focusOutEvent(event);
}

} // namespace foyer
