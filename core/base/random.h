// Random: where unpredictable bytes come from, injected so that tests and the demo can repeat themselves.
#pragma once

#include <QtCore/QByteArray>

#include <mutex>
#include <random>
#include <span>

namespace foyer {

/// A source of random bytes. Implementations are safe to use from several threads.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;

    QByteArray bytes(int count);
    /// Uniform in [0, bound); bound > 0.
    quint32 below(quint32 bound);
};

/// The operating system's generator, through libsodium.
class SystemRandom final : public Random
{
public:
    SystemRandom();
    void fill(std::span<unsigned char> bytes) override;
};

/// The same bytes for the same seed. Never for keys or tickets that are really sold.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_engine(seed) {}
    void fill(std::span<unsigned char> bytes) override;

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace foyer
