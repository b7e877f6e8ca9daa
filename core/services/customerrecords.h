// CustomerRecords: what a house owes the people whom it knows: one entry for each, a copy of what is known, and that it is
// forgotten when they ask (DESIGN section 4). The books keep amounts, not names.
#pragma once

#include "core/domain/rowfault.h"
#include "core/services/customers.h"

namespace foyer {

/// What an import did, or would do.
struct CustomerImport {
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    std::vector<RowFault> faults; ///< not empty: nothing was changed

    bool isClean() const { return faults.empty(); }
};

class CustomerRecords
{
public:
    explicit CustomerRecords(Writer &writer) : m_writer(writer) {}

    /// `from` becomes part of `into`: orders, and what is in the wallets. What `into` does not say is taken over.
    /// InvalidInput for the same entry twice, NotFound.
    Result<Customer> merge(const Actor &actor, CustomerId from, CustomerId into);

    /// Everything that is known of a person, as JSON. NotFound.
    Result<QByteArray> exportData(const Actor &actor, CustomerId customer);

    /// Name, ways to reach them, notes, password and what was said about their orders are gone for good, and they are signed
    /// out; orders and transfers stay without them. InvalidInput while a wallet holds money: it is theirs.
    Result<void> erase(const Actor &actor, CustomerId customer);

    /// The same for somebody who is known by nothing but an e-mail that tickets wait for: they are the buyer's again. Returns how many;
    /// NotFound for none.
    Result<int> forgetEmail(const Actor &actor, const QString &email);

    /// A CSV file with the columns name, email, phone and notes, in any order; only the name is needed. Who is there
    /// already (same e-mail) gets what the file says; an empty cell changes nothing. All or
    /// nothing; the same file again changes nothing. Rows without an e-mail are people whom nobody can tell apart: those
    /// with the same name and phone count as there.
    Result<CustomerImport> importCsv(const Actor &actor, const QByteArray &bytes, bool dryRun);

private:
    Writer &m_writer;
};

} // namespace foyer
