// OpenCarts: how many reservations each caller holds open through this server. Whoever could open any number would close the house.
#pragma once

#include "app/server/call.h"
#include "core/domain/sale.h"

#include <QtCore/QHash>

#include <mutex>

namespace foyer::server {

/// Kept in memory: after a restart it counts from zero, while what was open goes on to its end.
class OpenCarts
{
public:
    struct Limits {
        int ofToken = 1'000;
        int ofCustomer = 10; ///< who signed in
    };

    void setLimits(Limits limits) { m_limits = limits; }

    /// Takes room for one more; false when there is none. Each success is followed by opened() or failed().
    bool enter(const Caller &caller, Instant now);
    void opened(const Caller &caller, const Reservation &reservation);
    void failed(const Caller &caller);
    /// It was extended: it counts for longer.
    void extended(const Caller &caller, const Reservation &reservation);
    /// It was paid or released.
    void ended(const Caller &caller, ReservationId reservation);

private:
    struct Held {
        QHash<ReservationId, Instant> open; ///< until when each counts
        int coming = 0;                     ///< entered and not opened yet
    };

    /// Nobody's token (trial mode) is not counted.
    static bool counts(const Caller &caller) { return !caller.owner().isNull(); }

    static void forgetEnded(Held &held, Instant now);
    void forgetIdle(Instant now);

    std::mutex m_mutex; ///< guards what follows
    Limits m_limits;
    QHash<QUuid, Held> m_held; ///< by the caller's owner
};

} // namespace foyer::server
