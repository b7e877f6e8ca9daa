// Measuring: contenders in turn, the median of their ratios, and what one flush of the disk costs.
#pragma once

#include <QtCore/QString>

#include <chrono>
#include <utility>
#include <vector>

namespace foyer::bench {

/// Of at least one value.
double median(std::vector<double> values);

template <typename Body>
double secondsOf(Body &&body)
{
    const auto start = std::chrono::steady_clock::now();
    std::forward<Body>(body)();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The time of overwriting 8 KiB and fdatasync() in that folder, in microseconds: the median, or another share of a hundred probes;
/// 0 when it cannot be written to.
double flushMicroseconds(const QString &folder, double share = 0.5);

/// What all processes of this machine have computed since it started, in seconds of one core.
double machineCpuSeconds();

/// What one contender took in each round.
struct Contender {
    QString name;
    std::vector<double> seconds;
};

/// Prints the speed of both and the median, least and greatest ratio of the speeds. The target is only printed beside.
void report(const QString &title, int count, const Contender &ours, const Contender &peer, double target, const char *what = "orders");
/// One line with the flush probes of all rounds.
void reportFlushes(const std::vector<double> &microseconds);

} // namespace foyer::bench
