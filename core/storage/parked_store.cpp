#include "core/storage/parked_store.h"

namespace foyer::parked_store {

void park(Database &db, const Parked &cart, StaffId staff)
{
    db.post("INSERT INTO parked_cart (reservation_id, label, terminal_id, staff_id, parked_at) VALUES (?, ?, ?, ?, ?) "
           "ON CONFLICT (reservation_id) DO UPDATE SET label = excluded.label",
           {cart.reservation, cart.label, cart.terminal, staff, cart.at});
}

bool take(Database &db, ReservationId reservation)
{
    return !db.run("DELETE FROM parked_cart WHERE reservation_id = ? RETURNING reservation_id", {reservation}).empty();
}

std::vector<Parked> list(Database &db, Instant since, int limit)
{
    const Rows rows = db.run(
        "SELECT p.reservation_id, p.label, p.terminal_id, t.name, s.name, p.parked_at FROM parked_cart p "
        "JOIN reservation r ON r.id = p.reservation_id JOIN terminal t ON t.id = p.terminal_id LEFT JOIN staff s ON s.id = p.staff_id "
        "WHERE r.state IN ('active', 'expired') AND r.expires_at > ? ORDER BY p.parked_at, p.reservation_id LIMIT ?", {since, limit});
    std::vector<Parked> out;
    for (const Row &row : rows)
        out.push_back({row.id<ReservationId>(0), row.text(1), row.id<TerminalId>(2), row.text(3), row.text(4), row.instant(5)});
    return out;
}

void tidy(Database &db, Instant since)
{
    db.post("DELETE FROM parked_cart WHERE EXISTS (SELECT 1 FROM reservation r WHERE r.id = parked_cart.reservation_id AND r.expires_at <= ?)", {since});
}

} // namespace foyer::parked_store
