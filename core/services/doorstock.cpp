#include "core/services/doorstock.h"

#include "core/domain/inputtext.h"
#include "core/domain/ticketcode.h"
#include "core/services/placemoves.h"
#include "core/services/release.h"
#include "core/storage/allotment_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/doordata_store.h"
#include "core/storage/place_store.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"

#include <QtCore/QJsonArray>

#include <array>
#include <map>

namespace foyer {

namespace {

using DoorPlace = doorgrant_store::Place;

constexpr qint64 MostAtOnce = 100'000;

QString notOfThisDoor()
{
    return QStringLiteral("not of this door");
}

/// Whether what the grant is about was told, with prices to sell it at.
bool isTold(Database &db, const DoorGrant &grant)
{
    return doordata_store::isOnSaleHere(db, grant.event, grant.ticketType);
}

/// Every ticket of the grant is one that a terminal of the centre signed for it.
bool isSigned(Database &db, const DoorGrant &grant)
{
    std::map<int, std::optional<terminal_store::Issuer>> issuers;
    return std::all_of(grant.places.begin(), grant.places.end(), [&](const GrantedPlace &place) {
        const auto read = ticketcode::decode(place.code);
        if (!read || read->code.number != place.number || read->code.grant != quint32(grant.number))
            return false;
        auto known = issuers.find(read->code.issuer);
        if (known == issuers.end())
            known = issuers.emplace(read->code.issuer, terminal_store::issuer(db, read->code.issuer)).first;
        return known->second && ticketcode::verify(*read, known->second->key);
    });
}

/// The door's own allotments of a type, whose places come from the centre: opened at the first grant.
AllotmentId houseOf(Work &work, const DoorGrant &grant, const catalogue_store::TypeOf &type)
{
    if (const auto house = allotment_store::lockHouse(work.db(), grant.ticketType))
        return house->allotments.house;
    const allotment_store::Opening opening{grant.ticketType, work.ids().make<AllotmentId>(), work.ids().make<AllotmentId>()};
    allotment_store::open(work.db(), std::span(&opening, 1));
    if (type.admission == AdmissionKind::Seated) { // all of its seats, of which the door may sell its own
        doorgrant_store::closeSeats(work.db(), grant.event, grant.ticketType, notOfThisDoor());
        placemoves::now(work, opening.unissued, opening.house, doordata_store::seatsOf(work.db(), grant.event, grant.ticketType));
    }
    return opening.house;
}

void take(Work &work, const DoorGrant &grant)
{
    const auto type = catalogue_store::ticketType(work.db(), grant.ticketType);
    const AllotmentId house = houseOf(work, grant, *type);
    doorgrant_store::add(work.db(), grant, true, work.chain(), work.seq());
    work.fact("door.granted", grantFact(grant));
    if (type->admission != AdmissionKind::Seated)
        return placemoves::now(work, allotment_store::lockHouse(work.db(), grant.ticketType)->allotments.unissued, house, qint64(grant.places.size()));
    std::vector<SeatId> seats;
    for (const GrantedPlace &place : grant.places)
        seats.push_back(place.seat);
    if (doorgrant_store::freeSeats(work.db(), grant.event, seats) != seats.size())
        throw StorageError(StorageError::Kind::Check, QStringLiteral("a granted seat was in use here"));
}

/// Of these, the last of each general type that nobody holds, and the seats that nobody claims.
std::vector<DoorPlace> notReserved(Database &db, const std::vector<DoorPlace> &places)
{
    std::map<TicketTypeId, std::vector<DoorPlace>> general;
    std::vector<DoorPlace> out;
    for (const DoorPlace &place : places) {
        if (place.seat.isNull())
            general[place.ticketType].push_back(place);
        else if (place_store::takenAmong(db, place.event, std::array{place.seat}, db.now()).empty())
            out.push_back(place);
    }
    for (const auto &[type, all] : general) {
        const auto house = allotment_store::lockHouse(db, type);
        const qint64 free = house ? std::clamp<qint64>(house->capacity - house->taken, 0, qint64(all.size())) : 0;
        out.insert(out.end(), all.end() - free, all.end());
    }
    return out;
}

} // namespace

doorgrant_store::Place DoorTickets::take(TicketTypeId type, EventId event, SeatId seat)
{
    if (!seat.isNull()) {
        if (const auto place = doorgrant_store::unsoldSeat(m_work.db(), event, seat))
            return *place;
    } else {
        qint64 &taken = m_taken[type];
        const auto places = doorgrant_store::unsold(m_work.db(), event, type, taken + 1);
        if (qint64(places.size()) > taken)
            return places[size_t(taken++)];
    }
    throw StorageError(StorageError::Kind::Check, QStringLiteral("this door has no ticket for a place that it sells"));
}

Ticket DoorTickets::next(TicketTypeId type, EventId event, SeatId seat)
{
    const DoorPlace place = take(type, event, seat);
    const auto read = ticketcode::decode(place.code);
    if (!read)
        throw StorageError(StorageError::Kind::Corrupt, QStringLiteral("the code of a granted ticket cannot be read"));
    Ticket ticket;
    ticket.id = m_work.ids().make<TicketId>();
    ticket.number = place.number;
    ticket.event = event;
    ticket.ticketType = type;
    ticket.seat = seat;
    ticket.issuer = read->code.issuer;
    m_sold.push_back({place.number, ticket.id});
    return ticket;
}

void DoorTickets::tell(const DoorSale &sale)
{
    m_work.fact("door.sold", doorSaleFact(sale));
}

void DoorTickets::write()
{
    if (doorgrant_store::markSold(m_work.db(), m_sold) != m_sold.size())
        throw StorageError(StorageError::Kind::Check, QStringLiteral("a ticket of this door was sold already"));
}

bool DoorStock::isDoor(Database &db)
{
    return !doordata_store::centre(db).isEmpty();
}

Result<bool> DoorStock::isAtDoor()
{
    return m_writer.read([](Database &db) { return isDoor(db); });
}

Result<void> DoorStock::onlyAtCentre(Database &db)
{
    return isDoor(db) ? Result<void>(fail(ErrorCode::DoorOnlySells)) : Result<void>();
}

Result<std::vector<DoorGrantId>> DoorStock::keep(std::span<const DoorGrant> grants)
{
    return m_writer.write([&](Work &work) -> Result<std::vector<DoorGrantId>> {
        std::vector<DoorGrantId> wanted;
        for (const DoorGrant &grant : grants)
            wanted.push_back(grant.id);
        std::vector<DoorGrantId> here = doorgrant_store::known(work.db(), wanted);
        for (const DoorGrant &grant : grants) {
            if (std::find(here.begin(), here.end(), grant.id) != here.end() || !isTold(work.db(), grant))
                continue;
            if (!isSigned(work.db(), grant))
                return fail(ErrorCode::InvalidInput, {translate("Input", "the centre sent a ticket that it did not sign")});
            take(work, grant);
            here.push_back(grant.id);
        }
        return here;
    });
}

Result<std::vector<DoorStock::Left>> DoorStock::left()
{
    return m_writer.read([](Database &db) {
        std::vector<Left> out;
        for (const DoorPlace &place : notReserved(db, doorgrant_store::unsold(db, {}, {}, MostAtOnce))) {
            const auto same = std::find_if(out.begin(), out.end(), [&](const Left &one) { return one.ticketType == place.ticketType; });
            if (same != out.end()) {
                ++same->places;
                continue;
            }
            const auto event = catalogue_store::eventHeads(db, std::array{place.event});
            const auto type = catalogue_store::ticketType(db, place.ticketType);
            out.push_back({place.event, event.empty() ? QString() : event.front().name, place.ticketType, type ? type->name : QString(), 1});
        }
        return out;
    });
}

Result<qint64> DoorStock::giveBack(const Actor &actor, EventId event)
{
    if (const auto allowed = require(actor, Permission::GrantPlaces); !allowed)
        return fail(allowed.error());
    return m_writer.write([&](Work &work) -> Result<qint64> {
        Database &db = work.db();
        if (!isDoor(db))
            return fail(ErrorCode::InvalidInput, {translate("Input", "this database is no door; foyerctl door enrol makes it one")});
        return giveUp(work, actor, notReserved(db, doorgrant_store::unsold(db, event, {}, MostAtOnce)));
    });
}

/// They are not sold here any more.
qint64 DoorStock::giveUp(Work &work, const Actor &actor, const std::vector<DoorPlace> &places)
{
    if (places.empty())
        return 0;
    Database &db = work.db();
    std::vector<TicketNumber> numbers;
    std::map<TicketTypeId, qint64> general;
    QJsonArray told;
    for (const DoorPlace &place : places) {
        numbers.push_back(place.number);
        told.append(place.number.toString());
        if (place.seat.isNull())
            ++general[place.ticketType];
        else
            doorgrant_store::takeSeats(db, place.event, place.ticketType, std::array{place.seat}, notOfThisDoor(), work.now());
    }
    if (doorgrant_store::markReturned(db, numbers) != numbers.size())
        throw StorageError(StorageError::Kind::Check, QStringLiteral("a place that is given back was sold"));
    for (const auto &[type, count] : general) {
        const auto house = allotment_store::lockHouse(db, type);
        placemoves::now(work, house->allotments.house, house->allotments.unissued, count);
    }
    work.fact("door.returned", signedBy(actor, {{QStringLiteral("tickets"), told}}));
    return qint64(numbers.size());
}

Result<void> DoorStock::dropLost()
{
    const auto lost = m_writer.read([](Database &db) { return isDoor(db) && !doorgrant_store::ofLivesBefore(db).empty(); });
    if (!lost || !*lost)
        return lost ? Result<void>() : fail(lost.error());
    qCritical("this door was restored from a copy: it sells nothing that it was granted before");
    const auto released = m_writer.write([](Work &work) -> Result<bool> {
        const std::vector<Reservation> open = reservation_store::load(work.db(), reservation_store::active(work.db()), true);
        release::end(work, open, ReservationState::Released);
        for (const Reservation &reservation : open)
            work.fact("reservation.released", {{QStringLiteral("id"), reservation.id.toString()}});
        return true;
    });
    if (!released)
        return fail(released.error());
    return m_writer.write([](Work &work) -> Result<void> {
        giveUp(work, {}, notReserved(work.db(), doorgrant_store::ofLivesBefore(work.db())));
        return {};
    });
}

} // namespace foyer
