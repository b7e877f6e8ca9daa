// ShiftProof: proves that every Z says what a recount of its shift gives, that the Zs of a till follow one another without a
// gap with totals that only grow, and that the journal's heads which they carry are still there.
#pragma once

#include "core/domain/shift.h"
#include "core/services/breaches.h"
#include "core/storage/shiftproof_store.h"

#include <QtCore/QMap>

#include <functional>

namespace foyer {

class ShiftProof
{
public:
    using NameOf = std::function<QString(ChainId, qint64)>;

    ShiftProof(Breaches &breaches, Database &db, NameOf nameOf) : m_breaches(breaches), m_db(db), m_nameOf(std::move(nameOf)) {}

    void check();

private:
    struct Totals {
        qint64 sales = 0;
        qint64 refunds = 0;
    };

    void checkNumber(const shiftproof_store::ZRow &z);
    void recount(const shiftproof_store::ZRow &z, const ShiftReport &told);
    void follow(const shiftproof_store::ZRow &z, const ShiftReport &told);
    void lookForHeads(const shiftproof_store::ZRow &z, const ShiftReport &told);
    void differs(const shiftproof_store::ZRow &z, const QString &what, const QString &told, const QString &counted);

    Breaches &m_breaches;
    Database &m_db;
    NameOf m_nameOf;
    QMap<QUuid, qint64> m_numbers;                    ///< by till: the latest Z's
    QMap<std::pair<QUuid, QString>, Totals> m_totals; ///< by till and currency
};

} // namespace foyer
