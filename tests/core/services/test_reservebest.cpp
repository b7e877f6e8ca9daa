#include "core/services/seatboards.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

BestRequest best(const Event &event, int count, ReservationId into = {})
{
    return {into, Channel::Counter, event.id, {event.ticketTypes.front().priceLevels.front().id}, count, false};
}

std::vector<SeatId> ids(const std::vector<PlanSeat> &seats, std::initializer_list<size_t> which)
{
    std::vector<SeatId> out;
    for (const size_t i : which)
        out.push_back(seats[i].id);
    return out;
}

int claimed(BoxOffice &office, const Event &event)
{
    return int(must(office.inventory().claims(event.id)).size());
}

} // namespace

class ReserveBestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reservesNeighboursNearTheMiddle_data() { bothDatabases(); }
    void reservesNeighboursNearTheMiddle()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(2, 9).add();
        const auto seats = seatsOf(*office, event);
        const auto three = must(office->inventory().reserveBest(office->system(), best(event, 3)));
        QCOMPARE(three.seats, ids(seats, {3, 4, 5}));
        QCOMPARE(three.groups, 1);
        QCOMPARE(three.reservation.total(), euro(3 * 5900));
        // 0..2 and 6..8 are left in front: two of them would leave one alone, so the second row it is.
        const auto two = must(office->inventory().reserveBest(office->system(), best(event, 2, three.reservation.id)));
        QCOMPARE(two.reservation.id, three.reservation.id);
        QCOMPARE(two.reservation.lines.size(), size_t(5));
        QVERIFY(std::all_of(two.seats.begin(), two.seats.end(), [&](SeatId id) { return id == seats[12].id || id == seats[13].id || id == seats[14].id; }));
        QCOMPARE(claimed(*office, event), 5);
    }

    void splitsWhatDoesNotFitAndRefusesWhatIsNotThere_data() { bothDatabases(); }
    void splitsWhatDoesNotFitAndRefusesWhatIsNotThere()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(2, 4).add();
        QCOMPARE(must(office->inventory().reserveBest(office->system(), best(event, 6))).groups, 2);
        const auto refused = office->inventory().reserveBest(office->system(), best(event, 3));
        QCOMPARE(refused.error().code, ErrorCode::SoldOut);
        QCOMPARE(claimed(*office, event), 6);
        QCOMPARE(office->inventory().reserveBest(office->system(), best(event, 0)).error().code, ErrorCode::InvalidInput);
        BestRequest unknown = best(event, 1);
        unknown.levels = {PriceLevelId(QUuid::createUuid())};
        QCOMPARE(office->inventory().reserveBest(office->system(), unknown).error().code, ErrorCode::NotFound);
    }

    void aBatchChoosesDifferentSeats_data() { bothDatabases(); }
    void aBatchChoosesDifferentSeats()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(4, 10).add();
        const std::vector<BestRequest> requests(11, best(event, 4));
        const auto answers = office->inventory().reserveBest(office->system(), requests);
        QCOMPARE(std::count_if(answers.begin(), answers.end(), [](const auto &answer) { return answer.has_value(); }), 10);
        QCOMPARE(answers.back().error().code, ErrorCode::SoldOut);
        QCOMPARE(claimed(*office, event), 40);
    }

    void whatAnotherTillTookIsChosenAnew_data() { bothDatabases(); }
    void whatAnotherTillTookIsChosenAnew()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(3, 10).add();
        must(office->inventory().reserveBest(office->system(), best(event, 1)));
        const auto seats = seatsOf(*office, event);
        office->inventory().boards().setFed(true); // by a feed that is late: the board hears nothing
        std::vector<ReserveLine> lines;
        for (size_t i = 0; i < 20; ++i)
            if (must(office->inventory().takenAmong(event.id, std::array{seats[i].id})).empty())
                lines.push_back(seat(event, 0, seats[i].id));
        hold(*office, lines);
        const auto late = must(office->inventory().reserveBest(office->system(), best(event, 2)));
        for (const SeatId id : late.seats)
            QVERIFY(std::find_if(seats.begin() + 20, seats.end(), [&](const PlanSeat &one) { return one.id == id; }) != seats.end());
    }

    void placesGivenBackAreFoundThoughNobodyToldTheBoard_data() { bothDatabases(); }
    void placesGivenBackAreFoundThoughNobodyToldTheBoard()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 4).add();
        office->inventory().boards().setFed(true);
        const auto all = must(office->inventory().reserveBest(office->system(), best(event, 4)));
        QCOMPARE(office->inventory().reserveBest(office->system(), best(event, 1)).error().code, ErrorCode::SoldOut);
        must(office->inventory().release(office->system(), all.reservation.id));
        QCOMPARE(must(office->inventory().reserveBest(office->system(), best(event, 4))).groups, 1);
    }

    void aFeedIsBelieved()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 9).add();
        const auto seats = seatsOf(*office, event);
        office->inventory().boards().setFed(true);
        QVERIFY(office->inventory().boards().board(event.id));
        office->inventory().boards().apply(event.id, seats[4].id, false);
        QVERIFY(must(office->inventory().reserveBest(office->system(), best(event, 1))).seats != ids(seats, {4}));
        // Without one the claims are read again when the board is a second old.
        office->inventory().boards().setFed(false);
        box.advance(SeatBoards::FreshFor);
        const auto rest = must(office->inventory().reserveBest(office->system(), best(event, 8)));
        QCOMPARE(rest.seats.size(), size_t(8));
    }

    void aPriceThatIsNewerThanTheBoardIsFound()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        const Event first = anEvent(*office).named(QStringLiteral("First")).withSeats(1, 4).add();
        must(office->inventory().reserveBest(office->system(), best(first, 1)));
        const PriceLevelId level(QUuid::createUuid());
        office->writer().db().run("INSERT INTO price_level (id, ticket_type_id, number, name, price, currency, tax_rate) VALUES (?, ?, 9, 'Member', 1000, 'EUR', 700)",
                {level, first.ticketTypes.front().id});
        BestRequest request = best(first, 1);
        request.levels = {level};
        QCOMPARE(must(office->inventory().reserveBest(office->system(), request)).reservation.total(), euro(1000));
    }

    void accessibleSeatsComeWithACompanion()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 4).add();
        BestRequest request = best(event, 2);
        request.accessible = true;
        const auto refused = office->inventory().reserveBest(office->system(), request);
        QCOMPARE(refused.error().code, ErrorCode::SoldOut); // this house has none
    }

    void tillsThatRaceForTheBestNeverGetTheSame_data() { bothDatabases(); }
    void tillsThatRaceForTheBestNeverGetTheSame()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        Event event;
        {
            const auto office = box.open();
            event = anEvent(*office).withSeats(8, 20).add();
        }
        const int tills = box.isPostgres() ? 8 : 1; // SQLite has one writer
        std::atomic<int> got{0};
        std::vector<std::thread> threads;
        for (int till = 0; till < tills; ++till) {
            threads.emplace_back([&, till] {
                const auto office = box.open(QStringLiteral("till %1").arg(till));
                for (;;) {
                    const auto pair = office->inventory().reserveBest(office->system(), best(event, 2));
                    if (pair)
                        got += 2;
                    else if (pair.error().code == ErrorCode::SoldOut)
                        return;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(got.load(), 160);
        QCOMPARE(claimed(*box.open(), event), 160);
    }
};

FOYER_TEST(ReserveBestTest, "reservebest")
#include "test_reservebest.moc"
