// Burst: the keys that have come so fast, one after the other, that a scanner may have sent them.
#pragma once

#include "ui/scan/scansetup.h"

namespace foyer {

class Burst
{
public:
    /// Shorter texts are nobody's code: a ticket number has ten symbols, an order number at least seven.
    static constexpr int Shortest = 6;

    explicit Burst(ScanSetup setup) : m_setup(std::move(setup)) {}

    bool isEmpty() const { return m_text.isEmpty(); }
    /// Whether a key at this time would be the next one of this burst.
    bool isContinuedAt(std::chrono::milliseconds time) const { return isEmpty() || time - m_last <= m_setup.perKey; }
    void add(char character, std::chrono::milliseconds time);
    void clear() { m_text.clear(); }

    /// Long enough, and with the prefix if there is one.
    bool isCode() const;
    /// Without the prefix.
    QByteArray code() const { return m_text.mid(m_setup.prefix.size()); }

private:
    ScanSetup m_setup;
    QByteArray m_text;
    std::chrono::milliseconds m_last{0};
};

} // namespace foyer
