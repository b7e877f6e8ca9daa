#include "core/storage/verify_checks.h"

#include <QtCore/QCoreApplication>

#include <span>

namespace foyer::verify_checks {

namespace {

/// The sentence's %1, %2… are the columns.
struct Check {
    const char *sentence;
    const char *sql;
};

constexpr Check PlaceColumns[] = {
    {QT_TRANSLATE_NOOP("Verify", "%1, %2: the %3 allotment has a capacity of %4, but its moves add up to %5."),
     "SELECT e.name, t.name, a.owner, a.capacity, coalesce(m.n, 0) FROM allotment a JOIN ticket_type t ON t.id = a.ticket_type_id "
     "JOIN event e ON e.id = t.event_id LEFT JOIN (SELECT id, CAST(sum(n) AS BIGINT) AS n FROM (SELECT to_id AS id, n FROM allotment_move "
     "UNION ALL SELECT from_id, -n FROM allotment_move) x GROUP BY id) m ON m.id = a.id WHERE a.capacity <> coalesce(m.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1, %2: the capacities of its allotments add up to %3 instead of zero."),
     "SELECT e.name, t.name, s.n FROM (SELECT ticket_type_id, CAST(sum(capacity) AS BIGINT) AS n FROM allotment GROUP BY ticket_type_id) s "
     "JOIN ticket_type t ON t.id = s.ticket_type_id JOIN event e ON e.id = t.event_id WHERE s.n <> 0 LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1, %2: the %3 allotment counts %4 held places, but reservations hold %5."),
     "SELECT e.name, t.name, a.owner, a.held, coalesce(h.n, 0) FROM allotment a JOIN ticket_type t ON t.id = a.ticket_type_id "
     "JOIN event e ON e.id = t.event_id LEFT JOIN (SELECT l.allotment_id, CAST(sum(l.quantity) AS BIGINT) AS n FROM reservation r "
     "JOIN reservation_line l ON l.reservation_id = r.id WHERE r.state IN ('active', 'paying') AND l.allotment_id IS NOT NULL "
     "GROUP BY l.allotment_id) h ON h.allotment_id = a.id WHERE a.held <> coalesce(h.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1, %2: the %3 allotment counts %4 sold places, but %5 tickets stand for it."),
     "SELECT e.name, t.name, a.owner, a.sold, coalesce(s.n, 0) FROM allotment a JOIN ticket_type t ON t.id = a.ticket_type_id "
     "JOIN event e ON e.id = t.event_id LEFT JOIN (SELECT l.allotment_id, count(DISTINCT k.id) AS n FROM order_line l "
     "JOIN ticket k ON k.id = l.ticket_id AND k.state <> 'void' WHERE l.allotment_id IS NOT NULL GROUP BY l.allotment_id) s "
     "ON s.allotment_id = a.id WHERE a.sold <> coalesce(s.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: seat %2, row %3, %4 is marked as sold, but no ticket stands for it."),
     "SELECT e.name, s.number, s.row_name, s.zone FROM claim c JOIN event e ON e.id = c.event_id JOIN seat s ON s.id = c.seat_id "
     "LEFT JOIN ticket k ON k.id = c.ticket_id AND k.event_id = c.event_id AND k.seat_id = c.seat_id AND k.state <> 'void' "
     "WHERE c.state = 'sold' AND k.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: ticket %2 stands for seat %3, row %4, %5, which is not marked as sold to it."),
     "SELECT e.name, k.number, s.number, s.row_name, s.zone FROM ticket k JOIN event e ON e.id = k.event_id JOIN seat s ON s.id = k.seat_id "
     "LEFT JOIN claim c ON c.event_id = k.event_id AND c.seat_id = k.seat_id AND c.state = 'sold' AND c.ticket_id = k.id "
     "WHERE k.state <> 'void' AND c.event_id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: seat %2, row %3, %4 is held, but no living reservation holds it until then."),
     "SELECT e.name, s.number, s.row_name, s.zone FROM claim c JOIN event e ON e.id = c.event_id JOIN seat s ON s.id = c.seat_id "
     "WHERE c.state = 'held' AND NOT EXISTS (SELECT 1 FROM reservation_line l JOIN reservation r ON r.id = l.reservation_id "
     "WHERE l.reservation_id = c.reservation_id AND l.event_id = c.event_id AND l.seat_id = c.seat_id "
     "AND ((r.state = 'paying' AND c.expires_at IS NULL) OR (r.state = 'active' AND c.expires_at = r.expires_at))) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: a reservation has seat %2, row %3, %4, which is not held for it."),
     "SELECT e.name, s.number, s.row_name, s.zone FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id "
     "JOIN event e ON e.id = l.event_id JOIN seat s ON s.id = l.seat_id LEFT JOIN claim c ON c.event_id = l.event_id "
     "AND c.seat_id = l.seat_id AND c.state = 'held' AND c.reservation_id = r.id "
     "WHERE (r.state = 'paying' OR (r.state = 'active' AND r.expires_at > {now})) AND c.event_id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: seat %2, row %3, %4 is claimed as %5, which does not sell its category."),
     "SELECT e.name, s.number, s.row_name, s.zone, t.name FROM claim c JOIN event e ON e.id = c.event_id JOIN seat s ON s.id = c.seat_id "
     "JOIN ticket_type t ON t.id = c.ticket_type_id LEFT JOIN ticket_type_category g ON g.event_id = c.event_id "
     "AND g.category = s.category AND g.ticket_type_id = c.ticket_type_id WHERE g.event_id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: seat %2, row %3, %4 is claimed, but does not belong to the event's plan."),
     "SELECT e.name, s.number, s.row_name, s.zone FROM claim c JOIN event e ON e.id = c.event_id JOIN seat s ON s.id = c.seat_id "
     "WHERE e.plan_id IS NULL OR e.plan_id <> s.plan_id LIMIT ?"},
};

