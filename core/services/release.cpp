#include "core/services/release.h"

#include "core/services/cartdiscounts.h"
#include "core/storage/place_store.h"
#include "core/storage/writer.h"

#include <map>

namespace foyer::release {

namespace {

/// Adding places back can only fail when counters are wrong: a bug that must not be committed.
void countBack(Work &work, const std::map<AllotmentId, qint64> &places)
{
    std::vector<place_store::Delta> deltas;
    for (const auto &[allotment, count] : places)
        deltas.push_back({allotment, -count, 0});
    if (deltas.empty())
        return;
    work.last([&db = work.db(), deltas] { place_store::apply(db, deltas, place_store::Shortfall::Bug); });
}

} // namespace

void giveBackLines(Work &work, ReservationId reservation, std::span<const ReservationLine> lines)
{
    std::vector<place_store::HeldSeat> seats;
    std::map<AllotmentId, qint64> places;
    for (const ReservationLine &line : lines) {
        if (line.seat.isNull())
            places[line.allotment] += line.quantity;
        else
            seats.push_back({{line.event, line.seat}, reservation});
    }
    place_store::giveBack(work.db(), seats);
    countBack(work, places);
}

void end(Work &work, std::span<const Reservation> reservations, ReservationState as)
{
    std::vector<ReservationId> ids;
    std::vector<reservation_store::StateChange> changes;
    std::map<AllotmentId, qint64> places;
    for (const Reservation &reservation : reservations) {
        ids.push_back(reservation.id);
        changes.push_back({reservation.id, as, reservation.expiresAt});
        for (const ReservationLine &line : reservation.lines)
            if (line.seat.isNull())
                places[line.allotment] += line.quantity;
    }
    std::vector<Discount> discounts;
    for (const Reservation &reservation : reservations)
        discounts.insert(discounts.end(), reservation.discounts.begin(), reservation.discounts.end());
    reservation_store::setState(work.db(), changes);
    place_store::giveBackAll(work.db(), ids);
    cartdiscounts::giveBack(work, discounts);
    countBack(work, places);
}

void seatsFact(Work &work, const char *what, EventId event, std::span<const SeatId> seats, const Actor &actor, std::optional<Instant> until)
{
    QJsonArray ids;
    for (const SeatId seat : seats)
        ids.append(seat.toString());
    QJsonObject fact{{QStringLiteral("event"), event.toString()}, {QStringLiteral("seats"), ids}, {QStringLiteral("by"), actor.staff.toString()}};
    if (until)
        fact.insert(QStringLiteral("until"), until->ms);
    work.fact(what, fact);
}

} // namespace foyer::release
