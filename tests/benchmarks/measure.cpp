#include "tests/benchmarks/measure.h"

#include <QtCore/QByteArray>
#include <QtCore/QFile>

#include <algorithm>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace foyer::bench {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double flushMicroseconds(const QString &folder, double share)
{
    constexpr int Flushes = 100;
    const QByteArray path = QFile::encodeName(folder + QStringLiteral("/flush_probe"));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return 0;
    const QByteArray page(8192, 'x');
    bool good = ::pwrite(file, page.constData(), size_t(page.size()), 0) == page.size() && ::fsync(file) == 0;
    std::vector<double> times;
    for (int i = 0; good && i < Flushes; ++i)
        times.push_back(1e6 * secondsOf([&] {
            good = ::pwrite(file, page.constData(), size_t(page.size()), 0) == page.size() && ::fdatasync(file) == 0;
        }));
    ::close(file);
    ::unlink(path.constData());
    std::sort(times.begin(), times.end());
    return good ? times[size_t(share * (Flushes - 1))] : 0;
}

double machineCpuSeconds()
{
    QFile file(QStringLiteral("/proc/stat"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("/proc cannot be read");
    const QList<QByteArray> ticks = file.readLine().simplified().split(' ');
    double busy = 0;
    for (const int column : {1, 2, 3, 6, 7}) // user, nice, system, interrupts; not idle, waiting for a disk, or stolen
        busy += ticks.at(column).toDouble();
    return busy / double(::sysconf(_SC_CLK_TCK));
}

void report(const QString &title, int count, const Contender &ours, const Contender &peer, double target, const char *what)
{
    std::vector<double> ratios;
    for (size_t i = 0; i < ours.seconds.size(); ++i)
        ratios.push_back(peer.seconds[i] / ours.seconds[i]);
    const auto [least, greatest] = std::minmax_element(ratios.begin(), ratios.end());
    const double middle = median(ratios);
    std::printf("%s: %zu rounds of %d %s\n", qUtf8Printable(title), ratios.size(), count, what);
    for (const Contender *contender : {&ours, &peer})
        std::printf("    %-34s %8.0f %s/s\n", qUtf8Printable(contender->name), count / median(contender->seconds), what);
    std::printf("    ratio %.2f (%.2f to %.2f), target at least %.2f: %s\n", middle, *least, *greatest, target, middle >= target ? "met" : "MISSED");
    std::fflush(stdout);
}

void reportFlushes(const std::vector<double> &microseconds)
{
    const auto [least, greatest] = std::minmax_element(microseconds.begin(), microseconds.end());
    if (*least <= 0)
        std::printf("    flush probe: the folder cannot be written to\n");
    else
        std::printf("    flush probe: %.0f us (%.0f to %.0f)\n", median(microseconds), *least, *greatest);
    std::fflush(stdout);
}

} // namespace foyer::bench
