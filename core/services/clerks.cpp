#include "core/services/clerks.h"

#include "core/services/boxoffice.h"
#include "core/services/gathering.h"

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

Clerks::Clerks(int count) : m_gathering(std::make_unique<Gathering>(count)) {}

Result<std::unique_ptr<Clerks>> Clerks::start(int count, const Open &open, Told told)
{
    std::unique_ptr<Clerks> clerks(new Clerks(count));
    clerks->m_told = std::move(told);
    std::vector<std::future<Result<void>>> opened;
    for (int i = 0; i < count; ++i) {
        std::promise<Result<void>> opening;
        opened.push_back(opening.get_future());
        clerks->m_clerks.emplace_back([clerks = clerks.get(), open, opening = std::move(opening)]() mutable {
            const auto office = open();
            opening.set_value(office ? Result<void>() : fail(office.error()));
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
    m_enough.notify_all();
    for (std::thread &clerk : m_clerks)
        clerk.join();
}

void Clerks::reserve(const Actor &actor, ReserveRequest request, Reply<Reservation> reply)
{
    enqueue(m_reserving, {actor, std::move(request), std::move(reply)});
}

void Clerks::reserveBest(const Actor &actor, BestRequest request, Reply<BestReserved> reply)
{
    enqueue(m_choosing, {actor, std::move(request), std::move(reply)});
}

void Clerks::pay(const Actor &actor, PayRequest request, Reply<CheckoutState> reply)
{
    enqueue(m_paying, {actor, std::move(request), std::move(reply)});
}

void Clerks::settle(Settlement settlement, Reply<CheckoutState> reply)
{
    enqueue(m_settling, {Actor{}, std::move(settlement), std::move(reply)});
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
        if (isEnough())
            m_enough.notify_one();
    }
    m_arrived.notify_one();
}

void Clerks::purchase(const Actor &actor, PurchaseRequest request, Reply<Purchase> reply)
{
    enqueue(m_purchasing, {actor, std::move(request), std::move(reply)});
}

void Clerks::run(Job job)
{
    enqueue(m_jobs, std::move(job));
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

size_t Clerks::waiting() const
{
    return m_paying.size() + m_settling.size() + m_moving.size() + m_purchasing.size() + m_reserving.size() + m_choosing.size();
}

bool Clerks::hasWork() const
{
    return waiting() > 0 || !m_jobs.empty();
}

/// Whether a clerk who gathers shall begin.
bool Clerks::isEnough() const
{
    return m_closing || !m_jobs.empty() || waiting() >= m_gathering->enough();
}

/// A batch, and what to do with it.
template <typename Queue, typename Verb>
Clerks::Job Clerks::batchOf(Queue &line, Verb verb)
{
    auto batch = std::make_shared<Queue>(takeBatch(line));
    return [this, batch, verb](BoxOffice &office) {
        if (m_told)
            m_told(batch->size());
        answer(*batch, [&](const Actor &actor, auto requests) { return verb(office, actor, requests); });
    };
}

/// The next kind in turn that somebody waits for.
Clerks::Job Clerks::take()
{
    constexpr unsigned Kinds = 7;
    for (unsigned i = 0; i < Kinds; ++i) {
        const unsigned kind = (m_turn + i) % Kinds;
        const bool waits[Kinds] = {!m_paying.empty(), !m_moving.empty(), !m_purchasing.empty(), !m_reserving.empty(), !m_choosing.empty(), !m_settling.empty(),
                                   !m_jobs.empty()};
        if (!waits[kind])
            continue;
        m_turn = kind + 1;
        switch (kind) {
        case 0:
            return batchOf(m_paying, [](BoxOffice &office, const Actor &actor, std::span<const PayRequest> requests) { return office.checkout().pay(actor, requests); });
        case 1:
            return batchOf(m_moving, [](BoxOffice &office, const Actor &actor, std::span<const WalletRequest> requests) { return office.wallets().move(actor, requests); });
        case 2:
            return batchOf(m_purchasing, [](BoxOffice &office, const Actor &actor, std::span<const PurchaseRequest> requests) { return office.options().purchase(actor, requests); });
        case 3:
            return batchOf(m_reserving, [](BoxOffice &office, const Actor &actor, std::span<const ReserveRequest> requests) { return office.inventory().reserve(actor, requests); });
        case 4:
            return batchOf(m_choosing, [](BoxOffice &office, const Actor &actor, std::span<const BestRequest> requests) { return office.inventory().reserveBest(actor, requests); });
        case 5:
            return batchOf(m_settling, [](BoxOffice &office, const Actor &, std::span<const Settlement> settlements) { return office.checkout().settle(settlements); });
        default:
            Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            return job;
        }
    }
    return {};
}

void Clerks::work(BoxOffice &office)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_arrived.wait(lock, [this] { return m_closing || hasWork(); });
        m_enough.wait_for(lock, m_gathering->patience(), [this] { return isEnough(); });
        const size_t before = waiting();
        Job job = take();
        if (!job && m_closing)
            return; // and nothing is left
        if (!job)
            continue; // another clerk took them
        const size_t taken = before - waiting();
        m_inHand += taken;
        m_gathering->began(waiting() + m_inHand);
        lock.unlock();
        const auto began = std::chrono::steady_clock::now();
        job(office);
        job = {}; // what it carries goes before others are kept waiting
        const auto took = std::chrono::steady_clock::now() - began;
        lock.lock();
        m_inHand -= taken;
        if (taken > 0)
            m_gathering->ended(took);
    }
}

} // namespace foyer
