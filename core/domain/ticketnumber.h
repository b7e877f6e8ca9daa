// TicketNumber: the name of a ticket that people read aloud and type.
#pragma once

#include "core/base/error.h"

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <compare>
#include <optional>

namespace foyer {

class Random;

/// Nine random symbols (45 bits) and a check symbol that detects every single wrong symbol and every two symbols that
/// changed places. Being random it tells nothing about how many tickets were sold.
class TicketNumber
{
public:
    static constexpr int Length = 10;
    static constexpr int Bits = 45;

    /// Null: no ticket has this number.
    TicketNumber() = default;
    static TicketNumber make(Random &random);
    /// Accepts lower case, dashes and spaces, and the letters O and I for the digits that they are mistaken for.
    /// InvalidInput for anything else, a wrong check symbol included.
    static Result<TicketNumber> parse(QStringView text);
    /// Empty for zero and for a value of more than 45 bits.
    static std::optional<TicketNumber> fromValue(quint64 value);

    bool isNull() const { return m_value == 0; }
    /// The number without its check symbol.
    quint64 value() const { return m_value; }
    /// "ABCDE12345": as it is stored and sent.
    QString toString() const;
    /// "ABCDE-12345": as it is printed and shown.
    QString grouped() const;

    auto operator<=>(const TicketNumber &) const = default;
    friend size_t qHash(TicketNumber number, size_t seed = 0) { return qHash(number.m_value, seed); }

private:
    explicit TicketNumber(quint64 value) : m_value(value) {}
    quint64 m_value = 0;
};

} // namespace foyer

template <>
struct std::hash<foyer::TicketNumber> {
    size_t operator()(foyer::TicketNumber number) const { return qHash(number); }
};
