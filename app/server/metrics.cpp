#include "app/server/metrics.h"

#include <algorithm>

namespace foyer::server {

template <size_t N>
void Metrics::Histogram<N>::add(const std::array<qint64, N> &bounds, qint64 value)
{
    ++counts[size_t(std::lower_bound(bounds.begin(), bounds.end(), value) - bounds.begin())];
    sum += value;
}

void Metrics::answered(const QByteArray &method, const QByteArray &route, int status, std::chrono::microseconds took)
{
    const std::lock_guard lock(m_mutex);
    ++m_answers[{method, route, status}];
    m_latencies[{method, route}].add(LatencyBounds, took.count());
}

void Metrics::batch(size_t size)
{
    const std::lock_guard lock(m_mutex);
    m_batches.add(BatchBounds, qint64(size));
}

template <size_t N>
void Metrics::print(QByteArray &out, const char *name, const QByteArray &labels, const std::array<qint64, N> &bounds, const Histogram<N> &histogram, double unit)
{
    const QByteArray before = labels.isEmpty() ? QByteArray() : labels + ',';
    const QByteArray alone = labels.isEmpty() ? QByteArray() : '{' + labels + '}';
    qint64 total = 0;
    for (size_t i = 0; i <= N; ++i) {
        total += histogram.counts[i];
        const QByteArray bound = i < N ? QByteArray::number(double(bounds[i]) * unit) : QByteArrayLiteral("+Inf");
        out += QByteArray(name) + "_bucket{" + before + "le=\"" + bound + "\"} " + QByteArray::number(total) + '\n';
    }
    out += QByteArray(name) + "_sum" + alone + ' ' + QByteArray::number(double(histogram.sum) * unit) + '\n';
    out += QByteArray(name) + "_count" + alone + ' ' + QByteArray::number(total) + '\n';
}

QByteArray Metrics::text(const Gauges &gauges) const
{
    const std::lock_guard lock(m_mutex);
    QByteArray out = "# HELP foyer_http_requests_total Requests answered.\n# TYPE foyer_http_requests_total counter\n";
    for (const auto &[key, count] : m_answers) {
        const auto &[method, route, status] = key;
        out += "foyer_http_requests_total{method=\"" + method + "\",route=\"" + route + "\",status=\"" + QByteArray::number(status) + "\"} "
            + QByteArray::number(count) + '\n';
    }
    out += "# HELP foyer_http_request_seconds Time until the answer was ready.\n# TYPE foyer_http_request_seconds histogram\n";
    for (const auto &[route, histogram] : m_latencies)
        print(out, "foyer_http_request_seconds", "method=\"" + route.first + "\",route=\"" + route.second + '"', LatencyBounds, histogram, 1e-6);
    out += "# HELP foyer_batch_size Requests that one transaction decided together.\n# TYPE foyer_batch_size histogram\n";
    print(out, "foyer_batch_size", {}, BatchBounds, m_batches, 1);
    out += "# HELP foyer_http_connections Open connections.\n# TYPE foyer_http_connections gauge\nfoyer_http_connections "
        + QByteArray::number(qulonglong(gauges.connections)) + '\n';
    out += "# HELP foyer_http_requests_waiting Requests without an answer yet.\n# TYPE foyer_http_requests_waiting gauge\nfoyer_http_requests_waiting "
        + QByteArray::number(qulonglong(gauges.waiting)) + '\n';
    return out;
}

} // namespace foyer::server
