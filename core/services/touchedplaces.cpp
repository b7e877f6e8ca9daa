#include "core/services/touchedplaces.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace foyer {

namespace {

template <typename I>
I idIn(const QJsonObject &object, const char *key)
{
    return I(QUuid::fromString(object.value(QLatin1String(key)).toString()));
}

template <typename I>
void insertIfAny(std::unordered_set<I> &set, I id)
{
    if (!id.isNull())
        set.insert(id);
}

} // namespace

void TouchedPlaces::read(const QByteArray &recordBody)
{
    const QJsonDocument body = QJsonDocument::fromJson(recordBody);
    if (!body.isObject())
        m_unclear = true;
    const QJsonArray facts = body.object().value(QLatin1String("facts")).toArray();
    for (const QJsonValue fact : facts)
        readFact(fact.toObject());
}

void TouchedPlaces::add(const feed_store::Touched &place)
{
    m_types.insert(place.ticketType);
    if (!place.seat.isNull())
        m_seats.insert({place.event, place.seat});
}

void TouchedPlaces::readFact(const QJsonObject &fact)
{
    const QString what = fact.value(QLatin1String("what")).toString();
    const QStringView subject = QStringView(what).left(what.indexOf(u'.'));
    if (what == QLatin1String("transfer") || subject == QLatin1String("staff") || subject == QLatin1String("shift")
        || subject == QLatin1String("drawer") || subject == QLatin1String("override"))
        return;
    if (what == QLatin1String("allotment.moved")) {
        insertIfAny(m_allotments, idIn<AllotmentId>(fact, "from"));
        insertIfAny(m_allotments, idIn<AllotmentId>(fact, "to"));
        return;
    }
    if (what == QLatin1String("door.granted") || subject == QLatin1String("event") || subject == QLatin1String("venue") || subject == QLatin1String("plan") || subject == QLatin1String("price"))
        m_catalogue = true;
    if (subject == QLatin1String("reservation")) {
        insertIfAny(m_reservations, idIn<ReservationId>(fact, "id"));
        const QJsonArray ids = fact.value(QLatin1String("ids")).toArray();
        for (const QJsonValue id : ids)
            insertIfAny(m_reservations, ReservationId(QUuid::fromString(id.toString())));
        // The lines that were removed are gone: only the fact itself knows their places.
        m_unclear = m_unclear || (what == QLatin1String("reservation.removed") && !fact.contains(QLatin1String("places")));
    }
    insertIfAny(m_reservations, idIn<ReservationId>(fact, "reservation"));
    readPlaces(fact);
    for (const QJsonValue value : fact) {
        const QJsonArray parts = value.toArray();
        for (const QJsonValue part : parts)
            readPlaces(part.toObject());
    }
}

void TouchedPlaces::readPlaces(const QJsonObject &fact)
{
    const auto event = idIn<EventId>(fact, "event");
    const auto type = idIn<TicketTypeId>(fact, "type");
    insertIfAny(m_types, type);
    if (event.isNull())
        return;
    if (type.isNull())
        m_events.insert(event);
    if (const auto seat = idIn<SeatId>(fact, "seat"); !seat.isNull())
        m_seats.insert({event, seat});
    const QJsonArray seats = fact.value(QLatin1String("seats")).toArray();
    for (const QJsonValue seat : seats)
        m_seats.insert({event, SeatId(QUuid::fromString(seat.toString()))});
}

} // namespace foyer
