#include "core/domain/ticketnumber.h"

#include "core/base/random.h"
#include "core/domain/symbols.h"

#include <QtCore/QCoreApplication>

namespace foyer {

namespace {

constexpr int DataSymbols = TicketNumber::Length - 1;
constexpr int GroupSize = 5;

tl::unexpected<Error> notANumber(const QString &why, QStringView text)
{
    return fail(ErrorCode::InvalidInput, {why.arg(text.left(40))});
}

} // namespace

TicketNumber TicketNumber::make(Random &random)
{
    quint64 value = 0;
    while (value == 0) {
        for (const char byte : random.bytes(6))
            value = value << 8 | quint8(byte);
        value &= (1ULL << Bits) - 1;
    }
    return TicketNumber(value);
}

Result<TicketNumber> TicketNumber::parse(QStringView text)
{
    const QString symbolsOnly = symbols::cleaned(text.left(100));
    quint64 value = 0;
    for (const QChar c : symbolsOnly) {
        const int five = symbols::value(c);
        if (five < 0 || symbolsOnly.size() != Length)
            return notANumber(QCoreApplication::translate("Input", "\"%1\" is not a ticket number"), text);
        value = value << 5 | quint64(five);
    }
    const std::optional<TicketNumber> number = fromValue(value >> 5);
    if (!number)
        return notANumber(QCoreApplication::translate("Input", "\"%1\" is not a ticket number"), text);
    if (symbols::remainder(symbolsOnly) != 0)
        return notANumber(QCoreApplication::translate("Input", "the ticket number \"%1\" has a mistake in it"), text);
    return *number;
}

std::optional<TicketNumber> TicketNumber::fromValue(quint64 value)
{
    return value > 0 && value >> Bits == 0 ? std::optional(TicketNumber(value)) : std::nullopt;
}

QString TicketNumber::toString() const
{
    QString text;
    for (int i = DataSymbols - 1; i >= 0; --i)
        text += symbols::symbol(int(m_value >> (5 * i) & 31));
    return symbols::withCheck(text);
}

QString TicketNumber::grouped() const
{
    return toString().insert(GroupSize, QLatin1Char('-'));
}

} // namespace foyer
