// SeatingPlan: the seats of a room and where they stand, as read from a plan file (shared contract: SEATING_PLAN).
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace foyer {

/// What people call a seat: zone, row and number; unique in its plan.
struct SeatLabel {
    QString zone;
    QString row;
    QString number;

    /// "Stalls/5/12"; a slash or backslash inside a part is preceded by a backslash.
    QString toString() const;
    /// "Stalls 5-12", as a ticket and the cart say it.
    QString spoken() const;
    /// The reverse of toString(); InvalidInput when it has not exactly three parts.
    static Result<SeatLabel> parse(QStringView text);

    bool operator==(const SeatLabel &) const = default;
};

/// Positions are absolute in the plan's own units (a common seat radius is 10), y downwards.
struct PlanPoint {
    double x = 0;
    double y = 0;
};

struct PlanCategory {
    QString name;
    QString color; ///< "#rrggbb"; empty when the file names none
};

struct PlanSeat {
    SeatId id;     ///< null until the plan is stored
    QString guid;  ///< unique in the plan, from the file
    SeatLabel label;
    QString category;
    PlanPoint position;
    double radius = 10;
    bool accessible = false; ///< the seat's "accessible": true, a key of Foyer's own that other tools keep
};

/// A row's name, drawn where the file wants it (start, end or both).
struct PlanRowLabel {
    QString text;
    PlanPoint position;
};

struct PlanAreaText {
    QString text;
    QString color;
    double size = 16;
    PlanPoint position; ///< relative to the area
};

/// A shape drawn behind the seats: stage, bar, wall.
struct PlanArea {
    enum class Shape { Polygon, Rectangle, Ellipse, Circle, Text };
    Shape shape = Shape::Rectangle;
    PlanPoint position;
    double rotation = 0; ///< degrees clockwise about position
    QString color;
    QString borderColor;
    std::vector<PlanPoint> points; ///< Polygon: relative to position
    double width = 0;              ///< Rectangle
    double height = 0;
    double radiusX = 0; ///< Ellipse and Circle
    double radiusY = 0;
    std::optional<PlanAreaText> text;
};

struct SeatingPlan {
    static constexpr int MaxSeats = 200'000;

    PlanId id; ///< null until stored
    QString name;
    double width = 0;
    double height = 0;
    std::vector<PlanCategory> categories;
    std::vector<PlanSeat> seats; ///< in the file's order: zone by zone, row by row
    std::vector<PlanRowLabel> rowLabels;
    std::vector<PlanArea> areas;
    QByteArray document; ///< the file itself; export writes it back, unknown keys included

    /// Reads the JSON of seats.pretix.eu by the rules in core/domain/planreader.h. FileInvalid with the path of the first fault, as
    /// `zones[2].rows[0].seats[14].category: "Stals" is not a category of this plan`.
    static Result<SeatingPlan> fromJson(const QByteArray &json);
};

} // namespace foyer
