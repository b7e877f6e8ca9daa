#include "core/services/catalogue.h"

#include "core/domain/inputtext.h"
#include "core/services/archiverules.h"
#include "core/services/eventrules.h"
#include "core/storage/allotment_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/plan_store.h"
#include "core/storage/writer.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>
#include <limits>

namespace foyer {

namespace {

tl::unexpected<Error> invalid(const QString &what)
{
    return fail(ErrorCode::InvalidInput, {what});
}

House houseOf(Database &database, std::span<const NewEvent> events)
{
    House house;
    for (const Venue &venue : plan_store::venues(database))
        house.venues.insert(venue.id, venue);
    QSet<PlanId> plans;
    for (const NewEvent &event : events) {
        if (!event.plan.isNull())
            plans.insert(event.plan);
    }
    for (const auto &size : plan_store::categorySizes(database, {plans.begin(), plans.end()})) {
        House::Plan &plan = house.plans[size.plan];
        plan.venue = size.venue;
        plan.seats.insert(size.category, size.seats);
    }
    return house;
}

/// A calendar's id stands once in its venue, among these events and those that are stored.
Result<void> checkUids(Database &database, const std::vector<Event> &events)
{
    QHash<VenueId, QStringList> uids;
    QSet<std::pair<VenueId, QString>> seen;
    const auto twice = [](const QString &uid) { return invalid(translate("Input", "there are two events with the calendar id \"%1\"").arg(uid)); };
    for (const Event &event : events) {
        if (seen.contains({event.venue, event.uid}))
            return twice(event.uid);
        seen.insert({event.venue, event.uid});
        uids[event.venue].append(event.uid);
    }
    for (auto it = uids.cbegin(); it != uids.cend(); ++it) {
        const auto stored = catalogue_store::eventsByUid(database, it.key(), it.value());
        if (!stored.empty())
            return twice(stored.front().first);
    }
    return {};
}

Result<std::vector<Event>> prepared(Work &work, std::span<const NewEvent> wanted)
{
    const House house = houseOf(work.db(), wanted);
    std::vector<Event> events;
    events.reserve(wanted.size());
    int number = catalogue_store::lastEventNumber(work.db());
    for (const NewEvent &one : wanted) {
        auto event = eventrules::checked(one, house);
        if (!event)
            return fail(event.error());
        event->id = work.ids().make<EventId>();
        event->number = ++number;
        if (event->uid.isEmpty())
            event->uid = event->id.toString();
        for (TicketType &type : event->ticketTypes) {
            type.id = work.ids().make<TicketTypeId>();
            for (PriceLevel &level : type.priceLevels)
                level.id = work.ids().make<PriceLevelId>();
        }
        events.push_back(std::move(*event));
    }
    if (const auto unique = checkUids(work.db(), events); !unique)
        return fail(unique.error());
    return events;
}

void moveAndTell(Work &work, std::span<const allotment_store::Move> moves)
{
    allotment_store::move(work.db(), moves, work.chain(), work.seq());
    for (const auto &move : moves) {
        work.fact("allotment.moved", {{QStringLiteral("id"), move.id.toString()}, {QStringLiteral("from"), move.from.toString()},
                                      {QStringLiteral("to"), move.to.toString()}, {QStringLiteral("n"), move.n}});
    }
}

/// Opens the allotments of every type and moves its capacity to the house.
void issue(Work &work, const std::vector<Event> &events)
{
    std::vector<allotment_store::Opening> openings;
    std::vector<allotment_store::Move> moves;
    for (const Event &event : events) {
        for (const TicketType &type : event.ticketTypes) {
            const auto unissued = work.ids().make<AllotmentId>();
            const auto house = work.ids().make<AllotmentId>();
            openings.push_back({type.id, unissued, house});
            if (type.capacity > 0)
                moves.push_back({work.ids().make<MoveId>(), unissued, house, type.capacity});
        }
    }
    allotment_store::open(work.db(), openings);
    moveAndTell(work, moves);
}

/// The accounts that selling these events needs, so that no sale has to open one.
void openAccounts(Work &work, const std::vector<Event> &events)
{
    using ledger_store::AccountKind;
    QHash<VenueId, Currency> currencies;
    for (const Venue &venue : plan_store::venues(work.db()))
        currencies.insert(venue.id, venue.currency);
    QSet<QString> used;
    std::vector<ledger_store::AccountKey> keys;
    for (const Event &event : events) {
        const Currency currency = currencies.value(event.venue);
        keys.push_back({AccountKind::Revenue, event.id.uuid(), currency});
        const bool hasFees = event.orderFee.isPositive()
            || std::any_of(event.ticketTypes.begin(), event.ticketTypes.end(), [](const TicketType &type) { return type.fee.isPositive(); });
        if (hasFees)
            keys.push_back({AccountKind::Fee, event.id.uuid(), currency});
        if (used.contains(currency.code()))
            continue;
        used.insert(currency.code());
        for (const AccountKind kind : {AccountKind::OrderClearing, AccountKind::CardClearing, AccountKind::Tax})
            keys.push_back({kind, QUuid(), currency});
    }
    ledger_store::ensureAccounts(work.db(), work.ids(), keys);
}

QJsonObject addedFact(const Event &event)
{
    QJsonArray types;
    for (const TicketType &type : event.ticketTypes) {
        QJsonArray levels;
        for (const PriceLevel &level : type.priceLevels)
            levels.append(QJsonArray{level.id.toString(), level.price.minor(), level.price.currency().code(), level.taxBasisPoints});
        types.append(QJsonObject{{QStringLiteral("id"), type.id.toString()}, {QStringLiteral("number"), type.number},
                                 {QStringLiteral("name"), type.name}, {QStringLiteral("capacity"), type.capacity},
                                 {QStringLiteral("fee"), type.fee.minor()}, {QStringLiteral("prices"), levels}});
    }
    QJsonObject fact{{QStringLiteral("event"), event.id.toString()}, {QStringLiteral("number"), event.number},
                     {QStringLiteral("venue"), event.venue.toString()}, {QStringLiteral("name"), event.name},
                     {QStringLiteral("starts_at"), event.startsAt.ms}, {QStringLiteral("status"), statusName(event.status)},
                     {QStringLiteral("order_fee"), event.orderFee.minor()}, {QStringLiteral("types"), types}};
    if (!event.plan.isNull())
        fact.insert(QStringLiteral("plan"), event.plan.toString());
    return fact;
}

void apply(const EventChange &change, Event &event)
{
    event.name = change.name ? change.name->trimmed() : event.name;
    event.description = change.description.value_or(event.description);
    event.startsAt = change.startsAt.value_or(event.startsAt);
    event.doorsAt = change.doorsAt.value_or(event.doorsAt);
    event.endsAt = change.endsAt.value_or(event.endsAt);
    event.status = change.status.value_or(event.status);
}

QJsonObject changedFact(const EventChange &change, const Event &event)
{
    QJsonObject fact{{QStringLiteral("event"), event.id.toString()}};
    if (change.name)
        fact.insert(QStringLiteral("name"), event.name);
    if (change.startsAt)
        fact.insert(QStringLiteral("starts_at"), event.startsAt.ms);
    if (change.doorsAt)
        fact.insert(QStringLiteral("doors_at"), event.doorsAt.ms);
    if (change.endsAt)
        fact.insert(QStringLiteral("ends_at"), event.endsAt.ms);
    if (change.status)
        fact.insert(QStringLiteral("status"), statusName(event.status));
    return fact;
}

Result<void> checkChanged(const Event &event)
{
    const auto texts = eventrules::checkTexts(event);
    return texts ? eventrules::checkTimes(event) : texts;
}

/// The events to change, each once, with the changes applied in the order given.
Result<std::vector<Event>> changed(Database &database, std::span<const EventChange> changes)
{
    QSet<EventId> ids;
    for (const EventChange &change : changes)
        ids.insert(change.event);
    auto events = catalogue_store::eventHeads(database, std::vector<EventId>(ids.begin(), ids.end()));
    QHash<EventId, size_t> places;
    for (size_t i = 0; i < events.size(); ++i)
        places.insert(events[i].id, i);
    for (const EventChange &change : changes) {
        if (!places.contains(change.event))
            return fail(ErrorCode::NotFound, {translate("Input", "the event to change")});
        if (const Event &event = events[places.value(change.event)]; event.archivedAt)
            return fail(ErrorCode::EventArchived, {event.name});
        apply(change, events[places.value(change.event)]);
    }
    for (const Event &event : events)
        if (const auto checked = checkChanged(event); !checked)
            return fail(checked.error());
    return events;
}

Result<std::vector<EventId>> writeEvents(Work &work, std::span<const NewEvent> wanted)
{
    const auto events = Catalogue::addEvents(work, wanted);
    if (!events)
        return fail(events.error());
    std::vector<EventId> ids;
    for (const Event &event : *events)
        ids.push_back(event.id);
    return ids;
}

Result<void> change(Work &work, std::span<const EventChange> changes)
{
    const auto events = changed(work.db(), changes);
    if (!events)
        return fail(events.error());
    catalogue_store::updateEvents(work.db(), *events);
    QHash<EventId, const Event *> byId;
    for (const Event &event : *events)
        byId.insert(event.id, &event);
    for (const EventChange &one : changes)
        work.fact("event.changed", changedFact(one, *byId.value(one.event)));
    return {};
}

} // namespace

Result<Venue> Catalogue::addVenue(const Actor &actor, const QString &name, const QTimeZone &timeZone, Currency currency)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    if (!eventrules::isName(name))
        return invalid(translate("Input", "a venue needs a name of one line"));
    if (!timeZone.isValid())
        return invalid(translate("Input", "the venue \"%1\" needs a time zone such as Europe/Berlin").arg(name));
    return m_writer.write([&](Work &work) -> Result<Venue> {
        catalogue_store::lock(work.db());
        const Venue venue{work.ids().make<VenueId>(), name.trimmed(), timeZone, currency};
        if (plan_store::hasVenue(work.db(), venue.name))
            return invalid(translate("Input", "there is already a venue named \"%1\"").arg(venue.name));
        plan_store::addVenue(work.db(), venue);
        work.fact("venue.added", {{QStringLiteral("venue"), venue.id.toString()}, {QStringLiteral("name"), venue.name},
                                  {QStringLiteral("currency"), currency.code()}});
        return venue;
    });
}

