// PrintedDocument: the content of one print job: tickets of an order, its receipt, or both; or the report of a shift.
#pragma once

#include "ui/printing/printedreceipt.h"
#include "ui/printing/printedreport.h"
#include "ui/printing/printedticket.h"

#include <optional>
#include <vector>

namespace foyer::printing {

struct PrintedDocument {
    QString language; ///< of dates and amounts: "de-DE"
    std::vector<PrintedTicket> tickets; ///< a piece each
    std::optional<PrintedReceipt> receipt; ///< the last piece
    std::optional<PrintedReport> report;   ///< instead of tickets and receipt

    int pieces() const { return int(tickets.size()) + (receipt ? 1 : 0) + (report ? 1 : 0); }
    /// The same content with a mark on one piece.
    void markReprint(int piece, int copy);
};

/// As a print job keeps it.
QByteArray toBytes(const PrintedDocument &document);
/// Nothing for bytes that hold no whole document.
std::optional<PrintedDocument> documentFrom(const QByteArray &bytes);

} // namespace foyer::printing
