// Events with their ticket types, categories and price levels.
#pragma once

#include "core/domain/catalogue.h"
#include "core/storage/database.h"

#include <QtCore/QStringList>

#include <span>

namespace foyer::catalogue_store {

/// Lets one unit of work at a time change venues, plans and events: they choose the next number and look for names.
/// Selling does not wait for it.
void lock(Database &database);
int lastEventNumber(Database &database);

/// Complete events with their ids and numbers; their allotments are opened separately.
void addEvents(Database &database, std::span<const Event> events);
/// Writes name, description, times and status.
void updateEvents(Database &database, std::span<const Event> events);

struct Period {
    std::optional<Instant> from; ///< by start
    std::optional<Instant> to;   ///< exclusive
    bool withDrafts = false;
    EventShelf shelf = EventShelf::Live;
    bool latestFirst = false;
};

/// In the order of their start, at most `limit`, without their ticket types.
std::vector<Event> eventHeads(Database &database, const Period &period, qint64 limit);
/// The same by id, in any order; unknown ids are left out.
std::vector<Event> eventHeads(Database &database, std::span<const EventId> ids);
/// Reads the ticket types of all of them.
void loadTicketTypes(Database &database, std::vector<Event> &events);

std::vector<std::pair<QString, EventId>> eventsByUid(Database &database, VenueId venue, const QStringList &uids);

struct PriceOf {
    EventId event;
    Currency currency;
};

std::optional<PriceOf> priceLevel(Database &database, PriceLevelId level);
/// The base price.
void setPrice(Database &database, PriceLevelId level, Money price);
/// Base price and steps; std::nullopt when there is no such level.
std::optional<PriceLevel> prices(Database &database, PriceLevelId level);
/// These steps instead of those from `from` on and before `until`.
void setSteps(Database &database, PriceLevelId level, std::optional<Instant> from, std::optional<Instant> until, std::span<const PriceStep> steps);

struct TypeOf {
    EventId event;
    QString name;
    AdmissionKind admission;
};

std::optional<TypeOf> ticketType(Database &database, TicketTypeId type);

} // namespace foyer::catalogue_store
