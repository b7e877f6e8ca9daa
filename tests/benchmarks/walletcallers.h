// WalletCallers: callers that move money between many wallets through Foyer's services, on either database.
#pragma once

#include "core/base/random.h"
#include "core/services/boxoffice.h"

#include <functional>

namespace foyer::bench {

/// How the callers reach the batch verb.
enum class Asking {
    Waiting, ///< each waits for its answer before it asks again; clerks gather who waits
    Bursts,  ///< the same, but each sends as many as a batch holds, then waits for all of them
    Alone    ///< each has a connection of its own and one transaction for one transfer
};

class WalletCallers
{
public:
    static constexpr int Accounts = 10'000;
    static constexpr qint64 Each = 10'000'00; ///< cents; more than a round can take from one wallet
    static constexpr int Burst = 128;

    /// The till gets as many chains as will ever be at work at once.
    static WalletCallers fill(const DatabaseUrl &url, const QString &keys, int chains);

    /// Called when the warm-up is over, before the clock starts.
    using WarmedUp = std::function<void()>;
    /// Seconds for `callers` that each move money `perCaller` times, after a warm-up. Ends the program when one is refused.
    double time(const DatabaseUrl &url, const QString &keys, Asking asking, int callers, int connections, int perCaller, int warmUp, const WarmedUp &warmedUp = {}) const;

    /// Ends the program when money was lost or made, a balance is below zero or is not what the statement says, or a key
    /// stands other than once.
    static void prove(const DatabaseUrl &url, qint64 transfers);

private:
    WalletRequest wish(int caller, int number) const;
    double throughClerks(const DatabaseUrl &url, const QString &keys, Asking asking, int callers, int clerks, int perCaller, int warmUp, const WarmedUp &warmedUp) const;
    double alone(const DatabaseUrl &url, const QString &keys, int callers, int perCaller, int warmUp, const WarmedUp &warmedUp) const;

    std::vector<AccountId> m_wallets;
    Actor m_actor;
};

} // namespace foyer::bench
