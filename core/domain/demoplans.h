// The seating plans of the demo box office, as files that the plan reader takes like any other.
#pragma once

#include <QtCore/QByteArray>

namespace foyer {

/// About 1,200 seats in curved rows around a stage: stalls, circle and balcony, each of its own category;
/// twelve accessible seats at the aisles.
QByteArray theatrePlan();

/// 20,000 seats in 40 blocks of 20 rows by 25, in two rings around a floor; three categories.
QByteArray arenaPlan();

} // namespace foyer
