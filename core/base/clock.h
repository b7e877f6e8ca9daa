// Instant and Clock: what time it is, as something that can be set.
#pragma once

#include <QtCore/QtGlobal>

#include <atomic>
#include <chrono>
#include <compare>

namespace foyer {

using Milliseconds = std::chrono::milliseconds;

/// A moment: milliseconds since 1970-01-01 UTC.
struct Instant {
    qint64 ms = 0;

    constexpr auto operator<=>(const Instant &) const = default;
    constexpr Instant operator+(Milliseconds d) const { return {ms + d.count()}; }
    constexpr Instant operator-(Milliseconds d) const { return {ms - d.count()}; }
    constexpr Milliseconds operator-(Instant other) const { return Milliseconds(ms - other.ms); }
};

/// Where services read the time. Expiry is judged by the database's clock (DESIGN section 4): on SQLite
/// that is this one, bound as a parameter; on PostgreSQL it is foyer_now().
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override
    {
        return {std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
    }
};

/// A clock that stands still until it is set: tests, and the demo's history. Safe to read from any thread.
class SetClock final : public Clock
{
public:
    explicit SetClock(Instant start) : m_ms(start.ms) {}

    Instant now() const override { return {m_ms.load()}; }
    void set(Instant at) { m_ms.store(at.ms); }
    void advance(Milliseconds by) { m_ms.fetch_add(by.count()); }

private:
    std::atomic<qint64> m_ms;
};

} // namespace foyer
