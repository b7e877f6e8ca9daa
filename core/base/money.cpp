#include "core/base/money.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <numeric>

namespace foyer {

namespace {

__extension__ using Wide = __int128;

// ISO 4217 active codes by number of decimals; everything in neither short list has two.
constexpr char TwoDecimals[] =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
    "CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR "
    "IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN "
    "NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC "
    "SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWL";
constexpr char NoDecimals[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
constexpr char ThreeDecimals[] = "BHD IQD JOD KWD LYD OMR TND";

bool lists(const char *codes, QByteArrayView code)
{
    return QByteArrayView(codes).indexOf(code) % 4 == 0;
}

} // namespace

Result<Currency> Currency::fromCode(QStringView code)
{
    const QByteArray latin = code.toLatin1();
    const bool plausible = latin.size() == 3
        && std::all_of(latin.begin(), latin.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const std::array<char, 3> chars{plausible ? latin[0] : ' ', plausible ? latin[1] : ' ', plausible ? latin[2] : ' '};
    if (plausible && lists(TwoDecimals, latin))
        return Currency(chars, 2);
    if (plausible && lists(NoDecimals, latin))
        return Currency(chars, 0);
    if (plausible && lists(ThreeDecimals, latin))
        return Currency(chars, 3);
    return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "\"%1\" is not a currency").arg(code.left(40))});
}

qint64 Currency::minorPerMajor() const
{
    qint64 n = 1;
    for (int i = 0; i < m_decimals; ++i)
        n *= 10;
    return n;
}

Result<Money> Money::parse(QStringView text, Currency currency)
{
    const auto invalid = [&](const QString &why) { return fail(ErrorCode::InvalidInput, {why.arg(text.left(40))}); };
    QStringView rest = text.trimmed();
    const bool negative = rest.startsWith(QLatin1Char('-'));
    if (negative)
        rest = rest.mid(1);
    const qsizetype point = rest.indexOf(QLatin1Char('.'));
    const QStringView whole = point < 0 ? rest : rest.left(point);
    QString fraction = point < 0 ? QString() : rest.mid(point + 1).toString();
    const auto digitsOnly = [](QStringView s) {
        return std::all_of(s.begin(), s.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    };
    if (whole.isEmpty() || (point >= 0 && fraction.isEmpty()) || !digitsOnly(whole) || !digitsOnly(fraction))
        return invalid(QCoreApplication::translate("Input", "\"%1\" is not an amount"));
    if (fraction.size() > currency.decimals())
        return invalid(QCoreApplication::translate("Input", "\"%1\" has more decimals than the currency"));
    if (whole.size() > 15)
        return invalid(QCoreApplication::translate("Input", "\"%1\" is too large an amount"));
    fraction = fraction.leftJustified(currency.decimals(), QLatin1Char('0'));
    const qint64 minor = whole.toLongLong() * currency.minorPerMajor() + (fraction.isEmpty() ? 0 : fraction.toLongLong());
    if (minor > MaxMinor)
        return invalid(QCoreApplication::translate("Input", "\"%1\" is too large an amount"));
    return Money(negative ? -minor : minor, currency);
}

QString Money::toString() const
{
    const int decimals = m_currency.decimals();
    QString digits = QString::number(m_minor < 0 ? -m_minor : m_minor).rightJustified(decimals + 1, QLatin1Char('0'));
    if (decimals > 0)
        digits.insert(digits.size() - decimals, QLatin1Char('.'));
    return m_minor < 0 ? QLatin1Char('-') + digits : digits;
}

Money Money::operator+(Money other) const
{
    qint64 sum = 0;
    if (m_currency != other.m_currency || __builtin_add_overflow(m_minor, other.m_minor, &sum))
        qFatal("money of two currencies, or too much of it, was added");
    return {sum, m_currency};
}

Money Money::operator-(Money other) const
{
    return *this + (-other);
}

Money Money::operator*(qint64 count) const
{
    qint64 product = 0;
    if (__builtin_mul_overflow(m_minor, count, &product))
        qFatal("money overflowed in a multiplication");
    return {product, m_currency};
}

std::strong_ordering Money::operator<=>(const Money &other) const
{
    if (m_currency != other.m_currency)
        qFatal("money of two currencies was compared");
    return m_minor <=> other.m_minor;
}

Money taxContained(Money gross, int rateBasisPoints)
{
    // tax = gross * rate / (1 + rate); doubled so that the half can be added in integers.
    const Wide numerator = Wide(gross.minor() < 0 ? -gross.minor() : gross.minor()) * rateBasisPoints;
    const Wide denominator = 10'000 + rateBasisPoints;
    const auto tax = qint64((2 * numerator + denominator) / (2 * denominator));
    return {gross.isNegative() ? -tax : tax, gross.currency()};
}

std::vector<Money> shareOut(Money total, std::span<const qint64> weights)
{
    const Wide sum = std::accumulate(weights.begin(), weights.end(), Wide(0));
    Q_ASSERT(sum > 0 || total.isZero());
    const qint64 magnitude = total.isNegative() ? -total.minor() : total.minor();
    std::vector<qint64> parts(weights.size(), 0);
    std::vector<std::pair<Wide, size_t>> remainders;
    qint64 given = 0;
    for (size_t i = 0; sum > 0 && i < weights.size(); ++i) {
        const Wide product = Wide(magnitude) * weights[i];
        parts[i] = qint64(product / sum);
        remainders.emplace_back(product % sum, i);
        given += parts[i];
    }
    std::stable_sort(remainders.begin(), remainders.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (size_t i = 0; given < magnitude; ++i, ++given)
        ++parts[remainders[i].second];

    std::vector<Money> out;
    out.reserve(parts.size());
    for (const qint64 part : parts)
        out.emplace_back(total.isNegative() ? -part : part, total.currency());
    return out;
}

} // namespace foyer