// What doors have: at the centre in allotments of their own, at the door in the one that it sells from.
constexpr Check DoorPlaces[] = {
    {QT_TRANSLATE_NOOP("Verify", "%1, %2: a door has a capacity of %3, but %4 places of it are granted and %5 sold."),
     "SELECT e.name, t.name, a.capacity, coalesce(p.n, 0), a.sold FROM allotment a JOIN ticket_type t ON t.id = a.ticket_type_id AND t.admission = 'general' "
     "JOIN event e ON e.id = t.event_id LEFT JOIN (SELECT g.ticket_type_id, g.terminal_id, count(*) AS n FROM door_place x JOIN door_grant g ON g.id = x.grant_id "
     "WHERE x.state = 'granted' GROUP BY g.ticket_type_id, g.terminal_id) p ON p.ticket_type_id = a.ticket_type_id AND (p.terminal_id = a.terminal_id OR a.owner = 'house') "
     "WHERE (a.owner = 'terminal' OR (a.owner = 'house' AND EXISTS (SELECT 1 FROM setting WHERE name = 'door_centre'))) "
     "AND a.capacity <> coalesce(p.n, 0) + a.sold LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: ticket %2 of a door is %3, but no such ticket was sold for it."),
     "SELECT e.name, p.ticket_number, p.state FROM door_place p JOIN door_grant g ON g.id = p.grant_id JOIN event e ON e.id = g.event_id "
     "LEFT JOIN ticket t ON t.id = p.ticket_id AND t.number = p.ticket_number AND t.event_id = g.event_id AND t.ticket_type_id = g.ticket_type_id "
     "AND (t.seat_id = p.seat_id OR (t.seat_id IS NULL AND p.seat_id IS NULL)) WHERE p.state = 'sold' AND t.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: ticket %2 was sold, although it is still with a door."),
     "SELECT e.name, p.ticket_number FROM door_place p JOIN ticket t ON t.number = p.ticket_number JOIN event e ON e.id = t.event_id WHERE p.state = 'granted' LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: ticket %2 was sold at this door, which was never granted it."),
     "SELECT e.name, t.number FROM ticket t JOIN event e ON e.id = t.event_id LEFT JOIN door_place p ON p.ticket_number = t.number AND p.state = 'sold' "
     "WHERE p.ticket_number IS NULL AND EXISTS (SELECT 1 FROM setting WHERE name = 'door_centre') LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: seat %2, row %3, %4 is granted to a door, but not kept for it."),
     "SELECT e.name, s.number, s.row_name, s.zone FROM door_place p JOIN event e ON e.id = p.event_id JOIN seat s ON s.id = p.seat_id "
     "LEFT JOIN claim c ON c.event_id = p.event_id AND c.seat_id = p.seat_id AND c.state = 'door' WHERE p.state = 'granted' "
     "AND CASE WHEN EXISTS (SELECT 1 FROM setting WHERE name = 'door_centre') THEN c.event_id IS NOT NULL ELSE c.event_id IS NULL END LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: seat %2, row %3, %4 is kept for a door that was not granted it."),
     "SELECT e.name, s.number, s.row_name, s.zone FROM claim c JOIN event e ON e.id = c.event_id JOIN seat s ON s.id = c.seat_id "
     "LEFT JOIN door_place p ON p.event_id = c.event_id AND p.seat_id = c.seat_id AND p.state = 'granted' WHERE c.state = 'door' AND p.ticket_number IS NULL "
     "AND NOT EXISTS (SELECT 1 FROM setting WHERE name = 'door_centre') LIMIT ?"},
};

