// Events in files: a CSV table with ticket types and prices, and iCalendar.
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/domain/rowfault.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QTimeZone>

#include <optional>
#include <vector>

namespace foyer {

struct PriceDraft {
    QString name;
    Money price;
    int taxBasisPoints = 0; ///< 0 to 10,000

    bool operator==(const PriceDraft &) const = default;
};

/// General admission has a capacity, seated has categories of the venue's plan; never both.
struct TicketTypeDraft {
    QString name;
    std::optional<int> capacity;
    QStringList categories;
    std::vector<PriceDraft> prices;
    std::optional<Money> fee = std::nullopt; ///< for each ticket; none unless given

    bool operator==(const TicketTypeDraft &) const = default;
};

struct EventDraft {
    QString uid; ///< never empty, unique in the file, the same at every reading
    QString name;
    Instant startsAt;
    std::optional<Instant> doorsAt;
    std::optional<Instant> endsAt;
    QString venue;
    QString description;
    QString status; ///< "scheduled" or "cancelled"
    std::vector<TicketTypeDraft> ticketTypes;
    std::optional<Money> orderFee = std::nullopt; ///< once for each order; none unless given

    bool operator==(const EventDraft &) const = default;
};

struct EventFile {
    std::vector<EventDraft> events;
    std::vector<int> lines;       ///< where each of them begins
    std::vector<RowFault> faults; ///< in order of lines; events with a fault are not in `events`
};

/// What the file does not say.
struct EventFileContext {
    QTimeZone timeZone; ///< of the venue; for times without a zone of their own
    Currency currency;
    std::optional<Milliseconds> defaultDuration; ///< for events without an end
    Instant now;        ///< endless repetitions are followed to two years from here
};

/// The first row names the columns, in any order and case; unknown ones are ignored:
///   name; start, or date and time; uid, doors, end, venue, description, status;
///   ticket_type, capacity, categories, price_level, price, tax_rate, fee, order_fee.
/// One row per price level. A row belongs to the event above it when it repeats its uid (without one: name and
/// start) or leaves all of them empty; other event columns may be empty there, or must say the same. Likewise
/// capacity, categories and fee within a ticket type.
/// - start: RFC 3339, or without an offset in the venue's time. date: 2026-11-20 or 20.11.2026; time: 19:30.
///   doors, end: the same, or a time alone; an end earlier than the start is on the next day. A time that clocks skip
///   is a fault; of two it is the first.
/// - status: scheduled (also confirmed, tentative or empty) or cancelled.
/// - categories: parted by "|". capacity: 0 to 1,000,000. price: with a point; in files with semicolons a comma will
///   do. price_level: "Full" when empty. tax_rate: percent, up to two decimals; 0 when empty.
///   fee: booked on top of each ticket; order_fee: of the event, once for each order. Both like a price, none when empty.
/// - Without a uid one is derived from name and start: whoever changes these makes another event.
EventFile readEventsCsv(const QByteArray &csv, const EventFileContext &context);
QByteArray writeEventsCsv(const std::vector<EventDraft> &events, const EventFileContext &context);

/// VEVENTs of one or more calendars; they have no ticket types. A fault's line is that of its BEGIN:VEVENT.
/// - Times without a zone are the venue's; an unknown TZID is looked for among Windows' names and the file's own
///   VTIMEZONEs. An all-day event starts at 00:00 in the venue and ends at 00:00 after its last day.
/// - A repetition (RRULE, RDATE, EXDATE) becomes one event for each time, with the uid `UID_20261120T183000Z`; the
///   latest 1,000 up to two years from now or from its first time, whichever is later. RECURRENCE-ID replaces its
///   time and keeps that uid. A rule that repeats more often than daily is a fault.
/// - Of several VEVENTs with one UID the highest SEQUENCE holds, then the last. Without a UID one is derived as in CSV.
/// - No SUMMARY: "Untitled event". Doors are kept in X-FOYER-DOORS.
EventFile readEventsIcs(const QByteArray &ics, const EventFileContext &context);
QByteArray writeEventsIcs(const std::vector<EventDraft> &events, const EventFileContext &context);

/// The uid of an event whose file has none.
QString derivedEventUid(const QString &name, Instant startsAt);

} // namespace foyer
