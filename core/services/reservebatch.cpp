#include "core/services/reservebatch.h"

#include "core/domain/discountplan.h"
#include "core/storage/writer.h"

#include <QtCore/QCoreApplication>

#include <map>

namespace foyer {

namespace {

Error refusal(ErrorCode code, QStringList args = {})
{
    return Error{code, std::move(args), {}};
}

JsonTexts lineFacts(const std::vector<ReservationLine> &lines)
{
    JsonTexts out;
    for (const ReservationLine &line : lines) {
        JsonText fact;
        fact.add("line", line.id).add("type", line.ticketType);
        out.append(line.seat.isNull() ? fact.add("quantity", line.quantity) : fact.add("seat", line.seat));
    }
    return out;
}

} // namespace

std::vector<Result<Reservation>> ReserveBatch::run(Work &work, Mode mode, bool patient)
{
    m_mode = mode;
    m_offers.clear();
    m_seats.clear();
    m_reservations.clear();
    m_new.clear();
    m_members.assign(m_requests.size(), {});
    m_left.clear();
    m_won.clear();
    m_given.clear();

    load(work);
    m_now = work.now();
    plan(work);
    if (mode == Mode::Locked)
        lockPlaces(work);
    takeSeats(work);
    decide();
    if (mode == Mode::Locked && patient) {
        std::vector<AllotmentId> allotments;
        for (const auto &[id, left] : m_left)
            allotments.push_back(id);
        const bool refused = std::any_of(m_members.begin(), m_members.end(), [](const Member &m) { return m.refusal && m.refusal->code == ErrorCode::SoldOut; });
        if (refused && reservation_store::expiredHold(work.db(), allotments, m_now))
            throw PlacesRanOut();
    }
    settleSeats(work);
    write(work);
    countPlaces(work);

    std::vector<Result<Reservation>> answers;
    for (const Member &member : m_members)
        answers.push_back(member.refusal ? Result<Reservation>(fail(*member.refusal)) : Result<Reservation>(m_reservations.at(member.reservation)));
    return answers;
}

void ReserveBatch::load(Work &work)
{
    std::unordered_set<PriceLevelId> levels;
    std::unordered_set<EventSeat> seats;
    std::unordered_set<ReservationId> existing;
    for (const ReserveRequest &request : m_requests) {
        if (!request.into.isNull())
            existing.insert(request.into);
        for (const ReserveLine &line : request.lines) {
            levels.insert(line.priceLevel);
            if (!line.seat.isNull())
                seats.insert({line.event, line.seat});
        }
    }
    const std::vector<ReservationId> ids(existing.begin(), existing.end());
    if (!ids.empty())
        for (Reservation &reservation : reservation_store::load(work.db(), ids, true))
            m_reservations.emplace(reservation.id, std::move(reservation));
    for (Offer &offer : reservation_store::offers(work.db(), std::vector(levels.begin(), levels.end())))
        m_offers.emplace(offer.priceLevel, std::move(offer));
    for (auto &seat : reservation_store::offeredSeats(work.db(), std::vector(seats.begin(), seats.end())))
        m_seats.emplace(seat.where, std::move(seat));
}

void ReserveBatch::plan(Work &work)
{
    for (size_t i = 0; i < m_requests.size(); ++i)
        if (const auto planned = planMember(work, m_requests[i], m_members[i]); !planned)
            m_members[i].refusal = planned.error();
}

Result<void> ReserveBatch::planMember(Work &work, const ReserveRequest &request, Member &member)
{
    if (request.lines.empty())
        return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "nothing was chosen")});
    for (const ReserveLine &wish : request.lines) {
        auto line = planLine(work, wish);
        if (!line)
            return fail(line.error());
        member.lines.push_back(std::move(*line));
    }
    const Currency currency = member.lines.front().unitPrice.currency();
    if (request.into.isNull()) {
        Reservation fresh;
        fresh.id = request.fresh.isNull() ? work.ids().make<ReservationId>() : request.fresh;
        fresh.channel = request.channel;
        fresh.terminal = work.terminal();
        fresh.staff = m_actor.staff;
        fresh.shift = m_actor.shift;
        fresh.currency = currency;
        fresh.createdAt = m_now;
        fresh.lifetime = m_offers.at(member.lines.front().priceLevel).lifetime;
        fresh.expiresAt = m_now + fresh.lifetime;
        member.reservation = fresh.id;
        m_new.insert(fresh.id);
        m_reservations.emplace(fresh.id, std::move(fresh));
    } else {
        member.reservation = request.into;
    }
    const auto found = m_reservations.find(member.reservation);
    if (found == m_reservations.end())
        return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this reservation")});
    return checkLimits(found->second, member);
}

