// SystemPrinter: a printer that is reached through the system's own driver, for A4 pages and for rolls.
#pragma once

#include "core/services/ticketprinter.h"
#include "ui/printing/printers.h"

#include <functional>

class QPrinter;

namespace foyer::printing {

class SystemPrinter final : public TicketPrinter
{
public:
    /// Makes the printer ready for a job; tests let it print into a file.
    using Prepare = std::function<PrintTrouble(QPrinter &)>;

    explicit SystemPrinter(PrinterSetup setup);
    SystemPrinter(PrinterSetup setup, Prepare prepare) : m_setup(std::move(setup)), m_prepare(std::move(prepare)) {}

    /// All that is left: the system takes a job as a whole.
    int atOnce(const PrintJob &job) const override { return job.pieces - job.done; }
    PrintOutcome print(const PrintJob &job, std::stop_token stop) override;
    PrintTrouble openDrawer(std::stop_token) override { return PrintTrouble::NotSetUp; }

private:
    PrinterSetup m_setup;
    Prepare m_prepare;
};

} // namespace foyer::printing
