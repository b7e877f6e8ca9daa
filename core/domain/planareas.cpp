#include "core/domain/planareas.h"

#include <QtCore/QHash>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer {

namespace {

using Need = JsonNode::Need;
using L1 = QLatin1String;

constexpr JsonNode::Range Extent{0, 1'000'000};

std::optional<PlanArea::Shape> shapeNamed(const QString &name)
{
    static const QHash<QString, PlanArea::Shape> shapes{
        {QStringLiteral("polygon"), PlanArea::Shape::Polygon}, {QStringLiteral("rectangle"), PlanArea::Shape::Rectangle},
        {QStringLiteral("ellipse"), PlanArea::Shape::Ellipse}, {QStringLiteral("circle"), PlanArea::Shape::Circle},
        {QStringLiteral("text"), PlanArea::Shape::Text}};
    const auto found = shapes.constFind(name);
    return found == shapes.constEnd() ? std::nullopt : std::optional(*found);
}

void readPolygon(const JsonNode &node, PlanArea &area)
{
    const auto polygon = node.object(L1("polygon"), Need::Required);
    if (!polygon)
        return;
    polygon->forEach(L1("points"), Need::Required, [&](const JsonNode &point) {
        area.points.push_back({point.number(L1("x"), Need::Required, PlanCoordinate),
                               point.number(L1("y"), Need::Required, PlanCoordinate)});
    });
}

/// Old files have the measures on the area itself.
void readRectangle(const JsonNode &node, PlanArea &area)
{
    const bool old = !node.has(L1("rectangle")) && node.has(L1("width"));
    const auto measures = old ? std::optional(node) : node.object(L1("rectangle"), Need::Required);
    if (!measures)
        return;
    area.width = measures->number(L1("width"), Need::Required, Extent);
    area.height = measures->number(L1("height"), Need::Required, Extent);
}

void readEllipse(const JsonNode &node, PlanArea &area)
{
    const auto ellipse = node.object(L1("ellipse"), Need::Required);
    const auto radius = ellipse ? ellipse->object(L1("radius"), Need::Required) : std::nullopt;
    if (!radius)
        return;
    area.radiusX = radius->number(L1("x"), Need::Required, Extent);
    area.radiusY = radius->number(L1("y"), Need::Required, Extent);
}

void readCircle(const JsonNode &node, PlanArea &area)
{
    if (const auto circle = node.object(L1("circle"), Need::Required))
        area.radiusX = area.radiusY = circle->number(L1("radius"), Need::Required, Extent);
}

void readShape(const JsonNode &node, PlanArea &area)
{
    switch (area.shape) {
    case PlanArea::Shape::Polygon:
        return readPolygon(node, area);
    case PlanArea::Shape::Rectangle:
        return readRectangle(node, area);
    case PlanArea::Shape::Ellipse:
        return readEllipse(node, area);
    case PlanArea::Shape::Circle:
        return readCircle(node, area);
    case PlanArea::Shape::Text:
        return;
    }
}

/// Old files have a plain text, which stood in the middle of the rectangle.
std::optional<PlanAreaText> readText(const JsonNode &node, const PlanArea &area)
{
    if (!node.has(L1("text")))
        return {};
    PlanAreaText text;
    if (node.isText(L1("text"))) {
        text.text = node.text(L1("text"), Need::Optional);
        text.position = {area.width / 2, area.height / 2};
    } else if (const auto object = node.object(L1("text"), Need::Optional)) {
        text.text = object->text(L1("text"), Need::Optional);
        text.color = readColor(*object, L1("color"));
        text.size = object->number(L1("size"), Need::Optional, {0, 10'000}, 16);
        text.position = readPosition(*object, Need::Optional);
    }
    return text.text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

PlanPoint readPosition(const JsonNode &owner, Need need, QLatin1String key)
{
    const auto position = owner.object(key, need);
    if (!position)
        return {};
    return {position->number(L1("x"), Need::Required, PlanCoordinate),
            position->number(L1("y"), Need::Required, PlanCoordinate)};
}

QString readColor(const JsonNode &owner, QLatin1String key)
{
    const QString text = owner.text(key, Need::Optional, 60).trimmed().toLower();
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    if (text.size() == 4 && text[0] == u'#' && std::all_of(text.begin() + 1, text.end(), isHex))
        return QStringLiteral("#%1%1%2%2%3%3").arg(text[1]).arg(text[2]).arg(text[3]);
    return text;
}

std::optional<PlanArea> readArea(const JsonNode &node, PlanPoint origin)
{
    PlanArea area;
    const bool oldRectangle = !node.has(L1("shape")) && node.has(L1("width"));
    const QString name = oldRectangle ? QStringLiteral("rectangle") : node.text(L1("shape"), Need::Required);
    const auto shape = shapeNamed(name);
    if (!shape)
        return {};
    area.shape = *shape;
    const PlanPoint position = readPosition(node, Need::Optional);
    area.position = {origin.x + position.x, origin.y + position.y};
    area.rotation = node.number(L1("rotation"), Need::Optional, PlanCoordinate);
    area.color = readColor(node, L1("color"));
    area.borderColor = readColor(node, L1("border_color"));
    readShape(node, area);
    area.text = readText(node, area);
    return area;
}

PlanPoint farCorner(const PlanArea &area)
{
    std::vector<PlanPoint> corners = area.points;
    const double rx = area.radiusX;
    const double ry = area.radiusY;
    corners.insert(corners.end(), {{0, 0}, {area.width, 0}, {0, area.height}, {area.width, area.height},
                                   {-rx, -ry}, {rx, -ry}, {-rx, ry}, {rx, ry}});
    const double angle = area.rotation * std::numbers::pi / 180;
    PlanPoint far{area.position};
    for (const PlanPoint corner : corners) {
        far.x = std::max(far.x, area.position.x + corner.x * std::cos(angle) - corner.y * std::sin(angle));
        far.y = std::max(far.y, area.position.y + corner.x * std::sin(angle) + corner.y * std::cos(angle));
    }
    return far;
}

} // namespace foyer
