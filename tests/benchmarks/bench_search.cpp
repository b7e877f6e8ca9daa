// The first results while somebody types, over a box office of 1,000,000 tickets and 100,000 customers: every kind of search, as the
// page of orders asks. The house is sold through the verbs themselves, in batches: three seasons of evenings, a week's events each.
#include "tests/benchmarks/measure.h"

#include "core/storage/reservation_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace foyer;
using namespace foyer::bench;
using namespace foyer::test;

namespace {

constexpr double TargetMs = 50;
constexpr int SeatsPerOrder = 2;
constexpr int StandingPerOrder = 2;
constexpr int Rows = 40, SeatsPerRow = 40;
constexpr int OrdersPerEvent = Rows * SeatsPerRow / SeatsPerOrder;
constexpr int AtOnce = 128;
constexpr int RememberedOrders = 40;
constexpr Milliseconds Day{86'400'000};

const char *const FirstNames[] = {"Anna", "Bruno", "Clara", "David", "Emma", "Felix", "Greta", "Hugo", "Ida", "Jonas", "Karla", "Leo", "Mia", "Noah", "Olga", "Paul"};
const char *const LastNames[] = {"Müller", "Schmidt", "Weber", "Fischer", "Wagner", "Becker", "Hoffmann", "Koch", "Richter", "Klein", "Wolf", "Schröder", "Neumann", "Braun",
                                 "Zimmermann", "Krüger", "Hartmann", "Lange", "Werner", "Krause"};

/// What is typed later: it was there when it was sold.
struct Sample {
    Order order;
    QString code;
};

class House
{
public:
    House(const QString &kind, int tickets, int people) : m_box(kind), m_office(m_box.open()), m_people(people)
    {
        addPeople();
        const int orders = tickets / (SeatsPerOrder + StandingPerOrder);
        for (int sold = 0; sold < orders; sold += OrdersPerEvent)
            sellEvening(std::min(OrdersPerEvent, orders - sold));
        addWebCarts();
    }

    BoxOffice &office() { return *m_office; }
    const std::vector<Sample> &samples() const { return m_samples; }
    const std::vector<Customer> &customers() const { return m_known; }
    const std::vector<ReservationId> &webCarts() const { return m_webCarts; }
    qint64 tickets() const { return m_tickets; }

private:
    static QString nameOf(int person)
    {
        return QString::fromUtf8(FirstNames[size_t(person) % std::size(FirstNames)]) + u' ' + QString::fromUtf8(LastNames[size_t(person / 7) % std::size(LastNames)]) + u' '
            + QString(QChar(u'a' + person % 26)) + QString(QChar(u'a' + person / 26 % 26));
    }

    void addPeople()
    {
        constexpr int InAFile = 5'000;
        for (int from = 0; from < m_people; from += InAFile) {
            QByteArray csv = "name,email,phone\n";
            for (int person = from; person < std::min(m_people, from + InAFile); ++person)
                csv += nameOf(person).toUtf8() + ",guest" + QByteArray::number(person) + "@example.org,+49 30 " + QByteArray::number(1'000'000 + person * 7) + "\n";
            if (!must(m_office->customerRecords().importCsv(m_office->system(), csv, false)).isClean())
                qFatal("the customers cannot be read");
        }
        must(m_office->writer().read([&](Database &db) -> Result<void> {
            for (const Row &row : db.run("SELECT id, name, email, phone FROM customer ORDER BY id LIMIT ?", {m_people}))
                m_known.push_back({row.id<CustomerId>(0), row.text(1), row.text(2), row.text(3)});
            return {};
        }));
    }

    /// The plan of all evenings is one; each event is sold in the days before it.
    void sellEvening(int orders)
    {
        m_box.advance(Day);
        const Event event = anEvent(*m_office).named(QStringLiteral("Evening %1").arg(++m_evenings)).withSeats(Rows, SeatsPerRow, 4900)
                                .withGeneral(QStringLiteral("Standing"), 2 * OrdersPerEvent, 1900).startingAt(m_box.clock().now() + Day).add();
        const auto seats = seatsOf(*m_office, event);
        for (int from = 0; from < orders; from += AtOnce)
            sellBatch(event, seats, from, std::min(AtOnce, orders - from));
    }

    void sellBatch(const Event &event, const std::vector<PlanSeat> &seats, int from, int count)
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
            if (m_samples.size() < RememberedOrders || (++m_seen % 997 == 0))
                remember(order);
        }
    }

    /// Two of three say who they are.
    void nameCarts(const std::vector<ReservationId> &carts)
    {
        must(m_office->writer().write([&](Work &work) -> Result<void> {
            for (const ReservationId cart : carts)
                if (++m_named % 3)
                    reservation_store::setCustomer(work.db(), cart, m_known[size_t(m_named) * 31 % m_known.size()].id);
            work.fact("bench.named", JsonText().add("carts", int(carts.size())));
            return {};
        }));
    }

    void remember(const Order &order)
    {
        Sample sample{order, must(m_office->orders().codes(order)).first()};
        if (m_samples.size() < RememberedOrders)
            m_samples.push_back(std::move(sample));
        else
            m_samples[size_t(m_seen / 997) % RememberedOrders] = std::move(sample);
    }

    /// Carts of the web shop that came to nothing.
    void addWebCarts()
    {
        const Event event = anEvent(*m_office).named(QStringLiteral("Last")).withGeneral(QStringLiteral("Standing"), 5'000, 1900).startingAt(m_box.clock().now() + Day).add();
        for (int i = 0; i < RememberedOrders; ++i)
            m_webCarts.push_back(must(m_office->inventory().reserve(m_office->system(), ReserveRequest{{}, Channel::Web, {places(event, 0, 2)}})).id);
        m_box.advance(Milliseconds(3'600'000));
        must(m_office->inventory().sweep());
    }

    TestDatabase m_box;
    std::unique_ptr<BoxOffice> m_office;
    const int m_people;
    std::vector<Customer> m_known;
    std::vector<Sample> m_samples;
    std::vector<ReservationId> m_webCarts;
    qint64 m_tickets = 0;
    qint64 m_seen = 0;
    qint64 m_named = 0;
    int m_evenings = 0;
};

