// Money and Currency: whole minor units of one ISO 4217 currency. No floating point anywhere.
#pragma once

#include "core/base/error.h"

#include <QtCore/QString>

#include <array>
#include <compare>
#include <span>
#include <vector>

namespace foyer {

/// An ISO 4217 currency with the number of decimals the standard gives it.
class Currency
{
public:
    /// Euro.
    Currency() = default;
    /// InvalidInput when the code is not a currency of ISO 4217.
    static Result<Currency> fromCode(QStringView code);

    QString code() const { return QString::fromLatin1(m_code.data(), 3); }
    /// 0 (JPY) to 3 (KWD).
    int decimals() const { return m_decimals; }
    /// Minor units in one major unit: 1, 10, 100 or 1000.
    qint64 minorPerMajor() const;

    bool operator==(const Currency &) const = default;

private:
    Currency(std::array<char, 3> code, int decimals) : m_code(code), m_decimals(decimals) {}
    std::array<char, 3> m_code{'E', 'U', 'R'};
    int m_decimals = 2;
};

/// An amount in minor units. May be negative (a difference); prices and payments never are.
/// Adding two currencies is a bug and aborts; so does overflow, which the limits below keep out of reach.
class Money
{
public:
    /// Largest magnitude that parse() accepts: ten thousand million major units of a two-decimal currency.
    static constexpr qint64 MaxMinor = 1'000'000'000'000;

    Money() = default;
    Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}
    static Money zero(Currency currency) { return {0, currency}; }
    /// "59", "59.5", "59.00", "-1.20". InvalidInput for anything else, for more decimals than the currency
    /// has and beyond MaxMinor. The point is the decimal sign whatever the language: this is for files and interfaces.
    static Result<Money> parse(QStringView text, Currency currency);

    qint64 minor() const { return m_minor; }
    Currency currency() const { return m_currency; }
    bool isZero() const { return m_minor == 0; }
    bool isPositive() const { return m_minor > 0; }
    bool isNegative() const { return m_minor < 0; }

    /// "59.00": all decimals of the currency, no grouping, no currency sign.
    QString toString() const;

    Money operator+(Money other) const;
    Money operator-(Money other) const;
    Money operator-() const { return {-m_minor, m_currency}; }
    Money operator*(qint64 count) const;
    Money &operator+=(Money other) { return *this = *this + other; }
    Money &operator-=(Money other) { return *this = *this - other; }
    std::strong_ordering operator<=>(const Money &other) const;
    bool operator==(const Money &other) const = default;

private:
    qint64 m_minor = 0;
    Currency m_currency;
};

/// The tax contained in a gross amount, rounded half away from zero. rate in hundredths of a percent (700 = 7 %).
Money taxContained(Money gross, int rateBasisPoints);

/// Splits `total` in proportion to `weights` (none negative, sum > 0 unless total is zero) so that the parts add up
/// to it exactly; odd minor units go to the largest remainders, earliest first.
std::vector<Money> shareOut(Money total, std::span<const qint64> weights);

} // namespace foyer
