// What the verifier reads of shifts: the rows that journal records must tell of, and the Zs that must be what a recount gives.
#pragma once

#include "core/storage/verify_store.h"

namespace foyer::shiftproof_store {

using verify_store::Told;

Told openedTold(const QUuid &id, const QUuid &terminal, qint64 number, qint64 opening, const QString &currency);
Told movedTold(const QUuid &id, const QUuid &shift, const QString &kind, qint64 amount);
Told handedOverTold(const QUuid &id, const QUuid &shift, const QUuid &from, const QUuid &to);
Told countedTold(const QUuid &id, const QUuid &shift, qint64 number, qint64 total, const QString &pieces);
/// `bodyHash`: SHA-256 of the Z as it is printed, hexadecimal.
Told closedTold(const QUuid &id, const QUuid &shift, qint64 number, qint64 counted, qint64 expected, const QString &bodyHash);

/// The shifts, movements, handovers, counts and Zs written under these records.
std::vector<Told> rowsOf(Database &db, std::span<const verify_store::Segment> segments);

struct ZRow {
    DrawerShiftId shift;
    TerminalId terminal;
    QString till;
    qint64 number = 0;
    qint64 counted = 0;
    qint64 expected = 0;
    qint64 grandSales = 0;
    qint64 grandRefunds = 0;
    QString currency;
    QByteArray body;
};
/// By till and number.
std::vector<ZRow> zs(Database &db);

} // namespace foyer::shiftproof_store
