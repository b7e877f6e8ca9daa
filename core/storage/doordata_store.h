// What the centre tells a door, as rows: read at the centre, written at the door.
#pragma once

#include "core/domain/admission.h"
#include "core/storage/database.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <span>

namespace foyer::doordata_store {

/// Which events a door has to know: those that are on or come soon.
struct Horizon {
    Instant from; ///< ends at or after it
    Instant to;   ///< starts before it
};

/// How far a door has read each chain of the centre.
using Cursor = QHash<ChainId, qint64>;

/// At the centre: its terminals alone, any of which may answer a door.
QJsonObject terminals(Database &db);
/// At the centre: venues, plans that the door does not have, events, ticket types, terminals with their public keys; tickets that are
/// not as their first code says; passages elsewhere after the cursor; how many each event expects. Lists of rows by table.
QJsonObject read(Database &db, const Horizon &horizon, TerminalId door, const QStringList &plansThere, const Cursor &cursor);
/// At the door: what read() made, or a part of it. Rows that are there already are brought up to date. InvalidInput when it is not what read() makes.
Result<void> write(Database &db, const QJsonObject &told);

/// At a door: where its centre is; empty: this is no door.
QString centre(Database &db);
QStringList plans(Database &db);

struct Standing {
    Instant heard; ///< when the centre was heard last, by its clock
};

/// Of a door; empty at the centre.
std::optional<Standing> standing(Database &db);

/// At a door: whether it was told of the type with what it needs to sell it.
bool isOnSaleHere(Database &db, EventId event, TicketTypeId type);
/// Seats of the event that are of this type.
qint64 seatsOf(Database &db, EventId event, TicketTypeId type);
/// At a door: the code of a ticket that it sold itself.
std::optional<TicketCode> soldHere(Database &db, TicketNumber number);

/// At a door, of codes whose signature was checked: what is known of their tickets. Those of events or types that the door was not
/// told of are missing.
std::vector<DoorTicket> known(Database &db, std::span<const TicketCode> codes);

} // namespace foyer::doordata_store
