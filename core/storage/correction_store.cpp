#include "core/storage/correction_store.h"

namespace foyer::correction_store {

std::optional<Sold> sold(Database &db, OrderId order, PaymentId payment)
{
    const Rows rows = db.run(
        "SELECT o.reservation_id, o.staff_id, o.terminal_id, p.terminal_id, o.created_at, "
        "(SELECT count(*) FROM tender_correction c WHERE c.payment_id = p.id) "
        "FROM orders o JOIN payment p ON p.reservation_id = o.reservation_id WHERE o.id = ? AND p.id = ?", {order, payment});
    if (rows.empty())
        return std::nullopt;
    const Row &row = rows.front();
    return Sold{row.id<ReservationId>(0), row.id<StaffId>(1), row.id<TerminalId>(2), row.id<TerminalId>(3), row.instant(4), row.number(5)};
}

void add(Database &db, const Correction &correction, Instant at, ChainId chain, qint64 seq)
{
    db.post("INSERT INTO tender_correction (id, payment_id, number, tender, reference, staff_id, at, chain_id, seq) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
           {correction.id, correction.payment, correction.number, tenderName(correction.tender), correction.receipt, correction.staff, at, chain, seq});
}

} // namespace foyer::correction_store
