#include "core/services/parking.h"

#include "core/domain/inputtext.h"
#include "core/services/livereservation.h"
#include "core/services/release.h"
#include "core/storage/parked_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <algorithm>

namespace foyer {

namespace {

Result<QString> cleanLabel(const QString &label)
{
    const QString text = label.simplified();
    if (text.size() > Parking::MaxLabelLength)
        return fail(ErrorCode::InvalidInput, {translate("Input", "the name of a parked cart has up to %1 letters").arg(Parking::MaxLabelLength)});
    return text;
}

/// Locks the reservation first, as everybody does, and decides who is first.
Result<Reservation> take(Work &work, ReservationId id)
{
    auto found = reservation_store::load(work.db(), std::array{id}, true);
    if (found.empty() || !parked_store::take(work.db(), id))
        return fail(ErrorCode::CartTaken);
    Reservation &reservation = found.front();
    if (reservation.state == ReservationState::Active && !reservation.isLive(work.now()))
        reservation.state = ReservationState::Expired; // as the sweeper will say
    if (reservation.state != ReservationState::Active && reservation.state != ReservationState::Expired)
        return fail(ErrorCode::ReservationEnded, {stateName(reservation.state)});
    return std::move(reservation);
}

} // namespace

Result<void> Parking::park(const Actor &actor, ReservationId id, const QString &label)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return allowed;
    const auto name = cleanLabel(label);
    if (!name)
        return fail(name.error());
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto reservation = lockActive(work, id);
        if (!reservation)
            return fail(reservation.error());
        if (reservation->lines.empty())
            return fail(ErrorCode::InvalidInput, {translate("Input", "nothing was chosen")});
        parked_store::tidy(work.db(), work.now() - KeptAfterExpiry);
        parked_store::park(work.db(), {id, *name, work.terminal(), {}, {}, work.now()}, actor.staff);
        work.fact("cart.parked", aboutReservation(id, actor));
        return {};
    });
}

Result<std::vector<ParkedCart>> Parking::list()
{
    return m_writer.read([](Database &db) {
        const Instant now = db.now();
        const auto rows = parked_store::list(db, now - KeptAfterExpiry, MaxListed);
        std::vector<ReservationId> ids;
        for (const auto &row : rows)
            ids.push_back(row.reservation);
        const auto reservations = reservation_store::load(db, ids, false);
        std::vector<ParkedCart> carts;
        for (const auto &row : rows) {
            const auto found = std::find_if(reservations.begin(), reservations.end(), [&](const Reservation &r) { return r.id == row.reservation; });
            if (found == reservations.end())
                continue;
            const Milliseconds left = found->isLive(now) ? found->expiresAt - now : Milliseconds(0);
            carts.push_back({*found, row.label, row.staffName, row.terminalName, row.at, left});
        }
        return carts;
    });
}

Result<ParkedCart> Parking::recall(const Actor &actor, ReservationId id)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<ParkedCart> {
        auto reservation = take(work, id);
        if (!reservation)
            return fail(reservation.error());
        Milliseconds left{0};
        if (reservation->state == ReservationState::Active) {
            reservation->terminal = work.terminal();
            reservation->staff = actor.staff;
            reservation->shift = actor.shift;
            reservation_store::handOver(work.db(), *reservation);
            left = reservation->expiresAt - work.now();
        }
        work.fact("cart.recalled", aboutReservation(id, actor));
        return ParkedCart{std::move(*reservation), {}, {}, {}, {}, left};
    });
}

Result<void> Parking::discard(const Actor &actor, ReservationId id)
{
    if (const auto allowed = require(actor, Permission::Sell); !allowed)
        return allowed;
    return m_writer.write([&](Work &work) -> Result<void> {
        const auto reservation = take(work, id);
        if (!reservation)
            return fail(reservation.error());
        work.fact("cart.discarded", aboutReservation(id, actor));
        if (reservation->state == ReservationState::Active) {
            release::end(work, std::span(&*reservation, 1), ReservationState::Released);
            work.fact("reservation.released", aboutReservation(id, actor));
        }
        return {};
    });
}

} // namespace foyer
