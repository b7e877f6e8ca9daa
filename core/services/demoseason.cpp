#include "core/services/demoseason.h"

#include "core/domain/demoplans.h"
#include "core/domain/localtime.h"

#include <array>

namespace foyer {

namespace {

constexpr int ReducedTax = 700;
constexpr int FullTax = 1900;

enum class Place { Playhouse, Club, Arena };

struct Title {
    Place place;
    const char *name;
    const char *description;
    int hour;
    int minute;
    int durationMinutes;
    double demand;
    bool forChildren;
    std::vector<int> days;          ///< from today
    std::vector<int> soldOutOnDays; ///< of those
};

// Hamlet, The Nutcracker and Club Night play today: one partly sold, one sold out, one without numbered seats.
const std::vector<Title> &titles()
{
    static const std::vector<Title> all{
        {Place::Playhouse, "Hamlet", "William Shakespeare. One interval.", 19, 30, 190, 0.5, false,
         {-29, -22, -15, -8, -1, 0, 5, 12, 19, 26, 33, 40}, {}},
        {Place::Playhouse, "The Nutcracker", "Ballet in two acts by Pyotr Tchaikovsky.", 15, 0, 120, 0.6, true,
         {-14, -7, 0, 7, 14, 28}, {0}},
        {Place::Playhouse, "The Cherry Orchard", "Anton Chekhov. No interval.", 19, 30, 130, 0.3, false, {-26, -12, 2, 15, 29}, {}},
        {Place::Playhouse, "Twelfth Night", "William Shakespeare. One interval.", 19, 30, 165, 0.36, false, {-19, -5, 8, 22, 36}, {}},
        {Place::Club, "Club Night", "Doors open till late.", 20, 0, 360, 0.55, false, {-28, -21, -14, 0, 7, 14}, {-21}},
        {Place::Club, "Jazz in the Cellar", "The house trio and guests.", 21, 0, 150, 0.45, false, {-10, 4, 18}, {}},
        {Place::Arena, "City Lights Tour", "Live, with support.", 20, 0, 180, 0.05, false, {-18, 31}, {}},
        {Place::Arena, "Ice Gala", "Skating, music and light.", 18, 0, 150, 0.04, true, {10}, {}},
    };
    return all;
}

struct DemoHouse {
    VenueId playhouse;
    VenueId club;
    VenueId arena;
    SeatingPlan theatre;
    SeatingPlan stadium;
};

Money euro(qint64 whole)
{
    return Money(whole * 100, Currency());
}

NewTicketType seated(const QString &category, qint64 full, qint64 reduced, qint64 child)
{
    NewTicketType type;
    type.name = category;
    type.categories = {category};
    type.priceLevels = {{QStringLiteral("Full"), euro(full), ReducedTax},
                        {QStringLiteral("Reduced"), euro(reduced), ReducedTax},
                        {QStringLiteral("Child"), euro(child), ReducedTax}};
    return type;
}

NewTicketType standing(const QString &name, int capacity, qint64 full, qint64 reduced, int tax)
{
    NewTicketType type;
    type.name = name;
    type.capacity = capacity;
    type.priceLevels = {{QStringLiteral("Full"), euro(full), tax}};
    if (reduced > 0)
        type.priceLevels.push_back({QStringLiteral("Reduced"), euro(reduced), tax});
    return type;
}

std::vector<NewTicketType> ticketTypes(Place place)
{
    switch (place) {
    case Place::Playhouse:
        return {seated(QStringLiteral("Stalls"), 59, 45, 25), seated(QStringLiteral("Circle"), 45, 34, 19),
                seated(QStringLiteral("Balcony"), 29, 22, 12), standing(QStringLiteral("Standing"), 60, 12, 8, ReducedTax)};
    case Place::Club:
        return {standing(QStringLiteral("Standing"), 350, 18, 14, FullTax), standing(QStringLiteral("VIP"), 30, 45, 0, FullTax)};
    case Place::Arena:
        return {seated(QStringLiteral("Premium"), 119, 99, 69), seated(QStringLiteral("Lower tier"), 89, 74, 49),
                seated(QStringLiteral("Upper tier"), 59, 49, 29)};
    }
    return {};
}

Result<SeatingPlan> addPlan(BoxOffice &office, VenueId venue, const QByteArray &document)
{
    const auto read = SeatingPlan::fromJson(document);
    if (!read)
        return fail(read.error());
    const auto id = office.catalogue().addPlan(office.system(), venue, *read);
    return id ? office.catalogue().plan(*id) : fail(id.error());
}

Result<DemoHouse> addHouse(BoxOffice &office, const QTimeZone &zone)
{
    DemoHouse house;
    for (const auto &[name, id] : {std::pair(QStringLiteral("Foyer Playhouse"), &house.playhouse),
                                   {QStringLiteral("Cellar Club"), &house.club},
                                   {QStringLiteral("Arena"), &house.arena}}) {
        const auto venue = office.catalogue().addVenue(office.system(), name, zone, Currency());
        if (!venue)
            return fail(venue.error());
        *id = venue->id;
    }
    for (const auto &[venue, document, plan] : {std::tuple(house.playhouse, theatrePlan(), &house.theatre), {house.arena, arenaPlan(), &house.stadium}}) {
        auto added = addPlan(office, venue, document);
        if (!added)
            return fail(added.error());
        *plan = std::move(*added);
    }
    return house;
}

NewEvent newEvent(const Title &title, int day, const DemoHouse &house, QDate today, const QTimeZone &zone)
{
    NewEvent event;
    const bool club = title.place == Place::Club;
    const bool playhouse = title.place == Place::Playhouse;
    event.venue = club ? house.club : playhouse ? house.playhouse : house.arena;
    if (!club)
        event.plan = playhouse ? house.theatre.id : house.stadium.id;
    event.name = QString::fromLatin1(title.name);
    event.description = QString::fromLatin1(title.description);
    event.startsAt = localInstantOrAfterGap(today.addDays(day), QTime(title.hour, title.minute), zone);
    event.endsAt = event.startsAt + std::chrono::minutes(title.durationMinutes);
    event.ticketTypes = ticketTypes(title.place);
    return event;
}

struct Blocked {
    const char *zone;
    const char *row;
    int from;
    int to;
    ClaimState as;
    const char *reason;
};

constexpr std::array TheatreBlocks{
    Blocked{"Stalls", "7", 12, 17, ClaimState::House, "Guests of the company"},
    Blocked{"Circle", "1", 1, 2, ClaimState::House, "Duty doctor"},
    Blocked{"Stalls", "18", 20, 23, ClaimState::Killed, "Sound desk"},
    Blocked{"Balcony", "4", 1, 1, ClaimState::Killed, "Broken seat"},
};

bool covers(const Blocked &blocked, const SeatLabel &label)
{
    const int number = label.number.toInt();
    return label.zone == QLatin1String(blocked.zone) && label.row == QLatin1String(blocked.row) && number >= blocked.from && number <= blocked.to;
}

/// Keeps and kills the seats of one show, and leaves the others.
Result<void> block(BoxOffice &office, DemoShow &show)
{
    for (const Blocked &blocked : TheatreBlocks) {
        std::vector<SeatId> seats;
        for (const PlanSeat &seat : show.seats)
            if (covers(blocked, seat.label))
                seats.push_back(seat.id);
        if (seats.empty())
            continue;
        if (const auto done = office.inventory().block(office.system(), show.event.id, seats, {blocked.as, QString::fromLatin1(blocked.reason), {}}); !done)
            return done;
        std::erase_if(show.seats, [&](const PlanSeat &seat) { return covers(blocked, seat.label); });
    }
    return {};
}

} // namespace

Result<std::vector<DemoShow>> addDemoSeason(BoxOffice &office, Instant today)
{
    const QTimeZone zone("Europe/Berlin");
    const auto house = addHouse(office, zone);
    if (!house)
        return fail(house.error());
    const QDate date = inZone(today, zone).date();
    std::vector<NewEvent> events;
    std::vector<DemoShow> shows;
    for (const Title &title : titles()) {
        for (const int day : title.days) {
            events.push_back(newEvent(title, day, *house, date, zone));
            const bool soldOut = std::count(title.soldOutOnDays.begin(), title.soldOutOnDays.end(), day) > 0;
            const auto &plan = title.place == Place::Playhouse ? house->theatre : house->stadium;
            shows.push_back({{}, title.place == Place::Club ? std::vector<PlanSeat>() : plan.seats, title.demand, soldOut, title.forChildren});
        }
    }
    const auto ids = office.catalogue().addEvents(office.system(), events);
    if (!ids)
        return fail(ids.error());
    for (size_t i = 0; i < shows.size(); ++i) {
        auto event = office.catalogue().event((*ids)[i]);
        if (!event)
            return fail(event.error());
        shows[i].event = std::move(*event);
        if (shows[i].event.venue == house->playhouse)
            if (const auto blocked = block(office, shows[i]); !blocked)
                return fail(blocked.error());
    }
    return shows;
}

} // namespace foyer
