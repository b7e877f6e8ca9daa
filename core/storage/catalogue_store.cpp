#include "core/storage/catalogue_store.h"

#include "core/storage/chunks.h"

#include <QtCore/QHash>

#include <limits>

namespace foyer::catalogue_store {

namespace {

EventStatus statusFrom(const QString &name)
{
    const Result<EventStatus> status = statusFromName(name);
    if (!status)
        throw StorageError(StorageError::Kind::Corrupt, QStringLiteral("\"%1\" is not an event status").arg(name));
    return *status;
}

QString admissionName(AdmissionKind admission)
{
    return admission == AdmissionKind::Seated ? QStringLiteral("seated") : QStringLiteral("general");
}

AdmissionKind admissionFrom(const QString &name)
{
    return name == QLatin1String("seated") ? AdmissionKind::Seated : AdmissionKind::General;
}

/// Columns: id, number, venue_id, plan_id, uid, name, description, starts_at, doors_at, ends_at, status, reservation_ms,
/// order_fee, currency, archived_at.
Event eventHead(const Row &row)
{
    Event event;
    event.id = row.id<EventId>(0);
    event.number = int(row.number(1));
    event.venue = row.id<VenueId>(2);
    event.plan = row.id<PlanId>(3);
    event.uid = row.text(4);
    event.name = row.text(5);
    event.description = row.text(6);
    event.startsAt = row.instant(7);
    event.doorsAt = row.instant(8);
    event.endsAt = row.instant(9);
    event.status = statusFrom(row.text(10));
    event.reservationLifetime = Milliseconds(row.number(11));
    event.orderFee = row.money(12, 13);
    event.archivedAt = row.optionalInstant(14);
    return event;
}

std::vector<Event> eventHeadsOf(const Rows &rows)
{
    std::vector<Event> events;
    events.reserve(rows.size());
    for (const Row &row : rows)
        events.push_back(eventHead(row));
    return events;
}

void insertEvents(Database &database, std::span<const Event> events)
{
    Batch rows{{"id", ColumnType::Uuid}, {"number", ColumnType::Int}, {"venue_id", ColumnType::Uuid}, {"plan_id", ColumnType::Uuid},
               {"uid", ColumnType::Text}, {"name", ColumnType::Text}, {"description", ColumnType::Text}, {"starts_at", ColumnType::Int},
               {"doors_at", ColumnType::Int}, {"ends_at", ColumnType::Int}, {"status", ColumnType::Text}, {"reservation_ms", ColumnType::Int},
               {"order_fee", ColumnType::Int}};
    for (const Event &e : events) {
        rows.add({e.id, e.number, e.venue, e.plan, e.uid, e.name, e.description, e.startsAt, e.doorsAt, e.endsAt,
                  statusName(e.status), qint64(e.reservationLifetime.count()), e.orderFee.minor()});
    }
    database.run(
        "INSERT INTO event (id, number, venue_id, plan_id, uid, name, description, starts_at, doors_at, ends_at, status, reservation_ms, "
        "order_fee) SELECT id, number, venue_id, plan_id, uid, name, description, starts_at, doors_at, ends_at, status, reservation_ms, order_fee "
        "FROM {batch}", rows);
}

void insertTypes(Database &database, std::span<const Event> events)
{
    Batch types{{"id", ColumnType::Uuid}, {"event_id", ColumnType::Uuid}, {"number", ColumnType::Int}, {"name", ColumnType::Text},
                {"admission", ColumnType::Text}, {"sale_from", ColumnType::Int}, {"sale_until", ColumnType::Int}, {"max_per_order", ColumnType::Int}, {"fee", ColumnType::Int}};
    Batch categories{{"event_id", ColumnType::Uuid}, {"category", ColumnType::Text}, {"ticket_type_id", ColumnType::Uuid}};
    for (const Event &event : events) {
        for (const TicketType &t : event.ticketTypes) {
            types.add({t.id, event.id, t.number, t.name, admissionName(t.admission), t.saleFrom, t.saleUntil, t.maxPerOrder, t.fee.minor()});
            for (const QString &category : t.categories)
                categories.add({event.id, category, t.id});
        }
    }
    database.run(
        "INSERT INTO ticket_type (id, event_id, number, name, admission, sale_from, sale_until, max_per_order, fee) "
        "SELECT id, event_id, number, name, admission, sale_from, sale_until, max_per_order, fee FROM {batch}", types);
    database.run(
        "INSERT INTO ticket_type_category (event_id, category, ticket_type_id) "
        "SELECT event_id, category, ticket_type_id FROM {batch}", categories);
}

void insertPriceLevels(Database &database, std::span<const Event> events)
{
    Batch levels{{"id", ColumnType::Uuid}, {"ticket_type_id", ColumnType::Uuid}, {"number", ColumnType::Int}, {"name", ColumnType::Text},
                 {"price", ColumnType::Int}, {"currency", ColumnType::Text}, {"tax_rate", ColumnType::Int}};
    for (const Event &event : events) {
        for (const TicketType &type : event.ticketTypes) {
            int number = 0;
            for (const PriceLevel &l : type.priceLevels)
                levels.add({l.id, type.id, ++number, l.name, l.price.minor(), l.price.currency().code(), l.taxBasisPoints});
        }
    }
    database.run(
        "INSERT INTO price_level (id, ticket_type_id, number, name, price, currency, tax_rate) "
        "SELECT id, ticket_type_id, number, name, price, currency, tax_rate FROM {batch}", levels);
}

/// Beyond this many events one pass over all of them is quicker than looking each up.
constexpr size_t ManyEvents = 1'000;

/// Runs over the wanted events or, when they are many, over all; callers skip what they did not ask for.
Rows lookUp(Database &database, const char *sql, const Batch &wanted)
{
    if (wanted.size() <= ManyEvents)
        return database.run(sql, wanted);
    return database.run(QByteArray(sql).replace("{batch}", "(SELECT id AS wanted_id FROM event) AS batch").constData());
}

/// Where a ticket type stands in the list that is being filled.
struct Place {
    size_t event;
    size_t type;
};

using Places = QHash<TicketTypeId, Place>;

Places loadTypes(Database &database, const Batch &wanted, const QHash<EventId, size_t> &eventPlaces, std::vector<Event> &events)
{
    Places places;
    const Rows rows = lookUp(database,
        "SELECT t.id, t.event_id, t.number, t.name, t.admission, t.sale_from, t.sale_until, t.max_per_order, -a.capacity, t.fee, "
        "(SELECT v.currency FROM event e JOIN venue v ON v.id = e.venue_id WHERE e.id = t.event_id) FROM {batch} JOIN ticket_type t ON t.event_id = batch.wanted_id "
        "JOIN allotment a ON a.ticket_type_id = t.id AND a.owner = 'unissued' AND a.owner <> 'terminal' "
        "ORDER BY t.event_id, t.number", wanted);
    for (const Row &row : rows) {
        const auto eventPlace = eventPlaces.constFind(row.id<EventId>(1));
        if (eventPlace == eventPlaces.constEnd())
            continue;
        TicketType type;
        type.id = row.id<TicketTypeId>(0);
        type.number = int(row.number(2));
        type.name = row.text(3);
        type.admission = admissionFrom(row.text(4));
        type.saleFrom = row.optionalInstant(5);
        type.saleUntil = row.optionalInstant(6);
        type.maxPerOrder = int(row.number(7));
        type.capacity = int(row.number(8));
        type.fee = row.money(9, 10);
        auto &types = events[*eventPlace].ticketTypes;
        places.insert(type.id, {*eventPlace, types.size()});
        types.push_back(std::move(type));
    }
    return places;
}

/// nullptr for a type of an event that nobody asked for.
TicketType *typeAt(std::vector<Event> &events, const Places &places, TicketTypeId id)
{
    const auto place = places.constFind(id);
    return place == places.constEnd() ? nullptr : &events[place->event].ticketTypes[place->type];
}

void loadCategories(Database &database, const Batch &wanted, const Places &places, std::vector<Event> &events)
{
    const Rows rows = lookUp(database,
        "SELECT c.ticket_type_id, c.category FROM {batch} JOIN ticket_type_category c ON c.event_id = batch.wanted_id "
        "ORDER BY c.event_id, c.category", wanted);
    for (const Row &row : rows) {
        if (TicketType *type = typeAt(events, places, row.id<TicketTypeId>(0)))
            type->categories.append(row.text(1));
    }
}

void loadSteps(Database &database, const Batch &wanted, const Places &places, std::vector<Event> &events)
{
    const Rows rows = lookUp(database,
        "SELECT p.ticket_type_id, p.id, s.from_at, s.price, p.currency FROM {batch} JOIN ticket_type t ON t.event_id = batch.wanted_id "
        "JOIN price_level p ON p.ticket_type_id = t.id JOIN price_step s ON s.price_level_id = p.id ORDER BY s.price_level_id, s.from_at", wanted);
    const Instant now = database.now();
    for (const Row &row : rows) {
        TicketType *type = typeAt(events, places, row.id<TicketTypeId>(0));
        if (!type)
            continue;
        for (PriceLevel &level : type->priceLevels) {
            if (level.id != row.id<PriceLevelId>(1))
                continue;
            level.steps.push_back({row.instant(2), row.money(3, 4)});
            level.price = level.priceAt(now);
        }
    }
}

void loadPriceLevels(Database &database, const Batch &wanted, const Places &places, std::vector<Event> &events)
{
    const Rows rows = lookUp(database,
        "SELECT p.ticket_type_id, p.id, p.name, p.price, p.currency, p.tax_rate "
        "FROM {batch} JOIN ticket_type t ON t.event_id = batch.wanted_id JOIN price_level p ON p.ticket_type_id = t.id "
        "ORDER BY p.ticket_type_id, p.number", wanted);
    for (const Row &row : rows) {
        if (TicketType *type = typeAt(events, places, row.id<TicketTypeId>(0)))
            type->priceLevels.push_back({row.id<PriceLevelId>(1), row.text(2), row.money(3, 4), int(row.number(5)), row.money(3, 4)});
    }
    loadSteps(database, wanted, places, events);
}

} // namespace

void lock(Database &database)
{
    if (database.isPostgres()) // SQLite has one writer
        database.run("SELECT pg_advisory_xact_lock(hashtextextended('foyer catalogue', 0))");
}

int lastEventNumber(Database &database)
{
    return int(database.run("SELECT coalesce(max(number), 0) FROM event").front().number(0));
}

void addEvents(Database &database, std::span<const Event> events)
{
    forEachChunk(events, [&](std::span<const Event> chunk) {
        insertEvents(database, chunk);
        insertTypes(database, chunk);
        insertPriceLevels(database, chunk);
    });
}

void updateEvents(Database &database, std::span<const Event> events)
{
    forEachChunk(events, [&](std::span<const Event> chunk) {
        Batch rows{{"event_id", ColumnType::Uuid}, {"new_name", ColumnType::Text}, {"new_description", ColumnType::Text},
                   {"new_start", ColumnType::Int}, {"new_doors", ColumnType::Int}, {"new_end", ColumnType::Int}, {"new_status", ColumnType::Text}};
        for (const Event &e : chunk)
            rows.add({e.id, e.name, e.description, e.startsAt, e.doorsAt, e.endsAt, statusName(e.status)});
        database.run(
            "UPDATE event SET name = new_name, description = new_description, starts_at = new_start, doors_at = new_doors, "
            "ends_at = new_end, status = new_status FROM {batch} WHERE event.id = batch.event_id", rows);
    });
}

std::vector<Event> eventHeads(Database &database, const Period &period, qint64 limit)
{
    constexpr qint64 First = std::numeric_limits<qint64>::min();
    constexpr qint64 Last = std::numeric_limits<qint64>::max();
    // A text for each shelf, so that two of them follow an index of their own.
    QByteArray sql = "SELECT id, number, venue_id, plan_id, uid, name, description, starts_at, doors_at, ends_at, status, reservation_ms, order_fee, "
                     "(SELECT currency FROM venue WHERE venue.id = event.venue_id), archived_at FROM event WHERE starts_at >= ? AND starts_at < ? "
                     "AND (status <> 'draft' OR ? = 1) ";
    if (period.shelf != EventShelf::All)
        sql += period.shelf == EventShelf::Live ? "AND archived_at IS NULL " : "AND archived_at IS NOT NULL ";
    sql += period.latestFirst ? "ORDER BY starts_at DESC, number DESC LIMIT ?" : "ORDER BY starts_at, number LIMIT ?";
    return eventHeadsOf(database.run(sql.constData(), {period.from ? period.from->ms : First, period.to ? period.to->ms : Last, period.withDrafts, limit}));
}

std::vector<Event> eventHeads(Database &database, std::span<const EventId> ids)
{
    Batch wanted{{"wanted_id", ColumnType::Uuid}};
    for (const EventId id : ids)
        wanted.add({id});
    return eventHeadsOf(database.run(
        "SELECT id, number, venue_id, plan_id, uid, name, description, starts_at, doors_at, ends_at, status, reservation_ms, "
        "order_fee, (SELECT currency FROM venue WHERE venue.id = event.venue_id), archived_at FROM {batch} JOIN event ON event.id = batch.wanted_id", wanted));
}

void loadTicketTypes(Database &database, std::vector<Event> &events)
{
    Batch wanted{{"wanted_id", ColumnType::Uuid}};
    QHash<EventId, size_t> places;
    for (size_t i = 0; i < events.size(); ++i) {
        wanted.add({events[i].id});
        places.insert(events[i].id, i);
    }
    const Places types = loadTypes(database, wanted, places, events);
    loadCategories(database, wanted, types, events);
    loadPriceLevels(database, wanted, types, events);
}

std::vector<std::pair<QString, EventId>> eventsByUid(Database &database, VenueId venue, const QStringList &uids)
{
    Batch wanted{{"wanted_uid", ColumnType::Text}};
    for (const QString &uid : uids)
        wanted.add({uid});
    std::vector<std::pair<QString, EventId>> found;
    const Rows rows = database.run(
        "SELECT event.uid, event.id FROM {batch} JOIN event ON event.uid = batch.wanted_uid WHERE event.venue_id = ?", wanted, {}, {venue});
    for (const Row &row : rows)
        found.emplace_back(row.text(0), row.id<EventId>(1));
    return found;
}

std::optional<PriceOf> priceLevel(Database &database, PriceLevelId level)
{
    const Rows rows = database.run(
        "SELECT t.event_id, p.currency FROM price_level p JOIN ticket_type t ON t.id = p.ticket_type_id WHERE p.id = ?", {level});
    return rows.empty() ? std::nullopt : std::optional(PriceOf{rows.front().id<EventId>(0), rows.front().currency(1)});
}

void setPrice(Database &database, PriceLevelId level, Money price)
{
    database.run("UPDATE price_level SET price = ? WHERE id = ?", {price.minor(), level});
}

std::optional<PriceLevel> prices(Database &database, PriceLevelId id)
{
    const Rows rows = database.run("SELECT name, price, currency, tax_rate FROM price_level WHERE id = ?", {id});
    if (rows.empty())
        return std::nullopt;
    const Row &row = rows.front();
    PriceLevel level{id, row.text(0), row.money(1, 2), int(row.number(3)), row.money(1, 2)};
    for (const Row &step : database.run("SELECT from_at, price FROM price_step WHERE price_level_id = ? ORDER BY from_at", {id}))
        level.steps.push_back({step.instant(0), Money(step.number(1), level.basePrice.currency())});
    level.price = level.priceAt(database.now());
    return level;
}

void setSteps(Database &database, PriceLevelId level, std::optional<Instant> from, std::optional<Instant> until, std::span<const PriceStep> steps)
{
    constexpr qint64 First = std::numeric_limits<qint64>::min();
    constexpr qint64 Last = std::numeric_limits<qint64>::max();
    database.run("DELETE FROM price_step WHERE price_level_id = ? AND from_at >= ? AND from_at < ?", {level, from ? from->ms : First, until ? until->ms : Last});
    Batch batch{{"l", ColumnType::Uuid}, {"f", ColumnType::Int}, {"p", ColumnType::Int}};
    for (const PriceStep &step : steps)
        batch.add({level, step.from, step.price.minor()});
    database.run("INSERT INTO price_step (price_level_id, from_at, price) SELECT l, f, p FROM {batch} WHERE true "
                 "ON CONFLICT (price_level_id, from_at) DO UPDATE SET price = excluded.price", batch);
}

std::optional<TypeOf> ticketType(Database &database, TicketTypeId type)
{
    const Rows rows = database.run("SELECT event_id, name, admission FROM ticket_type WHERE id = ?", {type});
    if (rows.empty())
        return std::nullopt;
    return TypeOf{rows.front().id<EventId>(0), rows.front().text(1), admissionFrom(rows.front().text(2))};
}

} // namespace foyer::catalogue_store