Result<ReservationLine> ReserveBatch::planLine(Work &work, const ReserveLine &wish) const
{
    const auto found = m_offers.find(wish.priceLevel);
    if (found == m_offers.end())
        return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this price")});
    const Offer &offer = found->second;
    if (!wish.event.isNull() && wish.event != offer.event)
        return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "the price belongs to another event")});
    if (offer.isArchived)
        return fail(ErrorCode::EventArchived, {offer.eventName});
    if (offer.eventStatus != QLatin1String("on_sale") || m_now >= offer.eventEndsAt)
        return fail(ErrorCode::NotOnSale, {offer.eventName});
    if ((offer.saleFrom && m_now < *offer.saleFrom) || (offer.saleUntil && m_now >= *offer.saleUntil))
        return fail(ErrorCode::NotOnSale, {offer.ticketTypeName});
    if (offer.seated != !wish.seat.isNull())
        return fail(ErrorCode::InvalidInput, {offer.seated ? QCoreApplication::translate("Input", "%1 needs a seat").arg(offer.ticketTypeName)
                                                          : QCoreApplication::translate("Input", "%1 has no numbered seats").arg(offer.ticketTypeName)});
    if (wish.quantity < 1 || (offer.seated && wish.quantity != 1))
        return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "the number of places is not at least one")});

    ReservationLine line;
    line.id = work.ids().make<ReservationLineId>();
    line.event = offer.event;
    line.ticketType = offer.ticketType;
    line.priceLevel = offer.priceLevel;
    line.quantity = wish.quantity;
    line.unitPrice = offer.price;
    line.unitFee = offer.fee;
    line.orderFee = offer.orderFee;
    line.discount = Money::zero(offer.price.currency());
    line.taxBasisPoints = offer.taxBasisPoints;
    line.eventName = offer.eventName;
    line.ticketTypeName = offer.ticketTypeName;
    line.priceLevelName = offer.priceLevelName;
    if (!offer.seated) {
        line.allotment = offer.allotment;
        return line;
    }
    const auto seat = m_seats.find({offer.event, wish.seat});
    if (seat == m_seats.end() || seat->second.ticketType != offer.ticketType)
        return fail(ErrorCode::NotFound, {QCoreApplication::translate("Input", "this seat for %1").arg(offer.ticketTypeName)});
    line.seat = wish.seat;
    line.seatLabel = seat->second.label;
    return line;
}

Result<void> ReserveBatch::checkLimits(const Reservation &into, const Member &member) const
{
    if (!into.isLive(m_now))
        return into.state == ReservationState::Active ? fail(ErrorCode::ReservationExpired) : fail(ErrorCode::ReservationEnded, {stateName(into.state)});
    if (into.state == ReservationState::Paying)
        return fail(ErrorCode::PaymentUnresolved);
    std::map<TicketTypeId, qint64> wanted;
    std::unordered_set<EventSeat> seats;
    qint64 places = into.places();
    for (const ReservationLine &line : into.lines)
        wanted[line.ticketType] += line.quantity;
    for (const ReservationLine &line : member.lines) {
        if (line.unitPrice.currency() != into.currency)
            return fail(ErrorCode::CurrencyMismatch, {into.currency.code(), line.unitPrice.currency().code()});
        if (!line.seat.isNull() && !seats.insert({line.event, line.seat}).second)
            return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", "seat %1 was named twice").arg(line.seatLabel->spoken())});
        places += line.quantity;
        wanted[line.ticketType] += line.quantity;
        const int limit = m_offers.at(line.priceLevel).maxPerOrder;
        if (wanted[line.ticketType] > limit)
            return fail(ErrorCode::LimitExceeded, {line.ticketTypeName, QString::number(limit)});
    }
    if (places > Inventory::MaxPlaces)
        return fail(ErrorCode::LimitExceeded, {QCoreApplication::translate("Input", "one reservation"), QString::number(Inventory::MaxPlaces)});
    return {};
}

void ReserveBatch::lockPlaces(Work &work)
{
    std::unordered_set<AllotmentId> wanted;
    for (const Member &member : m_members)
        for (const ReservationLine &line : member.lines)
            if (!member.refusal && !line.allotment.isNull())
                wanted.insert(line.allotment);
    for (const auto &[id, left] : place_store::lockLeft(work.db(), std::vector(wanted.begin(), wanted.end())))
        m_left.emplace(id, left);
}

