// Workers: a few threads for what takes long and needs no database: comparing passwords, drawing tickets. How many may wait is limited.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace foyer::server {

class Workers
{
public:
    using Job = std::function<void()>;
    /// Given back when the last copy goes.
    using Place = std::shared_ptr<void>;

    /// `places`: jobs that are promised, waiting or being done.
    Workers(int threads, int places);
    /// Does what was accepted first.
    ~Workers() { close(); }
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Null when all are taken: whoever asked is told to come again. Taken before anything that cannot be taken back.
    Place place();
    /// Nothing is done any more once they are closed.
    void run(Place place, Job job);
    void close();

private:
    struct Waiting {
        Place place;
        Job job;
    };

    void work();

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_arrived;
    std::deque<Waiting> m_waiting;
    bool m_closing = false;

    const int m_places;
    const std::shared_ptr<std::atomic<int>> m_taken = std::make_shared<std::atomic<int>>(0);
    std::vector<std::thread> m_threads;
};

} // namespace foyer::server