Result<std::vector<Venue>> Catalogue::venues()
{
    return m_writer.read([](Database &db) { return plan_store::venues(db); });
}

Result<PlanId> Catalogue::addPlan(const Actor &actor, VenueId venue, const SeatingPlan &plan)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<PlanId> {
        catalogue_store::lock(work.db());
        const auto venues = plan_store::venues(work.db());
        if (std::none_of(venues.begin(), venues.end(), [&](const Venue &v) { return v.id == venue; }))
            return fail(ErrorCode::NotFound, {translate("Input", "the venue of the plan \"%1\"").arg(plan.name)});
        if (plan_store::hasPlan(work.db(), venue, plan.name))
            return invalid(translate("Input", "the venue already has a seating plan named \"%1\"").arg(plan.name));
        SeatingPlan stored = plan;
        stored.id = work.ids().make<PlanId>();
        for (PlanSeat &seat : stored.seats)
            seat.id = work.ids().make<SeatId>();
        plan_store::addPlan(work.db(), venue, stored);
        work.fact("plan.added", {{QStringLiteral("plan"), stored.id.toString()}, {QStringLiteral("venue"), venue.toString()},
                                 {QStringLiteral("name"), stored.name}, {QStringLiteral("seats"), qint64(stored.seats.size())},
                                 {QStringLiteral("document_sha256"), QString::fromLatin1(crypto::sha256(stored.document).toHex())}});
        return stored.id;
    });
}

