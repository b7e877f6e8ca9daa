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
    // The locale says where sign and symbol go, around a one that stands for the amount.
    const QString sign = currencySign(money.currency());
    const QString one = locale.toString(1);
    QString text = locale.toCurrencyString(money.isNegative() ? -1LL : 1LL, sign);
    const Money amount(magnitude(money), money.currency());
    text.replace(one, amountText(amount, locale));
    if (sign.size() > 1) {
        const qsizetype after = text.indexOf(sign) + sign.size();
        if (after < text.size() && text.at(after).isDigit())
            text.insert(after, NoBreakSpace);
    }
    return text.replace(QLatin1Char(' '), NoBreakSpace);
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
    return at.isValid() ? locale.toString(at.date(), QLocale::ShortFormat) + QLatin1Char(' ') + timeText(at, locale)
                        : QString();
}

} // namespace foyer::printing
