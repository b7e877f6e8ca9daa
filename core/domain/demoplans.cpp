#include "core/domain/demoplans.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace foyer {

namespace {

QJsonObject point(double x, double y)
{
    return {{QStringLiteral("x"), std::round(x * 10) / 10}, {QStringLiteral("y"), std::round(y * 10) / 10}};
}

QJsonObject category(const QString &name, const QString &color)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("color"), color}};
}

QJsonObject areaText(const QString &text, double size, double x = 0, double y = 0)
{
    return {{QStringLiteral("text"), text}, {QStringLiteral("color"), QStringLiteral("#333333")},
            {QStringLiteral("size"), size}, {QStringLiteral("position"), point(x, y)}};
}

QJsonObject area(const QString &shape, const QJsonObject &position, const QJsonObject &text)
{
    return {{QStringLiteral("shape"), shape}, {QStringLiteral("position"), position},
            {QStringLiteral("color"), QStringLiteral("#e4e4e4")},
            {QStringLiteral("border_color"), QStringLiteral("#8c8c8c")}, {QStringLiteral("rotation"), 0},
            {QStringLiteral("text"), text}};
}

/// Seats of one row about the zone's own position; guid and number follow from what is there already.
class Row
{
public:
    Row(const QString &zone, int number) : m_guid(QStringLiteral("%1-%2-%3").arg(zone).arg(number)), m_number(number) {}

    void add(double x, double y, const QString &category, bool accessible = false)
    {
        const QString number = QString::number(m_seats.size() + 1);
        QJsonObject seat{{QStringLiteral("seat_guid"), m_guid.arg(number)}, {QStringLiteral("seat_number"), number},
                         {QStringLiteral("position"), point(x, y)}, {QStringLiteral("category"), category}};
        if (accessible)
            seat.insert(QStringLiteral("accessible"), true);
        m_seats.append(seat);
    }

    QJsonObject json() const
    {
        return {{QStringLiteral("row_number"), QString::number(m_number)},
                {QStringLiteral("row_number_position"), QStringLiteral("both")},
                {QStringLiteral("position"), point(0, 0)}, {QStringLiteral("seats"), m_seats}};
    }

private:
    QString m_guid;
    int m_number;
    QJsonArray m_seats;
};

QJsonObject zone(const QString &name, const QJsonObject &position, const QJsonArray &rows, const QJsonArray &areas = {})
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("zone_id"), name.toLower().replace(u' ', u'-')},
            {QStringLiteral("position"), position}, {QStringLiteral("rows"), rows}, {QStringLiteral("areas"), areas}};
}

QByteArray plan(const QString &name, double width, double height, const QJsonArray &categories, const QJsonArray &zones)
{
    const QJsonObject size{{QStringLiteral("width"), width}, {QStringLiteral("height"), height}};
    return QJsonDocument(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("size"), size},
                                     {QStringLiteral("categories"), categories}, {QStringLiteral("zones"), zones}})
        .toJson(QJsonDocument::Compact);
}

// The theatre. Rows are arcs about one point behind the stage; two aisles run straight towards it.
constexpr double TheatreWidth = 1440;
constexpr double TheatreHeight = 1280;
constexpr double FocusX = TheatreWidth / 2;
constexpr double FocusY = -330;
constexpr double SeatPitch = 24;
constexpr double RowPitch = 30;
constexpr double AisleHalf = 22;   ///< half an aisle, measured to the centres of its seats
constexpr double AisleAngle = 0.22;

struct Tier {
    QString name;
    int rows;
    double radius;    ///< of the first row
    double halfAngle; ///< radians
    std::vector<int> accessibleRows;
};

/// Seats at equal distances on the arc from `from` to `to`, against `from` or in the middle.
std::vector<double> seatAngles(double radius, double from, double to, bool centred)
{
    const double length = radius * std::abs(to - from);
    const int count = int(length / SeatPitch) + 1;
    const double slack = centred ? (length - (count - 1) * SeatPitch) / 2 : 0;
    std::vector<double> angles;
    for (int i = 0; i < count; ++i)
        angles.push_back(from + std::copysign((slack + i * SeatPitch) / radius, to - from));
    return angles;
}

QJsonObject theatreRow(const Tier &tier, int index)
{
    const double radius = tier.radius + index * RowPitch;
    const double aisle = AisleHalf / radius;
    std::vector<double> angles = seatAngles(radius, -AisleAngle + aisle, AisleAngle - aisle, true);
    std::vector<double> besideAisles{angles.front(), angles.back()};
    for (const double side : {-1.0, 1.0}) {
        const auto block = seatAngles(radius, side * (AisleAngle + aisle), side * tier.halfAngle, false);
        besideAisles.push_back(block.front());
        angles.insert(angles.end(), block.begin(), block.end());
    }
    std::sort(angles.begin(), angles.end());
    const bool accessibleRow = std::count(tier.accessibleRows.begin(), tier.accessibleRows.end(), index + 1) > 0;
    Row row(tier.name, index + 1);
    for (const double angle : angles) {
        const bool beside = std::count(besideAisles.begin(), besideAisles.end(), angle) > 0;
        row.add(radius * std::sin(angle), radius * std::cos(angle), tier.name, accessibleRow && beside);
    }
    return row.json();
}

