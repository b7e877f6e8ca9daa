#include "ui/printing/printtext.h"

#include <QtCore/QCoreApplication>

namespace foyer::printing {

namespace {

constexpr QChar NoBreakSpace(0x00a0);

qint64 magnitude(Money money)
{
    return money.isNegative() ? -money.minor() : money.minor();
}

QString digits(qint64 minor, int decimals, qint64 minorPerMajor, const QLocale &locale)
{
    QString text = locale.toString(minor / minorPerMajor);
    if (decimals == 0)
        return text;
    const QString fraction = QString::number(minor % minorPerMajor).rightJustified(decimals, QLatin1Char('0'));
    text += locale.decimalPoint();
    // Digit by digit, because a locale's own digits need not be 0 to 9.
    for (const QChar c : fraction)
        text += locale.toString(c.digitValue());
    return text;
}

QString currencySign(const Currency &currency)
{
    const QString code = currency.code();
    if (code == QLatin1String("EUR"))
        return QStringLiteral("€");
    if (code == QLatin1String("GBP"))
        return QStringLiteral("£");
    return code;
}

} // namespace

QString amountText(Money money, const QLocale &locale)
{
    const Currency currency = money.currency();
    const QString text = digits(magnitude(money), currency.decimals(), currency.minorPerMajor(), locale);
    return money.isNegative() ? locale.negativeSign() + text : text;
}

QString moneyText(Money money, const QLocale &locale)
{
    // The locale says where the currency goes, around a one that stands for the amount.
    const QString sign = currencySign(money.currency());
    QString text = locale.toCurrencyString(1LL, sign);
    text.replace(locale.toString(1), amountText(Money(magnitude(money), money.currency()), locale));
    if (sign.size() > 1 && text.startsWith(sign) && text.at(sign.size()).isDigit())
        text.insert(sign.size(), NoBreakSpace);
    text.replace(QLatin1Char(' '), NoBreakSpace);
    // A minus, not the brackets of accountants, which some locales would give.
    return money.isNegative() ? locale.negativeSign() + text : text;
}

QString rateText(int basisPoints, const QLocale &locale)
{
    QString number = locale.toString(basisPoints / 100);
    if (basisPoints % 100 != 0) {
        number += locale.decimalPoint() + locale.toString(basisPoints % 100 / 10);
        if (basisPoints % 10 != 0)
            number += locale.toString(basisPoints % 10);
    }
    return QCoreApplication::translate("Print", "%1%", "a tax rate").arg(number);
}

QString dateText(const QDateTime &at, const QLocale &locale)
{
    return at.isValid() ? locale.toString(at.date(), QLocale::LongFormat) : QString();
}

QString timeText(const QDateTime &at, const QLocale &locale)
{
    return at.isValid() ? locale.toString(at.time(), QLocale::ShortFormat) : QString();
}

QString stampText(const QDateTime &at, const QLocale &locale)
{
    if (!at.isValid())
        return {};
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return locale.toString(at.date(), format) + QLatin1Char(' ') + timeText(at, locale);
}

} // namespace foyer::printing
