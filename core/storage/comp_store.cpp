#include "core/storage/comp_store.h"

namespace foyer::comp_store {

void insert(Database &db, const Comp &comp)
{
    db.post("INSERT INTO comp (order_id, reason, staff_id, approver_id) VALUES (?, ?, ?, ?)", {comp.order, comp.reason, comp.staff, comp.approver});
}

std::optional<Said> of(Database &db, OrderId order)
{
    const Rows rows = db.run("SELECT c.reason, coalesce(s.name, '') FROM comp c LEFT JOIN staff s ON s.id = c.approver_id WHERE c.order_id = ?", {order});
    return rows.empty() ? std::nullopt : std::optional(Said{rows.front().text(0), rows.front().text(1)});
}

} // namespace foyer::comp_store
