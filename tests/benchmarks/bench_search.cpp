// The first results while somebody types, over a box office of 1,000,000 tickets and 100,000 customers: every kind of search, as the
// page of orders asks.
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/soldhouse.h"

#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace foyer;
using namespace foyer::bench;
using namespace foyer::test;

namespace {

constexpr double TargetMs = 50;

/// Types each of the words three times; the first of each is the one that finds nothing in a cache.
void measure(SoldHouse &house, const char *what, const std::vector<QString> &words, bool mustFind = true)
{
    std::vector<double> seconds;
    size_t found = 0;
    for (int round = 0; round < 3; ++round)
        for (const QString &typed : words)
            seconds.push_back(secondsOf([&] {
                const auto all = must(house.office().orderSearch().all(typed)); // as the page does
                found += all.orders.size() + all.reservations.size();
            }));
    if (mustFind && found == 0)
        qFatal("%s: nothing was found", what);
    std::sort(seconds.begin(), seconds.end());
    std::printf("  %-34s median %7.2f ms, 95 %% %7.2f ms, most %7.2f ms (target: under %.0f)\n", what, 1000 * median(seconds), 1000 * seconds[seconds.size() * 95 / 100],
                1000 * seconds.back(), TargetMs);
    std::fflush(stdout);
}

void searches(SoldHouse &house)
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
    for (size_t i = 0; i < SoldHouse::Remembered; ++i) {
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
    measure(house, "a word that all have, and a name", {QStringLiteral("ex wagner"), QStringLiteral("org anna"), QStringLiteral("example hoffmann"), QStringLiteral("guest emma"),
                                                            QStringLiteral("ex org"), QStringLiteral("anna wagner"), QStringLiteral("guest example qq")});
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
    std::unique_ptr<SoldHouse> house;
    seconds = secondsOf([&] { house = std::make_unique<SoldHouse>(kind, tickets, people); });
    std::printf("%s: %lld tickets and %d customers, made in %.0f s\n", qPrintable(kind), static_cast<long long>(house->tickets()), people, seconds);
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
