// House seats with a moment of release: judged by the database's clock, swept or not.
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr Milliseconds OneHour{60 * 60'000};

Block keptUntil(Instant moment)
{
    return {ClaimState::House, QStringLiteral("press"), moment};
}

ReserveRequest houseWish(std::vector<ReserveLine> lines)
{
    return {{}, Channel::Counter, std::move(lines)};
}

TypeAvailability firstType(BoxOffice &office, const Event &event)
{
    return must(office.inventory().availability(std::array{event.id})).front().types.front();
}

} // namespace

class HouseSeatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreForSaleAgainAtTheVeryMoment_data() { bothDatabases(); }
    void theyAreForSaleAgainAtTheVeryMoment()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 4).add();
        const auto seats = seatsOf(*office, event);
        const Actor cashier = actorWith(*office, Role::Cashier);
        must(office->inventory().block(office->system(), event.id, std::array{seats[0].id, seats[1].id}, keptUntil(Evening + OneHour)));
        const auto claims = must(office->inventory().claims(event.id));
        QCOMPARE(claims.size(), size_t(2));
        QCOMPARE(claims.front().releaseAt, std::optional(Evening + OneHour));

        box.setTime(Evening + OneHour - Milliseconds(1));
        QCOMPARE(firstType(*office, event).available(), 2);
        QCOMPARE(office->inventory().reserve(cashier, houseWish({seat(event, 0, seats[0].id)})).error().code, ErrorCode::SeatTaken);
        QCOMPARE(must(office->inventory().sweep()), 0);

        box.setTime(Evening + OneHour);
        QCOMPARE(firstType(*office, event).available(), 4); // before anybody swept
        QVERIFY(must(office->inventory().claims(event.id)).empty());
        QVERIFY(must(office->inventory().takenAmong(event.id, std::array{seats[0].id})).empty());
        const auto cart = must(office->inventory().reserve(cashier, houseWish({seat(event, 0, seats[0].id)})));
        QCOMPARE(must(office->inventory().sweep()), 1); // the other one
        must(office->inventory().release(cashier, cart.id));
        QCOMPARE(firstType(*office, event).available(), 4); // it did not go back to the house
        QVERIFY(must(office->inventory().claims(event.id)).empty());
    }

    void theReleaseIsJournalled_data() { bothDatabases(); }
    void theReleaseIsJournalled()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 3).add();
        const auto seats = seatsOf(*office, event);
        must(office->inventory().block(office->system(), event.id, std::array{seats[2].id}, keptUntil(Evening + OneHour)));
        box.setTime(Evening + OneHour);
        QCOMPARE(must(office->inventory().sweep()), 1);
        QCOMPARE(must(office->inventory().sweep()), 0);
        Database &db = office->writer().db();
        const Rows released = db.run("SELECT body FROM journal WHERE body LIKE '%seats.released%'");
        QCOMPARE(released.size(), size_t(1));
        QVERIFY(released.front().text(0).contains(seats[2].id.toString()));
        const Rows blocked = db.run("SELECT body FROM journal WHERE body LIKE '%seats.blocked%'");
        QVERIFY(blocked.front().text(0).contains(QString::number((Evening + OneHour).ms)));
    }

    void aSeatInTheCartOfTheHouseGoesBackToTheHouseUntilItsMoment_data() { bothDatabases(); }
    void aSeatInTheCartOfTheHouseGoesBackToTheHouseUntilItsMoment()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 2).add();
        const auto seats = seatsOf(*office, event);
        const Actor supervisor = actorWith(*office, Role::Supervisor);
        const Actor cashier = actorWith(*office, Role::Cashier);
        must(office->inventory().block(supervisor, event.id, std::array{seats[0].id}, keptUntil(Evening + OneHour)));
        must(office->inventory().reserve(supervisor, houseWish({seat(event, 0, seats[0].id)})));
        // Its quarter of an hour is over: the house's again at once, swept or not.
        box.advance(Milliseconds(15 * 60'000));
        QCOMPARE(must(office->inventory().claims(event.id)).front().state, ClaimState::House);
        QCOMPARE(firstType(*office, event).blocked, 1);
        QCOMPARE(office->inventory().reserve(cashier, houseWish({seat(event, 0, seats[0].id)})).error().code, ErrorCode::SeatTaken);
        QCOMPARE(must(office->inventory().sweep()), 1);
        QCOMPARE(office->inventory().reserve(cashier, houseWish({seat(event, 0, seats[0].id)})).error().code, ErrorCode::SeatTaken);
        QCOMPARE(must(office->inventory().claims(event.id)).front().releaseAt, std::optional(Evening + OneHour));
        box.setTime(Evening + OneHour);
        QVERIFY(office->inventory().reserve(cashier, houseWish({seat(event, 0, seats[0].id)})));
    }

    void aSoldHouseSeatStaysSold_data() { bothDatabases(); }
    void aSoldHouseSeatStaysSold()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        {
            const auto office = box.open();
            const Event event = anEvent(*office).withSeats(1, 2).add();
            const auto seats = seatsOf(*office, event);
            must(office->inventory().block(office->system(), event.id, std::array{seats[0].id}, keptUntil(Evening + OneHour)));
            sell(*office, {seat(event, 0, seats[0].id)});
            box.setTime(Evening + 2 * OneHour);
            QCOMPARE(must(office->inventory().sweep()), 0);
            QCOMPARE(must(office->inventory().claims(event.id)).front().state, ClaimState::Sold);
            QCOMPARE(firstType(*office, event).sold, 1);
        }
        const auto db = box.administrator();
        const auto report = must(Verifier(*db, KeyStore(box.keyFolder()).marks(terminal_store::all(*db))).verify());
        QCOMPARE(report.breaches, QStringList());
    }

    void onlyHouseSeatsHaveAMomentAndItLiesAhead_data() { bothDatabases(); }
    void onlyHouseSeatsHaveAMomentAndItLiesAhead()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 2).add();
        const auto seats = seatsOf(*office, event);
        const auto code = [&](const Block &block) { return office->inventory().block(office->system(), event.id, std::array{seats[0].id}, block).error().code; };
        QCOMPARE(code({ClaimState::Killed, QStringLiteral("broken"), Evening + OneHour}), ErrorCode::InvalidInput);
        QCOMPARE(code(keptUntil(Evening)), ErrorCode::InvalidInput);
        QCOMPARE(code({ClaimState::House, QStringLiteral("  "), {}}), ErrorCode::InvalidInput);
        QVERIFY(must(office->inventory().claims(event.id)).empty());
        // The table refuses what a bug would write.
        hold(*office, {seat(event, 0, seats[0].id)});
        bool refused = false;
        try {
            office->writer().db().run("UPDATE claim SET release_at = 1 WHERE seat_id = ?", {seats[0].id});
        } catch (const StorageError &) {
            refused = true;
        }
        QVERIFY(refused);
    }

    void anotherMomentReplacesTheFirst_data() { bothDatabases(); }
    void anotherMomentReplacesTheFirst()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 2).add();
        const auto seats = seatsOf(*office, event);
        const std::array one{seats[0].id};
        must(office->inventory().block(office->system(), event.id, one, keptUntil(Evening + OneHour)));
        must(office->inventory().block(office->system(), event.id, one, {ClaimState::House, QStringLiteral("guests"), {}}));
        box.setTime(Evening + 2 * OneHour);
        QCOMPARE(must(office->inventory().sweep()), 0);
        QCOMPARE(must(office->inventory().claims(event.id)).front().reason, QStringLiteral("guests"));
        must(office->inventory().unblock(office->system(), event.id, one));
        QVERIFY(must(office->inventory().claims(event.id)).empty());
    }
};

FOYER_TEST(HouseSeatsTest, "houseseats")
#include "test_houseseats.moc"
