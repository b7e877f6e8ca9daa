// Payments: attempts to take or give back money.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/database.h"

#include <span>

namespace foyer::payment_store {

/// Oldest first.
std::vector<Payment> ofReservations(Database &db, std::span<const ReservationId> reservations);
/// The reservations these payments belong to, in the order given; null for an unknown one.
std::vector<ReservationId> reservationsOf(Database &db, std::span<const PaymentId> payments);

struct KeyUse {
    QString key;
    ReservationId reservation;
};

/// Keys that already name a payment of another reservation.
QStringList usedElsewhere(Database &db, std::span<const KeyUse> uses);

/// `drawer`: the till's open shift, null without one: captured money counts there.
void insert(Database &db, std::span<const Payment> payments, TerminalId terminal, ShiftId shift, DrawerShiftId drawer);
/// Writes state, reference and message; money that is known to have moved now counts in the drawer's shift of now.
void update(Database &db, std::span<const Payment> payments, Instant at, DrawerShiftId drawer);

/// This terminal's without a final answer: sent, unknown, and refunds not yet sent.
std::vector<Payment> unresolved(Database &db, TerminalId terminal);
/// Sales of this terminal with a refund that did not work, given back in another way since or not.
std::vector<ReservationId> withRefusedRefunds(Database &db, TerminalId terminal);

} // namespace foyer::payment_store
