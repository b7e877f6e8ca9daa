// Corrections of tenders: what a payment counts as after all.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/database.h"

namespace foyer::correction_store {

/// Who sold an order, and which drawer took the payment.
struct Sold {
    ReservationId reservation;
    StaffId staff;
    TerminalId terminal;
    TerminalId drawer;
    Instant at;
    qint64 corrections = 0; ///< of the payment so far
};

/// Nothing when the payment is not one of the order's.
std::optional<Sold> sold(Database &db, OrderId order, PaymentId payment);

struct Correction {
    CorrectionId id;
    PaymentId payment;
    qint64 number = 1;
    Tender tender = Tender::Cash;
    QString receipt; ///< empty for cash
    StaffId staff;
};

void add(Database &db, const Correction &correction, Instant at, ChainId chain, qint64 seq);

} // namespace foyer::correction_store
