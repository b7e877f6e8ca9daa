// Ticket options: ticket types that count down by themselves, each with an event of its own.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QTimeZone>

#include <span>

namespace foyer::option_store {

struct NewRow {
    TicketTypeId type;
    EventId event;
    PriceLevelId level;
};

/// Marks ticket types as options; their places are the house's.
void insert(Database &db, std::span<const NewRow> rows);

struct Row {
    TicketTypeId type;
    EventId event;
    PriceLevelId level;
    AllotmentId allotment;
    QString name;
    bool onSale = false;
    Currency currency;
    QTimeZone timeZone; ///< of the venue
};

/// Those that there are.
std::vector<Row> find(Database &db, std::span<const TicketTypeId> types);

struct Left {
    TicketTypeId type;
    QString name;
    QString description;
    qint64 left = 0; ///< what can be bought now; what expired reservations hold counts as free
};

std::vector<Left> left(Database &db, std::span<const TicketTypeId> types, Instant now);

} // namespace foyer::option_store
