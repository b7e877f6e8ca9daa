#include "ui/printing/orderprint.h"

#include "core/services/boxoffice.h"
#include "core/services/training.h"

#include <QtCore/QHash>

#include <algorithm>

namespace foyer::printing {
namespace {

struct Occasion {
    QString venue;
    QDateTime startsAt;
    QDateTime doorsAt;
};

QDateTime localTime(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, zone);
}

Result<Occasion> occasionOf(BoxOffice &office, EventId id, const std::vector<Venue> &venues)
{
    const auto event = office.catalogue().event(id);
    if (!event)
        return fail(event.error());
    const auto venue = std::find_if(venues.begin(), venues.end(), [&](const Venue &v) { return v.id == event->venue; });
    const QTimeZone zone = venue == venues.end() ? QTimeZone::utc() : venue->timeZone;
    return Occasion{venue == venues.end() ? QString() : venue->name, localTime(event->startsAt, zone), localTime(event->doorsAt, zone)};
}

} // namespace

Result<std::vector<PrintedTicket>> printedTickets(BoxOffice &office, const Order &order, bool reprint)
{
    const auto codes = office.orders().codes(order);
    if (!codes)
        return fail(codes.error());
    const auto venues = office.catalogue().venues();
    if (!venues)
        return fail(venues.error());
    const auto training = isTraining(office.writer());
    if (!training)
        return fail(training.error());
    QHash<EventId, Occasion> occasions;
    const auto details = reprint ? office.orderDetails().of(order.id) : Result<OrderDetail>();
    if (!details)
        return fail(details.error());
    std::vector<PrintedTicket> tickets;
    for (size_t i = 0; i < order.lines.size(); ++i) {
        const OrderLine &line = order.lines[i];
        if (line.ticket.state != TicketState::Valid)
            continue; // a paper that admits nobody would only be mistaken for one that does
        if (!occasions.contains(line.ticket.event)) {
            auto occasion = occasionOf(office, line.ticket.event, *venues);
            if (!occasion)
                return fail(occasion.error());
            occasions.insert(line.ticket.event, *occasion);
        }
        const Occasion &occasion = occasions[line.ticket.event];
        PrintedTicket ticket;
        ticket.venue = occasion.venue;
        ticket.event = line.eventName;
        ticket.startsAt = occasion.startsAt;
        ticket.doorsAt = occasion.doorsAt;
        ticket.seat = line.seatLabel ? line.seatLabel->spoken() : QString();
        ticket.ticketType = line.ticketTypeName;
        ticket.priceLevel = line.priceLevelName;
        ticket.price = line.total();
        ticket.fee = line.fee;
        ticket.orderNumber = order.number;
        ticket.ticketNumber = line.ticket.number.grouped();
        ticket.code = codes->at(qsizetype(i));
        ticket.position = int(tickets.size()) + 1;
        ticket.reprint = reprint;
        ticket.copy = 1 + details->reprints.value(line.ticket.id);
        ticket.holder = details->holders.value(line.ticket.holder);
        ticket.training = *training;
        tickets.push_back(std::move(ticket));
    }
    for (PrintedTicket &ticket : tickets)
        ticket.count = int(tickets.size());
    return tickets;
}

} // namespace foyer::printing
