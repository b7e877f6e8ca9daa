// EventRules: what an event must be before it is stored. Each refusal names the event and what is wrong with it.
#pragma once

#include "core/services/catalogue.h"

#include <QtCore/QHash>

namespace foyer {

/// The venues and plans that events may name.
struct House {
    struct Plan {
        VenueId venue;
        QHash<QString, int> seats; ///< by category
    };

    QHash<VenueId, Venue> venues;
    QHash<PlanId, Plan> plans;
};

namespace eventrules {

inline constexpr int MaxNameLength = 200;
inline constexpr int MaxDescriptionLength = 20'000;
inline constexpr int MaxCapacity = 1'000'000'000;
inline constexpr int MaxTicketTypes = 1'000;
inline constexpr int MaxPriceLevels = 100;

/// Not blank, of one line, at most MaxNameLength long.
bool isName(const QString &text);

/// The event as it will be stored, with times and capacities filled in, but without ids and numbers. InvalidInput.
Result<Event> checked(const NewEvent &event, const House &house);

/// Texts and the order of times: all that a change can break. InvalidInput.
Result<void> checkTexts(const Event &event);
Result<void> checkTimes(const Event &event);
/// Zero to Money::MaxMinor, in the expected currency; `what` begins the sentence. InvalidInput.
Result<void> checkPrice(Money price, Currency expected, const QString &what);

} // namespace eventrules

} // namespace foyer
