#include "core/services/ordersearch.h"

#include "core/domain/orderquery.h"
#include "core/services/customers.h"
#include "core/storage/ordersearch_store.h"
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

} // namespace

Result<std::vector<OrderHit>> OrderSearch::find(const QString &typed)
{
    const QString text = typed.trimmed();
    return m_writer.read([&](Database &db) -> Result<std::vector<OrderHit>> {
        if (text.isEmpty())
            return hitsFrom(db, ordersearch_store::latest(db, MaxListed));
        const QTimeZone zone = zoneOfHouse(db);
        const QDate today = QDateTime::fromMSecsSinceEpoch(db.now().ms, zone).date();
        const OrderQuery query = OrderQuery::read(text, today);
        std::vector<CustomerId> people;
        if (!query.person.isEmpty()) {
            const auto found = m_customers.find(query.person);
            if (!found)
                return fail(found.error());
            for (const Customer &customer : *found)
                people.push_back(customer.id);
        }
        return hitsFrom(db, matching(db, query, people, zone).list());
    });
}

} // namespace foyer
