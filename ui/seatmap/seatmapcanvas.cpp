#include "ui/seatmap/seatmapcanvas.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace foyer {
namespace {

constexpr int ManySeats = 400;          ///< from here one full drawing costs less than mending
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
    m_picture = QPixmap();
    m_allDirty = true;
}

void SeatMapCanvas::forgetLook()
{
    m_sprites.clear();
    m_allDirty = true;
}

QRectF SeatMapCanvas::seatRect(int seat) const
{
    const PlanSeat &place = m_model.plan().seats.at(size_t(seat));
    const double radius = place.radius * m_camera.scale();
    const QPointF center = m_camera.toPixels(pointOf(place.position));
    return {center.x() - radius, center.y() - radius, 2 * radius, 2 * radius};
}

QRegion SeatMapCanvas::invalidate(const QList<int> &seats)
{
    const QRect whole(QPoint(0, 0), m_size);
    if (m_allDirty || seats.size() > ManySeats) {
        m_allDirty = true;
        return whole;
    }
    QRegion touched;
    for (const int seat : seats)
        touched += seatRect(seat).toAlignedRect().adjusted(-2, -2, 2, 2) & whole;
    m_dirty += touched;
    return touched;
}

void SeatMapCanvas::pan(QPointF pixels)
{
    const QPointF moved = m_camera.pan(pixels);
    const QPointF device = moved * m_ratio;
    const QPoint whole = device.toPoint();
    const bool exact = std::abs(device.x() - whole.x()) < 0.01 && std::abs(device.y() - whole.y()) < 0.01;
    if (m_allDirty || m_picture.isNull() || !exact || m_ratio != std::floor(m_ratio)) {
        m_allDirty = true;
        return;
    }
    QRegion uncovered;
    m_dirty.translate(moved.toPoint());
    m_picture.scroll(whole.x(), whole.y(), m_picture.rect(), &uncovered);
    for (const QRect &rect : uncovered) {
        const QRectF logical(QPointF(rect.topLeft()) / m_ratio, QSizeF(rect.size()) / m_ratio);
        m_dirty += logical.toAlignedRect();
    }
}

const QPixmap &SeatMapCanvas::picture()
{
    if (m_picture.isNull()) {
        m_picture = QPixmap(m_size * m_ratio);
        m_picture.setDevicePixelRatio(m_ratio);
        m_allDirty = true;
    }
    if (m_allDirty)
        m_dirty = QRect(QPoint(0, 0), m_size);
    if (!m_dirty.isEmpty())
        paint(m_dirty);
    m_dirty = {};
    m_allDirty = false;
    return m_picture;
}

void SeatMapCanvas::paint(const QRegion &pixels)
{
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QRect &rect : pixels) {
        painter.setClipRect(rect);
        painter.fillRect(rect, m_theme.tokens().surface);
        for (const PlanArea &area : m_model.plan().areas)
            paintArea(painter, area);
        paintRowLabels(painter, rect);
        paintSeats(painter, rect);
    }
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

void SeatMapCanvas::paintSeats(QPainter &painter, const QRectF &pixels)
{
    const Tokens &t = m_theme.tokens();
    const auto &seats = m_model.plan().seats;
    const double scale = m_camera.scale();
    const bool numbers = m_grid.largestRadius() * scale >= NumberFrom;
    painter.save();
    painter.scale(1 / m_ratio, 1 / m_ratio);
    m_grid.forEach(m_camera.toPlan(pixels.adjusted(-2, -2, 2, 2)), [&](int index) {
        const PlanSeat &seat = seats[size_t(index)];
        const int zone = m_model.priceZone(index);
        const SeatLook look{m_model.state(index), seat.accessible, m_model.priceZones()[size_t(zone)].color};
        const QPointF center = m_camera.toPixels(pointOf(seat.position)) * m_ratio;
        m_sprites.draw(painter, center, seat.radius * scale * m_ratio, look, zone, t);
    });
    painter.restore();
    if (!numbers)
        return;
    m_grid.forEach(m_camera.toPlan(pixels), [&](int index) {
        if (m_model.state(index) == SeatState::Free)
            paintNumber(painter, seats[size_t(index)], zoneTint(m_model.priceZones()[size_t(m_model.priceZone(index))].color, t));
    });
}

void SeatMapCanvas::paintNumber(QPainter &painter, const PlanSeat &seat, const QColor &behind) const
{
    const double radius = seat.radius * m_camera.scale();
    const QPointF center = m_camera.toPixels(pointOf(seat.position));
    painter.setFont(fontOf(std::min(radius * 0.8, 18.0)));
    const QColor white(Qt::white), black(0x10, 0x14, 0x18);
    painter.setPen(contrastRatio(white, behind) >= contrastRatio(black, behind) ? white : black);
    painter.drawText(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter, seat.label.number);
}

QFont SeatMapCanvas::fontOf(double pixels) const
{
    QFont font = m_theme.font(TypeRole::Base);
    font.setPixelSize(std::max(1, int(std::lround(pixels))));
    return font;
}

} // namespace foyer
