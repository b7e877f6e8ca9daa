// ScannedCode: what a scanner or a person typed about a ticket: the signed text of its QR code, or its number alone.
#pragma once

#include "core/domain/ticketcode.h"

#include <optional>

namespace foyer {

struct ScannedCode {
    TicketNumber number;
    std::optional<ReadCode> code; ///< empty for a typed number, which says which ticket it is and proves nothing

    /// InvalidInput when the text is neither.
    static Result<ScannedCode> read(const QString &text);
};

} // namespace foyer
