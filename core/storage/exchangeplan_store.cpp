#include "core/storage/exchangeplan_store.h"

namespace foyer::exchangeplan_store {

void add(Database &db, const Plan &plan, Money credit, Instant now)
{
    db.post("INSERT INTO exchange_plan (reservation_id, order_id, price_level_id, key, staff_id, approver_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            {plan.reservation, plan.order, plan.level, plan.key, plan.by, plan.approver, now});
    Batch tickets{{"reservation_id", ColumnType::Uuid}, {"ticket_id", ColumnType::Uuid}};
    for (const TicketId ticket : plan.tickets)
        tickets.add({plan.reservation, ticket});
    db.post("INSERT INTO exchange_plan_ticket (reservation_id, ticket_id) SELECT reservation_id, ticket_id FROM {batch}", tickets);
    db.post("UPDATE reservation SET credit = ? WHERE id = ?", {credit.minor(), plan.reservation});
}

void drop(Database &db, ReservationId reservation)
{
    db.post("DELETE FROM exchange_plan_ticket WHERE reservation_id = ?", {reservation});
    db.post("DELETE FROM exchange_plan WHERE reservation_id = ?", {reservation});
    db.post("UPDATE reservation SET credit = NULL WHERE id = ?", {reservation});
}

std::optional<Plan> of(Database &db, ReservationId reservation)
{
    const Rows rows = db.run("SELECT order_id, price_level_id, key, staff_id, approver_id FROM exchange_plan WHERE reservation_id = ?", {reservation});
    if (rows.empty())
        return std::nullopt;
    Plan plan{reservation, rows.front().id<OrderId>(0), {}, rows.front().id<PriceLevelId>(1), rows.front().text(2), rows.front().id<StaffId>(3), rows.front().id<StaffId>(4)};
    for (const Row &row : db.run("SELECT ticket_id FROM exchange_plan_ticket WHERE reservation_id = ? ORDER BY ticket_id", {reservation}))
        plan.tickets.push_back(row.id<TicketId>(0));
    return plan;
}

} // namespace foyer::exchangeplan_store
