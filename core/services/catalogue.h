// Catalogue: venues, seating plans, events with their ticket types and prices.
#pragma once

#include "core/domain/catalogue.h"
#include "core/domain/seatingplan.h"
#include "core/services/permission.h"

#include <span>

namespace foyer {

class Work;
class Writer;

/// What to sell at a new event. Ids and numbers are given by the catalogue.
struct NewPriceLevel {
    QString name;
    Money price;
    int taxBasisPoints = 0;
};

struct NewTicketType {
    QString name;
    std::optional<int> capacity; ///< general admission; 0 to 1,000,000,000
    QStringList categories;      ///< seated: the capacity is the number of their seats
    std::optional<Instant> saleFrom;
    std::optional<Instant> saleUntil;
    int maxPerOrder = 100;
    std::optional<Money> fee = std::nullopt; ///< for each ticket, on top of its price; none unless given
    std::vector<NewPriceLevel> priceLevels;
};

struct NewEvent {
    VenueId venue;
    PlanId plan;  ///< null: general admission only
    QString uid;  ///< empty: made from the id
    QString name;
    QString description;
    Instant startsAt;
    std::optional<Instant> doorsAt; ///< an hour before the start unless given
    std::optional<Instant> endsAt;  ///< three hours after it
    EventStatus status = EventStatus::OnSale;
    Milliseconds reservationLifetime{15 * 60'000};
    std::optional<Money> orderFee = std::nullopt; ///< once for each order; none unless given
    std::vector<NewTicketType> ticketTypes;
};

/// What may change after tickets were sold. Only what is set changes.
struct EventChange {
    EventId event;
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<Instant> startsAt;
    std::optional<Instant> doorsAt;
    std::optional<Instant> endsAt;
    std::optional<EventStatus> status;
};

/// What an import brings: changed and new events, together or not at all.
struct EventMerge {
    std::vector<NewEvent> add;
    std::vector<EventChange> change;
};

/// Why one of them would be refused.
struct MergeFault {
    bool isChange = false;
    size_t index = 0; ///< in `add` or `change`
    Error error;
};

struct EventFilter {
    std::optional<Instant> from; ///< by start
    std::optional<Instant> to;   ///< exclusive
    QString text;                ///< part of the name, any case
    bool withDrafts = false;
    int limit = 500;             ///< earliest first
    EventShelf shelf = EventShelf::Live;
    bool latestFirst = false;
};

class Catalogue
{
public:
    explicit Catalogue(Writer &writer) : m_writer(writer) {}

    Result<Venue> addVenue(const Actor &actor, const QString &name, const QTimeZone &timeZone, Currency currency);
    Result<std::vector<Venue>> venues();

    /// Stores a plan read by SeatingPlan::fromJson. A venue holds one plan of a name: InvalidInput for a second.
    Result<PlanId> addPlan(const Actor &actor, VenueId venue, const SeatingPlan &plan);
    Result<std::vector<PlanSummary>> plans();
    /// The whole plan, its seats with their ids. NotFound.
    Result<SeatingPlan> plan(PlanId plan);

    /// All or nothing. Issues the capacity of every type to the house. InvalidInput names the event and what is wrong:
    /// no ticket type may share a category with another, prices are in the venue's currency, names stand once.
    Result<std::vector<EventId>> addEvents(const Actor &actor, std::span<const NewEvent> events);
    /// The same within a unit of work of the caller's, who has asked for the permission.
    static Result<std::vector<Event>> addEvents(Work &work, std::span<const NewEvent> events);
    Result<void> changeEvents(const Actor &actor, std::span<const EventChange> changes);
    /// Every event of the merge that the two verbs above would refuse, each looked at by itself. Changes nothing.
    Result<std::vector<MergeFault>> checkMerge(const EventMerge &merge);
    /// Both in one commit.
    Result<void> mergeEvents(const Actor &actor, const EventMerge &merge);
    /// The base price: what places cost while no price of a date holds.
    Result<void> setPrice(const Actor &actor, PriceLevelId level, Money price);
    /// From a moment on, and until one if given, when what held before that moment comes back. A new price replaces those of its
    /// time. Reservations keep the price that they were made at. InvalidInput for a time that ends before it begins, NotFound.
    Result<PriceLevel> setPriceFrom(const Actor &actor, PriceLevelId level, Money price, Instant from, std::optional<Instant> until);
    /// Base price and prices by date. NotFound.
    Result<PriceLevel> prices(PriceLevelId level);
    /// Moves capacity of a general type between the unissued and the house allotment. PlacesInUse when fewer than
    /// what is held and sold would remain.
    Result<void> setCapacity(const Actor &actor, TicketTypeId type, int capacity);

    Result<std::vector<Event>> events(const EventFilter &filter);
    Result<Event> event(EventId event);
    /// To which event a ticket type belongs. NotFound.
    Result<EventId> eventOf(TicketTypeId type);
    /// Of those uids, the ones this venue knows.
    Result<std::vector<std::pair<QString, EventId>>> eventsByUid(VenueId venue, const QStringList &uids);

private:
    Writer &m_writer;
};

} // namespace foyer