/// Types each of the words three times; the first of each is the one that finds nothing in a cache.
void measure(House &house, const char *what, const std::vector<QString> &words, bool mustFind = true)
{
    std::vector<double> seconds;
    size_t found = 0;
    for (int round = 0; round < 3; ++round)
        for (const QString &typed : words)
            seconds.push_back(secondsOf([&] {
                found += must(house.office().orderSearch().find(typed)).size();
                if (!typed.isEmpty()) // as the page does
                    found += must(house.office().orderSearch().reservations(typed)).size();
            }));
    if (mustFind && found == 0)
        qFatal("%s: nothing was found", what);
    std::sort(seconds.begin(), seconds.end());
    std::printf("  %-34s median %7.2f ms, 95 %% %7.2f ms, most %7.2f ms (target: under %.0f)\n", what, 1000 * median(seconds), 1000 * seconds[seconds.size() * 95 / 100],
                1000 * seconds.back(), TargetMs);
    std::fflush(stdout);
}

void searches(House &house)
{
    std::vector<QString> numbers, digits, tickets, beginnings, codes, seats, days, carts, names, beginningsOfNames, emails, phones;
    for (const Sample &sample : house.samples()) {
        const OrderLine &line = sample.order.lines.front();
        numbers.push_back(sample.order.number);
        digits.push_back(sample.order.number.section(u'-', 1).left(4));
        tickets.push_back(line.ticket.number.grouped());
        beginnings.push_back(line.ticket.number.toString().left(4));
        codes.push_back(sample.code);
        seats.push_back(line.seatLabel ? QStringLiteral("%1 %2-%3").arg(line.seatLabel->zone, line.seatLabel->row, line.seatLabel->number) : QStringLiteral("Stalls 1-1"));
        days.push_back(QDateTime::fromMSecsSinceEpoch(sample.order.createdAt.ms, Qt::UTC).date().toString(Qt::ISODate));
    }
    for (const ReservationId cart : house.webCarts())
        carts.push_back(cart.toString());
    for (size_t i = 0; i < RememberedOrders; ++i) {
        const Customer &customer = house.customers()[i * 977 % house.customers().size()];
        names.push_back(customer.name);
        beginningsOfNames.push_back(customer.name.section(u' ', 1, 1).left(3));
        emails.push_back(customer.email);
        phones.push_back(customer.phone.right(7));
    }
    measure(house, "nothing typed yet", {QString()});
    measure(house, "an order's number", numbers);
    measure(house, "four digits of it", digits);
    measure(house, "letters and a digit of it", {numbers.front().left(3), numbers.back().left(3)});
    measure(house, "a ticket's number", tickets);
    measure(house, "four symbols of it", beginnings);
    measure(house, "a scanned code", codes);
    measure(house, "a seat", seats, false);
    measure(house, "a day", days);
    measure(house, "a reservation", carts);
    measure(house, "a whole name", names);
    measure(house, "three letters of a name", beginningsOfNames);
    measure(house, "two letters of a name", {QStringLiteral("an"), QStringLiteral("mu"), QStringLiteral("sc"), QStringLiteral("em")});
    measure(house, "an e-mail", emails);
    measure(house, "its beginning", {QStringLiteral("guest1"), QStringLiteral("guest42"), QStringLiteral("gue")});
    measure(house, "a phone number", phones);
    measure(house, "four digits of a phone number", {QStringLiteral("1234"), QStringLiteral("0700"), QStringLiteral("30 1"), QStringLiteral("9999")});
    measure(house, "what nobody has", {QStringLiteral("qqq"), QStringLiteral("Z-99999"), QStringLiteral("nobody@nowhere")}, false);
}

void run(const QString &kind, int tickets, int people)
{
    double seconds = 0;
    std::unique_ptr<House> house;
    seconds = secondsOf([&] { house = std::make_unique<House>(kind, tickets, people); });
    std::printf("%s: %lld tickets and %d customers, sold in %.0f s\n", qPrintable(kind), static_cast<long long>(house->tickets()), people, seconds);
    std::fflush(stdout);
    searches(*house);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("small"), QStringLiteral("few tickets, to see that it works")});
    parser.addOption({QStringLiteral("tickets"), QStringLiteral("sold before searching"), QStringLiteral("n"), QStringLiteral("1000000")});
    parser.addOption({QStringLiteral("only"), QStringLiteral("sqlite or postgres"), QStringLiteral("database")});
    parser.process(app);
    const bool isSmall = parser.isSet(QStringLiteral("small"));
    const int tickets = isSmall ? 4'000 : parser.value(QStringLiteral("tickets")).toInt();
    const int people = isSmall ? 500 : 100'000;
    const QString only = parser.value(QStringLiteral("only"));
    if (only != QLatin1String("postgres"))
        run(QStringLiteral("sqlite"), tickets, people);
    if (only != QLatin1String("sqlite") && !qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
        run(QStringLiteral("postgres"), tickets, people);
    return 0;
}
