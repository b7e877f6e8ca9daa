#include "ui/seatmap/seatmapcanvas.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>
#include <cstring>

namespace foyer {
namespace {

constexpr int ManySeats = 20'000;       ///< from here one full drawing costs less than mending
constexpr int SeparateRects = 64;       ///< more are shown again as one
constexpr double NumberFrom = 12;       ///< pixels of radius from which a seat's number can be read
constexpr double SmallestLabel = 4;     ///< pixels; what would be smaller is left out
constexpr double LegibleLabel = 8;      ///< pixels; what is drawn is at least this high
constexpr double AreaShare = 0.22;      ///< how much of an area's own colour shows, so that it stays behind the seats
constexpr double AreaContrast = 1.15;   ///< an area can be told from the ground, white ones too

QPointF pointOf(const PlanPoint &point)
{
    return {point.x, point.y};
}

QPainterPath shapeOf(const PlanArea &area)
{
    QPainterPath path;
    switch (area.shape) {
    case PlanArea::Shape::Polygon: {
        QPolygonF outline;
        for (const PlanPoint &point : area.points)
            outline << pointOf(point);
        path.addPolygon(outline);
        path.closeSubpath();
        break;
    }
    case PlanArea::Shape::Rectangle:
        path.addRect(0, 0, area.width, area.height);
        break;
    case PlanArea::Shape::Ellipse:
    case PlanArea::Shape::Circle:
        path.addEllipse(QPointF(0, 0), area.radiusX, area.radiusY);
        break;
    case PlanArea::Shape::Text:
        break;
    }
    return path;
}

void copyRect(QImage &onto, const QImage &from, const QRect &rect)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        std::memcpy(onto.scanLine(y) + qsizetype(rect.left()) * 4, from.constScanLine(y) + qsizetype(rect.left()) * 4, size_t(rect.width()) * 4);
}

/// Moves the picture within its frame; what comes in at the edges keeps its old pixels.
void scroll(QImage &image, QPoint by)
{
    const QRect target = image.rect() & image.rect().translated(by);
    if (target.isEmpty())
        return;
    const auto moveLine = [&](int y) {
        std::memmove(image.scanLine(y) + qsizetype(target.left()) * 4, image.constScanLine(y - by.y()) + qsizetype(target.left() - by.x()) * 4,
                     size_t(target.width()) * 4);
    };
    if (by.y() > 0)
        for (int y = target.bottom(); y >= target.top(); --y)
            moveLine(y);
    else
        for (int y = target.top(); y <= target.bottom(); ++y)
            moveLine(y);
}

QTransform placeOf(const PlanArea &area)
{
    return QTransform::fromTranslate(area.position.x, area.position.y).rotate(area.rotation);
}

} // namespace

SeatMapCanvas::SeatMapCanvas(const Theme &theme, const SeatMapModel &model) : m_theme(theme), m_model(model) {}

void SeatMapCanvas::reload()
{
    const SeatingPlan &plan = m_model.plan();
    m_grid = SeatGrid(plan.seats);
    QRectF world = m_grid.bounds();
    for (const PlanArea &area : plan.areas) {
        world |= placeOf(area).map(shapeOf(area)).boundingRect();
        if (area.text) {
            const QPointF at = placeOf(area).map(pointOf(area.text->position));
            world |= QRectF(at.x() - area.text->size, at.y() - area.text->size, 2 * area.text->size, 2 * area.text->size);
        }
    }
    const double label = m_grid.largestRadius();
    for (const PlanRowLabel &row : plan.rowLabels)
        world |= QRectF(row.position.x - label, row.position.y - label, 2 * label, 2 * label);
    m_camera.setWorld(world, m_grid.largestRadius());
    forgetLook();
}

void SeatMapCanvas::resize(QSize size, double devicePixelRatio)
{
    if (size == m_size && qFuzzyCompare(devicePixelRatio, m_ratio))
        return;
    if (!qFuzzyCompare(devicePixelRatio, m_ratio))
        m_sprites.clear();
    m_size = size;
    m_ratio = devicePixelRatio;
    m_camera.setViewport(size);
    m_picture = m_ground = QImage();
    m_allDirty = true;
}

void SeatMapCanvas::forgetLook()
{
    m_sprites.clear();
    m_numberColors.clear();
    m_allDirty = true;
}

