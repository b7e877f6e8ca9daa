// Tickets on a printer of the system, a page each.
#pragma once

#include "ui/printing/printedticket.h"
#include "ui/printing/printstyle.h"

#include <span>

class QPrinter;

namespace foyer::printing {

/// FileUnreadable with the printer's name when it takes no pages; what a ticket itself refuses ends the job.
Result<void> printTickets(QPrinter &printer, std::span<const PrintedTicket> tickets, const PrintStyle &style);

} // namespace foyer::printing
