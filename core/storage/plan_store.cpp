#include "core/storage/plan_store.h"

#include "core/storage/chunks.h"

#include <cmath>

namespace foyer::plan_store {

void addVenue(Database &database, const Venue &venue)
{
    database.run("INSERT INTO venue (id, name, time_zone, currency) VALUES (?, ?, ?, ?)",
                 {venue.id, venue.name, QString::fromLatin1(venue.timeZone.id()), venue.currency.code()});
}

std::vector<Venue> venues(Database &database)
{
    std::vector<Venue> found;
    for (const Row &row : database.run("SELECT id, name, time_zone, currency FROM venue ORDER BY name"))
        found.push_back({row.id<VenueId>(0), row.text(1), QTimeZone(row.text(2).toLatin1()), row.currency(3)});
    return found;
}

bool hasVenue(Database &database, const QString &name)
{
    return !database.run("SELECT 1 FROM venue WHERE name = ?", {name}).empty();
}

void addPlan(Database &database, VenueId venue, const SeatingPlan &plan)
{
    database.run("INSERT INTO seating_plan (id, venue_id, name, document) VALUES (?, ?, ?, ?)",
                 {plan.id, venue, plan.name, QString::fromUtf8(plan.document)});
    qint64 position = 0;
    forEachChunk(std::span<const PlanSeat>(plan.seats), [&](std::span<const PlanSeat> seats) {
        Batch rows{{"id", ColumnType::Uuid}, {"plan_id", ColumnType::Uuid}, {"position", ColumnType::Int}, {"guid", ColumnType::Text}, {"zone", ColumnType::Text},
                   {"row_name", ColumnType::Text}, {"number", ColumnType::Text}, {"category", ColumnType::Text}, {"x", ColumnType::Int}, {"y", ColumnType::Int}};
        for (const PlanSeat &seat : seats)
            rows.add({seat.id, plan.id, position++, seat.guid, seat.label.zone, seat.label.row, seat.label.number, seat.category,
                      qint64(std::llround(seat.position.x * 100)), qint64(std::llround(seat.position.y * 100))});
        database.run(
            "INSERT INTO seat (id, plan_id, position, guid, zone, row_name, number, category, x, y) "
            "SELECT id, plan_id, position, guid, zone, row_name, number, category, x, y FROM {batch}", rows);
    });
}

std::vector<PlanSummary> plans(Database &database)
{
    std::vector<PlanSummary> found;
    const Rows rows = database.run(
        "SELECT p.id, p.venue_id, p.name, (SELECT count(*) FROM seat s WHERE s.plan_id = p.id) FROM seating_plan p ORDER BY p.name, p.id");
    for (const Row &row : rows)
        found.push_back({row.id<PlanId>(0), row.id<VenueId>(1), row.text(2), int(row.number(3))});
    return found;
}

bool hasPlan(Database &database, VenueId venue, const QString &name)
{
    return !database.run("SELECT 1 FROM seating_plan WHERE venue_id = ? AND name = ?", {venue, name}).empty();
}

std::optional<StoredPlan> plan(Database &database, PlanId id)
{
    const Rows plans = database.run("SELECT document FROM seating_plan WHERE id = ?", {id});
    if (plans.empty())
        return std::nullopt;
    StoredPlan found{plans.front().text(0).toUtf8(), {}};
    for (const Row &row : database.run("SELECT id FROM seat WHERE plan_id = ? ORDER BY position", {id}))
        found.seats.push_back(row.id<SeatId>(0));
    return found;
}

std::vector<CategorySize> categorySizes(Database &database, const std::vector<PlanId> &plans)
{
    Batch wanted{{"plan_id", ColumnType::Uuid}};
    for (const PlanId plan : plans)
        wanted.add({plan});
    std::vector<CategorySize> found;
    const Rows rows = database.run(
        "SELECT p.id, p.venue_id, s.category, count(*) FROM {batch} JOIN seating_plan p ON p.id = batch.plan_id "
        "JOIN seat s ON s.plan_id = p.id GROUP BY p.id, p.venue_id, s.category", wanted);
    for (const Row &row : rows)
        found.push_back({row.id<PlanId>(0), row.id<VenueId>(1), row.text(2), int(row.number(3))});
    return found;
}

} // namespace foyer::plan_store
