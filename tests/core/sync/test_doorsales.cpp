// Doors that sell: what the centre gave them, once each, whatever happens to the messages in between.
#include "core/services/statistics.h"
#include "tests/support/doorhouse.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A centre with a door that has places of its own.
class SellingHouse : public DoorHouse
{
public:
    explicit SellingHouse(const QString &database) : DoorHouse(database), north(gate("North gate")) {}

    Actor supervisor() { return actorWith(*office, Role::Supervisor); }
    TicketTypeId standing() const { return hamlet.ticketTypes[1].id; }
    Result<GrantState> grant(int n) { return office->doorGrants().grant(supervisor(), {north->office->terminal(), standing(), n}); }
    Result<GrantState> grantSeats(const std::vector<SeatId> &seats) { return office->doorGrants().grant(supervisor(), {north->office->terminal(), hamlet.ticketTypes[0].id, 0, seats}); }
    int freeAt(BoxOffice &box_, TicketTypeId type)
    {
        const auto found = must(box_.inventory().availability(std::array{hamlet.id}));
        for (const TypeAvailability &one : found.front().types)
            if (one.ticketType == type)
                return one.available();
        return 0;
    }
    GrantState only() { return must(office->doorGrants().grants()).front(); }

    std::unique_ptr<Gate> north;
};

} // namespace

class DoorSalesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoorSellsOfflineWhatItWasGrantedAndTheCentreHasItOnce_data() { bothDatabases(); }
    void aDoorSellsOfflineWhatItWasGrantedAndTheCentreHasItOnce()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        const int before = house.freeAt(*house.office, house.standing());
        must(house.grant(10));
        QCOMPARE(house.freeAt(*house.office, house.standing()), before - 10);
        QCOMPARE(house.only().state, QStringLiteral("offered"));
        house.north->sync();
        QCOMPARE(house.only().state, QStringLiteral("active"));
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 10);
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(house.north->box), QStringList());

        const Order sold = sell(*house.north->office, {places(house.hamlet, 1, 3)});
        const QStringList codes = must(house.north->office->orders().codes(sold));
        QCOMPARE(codes.size(), 3);
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 7);
        QCOMPARE(house.north->scan(codes[0], house.hamlet.id).admittance, Admittance::Welcome);
        QCOMPARE(house.north->scan(sold.lines[1].ticket.number.grouped(), house.hamlet.id).admittance, Admittance::Welcome); // its number is enough where it was sold
        const auto waiting = must(DoorBooks(*house.north->office).standing());
        QCOMPARE(waiting.sales, 1);
        QCOMPARE(waiting.places, 7);
        QCOMPARE(breachesOf(house.north->box), QStringList());

        const auto step = must(DoorBooks(*house.north->office).upload());
        QVERIFY(answerTo(*house.office, *step)); // the answer is lost
        house.north->sync();
        house.north->sync();
        const Order here = must(house.office->orders().find(sold.id));
        QCOMPARE(here.number, sold.number);
        QCOMPARE(here.channel, Channel::Door);
        QCOMPARE(here.total, sold.total);
        QCOMPARE(here.payments.size(), size_t(1));
        QCOMPARE(here.payments[0].tender, Tender::Cash);
        const QStringList hereCodes = must(house.office->orders().codes(here));
        QCOMPARE(QSet<QString>(hereCodes.begin(), hereCodes.end()), QSet<QString>(codes.begin(), codes.end()));
        QCOMPARE(house.only().sold, 3);
        QCOMPARE(house.only().left, 7);
        QCOMPARE(house.freeAt(*house.office, house.standing()), before - 10);
        QCOMPARE(house.counts().admitted, 2);
        QCOMPARE(must(house.office->admissions().scan(house.office->system(), {codes[2], house.hamlet.id})).admittance, Admittance::Welcome);
        QVERIFY(must(house.office->doorSettlement().conflicts()).empty());
        QCOMPARE(must(DoorBooks(*house.north->office).standing()).sales, 0);
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(house.north->box), QStringList());
    }

    void aDoorSellsTheSeatsThatItWasGivenAndNoOthers_data() { bothDatabases(); }
    void aDoorSellsTheSeatsThatItWasGivenAndNoOthers()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        const auto seats = seatsOf(*house.office, house.hamlet);
        must(house.grantSeats({seats[0].id, seats[1].id}));
        QCOMPARE(house.office->inventory().reserve(house.office->system(), {{}, Channel::Counter, {seat(house.hamlet, 0, seats[0].id)}}).error().code, ErrorCode::SeatTaken);
        QCOMPARE(house.grantSeats({seats[1].id, seats[2].id}).error().code, ErrorCode::SeatTaken);
        QCOMPARE(house.grantSeats({seats[6].id}).error().code, ErrorCode::SeatTaken); // sold
        house.north->sync();
        QCOMPARE(house.freeAt(*house.north->office, house.hamlet.ticketTypes[0].id), 2);
        QCOMPARE(house.north->office->inventory().reserve(house.north->office->system(), {{}, Channel::Door, {seat(house.hamlet, 0, seats[2].id)}}).error().code, ErrorCode::SeatTaken);
        const Order sold = sell(*house.north->office, {seat(house.hamlet, 0, seats[1].id)});
        const QString code = must(house.north->office->orders().codes(sold)).front();
        const auto welcome = house.north->scan(code, house.hamlet.id);
        QCOMPARE(welcome.admittance, Admittance::Welcome);
        QCOMPARE(welcome.ticket->seatLabel->spoken(), sold.lines[0].seatLabel->spoken());
        house.north->sync();
        QCOMPARE(must(house.office->orders().find(sold.id)).lines[0].seatLabel->spoken(), sold.lines[0].seatLabel->spoken());
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(house.north->box), QStringList());
        QCOMPARE(must(house.north->office->doorStock().giveBack(house.supervisor())), 1);
        house.north->sync();
        QCOMPARE(house.freeAt(*house.north->office, house.hamlet.ticketTypes[0].id), 0);
        sell(*house.office, {seat(house.hamlet, 0, seats[0].id)}); // which the counter has again
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(house.north->box), QStringList());
    }

    void messagesThatAreLostOrComeTwiceChangeNothing_data() { bothDatabases(); }
    void messagesThatAreLostOrComeTwiceChangeNothing()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        must(house.grant(5));
        must(house.north->download());
        DoorBooks books(*house.north->office);
        const auto answer = must(answerTo(*house.office, must(books.grant())));
        QVERIFY(answerTo(*house.office, must(books.grant()))); // lost, and asked again
        must(books.granted(answer));
        must(books.granted(answer));
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 5);
        const auto told = must(books.acknowledge());
        QVERIFY(told.has_value());
        QVERIFY(answerTo(*house.office, *told)); // lost
        QCOMPARE(house.only().state, QStringLiteral("active"));
        must(house.north->acknowledge());
        QVERIFY(!must(books.acknowledge()));
        QVERIFY(must(answerTo(*house.office, must(books.grant()))).value(QLatin1String("grants")).toArray().isEmpty());
        QCOMPARE(breachesOf(house.north->box), QStringList());
        // A second grant comes on top of the first.
        must(house.grant(2));
        house.north->sync();
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 7);
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(house.north->box), QStringList());
    }

    void aGrantOfWhatTheDoorWasNotToldOfWaits_data() { bothDatabases(); }
    void aGrantOfWhatTheDoorWasNotToldOfWaits()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        must(house.grant(5));
        must(house.north->takeGrants()); // before the prices are here
        QVERIFY(!must(DoorBooks(*house.north->office).acknowledge()));
        QCOMPARE(house.only().state, QStringLiteral("offered"));
        house.north->sync();
        QCOMPARE(house.only().state, QStringLiteral("active"));
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 5);
    }

    void whatIsGivenBackIsTheCentresOnceAndForGood_data() { bothDatabases(); }
    void whatIsGivenBackIsTheCentresOnceAndForGood()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        const int before = house.freeAt(*house.office, house.standing());
        must(house.grant(10));
        house.north->sync();
        sell(*house.north->office, {places(house.hamlet, 1, 2)});
        const Reservation held = hold(*house.north->office, {places(house.hamlet, 1, 3)});
        QCOMPARE(house.north->office->doorStock().giveBack(actorWith(*house.north->office, Role::Steward)).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(must(house.north->office->doorStock().giveBack(house.supervisor())), 5);
        QCOMPARE(must(house.north->office->doorStock().giveBack(house.supervisor())), 0);
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 0);
        QCOMPARE(house.freeAt(*house.office, house.standing()), before - 10);
        const auto step = must(DoorBooks(*house.north->office).giveBack());
        QCOMPARE(must(answerTo(*house.office, *step)).value(QLatin1String("returned")).toInt(), 5);
        QCOMPARE(must(answerTo(*house.office, *step)).value(QLatin1String("returned")).toInt(), 0);
        house.north->sync();
        QCOMPARE(house.freeAt(*house.office, house.standing()), before - 5);
        // What was only reserved is still the door's to sell.
        const PayRequest cash{held.id, Tender::Cash, held.total(), {}, QStringLiteral("k")};
        QVERIFY(must(house.north->office->checkout().pay(house.north->office->system(), cash)).order);
        house.north->sync();
        QCOMPARE(house.only().sold, 5);
        QCOMPARE(house.only().returned, 5);
        QCOMPARE(house.only().left, 0);
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(house.north->box), QStringList());
    }

    void onlyASupervisorGrantsAndNeverMoreThanThereIs_data() { bothDatabases(); }
    void onlyASupervisorGrantsAndNeverMoreThanThereIs()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        DoorGrants &grants = house.office->doorGrants();
        const TerminalId door = house.north->office->terminal();
        QCOMPARE(grants.grant(actorWith(*house.office, Role::Cashier), {door, house.standing(), 1}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(grants.grant(house.supervisor(), {house.office->terminal(), house.standing(), 1}).error().code, ErrorCode::NotFound); // no door
        QCOMPARE(house.grant(0).error().code, ErrorCode::InvalidInput);
        QCOMPARE(house.grant(DoorGrants::MostPlaces + 1).error().code, ErrorCode::LimitExceeded);
        const auto soldOut = house.grant(48); // 47 are left
        QCOMPARE(soldOut.error().code, ErrorCode::SoldOut);
        QCOMPARE(soldOut.error().args.last(), QStringLiteral("47"));
        const Reservation cart = hold(*house.office, {places(house.hamlet, 1, 7)});
        QCOMPARE(house.grant(41).error().code, ErrorCode::SoldOut);
        house.box.setTime(cart.expiresAt);
        must(house.grant(41)); // the cart ran out
        QCOMPARE(grants.grant(house.supervisor(), {door, house.hamlet.ticketTypes[0].id, 3}).error().code, ErrorCode::InvalidInput); // seats have names
        const Event later = anEvent(*house.office).named(QStringLiteral("Faust")).startingAt(Evening + std::chrono::hours(24 * 30)).withGeneral(QStringLiteral("Pit"), 10, 500).add();
        QCOMPARE(grants.grant(house.supervisor(), {door, later.ticketTypes[0].id, 3}).error().code, ErrorCode::InvalidInput);
        QVERIFY(must(grants.grants()).size() == 1);
        QCOMPARE(breachesOf(house.box), QStringList());
    }

    void ofALostDoorNobodyComesInButWhoseSaleWasHeard_data() { bothDatabases(); }
    void ofALostDoorNobodyComesInButWhoseSaleWasHeard()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        const auto south = house.gate("South gate");
        must(house.grant(5));
        house.north->sync();
        const QString heard = must(house.north->office->orders().codes(sell(*house.north->office, {places(house.hamlet, 1, 1)}))).front();
        house.north->sync();
        const Order late = sell(*house.north->office, {places(house.hamlet, 1, 2)});
        const QStringList stolen = must(house.north->office->orders().codes(late));
        south->sync();
        QCOMPARE(south->scan(stolen[0], house.hamlet.id).admittance, Admittance::Welcome); // nobody has said a word yet
        QCOMPARE(must(house.office->admissions().scan(house.office->system(), {stolen[0], house.hamlet.id, Passing::Out})).refusedFor, RefusedFor::NotInside);

        QCOMPARE(house.office->doorGrants().revoke(actorWith(*house.office, Role::Steward), house.north->office->terminal()).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(must(house.office->doorGrants().revoke(house.supervisor(), house.north->office->terminal())), 1);
        QCOMPARE(house.office->doorGrants().revoke(house.supervisor(), house.north->office->terminal()).error().code, ErrorCode::NotFound);
        south->sync();
        QCOMPARE(south->scan(stolen[1], house.hamlet.id).refusedFor, RefusedFor::Revoked);
        QCOMPARE(south->scan(heard, house.hamlet.id).admittance, Admittance::Welcome);
        QCOMPARE(must(house.office->admissions().scan(house.office->system(), {stolen[1], house.hamlet.id})).refusedFor, RefusedFor::Revoked);
        QCOMPARE(breachesOf(house.box), QStringList());

        // The door turns up again: what it sold waits for somebody to look at it.
        house.north->sync();
        auto conflicts = must(house.office->doorSettlement().conflicts());
        QCOMPARE(conflicts.size(), size_t(1));
        QCOMPARE(conflicts[0].kind, QStringLiteral("revoked"));
        QCOMPARE(conflicts[0].number, late.number);
        QCOMPARE(conflicts[0].total, late.total.minor());
        QVERIFY(!house.office->orders().find(late.id));
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(house.office->doorSettlement().accept(actorWith(*house.office, Role::Cashier), late.id).error().code, ErrorCode::PermissionDenied);
        must(house.office->doorSettlement().accept(house.supervisor(), late.id));
        QCOMPARE(house.office->doorSettlement().accept(house.supervisor(), late.id).error().code, ErrorCode::NotFound);
        QCOMPARE(must(house.office->orders().find(late.id)).total, late.total);
        south->sync();
        QCOMPARE(south->scan(stolen[1], house.hamlet.id).admittance, Admittance::Welcome);
        south->sync();
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(south->box), QStringList());
    }

    void aSaleThatDoesNotFitIsGivenBackOrDismissed_data() { bothDatabases(); }
    void aSaleThatDoesNotFitIsGivenBackOrDismissed()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        const auto seats = seatsOf(*house.office, house.hamlet);
        must(house.grant(5));
        const GrantState ofSeats = must(house.grantSeats({seats[0].id}));
        house.north->sync();
        const Order general = sell(*house.north->office, {places(house.hamlet, 1, 2)});
        const Order seated = sell(*house.north->office, {seat(house.hamlet, 0, seats[0].id)});
        const Order dropped = sell(*house.north->office, {places(house.hamlet, 1, 1)});
        const int free = house.freeAt(*house.office, house.standing());
        QCOMPARE(house.office->doorGrants().writeOff(house.supervisor(), ofSeats.id).error().code, ErrorCode::NotFound); // not revoked
        must(house.office->doorGrants().revoke(house.supervisor(), house.north->office->terminal()));
        QCOMPARE(must(house.office->doorGrants().writeOff(house.supervisor(), ofSeats.id)), 1);
        sell(*house.office, {seat(house.hamlet, 0, seats[0].id)}); // at a supervisor's risk
        house.north->sync();
        DoorSettlement &settlement = house.office->doorSettlement();
        QCOMPARE(must(settlement.conflicts()).size(), size_t(3));
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(settlement.accept(house.supervisor(), seated.id).error().code, ErrorCode::SeatTaken);
        must(settlement.giveBack(house.supervisor(), seated.id));
        QCOMPARE(must(house.office->orders().find(seated.id)).lines[0].ticket.state, TicketState::Void);
        must(settlement.giveBack(house.supervisor(), general.id));
        QCOMPARE(house.freeAt(*house.office, house.standing()), free + 2); // its places are nobody's any more
        must(settlement.dismiss(house.supervisor(), dropped.id));
        QVERIFY(must(settlement.conflicts()).empty());
        QVERIFY(!house.office->orders().find(dropped.id));
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(house.north->box), QStringList());
    }

    void whatASaleIsAboutIsToldUntilItIsSettled_data() { bothDatabases(); }
    void whatASaleIsAboutIsToldUntilItIsSettled()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        const auto seats = seatsOf(*house.office, house.hamlet);
        must(house.grant(5));
        must(house.grantSeats({seats[0].id}));
        house.north->sync();
        const Order mixed = sell(*house.north->office, {places(house.hamlet, 1, 2), seat(house.hamlet, 0, seats[0].id)});
        DoorSettlement &settlement = house.office->doorSettlement();
        QCOMPARE(settlement.about(mixed.id).error().code, ErrorCode::NotFound); // nobody told yet
        must(house.office->doorGrants().revoke(house.supervisor(), house.north->office->terminal()));
        house.north->sync();
        const SaleConflictDetail about = must(settlement.about(mixed.id));
        QCOMPARE(about.sale.number, mixed.number);
        QCOMPARE(about.sale.door, QStringLiteral("North gate"));
        QCOMPARE(about.places.size(), size_t(3));
        QSet<QString> tickets, told;
        for (const OrderLine &line : mixed.lines)
            tickets << line.ticket.number.toString();
        for (const DoorSalePlace &place : about.places) {
            told << place.ticket.toString();
            QCOMPARE(place.eventName, QStringLiteral("Hamlet"));
            QCOMPARE(place.seat.has_value(), place.ticketTypeName == QStringLiteral("Stalls"));
            if (place.seat)
                QCOMPARE(*place.seat, seats[0].label);
        }
        QCOMPARE(told, tickets);
        QCOMPARE(about.payments.size(), size_t(1));
        QCOMPARE(about.payments[0].amount, mixed.total);
        QCOMPARE(about.payments[0].tender, Tender::Cash);
        must(settlement.dismiss(house.supervisor(), mixed.id));
        QCOMPARE(settlement.about(mixed.id).error().code, ErrorCode::NotFound);
        QVERIFY(must(house.north->office->doorStock().isAtDoor()));
        QVERIFY(!must(house.office->doorStock().isAtDoor()));
    }

    void whatADoorSoldIsRefundedAtTheCentreAndSoldThereAgain_data() { bothDatabases(); }
    void whatADoorSoldIsRefundedAtTheCentreAndSoldThereAgain()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        must(house.grant(4));
        house.north->sync();
        const Order sold = sell(*house.north->office, {places(house.hamlet, 1, 4)});
        const QStringList codes = must(house.north->office->orders().codes(sold));
        QCOMPARE(house.north->office->refunds().refund(house.north->office->system(), {sold.id, {}, false, {}}).error().code, ErrorCode::DoorOnlySells);
        house.north->sync();
        const int free = house.freeAt(*house.office, house.standing());
        const Order here = must(house.office->orders().find(sold.id));
        must(house.office->refunds().refund(house.office->system(), {sold.id, {here.lines[0].ticket.id}, false, {}}));
        QCOMPARE(house.freeAt(*house.office, house.standing()), free + 1);
        QCOMPARE(breachesOf(house.box), QStringList());
        house.north->sync();
        const size_t line = size_t(std::find_if(sold.lines.begin(), sold.lines.end(), [&](const OrderLine &one) { return one.ticket.id == here.lines[0].ticket.id; }) - sold.lines.begin());
        QCOMPARE(house.north->scan(codes[qsizetype(line)], house.hamlet.id).refusedFor, RefusedFor::Void);
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 0);
        QCOMPARE(breachesOf(house.north->box), QStringList());
    }

    void anAnswerThatTheCentreDidNotSignForThisMessageIsNotKept_data() { bothDatabases(); }
    void anAnswerThatTheCentreDidNotSignForThisMessageIsNotKept()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        must(house.grant(5));
        house.north->sync();
        DoorBooks books(*house.north->office);
        must(house.grant(3));
        const DoorStep step = must(books.grant());
        const QJsonObject answer = must(answerTo(*house.office, step));
        QJsonObject changed = answer;
        changed.insert(QStringLiteral("at"), answer.value(QLatin1String("at")).toInteger() + 1);
        QCOMPARE(books.keep(step, changed).error().code, ErrorCode::CentreRefused);
        QCOMPARE(books.keep(must(books.grant()), answer).error().code, ErrorCode::CentreRefused); // to an earlier question
        changed = answer;
        changed.insert(QStringLiteral("signed_by"), house.north->office->terminal().toString()); // a door is no centre
        QCOMPARE(books.keep(step, changed).error().code, ErrorCode::CentreRefused);
        changed.remove(QStringLiteral("signed_by"));
        QCOMPARE(books.keep(step, changed).error().code, ErrorCode::CentreRefused);
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 5);
        must(books.keep(step, answer));
        QCOMPARE(house.freeAt(*house.north->office, house.standing()), 8);
    }

    void aDoorDoesNothingElseThanSellAndAdmit_data() { bothDatabases(); }
    void aDoorDoesNothingElseThanSellAndAdmit()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        must(house.grant(5));
        house.north->sync();
        BoxOffice &door = *house.north->office;
        const Order sold = sell(door, {places(house.hamlet, 1, 1)});
        const std::array tickets{sold.lines[0].ticket.id};
        const Reservation cart = hold(door, {places(house.hamlet, 1, 1)});
        QCOMPARE(door.ticketChanges().revoke(door.system(), tickets).error().code, ErrorCode::DoorOnlySells);
        QCOMPARE(door.exchanges().exchange(door.system(), {sold.id, {}, cart.id, {}, QStringLiteral("k")}).error().code, ErrorCode::DoorOnlySells);
        QCOMPARE(door.comps().give(door.system(), {cart.id, QStringLiteral("press")}).error().code, ErrorCode::DoorOnlySells);
        GivenDiscount discount;
        discount.reservation = cart.id;
        QCOMPARE(door.discounts().give(door.system(), discount).error().code, ErrorCode::DoorOnlySells);
        house.north->sync();
        QVERIFY(must(house.office->doorSettlement().conflicts()).empty());
        QCOMPARE(breachesOf(house.north->box), QStringList());
    }

    void aLargeSaleFitsIntoAMessage_data() { bothDatabases(); }
    void aLargeSaleFitsIntoAMessage()
    {
        QFETCH(QString, database);
        SellingHouse house(database);
        const Event gala = anEvent(*house.office).named(QStringLiteral("Gala")).startingAt(Evening).withGeneral(QStringLiteral("Lawn"), 1000, 1234).withFee(50).withOrderFee(199).atMost(1000).add();
        must(house.office->doorGrants().grant(house.supervisor(), {house.north->office->terminal(), gala.ticketTypes[0].id, 400}));
        house.north->sync();
        QCOMPARE(house.north->office->inventory().reserve(house.north->office->system(), {{}, Channel::Door, {places(gala, 0, 301)}}).error().code, ErrorCode::LimitExceeded);
        const Order sold = sell(*house.north->office, {places(gala, 0, 300)});
        const auto step = must(DoorBooks(*house.north->office).upload());
        QVERIFY2(step->envelope.size() < 64 * 1024, QByteArray::number(step->envelope.size()));
        house.north->sync();
        QCOMPARE(must(house.office->orders().find(sold.id)).lines.size(), size_t(300));
        QCOMPARE(must(house.office->orders().find(sold.id)).fees(), sold.fees());
        QCOMPARE(breachesOf(house.box), QStringList());
        QCOMPARE(breachesOf(house.north->box), QStringList());
    }
};

FOYER_TEST(DoorSalesTest, "doorsales")
#include "test_doorsales.moc"
