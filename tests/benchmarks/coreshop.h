// CoreShop: what the web shop's callers do, done by clerks alone: the core without HTTP, JSON and a card desk.
#pragma once

#include "core/services/boxoffice.h"
#include "core/services/clerks.h"

namespace foyer::bench {

class CoreShop
{
public:
    /// Clerks of the server's number, each with a box office of its own.
    CoreShop(const BoxOfficeConfig &office, int clerks, EventId event);
    ~CoreShop();

    /// So many callers ask again as soon as they are answered, until there were `count` reservations of the best two seats. Seconds.
    double reserveBest(int callers, int count);
    /// The same with orders of two places, reserved, paid by card and settled. Seconds.
    double sellByCard(int callers, int count);

private:
    using Done = std::function<void()>;
    double repeat(int callers, int count, const std::function<void(Done)> &once);

    Actor m_actor;
    Event m_event;
    std::unique_ptr<Clerks> m_clerks;
};

} // namespace foyer::bench
