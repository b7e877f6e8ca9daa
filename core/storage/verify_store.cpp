#include "core/storage/verify_store.h"

#include <QtCore/QCoreApplication>

namespace foyer::verify_store {

namespace {

QString plain(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

Batch segmentBatch(std::span<const Segment> segments)
{
    Batch batch{{"c", ColumnType::Uuid}, {"a", ColumnType::Int}, {"b", ColumnType::Int}};
    for (const Segment &segment : segments)
        batch.add({segment.chain, segment.first, segment.last});
    return batch;
}

Told under(Told told, const Row &row, int chainColumn)
{
    told.chain = row.id<ChainId>(chainColumn);
    told.seq = row.number(chainColumn + 1);
    return told;
}

} // namespace

Snapshot::Snapshot(Database &database) : m_database(database)
{
    database.execute(database.isPostgres() ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") : QStringLiteral("BEGIN"));
}

Snapshot::~Snapshot()
{
    try {
        m_database.execute(QStringLiteral("ROLLBACK"));
    } catch (const StorageError &) {
        // The connection is gone, and the snapshot with it.
    }
}

std::vector<Chain> chains(Database &db)
{
    std::vector<Chain> out;
    for (const Row &row : db.run("SELECT c.id, c.number, t.public_key FROM chain c JOIN terminal t ON t.id = c.terminal_id ORDER BY c.number"))
        out.push_back({row.id<ChainId>(0), row.number(1), row.bytes(2)});
    return out;
}

QSet<ChainId> doorChains(Database &db)
{
    QSet<ChainId> out;
    for (const Row &row : db.run("SELECT chain_id FROM door"))
        out.insert(row.id<ChainId>(0));
    return out;
}

std::vector<JournalRecord> records(Database &db, ChainId after, qint64 afterSeq, int limit)
{
    std::vector<JournalRecord> out;
    const Rows rows = db.run(
        "SELECT chain_id, seq, at, body, previous_hash, hash, signature FROM journal WHERE (chain_id, seq) > (?, ?) "
        "ORDER BY chain_id, seq LIMIT ?", {Param::uuidOrZeros(after.uuid()), afterSeq, limit});
    out.reserve(rows.size());
    for (const Row &row : rows)
        out.push_back({row.id<ChainId>(0), row.number(1), row.instant(2), row.text(3).toUtf8(), row.bytes(4), row.bytes(5), row.bytes(6)});
    return out;
}

QByteArray hashOf(Database &db, ChainId chain, qint64 seq)
{
    const Rows rows = db.run("SELECT hash FROM journal WHERE chain_id = ? AND seq = ?", {chain, seq});
    return rows.empty() ? QByteArray() : rows.front().bytes(0);
}

Told transferTold(const QUuid &id, const QUuid &debit, const QUuid &credit, qint64 amount, const QString &currency)
{
    return {'f', id, {}, 0, QStringLiteral("%1 %2 %3 %4").arg(plain(debit), plain(credit), QString::number(amount), currency),
            QCoreApplication::translate("Verify", "the transfer of %1 %2").arg(QString::number(amount), currency)};
}

Told moveTold(const QUuid &id, const QUuid &from, const QUuid &to, qint64 n)
{
    return {'m', id, {}, 0, QStringLiteral("%1 %2 %3").arg(plain(from), plain(to), QString::number(n)),
            QCoreApplication::translate("Verify", "the move of %1 places").arg(n)};
}

Told orderTold(const OrderHead &order)
{
    const QStringList values{order.number, order.kind, QString::number(order.total), plain(order.reservation), plain(order.of), plain(order.exchange)};
    return {'o', order.id, {}, 0, values.join(u' '), QCoreApplication::translate("Verify", "order %1").arg(order.number)};
}

Told correctionTold(const QUuid &id, const QUuid &payment, qint64 number, const QString &tender)
{
    return {'c', id, {}, 0, QStringLiteral("%1 %2 %3").arg(plain(payment), QString::number(number), tender),
            QCoreApplication::translate("Verify", "the correction of a payment to %1").arg(tender)};
}

Told changeTold(const QUuid &id, const QUuid &ticket, qint64 number, const QString &kind, qint64 generation)
{
    return {'k', id, {}, 0, QStringLiteral("%1 %2 %3 %4").arg(plain(ticket), QString::number(number), kind, QString::number(generation)),
            QCoreApplication::translate("Verify", "the change of a ticket (%1)").arg(kind)};
}

Told admissionTold(const QUuid &id, const QString &ticket, const QUuid &event, qint64 number, const QString &direction, qint64 generation)
{
    return {'a', id, {}, 0, QStringLiteral("%1 %2 %3 %4 %5").arg(ticket, plain(event), QString::number(number), direction, QString::number(generation)),
            QCoreApplication::translate("Verify", "passage %1 of ticket %2 through a door").arg(QString::number(number), ticket)};
}

Told grantTold(const QUuid &id, qint64 number, const QUuid &door, const QUuid &type, qint64 places)
{
    return {'g', id, {}, 0, QStringLiteral("%1 %2 %3 %4").arg(QString::number(number), plain(door), plain(type), QString::number(places)),
            QCoreApplication::translate("Verify", "grant %1 of %2 places to a door").arg(QString::number(number), QString::number(places))};
}

Told ticketTold(const TicketLine &line)
{
    const QStringList values{plain(line.order), plain(line.ticket), line.ticketNumber, plain(line.event), plain(line.type), plain(line.seat),
                             QString::number(line.price), QString::number(line.fee), plain(line.refunds)};
    return {'t', line.line, {}, 0, values.join(u' '),
            QCoreApplication::translate("Verify", "ticket %1 of order %2").arg(line.ticketNumber, line.orderNumber)};
}

std::vector<Told> rowsOf(Database &db, std::span<const Segment> segments)
{
    std::vector<Told> out;
    const Batch batch = segmentBatch(segments);
    for (const Row &row : db.run("SELECT t.id, t.debit_id, t.credit_id, t.amount, t.currency, t.chain_id, t.seq FROM {batch} "
                                 "JOIN transfer t ON t.chain_id = batch.c AND t.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(under(transferTold(row.uuid(0), row.uuid(1), row.uuid(2), row.number(3), row.text(4)), row, 5));
    for (const Row &row : db.run("SELECT m.id, m.from_id, m.to_id, m.n, m.chain_id, m.seq FROM {batch} "
                                 "JOIN allotment_move m ON m.chain_id = batch.c AND m.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(under(moveTold(row.uuid(0), row.uuid(1), row.uuid(2), row.number(3)), row, 4));
    for (const Row &row : db.run("SELECT c.id, c.payment_id, c.number, c.tender, c.chain_id, c.seq FROM {batch} "
                                 "JOIN tender_correction c ON c.chain_id = batch.c AND c.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(under(correctionTold(row.uuid(0), row.uuid(1), row.number(2), row.text(3)), row, 4));
    for (const Row &row : db.run("SELECT t.id, t.ticket_id, t.number, t.kind, t.generation, t.chain_id, t.seq FROM {batch} "
                                 "JOIN ticket_change t ON t.chain_id = batch.c AND t.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(under(changeTold(row.uuid(0), row.uuid(1), row.number(2), row.text(3), row.number(4)), row, 5));
    for (const Row &row : db.run("SELECT a.id, a.ticket_number, a.event_id, a.number, a.direction, a.generation, a.chain_id, a.seq FROM {batch} "
                                 "JOIN admission a ON a.chain_id = batch.c AND a.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(under(admissionTold(row.uuid(0), row.text(1), row.uuid(2), row.number(3), row.text(4), row.number(5)), row, 6));
    for (const Row &row : db.run("SELECT d.id, d.ticket_number, d.event_id, d.number, d.direction, d.generation, d.chain_id, d.seq FROM {batch} "
                                 "JOIN door_conflict d ON d.chain_id = batch.c AND d.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(under(admissionTold(row.uuid(0), row.text(1), row.uuid(2), row.number(3), row.text(4), row.number(5)), row, 6));
    for (const Row &row : db.run("SELECT g.id, g.number, g.terminal_id, g.ticket_type_id, (SELECT count(*) FROM door_place p WHERE p.grant_id = g.id), g.chain_id, g.seq FROM {batch} "
                                 "JOIN door_grant g ON g.chain_id = batch.c AND g.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(under(grantTold(row.uuid(0), row.number(1), row.uuid(2), row.uuid(3), row.number(4)), row, 5));
    // A sale that somebody has to look at stands for its order until that is here.
    for (const Row &row : db.run("SELECT d.id, d.number, d.order_kind, d.total, d.reservation_id, d.of_id, d.exchange_id, d.chain_id, d.seq FROM {batch} "
                                 "JOIN door_sale_conflict d ON d.chain_id = batch.c AND d.seq BETWEEN batch.a AND batch.b "
                                 "WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = d.id)", batch))
        out.push_back(under(orderTold({row.uuid(0), row.text(1), row.text(2), row.number(3), row.uuid(4), row.uuid(5), row.uuid(6)}), row, 7));
    for (const Row &row : db.run("SELECT l.line_id, d.id, d.number, l.ticket_id, l.ticket_number, l.event_id, l.ticket_type_id, l.seat_id, l.price, l.fee, l.refunds_id, d.chain_id, d.seq "
                                 "FROM {batch} JOIN door_sale_conflict d ON d.chain_id = batch.c AND d.seq BETWEEN batch.a AND batch.b "
                                 "JOIN door_sale_conflict_ticket l ON l.conflict_id = d.id WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = d.id)", batch))
        out.push_back(under(ticketTold({row.uuid(0), row.uuid(1), row.text(2), row.uuid(3), row.text(4), row.uuid(5), row.uuid(6), row.uuid(7),
                                        row.number(8), row.number(9), row.uuid(10)}), row, 11));
    for (const Row &row : db.run("SELECT o.id, o.number, o.kind, o.total, o.reservation_id, o.refers_to, o.exchange_id, o.chain_id, o.seq FROM {batch} "
                                 "JOIN orders o ON o.chain_id = batch.c AND o.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(under(orderTold({row.uuid(0), row.text(1), row.text(2), row.number(3), row.uuid(4), row.uuid(5), row.uuid(6)}), row, 7));
    for (const Row &row : db.run("SELECT l.id, l.order_id, o.number, k.id, k.number, k.event_id, k.ticket_type_id, k.seat_id, "
                                 "l.unit_price - l.discount + l.fee, l.fee, l.refunds, o.chain_id, o.seq FROM {batch} "
                                 "JOIN orders o ON o.chain_id = batch.c AND o.seq BETWEEN batch.a AND batch.b "
                                 "JOIN order_line l ON l.order_id = o.id LEFT JOIN ticket k ON k.id = l.ticket_id", batch))
        out.push_back(under(ticketTold({row.uuid(0), row.uuid(1), row.text(2), row.uuid(3), row.text(4), row.uuid(5), row.uuid(6), row.uuid(7),
                                        row.number(8), row.number(9), row.uuid(10)}), row, 11));
    return out;
}

std::vector<PaymentRow> payments(Database &db, std::span<const PaymentId> ids)
{
    Batch batch{{"p", ColumnType::Uuid}};
    for (const PaymentId id : ids)
        batch.add({id});
    std::vector<PaymentRow> out;
    for (const Row &row : db.run("SELECT p.id, p.tender, p.kind, p.amount, p.state, o.number FROM {batch} JOIN payment p ON p.id = batch.p "
                                 "LEFT JOIN orders o ON o.reservation_id = p.reservation_id", batch))
        out.push_back({row.id<PaymentId>(0), row.text(1), row.text(2), row.number(3), row.text(4), row.text(5)});
    for (const Row &row : db.run("SELECT d.id, d.amount, d.state FROM {batch} JOIN card_deposit d ON d.id = batch.p", batch))
        out.push_back({row.id<PaymentId>(0), QStringLiteral("card"), QStringLiteral("deposit"), row.number(1), row.text(2), {}});
    return out;
}

std::vector<StateOf> reservations(Database &db, std::span<const ReservationId> ids)
{
    Batch batch{{"r", ColumnType::Uuid}};
    for (const ReservationId id : ids)
        batch.add({id});
    std::vector<StateOf> out;
    for (const Row &row : db.run("SELECT id, state FROM {batch} JOIN reservation ON id = batch.r", batch))
        out.push_back({row.id<ReservationId>(0), row.text(1)});
    return out;
}

QString walletValues(const QString &kind, const QUuid &owner, const QString &currency)
{
    return kind + u' ' + plain(owner) + u' ' + currency;
}

std::vector<std::pair<AccountId, QString>> wallets(Database &db, std::span<const AccountId> ids)
{
    Batch batch{{"a", ColumnType::Uuid}};
    for (const AccountId id : ids)
        batch.add({id});
    std::vector<std::pair<AccountId, QString>> out;
    for (const Row &row : db.run("SELECT id, kind, owner, currency FROM {batch} JOIN account ON id = batch.a WHERE balance IS NOT NULL", batch))
        out.emplace_back(row.id<AccountId>(0), walletValues(row.text(1), row.uuid(2), row.text(3)));
    return out;
}

std::vector<std::pair<QString, qint64>> countRows(Database &db)
{
    std::vector<std::pair<QString, qint64>> out;
    for (const Row &row : db.run("SELECT state, count(*) FROM (SELECT state FROM payment UNION ALL SELECT state FROM card_deposit) p GROUP BY state UNION ALL "
                                 "SELECT 'card deposit', count(*) FROM card_deposit UNION ALL "
                                 "SELECT 'returned place', count(*) FROM door_place WHERE state = 'returned' UNION ALL "
                                 "SELECT tender || ' ' || kind, count(*) FROM payment GROUP BY tender, kind UNION ALL "
                                 "SELECT kind, count(*) FROM account WHERE balance IS NOT NULL GROUP BY kind UNION ALL "
                                 "SELECT 'reservation ' || state, count(*) FROM reservation GROUP BY state"))
        out.emplace_back(row.text(0), row.number(1));
    return out;
}

std::vector<SaleCount> saleCounts(Database &db)
{
    std::vector<SaleCount> out;
    const Rows rows = db.run(
        "SELECT s.chain_id, s.event_id, s.ticket_type_id, s.currency, e.name, t.name, v.time_zone, s.slot, s.n, s.amount FROM ("
        "SELECT o.chain_id, l.event_id, l.ticket_type_id, o.currency, o.created_at / CAST(? AS BIGINT) AS slot, "
        "CAST(sum(CASE WHEN o.kind = 'refund' THEN -1 ELSE 1 END) AS BIGINT) AS n, CAST(sum((l.unit_price - l.discount + l.fee) "
        "* CASE WHEN o.kind = 'refund' THEN -1 ELSE 1 END) AS BIGINT) AS amount FROM order_line l JOIN orders o ON o.id = l.order_id "
        "GROUP BY o.chain_id, l.event_id, l.ticket_type_id, o.currency, slot) s "
        "JOIN event e ON e.id = s.event_id JOIN venue v ON v.id = e.venue_id JOIN ticket_type t ON t.id = s.ticket_type_id", {QuarterHourMs});
    for (const Row &row : rows)
        out.push_back({row.id<ChainId>(0), row.id<EventId>(1), row.id<TicketTypeId>(2), row.text(3), row.text(4), row.text(5), row.text(6),
                       Instant{row.number(7) * QuarterHourMs}, row.number(8), row.number(9)});
    return out;
}

std::vector<RollupRow> rollups(Database &db)
{
    std::vector<RollupRow> out;
    for (const Row &row : db.run("SELECT r.chain_id, r.event_id, r.ticket_type_id, r.currency, r.day, r.sold, r.amount, e.name, t.name "
                                 "FROM sales_rollup r JOIN event e ON e.id = r.event_id JOIN ticket_type t ON t.id = r.ticket_type_id"))
        out.push_back({row.id<ChainId>(0), row.id<EventId>(1), row.id<TicketTypeId>(2), row.text(3), int(row.number(4)), row.number(5),
                       row.number(6), row.text(7), row.text(8)});
    return out;
}

std::vector<TaxCharged> taxes(Database &db)
{
    std::vector<TaxCharged> out;
    for (const Row &row : db.run("SELECT l.unit_price - l.discount + l.fee AS gross, l.tax_rate, l.tax, o.currency, min(o.number) "
                                 "FROM order_line l JOIN orders o ON o.id = l.order_id GROUP BY gross, l.tax_rate, l.tax, o.currency"))
        out.push_back({row.number(0), int(row.number(1)), row.number(2), row.text(3), row.text(4)});
    return out;
}

qint64 ticketCount(Database &db)
{
    return db.run("SELECT count(*) FROM ticket").front().number(0);
}

qint64 transferCount(Database &db)
{
    return db.run("SELECT count(*) FROM transfer").front().number(0);
}

} // namespace foyer::verify_store
