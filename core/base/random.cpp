#include "core/base/random.h"

#include "core/base/crypto.h"

#include <sodium.h>

#include <cstring>

namespace foyer {

QByteArray Random::bytes(int count)
{
    QByteArray out(count, Qt::Uninitialized);
    fill({reinterpret_cast<unsigned char *>(out.data()), size_t(count)});
    return out;
}

quint32 Random::below(quint32 bound)
{
    Q_ASSERT(bound > 0);
    // Values past the last whole multiple of bound would favour the small results: draw again.
    const quint32 limit = UINT32_MAX - UINT32_MAX % bound;
    quint32 value;
    do {
        fill({reinterpret_cast<unsigned char *>(&value), sizeof value});
    } while (value >= limit);
    return value % bound;
}

SystemRandom::SystemRandom()
{
    crypto::initialise();
}

void SystemRandom::fill(std::span<unsigned char> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandom::fill(std::span<unsigned char> bytes)
{
    const std::lock_guard lock(m_mutex);
    for (size_t i = 0; i < bytes.size(); i += sizeof(quint64)) {
        const quint64 word = m_engine();
        std::memcpy(bytes.data() + i, &word, std::min(sizeof word, bytes.size() - i));
    }
}

} // namespace foyer