constexpr Check Sales[] = {
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1 for %2 belongs to no order."),
     "SELECT k.number, e.name FROM ticket k JOIN event e ON e.id = k.event_id LEFT JOIN order_line l ON l.ticket_id = k.id "
     "AND l.event_id = k.event_id AND l.ticket_type_id = k.ticket_type_id WHERE l.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 has lost one of its tickets for %2."),
     "SELECT o.number, e.name FROM order_line l JOIN orders o ON o.id = l.order_id JOIN event e ON e.id = l.event_id "
     "LEFT JOIN ticket k ON k.id = l.ticket_id WHERE k.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 comes from a reservation that is not completed."),
     "SELECT o.number FROM orders o LEFT JOIN reservation r ON r.id = o.reservation_id AND r.state = 'completed' "
     "WHERE o.reservation_id IS NOT NULL AND r.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A reservation of %1 is completed, but has no order."),
     "SELECT r.currency FROM reservation r LEFT JOIN orders o ON o.reservation_id = r.id WHERE r.state = 'completed' AND o.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 has %2 tickets, but %3 places were reserved."),
     "SELECT o.number, n.lines, q.places FROM orders o "
     "JOIN (SELECT order_id, count(*) AS lines FROM order_line GROUP BY order_id) n ON n.order_id = o.id "
     "JOIN (SELECT reservation_id, CAST(sum(quantity) AS BIGINT) AS places FROM reservation_line GROUP BY reservation_id) q "
     "ON q.reservation_id = o.reservation_id WHERE n.lines <> q.places LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 has a total of %2, but its lines add up to %3."),
     "SELECT o.number, o.total, coalesce(n.total, 0) FROM orders o LEFT JOIN (SELECT order_id, "
     "CAST(sum(unit_price - discount + fee) AS BIGINT) AS total FROM order_line GROUP BY order_id) n ON n.order_id = o.id "
     "WHERE o.total <> CASE WHEN o.kind = 'refund' THEN -coalesce(n.total, 0) ELSE coalesce(n.total, 0) END LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 charges fees of %2, but %3 were agreed when its places were reserved."),
     "SELECT o.number, n.fee, a.fee FROM orders o JOIN (SELECT order_id, CAST(sum(fee) AS BIGINT) AS fee FROM order_line GROUP BY order_id) n "
     "ON n.order_id = o.id JOIN (SELECT reservation_id, CAST(sum(fee) AS BIGINT) AS fee FROM ("
     "SELECT reservation_id, unit_fee * quantity AS fee FROM reservation_line UNION ALL "
     "SELECT reservation_id, max(order_fee) FROM reservation_line GROUP BY reservation_id, event_id) x GROUP BY reservation_id) a "
     "ON a.reservation_id = o.reservation_id WHERE o.kind IN ('sale', 'exchange') AND n.fee <> a.fee LIMIT ?"},
    // A refund that is on its way is money that the order does not keep; one that a bank refused is owed, and may be
    // kept until it was given back in another way. What a sale was paid with counts for what it was exchanged for.
    {QT_TRANSLATE_NOOP("Verify", "Order %1 has a total of %2, but %3 was paid."),
     "SELECT s.number, x.total, x.paid FROM (SELECT y.sale, CAST(sum(y.total) AS BIGINT) AS total, CAST(sum(y.paid) AS BIGINT) AS paid, "
     "CAST(sum(y.refused) AS BIGINT) AS refused FROM (SELECT CASE WHEN o.kind = 'exchange' THEN o.refers_to ELSE o.id END AS sale, "
     "o.total + coalesce(f.total, 0) AS total, coalesce(p.paid, 0) AS paid, coalesce(p.refused, 0) AS refused FROM orders o "
     "LEFT JOIN (SELECT refers_to, CAST(sum(total) AS BIGINT) AS total FROM orders WHERE kind = 'refund' GROUP BY refers_to) f ON f.refers_to = o.id "
     "LEFT JOIN (SELECT reservation_id, CAST(sum(CASE WHEN kind = 'capture' AND state = 'captured' THEN amount "
     "WHEN kind = 'refund' AND state NOT IN ('declined', 'failed') THEN -amount ELSE 0 END) AS BIGINT) AS paid, "
     "CAST(sum(CASE WHEN kind = 'refund' AND state IN ('declined', 'failed') THEN amount ELSE 0 END) AS BIGINT) AS refused FROM payment "
     "GROUP BY reservation_id) p ON p.reservation_id = o.reservation_id WHERE o.kind <> 'refund') y GROUP BY y.sale) x "
     "JOIN orders s ON s.id = x.sale WHERE x.paid < x.total OR x.paid - x.total > x.refused LIMIT ?"},
};

constexpr Check Exchanges[] = {
    {QT_TRANSLATE_NOOP("Verify", "Exchange %1 of sale %2 stands for no tickets that were taken back with it."),
     "SELECT o.number, coalesce(s.number, '') FROM orders o LEFT JOIN orders s ON s.id = o.refers_to "
     "LEFT JOIN orders r ON r.exchange_id = o.id AND r.chain_id = o.chain_id AND r.seq = o.seq "
     "LEFT JOIN orders t ON t.id = r.refers_to AND o.refers_to IN (t.id, t.refers_to) WHERE o.kind = 'exchange' AND t.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Refund %1 is said to be half of an exchange, but order %2 is none."),
     "SELECT r.number, o.number FROM orders r JOIN orders o ON o.id = r.exchange_id WHERE o.kind <> 'exchange' LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A reservation of %1 counts %2 for tickets, but waits for no exchange."),
     "SELECT r.currency, r.credit FROM reservation r LEFT JOIN exchange_plan p ON p.reservation_id = r.id WHERE r.credit IS NOT NULL "
     "AND p.reservation_id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 was to be an exchange, but is a %2."),
     "SELECT o.number, o.kind FROM exchange_plan p JOIN orders o ON o.reservation_id = p.reservation_id WHERE o.kind <> 'exchange' LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 was given free of charge, but nobody said why."),
     "SELECT o.number FROM orders o LEFT JOIN comp c ON c.order_id = o.id WHERE o.kind = 'comp' AND c.order_id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 is a %2 of %3, but stands among those that were given free of charge."),
     "SELECT o.number, o.kind, o.total FROM comp c JOIN orders o ON o.id = c.order_id WHERE o.kind <> 'comp' OR o.total <> 0 LIMIT ?"},
};

constexpr Check Refunds[] = {
    {QT_TRANSLATE_NOOP("Verify", "Refund %1 does not give back what order %2 charged for ticket %3."),
     "SELECT o.number, s.number, t.number FROM orders o JOIN order_line l ON l.order_id = o.id JOIN ticket t ON t.id = l.ticket_id "
     "LEFT JOIN orders s ON s.id = o.refers_to LEFT JOIN order_line k ON k.id = l.refunds AND k.order_id = o.refers_to AND k.ticket_id = l.ticket_id "
     "AND k.unit_price = l.unit_price AND k.discount = l.discount AND k.fee = l.fee AND k.tax = l.tax AND k.tax_rate = l.tax_rate "
     "WHERE o.kind = 'refund' AND k.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1 was given back with refund %2, but is still %3."),
     "SELECT t.number, o.number, t.state FROM orders o JOIN order_line l ON l.order_id = o.id JOIN ticket t ON t.id = l.ticket_id "
     "WHERE o.kind = 'refund' AND t.state <> 'void' LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1 for %2 is void, but nothing gave it back."),
     "SELECT t.number, e.name FROM ticket t JOIN event e ON e.id = t.event_id WHERE t.state = 'void' AND NOT EXISTS (SELECT 1 FROM order_line l "
     "JOIN orders o ON o.id = l.order_id WHERE l.ticket_id = t.id AND o.kind = 'refund') LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A payment of %1 %2 for order %3 was given back beyond its amount: %4."),
     "SELECT p.amount, p.currency, coalesce(o.number, ''), r.n FROM payment p JOIN (SELECT refers_to, CAST(sum(amount) AS BIGINT) AS n FROM payment "
     "WHERE kind = 'refund' AND state NOT IN ('declined', 'failed') GROUP BY refers_to) r ON r.refers_to = p.id "
     "LEFT JOIN orders o ON o.reservation_id = p.reservation_id WHERE r.n > p.amount LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1 is %2 of generation %3, which is not what its changes add up to."),
     "SELECT t.number, t.state, t.generation FROM ticket t LEFT JOIN (SELECT ticket_id, count(*) AS n FROM ticket_change WHERE kind = 'given' "
     "GROUP BY ticket_id) g ON g.ticket_id = t.id LEFT JOIN (SELECT c.ticket_id, c.kind FROM ticket_change c JOIN (SELECT ticket_id, max(number) AS number "
     "FROM ticket_change WHERE kind IN ('revoked', 'reinstated') GROUP BY ticket_id) m ON m.ticket_id = c.ticket_id AND m.number = c.number) w "
     "ON w.ticket_id = t.id WHERE t.generation <> 1 + coalesce(g.n, 0) "
     "OR (t.state <> 'void' AND t.state <> CASE WHEN w.kind = 'revoked' THEN 'revoked' ELSE 'valid' END) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "The changes of ticket %1 are not all there."),
     "SELECT t.number FROM ticket_change c JOIN ticket t ON t.id = c.ticket_id GROUP BY t.id, t.number HAVING count(*) <> max(c.number) LIMIT ?"},
};

