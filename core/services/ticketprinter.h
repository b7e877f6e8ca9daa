// TicketPrinter: the port to one printer. Adapters draw and send; the print queue decides what is printed, and when.
#pragma once

#include "core/domain/printjob.h"

#include <stop_token>

namespace foyer {

struct PrintOutcome {
    PrintTrouble trouble = PrintTrouble::None;
    bool mayBeOnPaper = false; ///< with a trouble: some of it came out, or nobody can tell
};

/// Used on one thread only, where its calls may block for as long as the printer is given time; a stop request ends them.
class TicketPrinter
{
public:
    virtual ~TicketPrinter() = default;

    /// How many of the pieces that are not done the next print() puts on paper together; at least 1.
    virtual int atOnce(const PrintJob &job) const = 0;
    /// Prints that many, marking those that are doubtful. Without a trouble they are out.
    virtual PrintOutcome print(const PrintJob &job, std::stop_token stop) = 0;
    /// NotSetUp when no drawer can hang on this printer.
    virtual PrintTrouble openDrawer(std::stop_token stop) = 0;
};

} // namespace foyer
