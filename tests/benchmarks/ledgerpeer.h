// LedgerPeer: a plain-SQL ledger inside PostgreSQL, as published ones work: one function call moves money between two accounts,
// one transaction a transfer, over as many connections as there are callers.
#pragma once

#include "core/storage/databaseurl.h"

namespace foyer::bench {

class LedgerPeer
{
public:
    /// Puts its tables and functions into that database, and `accounts` accounts that hold `each` hundredths.
    static void install(const DatabaseUrl &url, int accounts, qint64 each);

    LedgerPeer(DatabaseUrl url, int accounts) : m_url(std::move(url)), m_accounts(accounts) {}

    /// Seconds for `callers` that each ask for `perCaller` transfers, one after the other, after a warm-up that is not timed.
    double time(int callers, int perCaller, int warmUp) const;
    /// Ends the program when money was lost or made, a balance is below zero, or an entry is missing.
    void prove(qint64 transfers, qint64 each) const;

private:
    const DatabaseUrl m_url;
    const int m_accounts;
};

} // namespace foyer::bench
