// Builders: what a test needs in a box office, said in one line. anEvent(*office).named("Hamlet").withSeats(5, 20).add()
#pragma once

#include "core/services/boxoffice.h"
#include "tests/support/testdatabase.h"

namespace foyer::test {

/// The value, or the end of the test program with the error: for set-up that is not what the test is about.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("test set-up failed: %d %s %s", int(result.error().code), qUtf8Printable(result.error().args.join(u' ')),
               qUtf8Printable(result.error().detail));
    return std::move(*result);
}

inline void must(const Result<void> &result)
{
    if (!result)
        qFatal("test set-up failed: %d %s %s", int(result.error().code), qUtf8Printable(result.error().args.join(u' ')),
               qUtf8Printable(result.error().detail));
}

inline Money euro(qint64 cents) { return Money(cents, Currency()); }

/// Rows named 1, 2…, seats 1, 2…, all in one zone and category.
struct SeatBlock {
    QString category;
    int rows;
    int seatsPerRow;
};

/// A plan as its file would be read; each block is a zone of its category's name.
SeatingPlan aPlan(const QString &name, const std::vector<SeatBlock> &blocks);

/// The venue "Theatre" in Europe/Berlin unless named otherwise; added when it is missing.
VenueId aVenue(BoxOffice &office, const QString &name = QStringLiteral("Theatre"), Currency currency = {});

class EventBuilder
{
public:
    explicit EventBuilder(BoxOffice &office) : m_office(office) {}

    EventBuilder &named(const QString &name);
    EventBuilder &at(VenueId venue);
    /// A day after test::Evening unless said otherwise.
    EventBuilder &startingAt(Instant start);
    EventBuilder &withStatus(EventStatus status);
    EventBuilder &holdingFor(Milliseconds lifetime);
    /// A general type with the price level "Full", 7 % tax.
    EventBuilder &withGeneral(const QString &type, int capacity, qint64 price);
    /// A seated type of that name, for rows x seatsPerRow seats of a category of the same name.
    EventBuilder &withSeats(int rows, int seatsPerRow, qint64 price = 5900, const QString &type = QStringLiteral("Stalls"));
    /// Another price for the latest type.
    EventBuilder &withLevel(const QString &name, qint64 price, int taxBasisPoints = 700);
    /// Fees on top: for each ticket of the latest type, and once for each order of the event.
    EventBuilder &withFee(qint64 perTicket);
    EventBuilder &withOrderFee(qint64 perOrder);
    /// The limits of the latest type.
    EventBuilder &atMost(int perOrder);
    EventBuilder &onSaleBetween(std::optional<Instant> from, std::optional<Instant> until);

    /// The event as the catalogue would be asked to add it; its plan is stored.
    NewEvent build();
    /// Adds it and reads it back.
    Event add();

private:
    BoxOffice &m_office;
    NewEvent m_event;
    std::vector<SeatBlock> m_blocks;
    Currency m_currency;
};

EventBuilder anEvent(BoxOffice &office);

/// The seats of the event's plan, row by row.
std::vector<PlanSeat> seatsOf(BoxOffice &office, const Event &event);
/// A wish for places of a type at its first price.
ReserveLine places(const Event &event, int type, int quantity);
ReserveLine seat(const Event &event, int type, SeatId seat);
/// Reserves, and leaves it there.
Reservation hold(BoxOffice &office, const std::vector<ReserveLine> &lines);
/// Reserves and takes cash for it.
Order sell(BoxOffice &office, const std::vector<ReserveLine> &lines);

/// Somebody who may do what the role may, on no drawer.
Actor actorWith(BoxOffice &office, Role role);

} // namespace foyer::test
