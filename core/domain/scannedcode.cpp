#include "core/domain/scannedcode.h"

namespace foyer {

namespace {

/// Longer texts can only be meant as the text of a QR code.
constexpr qsizetype LongestNumber = 30;

} // namespace

Result<ScannedCode> ScannedCode::read(const QString &text)
{
    if (text.trimmed().size() <= LongestNumber) {
        const auto number = TicketNumber::parse(text);
        return number ? Result<ScannedCode>(ScannedCode{*number, std::nullopt}) : fail(number.error());
    }
    const auto code = ticketcode::decode(text);
    return code ? Result<ScannedCode>(ScannedCode{code->code.number, *code}) : fail(code.error());
}

} // namespace foyer
