// KeyRush: tells a scanner's keys from a person's. A scanner types a code within milliseconds and ends it with Enter.
#pragma once

#include <QtGui/QKeyEvent>

namespace foyer {

/// Goes by the time that the system gave each key, which no busy window can blur.
class KeyRush
{
public:
    /// Milliseconds: no finger is this quick, no scanner this slow.
    static constexpr quint64 Gap = 20;
    static constexpr int Keys = 4;

    /// A key came; true when it belongs to a burst.
    bool key(const QKeyEvent &event)
    {
        const quint64 at = event.timestamp();
        m_length = at > 0 && m_last > 0 && at - m_last <= Gap ? m_length + 1 : 1;
        m_last = at;
        return m_length > Keys;
    }

private:
    quint64 m_last = 0;
    int m_length = 0;
};

} // namespace foyer
