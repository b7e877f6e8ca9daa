// SetTimer: a Later that runs nothing until the test moves the time.
#pragma once

#include "core/base/later.h"

#include <map>

namespace foyer::test {

/// Moves its time through `setTime`, so that clocks and timers agree.
class SetTimer
{
public:
    SetTimer(Instant start, std::function<void(Instant)> setTime) : m_now(start), m_setTime(std::move(setTime)) {}

    Later later()
    {
        return [this](Milliseconds after, std::function<void()> body) { m_due.emplace(m_now + after, std::move(body)); };
    }

    /// Runs everything that becomes due, in order, each at its own time.
    void advance(Milliseconds by)
    {
        const Instant until = m_now + by;
        while (!m_due.empty() && m_due.begin()->first <= until) {
            auto next = m_due.extract(m_due.begin());
            moveTo(next.key());
            next.mapped()();
        }
        moveTo(until);
    }

    size_t waiting() const { return m_due.size(); }

private:
    void moveTo(Instant at)
    {
        if (at > m_now)
            m_setTime(m_now = at);
    }

    Instant m_now;
    std::function<void(Instant)> m_setTime;
    std::multimap<Instant, std::function<void()>> m_due;
};

} // namespace foyer::test
