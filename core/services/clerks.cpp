#include "core/services/clerks.h"

#include "core/services/boxoffice.h"

#include <future>

namespace foyer {

namespace {

bool isSame(const Actor &one, const Actor &other)
{
    return one.staff == other.staff && one.role == other.role && one.terminal == other.terminal && one.shift == other.shift
        && one.approval == other.approval;
}

/// Runs the batch verb on all requests and tells each caller its own answer.
template <typename Queue, typename Verb>
void answer(Queue &batch, Verb verb)
{
    if (batch.empty())
        return;
    std::vector<decltype(batch.front().request)> requests;
    requests.reserve(batch.size());
    for (auto &waiting : batch)
        requests.push_back(std::move(waiting.request));
    auto answers = verb(batch.front().actor, std::span(std::as_const(requests)));
    for (size_t i = 0; i < batch.size(); ++i)
        batch[i].reply(std::move(answers[i]));
}

} // namespace

Result<std::unique_ptr<Clerks>> Clerks::start(int count, const Open &open)
{
    std::unique_ptr<Clerks> clerks(new Clerks);
    std::vector<std::future<Result<void>>> opened;
    for (int i = 0; i < count; ++i) {
        std::promise<Result<void>> told;
        opened.push_back(told.get_future());
        clerks->m_clerks.emplace_back([clerks = clerks.get(), open, told = std::move(told)]() mutable {
            const auto office = open();
            told.set_value(office ? Result<void>() : fail(office.error()));
            if (office)
                clerks->work(**office);
        });
    }
    Result<void> all;
    for (auto &one : opened)
        if (const Result<void> result = one.get(); all && !result)
            all = result;
    return all ? Result<std::unique_ptr<Clerks>>(std::move(clerks)) : fail(all.error());
}

Clerks::~Clerks()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_arrived.notify_all();
    for (std::thread &clerk : m_clerks)
        clerk.join();
}

void Clerks::reserve(const Actor &actor, ReserveRequest request, Reply<Reservation> reply)
{
    enqueue(m_reserving, {actor, std::move(request), std::move(reply)});
}

void Clerks::pay(const Actor &actor, PayRequest request, Reply<CheckoutState> reply)
{
    enqueue(m_paying, {actor, std::move(request), std::move(reply)});
}

void Clerks::move(const Actor &actor, WalletRequest request, Reply<WalletReceipt> reply)
{
    enqueue(m_moving, {actor, std::move(request), std::move(reply)});
}

template <typename Queue>
void Clerks::enqueue(Queue &line, typename Queue::value_type waiting)
{
    {
        const std::lock_guard lock(m_mutex);
        line.push_back(std::move(waiting));
    }
    m_arrived.notify_one();
}

/// The first in line and those right behind it of the same actor: a batch has one.
template <typename Queue>
Queue Clerks::takeBatch(Queue &line)
{
    Queue batch;
    while (!line.empty() && batch.size() < MaxBatch && (batch.empty() || isSame(batch.front().actor, line.front().actor))) {
        batch.push_back(std::move(line.front()));
        line.pop_front();
    }
    return batch;
}

void Clerks::work(BoxOffice &office)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_arrived.wait(lock, [this] { return m_closing || !m_reserving.empty() || !m_paying.empty() || !m_moving.empty(); });
        auto paying = takeBatch(m_paying); // money first: it frees nobody's place, and somebody waits with it in hand
        auto moving = paying.empty() ? takeBatch(m_moving) : decltype(m_moving)();
        auto reserving = paying.empty() && moving.empty() ? takeBatch(m_reserving) : decltype(m_reserving)();
        if (paying.empty() && moving.empty() && reserving.empty())
            return; // closing, and nothing is left
        lock.unlock();
        answer(paying, [&](const Actor &actor, std::span<const PayRequest> requests) { return office.checkout().pay(actor, requests); });
        answer(moving, [&](const Actor &actor, std::span<const WalletRequest> requests) { return office.wallets().move(actor, requests); });
        answer(reserving, [&](const Actor &actor, std::span<const ReserveRequest> requests) { return office.inventory().reserve(actor, requests); });
        lock.lock();
    }
}

} // namespace foyer
