// What can be bought: events, their places, and how they sell.
#include "app/server/desk.h"
#include "app/server/eventjson.h"
#include "app/server/planshelf.h"
#include "app/server/routes.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace foyer::server {

namespace {

constexpr int EventsOnPage = 50;
constexpr int LastPage = 1'000;

/// A moment of the query, in RFC 3339; empty when it is not given.
std::optional<Instant> momentOf(const Call &call, const char *name, std::optional<Fault> &fault)
{
    const QString text = call.parameter(name);
    if (text.isEmpty())
        return std::nullopt;
    QString readable = text; // a plus that was not encoded arrives as a blank
    const QDateTime at = QDateTime::fromString(readable.replace(QLatin1Char(' '), QLatin1Char('+')), Qt::ISODateWithMs);
    if (at.isValid())
        return Instant{at.toMSecsSinceEpoch()};
    if (!fault)
        fault = Fault{400, QStringLiteral("invalid"), QStringLiteral("%1 has to be a time such as 2030-12-05T20:00:00+01:00.").arg(QLatin1String(name)), QLatin1String(name)};
    return std::nullopt;
}

Result<QJsonObject> eventsPage(BoxOffice &office, EventFilter filter, int page)
{
    filter.limit = EventsOnPage * page + 1;
    const auto events = office.catalogue().events(filter);
    const auto venues = venuesOf(office);
    if (!events || !venues)
        return fail(events ? venues.error() : events.error());
    const size_t first = std::min(events->size(), size_t(EventsOnPage * (page - 1)));
    const size_t last = std::min(events->size(), first + EventsOnPage);
    std::vector<EventId> ids;
    for (size_t i = first; i < last; ++i)
        ids.push_back((*events)[i].id);
    const auto places = office.inventory().availability(ids);
    if (!places)
        return fail(places.error());
    QJsonArray list;
    for (size_t i = first; i < last; ++i)
        list.append(eventJson((*events)[i], *venues, (*places)[i - first]));
    return QJsonObject{{QStringLiteral("events"), list}, {QStringLiteral("page"), page}, {QStringLiteral("more"), events->size() > last}};
}

Result<QJsonArray> freeSeats(BoxOffice &office, PlanShelf &shelf, const Event &event)
{
    const auto plan = shelf.plan(office, event.plan);
    if (!plan)
        return fail(plan.error());
    const auto claims = office.inventory().claims(event.id);
    if (!claims)
        return fail(claims.error());
    std::unordered_set<SeatId> taken;
    for (const SeatClaim &claim : *claims)
        taken.insert(claim.seat);
    QJsonArray seats;
    for (const PlanSeat &seat : (*plan)->seats) {
        const TicketType *type = event.typeOfCategory(seat.category);
        if (type && !taken.contains(seat.id))
            seats.append(QJsonObject{{QStringLiteral("seat"), seat.label.toString()}, {QStringLiteral("guid"), seat.guid}, {QStringLiteral("ticket_type_id"), type->id.toString()}});
    }
    return seats;
}

} // namespace

void routes::listEvents(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    EventFilter filter;
    filter.from = momentOf(*call, "from", fault);
    filter.to = momentOf(*call, "to", fault);
    filter.text = call->parameter("q").left(200);
    const QString pageText = call->parameter("page");
    bool isNumber = true;
    const int page = pageText.isEmpty() ? 1 : pageText.toInt(&isNumber);
    if (!fault && (!isNumber || page < 1 || page > LastPage))
        fault = Fault{400, QStringLiteral("invalid"), QStringLiteral("page is a whole number from 1 to %1.").arg(LastPage), QStringLiteral("page")};
    if (fault)
        return reply(refused(*call, *fault));
    desk.read(call, [filter, page](BoxOffice &office) { return eventsPage(office, filter, page); }, std::move(reply));
}

