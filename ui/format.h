// Money and dates as people read them in a language and country.
#pragma once

#include "core/base/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace foyer {

enum class MoneySign {
    None, ///< "1,234.50": columns where the currency is known
    Show, ///< "€1,234.50" or "1.234,50 €"
};

QString formatMoney(Money money, MoneySign sign = MoneySign::None, const QLocale &locale = QLocale());
/// "19:30" or "7:30 PM"
QString formatTime(QTime time, const QLocale &locale = QLocale());
/// "Today", "Tomorrow", "Yesterday", "Fri 20 Nov", with the year when it is not that of `today`.
QString formatDay(QDate day, QDate today, const QLocale &locale = QLocale());
/// "Fri 20 Nov 19:22"
QString formatMoment(const QDateTime &moment, const QLocale &locale = QLocale());
/// "13:42"; what is left is rounded up, so that 0:00 means over. Never negative.
QString formatCountdown(std::chrono::milliseconds left);

} // namespace foyer
