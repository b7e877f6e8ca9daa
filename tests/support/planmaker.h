// Seating plans for tests: a block of seats, and a theatre with curved rows.
#pragma once

#include "core/domain/seatingplan.h"

namespace foyer::test {

/// `rows` of `seatsPerRow` round seats, radius 10, 24 apart, the first at (10, 10); one category.
SeatingPlan blockPlan(int rows, int seatsPerRow);

/// Curved stalls and balcony in three categories, with a stage, row labels and accessible seats at the ends of row 1.
SeatingPlan theatrePlan();

} // namespace foyer::test