void routes::showEvent(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [id = EventId(call->ids.front())](BoxOffice &office) -> Result<QJsonObject> {
        const auto event = office.catalogue().event(id);
        if (!event || event->status == EventStatus::Draft)
            return event ? fail(ErrorCode::NotFound, {QStringLiteral("this event")}) : fail(event.error());
        const auto venues = venuesOf(office);
        const auto places = office.inventory().availability(std::array{id});
        if (!venues || !places)
            return fail(venues ? places.error() : venues.error());
        return eventJson(*event, *venues, places->front());
    }, std::move(reply));
}

void routes::showAvailability(Desk &desk, const CallPtr &call, Reply reply)
{
    desk.read(call, [&desk, id = EventId(call->ids.front()), withSeats = call->parameter("seats") == QLatin1String("1")](BoxOffice &office) -> Result<QJsonObject> {
        const auto event = office.catalogue().event(id);
        if (!event)
            return fail(event.error());
        const auto places = office.inventory().availability(std::array{id});
        if (!places)
            return fail(places.error());
        QJsonObject out = availabilityJson(*event, places->front());
        if (withSeats && !event->plan.isNull()) {
            const auto seats = freeSeats(office, desk.plans(), *event);
            if (!seats)
                return fail(seats.error());
            out.insert(QStringLiteral("free_seats"), *seats);
        }
        return out;
    }, std::move(reply));
}

void routes::showStatistics(Desk &desk, const CallPtr &call, Reply reply)
{
    std::optional<Fault> fault;
    StatisticsFilter filter;
    filter.from = momentOf(*call, "from", fault);
    filter.to = momentOf(*call, "to", fault);
    if (const QString text = call->parameter("event_id"); !text.isEmpty()) {
        const auto id = uuidFrom(text);
        if (!id && !fault)
            fault = Fault{400, QStringLiteral("invalid"), QStringLiteral("event_id has to be a UUID."), QStringLiteral("event_id")};
        filter.event = EventId(id.value_or(QUuid()));
    }
    if (fault)
        return reply(refused(*call, *fault));
    desk.read(call, [&desk, filter](BoxOffice &office) -> Result<QJsonObject> {
        const auto report = office.statistics().report(desk.actor(), filter);
        if (!report)
            return fail(report.error());
        QJsonArray events, types;
        for (const EventFigures &event : report->events)
            events.append(QJsonObject{{QStringLiteral("event_id"), event.event.toString()}, {QStringLiteral("name"), event.name}, {QStringLiteral("capacity"), event.capacity},
                                      {QStringLiteral("reserved"), event.reserved}, {QStringLiteral("sold"), event.sold}, {QStringLiteral("revenue"), event.revenue.toString()},
                                      {QStringLiteral("currency"), event.currency.code()}, {QStringLiteral("comps"), event.comps}, {QStringLiteral("going"), event.going()},
                                      {QStringLiteral("refunds"), event.refunds}, {QStringLiteral("refunded"), event.refunded.toString()},
                                      {QStringLiteral("admitted"), event.admitted}});
        for (const TypeFigures &type : report->types)
            types.append(QJsonObject{{QStringLiteral("ticket_type"), type.name}, {QStringLiteral("capacity"), type.capacity}, {QStringLiteral("reserved"), type.reserved},
                                     {QStringLiteral("sold"), type.sold}, {QStringLiteral("revenue"), type.revenue.toString()}, {QStringLiteral("currency"), type.currency.code()},
                                     {QStringLiteral("comps"), type.comps}, {QStringLiteral("going"), type.going()},
                                     {QStringLiteral("refunds"), type.refunds}, {QStringLiteral("refunded"), type.refunded.toString()},
                                     {QStringLiteral("admitted"), type.admitted}});
        const double conversion = report->reservations > 0 ? double(report->completed) / report->reservations : 0;
        return QJsonObject{{QStringLiteral("events"), events}, {QStringLiteral("ticket_types"), types}, {QStringLiteral("reservations"), report->reservations},
                           {QStringLiteral("completed"), report->completed}, {QStringLiteral("expired"), report->expired}, {QStringLiteral("conversion"), conversion}};
    }, std::move(reply));
}

} // namespace foyer::server
