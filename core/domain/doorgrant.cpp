#include "core/domain/doorgrant.h"

#include "core/domain/inputtext.h"

#include <QtCore/QJsonArray>

namespace foyer {

namespace {

tl::unexpected<Error> noGrant()
{
    return fail(ErrorCode::InvalidInput, {translate("Input", "the centre's answer is not one that this door understands")});
}

} // namespace

QJsonObject grantJson(const DoorGrant &grant)
{
    QJsonArray places;
    for (const GrantedPlace &place : grant.places) {
        QJsonObject one{{QStringLiteral("ticket"), place.number.toString()}, {QStringLiteral("code"), place.code}};
        if (!place.seat.isNull())
            one.insert(QStringLiteral("seat"), place.seat.toString());
        places.append(one);
    }
    return {{QStringLiteral("id"), grant.id.toString()}, {QStringLiteral("number"), grant.number}, {QStringLiteral("event"), grant.event.toString()},
            {QStringLiteral("type"), grant.ticketType.toString()}, {QStringLiteral("at"), grant.grantedAt.ms}, {QStringLiteral("places"), places}};
}

Result<DoorGrant> grantFrom(const QJsonObject &json, TerminalId door)
{
    const auto text = [&](const char *name) { return json.value(QLatin1String(name)).toString(); };
    const auto id = DoorGrantId::fromString(text("id"));
    const auto event = EventId::fromString(text("event"));
    const auto type = TicketTypeId::fromString(text("type"));
    DoorGrant grant{id.value_or(DoorGrantId()), json.value(QLatin1String("number")).toInteger(), door, event.value_or(EventId()),
                    type.value_or(TicketTypeId()), Instant{json.value(QLatin1String("at")).toInteger(-1)}, {}};
    for (const QJsonValue value : json.value(QLatin1String("places")).toArray()) {
        const QJsonObject place = value.toObject();
        const auto number = TicketNumber::parse(place.value(QLatin1String("ticket")).toString());
        const QString code = place.value(QLatin1String("code")).toString();
        if (!number || code.isEmpty())
            return noGrant();
        grant.places.push_back({*number, SeatId::fromString(place.value(QLatin1String("seat")).toString()).value_or(SeatId()), code});
    }
    const bool isWhole = id && event && type && grant.number >= 1 && grant.grantedAt.ms >= 0 && !grant.places.empty();
    return isWhole ? Result<DoorGrant>(std::move(grant)) : noGrant();
}

QJsonObject grantFact(const DoorGrant &grant)
{
    QJsonArray seats;
    for (const GrantedPlace &place : grant.places)
        if (!place.seat.isNull())
            seats.append(place.seat.toString());
    QJsonObject fact{{QStringLiteral("id"), grant.id.toString()}, {QStringLiteral("number"), grant.number}, {QStringLiteral("door"), grant.door.toString()},
                     {QStringLiteral("event"), grant.event.toString()}, {QStringLiteral("type"), grant.ticketType.toString()},
                     {QStringLiteral("n"), qint64(grant.places.size())}};
    if (!seats.isEmpty())
        fact.insert(QStringLiteral("seats"), seats);
    return fact;
}

} // namespace foyer
