// Which free seats to offer instead of others; looks at the map alone, the database judges.
#pragma once

#include "ui/seatmap/seatmapmodel.h"

namespace foyer {

/// `count` free seats of the same category nearest to `around`, those of its row first. Empty when there are fewer.
QList<int> nearestFree(const SeatMapModel &model, int around, int count);

} // namespace foyer
