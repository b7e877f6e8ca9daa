#include "core/services/doorgrants.h"

#include "core/domain/inputtext.h"
#include "core/domain/ticketcode.h"
#include "core/services/doorsales.h"
#include "core/services/doorspeaker.h"
#include "core/services/inventory.h"
#include "core/services/placemoves.h"
#include "core/services/release.h"
#include "core/storage/allotment_store.h"
#include "core/storage/archive_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"

#include <QtCore/QJsonArray>

#include <array>
#include <unordered_set>

namespace foyer {

namespace {

constexpr Milliseconds ToldAhead{std::chrono::hours(7 * 24)}; // see DoorCentre::download

GrantState stateFrom(const doorgrant_store::Summary &summary)
{
    return {summary.id, summary.number, summary.door, summary.doorName, summary.eventName, summary.ticketTypeName, summary.state, summary.granted, summary.sold, summary.returned};
}

/// What the wish is about, once it was looked at.
struct GrantScene {
    doorcentre_store::Door door;
    catalogue_store::TypeOf type;
    Event event;
    int typeNumber = 0;
};

Result<GrantScene> sceneOf(Work &work, const GrantWish &wish)
{
    Database &db = work.db();
    auto door = doorspeaker::door(db, wish.door);
    if (!door)
        return fail(door.error());
    if (door->stoppedAt)
        return fail(ErrorCode::DoorStopped, {door->name});
    const auto type = catalogue_store::ticketType(db, wish.ticketType);
    if (!type)
        return fail(ErrorCode::NotFound, {translate("Input", "this ticket type")});
    if (const QStringList archived = archive_store::archivedAmong(db, std::array{type->event}, true); !archived.isEmpty())
        return fail(ErrorCode::EventArchived, {archived.front()});
    auto events = catalogue_store::eventHeads(db, std::array{type->event});
    catalogue_store::loadTicketTypes(db, events);
    GrantScene scene{*door, *type, std::move(events.front()), 0};
    if (const TicketType *one = scene.event.type(wish.ticketType))
        scene.typeNumber = one->number;
    if (scene.event.status != EventStatus::OnSale || work.now() >= scene.event.endsAt)
        return fail(ErrorCode::NotOnSale, {scene.event.name});
    if (scene.event.startsAt >= work.now() + ToldAhead)
        return fail(ErrorCode::InvalidInput, {translate("Input", "doors are told of events that begin within a week; %1 is later").arg(scene.event.name)});
    return scene;
}

Result<void> fits(const GrantScene &scene, const GrantWish &wish)
{
    const bool isSeated = scene.type.admission == AdmissionKind::Seated;
    const std::unordered_set<SeatId> seats(wish.seats.begin(), wish.seats.end());
    if (isSeated == wish.seats.empty() || (isSeated && wish.quantity != 0))
        return fail(ErrorCode::InvalidInput, {isSeated ? translate("Input", "%1 needs a seat").arg(scene.type.name) : translate("Input", "%1 has no numbered seats").arg(scene.type.name)});
    const qint64 places = isSeated ? qint64(wish.seats.size()) : wish.quantity;
    if (places < 1 || seats.size() != wish.seats.size())
        return fail(ErrorCode::InvalidInput, {translate("Input", "the number of places is not at least one")});
    return places <= DoorGrants::MostPlaces ? Result<void>() : fail(ErrorCode::LimitExceeded, {translate("Input", "one grant"), QString::number(DoorGrants::MostPlaces)});
}

/// Signed before any counter is locked.
DoorGrant signedGrant(Work &work, const GrantScene &scene, const GrantWish &wish, const crypto::SigningKey &key, const std::vector<int> &seatNumbers)
{
    DoorGrant grant{work.ids().make<DoorGrantId>(), doorgrant_store::nextNumber(work.db()), wish.door, scene.event.id, wish.ticketType, work.now(), {}};
    TicketCode code;
    code.issuer = quint16(terminal_store::numberOf(work.db(), work.terminal()));
    code.eventNumber = quint32(scene.event.number);
    code.type = quint16(scene.typeNumber);
    code.grant = quint32(grant.number);
    code.generation = 1;
    const size_t places = wish.seats.empty() ? size_t(wish.quantity) : wish.seats.size();
    for (size_t i = 0; i < places; ++i) {
        code.number = TicketNumber::make(work.random());
        code.seat = wish.seats.empty() ? 0 : quint32(seatNumbers[i]);
        grant.places.push_back({code.number, wish.seats.empty() ? SeatId() : wish.seats[i], ticketcode::encode(code, key)});
    }
    return grant;
}

Result<void> takeGeneral(Work &work, const GrantScene &scene, const GrantWish &wish)
{
    const auto house = allotment_store::houseOf(work.db(), wish.ticketType);
    const AllotmentId own = doorgrant_store::doorAllotment(work.db(), work.ids(), wish.ticketType, wish.door);
    if (const qint64 left = doorgrant_store::lockPair(work.db(), *house, own); left < wish.quantity)
        return fail(ErrorCode::SoldOut, {scene.type.name, QString::number(qMax<qint64>(0, left))});
    doorgrant_store::reopen(work.db(), own);
    placemoves::now(work, *house, own, wish.quantity);
    return {};
}

Result<void> takeNamedSeats(Work &work, const GrantScene &scene, const GrantWish &wish, const std::vector<reservation_store::OfferedSeat> &offered)
{
    const auto taken = doorgrant_store::takeSeats(work.db(), scene.event.id, wish.ticketType, wish.seats, scene.door.name, work.now());
    QStringList missing;
    for (const auto &seat : offered)
        if (std::find(taken.begin(), taken.end(), seat.where.seat) == taken.end())
            missing << seat.label.spoken();
    return missing.isEmpty() ? Result<void>() : fail(ErrorCode::SeatTaken, {missing.join(QStringLiteral(", "))});
}

} // namespace

Result<GrantState> DoorGrants::grant(const Actor &actor, const GrantWish &wish)
{
    if (const auto allowed = require(actor, Permission::GrantPlaces); !allowed)
        return fail(allowed.error());
    auto granted = grantNow(actor, wish);
    if (granted || granted.error().code != ErrorCode::SoldOut)
        return granted;
    if (const auto swept = m_inventory.sweep(); !swept || *swept == 0) // what ran out is not taken any more
        return granted;
    return grantNow(actor, wish);
}

Result<GrantState> DoorGrants::grantNow(const Actor &actor, const GrantWish &wish)
{
    return m_writer.write([&](Work &work) -> Result<GrantState> {
        const auto scene = sceneOf(work, wish);
        const auto fit = scene ? fits(*scene, wish) : Result<void>(fail(scene.error()));
        if (!fit)
            return fail(fit.error());
        std::vector<reservation_store::EventSeat> seats;
        for (const SeatId seat : wish.seats)
            seats.push_back({scene->event.id, seat});
        const auto offered = reservation_store::offeredSeats(work.db(), seats);
        const auto numbers = doorgrant_store::seatNumbers(work.db(), wish.seats);
        if (offered.size() != seats.size() || numbers.size() != seats.size()
            || std::any_of(offered.begin(), offered.end(), [&](const auto &seat) { return seat.ticketType != wish.ticketType; }))
            return fail(ErrorCode::NotFound, {translate("Input", "this seat for %1").arg(scene->type.name)});
        const DoorGrant grant = signedGrant(work, *scene, wish, m_writer.key(), numbers);
        const auto taken = wish.seats.empty() ? takeGeneral(work, *scene, wish) : takeNamedSeats(work, *scene, wish, offered);
        if (!taken)
            return fail(taken.error());
        doorgrant_store::add(work.db(), grant, false, work.chain(), work.seq());
        work.fact("door.granted", signedBy(actor, grantFact(grant)));
        return GrantState{grant.id, grant.number, grant.door, scene->door.name, scene->event.name, scene->type.name, QStringLiteral("offered"), qint64(grant.places.size()), 0, 0};
    });
}

Result<std::vector<GrantState>> DoorGrants::grants()
{
    return m_writer.read([](Database &db) {
        std::vector<GrantState> out;
        for (const auto &summary : doorgrant_store::summaries(db))
            out.push_back(stateFrom(summary));
        return out;
    });
}

Result<int> DoorGrants::revoke(const Actor &actor, TerminalId door, DoorGrantId grant)
{
    if (const auto allowed = require(actor, Permission::GrantPlaces); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<int> {
        Database &db = work.db();
        if (const auto found = doorspeaker::door(db, door); !found)
            return fail(found.error());
        int count = 0;
        for (const DoorGrantId one : doorgrant_store::livingOf(db, door)) {
            if (!grant.isNull() && one != grant)
                continue;
            doorgrant_store::lockGrant(db, one);
            doorgrant_store::revoke(db, one, work.now());
            work.fact("door.revoked", signedBy(actor, {{QStringLiteral("grant"), one.toString()}, {QStringLiteral("door"), door.toString()}}));
            ++count;
        }
        if (count == 0)
            return fail(ErrorCode::NotFound, {translate("Input", "a grant of this door that is not revoked")});
        doorgrant_store::quarantine(db, door);
        return count;
    });
}

Result<qint64> DoorGrants::writeOff(const Actor &actor, DoorGrantId grant)
{
    if (const auto allowed = require(actor, Permission::GrantPlaces); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<qint64> {
        Database &db = work.db();
        const auto places = doorgrant_store::unsoldOf(db, grant);
        if (places.empty() || !places.front().isRevoked)
            return fail(ErrorCode::NotFound, {translate("Input", "a revoked grant with places left")});
        const auto door = doorspeaker::door(db, places.front().door);
        if (!door)
            return fail(door.error());
        QJsonArray tickets;
        for (const auto &place : places)
            tickets.append(place.number.toString());
        DoorSales sales(work, *door);
        sales.takeBack({{QStringLiteral("tickets"), tickets}});
        sales.write();
        work.fact("door.written_off", signedBy(actor, {{QStringLiteral("grant"), grant.toString()}}));
        return qint64(places.size());
    });
}

Result<QJsonObject> DoorGrants::offer(const DoorMessage &message)
{
    auto answer = m_writer.write([&](Work &work) -> Result<QJsonObject> {
        const auto door = doorspeaker::of(work.db(), message, GrantPath);
        if (!door)
            return fail(door.error());
        QJsonArray grants;
        for (const DoorGrant &grant : doorgrant_store::offered(work.db(), door->terminal, MostPlaces))
            grants.append(grantJson(grant));
        doorcentre_store::noteSeen(work.db(), door->terminal, work.now());
        return QJsonObject{{QStringLiteral("grants"), grants}, {QStringLiteral("at"), work.now().ms}};
    });
    return doorspeaker::sealed(m_writer, message, GrantPath, std::move(answer));
}

Result<QJsonObject> DoorGrants::acknowledge(const DoorMessage &message)
{
    auto answer = m_writer.write([&](Work &work) -> Result<QJsonObject> {
        const auto door = doorspeaker::of(work.db(), message, AcknowledgePath);
        if (!door)
            return fail(door.error());
        int count = 0;
        for (const QJsonValue value : message.body.value(QLatin1String("grants")).toArray()) {
            const auto grant = DoorGrantId::fromString(value.toString());
            if (!grant || !doorgrant_store::acknowledge(work.db(), door->terminal, *grant, work.now()))
                return fail(ErrorCode::NotFound, {translate("Input", "this grant")});
            ++count;
        }
        doorcentre_store::noteSeen(work.db(), door->terminal, work.now());
        return QJsonObject{{QStringLiteral("acknowledged"), count}, {QStringLiteral("at"), work.now().ms}};
    });
    return doorspeaker::sealed(m_writer, message, AcknowledgePath, std::move(answer));
}

} // namespace foyer
