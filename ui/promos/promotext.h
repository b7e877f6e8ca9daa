// Promo codes as they are shown and typed in the settings.
#pragma once

#include "core/services/promos.h"

#include <QtCore/QTimeZone>

namespace foyer {

/// "SUMMER · 10 %", and below "used 12 of 500, in 1 cart · until 24 Dec".
QString promoRowText(const PromoUse &use, Instant now);
/// "A-12 · 3 Nov, 19:30 · €18.00 less, €171.00 in all"
QString promoOrderText(const PromoOrder &order);

/// What was typed into the form.
struct TypedPromo {
    QString discount; ///< "10 %" or "5.00"
    QString uses;     ///< of all, and of each customer; empty: as often as they like
    QString each;
    QString until;    ///< the last day; empty: for ever
    bool perTicket = false;
    QString floor = {}; ///< no ticket becomes cheaper; empty: none
    QString from = {};  ///< the first day; empty: at once
    bool isAlone = false; ///< not together with other codes
    std::vector<PromoScope> scope = {};
};

/// InvalidInput.
Result<PromoTerms> readPromo(const TypedPromo &typed, Currency currency, const QTimeZone &zone);

} // namespace foyer