QRectF SeatMapCanvas::seatRect(int seat) const
{
    const PlanSeat &place = m_model.plan().seats.at(size_t(seat));
    const double radius = place.radius * m_camera.scale();
    const QPointF center = m_camera.toPixels(pointOf(place.position));
    return {center.x() - radius, center.y() - radius, 2 * radius, 2 * radius};
}

QRect SeatMapCanvas::deviceRect(int seat) const
{
    const QRectF pixels = seatRect(seat);
    return QRectF(pixels.topLeft() * m_ratio, pixels.size() * m_ratio).toAlignedRect().adjusted(-2, -2, 2, 2) & QRect(QPoint(0, 0), m_size * m_ratio);
}

QRectF SeatMapCanvas::toPlan(const QRect &device) const
{
    return m_camera.toPlan(QRectF(QPointF(device.topLeft()) / m_ratio, QSizeF(device.size()) / m_ratio));
}

QRegion SeatMapCanvas::invalidate(const QList<int> &seats)
{
    const QRect whole(QPoint(0, 0), m_size);
    if (m_allDirty || seats.size() + m_changed.size() > ManySeats) {
        m_allDirty = true;
        return whole;
    }
    m_changed += seats;
    QRegion touched;
    QRect around;
    for (const int seat : seats) {
        const QRect rect = seatRect(seat).toAlignedRect().adjusted(-2, -2, 2, 2) & whole;
        if (seats.size() <= SeparateRects)
            touched += rect;
        else
            around |= rect;
    }
    return touched + around;
}

void SeatMapCanvas::pan(QPointF pixels)
{
    const QPointF device = m_camera.pan(pixels) * m_ratio;
    const QPoint whole = device.toPoint();
    const bool exact = std::abs(device.x() - whole.x()) < 0.01 && std::abs(device.y() - whole.y()) < 0.01;
    if (m_allDirty || m_picture.isNull() || !exact) {
        m_allDirty = true;
        return;
    }
    scroll(m_picture, whole);
    scroll(m_ground, whole);
    m_uncovered.translate(whole);
    m_uncovered += QRegion(m_picture.rect()) - m_picture.rect().translated(whole);
}

const QImage &SeatMapCanvas::picture()
{
    if (m_picture.isNull()) {
        const QSize device = (QSizeF(m_size) * m_ratio).toSize();
        m_picture = m_ground = QImage(device, QImage::Format_RGB32);
        m_picture.setDevicePixelRatio(m_ratio);
        m_ground.setDevicePixelRatio(m_ratio);
        m_allDirty = true;
    }
    if (m_allDirty) {
        paint(m_picture.rect());
    } else {
        for (const QRect &rect : m_uncovered)
            paint(rect & m_picture.rect());
        for (const int seat : std::as_const(m_changed))
            mend(seat);
    }
    m_uncovered = {};
    m_changed.clear();
    m_allDirty = false;
    return m_picture;
}

void SeatMapCanvas::paint(const QRect &device)
{
    if (device.isEmpty())
        return;
    paintGround(device);
    copyRect(m_picture, m_ground, device);
    paintSeats(device);
}

void SeatMapCanvas::mend(int seat)
{
    const QRect device = deviceRect(seat);
    if (device.isEmpty())
        return;
    copyRect(m_picture, m_ground, device);
    paintSeats(device);
}

void SeatMapCanvas::paintGround(const QRect &device)
{
    QPainter painter(&m_ground);
    const QRectF pixels(QPointF(device.topLeft()) / m_ratio, QSizeF(device.size()) / m_ratio);
    painter.setClipRect(pixels);
    painter.fillRect(pixels, m_theme.tokens().surface);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PlanArea &area : m_model.plan().areas)
        paintArea(painter, area);
    paintRowLabels(painter, pixels);
}

