#include "core/storage/database.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

ReserveRequest wish(std::vector<ReserveLine> lines, ReservationId into = {})
{
    return {into, Channel::Counter, std::move(lines)};
}

TypeAvailability availability(BoxOffice &office, const Event &event, size_t type = 0)
{
    return must(office.inventory().availability(std::array{event.id})).front().types.at(type);
}

} // namespace

class InventoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reservesSeatsAndPlacesTogether_data() { bothDatabases(); }
    void reservesSeatsAndPlacesTogether()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event hamlet = anEvent(*office).named(QStringLiteral("Hamlet")).withSeats(3, 10).add();
        const Event club = anEvent(*office).named(QStringLiteral("Club Night")).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
        const auto seats = seatsOf(*office, hamlet);
        const auto made = office->inventory().reserve(office->system(), wish({seat(hamlet, 0, seats[0].id), seat(hamlet, 0, seats[1].id), places(club, 0, 3)}));
        QVERIFY(made);
        QCOMPARE(made->total(), euro(2 * 5900 + 3 * 1500));
        QCOMPARE(made->places(), 5);
        QCOMPARE(made->expiresAt - made->createdAt, Milliseconds(15 * 60000));
        QCOMPARE(availability(*office, hamlet).held, 2);
        QCOMPARE(availability(*office, hamlet).available(), 28);
        QCOMPARE(availability(*office, club).available(), 97);

        const auto again = must(office->inventory().find(made->id));
        QCOMPARE(again.lines.size(), size_t(3));
        QCOMPARE(again.total(), made->total());
    }

    void aRequestIsAllOrNothing_data() { bothDatabases(); }
    void aRequestIsAllOrNothing()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 5).withGeneral(QStringLiteral("Standing"), 2, 1500).add();
        const auto seats = seatsOf(*office, event);
        must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id)})));

        const auto taken = office->inventory().reserve(office->system(), wish({places(event, 1, 1), seat(event, 0, seats[1].id), seat(event, 0, seats[0].id)}));
        QCOMPARE(taken.error().code, ErrorCode::SeatTaken);
        QCOMPARE(taken.error().args.front(), seats[0].label.spoken());
        const auto tooMany = office->inventory().reserve(office->system(), wish({seat(event, 0, seats[2].id), places(event, 1, 3)}));
        QCOMPARE(tooMany.error().code, ErrorCode::SoldOut);
        QCOMPARE(tooMany.error().args.value(1), QStringLiteral("2"));
        QCOMPARE(availability(*office, event).available(), 4);
        QCOMPARE(availability(*office, event, 1).available(), 2);
    }

    void aBatchIsDecidedInArrivalOrder_data() { bothDatabases(); }
    void aBatchIsDecidedInArrivalOrder()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 5).withGeneral(QStringLiteral("Standing"), 5, 1500).add();
        const auto seats = seatsOf(*office, event);
        must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[4].id)})));
        const std::vector<ReserveRequest> requests{
            wish({seat(event, 0, seats[0].id), seat(event, 0, seats[4].id)}), // refused: 4 is taken
            wish({seat(event, 0, seats[0].id)}),                        // so 0 is this one's
            wish({seat(event, 0, seats[0].id)}),                        // too late
            wish({places(event, 1, 4)}),
            wish({places(event, 1, 2)}), // too large for what is left
            wish({places(event, 1, 1)}), // but this one fits
        };
        const auto answers = office->inventory().reserve(office->system(), requests);
        QCOMPARE(answers[0].error().code, ErrorCode::SeatTaken);
        QVERIFY(answers[1]);
        QCOMPARE(answers[2].error().code, ErrorCode::SeatTaken);
        QVERIFY(answers[3]);
        QCOMPARE(answers[4].error().code, ErrorCode::SoldOut);
        QVERIFY(answers[5]);
        const auto claims = must(office->inventory().claims(event.id));
        QCOMPARE(claims.size(), size_t(2));
        for (const SeatClaim &claim : claims)
            QVERIFY(claim.reservation == answers[1]->id || claim.seat == seats[4].id);
    }

    void expiredPlacesCountAsFreeAtOnce_data() { bothDatabases(); }
    void expiredPlacesCountAsFreeAtOnce()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).startingAt(Evening + std::chrono::hours(24)).withSeats(1, 2).withGeneral(QStringLiteral("Standing"), 2, 1500).add();
        const auto seats = seatsOf(*office, event);
        const auto first = must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id), places(event, 1, 2)})));

        box.advance(Milliseconds(15 * 60000 - 1)); // 14:59.999
        QCOMPARE(availability(*office, event, 1).available(), 0);
        QCOMPARE(office->inventory().reserve(office->system(), wish({places(event, 1, 1)})).error().code, ErrorCode::SoldOut);
        QCOMPARE(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id)})).error().code, ErrorCode::SeatTaken);

        box.advance(Milliseconds(1)); // 15:00.000
        QCOMPARE(availability(*office, event, 1).available(), 2);
        QCOMPARE(availability(*office, event).available(), 2);
        QVERIFY(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id), places(event, 1, 2)})));
        QCOMPARE(office->inventory().extend(office->system(), first.id).error().code, ErrorCode::ReservationEnded);
        QCOMPARE(must(office->inventory().find(first.id)).state, ReservationState::Expired);
    }

    void anExpiredSeatIsTakenWithoutSweeping_data() { bothDatabases(); }
    void anExpiredSeatIsTakenWithoutSweeping()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 2).add();
        const auto seats = seatsOf(*office, event);
        const auto first = must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id)})));
        box.advance(Milliseconds(15 * 60000));
        const auto second = must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id)})));
        QCOMPARE(must(office->inventory().sweep()), 1); // the first one; it must not free the second one's seat
        QCOMPARE(must(office->inventory().find(first.id)).state, ReservationState::Expired);
        QCOMPARE(must(office->inventory().claims(event.id)).front().reservation, second.id);
    }

    void linesComeAndGo_data() { bothDatabases(); }
    void linesComeAndGo()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 5).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const auto seats = seatsOf(*office, event);
        auto cart = must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id)})));
        box.advance(Milliseconds(60000));
        const Instant expiry = cart.expiresAt;
        cart = must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[1].id), places(event, 1, 4)}, cart.id)));
        QCOMPARE(cart.lines.size(), size_t(3));
        QCOMPARE(cart.expiresAt, expiry); // the countdown is one, from the first place
        cart = must(office->inventory().removeLines(office->system(), cart.id, std::array{cart.lines[0].id, cart.lines[2].id}));
        QCOMPARE(cart.lines.size(), size_t(1));
        QCOMPARE(availability(*office, event).available(), 4);
        QCOMPARE(availability(*office, event, 1).available(), 10);
        QVERIFY(office->inventory().release(office->system(), cart.id));
        QCOMPARE(availability(*office, event).available(), 5);
        QCOMPARE(office->inventory().release(office->system(), cart.id).error().code, ErrorCode::ReservationEnded);
    }

    void aCartIsExtendedUpToTwiceItsLifetime_data() { bothDatabases(); }
    void aCartIsExtendedUpToTwiceItsLifetime()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 5).add();
        const auto seats = seatsOf(*office, event);
        const auto cart = must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id)})));
        box.advance(Milliseconds(14 * 60000));
        QCOMPARE(must(office->inventory().extend(office->system(), cart.id)).expiresAt, cart.createdAt + Milliseconds(29 * 60000));
        box.advance(Milliseconds(14 * 60000));
        QCOMPARE(must(office->inventory().extend(office->system(), cart.id)).expiresAt, cart.createdAt + Milliseconds(30 * 60000));
        QCOMPARE(must(office->inventory().claims(event.id)).size(), size_t(1));
        box.advance(Milliseconds(2 * 60000));
        QCOMPARE(office->inventory().extend(office->system(), cart.id).error().code, ErrorCode::ReservationExpired);
    }

    void rulesRefuseInWords_data() { bothDatabases(); }
    void rulesRefuseInWords()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 5).withGeneral(QStringLiteral("Standing"), 1000, 1500).atMost(10).add();
        const Event draft = anEvent(*office).named(QStringLiteral("Draft")).withStatus(EventStatus::Draft).withGeneral(QStringLiteral("Standing"), 10, 1500).add();
        const Event early = anEvent(*office).named(QStringLiteral("Early")).withGeneral(QStringLiteral("Standing"), 10, 1500)
                                .onSaleBetween(Evening + Milliseconds(1), std::nullopt).add();
        const auto seats = seatsOf(*office, event);
        const auto code = [&](const ReserveRequest &request) { return office->inventory().reserve(office->system(), request).error().code; };
        QCOMPARE(code(wish({})), ErrorCode::InvalidInput);
        QCOMPARE(code(wish({places(event, 1, 0)})), ErrorCode::InvalidInput);
        QCOMPARE(code(wish({places(event, 0, 1)})), ErrorCode::InvalidInput); // seated without a seat
        QCOMPARE(code(wish({seat(event, 1, seats[0].id)})), ErrorCode::InvalidInput); // a seat for standing
        QCOMPARE(code(wish({seat(event, 0, seats[0].id), seat(event, 0, seats[0].id)})), ErrorCode::InvalidInput);
        QCOMPARE(code(wish({places(event, 1, 11)})), ErrorCode::LimitExceeded);
        QCOMPARE(code(wish({places(event, 1, 1000000)})), ErrorCode::LimitExceeded);
        QCOMPARE(code(wish({places(draft, 0, 1)})), ErrorCode::NotOnSale);
        QCOMPARE(code(wish({places(early, 0, 1)})), ErrorCode::NotOnSale);
        QCOMPARE(code(wish({{event.id, PriceLevelId(QUuid::createUuid()), {}, 1}})), ErrorCode::NotFound);
        QCOMPARE(code(wish({places(event, 1, 1)}, ReservationId(QUuid::createUuid()))), ErrorCode::NotFound);
        box.advance(Milliseconds(1));
        QVERIFY(office->inventory().reserve(office->system(), wish({places(early, 0, 1)})));
    }

    void houseSeatsAreForThoseWhoMay_data() { bothDatabases(); }
    void houseSeatsAreForThoseWhoMay()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 5).add();
        const auto seats = seatsOf(*office, event);
        const Actor cashier = actorWith(*office, Role::Cashier);
        const Actor supervisor = actorWith(*office, Role::Supervisor);
        QCOMPARE(office->inventory().block(cashier, event.id, std::array{seats[0].id}, {ClaimState::House, QStringLiteral("press"), {}}).error().code, ErrorCode::PermissionDenied);
        QVERIFY(office->inventory().block(supervisor, event.id, std::array{seats[0].id, seats[1].id}, {ClaimState::House, QStringLiteral("press"), {}}));
        QVERIFY(office->inventory().block(supervisor, event.id, std::array{seats[2].id}, {ClaimState::Killed, QStringLiteral("broken"), {}}));
        QCOMPARE(availability(*office, event).available(), 2);
        QCOMPARE(office->inventory().reserve(cashier, wish({seat(event, 0, seats[0].id)})).error().code, ErrorCode::SeatTaken);
        QCOMPARE(office->inventory().reserve(supervisor, wish({seat(event, 0, seats[2].id)})).error().code, ErrorCode::SeatTaken);
        const auto cart = must(office->inventory().reserve(supervisor, wish({seat(event, 0, seats[0].id)})));
        QCOMPARE(office->inventory().block(supervisor, event.id, std::array{seats[0].id}, {ClaimState::Killed, QStringLiteral("x"), {}}).error().code, ErrorCode::PlacesInUse);
        must(office->inventory().release(supervisor, cart.id));
        QCOMPARE(availability(*office, event).blocked, 3); // back to the house, not to sale
        QVERIFY(office->inventory().unblock(supervisor, event.id, std::array{seats[0].id, seats[1].id, seats[2].id}));
        QCOMPARE(availability(*office, event).available(), 5);
    }

    void priceLevelsAreChosenPerLine_data() { bothDatabases(); }
    void priceLevelsAreChosenPerLine()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const Event event = anEvent(*office).withSeats(1, 5).withLevel(QStringLiteral("Reduced"), 2900).add();
        const auto seats = seatsOf(*office, event);
        const auto cart = must(office->inventory().reserve(office->system(), wish({seat(event, 0, seats[0].id), seat(event, 0, seats[1].id)})));
        const auto changed = must(office->inventory().setPriceLevel(office->system(), cart.id, cart.lines[1].id, event.ticketTypes[0].priceLevels[1].id));
        QCOMPARE(changed.total(), euro(5900 + 2900));
        QCOMPARE(must(office->inventory().find(cart.id)).total(), euro(5900 + 2900));
    }
};

FOYER_TEST(InventoryTest, "inventory")
#include "test_inventory.moc"
