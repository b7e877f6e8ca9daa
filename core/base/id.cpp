#include "core/base/id.h"

#include "core/base/clock.h"
#include "core/base/random.h"

namespace foyer {

UuidText::UuidText(const QUuid &uuid)
{
    static constexpr char Digits[] = "0123456789abcdef";
    char *to = m_text.data();
    const auto write = [&to](quint64 value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
            *to++ = Digits[(value >> shift) & 15];
    };
    write(uuid.data1, 8);
    *to++ = '-';
    write(uuid.data2, 4);
    *to++ = '-';
    write(uuid.data3, 4);
    *to++ = '-';
    for (int i = 0; i < 8; ++i) {
        write(uuid.data4[i], 2);
        if (i == 1)
            *to++ = '-';
    }
}

QUuid IdMaker::makeUuid()
{
    std::array<unsigned char, 16> bytes;
    m_random.fill(bytes);
    const auto clockMs = quint64(m_clock.now().ms);
    if (clockMs > m_lastMs || clockMs + 60'000 < m_lastMs) { // also when the clock was set back
        m_lastMs = clockMs;
        m_counter = 0;
    } else if (++m_counter > 0x0fff) {
        ++m_lastMs;
        m_counter = 0;
    }
    const quint64 ms = m_lastMs;
    for (int i = 0; i < 6; ++i)
        bytes[size_t(i)] = static_cast<unsigned char>(ms >> (8 * (5 - i)));
    bytes[6] = static_cast<unsigned char>((m_counter >> 8) | 0x70); // version 7
    bytes[7] = static_cast<unsigned char>(m_counter);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80); // RFC 9562 variant
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

} // namespace foyer
