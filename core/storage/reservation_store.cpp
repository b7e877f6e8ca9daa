#include "core/storage/reservation_store.h"

#include "core/domain/discountplan.h"
#include "core/storage/discount_store.h"

#include <unordered_map>

namespace foyer::reservation_store {

namespace {

std::optional<Instant> optionalInstant(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.instant(column));
}

template <typename I>
Batch idBatch(std::span<const I> ids)
{
    Batch batch{{"id", ColumnType::Uuid}};
    for (const I &id : ids)
        batch.add({id});
    return batch;
}

Currency trusted(const QString &code)
{
    return Currency::fromCode(code).value_or(Currency());
}

ReservationLine reservedLine(const Row &row)
{
    ReservationLine line;
    line.id = row.id<ReservationLineId>(1);
    line.event = row.id<EventId>(2);
    line.ticketType = row.id<TicketTypeId>(3);
    line.priceLevel = row.id<PriceLevelId>(4);
    line.seat = row.id<SeatId>(5);
    line.allotment = row.id<AllotmentId>(6);
    line.quantity = int(row.number(7));
    line.unitPrice = Money(row.number(8), trusted(row.text(9)));
    line.taxBasisPoints = int(row.number(10));
    line.unitFee = Money(row.number(11), line.unitPrice.currency());
    line.orderFee = Money(row.number(12), line.unitPrice.currency());
    line.discount = Money::zero(line.unitPrice.currency());
    line.eventName = row.text(13);
    line.ticketTypeName = row.text(14);
    line.priceLevelName = row.text(15);
    if (!line.seat.isNull())
        line.seatLabel = SeatLabel{row.text(16), row.text(17), row.text(18)};
    return line;
}

} // namespace

std::vector<Offer> offers(Database &db, std::span<const PriceLevelId> levels)
{
    const Rows rows = db.run(
        "SELECT p.id, p.name, coalesce((SELECT s.price FROM price_step s WHERE s.price_level_id = p.id AND s.from_at <= (SELECT foyer_now()) "
        "ORDER BY s.from_at DESC LIMIT 1), p.price), p.currency, p.tax_rate, t.id, t.name, t.admission, t.sale_from, t.sale_until, t.max_per_order, "
        "e.id, e.name, e.status, e.ends_at, e.reservation_ms, a.id, t.fee, e.order_fee, e.archived_at "
        "FROM {batch} JOIN price_level p ON p.id = batch.id JOIN ticket_type t ON t.id = p.ticket_type_id "
        "JOIN event e ON e.id = t.event_id JOIN allotment a ON a.ticket_type_id = t.id AND a.owner = 'house'",
        idBatch(levels));
    std::vector<Offer> out;
    for (const Row &row : rows) {
        Offer offer;
        offer.priceLevel = row.id<PriceLevelId>(0);
        offer.priceLevelName = row.text(1);
        offer.price = Money(row.number(2), trusted(row.text(3)));
        offer.taxBasisPoints = int(row.number(4));
        offer.ticketType = row.id<TicketTypeId>(5);
        offer.ticketTypeName = row.text(6);
        offer.seated = row.text(7) == QLatin1String("seated");
        offer.saleFrom = optionalInstant(row, 8);
        offer.saleUntil = optionalInstant(row, 9);
        offer.maxPerOrder = int(row.number(10));
        offer.event = row.id<EventId>(11);
        offer.eventName = row.text(12);
        offer.eventStatus = row.text(13);
        offer.eventEndsAt = row.instant(14);
        offer.lifetime = Milliseconds(row.number(15));
        offer.allotment = row.id<AllotmentId>(16);
        offer.fee = Money(row.number(17), offer.price.currency());
        offer.orderFee = Money(row.number(18), offer.price.currency());
        offer.isArchived = !row.isNull(19);
        out.push_back(std::move(offer));
    }
    return out;
}

std::vector<OfferedSeat> offeredSeats(Database &db, std::span<const EventSeat> seats)
{
    Batch batch{{"event_id", ColumnType::Uuid}, {"seat_id", ColumnType::Uuid}};
    for (const EventSeat &where : seats)
        batch.add({where.event, where.seat});
    const Rows rows = db.run(
        "SELECT e.id, s.id, c.ticket_type_id, s.zone, s.row_name, s.number FROM {batch} JOIN event e ON e.id = batch.event_id "
        "JOIN seat s ON s.id = batch.seat_id AND s.plan_id = e.plan_id "
        "JOIN ticket_type_category c ON c.event_id = e.id AND c.category = s.category", batch);
    std::vector<OfferedSeat> out;
    for (const Row &row : rows)
        out.push_back({{row.id<EventId>(0), row.id<SeatId>(1)}, row.id<TicketTypeId>(2), {row.text(3), row.text(4), row.text(5)}});
    return out;
}

