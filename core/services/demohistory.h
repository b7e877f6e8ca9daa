// DemoHistory: weeks of plausible sales for the demo, made by reserving and paying in batches while a set clock runs.
#pragma once

#include "core/services/demostock.h"

#include <functional>

namespace foyer {

/// What the history works with; the references must outlive it.
struct DemoHistoryTools {
    BoxOffice &office;
    std::function<void(Instant)> setTime;
    std::function<void(int percent)> progress;
    std::vector<Actor> sellers;
    quint64 seed;
    int percent; ///< of the usual demand
};

class DemoHistory
{
public:
    DemoHistory(DemoHistoryTools tools, std::vector<DemoShow> shows, Instant from, Instant until);

    /// Stops at the first thing that a service refuses.
    Result<void> run();

    int orders() const { return m_orders; }
    int tickets() const { return m_tickets; }

private:
    enum class Fate { Cash, Card, DeclinedThenCash, Split, Released, Expired };

    struct Stall {
        DemoShow show;
        DemoStock stock;
        Instant opens;
    };

    struct Buyer {
        size_t stall;
        DemoStock::Choice choice;
        Fate fate;
        Reservation reservation;
    };

    Result<void> sellUpTo(Instant now);
    int wanted(const Stall &stall, Instant now) const;
    Buyer meet(size_t stall, bool surely);
    ReserveRequest request(const Buyer &buyer);
    Result<void> serve(std::vector<Buyer> buyers);
    Result<void> takeMoney(const Actor &seller, const std::vector<Buyer> &buyers);
    Result<void> pay(const Actor &seller, const std::vector<PayRequest> &requests, const std::function<bool(size_t)> &declines);
    PayRequest payment(const Buyer &buyer, Tender tender, Money amount);
    void note(const CheckoutState &state);
    int below(int bound) { return int(m_random() % quint64(bound)); }

    DemoHistoryTools m_tools;
    std::vector<Stall> m_stalls;
    Instant m_from;
    Instant m_until;
    std::mt19937_64 m_random;
    std::vector<Buyer> m_leavers; ///< their reservations will have expired at the next look
    int m_attempts = 0;
    int m_orders = 0;
    int m_tickets = 0;
};

} // namespace foyer
