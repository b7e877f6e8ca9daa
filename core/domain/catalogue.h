// What is sold and where: venues, events, ticket types, price levels. Plain values.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <QtCore/QStringList>
#include <QtCore/QTimeZone>

#include <optional>
#include <vector>

namespace foyer {

struct Venue {
    VenueId id;
    QString name;
    QTimeZone timeZone = QTimeZone::utc();
    Currency currency;
};

struct PlanSummary {
    PlanId id;
    VenueId venue;
    QString name;
    int seats = 0;
};

/// From a moment on a price level costs something else: early and late prices.
struct PriceStep {
    Instant from;
    Money price;
};

struct PriceLevel {
    PriceLevelId id;
    QString name;          ///< "full", "reduced"
    Money price;           ///< tax included; of the date, as it was read
    int taxBasisPoints = 0;///< 700 = 7 %
    Money basePrice = {};  ///< before the first step
    std::vector<PriceStep> steps = {}; ///< earliest first

    /// The price of that moment.
    Money priceAt(Instant moment) const;
};

enum class AdmissionKind { General, Seated };

struct TicketType {
    TicketTypeId id;
    int number = 0; ///< its place within the event
    QString name;
    AdmissionKind admission = AdmissionKind::General;
    int capacity = 0;       ///< general: places issued; seated: seats of its categories
    QStringList categories; ///< seated: the plan's categories it sells
    std::optional<Instant> saleFrom;
    std::optional<Instant> saleUntil;
    int maxPerOrder = 100;
    Money fee;              ///< for each ticket, on top of its price; tax included
    std::vector<PriceLevel> priceLevels; ///< never empty; the first is charged when nobody says otherwise
};

/// Which events are looked among: those that are archived, those that are not, or both.
enum class EventShelf { Live, Archived, All };

enum class EventStatus { Draft, OnSale, Paused, Cancelled };

struct Event {
    EventId id;
    int number = 0; ///< short, unique in the house
    VenueId venue;
    PlanId plan;    ///< null when nothing is numbered
    QString uid;
    QString name;
    QString description;
    Instant startsAt;
    Instant doorsAt;
    Instant endsAt;
    EventStatus status = EventStatus::Draft;
    Milliseconds reservationLifetime{15 * 60'000};
    Money orderFee; ///< once for each order with places of this event; tax included
    std::optional<Instant> archivedAt = {}; ///< read-only since then
    std::vector<TicketType> ticketTypes;

    const TicketType *type(TicketTypeId typeId) const;
    /// When the next price by date begins after this moment.
    std::optional<Instant> nextPrice(Instant after) const;
    /// The type that sells seats of this category; nullptr when none does.
    const TicketType *typeOfCategory(const QString &category) const;
};

/// The one that comes first, if there is any.
std::optional<Instant> earlier(std::optional<Instant> one, std::optional<Instant> other);

QString statusName(EventStatus status);
Result<EventStatus> statusFromName(QStringView name);

} // namespace foyer