// The tax in a line's fee, as taxContained() rounds it.
#define FEE_TAX "(2 * y.fee * y.tax_rate + 10000 + y.tax_rate) / (2 * (10000 + y.tax_rate))"

constexpr Check Money[] = {
    {QT_TRANSLATE_NOOP("Verify", "A %1 account in %2 has a balance of %3, but its transfers add up to %4."),
     "SELECT a.kind, a.currency, a.balance, coalesce(s.n, 0) FROM account a LEFT JOIN (SELECT x.id, CAST(sum(x.amount) AS BIGINT) AS n FROM ("
     "SELECT credit_id AS id, amount FROM transfer UNION ALL SELECT debit_id, -amount FROM transfer) x GROUP BY x.id) s ON s.id = a.id "
     "WHERE a.balance IS NOT NULL AND a.balance <> coalesce(s.n, 0) LIMIT ?"},
    // Every wallet's statement: numbered without a gap, each balance the one before and the amount.
    {QT_TRANSLATE_NOOP("Verify", "A %1 account in %2 counts %3 operations, but its statement has %4."),
     "SELECT a.kind, a.currency, a.operations, coalesce(n.n, 0) FROM account a LEFT JOIN (SELECT id, count(*) AS n FROM ("
     "SELECT credit_id AS id FROM transfer WHERE credit_number IS NOT NULL UNION ALL SELECT debit_id FROM transfer WHERE debit_number IS NOT NULL) x "
     "GROUP BY id) n ON n.id = a.id WHERE a.operations <> coalesce(n.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Line %1 on the statement of a %2 account in %3 should be number %4 and leave %5, but says %6."),
     "SELECT s.number, a.kind, a.currency, s.place, s.sum, s.balance FROM (SELECT e.id, e.number, e.balance, "
     "row_number() OVER (PARTITION BY e.id ORDER BY e.number) AS place, "
     "CAST(sum(e.amount) OVER (PARTITION BY e.id ORDER BY e.number) AS BIGINT) AS sum FROM ("
     "SELECT credit_id AS id, credit_number AS number, amount, credit_balance AS balance FROM transfer WHERE credit_number IS NOT NULL "
     "UNION ALL SELECT debit_id, debit_number, -amount, debit_balance FROM transfer WHERE debit_number IS NOT NULL) e) s "
     "JOIN account a ON a.id = s.id WHERE s.number <> s.place OR s.balance IS NULL OR s.balance <> s.sum OR a.balance IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A %1 %2 of %3 %4 names a wallet, but its transfers move %5 out of it."),
     "SELECT p.tender, p.kind, p.amount, p.currency, coalesce(t.n, 0) FROM payment p LEFT JOIN (SELECT x.payment_id, "
     "CAST(sum(CASE WHEN x.debit_id = q.wallet_id THEN x.amount WHEN x.credit_id = q.wallet_id THEN -x.amount ELSE 0 END) AS BIGINT) AS n "
     "FROM payment q JOIN transfer x ON x.payment_id = q.id WHERE q.wallet_id IS NOT NULL GROUP BY x.payment_id) t ON t.payment_id = p.id "
     "WHERE p.wallet_id IS NOT NULL AND coalesce(t.n, 0) <> CASE WHEN p.kind = 'capture' THEN p.amount ELSE -p.amount END LIMIT ?"},
    // What a card brought into a wallet: exactly when it was captured, once, and out of the card takings.
    {QT_TRANSLATE_NOOP("Verify", "A card deposit of %1 %2 is %3, but brought %4 into its wallet."),
     "SELECT d.amount, d.currency, d.state, coalesce(t.amount, 0) FROM card_deposit d LEFT JOIN (transfer t JOIN account a ON a.id = t.debit_id "
     "AND a.kind = 'card_clearing') ON t.id = d.transfer_id AND t.credit_id = d.wallet_id AND t.currency = d.currency "
     "WHERE coalesce(t.amount, 0) <> CASE WHEN d.state = 'captured' THEN d.amount ELSE 0 END LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1 %2 came into a wallet under the key %3, but no deposit by card was captured with it."),
     "SELECT t.amount, t.currency, t.key FROM transfer t LEFT JOIN card_deposit d ON d.transfer_id = t.id "
     "WHERE t.key LIKE 'deposit-%' AND d.id IS NULL LIMIT ?"},
    // A payment moves its amount into order clearing, a refund out of it; one that was not captured moves nothing.
    {QT_TRANSLATE_NOOP("Verify", "A %1 %2 of %3 %4 for %5 is %6, but its transfers move %7."),
     "SELECT p.tender, p.kind, p.amount, p.currency, coalesce('order ' || o.number, 'a reservation without an order'), p.state, coalesce(t.n, 0) "
     "FROM payment p LEFT JOIN orders o ON o.reservation_id = p.reservation_id LEFT JOIN (SELECT x.payment_id, "
     "CAST(sum(CASE WHEN c.kind = 'order_clearing' THEN x.amount WHEN d.kind = 'order_clearing' THEN -x.amount ELSE 0 END) AS BIGINT) AS n "
     "FROM transfer x JOIN account d ON d.id = x.debit_id JOIN account c ON c.id = x.credit_id WHERE x.payment_id IS NOT NULL "
     "GROUP BY x.payment_id) t ON t.payment_id = p.id WHERE coalesce(t.n, 0) <> "
     "CASE WHEN p.state <> 'captured' THEN 0 WHEN p.kind = 'capture' THEN p.amount ELSE -p.amount END LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A %1 of %2 %3 for %4 counts as %5, but its transfers put %6 into the drawer."),
     "SELECT p.kind, p.amount, p.currency, coalesce('order ' || o.number, 'a reservation without an order'), coalesce(k.tender, p.tender), t.n "
     "FROM payment p LEFT JOIN tender_correction k ON k.payment_id = p.id "
     "AND k.number = (SELECT max(number) FROM tender_correction WHERE payment_id = p.id) "
     "LEFT JOIN orders o ON o.reservation_id = p.reservation_id JOIN (SELECT x.payment_id, "
     "CAST(sum(CASE WHEN d.kind = 'drawer' THEN x.amount ELSE 0 END - CASE WHEN c.kind = 'drawer' THEN x.amount ELSE 0 END) AS BIGINT) AS n "
     "FROM transfer x JOIN account d ON d.id = x.debit_id JOIN account c ON c.id = x.credit_id WHERE x.payment_id IS NOT NULL "
     "GROUP BY x.payment_id) t ON t.payment_id = p.id WHERE p.state = 'captured' AND t.n <> CASE WHEN coalesce(k.tender, p.tender) <> 'cash' THEN 0 "
     "WHEN p.kind = 'capture' THEN p.amount ELSE -p.amount END LIMIT ?"},
    // What is left there is owed to a card and on its way back, or was refused by it.
    {QT_TRANSLATE_NOOP("Verify", "Order %1 leaves %2 %3 in order clearing instead of zero."),
     "SELECT o.number, t.n, o.currency FROM orders o JOIN (SELECT x.reservation_id, "
     "CAST(sum(CASE WHEN c.kind = 'order_clearing' THEN x.amount ELSE 0 END - CASE WHEN d.kind = 'order_clearing' THEN x.amount ELSE 0 END) "
     "AS BIGINT) AS n FROM transfer x JOIN account d ON d.id = x.debit_id JOIN account c ON c.id = x.credit_id "
     "WHERE x.reservation_id IS NOT NULL GROUP BY x.reservation_id) t ON t.reservation_id = o.reservation_id "
     "LEFT JOIN (SELECT reservation_id, CAST(sum(CASE WHEN kind = 'capture' AND state = 'captured' THEN amount "
     "WHEN kind = 'refund' AND state = 'captured' THEN -amount ELSE 0 END) AS BIGINT) AS n FROM payment "
     "GROUP BY reservation_id) r ON r.reservation_id = o.reservation_id "
     "LEFT JOIN (SELECT refers_to, CAST(sum(total) AS BIGINT) AS total FROM orders WHERE kind = 'refund' GROUP BY refers_to) f ON f.refers_to = o.id "
     "WHERE t.n <> coalesce(r.n, 0) - o.total - coalesce(f.total, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 contains %2 %3 of tax, but %4 was booked."),
     "SELECT o.number, l.tax, o.currency, coalesce(t.n, 0) FROM orders o "
     "JOIN (SELECT order_id, CAST(sum(tax) AS BIGINT) AS tax FROM order_line GROUP BY order_id) l ON l.order_id = o.id "
     "LEFT JOIN (SELECT x.reservation_id, CAST(sum(x.amount) AS BIGINT) AS n FROM transfer x JOIN account c ON c.id = x.credit_id "
     "WHERE c.kind = 'tax' GROUP BY x.reservation_id) t ON t.reservation_id = o.reservation_id "
     "WHERE o.kind <> 'refund' AND l.tax <> coalesce(t.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "The refunds of order %1 contain %2 %3 of tax, but %4 was booked back."),
     "SELECT o.number, coalesce(l.tax, 0), o.currency, coalesce(t.n, 0) FROM orders o "
     "LEFT JOIN (SELECT f.refers_to, CAST(sum(y.tax) AS BIGINT) AS tax FROM orders f JOIN order_line y ON y.order_id = f.id WHERE f.kind = 'refund' "
     "GROUP BY f.refers_to) l ON l.refers_to = o.id "
     "LEFT JOIN (SELECT x.reservation_id, CAST(sum(x.amount) AS BIGINT) AS n FROM transfer x JOIN account d ON d.id = x.debit_id "
     "WHERE d.kind = 'tax' GROUP BY x.reservation_id) t ON t.reservation_id = o.reservation_id "
     "WHERE o.kind <> 'refund' AND coalesce(l.tax, 0) <> coalesce(t.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: refunds give back %2 %3 of its revenue, but %4 was booked."),
     "SELECT e.name, coalesce(l.net, 0), t.currency, t.n FROM (SELECT d.owner, x.currency, CAST(sum(x.amount) AS BIGINT) AS n FROM transfer x "
     "JOIN account d ON d.id = x.debit_id WHERE d.kind = 'revenue' AND x.reservation_id IS NOT NULL GROUP BY d.owner, x.currency) t "
     "JOIN event e ON e.id = t.owner LEFT JOIN (SELECT y.event_id, o.currency, "
     "CAST(sum(y.unit_price - y.discount + y.fee - y.tax - (y.fee - " FEE_TAX ")) AS BIGINT) AS net FROM order_line y JOIN orders o ON o.id = y.order_id "
     "WHERE o.kind = 'refund' GROUP BY y.event_id, o.currency) l ON l.event_id = t.owner AND l.currency = t.currency WHERE coalesce(l.net, 0) <> t.n LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: refunds give back fees of %2 %3 without tax, but %4 was booked."),
     "SELECT e.name, coalesce(l.net, 0), t.currency, t.n FROM (SELECT d.owner, x.currency, CAST(sum(x.amount) AS BIGINT) AS n FROM transfer x "
     "JOIN account d ON d.id = x.debit_id WHERE d.kind = 'fee' AND x.reservation_id IS NOT NULL GROUP BY d.owner, x.currency) t "
     "JOIN event e ON e.id = t.owner LEFT JOIN (SELECT y.event_id, o.currency, "
     "CAST(sum(y.fee - " FEE_TAX ") AS BIGINT) AS net FROM order_line y JOIN orders o ON o.id = y.order_id "
     "WHERE o.kind = 'refund' GROUP BY y.event_id, o.currency) l ON l.event_id = t.owner AND l.currency = t.currency WHERE coalesce(l.net, 0) <> t.n LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: its order lines earn %2 %3, but %4 was booked as its revenue."),
     "SELECT e.name, l.net, l.currency, coalesce(t.n, 0) FROM (SELECT y.event_id, o.currency, "
     "CAST(sum(y.unit_price - y.discount + y.fee - y.tax - (y.fee - " FEE_TAX ")) AS BIGINT) AS net FROM order_line y JOIN orders o ON o.id = y.order_id "
     "WHERE o.kind <> 'refund' GROUP BY y.event_id, o.currency) l JOIN event e ON e.id = l.event_id "
     "LEFT JOIN (SELECT c.owner, x.currency, CAST(sum(x.amount) AS BIGINT) AS n FROM transfer x JOIN account c ON c.id = x.credit_id "
     "WHERE c.kind = 'revenue' AND x.reservation_id IS NOT NULL GROUP BY c.owner, x.currency) t ON t.owner = l.event_id "
     "AND t.currency = l.currency WHERE l.net <> coalesce(t.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: its order lines charge fees of %2 %3 without tax, but %4 was booked as fees."),
     "SELECT e.name, l.net, l.currency, coalesce(t.n, 0) FROM (SELECT y.event_id, o.currency, "
     "CAST(sum(y.fee - " FEE_TAX ") AS BIGINT) AS net FROM order_line y JOIN orders o ON o.id = y.order_id "
     "WHERE o.kind <> 'refund' GROUP BY y.event_id, o.currency) l JOIN event e ON e.id = l.event_id "
     "LEFT JOIN (SELECT c.owner, x.currency, CAST(sum(x.amount) AS BIGINT) AS n FROM transfer x JOIN account c ON c.id = x.credit_id "
     "WHERE c.kind = 'fee' AND x.reservation_id IS NOT NULL GROUP BY c.owner, x.currency) t ON t.owner = l.event_id "
     "AND t.currency = l.currency WHERE l.net <> coalesce(t.n, 0) LIMIT ?"},
};

