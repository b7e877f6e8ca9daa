#include "app/server/eventjson.h"

#include "core/domain/localtime.h"

#include <QtCore/QJsonArray>

namespace foyer::server {

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

const TypeAvailability *placesOf(const EventAvailability &places, TicketTypeId type)
{
    const auto found = std::find_if(places.types.begin(), places.types.end(), [&](const auto &t) { return t.ticketType == type; });
    return found == places.types.end() ? nullptr : &*found;
}

QJsonArray levelsJson(const TicketType &type)
{
    QJsonArray levels;
    for (const PriceLevel &level : type.priceLevels)
        levels.append(QJsonObject{{word("id"), level.id.toString()}, {word("name"), level.name}, {word("price"), level.price.toString()},
                                  {word("currency"), level.price.currency().code()}, {word("tax_basis_points"), level.taxBasisPoints}});
    return levels;
}

QJsonObject typeJson(const TicketType &type, const TypeAvailability &places)
{
    return {{word("id"), type.id.toString()}, {word("name"), type.name},
            {word("admission"), type.admission == AdmissionKind::Seated ? word("seated") : word("general")}, {word("capacity"), places.capacity},
            {word("available"), places.available()}, {word("held"), places.held}, {word("sold"), places.sold},
            {word("max_per_order"), type.maxPerOrder}, {word("fee"), type.fee.toString()}, {word("price_levels"), levelsJson(type)}};
}

} // namespace

QString utcText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

Result<Venues> venuesOf(BoxOffice &office)
{
    const auto venues = office.catalogue().venues();
    if (!venues)
        return fail(venues.error());
    Venues out;
    for (const Venue &venue : *venues)
        out.insert(venue.id, venue);
    return out;
}

QJsonObject eventJson(const Event &event, const Venues &venues, const EventAvailability &places)
{
    const Venue venue = venues.value(event.venue);
    QJsonArray types;
    int left = 0;
    for (const TicketType &type : event.ticketTypes) {
        const TypeAvailability *known = placesOf(places, type.id);
        const TypeAvailability counted = known ? *known : TypeAvailability{type.id};
        left += counted.available();
        types.append(typeJson(type, counted));
    }
    return {{word("id"), event.id.toString()}, {word("name"), event.name}, {word("description"), event.description},
            {word("starts_at"), rfc3339(event.startsAt, venue.timeZone)}, {word("doors_at"), rfc3339(event.doorsAt, venue.timeZone)},
            {word("ends_at"), rfc3339(event.endsAt, venue.timeZone)}, {word("status"), statusName(event.status)},
            {word("venue"), QJsonObject{{word("id"), venue.id.toString()}, {word("name"), venue.name}}}, {word("ticket_types"), types},
            {word("sold_out"), left <= 0}, {word("places_left"), left}, {word("going"), places.total().sold}};
}

QJsonObject availabilityJson(const Event &event, const EventAvailability &places)
{
    QJsonArray types;
    for (const TicketType &type : event.ticketTypes) {
        const TypeAvailability *known = placesOf(places, type.id);
        const TypeAvailability counted = known ? *known : TypeAvailability{type.id};
        types.append(QJsonObject{{word("ticket_type_id"), type.id.toString()}, {word("name"), type.name}, {word("capacity"), counted.capacity},
                                 {word("available"), counted.available()}, {word("held"), counted.held}, {word("sold"), counted.sold}});
    }
    return {{word("event_id"), event.id.toString()}, {word("ticket_types"), types}};
}

QJsonObject reservationJson(const Reservation &reservation, Instant now)
{
    QJsonArray lines;
    for (const ReservationLine &line : reservation.lines) {
        QJsonObject one{{word("event_id"), line.event.toString()}, {word("event"), line.eventName}, {word("ticket_type_id"), line.ticketType.toString()},
                        {word("ticket_type"), line.ticketTypeName}, {word("price_level"), line.priceLevelName}, {word("quantity"), line.quantity},
                        {word("unit_price"), line.unitPrice.toString()}, {word("total"), line.total().toString()}};
        if (line.seatLabel)
            one.insert(word("seat"), line.seatLabel->toString());
        lines.append(one);
    }
    // One whose time is over counts as expired, swept or not.
    const bool isOver = reservation.state == ReservationState::Active && !reservation.isLive(now);
    const qint64 left = reservation.state == ReservationState::Active ? qMax<qint64>(0, (reservation.expiresAt - now).count() / 1000) : 0;
    QJsonObject out{{word("id"), reservation.id.toString()}, {word("state"), stateName(isOver ? ReservationState::Expired : reservation.state)},
                    {word("expires_at"), utcText(reservation.expiresAt)}, {word("seconds_left"), left}, {word("lines"), lines},
                    {word("total"), reservation.total().toString()}, {word("currency"), reservation.currency.code()}};
    if (!reservation.customer.isNull())
        out.insert(word("customer_id"), reservation.customer.toString());
    return out;
}

QJsonObject paymentJson(const Payment &payment)
{
    return {{word("id"), payment.id.toString()}, {word("tender"), tenderName(payment.tender)}, {word("kind"), kindName(payment.kind)},
            {word("amount"), payment.amount.toString()}, {word("currency"), payment.amount.currency().code()}, {word("state"), stateName(payment.state)},
            {word("message"), payment.message}};
}

QJsonObject orderJson(const Order &order, const QStringList &codes)
{
    QJsonArray tickets;
    for (size_t i = 0; i < order.lines.size(); ++i) {
        const OrderLine &line = order.lines[i];
        QJsonObject ticket{{word("id"), line.ticket.id.toString()}, {word("number"), line.ticket.number.toString()}, {word("state"), stateName(line.ticket.state)},
                           {word("event_id"), line.ticket.event.toString()}, {word("event"), line.eventName}, {word("ticket_type"), line.ticketTypeName},
                           {word("price_level"), line.priceLevelName}, {word("price"), line.total().toString()}};
        if (line.seatLabel)
            ticket.insert(word("seat"), line.seatLabel->toString());
        if (qsizetype(i) < codes.size() && !codes[qsizetype(i)].isEmpty())
            ticket.insert(word("code"), codes[qsizetype(i)]);
        tickets.append(ticket);
    }
    QJsonArray payments;
    for (const Payment &payment : order.payments)
        payments.append(paymentJson(payment));
    QJsonObject out{{word("id"), order.id.toString()}, {word("number"), order.number}, {word("kind"), kindName(order.kind)}, {word("channel"), channelName(order.channel)},
                    {word("total"), order.total.toString()}, {word("currency"), order.currency.code()}, {word("created_at"), utcText(order.createdAt)},
                    {word("tickets"), tickets}, {word("payments"), payments}};
    if (!order.reservation.isNull())
        out.insert(word("reservation_id"), order.reservation.toString());
    if (!order.customer.isNull())
        out.insert(word("customer_id"), order.customer.toString());
    return out;
}

} // namespace foyer::server
