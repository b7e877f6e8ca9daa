// OrderPrint: what stands on the tickets of an order, read from the box office, for printing and for printing again.
#pragma once

#include "core/domain/sale.h"
#include "ui/printing/printedticket.h"

#include <vector>

namespace foyer {

class BoxOffice;

namespace printing {

/// In the order of its lines, times in the zone of each venue. A verb: runs on the database thread. NotFound when this
/// machine lacks the key of the terminal that issued a ticket.
Result<std::vector<PrintedTicket>> printedTickets(BoxOffice &office, const Order &order, bool reprint = false);

} // namespace printing
} // namespace foyer
