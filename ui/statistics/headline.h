// Headline: the four numbers of a report that people look at first, and how they changed.
#pragma once

#include "core/services/statistics.h"

#include <optional>

namespace foyer {

struct Headline {
    int sold = 0;
    int reserved = 0;
    std::vector<Money> revenue; ///< one for each currency, in order of first use
    int reservations = 0;
    int completed = 0;

    static Headline of(const StatisticsReport &report);

    /// Of all reservations, how many became orders; none without a reservation.
    std::optional<double> conversion() const;
    /// "€1,234.50", several currencies one after the other.
    QString revenueText() const;
    /// "83%", or a dash.
    QString conversionText() const;
};

/// "+12 (+8%)"; without a percentage from zero.
QString changeText(qint64 now, qint64 before);
/// Only when both are in one same currency; otherwise empty.
QString revenueChangeText(const Headline &now, const Headline &before);
/// "+4 points"; empty when one of them has none.
QString conversionChangeText(const Headline &now, const Headline &before);

} // namespace foyer
