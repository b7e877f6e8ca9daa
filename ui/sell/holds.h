// Holds: why which seats of the open event are kept from sale, as the map shows it.
#pragma once

#include "ui/sell/listedevent.h"
#include "ui/seatmap/seatmapmodel.h"

namespace foyer {

struct Holds {
    std::vector<PriceZone> reasons; ///< "Press, until 18:30", by name
    QHash<int, quint16> ofSeat;
};

Holds holdsOf(const std::vector<SeatClaim> &claims, const QHash<SeatId, int> &indexOf, const QDateTime &eventStart);

} // namespace foyer
