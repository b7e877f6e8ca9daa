// Venues, seating plans and their seats.
#pragma once

#include "core/domain/catalogue.h"
#include "core/domain/seatingplan.h"
#include "core/storage/database.h"

#include <QtCore/QHash>

namespace foyer::plan_store {

void addVenue(Database &database, const Venue &venue);
/// By name.
std::vector<Venue> venues(Database &database);
bool hasVenue(Database &database, const QString &name);

/// The plan and its seats, all with their ids.
void addPlan(Database &database, VenueId venue, const SeatingPlan &plan);
std::vector<PlanSummary> plans(Database &database);
bool hasPlan(Database &database, VenueId venue, const QString &name);

struct StoredPlan {
    QByteArray document;
    std::vector<SeatId> seats; ///< by their position in the document
};

std::optional<StoredPlan> plan(Database &database, PlanId id);

/// How many seats each category of these plans has.
struct CategorySize {
    PlanId plan;
    VenueId venue;
    QString category;
    int seats = 0;
};

std::vector<CategorySize> categorySizes(Database &database, const std::vector<PlanId> &plans);

} // namespace foyer::plan_store
