// Sales of doors at the centre: the seats that they turn into sold ones, and the sales that somebody has to look at.
#pragma once

#include "core/domain/doorsale.h"
#include "core/storage/doorgrant_store.h"

namespace foyer::doorsale_store {

/// Whether the level sells that type of that event.
bool sells(Database &db, PriceLevelId level, TicketTypeId type, EventId event);

struct SeatOf {
    EventId event;
    SeatId seat;
    TicketId ticket;
};

/// Seats that the door had become sold; returns how many there were.
size_t sellSeats(Database &db, std::span<const SeatOf> seats);
/// The same of a seat that was free again. False when somebody has it.
bool sellFreeSeat(Database &db, const SeatOf &seat, TicketTypeId type);

struct Conflict {
    OrderId order;
    QString kind; ///< "revoked", "returned", "sold_already", "not_granted", "archived", "unreadable"
    QString number;
    QString orderKind;
    qint64 total = 0;
    QString currency;
    QUuid reservation;
    QUuid of;
    QUuid exchange;
    TerminalId door;
    QString doorName;
    Instant at;
    ChainId chain;
    qint64 seq = 0;
};

struct ConflictTicket {
    QUuid line;
    QUuid ticket;
    QString number;
    QUuid event;
    QUuid type;
    QUuid seat;
    qint64 price = 0;
    qint64 fee = 0;
    QUuid refunds;
};

void addConflict(Database &db, const Conflict &conflict, std::span<const ConflictTicket> tickets);
/// Those that nobody has resolved yet, oldest first.
std::vector<Conflict> openConflicts(Database &db);
std::optional<Conflict> openConflict(Database &db, OrderId order);
std::vector<DoorSalePlace> placesOf(Database &db, OrderId order);
/// One of them, held until the transaction ends.
std::optional<Conflict> lockConflict(Database &db, OrderId order);
void resolve(Database &db, OrderId order, const QString &resolution, StaffId by, Instant at);
/// What the door's journal said in that record.
QByteArray recordBody(Database &db, ChainId chain, qint64 seq);

} // namespace foyer::doorsale_store