Result<std::vector<PlanSummary>> Catalogue::plans()
{
    return m_writer.read([](Database &db) { return plan_store::plans(db); });
}

Result<SeatingPlan> Catalogue::plan(PlanId plan)
{
    const auto stored = m_writer.read([&](Database &db) { return plan_store::plan(db, plan); });
    if (!stored)
        return fail(stored.error());
    if (!*stored)
        return fail(ErrorCode::NotFound, {translate("Input", "the seating plan")});
    auto read = SeatingPlan::fromJson((*stored)->document);
    if (!read || read->seats.size() != (*stored)->seats.size())
        return fail(ErrorCode::Internal, {}, QStringLiteral("the stored plan %1 does not match its seats").arg(plan.toString()));
    read->id = plan;
    for (size_t i = 0; i < read->seats.size(); ++i)
        read->seats[i].id = (*stored)->seats[i];
    return read;
}

Result<std::vector<EventId>> Catalogue::addEvents(const Actor &actor, std::span<const NewEvent> wanted)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<std::vector<EventId>> {
        catalogue_store::lock(work.db());
        return writeEvents(work, wanted);
    });
}

Result<std::vector<Event>> Catalogue::addEvents(Work &work, std::span<const NewEvent> wanted)
{
    catalogue_store::lock(work.db());
    auto events = prepared(work, wanted);
    if (!events)
        return events;
    catalogue_store::addEvents(work.db(), *events);
    openAccounts(work, *events);
    for (const Event &event : *events)
        work.fact("event.added", addedFact(event));
    issue(work, *events);
    return events;
}

Result<void> Catalogue::changeEvents(const Actor &actor, std::span<const EventChange> changes)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        catalogue_store::lock(work.db());
        return change(work, changes);
    });
}

