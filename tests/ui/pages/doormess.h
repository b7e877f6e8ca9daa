// DoorMess: a door that let somebody in a second time, sold on when its places were taken back, and was heard again after all.
#pragma once

#include "tests/support/doorhouse.h"
#include "tests/ui/pages/till.h"

namespace foyer::test {

/// What came of it at the box office.
struct DoorMess {
    TicketNumber twice;        ///< in a second time
    std::vector<Order> sales;  ///< of 2, 1 and 3 places, with what the door took for them
};

/// For the club night of a till; where the box office lives.
inline DoorMess makeDoorMess(BoxOffice &office, const char *name = "North gate")
{
    EventFilter filter;
    filter.text = QStringLiteral("Club");
    const Event club = must(office.catalogue().events(filter)).front();
    Gate gate(office);
    must(gate.enrol(must(office.doorCentre().invite(office.system(), QLatin1String(name))).code));
    must(gate.download());
    const Order order = sell(office, {places(club, 0, 1)});
    const QString code = must(office.orders().codes(order)).front();
    must(office.doorGrants().grant(office.system(), {gate.office->terminal(), club.ticketTypes[0].id, 8}));
    gate.sync();
    must(office.admissions().scan(office.system(), {code, club.id}));
    gate.scan(code, club.id);
    DoorMess mess{order.lines[0].ticket.number, {}};
    for (const int n : {2, 1, 3}) {
        gate.box.advance(std::chrono::minutes(1));
        mess.sales.push_back(sell(*gate.office, {places(club, 0, n)}));
    }
    must(office.doorGrants().revoke(office.system(), gate.office->terminal()));
    gate.sync();
    return mess;
}

/// The same behind the window, while it is open.
inline DoorMess makeDoorMess(Till &till, const char *name = "North gate")
{
    return till.counter.ask([name](Desk &desk) -> Result<DoorMess> { return makeDoorMess(desk.office, name); });
}

} // namespace foyer::test
