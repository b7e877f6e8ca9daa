#include "ui/seatmap/seatmapview.h"

#include "ui/seatmap/seatmapaccessible.h"
#include "ui/theme/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

#include <cmath>

namespace foyer {
namespace {

constexpr double WheelStep = 1.2;   ///< zoom for one notch
constexpr double KeyStep = 1.4;
constexpr double FingerSlack = 4;   ///< pixels around a seat that still hit it

} // namespace

SeatMapView::SeatMapView(const Theme &theme, SeatMapModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_canvas(theme, model)
    , m_dragging(m_canvas.grid(), m_canvas.camera())
{
    installSeatMapAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Seat map"));
    setAttribute(Qt::WA_AcceptTouchEvents);
    setPick([this](int seat, int) { return m_model.state(seat) == SeatState::Free; });
    connect(&model, &SeatMapModel::planChanged, this, &SeatMapView::onPlanChanged);
    connect(&model, &SeatMapModel::seatsChanged, this, &SeatMapView::onSeatsChanged);
    const auto lookChanged = [this] {
        m_canvas.forgetLook();
        update();
    };
    connect(&model, &SeatMapModel::priceZonesChanged, this, lookChanged);
    connect(&model, &SeatMapModel::viewChanged, this, lookChanged);
    connect(&theme, &Theme::changed, this, lookChanged);
    onPlanChanged();
}

void SeatMapView::onPlanChanged()
{
    endDrag();
    m_current = m_hovered = -1;
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
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(static_cast<QTouchEvent *>(event));
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

bool SeatMapView::touch(QTouchEvent *event)
{
    const auto &fingers = event->points();
    if (event->type() == QEvent::TouchBegin && childAt(fingers.front().position().toPoint())) {
        event->ignore(); // a button that lies on the map
        return false;
    }
    if (event->type() == QEvent::TouchCancel || fingers.isEmpty()) {
        m_pinching = false;
        endDrag();
        return true;
    }
    if (fingers.size() > 1) {
        m_pinching = true;
        endDrag();
        pinch(event);
    } else if (!m_pinching) {
        const QPointF at = fingers.front().position();
        if (event->type() == QEvent::TouchBegin) {
            setFocus(Qt::MouseFocusReason);
            pressAt(at, SeatDrag::Kind::Pressed);
        } else if (event->type() == QEvent::TouchEnd) {
            // A hurried second tap must not give the seat back that the first one took.
            const bool hurried = m_tapped >= 0 && seatAt(at) == m_tapped && event->timestamp() - m_tappedAt < quint64(QApplication::doubleClickInterval());
            m_tapped = hurried ? -1 : seatAt(at);
            m_tappedAt = event->timestamp();
            if (hurried)
                endDrag();
            else
                releaseAt(at);
        } else {
            dragTo(at, m_painting);
        }
    }
    if (event->type() == QEvent::TouchEnd)
        m_pinching = false; // a finger left over from a pinch means nothing
    return true;
}

void SeatMapView::pinch(const QTouchEvent *event)
{
    const QPointF one = event->points().at(0).position(), other = event->points().at(1).position();
    const QPointF before = std::exchange(m_pinchMiddle, (one + other) / 2);
    const double wasApart = std::exchange(m_pinchApart, QLineF(one, other).length());
    const bool changesHands = event->touchPointStates().testFlag(QEventPoint::Pressed) || event->touchPointStates().testFlag(QEventPoint::Released);
    if (changesHands || wasApart <= 0 || m_pinchApart <= 0)
        return;
    panBy(m_pinchMiddle - before);
    zoom(m_pinchApart / wasApart, m_pinchMiddle);
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
    const QImage &picture = m_canvas.picture();
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawImage(0, 0, picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    const double taken = std::clamp(m_canvas.grid().largestRadius() * zoomScale() * 0.3, 1.2, 3.0); // small seats stay apart
    for (const int seat : m_dragging.seats())
        drawRing(painter, seat, t.mine, taken, taken / 3);
    if (const QRectF frame = m_dragging.frame(); !frame.isEmpty()) {
        QColor inside = t.accent;
        inside.setAlphaF(0.12f);
        painter.setPen(QPen(t.accent, 1.5));
        painter.setBrush(inside);
        painter.drawRect(frame);
    }
    if (m_hovered >= 0 && m_dragging.kind() == SeatDrag::Kind::None)
        drawRing(painter, m_hovered, t.text, 1.5, 1.5);
    if (hasFocus() && m_current >= 0 && m_byKeyboard)
        drawRing(painter, m_current, t.focus, t.focusWidth + 0.5, 2.5);
    drawFrame(painter);
}

void SeatMapView::drawFrame(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const double r = measure::Radius;
    for (const QPointF corner : {QPointF(0, 0), QPointF(width(), 0), QPointF(0, height()), QPointF(width(), height())}) {
        const QPointF center(std::clamp(corner.x(), r, width() - r), std::clamp(corner.y(), r, height() - r));
        QPainterPath outside; // odd-even: the square without the disc
        outside.addRect(QRectF(corner, center).normalized());
        outside.addEllipse(center, r, r);
        painter.save();
        painter.setClipRect(QRectF(corner, center).normalized(), Qt::IntersectClip);
        painter.fillPath(outside, t.window);
        painter.restore();
    }
    const double line = hasFocus() ? t.focusWidth : t.lineWidth;
    const double half = line / 2;
    painter.setPen(QPen(hasFocus() ? t.focus : t.line, line));
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
    m_spaceUsed = m_spaceUsed || (pans && m_spaceDown);
    const bool frames = event->modifiers() & Qt::ShiftModifier;
    pressAt(event->position(), pans ? SeatDrag::Kind::Panning : frames ? SeatDrag::Kind::Framing : SeatDrag::Kind::Pressed);
}

void SeatMapView::pressAt(QPointF at, SeatDrag::Kind kind)
{
    QToolTip::hideText();
    m_byKeyboard = false;
    m_dragging.press(at, kind, kind == SeatDrag::Kind::Pressed ? seatAt(at) : -1);
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
    if (m_dragging.kind() == SeatDrag::Kind::None)
        setHovered(seatAt(event->position()));
    else
        dragTo(event->position(), true);
}

void SeatMapView::dragTo(QPointF at, bool sweeps)
{
    const SeatDrag::Kind before = m_dragging.kind();
    update(m_dragging.move(at, sweeps));
    if (const QPointF pan = m_dragging.takePan(); !pan.isNull())
        panBy(pan);
    if (m_dragging.kind() != before)
        updateCursor();
}

void SeatMapView::mouseReleaseEvent(QMouseEvent *event)
{
    releaseAt(event->position());
    setHovered(seatAt(event->position()));
}

void SeatMapView::releaseAt(QPointF at)
{
    const bool framed = m_dragging.kind() == SeatDrag::Kind::Framing;
    if (framed)
        update(m_dragging.frame().toAlignedRect().adjusted(-3, -3, 3, 3));
    for (const int seat : m_dragging.seats())
        updateSeat(seat);
    const QList<int> seats = m_dragging.release(at);
    updateCursor();
    if (seats.size() == 1) {
        setCurrentSeat(seats.first());
        Q_EMIT seatActivated(seats.first());
    } else if (!seats.isEmpty()) {
        Q_EMIT seatsActivated(seats);
    }
}

void SeatMapView::endDrag()
{
    if (m_dragging.kind() != SeatDrag::Kind::None)
        update();
    m_dragging.cancel();
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
    if (m_dragging.kind() == SeatDrag::Kind::Panning)
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
        if (m_dragging.kind() == SeatDrag::Kind::None)
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
