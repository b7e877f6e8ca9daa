#include "ui/pay/interrupted.h"

namespace foyer {

Result<std::vector<Reservation>> interruptedSales(Desk &desk)
{
    const auto ids = desk.office.checkout().paying();
    if (!ids)
        return fail(ids.error());
    std::vector<Reservation> reservations;
    for (const ReservationId id : *ids)
        if (auto found = desk.office.checkout().find(id); found && !(found->live() && found->live()->isByHand() && !found->isWaiting()))
            reservations.push_back(std::move(found->reservation));
    return reservations;
}

} // namespace foyer
