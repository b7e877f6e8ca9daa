// DoorGrants: the centre gives places to its doors, which sell them without asking, and revokes them when a door is lost.
#pragma once

#include "core/domain/doorgrant.h"
#include "core/domain/doormessage.h"
#include "core/services/permission.h"

namespace foyer {

class Inventory;
class Writer;

/// Either a number of general places, or named seats.
struct GrantWish {
    TerminalId door;
    TicketTypeId ticketType;
    int quantity = 0;
    std::vector<SeatId> seats = {};
};

/// What became of one grant.
struct GrantState {
    DoorGrantId id;
    qint64 number = 0;
    TerminalId door;
    QString doorName;
    QString eventName;
    QString ticketTypeName;
    QString state;       ///< "offered", "active", "revoked"
    qint64 left = 0;     ///< with the door, as far as the centre has heard
    qint64 sold = 0;
    qint64 returned = 0;
};

class DoorGrants
{
public:
    static constexpr char GrantPath[] = "/v1/door/grant";
    static constexpr char AcknowledgePath[] = "/v1/door/acknowledge";
    /// Places of one grant, and of one answer to a door.
    static constexpr int MostPlaces = 2'000;

    DoorGrants(Writer &writer, Inventory &inventory) : m_writer(writer), m_inventory(inventory) {}

    /// The places are the door's from now on, and nobody else sells them. NotFound, InvalidInput, SoldOut, SeatTaken, DoorStopped,
    /// NotOnSale, EventArchived.
    Result<GrantState> grant(const Actor &actor, const GrantWish &wish);
    Result<std::vector<GrantState>> grants();
    /// A door that was lost: the tickets of its grants admit nobody, but those that the centre heard to be sold. The places stay where
    /// they are, as somebody may hold a ticket. A null grant means all of the door. Returns how many grants.
    Result<int> revoke(const Actor &actor, TerminalId door, DoorGrantId grant = {});
    /// The places of a revoked grant that nobody is known to have are for sale here again: whoever says so takes the risk. How many.
    Result<qint64> writeOff(const Actor &actor, DoorGrantId grant);

    /// {}: what was granted to the door and is not acknowledged: {grants}
    Result<QJsonObject> offer(const DoorMessage &message);
    /// {grants: ids}: the door has stored them. Safe to repeat.
    Result<QJsonObject> acknowledge(const DoorMessage &message);

private:
    Result<GrantState> grantNow(const Actor &actor, const GrantWish &wish);

    Writer &m_writer;
    Inventory &m_inventory;
};

} // namespace foyer
