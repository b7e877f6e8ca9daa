// DoorStock: the places that a door has of its own: its sales take their tickets from here, and what is left goes back to the centre.
#pragma once

#include "core/domain/doorgrant.h"
#include "core/domain/doorsale.h"
#include "core/services/permission.h"
#include "core/storage/doorgrant_store.h"

#include <QtCore/QHash>

#include <span>

namespace foyer {

class Database;
class Work;
class Writer;

/// Tickets for the sales of one unit of work, signed ahead by the centre: a door cannot sign.
class DoorTickets
{
public:
    explicit DoorTickets(Work &work) : m_work(work) {}

    /// The next one of the type, or that of the seat. Throws when there is none: a place was reserved that the door has not got.
    Ticket next(TicketTypeId type, EventId event, SeatId seat);
    /// Tells the centre of the whole sale.
    void tell(const DoorSale &sale);
    void write();

private:
    doorgrant_store::Place take(TicketTypeId type, EventId event, SeatId seat);

    Work &m_work;
    QHash<TicketTypeId, qint64> m_taken; ///< of each general type in this unit of work
    std::vector<doorgrant_store::Sold> m_sold;
};

class DoorStock
{
public:
    explicit DoorStock(Writer &writer) : m_writer(writer) {}

    /// Whether this database is a door's.
    static bool isDoor(Database &db);
    Result<bool> isAtDoor();
    /// DoorOnlySells at a door: the verb is the centre's alone.
    static Result<void> onlyAtCentre(Database &db);

    /// What the centre sent is kept. A grant that is here already is passed over; one about an event that the door was not told of
    /// yet is left for the next time. Returns those that are here now. InvalidInput when a ticket is not signed by the centre.
    Result<std::vector<DoorGrantId>> keep(std::span<const DoorGrant> grants);

    /// Places that nobody has bought or reserved here, by event and type.
    struct Left {
        EventId event;
        QString eventName;
        TicketTypeId ticketType;
        QString ticketTypeName;
        qint64 places = 0;
    };
    Result<std::vector<Left>> left();

    /// All that is left of an event, or of all, goes back: it is not sold here any more, and the centre has it once the journal gets
    /// there. Returns how many.
    Result<qint64> giveBack(const Actor &actor, EventId event = {});

    /// A database that was restored from a copy may have sold its places since the copy was made: it owns nothing until it is
    /// granted something again. Called when a door opens; does nothing anywhere else.
    Result<void> dropLost();

private:
    static qint64 giveUp(Work &work, const Actor &actor, const std::vector<doorgrant_store::Place> &places);

    Writer &m_writer;
};

} // namespace foyer
