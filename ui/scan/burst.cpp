#include "ui/scan/burst.h"

namespace foyer {

void Burst::add(char character, std::chrono::milliseconds time)
{
    m_text += character;
    m_last = time;
}

bool Burst::isCode() const
{
    return m_text.startsWith(m_setup.prefix) && m_text.size() - m_setup.prefix.size() >= Shortest;
}

} // namespace foyer