#undef FEE_TAX

constexpr Check Drawers[] = {
    {QT_TRANSLATE_NOOP("Verify", "%1: shift %2 is closed, but has no Z."),
     "SELECT t.name, s.number FROM drawer_shift s JOIN terminal t ON t.id = s.terminal_id LEFT JOIN z_report z ON z.drawer_shift_id = s.id "
     "WHERE s.state = 'closed' AND z.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: Z %2 belongs to a shift that is not closed."),
     "SELECT t.name, z.number FROM z_report z JOIN terminal t ON t.id = z.terminal_id LEFT JOIN drawer_shift s ON s.id = z.drawer_shift_id "
     "AND s.state = 'closed' AND s.terminal_id = z.terminal_id WHERE s.id IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: shift %2 began with a float of %3, but %4 were put into the drawer."),
     "SELECT t.name, s.number, s.opening, coalesce(x.n, 0) FROM drawer_shift s JOIN terminal t ON t.id = s.terminal_id LEFT JOIN ("
     "SELECT f.chain_id, f.seq, CAST(sum(f.amount) AS BIGINT) AS n FROM transfer f JOIN account d ON d.id = f.debit_id AND d.kind = 'drawer' "
     "JOIN account c ON c.id = f.credit_id AND c.kind = 'float' GROUP BY f.chain_id, f.seq) x ON x.chain_id = s.chain_id AND x.seq = s.seq "
     "WHERE s.opening <> coalesce(x.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: a %2 of %3 moved %4 into the drawer."),
     "SELECT t.name, m.kind, m.amount, coalesce(x.n, 0) FROM cash_movement m JOIN drawer_shift s ON s.id = m.drawer_shift_id "
     "JOIN terminal t ON t.id = s.terminal_id LEFT JOIN (SELECT f.chain_id, f.seq, "
     "CAST(sum(CASE WHEN d.kind = 'drawer' THEN f.amount ELSE -f.amount END) AS BIGINT) AS n FROM transfer f JOIN account d ON d.id = f.debit_id "
     "JOIN account c ON c.id = f.credit_id WHERE 'paid_in_out' IN (c.kind, d.kind) GROUP BY f.chain_id, f.seq) x "
     "ON x.chain_id = m.chain_id AND x.seq = m.seq "
     "WHERE coalesce(x.n, 0) <> CASE WHEN m.kind = 'paid_out' THEN -m.amount ELSE m.amount END LIMIT ?"},
    // The difference and what was counted: together all that was expected leaves the drawer.
    {QT_TRANSLATE_NOOP("Verify", "%1: Z %2 expected %3 in the drawer, but its transfers take %4 out of it."),
     "SELECT t.name, z.number, z.expected, coalesce(x.n, 0) FROM z_report z JOIN terminal t ON t.id = z.terminal_id LEFT JOIN ("
     "SELECT f.chain_id, f.seq, CAST(sum(CASE WHEN c.kind = 'drawer' THEN f.amount ELSE -f.amount END) AS BIGINT) AS n FROM transfer f "
     "JOIN account d ON d.id = f.debit_id JOIN account c ON c.id = f.credit_id WHERE 'drawer' IN (c.kind, d.kind) GROUP BY f.chain_id, f.seq) x "
     "ON x.chain_id = z.chain_id AND x.seq = z.seq WHERE z.expected <> coalesce(x.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: Z %2 counts %3, but the latest count of its shift says %4."),
     "SELECT t.name, z.number, z.counted, n.total FROM z_report z JOIN terminal t ON t.id = z.terminal_id "
     "JOIN drawer_count n ON n.drawer_shift_id = z.drawer_shift_id AND n.number = (SELECT max(number) FROM drawer_count "
     "WHERE drawer_shift_id = z.drawer_shift_id) WHERE z.counted <> n.total LIMIT ?"},
};

