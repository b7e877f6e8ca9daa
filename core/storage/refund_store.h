// Writing refunds: their orders and lines, tickets that become void, seats that are sold no more.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/place_store.h"

namespace foyer::refund_store {

struct NewRefund {
    Order order;
    qint64 counter = 0;
    TerminalId terminal;
    StaffId staff;
    ShiftId shift;
    DrawerShiftId drawer;
    QString key; ///< empty: asked for without one
};

/// The order with its lines, under this journal record.
void insert(Database &db, const NewRefund &refund, ChainId chain, qint64 seq);
/// The refund that was asked for with this key.
std::optional<OrderId> byKey(Database &db, const QString &key);

/// Makes tickets void; returns how many were not void before.
size_t voidTickets(Database &db, std::span<const OrderLine> lines);

/// Sold seats become free, or the house's again where they were sold from there; with a reason they are killed instead.
/// Returns how many were sold to these lines' tickets.
size_t takeBackSeats(Database &db, std::span<const OrderLine> lines, const QString &killedBecause);

} // namespace foyer::refund_store
