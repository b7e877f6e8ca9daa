// Statistics: reserved and sold per event and per ticket type, takings by day.
#pragma once

#include "core/domain/catalogue.h"
#include "core/services/permission.h"

namespace foyer {

class Writer;

struct StatisticsFilter {
    std::optional<Instant> from;   ///< events starting in [from, to)
    std::optional<Instant> to;
    std::optional<EventId> event;
};

struct EventFigures {
    EventId event;
    QString name;
    Instant startsAt;
    Currency currency;
    int capacity = 0;
    int reserved = 0; ///< places held by reservations that live
    int sold = 0;     ///< tickets that are not void, comps left out
    Money revenue;    ///< charged for them, tax and fees included
    Money fees;       ///< contained in revenue
    int comps = 0;    ///< given free of charge
    int refunds = 0;  ///< tickets that were taken back for their price, not for other tickets
    Money refunded;   ///< what was given for them
    int admitted = 0; ///< tickets that somebody came in with

    int going() const { return sold + comps; }
};

/// All ticket types of one name over all events: every "VIP".
struct TypeFigures {
    QString name;
    Currency currency;
    int capacity = 0;
    int reserved = 0;
    int sold = 0;
    Money revenue;
    Money fees;
    int comps = 0;
    int refunds = 0;
    Money refunded;
    int admitted = 0;

    int going() const { return sold + comps; }
};

struct DayFigures {
    QDate day; ///< business day in the venue's zone
    Currency currency;
    int sold = 0; ///< less what was taken back on that day; comps left out
    Money takings;
    int comps = 0; ///< the same of those
};

struct StatisticsReport {
    std::vector<EventFigures> events; ///< by start
    std::vector<TypeFigures> types;   ///< most sold first
    std::vector<DayFigures> days;     ///< by day; days without sales are left out
    int reservations = 0;             ///< ever made, for these events
    int completed = 0;                ///< of those, became orders
    int expired = 0;
};

class Statistics
{
public:
    explicit Statistics(Writer &writer) : m_writer(writer) {}

    Result<StatisticsReport> report(const Actor &actor, const StatisticsFilter &filter);

private:
    Writer &m_writer;
};

} // namespace foyer