constexpr Check Records[] = {
    {QT_TRANSLATE_NOOP("Verify", "Grant %1 to a door points at a journal record that is not there."),
     "SELECT g.number FROM door_grant g LEFT JOIN journal j ON j.chain_id = g.chain_id AND j.seq = g.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "The conflict about order %1 points at a journal record that is not there."),
     "SELECT d.number FROM door_sale_conflict d LEFT JOIN journal j ON j.chain_id = d.chain_id AND j.seq = d.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "The conflict about ticket %1 points at a journal record that is not there."),
     "SELECT d.ticket_number FROM door_conflict d LEFT JOIN journal j ON j.chain_id = d.chain_id AND j.seq = d.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A passage of ticket %1 points at a journal record that is not there."),
     "SELECT a.ticket_number FROM admission a LEFT JOIN journal j ON j.chain_id = a.chain_id AND j.seq = a.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A correction of a payment to %1 points at a journal record that is not there."),
     "SELECT c.tender FROM tender_correction c LEFT JOIN journal j ON j.chain_id = c.chain_id AND j.seq = c.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A change of a ticket (%1) points at a journal record that is not there."),
     "SELECT c.kind FROM ticket_change c LEFT JOIN journal j ON j.chain_id = c.chain_id AND j.seq = c.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Promo code %1 points at a journal record that is not there."),
     "SELECT p.code FROM promo_code p LEFT JOIN journal j ON j.chain_id = p.chain_id AND j.seq = p.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A discount of %1 points at a journal record that is not there."),
     "SELECT d.amount FROM order_discount d LEFT JOIN journal j ON j.chain_id = d.chain_id AND j.seq = d.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 points at a journal record that is not there."),
     "SELECT o.number FROM orders o LEFT JOIN journal j ON j.chain_id = o.chain_id AND j.seq = o.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A transfer of %1 %2 points at a journal record that is not there."),
     "SELECT t.amount, t.currency FROM transfer t LEFT JOIN journal j ON j.chain_id = t.chain_id AND j.seq = t.seq WHERE j.seq IS NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A move of %1 places points at a journal record that is not there."),
     "SELECT m.n FROM allotment_move m LEFT JOIN journal j ON j.chain_id = m.chain_id AND j.seq = m.seq WHERE j.seq IS NULL LIMIT ?"},
};

