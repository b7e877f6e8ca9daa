// PressGuard: swallows the second half of a double press, which would otherwise act on what the first one brought.
#pragma once

#include <chrono>
#include <functional>

namespace foyer {

/// Milliseconds that only ever grow, from anywhere.
using Monotonic = std::function<std::chrono::milliseconds()>;

/// Real time, by the computer's steady clock.
inline std::chrono::milliseconds steadyNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

class PressGuard
{
public:
    /// Longer than a bouncing key or a double click, shorter than a person who has read the screen.
    static constexpr std::chrono::milliseconds Pause{300};

    explicit PressGuard(Monotonic now) : m_now(std::move(now)), m_since(m_now() - Pause) {}

    void close() { m_since = m_now(); }
    bool isOpen() const { return m_now() - m_since >= Pause; }

private:
    Monotonic m_now;
    std::chrono::milliseconds m_since;
};

} // namespace foyer