QJsonObject theatreStage()
{
    QJsonArray outline;
    for (const auto &[x, y] : {std::pair{-290.0, 0.0}, {290.0, 0.0}, {235.0, 95.0}, {160.0, 125.0}, {80.0, 142.0},
                              {0.0, 148.0}, {-80.0, 142.0}, {-160.0, 125.0}, {-235.0, 95.0}})
        outline.append(point(x, y));
    QJsonObject stage = area(QStringLiteral("polygon"), point(0, 0), areaText(QStringLiteral("Stage"), 32, 0, 70));
    stage.insert(QStringLiteral("polygon"), QJsonObject{{QStringLiteral("points"), outline}});
    return zone(QStringLiteral("Stage"), point(FocusX, 30), {}, {stage});
}

// The arena. Two rings of blocks about the floor, drawn as circles and stretched to an oval.
constexpr double ArenaStretch = 1.2;
constexpr double ArenaCentreX = 3400;
constexpr double ArenaCentreY = 2860;
constexpr double ArenaRowPitch = 24;
constexpr double ArenaSeatPitch = 22;
constexpr int ArenaRows = 20;
constexpr int ArenaSeats = 25;

struct Ring {
    int firstNumber;
    int blocks;
    double radius; ///< of the first row
};

QJsonObject arenaBlock(const Ring &ring, int index)
{
    const QString name = QStringLiteral("Block %1").arg(ring.firstNumber + index);
    const double middle = 2 * std::numbers::pi * (index + 0.5) / ring.blocks;
    const bool lower = ring.firstNumber < 200;
    const bool alongside = std::abs(std::sin(middle)) > 0.8;
    const QString kind = !lower ? QStringLiteral("Upper tier") : alongside ? QStringLiteral("Premium") : QStringLiteral("Lower tier");
    QJsonArray rows;
    for (int r = 0; r < ArenaRows; ++r) {
        Row row(name, r + 1);
        const double radius = ring.radius + r * ArenaRowPitch;
        for (int s = 0; s < ArenaSeats; ++s) {
            const double angle = middle + (s - (ArenaSeats - 1) / 2.0) * ArenaSeatPitch / ring.radius;
            row.add(ArenaStretch * radius * std::sin(angle), -radius * std::cos(angle), kind);
        }
        rows.append(row.json());
    }
    const double label = ring.radius - 65;
    const QJsonObject text = area(QStringLiteral("text"), point(ArenaStretch * label * std::sin(middle), -label * std::cos(middle)),
                                  areaText(QString::number(ring.firstNumber + index), 56));
    return zone(name, point(ArenaCentreX, ArenaCentreY), rows, {text});
}

QJsonObject arenaFloor()
{
    QJsonObject floor = area(QStringLiteral("ellipse"), point(0, 0), areaText(QStringLiteral("Floor"), 160));
    floor.insert(QStringLiteral("ellipse"), QJsonObject{{QStringLiteral("radius"), point(1400 * ArenaStretch, 1400)}});
    floor.insert(QStringLiteral("color"), QStringLiteral("#f2f2f2"));
    QJsonObject stage = area(QStringLiteral("rectangle"), point(-600, -1180), areaText(QStringLiteral("Stage"), 160, 600, 225));
    stage.insert(QStringLiteral("rectangle"), QJsonObject{{QStringLiteral("width"), 1200}, {QStringLiteral("height"), 450}});
    return zone(QStringLiteral("Floor"), point(ArenaCentreX, ArenaCentreY), {}, {floor, stage});
}

} // namespace

QByteArray theatrePlan()
{
    const QString stalls = QStringLiteral("Stalls");
    const QString circle = QStringLiteral("Circle");
    const QString balcony = QStringLiteral("Balcony");
    QJsonArray zones{theatreStage()};
    for (const Tier &tier : {Tier{stalls, 18, 560, 0.5, {1, 18}}, Tier{circle, 8, 1170, 0.5, {8}}, Tier{balcony, 4, 1475, 0.42, {}}}) {
        QJsonArray rows;
        for (int i = 0; i < tier.rows; ++i)
            rows.append(theatreRow(tier, i));
        QJsonArray names;
        if (tier.name != stalls)
            names.append(area(QStringLiteral("text"), point(0, tier.radius - 42), areaText(tier.name, 24)));
        zones.append(zone(tier.name, point(FocusX, FocusY), rows, names));
    }
    const QJsonArray categories{category(stalls, QStringLiteral("#a9d3ee")), category(circle, QStringLiteral("#9ddcc6")),
                                category(balcony, QStringLiteral("#e8c4da"))};
    return plan(QStringLiteral("Theatre"), TheatreWidth, TheatreHeight, categories, zones);
}

QByteArray arenaPlan()
{
    QJsonArray zones{arenaFloor()};
    for (const Ring &ring : {Ring{101, 16, 1560}, Ring{201, 24, 2290}}) {
        for (int i = 0; i < ring.blocks; ++i)
            zones.append(arenaBlock(ring, i));
    }
    const QJsonArray categories{category(QStringLiteral("Premium"), QStringLiteral("#a9d3ee")),
                                category(QStringLiteral("Lower tier"), QStringLiteral("#9ddcc6")),
                                category(QStringLiteral("Upper tier"), QStringLiteral("#e8c4da"))};
    return plan(QStringLiteral("Arena"), 2 * ArenaCentreX, 2 * ArenaCentreY, categories, zones);
}

} // namespace foyer