void ReserveBatch::takeSeats(Work &work)
{
    std::map<EventSeat, place_store::Wish> wishes; // sorted: claims are locked in key order
    for (const Member &member : m_members) {
        if (member.refusal)
            continue;
        const Instant expiresAt = m_reservations.at(member.reservation).expiresAt;
        for (const ReservationLine &line : member.lines)
            if (!line.seat.isNull())
                wishes.try_emplace({line.event, line.seat}, place_store::Wish{{line.event, line.seat}, line.ticketType, member.reservation, expiresAt});
    }
    std::vector<place_store::Wish> sorted;
    for (const auto &[where, wish] : wishes)
        sorted.push_back(wish);
    for (const EventSeat &where : place_store::take(work.db(), sorted, m_now, may(m_actor.role, Permission::SellHouseSeats)))
        m_won.emplace(where, wishes.at(where).reservation);
}

void ReserveBatch::decide()
{
    for (size_t i = 0; i < m_members.size(); ++i) {
        Member &member = m_members[i];
        if (!member.refusal && !m_requests[i].into.isNull()) {
            // An earlier member of this batch may have added to the same reservation.
            if (const auto fits = checkLimits(m_reservations.at(member.reservation), member); !fits)
                member.refusal = fits.error();
        }
        if (!member.refusal)
            member.refusal = missing(member);
        if (!member.refusal)
            accept(member);
    }
}

std::optional<Error> ReserveBatch::missing(const Member &member) const
{
    QStringList taken;
    std::map<AllotmentId, qint64> wanted;
    for (const ReservationLine &line : member.lines) {
        const EventSeat where{line.event, line.seat};
        if (!line.seat.isNull() && (!m_won.contains(where) || m_given.contains(where)))
            taken << line.seatLabel->spoken();
        if (!line.allotment.isNull())
            wanted[line.allotment] += line.quantity;
    }
    if (!taken.isEmpty())
        return refusal(ErrorCode::SeatTaken, {taken.join(QStringLiteral(", "))});
    if (m_mode == Mode::Optimistic)
        return std::nullopt;
    for (const ReservationLine &line : member.lines) {
        const auto left = m_left.find(line.allotment);
        const qint64 free = left == m_left.end() ? 0 : left->second;
        if (!line.allotment.isNull() && wanted[line.allotment] > free)
            return refusal(ErrorCode::SoldOut, {line.ticketTypeName, QString::number(qMax(qint64(0), free))});
    }
    return std::nullopt;
}

void ReserveBatch::accept(Member &member)
{
    Reservation &reservation = m_reservations.at(member.reservation);
    for (const ReservationLine &line : member.lines) {
        if (!line.seat.isNull())
            m_given.emplace(EventSeat{line.event, line.seat}, member.reservation);
        else if (m_mode == Mode::Locked)
            m_left.at(line.allotment) -= line.quantity;
        reservation.lines.push_back(line);
    }
    if (!reservation.discounts.empty())
        discountplan::apply(reservation);
}

void ReserveBatch::settleSeats(Work &work)
{
    std::vector<place_store::HeldSeat> unwanted;
    std::vector<place_store::Wish> moved;
    for (const auto &[where, takenFor] : m_won) {
        const auto kept = m_given.find(where);
        if (kept == m_given.end())
            unwanted.push_back({where, takenFor});
        else if (kept->second != takenFor)
            moved.push_back({where, {}, kept->second, m_reservations.at(kept->second).expiresAt});
    }
    place_store::giveBack(work.db(), unwanted);
    place_store::reassign(work.db(), moved);
}

void ReserveBatch::write(Work &work)
{
    std::vector<Reservation> fresh;
    std::vector<ReservationLine> lines;
    std::vector<ReservationId> owners;
    for (const Member &member : m_members) {
        if (member.refusal)
            continue;
        const bool isNew = m_new.contains(member.reservation);
        if (isNew)
            fresh.push_back(m_reservations.at(member.reservation));
        lines.insert(lines.end(), member.lines.begin(), member.lines.end());
        owners.insert(owners.end(), member.lines.size(), member.reservation);
        work.fact(isNew ? "reservation.made" : "reservation.added",
                  JsonText().add("id", member.reservation).add("by", m_actor.staff).add("lines", lineFacts(member.lines)));
    }
    reservation_store::insert(work.db(), fresh);
    reservation_store::insertLines(work.db(), lines, owners);
}

void ReserveBatch::countPlaces(Work &work)
{
    std::map<AllotmentId, place_store::Delta> deltas; // sorted: allotments are locked in key order
    for (const Member &member : m_members)
        for (const ReservationLine &line : member.lines)
            if (!member.refusal && !line.allotment.isNull())
                deltas.try_emplace(line.allotment, place_store::Delta{line.allotment}).first->second.held += line.quantity;
    if (deltas.empty())
        return;
    std::vector<place_store::Delta> sorted;
    for (const auto &[id, delta] : deltas)
        sorted.push_back(delta);
    work.last([&db = work.db(), sorted] { place_store::apply(db, sorted, place_store::Shortfall::RanOut); });
}

} // namespace foyer