void SeatMapCanvas::paintArea(QPainter &painter, const PlanArea &area) const
{
    const Tokens &t = m_theme.tokens();
    const QTransform toWidget = placeOf(area) * QTransform::fromScale(m_camera.scale(), m_camera.scale())
        * QTransform::fromTranslate(m_camera.toPixels(QPointF(0, 0)).x(), m_camera.toPixels(QPointF(0, 0)).y());
    const QPainterPath path = toWidget.map(shapeOf(area));
    QColor behind = t.surface;
    if (!path.isEmpty()) {
        const QColor own(area.color);
        behind = withContrast(mix(own.isValid() ? own : t.control, t.surface, AreaShare), t.surface, AreaContrast);
        painter.fillPath(path, behind);
        const QColor border(area.borderColor);
        painter.strokePath(path, QPen(withContrast(border.isValid() ? mix(border, t.surface, 0.6) : t.line, t.surface, 1.4), t.lineWidth));
    }
    if (area.text && !area.text->text.isEmpty())
        paintAreaText(painter, area, behind);
}

void SeatMapCanvas::paintAreaText(QPainter &painter, const PlanArea &area, const QColor &behind) const
{
    const double pixels = area.text->size * m_camera.scale();
    if (pixels < SmallestLabel)
        return;
    const Tokens &t = m_theme.tokens();
    const QColor own(area.text->color);
    const QPointF at = m_camera.toPixels(placeOf(area).map(pointOf(area.text->position)));
    painter.setFont(fontOf(std::max(pixels, 10.0)));
    painter.setPen(withContrast(own.isValid() ? own : t.text, behind, 4.5));
    const double reach = 4000;
    painter.drawText(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), Qt::AlignCenter, area.text->text);
}

void SeatMapCanvas::paintRowLabels(QPainter &painter, const QRectF &pixels) const
{
    const double size = m_grid.largestRadius() * 1.15 * m_camera.scale();
    if (size < SmallestLabel)
        return;
    const double height = std::clamp(size, LegibleLabel, 18.0);
    painter.setFont(fontOf(height));
    painter.setPen(m_theme.tokens().muted);
    const QSizeF box(height * 4, height * 1.6);
    for (const PlanRowLabel &label : m_model.plan().rowLabels) {
        const QPointF at = m_camera.toPixels(pointOf(label.position));
        const QRectF rect(at.x() - box.width() / 2, at.y() - box.height() / 2, box.width(), box.height());
        if (rect.intersects(pixels))
            painter.drawText(rect, Qt::AlignCenter, label.text);
    }
}

void SeatMapCanvas::paintSeats(const QRect &device)
{
    const Tokens &t = m_theme.tokens();
    const auto &seats = m_model.plan().seats;
    const SeatView view = m_model.view();
    const double scale = m_camera.scale() * m_ratio;
    const QPointF origin = m_camera.toPixels(QPointF(0, 0)) * m_ratio;
    const QRectF plan = toPlan(device.adjusted(-2, -2, 2, 2));
    m_grid.forEach(plan, [&](int index) {
        const PlanSeat &seat = seats[size_t(index)];
        const SeatLook look{m_model.state(index), seat.accessible, m_model.color(index), view};
        m_sprites.draw(m_picture, device, pointOf(seat.position) * scale + origin, seat.radius * scale, look, m_model.group(index), t);
    });
    if (m_grid.largestRadius() * m_camera.scale() >= NumberFrom)
        paintNumbers(device, plan);
}

void SeatMapCanvas::paintNumbers(const QRect &device, const QRectF &plan)
{
    m_grid.forEach(plan, [&](int index) {
        if (m_model.state(index) != SeatState::Free)
            return;
        const PlanSeat &seat = m_model.plan().seats[size_t(index)];
        const double height = std::min(seat.radius * m_camera.scale() * 0.8, 18.0) * m_ratio;
        m_sprites.drawNumber(m_picture, device, m_camera.toPixels(pointOf(seat.position)) * m_ratio, seat.label.number, numberColor(index), fontOf(height));
    });
}

QColor SeatMapCanvas::numberColor(int seat)
{
    QColor &color = m_numberColors[m_model.group(seat)];
    if (color.isValid())
        return color;
    const Tokens &t = m_theme.tokens();
    const QColor white(Qt::white), black(0x10, 0x14, 0x18);
    const QColor behind = m_model.view() == SeatView::Hold ? t.surface : zoneTint(m_model.color(seat), t);
    return color = contrastRatio(white, behind) >= contrastRatio(black, behind) ? white : black;
}

QFont SeatMapCanvas::fontOf(double pixels) const
{
    QFont font = m_theme.font(TypeRole::Base);
    font.setPixelSize(std::max(1, int(std::lround(pixels))));
    return font;
}

} // namespace foyer
