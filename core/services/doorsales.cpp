#include "core/services/doorsales.h"

#include "core/domain/businessday.h"
#include "core/domain/charges.h"
#include "core/domain/inputtext.h"
#include "core/domain/ticketcode.h"
#include "core/services/placemoves.h"
#include "core/services/release.h"
#include "core/storage/allotment_store.h"
#include "core/storage/archive_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/sale_store.h"
#include "core/storage/writer.h"

#include <array>

namespace foyer {

namespace {

using DoorPlace = doorgrant_store::Place;
using ledger_store::AccountKey;
using ledger_store::AccountKind;

AccountKey accountOfAll(AccountKind kind, Currency currency)
{
    return {kind, QUuid(), currency};
}

QString textIn(const QJsonObject &fact, const char *name)
{
    return fact.value(QLatin1String(name)).toString();
}

QUuid uuidIn(const QJsonObject &fact, const char *name)
{
    return QUuid::fromString(textIn(fact, name));
}

/// The fact of that kind whose member names it; empty when there is none.
QJsonObject factAbout(const QJsonArray &facts, const char *what, const char *member, const QString &id)
{
    for (const QJsonValue value : facts)
        if (const QJsonObject fact = value.toObject(); textIn(fact, "what") == QLatin1String(what) && textIn(fact, member) == id)
            return fact;
    return {};
}

const DoorPlace *placeOf(const std::vector<DoorPlace> &places, TicketNumber number)
{
    const auto found = std::find_if(places.begin(), places.end(), [&](const DoorPlace &place) { return place.number == number; });
    return found == places.end() ? nullptr : &*found;
}

/// Whoever signed the tickets ahead.
void nameIssuers(DoorSale &sale, const std::vector<DoorPlace> &places)
{
    for (OrderLine &line : sale.order.lines) {
        const DoorPlace *place = placeOf(places, line.ticket.number);
        const auto code = place ? ticketcode::decode(place->code) : Result<ReadCode>(fail(ErrorCode::NotFound));
        if (!code)
            throw StorageError(StorageError::Kind::Corrupt, QStringLiteral("the code of a granted ticket cannot be read"));
        line.ticket.issuer = code->code.issuer;
    }
}

std::vector<EventId> eventsOfSale(const DoorSale &sale)
{
    std::vector<EventId> events;
    for (const OrderLine &line : sale.order.lines)
        events.push_back(line.ticket.event);
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    return events;
}

[[noreturn]] void refuseDoorBug(const char *what)
{
    throw StorageError(StorageError::Kind::Check, QLatin1String(what));
}

} // namespace

Result<DoorSale> DoorSales::read(const QJsonArray &facts, const QString &order, const doorcentre_store::Door &door, Instant at)
{
    auto sale = doorSaleFrom(factAbout(facts, "order.completed", "id", order), factAbout(facts, "door.sold", "order", order), at);
    if (!sale)
        return sale;
    const QString number = chainLetters(door.chainNumber) + QLatin1Char('-') + QString::number(10'000 + sale->counter);
    if (sale->order.number != number)
        return fail(ErrorCode::InvalidInput, {translate("Input", "a sale of this door does not add up")});
    sale->reservation.terminal = door.terminal;
    for (Payment &payment : sale->payments) // keys are each program's own
        payment.key = door.terminal.toString() + QLatin1Char(' ') + payment.key;
    return sale;
}

bool DoorSales::take(const QJsonObject &order, const QJsonArray &facts, const JournalRecord &record)
{
    auto sale = read(facts, textIn(order, "id"), m_door, record.at);
    const Places places = sale ? placesOf(*sale) : Places();
    const QString objection = sale ? objectionTo(*sale, places) : QStringLiteral("unreadable");
    if (!objection.isEmpty()) {
        keep(objection, order, textIn(factAbout(facts, "door.sold", "order", textIn(order, "id")), "currency"), record);
        return false;
    }
    std::vector<doorsale_store::SeatOf> seats;
    nameIssuers(*sale, places);
    for (OrderLine &line : sale->order.lines) {
        if (line.ticket.seat.isNull()) {
            line.allotment = allotmentOfDoor(line.ticket.ticketType);
            m_sold.try_emplace(line.allotment, place_store::Delta{line.allotment}).first->second.sold += 1;
        } else {
            seats.push_back({line.ticket.event, line.ticket.seat, line.ticket.id});
        }
    }
    bookSale(*sale, record.chain, record.seq, false);
    std::vector<doorgrant_store::Sold> marks;
    for (const OrderLine &line : sale->order.lines)
        marks.push_back({line.ticket.number, line.ticket.id});
    if (doorgrant_store::markSold(m_work.db(), marks) != marks.size() || doorsale_store::sellSeats(m_work.db(), seats) != seats.size())
        refuseDoorBug("a place that a door sold was not its own any more");
    return true;
}

DoorSales::Places DoorSales::placesOf(const DoorSale &sale)
{
    std::vector<TicketNumber> numbers;
    for (const OrderLine &line : sale.order.lines)
        numbers.push_back(line.ticket.number);
    return doorgrant_store::lockPlaces(m_work.db(), numbers);
}

/// Why the sale cannot stand here as the door made it; empty when it can.
QString DoorSales::objectionTo(const DoorSale &sale, const Places &places) const
{
    std::vector<TicketNumber> numbers;
    for (const OrderLine &line : sale.order.lines) {
        numbers.push_back(line.ticket.number);
        if (const QString objection = objectionTo(line, places); !objection.isEmpty())
            return objection;
    }
    std::sort(numbers.begin(), numbers.end());
    if (std::adjacent_find(numbers.begin(), numbers.end()) != numbers.end())
        return QStringLiteral("sold_already");
    return archive_store::archivedAmong(m_work.db(), eventsOfSale(sale), true).isEmpty() ? QString() : QStringLiteral("archived");
}

QString DoorSales::objectionTo(const OrderLine &line, const Places &places) const
{
    const DoorPlace *place = placeOf(places, line.ticket.number);
    const bool isGranted = place && place->door == m_door.terminal && place->event == line.ticket.event && place->ticketType == line.ticket.ticketType
        && place->seat == line.ticket.seat;
    if (!isGranted)
        return QStringLiteral("not_granted");
    if (place->state != QLatin1String("granted"))
        return place->state == QLatin1String("sold") ? QStringLiteral("sold_already") : QStringLiteral("returned");
    if (place->isRevoked)
        return QStringLiteral("revoked");
    return doorsale_store::sells(m_work.db(), line.priceLevel, line.ticket.ticketType, line.ticket.event) ? QString() : QStringLiteral("unreadable");
}

void DoorSales::keep(const QString &kind, const QJsonObject &order, const QString &currency, const JournalRecord &record)
{
    const doorsale_store::Conflict conflict{OrderId(uuidIn(order, "id")), kind, textIn(order, "number"), order.value(QLatin1String("kind")).toString(QStringLiteral("sale")),
                                            order.value(QLatin1String("total")).toInteger(), currency,
                                            uuidIn(order, "reservation"), uuidIn(order, "of"), uuidIn(order, "exchange"), m_door.terminal, m_door.name, record.at,
                                            record.chain, record.seq};
    std::vector<doorsale_store::ConflictTicket> tickets;
    for (const QJsonValue value : order.value(QLatin1String("tickets")).toArray()) {
        const QJsonObject ticket = value.toObject();
        tickets.push_back({uuidIn(ticket, "line"), uuidIn(ticket, "id"), textIn(ticket, "number"), uuidIn(ticket, "event"), uuidIn(ticket, "type"), uuidIn(ticket, "seat"),
                           ticket.value(QLatin1String("price")).toInteger(), ticket.value(QLatin1String("fee")).toInteger(), uuidIn(ticket, "refunds")});
    }
    doorsale_store::addConflict(m_work.db(), conflict, tickets);
}

AllotmentId DoorSales::allotmentOfDoor(TicketTypeId type)
{
    const auto [entry, fresh] = m_allotments.try_emplace(type);
    if (fresh)
        entry->second = doorgrant_store::doorAllotment(m_work.db(), m_work.ids(), type, m_door.terminal);
    return entry->second;
}

StaffId DoorSales::knownStaff(StaffId staff) const
{
    return doorcentre_store::isStaff(m_work.db(), staff) ? staff : StaffId();
}

/// Places that the door has no more are for sale here again.
void DoorSales::giveToHouse(const Places &places)
{
    if (places.empty())
        return;
    std::vector<TicketNumber> numbers;
    std::map<EventId, std::vector<SeatId>> seats;
    QJsonArray told;
    for (const DoorPlace &place : places) {
        numbers.push_back(place.number);
        told.append(place.number.toString());
        if (place.seat.isNull())
            ++m_returned[place.ticketType];
        else
            seats[place.event].push_back(place.seat);
    }
    if (doorgrant_store::markReturned(m_work.db(), numbers) != numbers.size())
        refuseDoorBug("a place that is given back was sold");
    for (const auto &[event, freed] : seats) {
        doorgrant_store::freeSeats(m_work.db(), event, freed);
        release::seatsFact(m_work, "seats.released", event, freed, {});
    }
    m_work.fact("door.returned", {{QStringLiteral("door"), m_door.terminal.toString()}, {QStringLiteral("tickets"), told}});
}

/// The house takes the place of the door: what is still granted moves there first, what was given back has to be there.
Result<void> DoorSales::takeAfterAll(DoorSale sale, ChainId chain, qint64 seq)
{
    Database &db = m_work.db();
    const Places places = placesOf(sale);
    std::map<TicketTypeId, std::pair<qint64, qint64>> general; // granted still, and wanted
    std::vector<doorsale_store::SeatOf> granted;
    std::vector<doorgrant_store::Sold> marks;
    for (OrderLine &line : sale.order.lines) {
        const DoorPlace *place = placeOf(places, line.ticket.number);
        if (!place || place->door != m_door.terminal || place->state == QLatin1String("sold"))
            return fail(ErrorCode::InvalidInput, {translate("Input", "ticket %1 was not this door's to sell").arg(line.ticket.number.grouped())});
        const bool isGranted = place->state == QLatin1String("granted");
        if (isGranted)
            marks.push_back({line.ticket.number, line.ticket.id});
        const doorsale_store::SeatOf seat{line.ticket.event, line.ticket.seat, line.ticket.id};
        if (line.ticket.seat.isNull()) {
            auto &counted = general[line.ticket.ticketType];
            counted.first += isGranted;
            ++counted.second;
            line.allotment = *allotment_store::houseOf(db, line.ticket.ticketType);
        } else if (isGranted) {
            granted.push_back(seat);
        } else if (!doorsale_store::sellFreeSeat(db, seat, line.ticket.ticketType)) {
            return fail(ErrorCode::SeatTaken, {line.ticket.number.grouped()});
        }
    }
    nameIssuers(sale, places);
    for (const auto &[type, counted] : general) {
        const AllotmentId house = *allotment_store::houseOf(db, type), own = allotmentOfDoor(type);
        const qint64 free = doorgrant_store::lockPair(db, house, own);
        if (free + counted.first < counted.second)
            return fail(ErrorCode::SoldOut, {m_door.name, QString::number(free + counted.first)});
        placemoves::now(m_work, own, house, counted.first);
        m_sold.try_emplace(house, place_store::Delta{house}).first->second.sold += counted.second;
    }
    bookSale(sale, chain, seq, false);
    if (doorgrant_store::markSold(db, marks) != marks.size() || doorsale_store::sellSeats(db, granted) != granted.size())
        refuseDoorBug("a place that a door sold was not its own any more");
    return {};
}

Result<void> DoorSales::takeAsVoid(DoorSale sale, ChainId chain, qint64 seq)
{
    Places places = placesOf(sale);
    for (OrderLine &line : sale.order.lines) {
        const DoorPlace *place = placeOf(places, line.ticket.number);
        if (!place || place->door != m_door.terminal || place->state == QLatin1String("sold"))
            return fail(ErrorCode::InvalidInput, {translate("Input", "ticket %1 was not this door's to sell").arg(line.ticket.number.grouped())});
        if (line.ticket.seat.isNull())
            line.allotment = *allotment_store::houseOf(m_work.db(), line.ticket.ticketType);
    }
    nameIssuers(sale, places);
    std::erase_if(places, [](const DoorPlace &place) { return place.state != QLatin1String("granted"); });
    giveToHouse(places);
    bookSale(sale, chain, seq, true);
    return {};
}

void DoorSales::bookSale(const DoorSale &sale, ChainId chain, qint64 seq, bool isVoid)
{
    Database &db = m_work.db();
    bookReservation(sale);
    bookPayments(sale);
    const sale_store::NewOrder made{sale.order, sale.counter, m_door.terminal, knownStaff(sale.staff), {}};
    if (isVoid)
        sale_store::insertVoid(db, made, chain, seq);
    else
        sale_store::insert(db, std::span(&made, 1), chain, seq);
    bookTransfers(sale);
    countInRollup(sale, chain);
}

void DoorSales::bookReservation(const DoorSale &sale)
{
    Database &db = m_work.db();
    Reservation reservation = sale.reservation;
    reservation.staff = knownStaff(sale.staff);
    for (ReservationLine &line : reservation.lines) {
        line.id = m_work.ids().make<ReservationLineId>();
        if (line.seat.isNull())
            line.allotment = allotmentOfDoor(line.ticketType);
    }
    const std::vector<ReservationId> owners(reservation.lines.size(), reservation.id);
    reservation_store::insert(db, std::span(&reservation, 1));
    reservation_store::insertLines(db, reservation.lines, owners);
    reservation_store::setState(db, std::array{reservation_store::StateChange{reservation.id, ReservationState::Completed, reservation.expiresAt}});
    m_work.fact("reservation.made", {{QStringLiteral("id"), reservation.id.toString()}});
}

void DoorSales::bookPayments(const DoorSale &sale)
{
    payment_store::insert(m_work.db(), sale.payments, m_door.terminal, {}, {});
    payment_store::update(m_work.db(), sale.payments, sale.order.createdAt, {});
    const auto tell = [&](const char *what, const Payment &payment) {
        m_work.fact(what, JsonText().add("id", payment.id).add("reservation", payment.reservation).add("tender", tenderName(payment.tender))
                              .add("kind", kindName(payment.kind)).add("amount", payment.amount.minor()).add("by", sale.staff));
    };
    const AccountKey clearing = accountOfAll(AccountKind::OrderClearing, sale.order.currency);
    for (const Payment &payment : sale.payments) {
        const bool isCapture = payment.kind == PaymentKind::Capture;
        if (payment.tender == Tender::Card)
            tell(isCapture ? "payment.sent" : "payment.created", payment);
        tell("payment.captured", payment);
        const AccountKey outside = payment.tender == Tender::Cash ? AccountKey{AccountKind::Drawer, m_door.terminal.uuid(), sale.order.currency}
                                                                  : accountOfAll(AccountKind::CardClearing, sale.order.currency);
        transfer(isCapture ? outside : clearing, isCapture ? clearing : outside, payment.amount, payment.reservation, payment.id);
    }
}

/// As SaleWork::bookRevenue does it at a till.
void DoorSales::bookTransfers(const DoorSale &sale)
{
    const Currency currency = sale.order.currency;
    const charges::Earnings earned = charges::earnings(sale.order.lines, currency);
    const AccountKey clearing = accountOfAll(AccountKind::OrderClearing, currency);
    for (const auto &[event, amount] : earned.net)
        transfer(clearing, {AccountKind::Revenue, event.uuid(), currency}, amount, sale.reservation.id, {});
    for (const auto &[event, amount] : earned.fees)
        transfer(clearing, {AccountKind::Fee, event.uuid(), currency}, amount, sale.reservation.id, {});
    transfer(clearing, accountOfAll(AccountKind::Tax, currency), earned.tax, sale.reservation.id, {});
    const auto accounts = ledger_store::ensureAccounts(m_work.db(), m_work.ids(), m_accounts);
    for (size_t i = 0; i < m_transfers.size(); ++i) {
        ledger_store::Transfer &made = m_transfers[i];
        made.debit = accounts[2 * i];
        made.credit = accounts[2 * i + 1];
        m_work.fact("transfer", JsonText().add("id", made.id).add("debit", made.debit).add("credit", made.credit)
                                    .add("amount", made.amount.minor()).add("currency", made.amount.currency().code()));
    }
    ledger_store::addTransfers(m_work.db(), m_transfers, sale.order.createdAt, m_work.chain(), m_work.seq());
    m_transfers.clear();
    m_accounts.clear();
}

void DoorSales::transfer(const AccountKey &debit, const AccountKey &credit, Money amount, ReservationId reservation, PaymentId payment)
{
    if (!amount.isPositive())
        return;
    m_accounts.push_back(debit);
    m_accounts.push_back(credit);
    m_transfers.push_back({m_work.ids().make<TransferId>(), {}, {}, amount, reservation, payment});
}

void DoorSales::countInRollup(const DoorSale &sale, ChainId chain)
{
    std::map<EventId, int> days;
    for (const auto &[event, zone] : sale_store::zones(m_work.db(), eventsOfSale(sale)))
        days.emplace(event, businessDay(sale.order.createdAt, zone));
    std::map<std::pair<EventId, TicketTypeId>, sale_store::RollupDelta> rollup;
    for (const OrderLine &line : sale.order.lines) {
        const sale_store::RollupDelta none{line.ticket.event, line.ticket.ticketType, days.at(line.ticket.event), 0, Money::zero(sale.order.currency)};
        sale_store::RollupDelta &delta = rollup.try_emplace({line.ticket.event, line.ticket.ticketType}, none).first->second;
        ++delta.sold;
        delta.amount += line.total();
    }
    std::vector<sale_store::RollupDelta> deltas;
    for (const auto &[key, delta] : rollup)
        deltas.push_back(delta);
    sale_store::addToRollup(m_work.db(), deltas, chain);
}

qint64 DoorSales::takeBack(const QJsonObject &returned)
{
    std::vector<TicketNumber> numbers;
    for (const QJsonValue value : returned.value(QLatin1String("tickets")).toArray())
        if (const auto number = TicketNumber::parse(value.toString()))
            numbers.push_back(*number);
    Places places = doorgrant_store::lockPlaces(m_work.db(), numbers);
    std::erase_if(places, [&](const DoorPlace &place) { return place.door != m_door.terminal || place.state != QLatin1String("granted"); });
    std::vector<EventId> events;
    for (const DoorPlace &place : places)
        events.push_back(place.event);
    // Nobody needs a place of an archived event, and nothing of it may change.
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    for (const EventId event : events)
        if (!archive_store::archivedAmong(m_work.db(), std::array{event}, true).isEmpty())
            std::erase_if(places, [&](const DoorPlace &place) { return place.event == event; });
    giveToHouse(places);
    return qint64(places.size());
}

void DoorSales::write()
{
    std::vector<place_store::Delta> deltas;
    for (const auto &[allotment, delta] : m_sold)
        deltas.push_back(delta);
    if (!deltas.empty())
        m_work.last([&db = m_work.db(), deltas] { place_store::apply(db, deltas, place_store::Shortfall::Bug); });
    for (const auto &[type, count] : m_returned) {
        const auto house = allotment_store::houseOf(m_work.db(), type);
        placemoves::last(m_work, allotmentOfDoor(type), *house, count);
    }
    m_sold.clear();
    m_returned.clear();
}

} // namespace foyer
