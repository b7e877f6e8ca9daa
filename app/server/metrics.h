// Metrics: what the server counts of itself, in the text format of Prometheus.
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>

#include <array>
#include <map>
#include <mutex>

namespace foyer::server {

class Metrics
{
public:
    /// `route`: the pattern of the path, or "none".
    void answered(const QByteArray &method, const QByteArray &route, int status, std::chrono::microseconds took);
    /// So many requests were decided together.
    void batch(size_t size);

    struct Gauges {
        size_t connections = 0;
        size_t waiting = 0; ///< requests without an answer
    };
    QByteArray text(const Gauges &gauges) const;

private:
    /// Upper bounds in microseconds, and of batches in requests; the last bucket has none.
    static constexpr std::array<qint64, 12> LatencyBounds{500, 1'000, 2'000, 5'000, 10'000, 20'000, 50'000, 100'000, 250'000, 1'000'000, 5'000'000, 30'000'000};
    static constexpr std::array<qint64, 8> BatchBounds{1, 2, 4, 8, 16, 32, 64, 128};

    template <size_t N>
    struct Histogram {
        std::array<qint64, N + 1> counts{};
        qint64 sum = 0;
        void add(const std::array<qint64, N> &bounds, qint64 value);
    };
    template <size_t N>
    static void print(QByteArray &out, const char *name, const QByteArray &labels, const std::array<qint64, N> &bounds, const Histogram<N> &histogram, double unit);

    using Route = std::pair<QByteArray, QByteArray>; ///< method and pattern

    mutable std::mutex m_mutex; ///< guards all
    std::map<std::tuple<QByteArray, QByteArray, int>, qint64> m_answers;
    std::map<Route, Histogram<LatencyBounds.size()>> m_latencies;
    Histogram<BatchBounds.size()> m_batches;
};

} // namespace foyer::server
