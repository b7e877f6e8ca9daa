// A seating plan for tests whose seats are where one can work out by head.
#pragma once

#include "core/domain/seatingplan.h"

namespace foyer::test {

/// `rows` of `seatsPerRow` round seats in zone Stalls, radius 10, 24 apart, the first at (10, 10); one category, Full.
inline SeatingPlan blockPlan(int rows, int seatsPerRow)
{
    SeatingPlan plan;
    plan.name = QStringLiteral("Block");
    plan.categories = {{QStringLiteral("Full"), QStringLiteral("#0072B2")}};
    plan.width = 24.0 * seatsPerRow;
    plan.height = 24.0 * rows;
    for (int row = 0; row < rows; ++row) {
        for (int number = 0; number < seatsPerRow; ++number) {
            PlanSeat seat;
            seat.label = {QStringLiteral("Stalls"), QString::number(row + 1), QString::number(number + 1)};
            seat.guid = seat.label.toString();
            seat.category = QStringLiteral("Full");
            seat.position = {10 + 24.0 * number, 10 + 24.0 * row};
            plan.seats.push_back(seat);
        }
    }
    return plan;
}

} // namespace foyer::test