void insert(Database &db, std::span<const Reservation> reservations)
{
    Batch batch{{"id", ColumnType::Uuid}, {"terminal_id", ColumnType::Uuid}, {"staff_id", ColumnType::Uuid}, {"shift_id", ColumnType::Uuid},
                {"channel", ColumnType::Text}, {"currency", ColumnType::Text}, {"created_at", ColumnType::Int},
                {"lifetime_ms", ColumnType::Int}, {"expires_at", ColumnType::Int}};
    for (const Reservation &r : reservations)
        batch.add({r.id, r.terminal, r.staff, r.shift, channelName(r.channel), r.currency.code(), r.createdAt,
                   qint64(r.lifetime.count()), r.expiresAt});
    db.post("INSERT INTO reservation (id, state, terminal_id, staff_id, shift_id, channel, currency, created_at, lifetime_ms, expires_at) "
           "SELECT id, 'active', terminal_id, staff_id, shift_id, channel, currency, created_at, lifetime_ms, expires_at FROM {batch}", batch);
}

void insertLines(Database &db, std::span<const ReservationLine> lines, std::span<const ReservationId> reservations)
{
    Q_ASSERT(lines.size() == reservations.size());
    Batch batch{{"id", ColumnType::Uuid}, {"reservation_id", ColumnType::Uuid}, {"event_id", ColumnType::Uuid},
                {"ticket_type_id", ColumnType::Uuid}, {"price_level_id", ColumnType::Uuid}, {"seat_id", ColumnType::Uuid},
                {"allotment_id", ColumnType::Uuid}, {"quantity", ColumnType::Int}, {"unit_price", ColumnType::Int}, {"tax_rate", ColumnType::Int},
                {"unit_fee", ColumnType::Int}, {"order_fee", ColumnType::Int}};
    for (size_t i = 0; i < lines.size(); ++i) {
        const ReservationLine &line = lines[i];
        batch.add({line.id, reservations[i], line.event, line.ticketType, line.priceLevel, line.seat, line.allotment,
                   line.quantity, line.unitPrice.minor(), line.taxBasisPoints, line.unitFee.minor(), line.orderFee.minor()});
    }
    db.post("INSERT INTO reservation_line (id, reservation_id, event_id, ticket_type_id, price_level_id, seat_id, allotment_id, quantity, "
           "unit_price, tax_rate, unit_fee, order_fee) SELECT id, reservation_id, event_id, ticket_type_id, price_level_id, seat_id, allotment_id, "
           "quantity, unit_price, tax_rate, unit_fee, order_fee FROM {batch}", batch);
}

void deleteLines(Database &db, std::span<const ReservationLineId> lines)
{
    db.post("DELETE FROM reservation_line WHERE id IN (SELECT id FROM {batch})", idBatch(lines));
}

void setPrice(Database &db, const ReservationLine &line)
{
    db.post("UPDATE reservation_line SET price_level_id = ?, unit_price = ?, tax_rate = ? WHERE id = ?",
           {line.priceLevel, line.unitPrice.minor(), line.taxBasisPoints, line.id});
}

void lock(Database &db, std::span<const ReservationId> ids)
{
    if (db.isPostgres())
        db.post("SELECT id FROM reservation WHERE id IN (SELECT id FROM {batch}) ORDER BY id FOR UPDATE", idBatch(ids));
}

