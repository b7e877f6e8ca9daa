#include "tests/support/planmaker.h"

#include <cmath>

namespace foyer::test {
namespace {

PlanSeat seatAt(const QString &zone, int row, int number, const QString &category, PlanPoint at)
{
    PlanSeat seat;
    seat.label = {zone, QString::number(row), QString::number(number)};
    seat.guid = seat.label.toString();
    seat.category = category;
    seat.position = at;
    return seat;
}

void addCurvedRow(SeatingPlan &plan, const QString &zone, int row, double radius, int count, const QString &category)
{
    const PlanPoint center{700, -120};
    const double step = 23.5 / radius;
    for (int i = 0; i < count; ++i) {
        const double angle = (i - (count - 1) / 2.0) * step;
        const PlanPoint at{center.x + radius * std::sin(angle), center.y + radius * std::cos(angle)};
        plan.seats.push_back(seatAt(zone, row, i + 1, category, at));
        if (i == 0)
            plan.rowLabels.push_back({QString::number(row), {at.x - 26, at.y - 4}});
        if (i == count - 1)
            plan.rowLabels.push_back({QString::number(row), {at.x + 26, at.y - 4}});
    }
}

} // namespace

SeatingPlan blockPlan(int rows, int seatsPerRow)
{
    SeatingPlan plan;
    plan.name = QStringLiteral("Block");
    plan.categories = {{QStringLiteral("Full"), QStringLiteral("#0072B2")}};
    for (int row = 0; row < rows; ++row)
        for (int seat = 0; seat < seatsPerRow; ++seat)
            plan.seats.push_back(seatAt(QStringLiteral("Stalls"), row + 1, seat + 1, QStringLiteral("Full"),
                                        {10 + 24.0 * seat, 10 + 24.0 * row}));
    plan.width = 24.0 * seatsPerRow;
    plan.height = 24.0 * rows;
    return plan;
}

SeatingPlan theatrePlan()
{
    SeatingPlan plan;
    plan.name = QStringLiteral("Theatre");
    const QString first = QStringLiteral("First"), second = QStringLiteral("Second"), third = QStringLiteral("Third");
    plan.categories = {{first, QStringLiteral("#0072B2")}, {second, QStringLiteral("#009E73")}, {third, QStringLiteral("#CC79A7")}};
    for (int row = 1; row <= 22; ++row)
        addCurvedRow(plan, QStringLiteral("Stalls"), row, 240 + row * 25.0, 24 + row, row <= 8 ? first : second);
    for (int row = 1; row <= 8; ++row)
        addCurvedRow(plan, QStringLiteral("Balcony"), row, 850 + row * 25.0, 44 + row, third);
    plan.seats.front().accessible = plan.seats.at(1).accessible = true;
    plan.seats.at(23).accessible = plan.seats.at(24).accessible = true;
    PlanArea stage;
    stage.shape = PlanArea::Shape::Rectangle;
    stage.position = {500, -150};
    stage.width = 400;
    stage.height = 90;
    stage.color = QStringLiteral("#C8CDD3");
    stage.borderColor = QStringLiteral("#8C959F");
    stage.text = PlanAreaText{QStringLiteral("STAGE"), QStringLiteral("#333333"), 30, {200, 45}};
    plan.areas.push_back(stage);
    plan.width = 1400;
    plan.height = 1100;
    return plan;
}

} // namespace foyer::test
