// Verifier: proves the three laws over a whole database, in one snapshot, and names every breach (DESIGN section 1).
#pragma once

#include "core/storage/keystore.h"

#include <QtCore/QStringList>

namespace foyer {

class Breaches;
class Database;

struct VerifyReport {
    QStringList breaches; ///< empty: the laws hold. At most MaxBreaches are named.
    qint64 records = 0;   ///< journal records checked
    qint64 tickets = 0;
    qint64 transfers = 0;

    bool isSound() const { return breaches.isEmpty(); }
};

class Verifier
{
public:
    static constexpr int MaxBreaches = 100;

    /// `marks`: the terminals' high-water marks as far as this machine has them, so that a cut-off tail is noticed.
    Verifier(Database &database, QHash<ChainId, ChainHead> marks) : m_db(database), m_marks(std::move(marks)) {}

    Result<VerifyReport> verify();

private:
    /// Records read at a time. One of a busy till tells of a hundred orders and more.
    static constexpr int PageSize = 256;

    VerifyReport prove();
    qint64 proveJournal(Breaches &breaches);
    void proveTaxes(Breaches &breaches);
    void proveRollups(Breaches &breaches);

    Database &m_db;
    QHash<ChainId, ChainHead> m_marks;
};

} // namespace foyer