std::vector<Reservation> load(Database &db, std::span<const ReservationId> ids, bool lock)
{
    const Batch batch = idBatch(ids);
    const Rows heads = db.isPostgres() && lock
        ? db.run("SELECT id, state, terminal_id, channel, currency, created_at, lifetime_ms, expires_at, staff_id, shift_id, customer_id, discounts, credit FROM reservation "
                 "WHERE id IN (SELECT id FROM {batch}) ORDER BY id FOR UPDATE", batch)
        : db.run("SELECT id, state, terminal_id, channel, currency, created_at, lifetime_ms, expires_at, staff_id, shift_id, customer_id, discounts, credit FROM reservation "
                 "WHERE id IN (SELECT id FROM {batch})", batch);
    std::vector<Reservation> out;
    std::unordered_map<ReservationId, size_t> index;
    std::vector<ReservationId> discounted;
    for (const Row &row : heads) {
        Reservation r;
        r.id = row.id<ReservationId>(0);
        r.state = reservationStateFrom(row.text(1));
        r.terminal = row.id<TerminalId>(2);
        r.channel = channelFrom(row.text(3));
        r.currency = trusted(row.text(4));
        r.createdAt = row.instant(5);
        r.lifetime = Milliseconds(row.number(6));
        r.expiresAt = row.instant(7);
        r.staff = row.id<StaffId>(8);
        r.shift = row.id<ShiftId>(9);
        r.customer = row.id<CustomerId>(10);
        if (row.number(11) > 0)
            discounted.push_back(r.id);
        if (!row.isNull(12))
            r.credit = Money(row.number(12), r.currency);
        if (index.emplace(r.id, out.size()).second)
            out.push_back(std::move(r));
    }
    const Rows lines = db.run(
        "SELECT l.reservation_id, l.id, l.event_id, l.ticket_type_id, l.price_level_id, l.seat_id, l.allotment_id, l.quantity, l.unit_price, "
        "p.currency, l.tax_rate, l.unit_fee, l.order_fee, e.name, t.name, p.name, s.zone, s.row_name, s.number "
        "FROM {batch} JOIN reservation_line l ON l.reservation_id = batch.id JOIN event e ON e.id = l.event_id "
        "JOIN ticket_type t ON t.id = l.ticket_type_id JOIN price_level p ON p.id = l.price_level_id "
        "LEFT JOIN seat s ON s.id = l.seat_id ORDER BY l.id", batch);
    for (const Row &row : lines)
        if (const auto found = index.find(row.id<ReservationId>(0)); found != index.end())
            out[found->second].lines.push_back(reservedLine(row));
    for (auto &[reservation, discount] : discount_store::ofReservations(db, discounted))
        out[index.at(reservation)].discounts.push_back(std::move(discount));
    for (const ReservationId id : discounted)
        discountplan::apply(out[index.at(id)]);
    return out;
}

void setState(Database &db, std::span<const StateChange> changes)
{
    Batch batch{{"rid", ColumnType::Uuid}, {"new_state", ColumnType::Text}, {"new_expiry", ColumnType::Int}};
    for (const StateChange &change : changes)
        batch.add({change.id, stateName(change.state), change.expiresAt});
    db.post("UPDATE reservation SET state = batch.new_state, expires_at = batch.new_expiry FROM {batch} WHERE id = batch.rid", batch);
}

void handOver(Database &db, const Reservation &to)
{
    db.post("UPDATE reservation SET terminal_id = ?, staff_id = ?, shift_id = ? WHERE id = ?", {to.terminal, to.staff, to.shift, to.id});
}

void setCustomer(Database &db, ReservationId reservation, CustomerId customer)
{
    db.post("UPDATE reservation SET customer_id = ? WHERE id = ?", {customer, reservation});
}

std::vector<ReservationId> lockExpired(Database &db, Instant now, int limit)
{
    const Rows rows = db.isPostgres()
        ? db.run("SELECT id FROM reservation WHERE state = 'active' AND expires_at <= ? ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED", {now, limit})
        : db.run("SELECT id FROM reservation WHERE state = 'active' AND expires_at <= ? ORDER BY expires_at LIMIT ?", {now, limit});
    std::vector<ReservationId> out;
    for (const Row &row : rows)
        out.push_back(row.id<ReservationId>(0));
    return out;
}

bool expiredHold(Database &db, std::span<const AllotmentId> allotments, Instant now)
{
    const Rows rows = db.run(
        "SELECT 1 FROM {batch} WHERE EXISTS (SELECT 1 FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id "
        "WHERE r.state = 'active' AND r.expires_at <= ? AND l.allotment_id = batch.id)", idBatch(allotments), {}, {now});
    return !rows.empty();
}

std::vector<ReservationId> paying(Database &db, TerminalId terminal)
{
    std::vector<ReservationId> out;
    for (const Row &row : db.run("SELECT id FROM reservation WHERE state = 'paying' AND terminal_id = ? ORDER BY created_at", {terminal}))
        out.push_back(row.id<ReservationId>(0));
    return out;
}

} // namespace foyer::reservation_store
