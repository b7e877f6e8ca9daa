#include "ui/statistics/headline.h"

#include "ui/format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foyer {
namespace {

QString withSign(qint64 difference, const QString &magnitude)
{
    return (difference < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + magnitude;
}

QString percent(double share)
{
    return QCoreApplication::translate("Statistics", "%1%").arg(QLocale().toString(std::llround(std::abs(share) * 100)));
}

/// "(+8%)" behind a difference.
QString relative(qint64 difference, qint64 before)
{
    if (before <= 0)
        return {};
    return QStringLiteral(" (") + withSign(difference, percent(double(difference) / double(before))) + u')';
}

} // namespace

Headline Headline::of(const StatisticsReport &report)
{
    Headline headline;
    for (const EventFigures &event : report.events) {
        headline.sold += event.sold;
        headline.reserved += event.reserved;
        auto sum = std::find_if(headline.revenue.begin(), headline.revenue.end(), [&](Money m) { return m.currency() == event.currency; });
        if (sum == headline.revenue.end())
            headline.revenue.push_back(event.revenue);
        else
            *sum += event.revenue;
    }
    headline.reservations = report.reservations;
    headline.completed = report.completed;
    return headline;
}

std::optional<double> Headline::conversion() const
{
    return reservations > 0 ? std::optional(double(completed) / reservations) : std::nullopt;
}

QString Headline::revenueText() const
{
    QStringList sums;
    for (const Money &sum : revenue)
        sums << formatMoney(sum, MoneySign::Show);
    return sums.isEmpty() ? QString(QChar(0x2013)) : sums.join(QStringLiteral(" · "));
}

QString Headline::conversionText() const
{
    return conversion() ? percent(*conversion()) : QString(QChar(0x2013));
}

QString changeText(qint64 now, qint64 before)
{
    const qint64 difference = now - before;
    if (difference == 0)
        return QCoreApplication::translate("Statistics", "as before");
    return withSign(difference, QLocale().toString(std::abs(difference))) + relative(difference, before);
}

QString revenueChangeText(const Headline &now, const Headline &before)
{
    if (now.revenue.size() != 1 || before.revenue.size() != 1 || now.revenue[0].currency() != before.revenue[0].currency())
        return {};
    const Money difference = now.revenue[0] - before.revenue[0];
    if (difference.isZero())
        return QCoreApplication::translate("Statistics", "as before");
    const Money magnitude = difference.isNegative() ? -difference : difference;
    return withSign(difference.minor(), formatMoney(magnitude)) + relative(difference.minor(), before.revenue[0].minor());
}

QString conversionChangeText(const Headline &now, const Headline &before)
{
    if (!now.conversion() || !before.conversion())
        return {};
    const qint64 points = std::llround(*now.conversion() * 100) - std::llround(*before.conversion() * 100);
    if (points == 0)
        return QCoreApplication::translate("Statistics", "as before");
    const int count = int(std::abs(points)); // a call inside translate() would keep lupdate busy for ever
    return withSign(points, QCoreApplication::translate("Statistics", "%n point(s)", nullptr, count));
}

} // namespace foyer
