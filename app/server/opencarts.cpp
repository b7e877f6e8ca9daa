#include "app/server/opencarts.h"

namespace foyer::server {

namespace {

constexpr qsizetype ManyCallers = 10'000; ///< then those who hold nothing are forgotten

} // namespace

void OpenCarts::forgetEnded(Held &held, Instant now)
{
    held.open.removeIf([now](std::pair<const ReservationId &, Instant &> entry) { return entry.second <= now; });
}

void OpenCarts::forgetIdle(Instant now)
{
    m_held.removeIf([now](std::pair<const QUuid &, Held &> entry) {
        forgetEnded(entry.second, now);
        return entry.second.open.isEmpty() && entry.second.coming == 0;
    });
}

bool OpenCarts::enter(const Caller &caller, Instant now)
{
    if (!counts(caller))
        return true;
    const std::lock_guard lock(m_mutex);
    const int most = caller.customer.isNull() ? m_limits.ofToken : m_limits.ofCustomer;
    if (m_held.size() >= ManyCallers)
        forgetIdle(now);
    Held &held = m_held[caller.owner()];
    if (held.open.size() + held.coming >= most) // only whoever seems to have too many is looked at closely
        forgetEnded(held, now);
    if (held.open.size() + held.coming >= most)
        return false;
    ++held.coming;
    return true;
}

void OpenCarts::opened(const Caller &caller, const Reservation &reservation)
{
    if (!counts(caller))
        return;
    const std::lock_guard lock(m_mutex);
    Held &held = m_held[caller.owner()];
    --held.coming;
    held.open.insert(reservation.id, reservation.expiresAt);
}

void OpenCarts::failed(const Caller &caller)
{
    if (!counts(caller))
        return;
    const std::lock_guard lock(m_mutex);
    --m_held[caller.owner()].coming;
}

void OpenCarts::extended(const Caller &caller, const Reservation &reservation)
{
    const std::lock_guard lock(m_mutex);
    if (const auto held = m_held.find(caller.owner()); held != m_held.end() && held->open.contains(reservation.id))
        held->open.insert(reservation.id, reservation.expiresAt);
}

void OpenCarts::ended(const Caller &caller, ReservationId reservation)
{
    const std::lock_guard lock(m_mutex);
    if (const auto held = m_held.find(caller.owner()); held != m_held.end())
        held->open.remove(reservation);
}

} // namespace foyer::server
