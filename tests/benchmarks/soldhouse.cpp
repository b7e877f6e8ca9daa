#include "tests/benchmarks/soldhouse.h"

#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"
#include "tests/benchmarks/repeatedrows.h"

namespace foyer::bench {

using namespace test;

namespace {

constexpr int SeatsPerOrder = 2;
constexpr int StandingPerOrder = 2;
constexpr int PlanRows = 40, SeatsPerRow = 40;
constexpr int OrdersPerEvent = PlanRows * SeatsPerRow / SeatsPerOrder;
constexpr int AtOnce = 128;
constexpr int SoldByVerbs = 50'000; ///< tickets, at least so many of a large house
constexpr Milliseconds Day{86'400'000};

const char *const FirstNames[] = {"Anna", "Bruno", "Clara", "David", "Emma", "Felix", "Greta", "Hugo", "Ida", "Jonas", "Karla", "Leo", "Mia", "Noah", "Olga", "Paul"};
const char *const LastNames[] = {"Müller", "Schmidt", "Weber", "Fischer", "Wagner", "Becker", "Hoffmann", "Koch", "Richter", "Klein", "Wolf", "Schröder", "Neumann", "Braun",
                                 "Zimmermann", "Krüger", "Hartmann", "Lange", "Werner", "Krause"};

QString nameOf(int person)
{
    return QString::fromUtf8(FirstNames[size_t(person) % std::size(FirstNames)]) + u' ' + QString::fromUtf8(LastNames[size_t(person / 7) % std::size(LastNames)]) + u' '
        + QString(QChar(u'a' + person % 26)) + QString(QChar(u'a' + person / 26 % 26));
}

} // namespace

SoldHouse::SoldHouse(const QString &kind, int tickets, int people) : m_box(kind), m_office(m_box.open())
{
    addPeople(people);
    const int times = std::max(1, tickets / SoldByVerbs);
    const int orders = tickets / times / (SeatsPerOrder + StandingPerOrder);
    for (int sold = 0; sold < orders; sold += OrdersPerEvent)
        sellEvening(std::min(OrdersPerEvent, orders - sold));
    repeat(times);
}

void SoldHouse::addPeople(int people)
{
    constexpr int InAFile = 5'000;
    for (int from = 0; from < people; from += InAFile) {
        QByteArray csv = "name,email,phone\n";
        for (int person = from; person < std::min(people, from + InAFile); ++person)
            csv += nameOf(person).toUtf8() + ",guest" + QByteArray::number(person) + "@example.org,+49 30 " + QByteArray::number(1'000'000 + person * 7) + "\n";
        if (!must(m_office->customerRecords().importCsv(m_office->system(), csv, false)).isClean())
            qFatal("the customers cannot be read");
    }
    must(m_office->writer().read([&](Database &db) -> Result<void> {
        for (const Row &row : db.run("SELECT id, name, email, phone FROM customer ORDER BY id LIMIT ?", {people}))
            m_known.push_back({row.id<CustomerId>(0), row.text(1), row.text(2), row.text(3)});
        return {};
    }));
}

/// The plan of all evenings is one; each event is sold on the day before it.
void SoldHouse::sellEvening(int orders)
{
    m_box.advance(Day);
    const Event event = anEvent(*m_office).named(QStringLiteral("Evening %1").arg(++m_evenings)).withSeats(PlanRows, SeatsPerRow, 4900)
                            .withGeneral(QStringLiteral("Standing"), 2 * OrdersPerEvent, 1900).startingAt(m_box.clock().now() + Day).add();
    const auto seats = seatsOf(*m_office, event);
    giveUpCarts(event, seats);
    for (int from = 0; from < orders; from += AtOnce)
        sellBatch(event, seats, from, std::min(AtOnce, orders - from));
}

/// Carts of the web shop that came to nothing.
void SoldHouse::giveUpCarts(const Event &event, const std::vector<PlanSeat> &seats)
{
    std::vector<ReserveRequest> carts;
    for (int i = 0; i < AtOnce; ++i)
        carts.push_back({{}, Channel::Web, {seat(event, 0, seats[size_t(i)].id), places(event, 1, 1)}});
    for (const auto &cart : m_office->inventory().reserve(m_office->system(), carts))
        if (m_webCarts.size() < Remembered)
            m_webCarts.push_back(must(cart).id);
    m_box.advance(Milliseconds(3'600'000));
    must(m_office->inventory().sweep());
}

void SoldHouse::sellBatch(const Event &event, const std::vector<PlanSeat> &seats, int from, int count)
{
    std::vector<ReserveRequest> carts;
    for (int i = from; i < from + count; ++i)
        carts.push_back({{}, i % 3 ? Channel::Counter : Channel::Web,
                         {seat(event, 0, seats[size_t(2 * i)].id), seat(event, 0, seats[size_t(2 * i + 1)].id), places(event, 1, StandingPerOrder)}});
    std::vector<PayRequest> payments;
    std::vector<ReservationId> ids;
    for (const auto &cart : m_office->inventory().reserve(m_office->system(), carts)) {
        ids.push_back(must(cart).id);
        payments.push_back({ids.back(), Tender::Cash, must(cart).total(), {}, QStringLiteral("k") + ids.back().toString()});
    }
    nameCarts(ids);
    for (const auto &state : m_office->checkout().pay(m_office->system(), payments)) {
        const Order &order = *must(state).order;
        m_tickets += qint64(order.lines.size());
        if (m_samples.size() < Remembered || (++m_seen % 97 == 0))
            remember(order);
    }
}

/// Two of three say who they are.
void SoldHouse::nameCarts(const std::vector<ReservationId> &carts)
{
    must(m_office->writer().write([&](Work &work) -> Result<void> {
        for (const ReservationId cart : carts)
            if (++m_named % 3)
                reservation_store::setCustomer(work.db(), cart, m_known[size_t(m_named) * 31 % m_known.size()].id);
        work.fact("bench.named", JsonText().add("carts", int(carts.size())));
        return {};
    }));
}

void SoldHouse::remember(const Order &order)
{
    Sample sample{order, must(m_office->orders().codes(order)).first()};
    if (m_samples.size() < Remembered)
        m_samples.push_back(std::move(sample));
    else
        m_samples[size_t(m_seen / 97) % Remembered] = std::move(sample);
}

void SoldHouse::repeat(int times)
{
    m_office.reset();
    m_tickets = repeatedrows::repeat(*m_box.administrator(), times, m_evenings * (Day + Milliseconds(3'600'000)));
    m_office = m_box.open();
}

} // namespace foyer::bench
