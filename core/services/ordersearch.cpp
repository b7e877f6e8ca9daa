#include "core/services/ordersearch.h"

#include "core/domain/orderquery.h"
#include "core/services/customers.h"
#include "core/storage/customer_store.h"
#include "core/storage/ordersearch_store.h"
#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"

#include <QtCore/QTimeZone>

#include <algorithm>
#include <unordered_map>

namespace foyer {

namespace {

using ordersearch_store::Match;

/// Seats are asked for on the evening itself, or before; of yesterday's event perhaps the day after.
constexpr Milliseconds SeatsSince{2 * 24 * 60 * 60'000};

QTimeZone zoneOfHouse(Database &db)
{
    const QTimeZone zone(ordersearch_store::timeZone(db).toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

Instant beginningOf(QDate day, const QTimeZone &zone)
{
    return {day.startOfDay(zone).toMSecsSinceEpoch()};
}

/// Each order once, by what it was found first.
class Matches
{
public:
    void add(const std::vector<Match> &found)
    {
        for (const Match &match : found)
            if (m_list.size() < size_t(OrderSearch::MaxListed) && m_known.try_emplace(match.order, m_list.size()).second)
                m_list.push_back(match);
    }

    const std::vector<Match> &list() const { return m_list; }

private:
    std::vector<Match> m_list;
    std::unordered_map<OrderId, size_t> m_known;
};

Matches matching(Database &db, const OrderQuery &query, const std::vector<CustomerId> &people, const QTimeZone &zone)
{
    constexpr int Limit = OrderSearch::MaxListed;
    Matches matches;
    if (!query.orderNumber.isEmpty())
        matches.add(ordersearch_store::byNumber(db, query.orderNumber, Limit));
    if (!query.counter.isEmpty())
        matches.add(ordersearch_store::byCounter(db, query.counter, Limit));
    if (!query.ticketNumber.isEmpty())
        matches.add(ordersearch_store::byTicket(db, query.ticketNumber, Limit));
    if (query.seat)
        matches.add(ordersearch_store::bySeat(db, *query.seat, db.now() - SeatsSince, Limit));
    if (query.day)
        matches.add(ordersearch_store::madeBetween(db, beginningOf(*query.day, zone), beginningOf(query.day->addDays(1), zone), Limit));
    if (!people.empty())
        matches.add(ordersearch_store::byCustomers(db, people, Limit));
    return matches;
}

std::vector<OrderHit> hitsFrom(Database &db, const std::vector<Match> &matches)
{
    std::vector<OrderId> ids;
    for (const Match &match : matches)
        ids.push_back(match.order);
    std::unordered_map<OrderId, OrderHead> heads;
    for (auto &head : ordersearch_store::heads(db, ids))
        heads.emplace(head.order, std::move(head));
    std::vector<OrderHit> hits;
    for (const Match &match : matches)
        if (const auto head = heads.find(match.order); head != heads.end())
            hits.push_back({head->second, match.by == head->second.number ? QString() : match.by});
    return hits;
}

/// Each once, by whatever it is found.
std::vector<ReservationId> reservationsMatching(Database &db, const OrderQuery &query, const std::vector<CustomerId> &people, const QTimeZone &zone)
{
    constexpr int Limit = OrderSearch::MaxReservations;
    std::vector<ReservationId> ids;
    const auto add = [&](const std::vector<ReservationId> &found) {
        for (const ReservationId id : found)
            if (std::find(ids.begin(), ids.end(), id) == ids.end())
                ids.push_back(id);
    };
    if (query.reservation)
        add(ordersearch_store::reservationsBetween(db, query.reservation->first, query.reservation->second, Limit));
    if (query.seat)
        add(ordersearch_store::reservationsOfSeat(db, *query.seat, db.now() - SeatsSince, Limit));
    if (query.day)
        add(ordersearch_store::reservationsMade(db, beginningOf(*query.day, zone), beginningOf(query.day->addDays(1), zone), Limit));
    add(ordersearch_store::reservationsOf(db, people, Limit));
    return ids;
}

} // namespace

/// Typed words, and whom they name.
struct OrderSearch::Asked {
    bool isAnything = false;
    OrderQuery query;
    std::vector<CustomerId> people;
    QTimeZone zone;
};

Result<OrderSearch::Asked> OrderSearch::ask(Database &db, const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Asked{};
    const QTimeZone zone = zoneOfHouse(db);
    const OrderQuery query = OrderQuery::read(text, QDateTime::fromMSecsSinceEpoch(db.now().ms, zone).date());
    auto people = peopleNamed(query.person);
    return people ? Result<Asked>(Asked{true, query, std::move(*people), zone}) : fail(people.error());
}

std::vector<OrderHit> OrderSearch::orders(Database &db, const Asked &asked)
{
    return hitsFrom(db, asked.isAnything ? matching(db, asked.query, asked.people, asked.zone).list() : ordersearch_store::latest(db, MaxListed));
}

std::vector<ReservationHit> OrderSearch::reservations(Database &db, const Asked &asked)
{
    if (!asked.isAnything)
        return {};
    const Instant now = db.now();
    std::vector<ReservationHit> hits;
    for (Reservation &reservation : reservation_store::load(db, reservationsMatching(db, asked.query, asked.people, asked.zone), false)) {
        if (reservation.lines.empty())
            continue; // a difference in price, not places
        const auto customer = customer_store::get(db, reservation.customer);
        const bool isLive = reservation.isLive(now);
        hits.push_back({std::move(reservation), customer ? customer->name : QString(), isLive});
    }
    std::sort(hits.begin(), hits.end(), [](const auto &a, const auto &b) { return a.reservation.createdAt > b.reservation.createdAt; });
    if (hits.size() > size_t(MaxReservations))
        hits.erase(hits.begin() + MaxReservations, hits.end());
    return hits;
}

Result<std::vector<OrderHit>> OrderSearch::find(const QString &typed)
{
    return m_writer.read([&](Database &db) -> Result<std::vector<OrderHit>> {
        const auto asked = ask(db, typed);
        return asked ? Result<std::vector<OrderHit>>(orders(db, *asked)) : fail(asked.error());
    });
}

Result<std::vector<ReservationHit>> OrderSearch::reservations(const QString &typed)
{
    return m_writer.read([&](Database &db) -> Result<std::vector<ReservationHit>> {
        const auto asked = ask(db, typed);
        return asked ? Result<std::vector<ReservationHit>>(reservations(db, *asked)) : fail(asked.error());
    });
}

Result<OrdersFound> OrderSearch::all(const QString &typed)
{
    return m_writer.read([&](Database &db) -> Result<OrdersFound> {
        const auto asked = ask(db, typed);
        return asked ? Result<OrdersFound>(OrdersFound{orders(db, *asked), reservations(db, *asked)}) : fail(asked.error());
    });
}

Result<std::vector<CustomerId>> OrderSearch::peopleNamed(const QString &typed)
{
    const auto found = typed.isEmpty() ? Result<std::vector<Customer>>(std::vector<Customer>()) : m_customers.find(typed);
    if (!found)
        return fail(found.error());
    std::vector<CustomerId> people;
    for (const Customer &customer : *found)
        people.push_back(customer.id);
    return people;
}

} // namespace foyer