Result<std::vector<MergeFault>> Catalogue::checkMerge(const EventMerge &merge)
{
    return m_writer.read([&](Database &db) {
        std::vector<MergeFault> faults;
        const House house = houseOf(db, merge.add);
        for (size_t i = 0; i < merge.add.size(); ++i)
            if (const auto checked = eventrules::checked(merge.add[i], house); !checked)
                faults.push_back({false, i, checked.error()});
        std::vector<EventId> ids;
        for (const EventChange &change : merge.change)
            ids.push_back(change.event);
        QHash<EventId, Event> stored;
        for (Event &event : catalogue_store::eventHeads(db, ids))
            stored.insert(event.id, std::move(event));
        for (size_t i = 0; i < merge.change.size(); ++i) {
            Event event = stored.value(merge.change[i].event);
            if (event.archivedAt) {
                faults.push_back({true, i, Error{ErrorCode::EventArchived, {event.name}, {}}});
                continue;
            }
            apply(merge.change[i], event);
            if (const auto checked = checkChanged(event); !checked)
                faults.push_back({true, i, checked.error()});
        }
        return faults;
    });
}

Result<void> Catalogue::mergeEvents(const Actor &actor, const EventMerge &merge)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        catalogue_store::lock(work.db());
        if (const auto changed = change(work, merge.change); !changed)
            return changed;
        const auto added = writeEvents(work, merge.add);
        return added ? Result<void>() : fail(added.error());
    });
}

Result<void> Catalogue::setCapacity(const Actor &actor, TicketTypeId type, int capacity)
{
    if (const auto allowed = require(actor, Permission::ManageCatalogue); !allowed)
        return allowed;
    if (capacity < 0 || capacity > eventrules::MaxCapacity)
        return invalid(translate("Input", "a capacity is between 0 and %1").arg(eventrules::MaxCapacity));
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto found = catalogue_store::ticketType(work.db(), type);
        if (!found)
            return fail(ErrorCode::NotFound, {translate("Input", "the ticket type to change")});
        if (const auto live = archiverules::mayChange(work.db(), std::array{found->event}); !live)
            return live;
        if (found->admission == AdmissionKind::Seated)
            return invalid(translate("Input", "the capacity of \"%1\" is the number of its seats").arg(found->name));
        const auto house = allotment_store::lockHouse(work.db(), type);
        if (!house)
            return fail(ErrorCode::Internal, {}, QStringLiteral("ticket type %1 has no allotments").arg(type.toString()));
        const int more = capacity - house->issued;
        const int free = house->capacity - house->taken;
        if (-more > free)
            return fail(ErrorCode::PlacesInUse, {QString::number(house->issued - free)});
        const auto [unissued, own] = std::pair(house->allotments.unissued, house->allotments.house);
        const allotment_store::Move move{work.ids().make<MoveId>(), more > 0 ? unissued : own, more > 0 ? own : unissued, std::abs(more)};
        if (more != 0)
            moveAndTell(work, std::span(&move, 1));
        return {};
    });
}

Result<EventId> Catalogue::eventOf(TicketTypeId type)
{
    return m_writer.read([&](Database &db) -> Result<EventId> {
        const auto found = catalogue_store::ticketType(db, type);
        return found ? Result<EventId>(found->event) : fail(ErrorCode::NotFound, {translate("Input", "this ticket type")});
    });
}

Result<std::vector<Event>> Catalogue::events(const EventFilter &filter)
{
    return m_writer.read([&](Database &db) {
        // Which letters are the same in another case is not known to every database, so names are compared here.
        const qint64 limit = std::max(filter.limit, 0);
        const qint64 toRead = filter.text.isEmpty() ? limit : std::numeric_limits<qint64>::max();
        auto events = catalogue_store::eventHeads(db, {filter.from, filter.to, filter.withDrafts, filter.shelf, filter.latestFirst}, toRead);
        std::erase_if(events, [&](const Event &event) { return !event.name.contains(filter.text, Qt::CaseInsensitive); });
        if (events.size() > size_t(limit))
            events.erase(events.begin() + limit, events.end());
        catalogue_store::loadTicketTypes(db, events);
        return events;
    });
}

Result<Event> Catalogue::event(EventId event)
{
    return m_writer.read([&](Database &db) -> Result<Event> {
        auto found = catalogue_store::eventHeads(db, std::span(&event, 1));
        if (found.empty())
            return fail(ErrorCode::NotFound, {translate("Input", "the event")});
        catalogue_store::loadTicketTypes(db, found);
        return std::move(found.front());
    });
}

Result<std::vector<std::pair<QString, EventId>>> Catalogue::eventsByUid(VenueId venue, const QStringList &uids)
{
    return m_writer.read([&](Database &db) { return catalogue_store::eventsByUid(db, venue, uids); });
}

} // namespace foyer
