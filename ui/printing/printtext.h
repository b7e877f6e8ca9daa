// Amounts, dates and times as they stand on paper, in the language and the habits of a locale.
#pragma once

#include "core/base/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace foyer::printing {

/// "€59.00", "59,00 €", "CHF 59.00": every decimal of the currency, none lost.
QString moneyText(Money money, const QLocale &locale);
/// The number alone, for columns of one currency: "59.00".
QString amountText(Money money, const QLocale &locale);
/// 700 → "7%" or "7 %".
QString rateText(int basisPoints, const QLocale &locale);
/// "Friday, 20 November 2026"; empty for an invalid date.
QString dateText(const QDateTime &at, const QLocale &locale);
/// "19:30"; empty for an invalid time.
QString timeText(const QDateTime &at, const QLocale &locale);
/// "20/11/2026 19:22", for receipts: always four digits of the year.
QString stampText(const QDateTime &at, const QLocale &locale);

} // namespace foyer::printing
