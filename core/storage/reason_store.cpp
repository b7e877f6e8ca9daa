#include "core/storage/reason_store.h"

namespace foyer::reason_store {

void add(Database &db, ChainId chain, qint64 seq, const QByteArray &salt, const QString &text)
{
    db.run("INSERT INTO private_text (chain_id, seq, field, salt, text) VALUES (?, ?, 'reason', ?, ?)", {chain, seq, salt, text});
}

std::vector<Told> of(Database &db, ChainId chain, qint64 first, qint64 last)
{
    std::vector<Told> out;
    for (const Row &row : db.run("SELECT seq, salt, text FROM private_text WHERE chain_id = ? AND seq BETWEEN ? AND ? AND field = 'reason' ORDER BY seq", {chain, first, last}))
        out.push_back({chain, row.number(0), row.bytes(1), row.text(2)});
    return out;
}

bool mayRead(Database &db)
{
    return !db.isPostgres() || db.run("SELECT has_table_privilege('private_text', 'SELECT')::int").front().number(0) == 1;
}

void forget(Database &db, CustomerId customer)
{
    db.run("DELETE FROM private_text WHERE EXISTS (SELECT 1 FROM reservation r JOIN orders s ON s.reservation_id = r.id "
           "JOIN orders o ON o.id = s.id OR o.refers_to = s.id WHERE r.customer_id = ? AND o.chain_id = private_text.chain_id AND o.seq = private_text.seq) "
           "OR EXISTS (SELECT 1 FROM reservation r JOIN orders s ON s.reservation_id = r.id JOIN order_line l ON l.order_id = s.id "
           "JOIN ticket_change t ON t.ticket_id = l.ticket_id WHERE r.customer_id = ? AND t.chain_id = private_text.chain_id AND t.seq = private_text.seq)",
           {customer, customer});
}

} // namespace foyer::reason_store
