#include "core/storage/doordata_store.h"

#include "core/domain/inputtext.h"
#include "core/storage/setting_store.h"

#include <QtCore/QJsonArray>

namespace foyer::doordata_store {

namespace {

/// One table of the message, with how its rows are read at the centre and kept at the door.
struct ToldTable {
    const char *name;
    std::vector<BatchColumn> columns;
    const char *keep; ///< over {batch}
};

constexpr auto Int = ColumnType::Int;
constexpr auto Text = ColumnType::Text;
constexpr auto Uuid = ColumnType::Uuid;
constexpr auto Bytes = ColumnType::Bytes;

/// In the order in which one refers to the other.
const std::vector<ToldTable> &toldTables()
{
    static const std::vector<ToldTable> tables{
        {"terminal", {{"id", Uuid}, {"number", Int}, {"name", Text}, {"kind", Text}, {"public_key", Bytes}, {"created_at", Int}},
         "INSERT INTO terminal (id, number, name, kind, public_key, created_at) SELECT id, number, name, kind, public_key, created_at FROM {batch} "
         "WHERE 1 = 1 ON CONFLICT (id) DO UPDATE SET name = excluded.name"},
        {"venue", {{"id", Uuid}, {"name", Text}, {"time_zone", Text}, {"currency", Text}},
         "INSERT INTO venue (id, name, time_zone, currency) SELECT id, name, time_zone, currency FROM {batch} "
         "WHERE 1 = 1 ON CONFLICT (id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone"},
        {"seating_plan", {{"id", Uuid}, {"venue_id", Uuid}, {"name", Text}, {"document", Text}},
         "INSERT INTO seating_plan (id, venue_id, name, document) SELECT id, venue_id, name, document FROM {batch} WHERE 1 = 1 ON CONFLICT (id) DO NOTHING"},
        {"seat", {{"id", Uuid}, {"plan_id", Uuid}, {"position", Int}, {"guid", Text}, {"zone", Text}, {"row_name", Text}, {"number", Text}, {"category", Text}, {"x", Int}, {"y", Int}},
         "INSERT INTO seat (id, plan_id, position, guid, zone, row_name, number, category, x, y) SELECT id, plan_id, position, guid, zone, row_name, number, category, x, y "
         "FROM {batch} WHERE 1 = 1 ON CONFLICT (id) DO NOTHING"},
        {"event", {{"id", Uuid}, {"number", Int}, {"venue_id", Uuid}, {"plan_id", Uuid}, {"uid", Text}, {"name", Text}, {"starts_at", Int}, {"doors_at", Int}, {"ends_at", Int}, {"status", Text},
          {"reservation_ms", Int}, {"order_fee", Int}},
         "INSERT INTO event (id, number, venue_id, plan_id, uid, name, starts_at, doors_at, ends_at, status, reservation_ms, order_fee) SELECT id, number, venue_id, plan_id, uid, "
         "name, starts_at, doors_at, ends_at, status, reservation_ms, order_fee FROM {batch} WHERE 1 = 1 ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
         "starts_at = excluded.starts_at, doors_at = excluded.doors_at, ends_at = excluded.ends_at, status = excluded.status, reservation_ms = excluded.reservation_ms, "
         "order_fee = excluded.order_fee"},
        {"ticket_type", {{"id", Uuid}, {"event_id", Uuid}, {"number", Int}, {"name", Text}, {"admission", Text}, {"sale_from", Int}, {"sale_until", Int}, {"max_per_order", Int}, {"fee", Int}},
         "INSERT INTO ticket_type (id, event_id, number, name, admission, sale_from, sale_until, max_per_order, fee) SELECT id, event_id, number, name, admission, sale_from, "
         "sale_until, max_per_order, fee FROM {batch} WHERE 1 = 1 ON CONFLICT (id) DO UPDATE SET name = excluded.name, sale_from = excluded.sale_from, "
         "sale_until = excluded.sale_until, max_per_order = excluded.max_per_order, fee = excluded.fee"},
        // Of what the door was granted places of, and nothing else: it cannot sell what has no price.
        {"ticket_type_category", {{"event_id", Uuid}, {"category", Text}, {"ticket_type_id", Uuid}},
         "INSERT INTO ticket_type_category (event_id, category, ticket_type_id) SELECT event_id, category, ticket_type_id FROM {batch} "
         "WHERE 1 = 1 ON CONFLICT (event_id, category) DO NOTHING"},
        {"price_level", {{"id", Uuid}, {"ticket_type_id", Uuid}, {"number", Int}, {"name", Text}, {"price", Int}, {"currency", Text}, {"tax_rate", Int}},
         "INSERT INTO price_level (id, ticket_type_id, number, name, price, currency, tax_rate) SELECT id, ticket_type_id, number, name, price, currency, tax_rate FROM {batch} "
         "WHERE 1 = 1 ON CONFLICT (id) DO UPDATE SET name = excluded.name, price = excluded.price, tax_rate = excluded.tax_rate"},
        {"price_step", {{"price_level_id", Uuid}, {"from_at", Int}, {"price", Int}},
         "INSERT INTO price_step (price_level_id, from_at, price) SELECT price_level_id, from_at, price FROM {batch} WHERE 1 = 1 "
         "ON CONFLICT (price_level_id, from_at) DO UPDATE SET price = excluded.price"},
        {"door_barred_grant", {{"number", Int}}, "INSERT INTO door_barred_grant (number) SELECT number FROM {batch} WHERE 1 = 1 ON CONFLICT (number) DO NOTHING"},
        {"door_notice", {{"ticket_number", Text}, {"state", Text}, {"generation", Int}},
         "INSERT INTO door_notice (ticket_number, state, generation) SELECT ticket_number, state, generation FROM {batch} "
         "WHERE 1 = 1 ON CONFLICT (ticket_number) DO UPDATE SET state = excluded.state, generation = excluded.generation"},
        {"door_sighting", {{"ticket_number", Text}, {"event_id", Uuid}, {"number", Int}, {"direction", Text}, {"generation", Int}, {"terminal_id", Uuid}, {"at", Int}},
         "INSERT INTO door_sighting (ticket_number, event_id, number, direction, generation, terminal_id, at) SELECT ticket_number, event_id, number, direction, generation, "
         "terminal_id, at FROM {batch} WHERE 1 = 1 ON CONFLICT (ticket_number, number) DO NOTHING"},
        {"door_house", {{"event_id", Uuid}, {"going", Int}},
         "INSERT INTO door_house (event_id, going) SELECT event_id, going FROM {batch} WHERE 1 = 1 ON CONFLICT (event_id) DO UPDATE SET going = excluded.going"},
    };
    return tables;
}

QJsonValue jsonOf(const Row &row, int column, ColumnType type)
{
    if (row.isNull(column))
        return QJsonValue::Null;
    switch (type) {
    case ColumnType::Int:
        return row.number(column);
    case ColumnType::Uuid:
        return row.uuid(column).toString(QUuid::WithoutBraces);
    case ColumnType::Bytes:
        return QString::fromLatin1(row.bytes(column).toHex());
    case ColumnType::Text:
        break;
    }
    return row.text(column);
}

Param paramOf(const QJsonValue &value, ColumnType type)
{
    if (value.isNull())
        return std::nullopt;
    switch (type) {
    case ColumnType::Int:
        return value.toInteger();
    case ColumnType::Uuid:
        return QUuid::fromString(value.toString());
    case ColumnType::Bytes:
        return QByteArray::fromHex(value.toString().toLatin1());
    case ColumnType::Text:
        break;
    }
    return value.toString();
}

const ToldTable &tableNamed(const char *name)
{
    return *std::find_if(toldTables().begin(), toldTables().end(), [&](const ToldTable &table) { return qstrcmp(table.name, name) == 0; });
}

/// The columns stand in the same order as in the table's list.
QJsonArray rowsFor(const char *table, const Rows &rows)
{
    const auto &columns = tableNamed(table).columns;
    QJsonArray out;
    for (const Row &row : rows) {
        QJsonArray cells;
        for (size_t i = 0; i < columns.size(); ++i)
            cells.append(jsonOf(row, int(i), columns[i].type));
        out.append(cells);
    }
    return out;
}

QJsonArray readSeats(Database &db, const Horizon &horizon, const QStringList &plansThere, QJsonArray &plans)
{
    QJsonArray seats;
    for (const Row &row : db.run("SELECT DISTINCT p.id, p.venue_id, p.name, p.document FROM event e JOIN seating_plan p ON p.id = e.plan_id "
                                 "WHERE e.ends_at >= ? AND e.starts_at < ? AND e.status <> 'draft' AND e.archived_at IS NULL", {horizon.from, horizon.to})) {
        if (plansThere.contains(row.id<PlanId>(0).toString()))
            continue;
        for (const QJsonValue plan : rowsFor("seating_plan", {row}))
            plans.append(plan);
        for (const QJsonValue seat : rowsFor("seat", db.run("SELECT id, plan_id, position, guid, zone, row_name, number, category, x, y FROM seat WHERE plan_id = ?", {row.uuid(0)})))
            seats.append(seat);
    }
    return seats;
}

/// What the door needs to sell what it was granted.
template <typename Put>
void readPrices(Database &db, TerminalId door, const Put &put)
{
    put("ticket_type_category", rowsFor("ticket_type_category", db.run(
        "SELECT c.event_id, c.category, c.ticket_type_id FROM ticket_type_category c JOIN event e ON e.id = c.event_id AND e.archived_at IS NULL "
        "WHERE c.ticket_type_id IN (SELECT ticket_type_id FROM door_grant WHERE terminal_id = ?)", {door})));
    put("price_level", rowsFor("price_level", db.run(
        "SELECT p.id, p.ticket_type_id, p.number, p.name, p.price, p.currency, p.tax_rate FROM price_level p JOIN ticket_type t ON t.id = p.ticket_type_id "
        "JOIN event e ON e.id = t.event_id AND e.archived_at IS NULL WHERE t.id IN (SELECT ticket_type_id FROM door_grant WHERE terminal_id = ?)", {door})));
    put("price_step", rowsFor("price_step", db.run(
        "SELECT s.price_level_id, s.from_at, s.price FROM price_step s JOIN price_level p ON p.id = s.price_level_id JOIN ticket_type t ON t.id = p.ticket_type_id "
        "JOIN event e ON e.id = t.event_id AND e.archived_at IS NULL WHERE t.id IN (SELECT ticket_type_id FROM door_grant WHERE terminal_id = ?)", {door})));
}

QJsonArray readSightings(Database &db, const Horizon &horizon, TerminalId door, const Cursor &cursor, QJsonObject &ends)
{
    Rows rows;
    for (const Row &row : db.run("SELECT a.ticket_number, a.event_id, a.number, a.direction, a.generation, a.terminal_id, a.at, a.chain_id, a.seq FROM event e "
                                 "JOIN admission a ON a.event_id = e.id WHERE e.ends_at >= ? AND e.starts_at < ? AND e.archived_at IS NULL AND a.terminal_id <> ? "
                                 "ORDER BY a.chain_id, a.seq, a.number", {horizon.from, horizon.to, door})) {
        if (row.number(8) <= cursor.value(row.id<ChainId>(7), 0))
            continue;
        rows.push_back(row);
        ends.insert(row.id<ChainId>(7).toString(), row.number(8));
    }
    return rowsFor("door_sighting", rows);
}

} // namespace

QJsonObject terminals(Database &db)
{
    return {{QStringLiteral("terminal"), rowsFor("terminal", db.run("SELECT id, number, name, kind, public_key, created_at FROM terminal ORDER BY number"))}};
}

QJsonObject read(Database &db, const Horizon &horizon, TerminalId door, const QStringList &plansThere, const Cursor &cursor)
{
    QJsonObject told = terminals(db);
    const auto put = [&](const char *table, const QJsonArray &rows) { told.insert(QLatin1String(table), rows); };
    put("venue", rowsFor("venue", db.run("SELECT DISTINCT v.id, v.name, v.time_zone, v.currency FROM event e JOIN venue v ON v.id = e.venue_id "
                                         "WHERE e.ends_at >= ? AND e.starts_at < ? AND e.status <> 'draft' AND e.archived_at IS NULL", {horizon.from, horizon.to})));
    QJsonArray plans;
    const QJsonArray seats = readSeats(db, horizon, plansThere, plans);
    put("seating_plan", plans);
    put("seat", seats);
    put("event", rowsFor("event", db.run("SELECT e.id, e.number, e.venue_id, e.plan_id, e.uid, e.name, e.starts_at, e.doors_at, e.ends_at, e.status, e.reservation_ms, "
                                         "e.order_fee FROM event e "
                                         "WHERE e.ends_at >= ? AND e.starts_at < ? AND e.status <> 'draft' AND e.archived_at IS NULL", {horizon.from, horizon.to})));
    put("ticket_type", rowsFor("ticket_type", db.run("SELECT t.id, t.event_id, t.number, t.name, t.admission, t.sale_from, t.sale_until, CASE WHEN t.max_per_order > 300 THEN 300 ELSE t.max_per_order END, t.fee FROM event e "
                                                     "JOIN ticket_type t ON t.event_id = e.id "
                                                     "WHERE e.ends_at >= ? AND e.starts_at < ? AND e.status <> 'draft' AND e.archived_at IS NULL", {horizon.from, horizon.to})));
    put("door_notice", rowsFor("door_notice", db.run("SELECT t.number, t.state, t.generation FROM event e JOIN ticket t ON t.event_id = e.id AND (t.state <> 'valid' OR t.generation > 1) "
                                                     "WHERE e.ends_at >= ? AND e.starts_at < ? AND e.status <> 'draft' AND e.archived_at IS NULL UNION "
                                                     "SELECT t.number, t.state, t.generation FROM door_grant g JOIN door_place p ON p.grant_id = g.id AND p.state = 'sold' "
                                                     "JOIN ticket t ON t.id = p.ticket_id JOIN event e ON e.id = g.event_id " // known to be sold, although the door was lost
                                                     "WHERE g.state = 'revoked' AND e.ends_at >= ? AND e.starts_at < ?", {horizon.from, horizon.to, horizon.from, horizon.to})));
    put("door_barred_grant", rowsFor("door_barred_grant", db.run("SELECT g.number FROM door_grant g JOIN event e ON e.id = g.event_id WHERE g.state = 'revoked' AND e.ends_at >= ? "
                                                                 "AND e.starts_at < ?", {horizon.from, horizon.to})));
    readPrices(db, door, put);
    put("door_house", rowsFor("door_house", db.run("SELECT e.id, coalesce((SELECT CAST(sum(r.sold) AS BIGINT) FROM ticket_type y JOIN sales_rollup r ON r.ticket_type_id = y.id "
                                                   "WHERE y.event_id = e.id), 0) - (SELECT count(*) FROM ticket t WHERE t.event_id = e.id AND t.state = 'revoked') FROM event e "
                                                   "WHERE e.ends_at >= ? AND e.starts_at < ? AND e.status <> 'draft' AND e.archived_at IS NULL", {horizon.from, horizon.to})));
    QJsonObject ends;
    put("door_sighting", readSightings(db, horizon, door, cursor, ends));
    told.insert(QStringLiteral("read_to"), ends);
    return told;
}

Result<void> write(Database &db, const QJsonObject &told)
{
    db.run("DELETE FROM door_notice"); // all of them come each time: what was reinstated is among them no more
    db.run("DELETE FROM price_step");
    for (const ToldTable &table : toldTables()) {
        Batch batch(table.columns);
        for (const QJsonValue row : told.value(QLatin1String(table.name)).toArray()) {
            const QJsonArray cells = row.toArray();
            if (cells.size() != qsizetype(table.columns.size()))
                return fail(ErrorCode::InvalidInput, {translate("Input", "the centre's answer is not one that this door understands")});
            std::vector<Param> values;
            for (qsizetype i = 0; i < cells.size(); ++i)
                values.push_back(paramOf(cells[i], table.columns[size_t(i)].type));
            batch.add(std::move(values));
        }
        db.run(table.keep, batch);
    }
    return {};
}

QString centre(Database &db)
{
    return setting_store::find(db, QStringLiteral("door_centre")).value_or(QString());
}

std::optional<Standing> standing(Database &db)
{
    if (centre(db).isEmpty())
        return std::nullopt;
    return Standing{Instant{setting_store::find(db, QStringLiteral("door_heard")).value_or(QString()).toLongLong()}};
}

QStringList plans(Database &db)
{
    QStringList out;
    for (const Row &row : db.run("SELECT id FROM seating_plan"))
        out << row.id<PlanId>(0).toString();
    return out;
}

bool isOnSaleHere(Database &db, EventId event, TicketTypeId type)
{
    return !db.run("SELECT 1 FROM event e JOIN ticket_type t ON t.event_id = e.id JOIN price_level p ON p.ticket_type_id = t.id WHERE e.id = ? AND t.id = ? "
                   "AND (t.admission = 'general' OR EXISTS (SELECT 1 FROM ticket_type_category c WHERE c.ticket_type_id = t.id)) LIMIT 1", {event, type}).empty();
}

qint64 seatsOf(Database &db, EventId event, TicketTypeId type)
{
    return db.run("SELECT count(*) FROM ticket_type_category c JOIN event e ON e.id = c.event_id JOIN seat s ON s.plan_id = e.plan_id AND s.category = c.category "
                  "WHERE c.event_id = ? AND c.ticket_type_id = ?", {event, type}).front().number(0);
}

std::optional<TicketCode> soldHere(Database &db, TicketNumber number)
{
    const Rows rows = db.run("SELECT code FROM door_place WHERE ticket_number = ? AND state = 'sold'", {number.toString()});
    const auto read = rows.empty() ? Result<ReadCode>(fail(ErrorCode::NotFound)) : ticketcode::decode(rows.front().text(0));
    return read ? std::optional(read->code) : std::nullopt;
}

std::vector<DoorTicket> known(Database &db, std::span<const TicketCode> codes)
{
    std::vector<DoorTicket> out;
    for (const TicketCode &code : codes) {
        const Rows rows = db.run(
            "SELECT e.id, y.id, s.id, e.name, e.starts_at, y.name, s.zone, s.row_name, s.number, n.state, n.generation, p.id, p.number, p.generation, p.terminal_id, m.name, p.at, b.number "
            "FROM event e JOIN ticket_type y ON y.event_id = e.id AND y.number = ? LEFT JOIN seat s ON s.plan_id = e.plan_id AND s.position = ? "
            "LEFT JOIN door_notice n ON n.ticket_number = ? LEFT JOIN (SELECT id, number, generation, terminal_id, at, ticket_number FROM admission UNION ALL "
            "SELECT terminal_id, number, generation, terminal_id, at, ticket_number FROM door_sighting) p ON p.ticket_number = ? "
            "LEFT JOIN terminal m ON m.id = p.terminal_id LEFT JOIN door_barred_grant b ON b.number = ? WHERE e.number = ? ORDER BY p.number DESC LIMIT 1",
            {int(code.type), qint64(code.seat) - 1, code.number.toString(), code.number.toString(), qint64(code.grant), qint64(code.eventNumber)});
        if (rows.empty())
            continue;
        const Row &row = rows.front();
        DoorTicket ticket;
        ticket.ticket.number = code.number;
        ticket.ticket.event = row.id<EventId>(0);
        ticket.ticket.ticketType = row.id<TicketTypeId>(1);
        ticket.ticket.seat = row.id<SeatId>(2);
        ticket.ticket.issuer = code.issuer;
        const TicketState unheard = row.isNull(17) ? TicketState::Valid : TicketState::Revoked; // a lost door may have sold it
        ticket.ticket.state = row.isNull(9) ? unheard : ticketStateFrom(row.text(9));
        ticket.ticket.generation = row.isNull(10) ? 1 : int(row.number(10));
        ticket.eventName = row.text(3);
        ticket.startsAt = row.instant(4);
        ticket.ticketTypeName = row.text(5);
        if (!ticket.ticket.seat.isNull())
            ticket.seatLabel = SeatLabel{row.text(6), row.text(7), row.text(8)};
        if (!row.isNull(12))
            ticket.latest = Passage{row.id<AdmissionId>(11), code.number, ticket.ticket.event, int(row.number(12)), int(row.number(13)), row.id<TerminalId>(14),
                                    row.text(15), row.instant(16)};
        out.push_back(std::move(ticket));
    }
    return out;
}

} // namespace foyer::doordata_store
