// Writing completed sales: orders, tickets, lines, rollups.
#pragma once

#include "core/domain/sale.h"
#include "core/storage/database.h"

#include <QtCore/QTimeZone>

#include <span>

namespace foyer::sale_store {

struct NewOrder {
    Order order;
    qint64 counter = 0;
    TerminalId terminal;
    StaffId staff;
    ShiftId shift;
    DrawerShiftId drawer = {}; ///< the till's open shift; null without one
    std::optional<QUuid> user = {}; ///< of a ticket option: who bought, as the shop knows them
};

/// Orders with their tickets and lines, under this journal record.
void insert(Database &db, std::span<const NewOrder> orders, ChainId chain, qint64 seq);

/// The same of a sale whose tickets were never good: they are void from the beginning.
void insertVoid(Database &db, const NewOrder &order, ChainId chain, qint64 seq);

struct RollupDelta {
    EventId event;
    TicketTypeId ticketType;
    int day = 0; ///< 20261120
    qint64 sold = 0;
    Money amount;
};

void addToRollup(Database &db, std::span<const RollupDelta> deltas, ChainId chain);

/// The venue's zone of each event.
std::vector<std::pair<EventId, QTimeZone>> zones(Database &db, std::span<const EventId> events);

} // namespace foyer::sale_store
