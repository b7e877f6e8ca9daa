#include "core/base/id.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <array>

namespace foyer {

QUuid IdMaker::makeUuid()
{
    std::array<unsigned char, 16> bytes;
    m_random.fill(bytes);
    const auto ms = quint64(m_clock.now().ms);
    for (int i = 0; i < 6; ++i)
        bytes[size_t(i)] = static_cast<unsigned char>(ms >> (8 * (5 - i)));
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x70); // version 7
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80); // RFC 9562 variant
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

} // namespace foyer
