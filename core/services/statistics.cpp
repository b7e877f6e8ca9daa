#include "core/services/statistics.h"

#include "core/domain/businessday.h"
#include "core/storage/statistics_store.h"
#include "core/storage/writer.h"

#include <QtCore/QHash>

#include <algorithm>
#include <limits>

namespace foyer {

namespace {

using statistics_store::Selection;

Selection selectionOf(const StatisticsFilter &filter)
{
    return {filter.from.value_or(Instant{std::numeric_limits<qint64>::min()}),
            filter.to.value_or(Instant{std::numeric_limits<qint64>::max()}), filter.event.value_or(EventId())};
}

struct Counts {
    int reserved = 0;
    int sold = 0;
    qint64 revenue = 0;
    qint64 fees = 0;
    int comps = 0;
    int refunds = 0;
    qint64 refunded = 0;
    int admitted = 0;
};

QHash<TicketTypeId, Counts> countsOf(Database &database, const Selection &selection, Instant now)
{
    QHash<TicketTypeId, Counts> counts;
    for (const auto &row : statistics_store::sold(database, selection)) {
        counts[row.ticketType].sold = row.sold;
        counts[row.ticketType].revenue = row.revenue;
        counts[row.ticketType].fees = row.fees;
        counts[row.ticketType].comps = row.comps;
    }
    for (const auto &row : statistics_store::refunded(database, selection)) {
        counts[row.ticketType].refunds = row.tickets;
        counts[row.ticketType].refunded = row.amount;
    }
    for (const auto &row : statistics_store::admitted(database, selection))
        counts[row.ticketType].admitted = row.tickets;
    for (const auto &row : statistics_store::reserved(database, selection, now))
        counts[row.ticketType].reserved = row.places;
    return counts;
}

/// EventFigures and TypeFigures count alike.
template <typename Figures>
void count(Figures &figures, const statistics_store::TypeRow &type, const Counts &counts)
{
    figures.capacity += type.capacity;
    figures.reserved += counts.reserved;
    figures.sold += counts.sold;
    figures.comps += counts.comps;
    figures.revenue += Money(counts.revenue, type.currency);
    figures.fees += Money(counts.fees, type.currency);
    figures.refunds += counts.refunds;
    figures.refunded += Money(counts.refunded, type.currency);
    figures.admitted += counts.admitted;
}

void addToEvents(std::vector<EventFigures> &events, const statistics_store::TypeRow &type, const Counts &counts)
{
    if (events.empty() || events.back().event != type.event)
        events.push_back({type.event, type.eventName, type.startsAt, type.currency, 0, 0, 0, Money::zero(type.currency), Money::zero(type.currency), 0, 0, Money::zero(type.currency)});
    count(events.back(), type, counts);
}

void addToTypes(std::vector<TypeFigures> &types, QHash<std::pair<QString, QString>, size_t> &places,
                const statistics_store::TypeRow &type, const Counts &counts)
{
    const std::pair key(type.name, type.currency.code());
    if (!places.contains(key)) {
        places.insert(key, types.size());
        types.push_back({type.name, type.currency, 0, 0, 0, Money::zero(type.currency), Money::zero(type.currency), 0, 0, Money::zero(type.currency)});
    }
    count(types[places.value(key)], type, counts);
}

/// Comps apart from what was sold.
std::vector<DayFigures> daysOf(Database &database, const Selection &selection)
{
    QHash<std::pair<int, QString>, int> comps;
    for (const auto &row : statistics_store::comps(database, selection))
        comps[{businessDay(row.at, row.zone), row.currency.code()}] += row.count;
    std::vector<DayFigures> days;
    for (const auto &row : statistics_store::days(database, selection)) {
        const Currency currency = row.takings.currency();
        const int free = comps.value({row.day, currency.code()});
        days.push_back({businessDate(row.day), currency, row.sold - free, row.takings, free});
    }
    return days;
}

} // namespace

Result<StatisticsReport> Statistics::report(const Actor &actor, const StatisticsFilter &filter)
{
    if (const auto allowed = require(actor, Permission::SeeStatistics); !allowed)
        return fail(allowed.error());
    return m_writer.read([&](Database &db) {
        const Selection selection = selectionOf(filter);
        const Instant now = db.now();
        const auto counts = countsOf(db, selection, now);
        StatisticsReport report;
        QHash<std::pair<QString, QString>, size_t> places;
        for (const auto &type : statistics_store::types(db, selection)) {
            const Counts own = counts.value(type.ticketType);
            addToEvents(report.events, type, own);
            if (!type.ticketType.isNull())
                addToTypes(report.types, places, type, own);
        }
        std::stable_sort(report.types.begin(), report.types.end(), [](const auto &a, const auto &b) { return a.sold > b.sold; });
        report.days = daysOf(db, selection);
        const auto reservations = statistics_store::reservations(db, selection, now);
        report.reservations = reservations.all;
        report.completed = reservations.completed;
        report.expired = reservations.expired;
        return report;
    });
}

} // namespace foyer
