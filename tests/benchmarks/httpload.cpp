#include "tests/benchmarks/httpload.h"

#include "tests/benchmarks/measure.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include <poll.h>
#include <time.h>

namespace foyer::bench {

using test::HttpClient;

namespace {

constexpr size_t Loaders = 2; ///< threads that drive the connections

struct Line {
    std::unique_ptr<HttpClient> client;
    Caller caller;
};

double threadCpuSeconds()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

/// Returns when every caller of these has ended.
void drive(std::vector<Line> &lines)
{
    std::vector<pollfd> polled;
    size_t open = lines.size();
    for (Line &line : lines) {
        const QByteArray first = line.caller(nullptr);
        polled.push_back({first.isEmpty() ? -1 : line.client->handle(), POLLIN, 0});
        first.isEmpty() ? --open : size_t(line.client->send(first));
    }
    while (open > 0) {
        if (::poll(polled.data(), polled.size(), 10'000) <= 0)
            qFatal("nothing was answered within ten seconds");
        for (size_t i = 0; i < lines.size(); ++i) {
            if (polled[i].fd < 0 || !(polled[i].revents & (POLLIN | POLLHUP)))
                continue;
            const HttpClient::Answer answer = lines[i].client->read();
            if (const QByteArray next = lines[i].caller(&answer); !next.isEmpty()) {
                lines[i].client->send(next);
                continue;
            }
            polled[i].fd = -1;
            --open;
        }
    }
}

} // namespace

double loadWith(quint16 port, std::vector<Caller> callers, double *callersCpu)
{
    std::atomic<double> computed = 0;
    std::vector<std::vector<Line>> parts(Loaders);
    for (size_t i = 0; i < callers.size(); ++i)
        parts[i % Loaders].push_back({std::make_unique<HttpClient>(port), std::move(callers[i])});
    const double seconds = secondsOf([&] {
        std::vector<std::thread> threads;
        for (auto &part : parts)
            threads.emplace_back([&part, &computed] {
                drive(part);
                computed += threadCpuSeconds();
            });
        for (std::thread &thread : threads)
            thread.join();
    });
    if (callersCpu)
        *callersCpu = computed;
    return seconds;
}

Caller repeated(std::function<QByteArray(int)> request, std::function<int()> next)
{
    return [request = std::move(request), next = std::move(next)](const HttpClient::Answer *before) {
        if (before && before->status != 201)
            qFatal("answered %d: %s", before->status, before->body.constData());
        const int number = next();
        return number < 0 ? QByteArray() : request(number);
    };
}

std::vector<double> loadSteadily(quint16 port, const QByteArray &request, int connections, double perSecond, double seconds)
{
    using SteadyClock = std::chrono::steady_clock;
    const auto begin = SteadyClock::now();
    const int all = int(perSecond * seconds);
    const auto dueAt = [&](int number) { return begin + std::chrono::duration_cast<SteadyClock::duration>(std::chrono::duration<double>(number / perSecond)); };
    std::vector<std::unique_ptr<HttpClient>> clients;
    std::vector<pollfd> polled;
    std::vector<int> asked(size_t(connections), -1); ///< the number of the request that each waits for
    for (int i = 0; i < connections; ++i) {
        clients.push_back(std::make_unique<HttpClient>(port));
        polled.push_back({clients.back()->handle(), POLLIN, 0});
    }
    std::vector<double> milliseconds;
    int next = 0;
    while (int(milliseconds.size()) < all) {
        for (size_t i = 0; i < clients.size() && next < all && dueAt(next) <= SteadyClock::now(); ++i) {
            if (asked[i] >= 0)
                continue;
            asked[i] = next++;
            clients[i]->send(request);
        }
        const auto wait = next < all ? std::chrono::duration_cast<std::chrono::milliseconds>(dueAt(next) - SteadyClock::now()).count() : 10'000;
        ::poll(polled.data(), polled.size(), int(std::clamp<qint64>(wait, 0, 10'000)));
        for (size_t i = 0; i < clients.size(); ++i) {
            if (asked[i] < 0 || !(polled[i].revents & POLLIN))
                continue;
            if (const int status = clients[i]->read().status; status != 201)
                qFatal("answered %d", status);
            milliseconds.push_back(std::chrono::duration<double, std::milli>(SteadyClock::now() - dueAt(asked[i])).count());
            asked[i] = -1;
        }
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    return milliseconds;
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace foyer::bench
