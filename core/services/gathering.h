// Gathering: how many requests a free clerk waits for before it begins (DESIGN section 4).
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace foyer {

/// A transaction costs much the same for one request as for ten, so a clerk who begins with the first that comes back after an
/// answer leaves the others to a second transaction. It waits for its share of those who were there lately, but never longer
/// than half of what a batch takes; and a caller who is alone is never waited for.
class Gathering
{
public:
    using Duration = std::chrono::steady_clock::duration;

    static constexpr Duration LongestPatience = std::chrono::milliseconds(5);

    /// 1 or more.
    explicit Gathering(int clerks) : m_clerks(clerks) {}

    /// When so many wait, a free clerk begins at once; 1 or more.
    size_t enough() const { return std::max<size_t>(1, size_t(m_callers) / size_t(m_clerks)); }
    /// For how long it waits for them.
    Duration patience() const { return std::min(m_usual / 2, LongestPatience); }

    /// A batch begins while so many requests wait or are in the clerks' hands, its own among them.
    void began(size_t callers) { m_callers = std::max(double(callers), m_callers * Fading); }
    void ended(Duration took) { m_usual += (took - m_usual) / 8; }

private:
    static constexpr double Fading = 15.0 / 16; ///< a crowd that went is forgotten within some dozen batches

    const int m_clerks;
    double m_callers = 1; ///< the most there were lately
    Duration m_usual{};   ///< what a batch takes, a moving average
};

} // namespace foyer
