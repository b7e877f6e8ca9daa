// What happened to an order, out of the journal's records that its rows point at.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/database.h"

namespace foyer::orderhistory_store {

struct Entry {
    QString what; ///< "sold", "comped", "exchanged", "taken for", "refunded", "corrected", "revoked", "reinstated", "given", "reprinted", "entry", "exit"
    Instant at;   ///< the record's
    QString staff;
    QString terminal;
    qint64 chain = 0; ///< its number; with `seq` it names the record
    qint64 seq = 0;
    qint64 amount = 0; ///< of a sale, refund or correction
    QString about;     ///< the order's or ticket's number, the tender that it was corrected to, why it was free
    QString reason;    ///< what was said about it; empty when nothing was, or it was forgotten
    StaffId approver = {}; ///< whoever allowed it on the spot
};

/// Of a sale; oldest first.
std::vector<Entry> of(Database &db, OrderId order);

} // namespace foyer::orderhistory_store