constexpr Check Promos[] = {
    {QT_TRANSLATE_NOOP("Verify", "Promo code %1 counts %2 uses, but carts and orders have %3."),
     "SELECT p.code, p.taken, coalesce(u.n, 0) FROM promo_code p LEFT JOIN (SELECT promo_id, count(*) AS n FROM ("
     "SELECT d.promo_id FROM reservation_discount d JOIN reservation r ON r.id = d.reservation_id WHERE r.state IN ('active', 'paying') "
     "UNION ALL SELECT promo_id FROM order_discount) x WHERE promo_id IS NOT NULL GROUP BY promo_id) u ON u.promo_id = p.id "
     "WHERE p.taken <> CASE WHEN p.total_limit IS NULL THEN 0 ELSE coalesce(u.n, 0) END LIMIT ?"},
    // Two entries for one customer that were merged later may have more uses together than one may.
    {QT_TRANSLATE_NOOP("Verify", "Promo code %1 was used %2 times by one customer, but each may use it %3 times."),
     "SELECT p.code, u.n, p.customer_limit FROM promo_code p JOIN (SELECT d.promo_id, r.customer_id, count(*) AS n FROM reservation_discount d "
     "JOIN reservation r ON r.id = d.reservation_id WHERE d.promo_id IS NOT NULL AND r.state IN ('active', 'paying', 'completed') "
     "GROUP BY d.promo_id, r.customer_id) u ON u.promo_id = p.id WHERE p.customer_limit IS NOT NULL AND (u.customer_id IS NULL OR u.n > p.customer_limit) "
     "AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.merged_into = u.customer_id) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 was charged %2 less, but its discounts add up to %3."),
     "SELECT o.number, l.n, coalesce(d.n, 0) FROM orders o JOIN (SELECT order_id, CAST(sum(discount) AS BIGINT) AS n FROM order_line GROUP BY order_id) l "
     "ON l.order_id = o.id LEFT JOIN (SELECT order_id, CAST(sum(amount) AS BIGINT) AS n FROM order_discount GROUP BY order_id) d ON d.order_id = o.id "
     "WHERE o.kind = 'sale' AND l.n <> coalesce(d.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "A cart of %1 (%2) counts %3 discounts, but has %4."),
     "SELECT r.currency, r.state, r.discounts, coalesce(d.n, 0) FROM reservation r LEFT JOIN (SELECT reservation_id, count(*) AS n FROM reservation_discount "
     "GROUP BY reservation_id) d ON d.reservation_id = r.id WHERE r.discounts <> coalesce(d.n, 0) LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Order %1 has %2 discounts, but its cart had %3."),
     "SELECT o.number, coalesce(n.n, 0), r.discounts FROM orders o JOIN reservation r ON r.id = o.reservation_id LEFT JOIN (SELECT order_id, count(*) AS n "
     "FROM order_discount GROUP BY order_id) n ON n.order_id = o.id WHERE r.discounts <> coalesce(n.n, 0) LIMIT ?"},
};

