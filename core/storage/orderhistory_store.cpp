#include "core/storage/orderhistory_store.h"

namespace foyer::orderhistory_store {

namespace {

/// Out of a record that tells of nothing else. Bodies hold no words of people, so the field's name can stand for nothing but itself.
StaffId approverIn(const QString &body)
{
    static const QString field = QStringLiteral("\"approver\":\"");
    const qsizetype at = body.indexOf(field);
    return at < 0 ? StaffId() : StaffId::fromString(body.mid(at + field.size(), 36)).value_or(StaffId());
}

} // namespace

std::vector<Entry> of(Database &db, OrderId order)
{
    const Rows rows = db.run(
        "SELECT x.what, j.at, coalesce(s.name, ''), m.name, c.number, x.seq, x.amount, x.about, coalesce(w.text, ''), "
        "CASE WHEN x.what IN ('refunded', 'exchanged', 'comped', 'given', 'revoked', 'reinstated') THEN j.body ELSE '' END FROM ("
        "SELECT CASE WHEN o.exchange_id IS NOT NULL THEN 'exchanged' WHEN o.kind = 'refund' THEN 'refunded' WHEN o.kind = 'exchange' THEN 'taken for' "
        "WHEN o.kind = 'comp' THEN 'comped' ELSE 'sold' END AS what, o.staff_id, o.chain_id, o.seq, o.total AS amount, "
        "coalesce(x.number, s.number, c.reason, o.number) AS about FROM orders o LEFT JOIN orders x ON x.id = o.exchange_id "
        "LEFT JOIN orders r ON r.exchange_id = o.id LEFT JOIN orders s ON s.id = r.refers_to LEFT JOIN comp c ON c.order_id = o.id "
        "WHERE o.id = ? OR (o.refers_to = ? AND o.kind = 'refund') UNION ALL "
        "SELECT 'corrected', k.staff_id, k.chain_id, k.seq, p.amount, k.tender FROM orders o JOIN payment p ON p.reservation_id = o.reservation_id "
        "JOIN tender_correction k ON k.payment_id = p.id WHERE o.id = ? UNION ALL "
        "SELECT t.kind, t.staff_id, t.chain_id, t.seq, 0, k.number FROM order_line l JOIN ticket_change t ON t.ticket_id = l.ticket_id "
        "JOIN ticket k ON k.id = l.ticket_id WHERE l.order_id = ? UNION ALL "
        "SELECT a.direction, a.staff_id, a.chain_id, a.seq, 0, k.number FROM order_line l JOIN ticket k ON k.id = l.ticket_id "
        "JOIN admission a ON a.ticket_number = k.number WHERE l.order_id = ?) x "
        "JOIN journal j ON j.chain_id = x.chain_id AND j.seq = x.seq JOIN chain c ON c.id = x.chain_id JOIN terminal m ON m.id = c.terminal_id "
        "LEFT JOIN staff s ON s.id = x.staff_id LEFT JOIN private_text w ON w.chain_id = x.chain_id AND w.seq = x.seq AND w.field = 'reason' ORDER BY j.at, c.number, x.seq, x.about", {order, order, order, order, order});
    std::vector<Entry> out;
    for (const Row &row : rows)
        out.push_back({row.text(0), row.instant(1), row.text(2), row.text(3), row.number(4), row.number(5), row.number(6), row.text(7), row.text(8), approverIn(row.text(9))});
    return out;
}

} // namespace foyer::orderhistory_store
