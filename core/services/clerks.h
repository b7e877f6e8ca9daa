// Clerks: few box offices that serve many callers. Requests that wait are gathered and decided as one batch (DESIGN section 4).
#pragma once

#include "core/services/checkout.h"
#include "core/services/inventory.h"
#include "core/services/ticketoptions.h"
#include "core/services/wallets.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace foyer {

class BoxOffice;
class Gathering;

/// Each clerk is a thread with a box office of its own. A lone request is taken at once; while all are busy requests gather, and
/// the next free clerk takes them together, after a moment for its share of a crowd (Gathering). PostgreSQL wants two to four
/// clerks; SQLite has one writer, so one.
class Clerks
{
public:
    /// Opens one clerk's box office, on the clerk's thread.
    using Open = std::function<Result<std::unique_ptr<BoxOffice>>()>;
    /// Called on a clerk's thread, once; it must not block.
    template <typename Answer>
    using Reply = std::function<void(Result<Answer>)>;

    /// Anything else that one box office does in one go.
    using Job = std::function<void(BoxOffice &)>;
    /// Told how many requests a clerk took together; on its thread.
    using Told = std::function<void(size_t)>;

    static constexpr size_t MaxBatch = 128;

    /// Returns when all have opened. The first failure to open ends them all.
    static Result<std::unique_ptr<Clerks>> start(int count, const Open &open, Told told = {});
    /// Answers what was accepted before.
    ~Clerks();
    Clerks(const Clerks &) = delete;
    Clerks &operator=(const Clerks &) = delete;

    // From any thread. Requests of one kind and one actor are decided in the order in which they came.
    void reserve(const Actor &actor, ReserveRequest request, Reply<Reservation> reply);
    void reserveBest(const Actor &actor, BestRequest request, Reply<BestReserved> reply);
    void pay(const Actor &actor, PayRequest request, Reply<CheckoutState> reply);
    /// What became of a card.
    void settle(Settlement settlement, Reply<CheckoutState> reply);
    void move(const Actor &actor, WalletRequest request, Reply<WalletReceipt> reply);
    void purchase(const Actor &actor, PurchaseRequest request, Reply<Purchase> reply);
    /// One after the other between the batches.
    void run(Job job);

private:
    template <typename Request, typename Answer>
    struct Waiting {
        Actor actor;
        Request request;
        Reply<Answer> reply;
    };
    template <typename Request, typename Answer>
    using Line = std::deque<Waiting<Request, Answer>>;

    explicit Clerks(int count);
    template <typename Queue>
    void enqueue(Queue &line, typename Queue::value_type waiting);
    template <typename Queue>
    static Queue takeBatch(Queue &line);
    size_t waiting() const; ///< requests, not jobs
    bool hasWork() const;
    bool isEnough() const;
    Job take();
    template <typename Queue, typename Verb>
    Job batchOf(Queue &line, Verb verb);
    void work(BoxOffice &office);

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_arrived;
    std::condition_variable m_enough;
    Line<ReserveRequest, Reservation> m_reserving;
    Line<BestRequest, BestReserved> m_choosing;
    Line<PayRequest, CheckoutState> m_paying;
    Line<Settlement, CheckoutState> m_settling;
    Line<WalletRequest, WalletReceipt> m_moving;
    Line<PurchaseRequest, Purchase> m_purchasing;
    std::deque<Job> m_jobs;
    size_t m_inHand = 0; ///< requests that clerks work on
    const std::unique_ptr<Gathering> m_gathering;
    unsigned m_turn = 0; ///< the kind of request that is looked at first, so that none waits for ever
    bool m_closing = false;

    Told m_told;
    std::vector<std::thread> m_clerks;
};

} // namespace foyer