constexpr Check Archived[] = {
    {QT_TRANSLATE_NOOP("Verify", "%1 is archived, but a reservation of its places is %2."),
     "SELECT e.name, r.state FROM event e JOIN reservation_line l ON l.event_id = e.id JOIN reservation r ON r.id = l.reservation_id "
     "WHERE e.archived_at IS NOT NULL AND r.state IN ('active', 'paying') LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1 is archived, but order %2 was made after that."),
     "SELECT e.name, o.number FROM event e JOIN order_line l ON l.event_id = e.id JOIN orders o ON o.id = l.order_id "
     "WHERE e.archived_at IS NOT NULL AND o.created_at > e.archived_at LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1 is archived, but ticket %2 was changed after that (%3)."),
     "SELECT e.name, t.number, c.kind FROM event e JOIN ticket t ON t.event_id = e.id JOIN ticket_change c ON c.ticket_id = t.id "
     "WHERE e.archived_at IS NOT NULL AND c.at > e.archived_at AND c.kind IN ('revoked', 'reinstated', 'given') LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1 is archived, but ticket %2 was scanned after that."),
     "SELECT e.name, a.ticket_number FROM event e JOIN admission a ON a.event_id = e.id WHERE e.archived_at IS NOT NULL AND a.at > e.archived_at LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1 waits for somebody to register, but has a holder."),
     "SELECT t.number FROM ticket_waiting w JOIN ticket t ON t.id = w.ticket_id WHERE t.holder_id IS NOT NULL LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1 waits for an e-mail that a customer has."),
     "SELECT t.number FROM ticket_waiting w JOIN ticket t ON t.id = w.ticket_id JOIN customer c ON lower(c.email) = w.email AND c.email <> '' "
     "WHERE c.erased_at IS NULL AND c.merged_into IS NULL AND t.state <> 'void' LIMIT ?"},
};

constexpr Check Admissions[] = {
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1: passage %2 (%3) does not follow the one before it."),
     "SELECT a.ticket_number, a.number, a.direction FROM admission a LEFT JOIN (SELECT id, ticket_number, number, direction FROM admission UNION ALL "
     "SELECT event_id, ticket_number, number, direction FROM door_sighting) b ON b.ticket_number = a.ticket_number "
     "AND b.number = a.number - 1 AND b.direction <> a.direction WHERE (a.number > 1 AND b.id IS NULL) OR (a.number = 1 AND a.direction <> 'entry') LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "%1: somebody came in with ticket %2, but there is no such ticket for it."),
     "SELECT e.name, a.ticket_number FROM admission a JOIN event e ON e.id = a.event_id LEFT JOIN ticket t ON t.number = a.ticket_number "
     "AND t.event_id = a.event_id WHERE t.id IS NULL AND NOT EXISTS (SELECT 1 FROM setting WHERE name = 'door_centre') " // a door knows codes, not tickets
     "AND NOT EXISTS (SELECT 1 FROM door_place p WHERE p.ticket_number = a.ticket_number AND p.event_id = a.event_id) LIMIT ?"}, // its door was not heard since
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1 was scanned as generation %2, but has only come to %3."),
     "SELECT t.number, a.generation, t.generation FROM admission a JOIN ticket t ON t.number = a.ticket_number WHERE a.generation > t.generation LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1: passage %2 is dated otherwise than its door's journal."),
     "SELECT a.ticket_number, a.number FROM admission a JOIN journal j ON j.chain_id = a.chain_id AND j.seq = a.seq WHERE a.at <> j.at LIMIT ?"},
    {QT_TRANSLATE_NOOP("Verify", "Ticket %1: passage %2 stands for another door than the one whose journal tells of it."),
     "SELECT a.ticket_number, a.number FROM admission a JOIN chain c ON c.id = a.chain_id WHERE a.terminal_id <> c.terminal_id LIMIT ?"},
};

/// The sentence with its columns put in; a name may hold a %1 of its own.
QString fill(const QString &sentence, const Row &row)
{
    QString out;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool isMark = sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1].isDigit();
        if (isMark)
            out += row.text(sentence[++i].digitValue() - 1);
        else
            out += sentence[i];
    }
    return out;
}

QStringList find(Database &db, const Check &check, int limit)
{
    // The one statement that needs the time has it written in: a number of our own.
    const QByteArray sql = QByteArray(check.sql).replace("{now}", QByteArray::number(db.now().ms));
    QStringList out;
    for (const Row &row : db.run(sql.constData(), {limit}))
        out << fill(QCoreApplication::translate("Verify", check.sentence), row);
    return out;
}

} // namespace

QStringList run(Database &db, int limit)
{
    QStringList out;
    const auto all = [&](std::span<const Check> checks) {
        for (const Check &check : checks)
            out << find(db, check, limit);
    };
    all(PlaceColumns);
    all(DoorPlaces);
    all(Sales);
    all(Refunds);
    all(Exchanges);
    all(Money);
    all(Drawers);
    all(Promos);
    all(Archived);
    all(Admissions);
    all(Records);
    return out;
}

} // namespace foyer::verify_checks
