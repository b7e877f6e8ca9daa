// EscPosPrinter: a receipt printer that is sent pictures, and asked before and after each piece how it is.
#pragma once

#include "core/services/ticketprinter.h"
#include "ui/printing/printerline.h"

namespace foyer::printing {

class EscPosPrinter final : public TicketPrinter
{
public:
    EscPosPrinter(PrinterSetup setup, std::unique_ptr<PrinterLine> line, LinePatience patience = {})
        : m_setup(std::move(setup)), m_line(std::move(line)), m_patience(patience) {}

    /// One: after each it is known whether it came out.
    int atOnce(const PrintJob &) const override { return 1; }
    PrintOutcome print(const PrintJob &job, std::stop_token stop) override;
    PrintTrouble openDrawer(std::stop_token stop) override;

private:
    bool tellsState() const { return m_setup.tellsState && m_setup.canTellState(); }
    PrintTrouble makeReady(std::stop_token stop);
    PrintTrouble askState(std::stop_token stop);
    PrintTrouble send(const QByteArray &bytes, std::stop_token stop);
    PrintTrouble waitUntilFinished(std::stop_token stop);

    PrinterSetup m_setup;
    std::unique_ptr<PrinterLine> m_line;
    LinePatience m_patience;
};

} // namespace foyer::printing
