// Sums over events for the statistics page, each in one statement.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QTimeZone>

namespace foyer::statistics_store {

/// Which events: those that start in [from, to), or that one alone among them. Drafts are left out.
struct Selection {
    Instant from;
    Instant to;
    EventId event; ///< null: all
};

struct TypeRow {
    EventId event;
    QString eventName;
    Instant startsAt;
    Currency currency; ///< of the venue
    TicketTypeId ticketType; ///< null, with no name: the event has no ticket types
    QString name;
    int capacity = 0;
};

/// Every ticket type, by the event's start and the type's number.
std::vector<TypeRow> types(Database &database, const Selection &selection);

struct SoldRow {
    TicketTypeId ticketType;
    int sold = 0;       ///< tickets that are not void; a revoked one keeps its place and its price
    qint64 revenue = 0; ///< charged for them, in minor units
    qint64 fees = 0;    ///< contained in it
    int comps = 0;      ///< given free of charge, apart from `sold`
};

std::vector<SoldRow> sold(Database &database, const Selection &selection);

struct RefundedRow {
    TicketTypeId ticketType;
    int tickets = 0;
    qint64 amount = 0; ///< in minor units
};

/// Taken back for their price; what was exchanged for other tickets is left out.
std::vector<RefundedRow> refunded(Database &database, const Selection &selection);

struct AdmittedRow {
    TicketTypeId ticketType;
    int tickets = 0; ///< that somebody came in with
};

std::vector<AdmittedRow> admitted(Database &database, const Selection &selection);

struct ReservedRow {
    TicketTypeId ticketType;
    int places = 0;
};

/// Places of reservations that live at `now`, swept or not.
std::vector<ReservedRow> reserved(Database &database, const Selection &selection, Instant now);

struct DayRow {
    int day = 0; ///< 20261120
    int sold = 0;
    Money takings;
};

/// Comps count as sold here.
std::vector<DayRow> days(Database &database, const Selection &selection);

/// Given free of charge, or taken back, at one moment.
struct CompRow {
    Instant at;
    QTimeZone zone; ///< the venue's
    Currency currency;
    int count = 0; ///< below zero when they were taken back
};

std::vector<CompRow> comps(Database &database, const Selection &selection);

struct ReservationCounts {
    int all = 0;
    int completed = 0;
    int expired = 0; ///< also those whose time is over and that nobody has swept yet
};

ReservationCounts reservations(Database &database, const Selection &selection, Instant now);

} // namespace foyer::statistics_store
