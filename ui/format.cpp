#include "ui/format.h"

#include <QtCore/QCoreApplication>

namespace foyer {
namespace {

QString symbolOf(Currency currency, const QLocale &locale)
{
    if (locale.currencySymbol(QLocale::CurrencyIsoCode) == currency.code())
        return locale.currencySymbol();
    static const QHash<QString, QString> symbols{
        {QStringLiteral("EUR"), QStringLiteral("€")}, {QStringLiteral("GBP"), QStringLiteral("£")},
        {QStringLiteral("JPY"), QStringLiteral("¥")}, {QStringLiteral("KRW"), QStringLiteral("₩")},
    };
    return symbols.value(currency.code(), currency.code());
}

QString unsignedDigits(Money money, const QLocale &locale)
{
    const qint64 perMajor = money.currency().minorPerMajor();
    const qint64 minor = qAbs(money.minor());
    QString text = locale.toString(qlonglong(minor / perMajor));
    if (money.currency().decimals() > 0) {
        QLocale plain = locale;
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        text += locale.decimalPoint()
            + plain.toString(qlonglong(perMajor + minor % perMajor)).mid(1);
    }
    return text;
}

/// Where the country puts the sign, learnt from how it writes one unit.
QString withSymbol(const QString &digits, Currency currency, const QLocale &locale)
{
    const QString symbol = symbolOf(currency, locale);
    const QString sample = locale.toCurrencyString(1.0, symbol, 0);
    const qsizetype at = sample.indexOf(locale.toString(1));
    if (at < 0)
        return symbol + u' ' + digits;
    const QString before = sample.left(at);
    // A code of letters must not run into the figure.
    const bool gap = !before.isEmpty() && before.back().isLetter();
    return before + (gap ? QString(QChar::Nbsp) : QString()) + digits + sample.mid(at + 1);
}

} // namespace

QString formatMoney(Money money, MoneySign sign, const QLocale &locale)
{
    QString text = unsignedDigits(money, locale);
    if (sign == MoneySign::Show)
        text = withSymbol(text, money.currency(), locale);
    return money.isNegative() ? QChar(0x2212) + text : text;
}

QString formatTime(QTime time, const QLocale &locale)
{
    // The C locale, of a machine that was never told its country, would write seconds.
    return locale.language() == QLocale::C ? time.toString(QStringLiteral("HH:mm")) : locale.toString(time, QLocale::ShortFormat);
}

QString formatDay(QDate day, QDate today, const QLocale &locale)
{
    if (day == today)
        return QCoreApplication::translate("Format", "Today");
    if (day == today.addDays(1))
        return QCoreApplication::translate("Format", "Tomorrow");
    if (day == today.addDays(-1))
        return QCoreApplication::translate("Format", "Yesterday");
    //: Pattern of a date: ddd weekday, d day, MMM month, yyyy year
    const QString pattern = day.year() == today.year() ? QCoreApplication::translate("Format", "ddd d MMM")
                                                       : QCoreApplication::translate("Format", "ddd d MMM yyyy");
    return locale.toString(day, pattern);
}

QString formatMoment(const QDateTime &moment, const QLocale &locale)
{
    return locale.toString(moment.date(), QCoreApplication::translate("Format", "ddd d MMM")) + QStringLiteral("  ")
        + formatTime(moment.time(), locale);
}

QString formatCountdown(std::chrono::milliseconds left)
{
    const qint64 seconds = qMax<qint64>(0, (left.count() + 999) / 1000);
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace foyer
