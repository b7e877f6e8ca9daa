// After the sale: giving back an order of 500 tickets as a whole, and the first results while somebody types, over as many
// tickets as --tickets says. One till, both databases; the database flushes as it does in the house.
#include "tests/benchmarks/measure.h"

#include "core/services/verifier.h"
#include "tests/support/builders.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace foyer;
using namespace foyer::bench;
using namespace foyer::test;

namespace {

constexpr int PerOrder = 500;
constexpr double RefundTargetMs = 100;
constexpr double SearchTargetMs = 50;

void tell(const char *what, std::vector<double> seconds, double targetMs)
{
    const double most = *std::max_element(seconds.begin(), seconds.end());
    std::printf("  %-44s median %7.2f ms, most %7.2f ms (target: under %.0f)\n", what, 1000 * median(seconds), 1000 * most, targetMs);
}

/// Numbered seats, the dearer half of the work: every one has a claim of its own.
Order sellSeats(BoxOffice &office, const Event &event, const std::vector<PlanSeat> &seats, size_t from)
{
    std::vector<ReserveLine> lines;
    for (size_t i = from; i < from + PerOrder; ++i)
        lines.push_back(seat(event, 0, seats[i].id));
    return sell(office, lines);
}

Instant tomorrow(BoxOffice &office)
{
    return must(office.now()) + Milliseconds(86'400'000);
}

void refunds(BoxOffice &office, int rounds)
{
    const Event event = anEvent(office).named(QStringLiteral("Arena")).withSeats(rounds, PerOrder, 900).withOrderFee(999).atMost(PerOrder).startingAt(tomorrow(office)).add();
    const auto seats = seatsOf(office, event);
    std::vector<double> seconds;
    for (int round = 0; round < rounds; ++round) {
        const Order order = sellSeats(office, event, seats, size_t(round) * PerOrder);
        seconds.push_back(secondsOf([&] { must(office.refunds().refund(office.system(), {order.id, {}, false, {}})); }));
    }
    tell("refund of an order with 500 seats", seconds, RefundTargetMs);
}

void fill(BoxOffice &office, int tickets)
{
    const Event event = anEvent(office).named(QStringLiteral("Festival")).withGeneral(QStringLiteral("Standing"), tickets, 900).atMost(PerOrder).startingAt(tomorrow(office)).add();
    for (int sold = 0; sold < tickets; sold += 10)
        sell(office, {places(event, 0, std::min(10, tickets - sold))});
}

void searches(BoxOffice &office, const Order &sample)
{
    const QString ticket = sample.lines.front().ticket.number.toString();
    const std::pair<const char *, QString> typed[] = {{"nothing typed yet", {}}, {"an order's number", sample.number}, {"its digits", sample.number.mid(2, 4)},
                                                      {"four symbols of a ticket", ticket.left(4)}, {"a seat", QStringLiteral("Stalls 1-7")},
                                                      {"a day", QDate::currentDate().toString(Qt::ISODate)}, {"a name", QStringLiteral("miller")}};
    for (const auto &[what, text] : typed) {
        std::vector<double> seconds;
        for (int i = 0; i < 15; ++i)
            seconds.push_back(secondsOf([&] { must(office.orderSearch().find(text)); }));
        tell(what, seconds, SearchTargetMs);
    }
}

void run(const QString &kind, int rounds, int tickets)
{
    TestDatabase box(kind);
    box.useSystemClock();
    const auto office = box.open();
    std::printf("%s\n", qPrintable(kind));
    refunds(*office, rounds);
    fill(*office, tickets);
    const Event last = anEvent(*office).named(QStringLiteral("Last")).withSeats(1, 10).startingAt(tomorrow(*office)).add();
    const Order sample = sell(*office, {seat(last, 0, seatsOf(*office, last)[6].id)});
    std::printf("  search among %d tickets\n", tickets + rounds * PerOrder);
    searches(*office, sample);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("small"), QStringLiteral("fewer rounds")});
    parser.addOption({QStringLiteral("tickets"), QStringLiteral("sold before searching"), QStringLiteral("n"), QStringLiteral("100000")});
    parser.process(app);
    const int rounds = parser.isSet(QStringLiteral("small")) ? 3 : 11;
    const int tickets = parser.isSet(QStringLiteral("small")) ? 1000 : parser.value(QStringLiteral("tickets")).toInt();
    run(QStringLiteral("sqlite"), rounds, tickets);
    if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
        run(QStringLiteral("postgres"), rounds, tickets);
    return 0;
}
