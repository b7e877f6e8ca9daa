// DoorGrant: places that the centre gave to one door, each with a ticket that was signed before anybody bought it.
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/domain/ticketnumber.h"

#include <QtCore/QJsonObject>

#include <optional>
#include <vector>

namespace foyer {

struct GrantedPlace {
    TicketNumber number;
    SeatId seat;  ///< null for general admission
    QString code; ///< the text of its QR code
};

struct DoorGrant {
    DoorGrantId id;
    qint64 number = 0; ///< in the codes of its tickets
    TerminalId door;
    EventId event;
    TicketTypeId ticketType;
    Instant grantedAt;
    std::vector<GrantedPlace> places; ///< in the order in which they are to be sold
};

/// On its way to the door.
QJsonObject grantJson(const DoorGrant &grant);
/// InvalidInput for anything else than what grantJson() makes.
Result<DoorGrant> grantFrom(const QJsonObject &json, TerminalId door);

/// What the journal says of it, on either side: "door.granted".
QJsonObject grantFact(const DoorGrant &grant);

} // namespace foyer
