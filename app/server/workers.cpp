#include "app/server/workers.h"

namespace foyer::server {

Workers::Workers(int threads, int places) : m_places(places)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

Workers::Place Workers::place()
{
    if (m_taken->fetch_add(1) >= m_places) {
        --*m_taken;
        return nullptr;
    }
    return Place(m_taken.get(), [taken = m_taken](void *) { --*taken; });
}

void Workers::run(Place place, Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closing)
            return;
        m_waiting.push_back({std::move(place), std::move(job)});
    }
    m_arrived.notify_one();
}

void Workers::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_arrived.notify_all();
    for (std::thread &thread : m_threads)
        if (thread.joinable())
            thread.join();
}

void Workers::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_arrived.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        next.job();
        next = {}; // what it carries goes before others are kept waiting
        lock.lock();
    }
}

} // namespace foyer::server
