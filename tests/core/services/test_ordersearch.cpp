#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

/// Two orders: seats of Hamlet for Ms Müller, and two standing places of nobody's a day later.
struct Files {
    explicit Files(const QString &database) : box(database), office(box.open())
    {
        hamlet = anEvent(*office).withSeats(2, 10, 5900).startingAt(Evening + Milliseconds(3 * 86'400'000LL)).add();
        club = anEvent(*office).named(QStringLiteral("Club")).withGeneral(QStringLiteral("Standing"), 50, 1500).startingAt(Evening + Milliseconds(4 * 86'400'000LL)).add();
        const auto seats = seatsOf(*office, hamlet);
        const auto cart = hold(*office, {seat(hamlet, 0, seats[4].id), seat(hamlet, 0, seats[5].id)});
        const auto customer = must(office->customers().add(office->system(), {{}, QStringLiteral("Müller, Eva"), QStringLiteral("eva@example.org"), QStringLiteral("+49 30 123456")}));
        must(office->customers().assign(office->system(), cart.id, customer.id));
        first = *must(office->checkout().pay(office->system(), {cart.id, Tender::Cash, cart.total(), {}, QStringLiteral("k")})).order;
        box.advance(Milliseconds(86'400'000));
        second = sell(*office, {places(club, 0, 2)});
    }

    QStringList find(const QString &typed)
    {
        QStringList numbers;
        for (const OrderHit &hit : must(office->orderSearch().find(typed)))
            numbers << hit.head.number;
        return numbers;
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event hamlet;
    Event club;
    Order first;
    Order second;
};

} // namespace

class OrderSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersAreFoundByWhateverIsTyped_data() { bothDatabases(); }
    void ordersAreFoundByWhateverIsTyped()
    {
        QFETCH(QString, database);
        Files files(database);
        const QString one = files.first.number;
        const QString two = files.second.number;
        QCOMPARE(files.find({}), (QStringList{two, one})); // the latest first
        QCOMPARE(files.find(QStringLiteral("a-10001")), QStringList{one});
        QCOMPARE(files.find(QStringLiteral("A-1000")), (QStringList{one, two}));
        QCOMPARE(files.find(QStringLiteral("10002")), QStringList{two});
        const TicketNumber ticket = files.first.lines[1].ticket.number;
        QCOMPARE(files.find(ticket.grouped().toLower()), QStringList{one});
        QCOMPARE(files.find(ticket.toString().left(5)), QStringList{one});
        QCOMPARE(files.find(must(files.office->orders().codes(files.second)).first()), QStringList{two});
        QCOMPARE(files.find(QStringLiteral("muller")), QStringList{one});
        QCOMPARE(files.find(QStringLiteral("eva@ex")), QStringList{one});
        QCOMPARE(files.find(QStringLiteral("030 123").mid(1)), QStringList{one});
        QCOMPARE(files.find(QStringLiteral("Stalls 1-5")), QStringList{one});
        QCOMPARE(files.find(QStringLiteral("sta 1-6")), QStringList{one});
        QCOMPARE(files.find(QStringLiteral("1-5")), QStringList{one});
        QCOMPARE(files.find(QStringLiteral("Circle 1-5")), QStringList());
        QCOMPARE(files.find(QStringLiteral("20.03.2026")), QStringList{one});
        QCOMPARE(files.find(QStringLiteral("2026-03-21")), QStringList{two});
        QCOMPARE(files.find(QStringLiteral("nobody")), QStringList());
        QCOMPARE(files.find(QStringLiteral("100%_'")), QStringList());
    }

    void aHitSaysWhatItIs_data() { bothDatabases(); }
    void aHitSaysWhatItIs()
    {
        QFETCH(QString, database);
        Files files(database);
        auto hit = must(files.office->orderSearch().find(QStringLiteral("1-5"))).front();
        QCOMPARE(hit.by, QStringLiteral("Stalls 1-5"));
        QCOMPARE(hit.head.customer, QStringLiteral("Müller, Eva"));
        QCOMPARE(hit.head.total, euro(11800));
        QCOMPARE(hit.head.tickets, 2);
        QCOMPARE(hit.head.event, QStringLiteral("Hamlet"));
        // Given back, a seat is the next buyer's; the refund's own number leads to the sale.
        const auto made = must(files.office->refunds().refund(files.office->system(), {files.first.id, {files.first.lines[0].ticket.id}, false, {}}));
        QCOMPARE(files.find(QStringLiteral("1-5")), QStringList());
        hit = must(files.office->orderSearch().find(made.refund.number)).front();
        QCOMPARE(hit.head.order, files.first.id);
        QCOMPARE(hit.by, made.refund.number);
        QCOMPARE(hit.head.valid, 1);
        QCOMPARE(must(files.office->orderDetails().of(made.refund.id)).order.id, files.first.id);
    }

    void reservationsThatBecameNothingAreFound_data() { bothDatabases(); }
    void reservationsThatBecameNothingAreFound()
    {
        QFETCH(QString, database);
        Files files(database);
        BoxOffice &office = *files.office;
        const auto web = must(office.inventory().reserve(office.system(), ReserveRequest{{}, Channel::Web, {places(files.club, 0, 3)}}));
        const auto found = [&](const QString &typed) {
            QStringList out;
            for (const ReservationHit &hit : must(office.orderSearch().reservations(typed)))
                out << QStringLiteral("%1 %2 %3").arg(hit.reservation.id.toString(), hit.isLive ? QStringLiteral("live") : stateName(hit.reservation.state), hit.customer);
            return out;
        };
        const QString id = web.id.toString();
        QCOMPARE(found(id), QStringList{id + QStringLiteral(" live ")});
        QCOMPARE(found(id.toUpper().left(18)), QStringList{id + QStringLiteral(" live ")});
        QCOMPARE(found(files.first.reservation.toString()), QStringList()); // that one is an order
        files.box.advance(Milliseconds(3'600'000));
        QCOMPARE(found(id), QStringList{id + QStringLiteral(" active ")}); // over, swept or not
        must(office.inventory().sweep());
        QCOMPARE(found(id), QStringList{id + QStringLiteral(" expired ")});
        const auto hers = hold(office, {places(files.club, 0, 1)});
        must(office.customers().assign(office.system(), hers.id, must(office.customers().find(QStringLiteral("eva@"))).front().id));
        must(office.inventory().release(office.system(), hers.id));
        QCOMPARE(found(QStringLiteral("muller")), QStringList{hers.id.toString() + QStringLiteral(" released Müller, Eva")});
        QCOMPARE(found(QStringLiteral("nobody")), QStringList());
        QCOMPARE(found(QStringLiteral("zzzzzzzz")), QStringList());
    }

    void reservationsAreFoundBySeatAndDay_data() { bothDatabases(); }
    void reservationsAreFoundBySeatAndDay()
    {
        QFETCH(QString, database);
        Files files(database); // it is the 21st
        BoxOffice &office = *files.office;
        const auto seats = seatsOf(office, files.hamlet);
        const auto web = must(office.inventory().reserve(office.system(), ReserveRequest{{}, Channel::Web, {seat(files.hamlet, 0, seats[7].id)}}));
        const auto given = hold(office, {seat(files.hamlet, 0, seats[8].id), seat(files.hamlet, 0, seats[9].id)});
        must(office.inventory().release(office.system(), given.id));
        const auto found = [&](const QString &typed) {
            QStringList out;
            for (const ReservationHit &hit : must(office.orderSearch().reservations(typed)))
                out << hit.reservation.id.toString();
            return out;
        };
        QCOMPARE(found(QStringLiteral("stalls 1-8")), QStringList{web.id.toString()});
        QCOMPARE(found(QStringLiteral("1-9")), QStringList{given.id.toString()});
        QCOMPARE(found(QStringLiteral("circle 1-9")), QStringList());
        QCOMPARE(found(QStringLiteral("1-5")), QStringList()); // that one is an order
        QCOMPARE(found(QStringLiteral("2026-03-21")).size(), 2);
        QCOMPARE(found(QStringLiteral("2026-03-20")), QStringList());
        files.box.advance(Milliseconds(3'600'000));
        must(office.inventory().sweep());
        QCOMPARE(found(QStringLiteral("1-8")), QStringList{web.id.toString()}); // ended, and found all the same
        const auto again = hold(office, {seat(files.hamlet, 0, seats[7].id)});
        QCOMPARE(found(QStringLiteral("1-8")), (QStringList{again.id.toString(), web.id.toString()})); // the latest first
        must(office.checkout().pay(office.system(), {again.id, Tender::Card, again.total(), {}, QStringLiteral("asked")}));
        QCOMPARE(found(QStringLiteral("21.3.")).size(), 3); // also what is being paid
        QCOMPARE(found(QStringLiteral("21.3.")).first(), again.id.toString());
        QCOMPARE(found(QStringLiteral("8.1.")), QStringList());
        files.box.advance(Milliseconds(6 * 86'400'000LL));
        QCOMPARE(found(QStringLiteral("1-8")), QStringList()); // of evenings that are over nobody asks by the seat
        QCOMPARE(found(QStringLiteral("21.3.")).size(), 3);
    }
};

FOYER_TEST(OrderSearchTest, "ordersearch")
#include "test_ordersearch.moc"
