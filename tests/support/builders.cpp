#include "tests/support/builders.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace foyer::test {

namespace {

QJsonObject point(double x, double y)
{
    return {{QStringLiteral("x"), x}, {QStringLiteral("y"), y}};
}

QJsonObject rowOf(const SeatBlock &block, int row)
{
    QJsonArray seats;
    for (int number = 1; number <= block.seatsPerRow; ++number) {
        seats.append(QJsonObject{{QStringLiteral("seat_guid"), QStringLiteral("%1-%2-%3").arg(block.category).arg(row).arg(number)},
                                 {QStringLiteral("seat_number"), QString::number(number)},
                                 {QStringLiteral("position"), point(25 * number, 0)},
                                 {QStringLiteral("category"), block.category}});
    }
    return {{QStringLiteral("row_number"), QString::number(row)}, {QStringLiteral("position"), point(0, 30 * row)},
            {QStringLiteral("row_number_position"), QStringLiteral("start")}, {QStringLiteral("seats"), seats}};
}

} // namespace

SeatingPlan aPlan(const QString &name, const std::vector<SeatBlock> &blocks)
{
    QJsonArray categories;
    QJsonArray zones;
    double top = 0;
    for (const SeatBlock &block : blocks) {
        categories.append(QJsonObject{{QStringLiteral("name"), block.category}, {QStringLiteral("color"), QStringLiteral("#0072b2")}});
        QJsonArray rows;
        for (int row = 1; row <= block.rows; ++row)
            rows.append(rowOf(block, row));
        zones.append(QJsonObject{{QStringLiteral("name"), block.category}, {QStringLiteral("zone_id"), block.category},
                                 {QStringLiteral("position"), point(0, top)}, {QStringLiteral("rows"), rows}});
        top += 30 * (block.rows + 1);
    }
    const QJsonObject size{{QStringLiteral("width"), 4000}, {QStringLiteral("height"), top + 100}};
    const QJsonObject plan{{QStringLiteral("name"), name}, {QStringLiteral("size"), size}, {QStringLiteral("categories"), categories},
                           {QStringLiteral("zones"), zones}};
    return must(SeatingPlan::fromJson(QJsonDocument(plan).toJson(QJsonDocument::Compact)));
}

VenueId aVenue(BoxOffice &office, const QString &name, Currency currency)
{
    for (const Venue &venue : must(office.catalogue().venues())) {
        if (venue.name == name)
            return venue.id;
    }
    return must(office.catalogue().addVenue(office.system(), name, QTimeZone("Europe/Berlin"), currency)).id;
}

EventBuilder &EventBuilder::named(const QString &name)
{
    m_event.name = name;
    return *this;
}

EventBuilder &EventBuilder::at(VenueId venue)
{
    m_event.venue = venue;
    for (const Venue &known : must(m_office.catalogue().venues())) {
        if (known.id == venue)
            m_currency = known.currency;
    }
    return *this;
}

EventBuilder &EventBuilder::startingAt(Instant start)
{
    m_event.startsAt = start;
    return *this;
}

EventBuilder &EventBuilder::withStatus(EventStatus status)
{
    m_event.status = status;
    return *this;
}

EventBuilder &EventBuilder::holdingFor(Milliseconds lifetime)
{
    m_event.reservationLifetime = lifetime;
    return *this;
}

EventBuilder &EventBuilder::withGeneral(const QString &type, int capacity, qint64 price)
{
    NewTicketType made;
    made.name = type;
    made.capacity = capacity;
    made.maxPerOrder = 100'000;
    m_event.ticketTypes.push_back(made);
    return withLevel(QStringLiteral("Full"), price);
}

EventBuilder &EventBuilder::withSeats(int rows, int seatsPerRow, qint64 price, const QString &type)
{
    NewTicketType made;
    made.name = type;
    made.categories = QStringList{type};
    made.maxPerOrder = 100'000;
    m_event.ticketTypes.push_back(made);
    m_blocks.push_back({type, rows, seatsPerRow});
    return withLevel(QStringLiteral("Full"), price);
}

EventBuilder &EventBuilder::withLevel(const QString &name, qint64 price, int taxBasisPoints)
{
    m_event.ticketTypes.back().priceLevels.push_back({name, Money(price, m_currency), taxBasisPoints});
    return *this;
}

EventBuilder &EventBuilder::withFee(qint64 perTicket)
{
    m_event.ticketTypes.back().fee = Money(perTicket, m_currency);
    return *this;
}

EventBuilder &EventBuilder::withOrderFee(qint64 perOrder)
{
    m_event.orderFee = Money(perOrder, m_currency);
    return *this;
}

EventBuilder &EventBuilder::atMost(int perOrder)
{
    m_event.ticketTypes.back().maxPerOrder = perOrder;
    return *this;
}

EventBuilder &EventBuilder::onSaleBetween(std::optional<Instant> from, std::optional<Instant> until)
{
    m_event.ticketTypes.back().saleFrom = from;
    m_event.ticketTypes.back().saleUntil = until;
    return *this;
}

NewEvent EventBuilder::build()
{
    if (m_event.venue.isNull())
        m_event.venue = aVenue(m_office);
    if (!m_blocks.empty() && m_event.plan.isNull()) {
        const QString name = QStringLiteral("Plan %1").arg(must(m_office.catalogue().plans()).size() + 1);
        m_event.plan = must(m_office.catalogue().addPlan(m_office.system(), m_event.venue, aPlan(name, m_blocks)));
    }
    return m_event;
}

Event EventBuilder::add()
{
    const NewEvent event = build();
    const auto ids = must(m_office.catalogue().addEvents(m_office.system(), std::span(&event, 1)));
    return must(m_office.catalogue().event(ids.front()));
}

EventBuilder anEvent(BoxOffice &office)
{
    return EventBuilder(office).named(QStringLiteral("Hamlet")).startingAt(Evening + Milliseconds(24 * 60 * 60'000));
}

std::vector<PlanSeat> seatsOf(BoxOffice &office, const Event &event)
{
    return must(office.catalogue().plan(event.plan)).seats;
}

ReserveLine places(const Event &event, int type, int quantity)
{
    return {event.id, event.ticketTypes.at(size_t(type)).priceLevels.front().id, SeatId(), quantity};
}

ReserveLine seat(const Event &event, int type, SeatId seat)
{
    return {event.id, event.ticketTypes.at(size_t(type)).priceLevels.front().id, seat, 1};
}

Reservation hold(BoxOffice &office, const std::vector<ReserveLine> &lines)
{
    return must(office.inventory().reserve(office.system(), ReserveRequest{{}, Channel::Counter, lines}));
}

Order sell(BoxOffice &office, const std::vector<ReserveLine> &lines)
{
    const Reservation cart = hold(office, lines);
    const PayRequest cash{cart.id, Tender::Cash, cart.total(), {}, cart.id.toString()};
    return must(cart.total().isZero() ? office.checkout().completeFree(office.system(), cart.id) : office.checkout().pay(office.system(), cash)).order.value();
}

Actor actorWith(BoxOffice &office, Role role)
{
    return {StaffId(), role, office.terminal(), ShiftId()};
}

} // namespace foyer::test
