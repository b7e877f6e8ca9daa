#include "core/services/inventory.h"

#include "core/domain/discountplan.h"
#include "core/services/archiverules.h"
#include "core/services/cartdiscounts.h"
#include "core/services/livereservation.h"
#include "core/services/release.h"
#include "core/services/reservebatch.h"
#include "core/services/reservebest.h"
#include "core/services/seatboards.h"
#include "core/storage/writer.h"

#include <QtCore/QCoreApplication>

#include <array>
#include <map>

namespace foyer {

namespace {

constexpr int LockedAttempts = 8;
constexpr int SweepBatch = 200;

ClaimState claimStateFrom(const QString &name)
{
    return name == QLatin1String("held") ? ClaimState::Held
        : name == QLatin1String("sold")  ? ClaimState::Sold
        : name == QLatin1String("killed") ? ClaimState::Killed
                                          : ClaimState::House;
}

} // namespace

Inventory::Inventory(Writer &writer, Catalogue &catalogue, const Clock &clock)
    : m_writer(writer), m_boards(std::make_unique<SeatBoards>(*this, catalogue, clock))
{
}

Inventory::~Inventory() = default;

TypeAvailability EventAvailability::total() const
{
    TypeAvailability sum;
    for (const TypeAvailability &type : types) {
        sum.capacity += type.capacity;
        sum.held += type.held;
        sum.sold += type.sold;
        sum.blocked += type.blocked;
    }
    return sum;
}

std::vector<Result<Reservation>> Inventory::reserve(const Actor &actor, std::span<const ReserveRequest> requests)
{
    const auto all = [&](const Error &error) { return std::vector<Result<Reservation>>(requests.size(), Result<Reservation>(fail(error))); };
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return all(allowed.error());

    ReserveBatch batch(actor, requests);
    auto mode = ReserveBatch::Mode::Optimistic;
    for (int attempt = 0;; ++attempt) {
        try {
            auto answers = m_writer.write([&](Work &work) { return batch.run(work, mode, attempt < LockedAttempts); });
            if (answers)
                return std::move(*answers);
            if (requests.size() == 1 || answers.error().code != ErrorCode::Internal)
                return all(answers.error());
            // A constraint spoke, which is a bug: find the member that trips it and let the others pass.
            std::vector<Result<Reservation>> singly;
            for (const ReserveRequest &request : requests)
                singly.push_back(reserve(actor, request));
            return singly;
        } catch (const PlacesRanOut &) {
            mode = ReserveBatch::Mode::Locked;
            if (const auto swept = sweep(); !swept)
                return all(swept.error());
        }
    }
}

Result<Reservation> Inventory::reserve(const Actor &actor, const ReserveRequest &request)
{
    return std::move(reserve(actor, std::span(&request, 1)).front());
}

Result<Reservation> Inventory::removeLines(const Actor &actor, ReservationId reservation, std::span<const ReservationLineId> lines)
{
    return m_writer.write([&](Work &work) -> Result<Reservation> {
        auto found = lockActive(work, reservation);
        if (!found)
            return found;
        std::vector<ReservationLine> removed;
        std::vector<ReservationLine> kept;
        for (const ReservationLine &line : found->lines)
            (std::find(lines.begin(), lines.end(), line.id) == lines.end() ? kept : removed).push_back(line);
        if (removed.empty())
            return found;
        // A discount of a line goes with it, and all go with the last line: a cart without tickets keeps nobody's code.
        const bool isLast = kept.empty();
        found->lines = std::move(kept);
        cartdiscounts::remove(work, *found, [&](const Discount &discount) {
            return isLast || (!discount.line.isNull() && std::find(lines.begin(), lines.end(), discount.line) != lines.end());
        });
        release::giveBackLines(work, reservation, removed);
        reservation_store::deleteLines(work.db(), lines);
        QJsonArray ids;
        QJsonArray places; // the lines are gone: nobody else could tell which places came back
        for (const ReservationLine &line : removed) {
            ids.append(line.id.toString());
            QJsonObject place{{QStringLiteral("event"), line.event.toString()}, {QStringLiteral("type"), line.ticketType.toString()}};
            if (!line.seat.isNull())
                place.insert(QStringLiteral("seat"), line.seat.toString());
            places.append(place);
        }
        QJsonObject fact = aboutReservation(reservation, actor);
        fact.insert(QStringLiteral("lines"), ids);
        fact.insert(QStringLiteral("places"), places);
        work.fact("reservation.removed", fact);
        discountplan::apply(*found);
        return found;
    });
}

Result<Reservation> Inventory::setPriceLevel(const Actor &actor, ReservationId reservation, ReservationLineId lineId, PriceLevelId level)
{
    return m_writer.write([&](Work &work) -> Result<Reservation> {
        auto found = lockActive(work, reservation);
        if (!found)
            return found;
        const auto line = std::find_if(found->lines.begin(), found->lines.end(), [&](const auto &l) { return l.id == lineId; });
        const auto offers = reservation_store::offers(work.db(), std::array{level});
        if (line == found->lines.end() || offers.empty() || offers.front().ticketType != line->ticketType)
            return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this price")});
        const auto &offer = offers.front();
        line->priceLevel = level;
        line->priceLevelName = offer.priceLevelName;
        line->unitPrice = offer.price;
        line->taxBasisPoints = offer.taxBasisPoints;
        reservation_store::setPrice(work.db(), *line);
        discountplan::apply(*found);
        QJsonObject fact = aboutReservation(reservation, actor);
        fact.insert(QStringLiteral("line"), lineId.toString());
        fact.insert(QStringLiteral("level"), level.toString());
        work.fact("reservation.repriced", fact);
        return found;
    });
}

Result<Reservation> Inventory::extend(const Actor &actor, ReservationId reservation)
{
    return m_writer.write([&](Work &work) -> Result<Reservation> {
        auto found = lockActive(work, reservation);
        if (!found)
            return found;
        found->expiresAt = std::min(found->limit(), work.now() + found->lifetime);
        reservation_store::setState(work.db(), std::array{reservation_store::StateChange{reservation, found->state, found->expiresAt}});
        place_store::setExpiry(work.db(), std::array{place_store::Expiry{reservation, found->expiresAt}});
        work.fact("reservation.extended", aboutReservation(reservation, actor));
        return found;
    });
}

Result<void> Inventory::release(const Actor &actor, ReservationId reservation)
{
    return m_writer.write([&](Work &work) -> Result<void> {
        auto found = lockActive(work, reservation);
        if (!found)
            return fail(found.error());
        release::end(work, std::span(&*found, 1), ReservationState::Released);
        work.fact("reservation.released", aboutReservation(reservation, actor));
        return {};
    });
}

Result<Reservation> Inventory::find(ReservationId reservation)
{
    return m_writer.read([&](Database &db) -> Result<Reservation> {
        auto found = reservation_store::load(db, std::array{reservation}, false);
        if (found.empty())
            return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this reservation")});
        return std::move(found.front());
    });
}

Result<int> Inventory::sweep()
{
    const auto reservations = sweepReservations();
    if (!reservations)
        return reservations;
    const auto seats = releaseHouseSeats();
    return seats ? Result<int>(*reservations + *seats) : seats;
}

Result<int> Inventory::releaseHouseSeats()
{
    int total = 0;
    for (;;) {
        const auto released = m_writer.write([&](Work &work) -> int {
            const auto due = place_store::releaseDue(work.db(), work.now(), SweepBatch);
            std::map<EventId, std::vector<SeatId>> byEvent;
            for (const auto &where : due)
                byEvent[where.event].push_back(where.seat);
            for (const auto &[event, seats] : byEvent)
                release::seatsFact(work, "seats.released", event, seats, {});
            return int(due.size());
        });
        if (!released)
            return released;
        total += *released;
        if (*released < SweepBatch)
            return total;
    }
}

Result<int> Inventory::sweepReservations()
{
    int total = 0;
    for (;;) {
        const auto swept = m_writer.write([&](Work &work) -> int {
            const auto ids = reservation_store::lockExpired(work.db(), work.now(), SweepBatch);
            if (ids.empty())
                return 0;
            const auto reservations = reservation_store::load(work.db(), ids, false);
            release::end(work, reservations, ReservationState::Expired);
            QJsonArray list;
            for (const ReservationId id : ids)
                list.append(id.toString());
            work.fact("reservation.expired", {{QStringLiteral("ids"), list}});
            return int(ids.size());
        });
        if (!swept)
            return fail(swept.error());
        total += *swept;
        if (*swept < SweepBatch)
            return total;
    }
}

Result<std::vector<EventAvailability>> Inventory::availability(std::span<const EventId> events)
{
    return m_writer.read([&](Database &db) {
        std::vector<EventAvailability> out;
        QHash<EventId, size_t> index;
        for (const EventId event : events) {
            index.insert(event, out.size());
            out.push_back({event, {}});
        }
        for (const auto &type : place_store::count(db, events, db.now()))
            out[index.value(type.event)].types.push_back({type.ticketType, int(type.capacity), int(type.held), int(type.sold), int(type.blocked)});
        return out;
    });
}

Result<std::vector<SeatClaim>> Inventory::claims(EventId event)
{
    return m_writer.read([&](Database &db) {
        std::vector<SeatClaim> out;
        for (const auto &row : place_store::claims(db, event, db.now()))
            out.push_back({row.seat, claimStateFrom(row.state), row.reservation, row.reason, row.releaseAt});
        return out;
    });
}

std::vector<Result<BestReserved>> Inventory::reserveBest(const Actor &actor, std::span<const BestRequest> requests)
{
    return ReserveBest(*this, *m_boards, m_writer.terminal()).run(actor, requests);
}

Result<BestReserved> Inventory::reserveBest(const Actor &actor, const BestRequest &request)
{
    return std::move(reserveBest(actor, std::span(&request, 1)).front());
}

Result<std::vector<SeatId>> Inventory::takenAmong(EventId event, std::span<const SeatId> seats)
{
    return m_writer.read([&](Database &db) { return place_store::takenAmong(db, event, seats, db.now()); });
}

Result<void> Inventory::block(const Actor &actor, EventId event, std::span<const SeatId> seats, const Block &block)
{
    if (const auto allowed = require(actor, Permission::BlockSeats); !allowed)
        return allowed;
    if (block.reason.trimmed().isEmpty() || (block.as != ClaimState::Killed && block.as != ClaimState::House))
        return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "a reason is missing")});
    if (block.releaseAt && block.as != ClaimState::House)
        return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "only house seats are released by the clock")});
    return m_writer.write([&](Work &work) -> Result<void> {
        if (block.releaseAt && *block.releaseAt <= work.now())
            return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "the time of release has passed")});
        if (const auto live = archiverules::mayChange(work.db(), std::array{event}); !live)
            return live;
        std::vector<reservation_store::EventSeat> wanted;
        for (const SeatId seat : seats)
            wanted.push_back({event, seat});
        const auto offered = reservation_store::offeredSeats(work.db(), wanted);
        const QString state = block.as == ClaimState::Killed ? QStringLiteral("killed") : QStringLiteral("house");
        const size_t blocked = place_store::block(work.db(), event, offered, {state, block.reason.trimmed(), block.releaseAt}, work.now());
        if (blocked != seats.size())
            return fail(ErrorCode::PlacesInUse, {QString::number(seats.size() - blocked)});
        release::seatsFact(work, "seats.blocked", event, seats, actor, block.releaseAt);
        return {};
    });
}

Result<void> Inventory::unblock(const Actor &actor, EventId event, std::span<const SeatId> seats)
{
    if (const auto allowed = require(actor, Permission::BlockSeats); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        if (const auto live = archiverules::mayChange(work.db(), std::array{event}); !live)
            return live;
        if (place_store::unblock(work.db(), event, seats) != seats.size())
            return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "a blocked seat among these")});
        release::seatsFact(work, "seats.unblocked", event, seats, actor);
        return {};
    });
}

} // namespace foyer
