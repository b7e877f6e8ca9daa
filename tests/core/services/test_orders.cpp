#include "core/storage/database.h"
#include "core/storage/ticket_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

/// One order: two numbered seats and a standing place.
struct SoldOrder {
    explicit SoldOrder(const QString &database) : box(database), office(box.open())
    {
        anEvent(*office).named(QStringLiteral("Earlier")).add(); // so that numbers are not all 1
        event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 30, 1500).withSeats(2, 10, 5900).add();
        const auto seats = seatsOf(*office, event);
        order = sell(*office, {places(event, 0, 1), seat(event, 1, seats[0].id), seat(event, 1, seats[11].id)});
    }

    Orders &orders() { return office->orders(); }
    const OrderLine &lineAt(const QString &seat) const
    {
        for (const OrderLine &line : order.lines) {
            if (line.seatLabel && line.seatLabel->toString() == seat)
                return line;
        }
        qFatal("no such seat in the order");
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
    Event event;
    Order order;
};

} // namespace

class OrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrderIsFoundWhole_data() { bothDatabases(); }
    void anOrderIsFoundWhole()
    {
        QFETCH(QString, database);
        SoldOrder evening(database);
        const Order &sold = evening.order;
        const Order found = must(evening.orders().find(sold.id));
        QCOMPARE(found.number, sold.number);
        QCOMPARE(found.total, euro(2 * 5900 + 1500));
        QCOMPARE(found.lines.size(), size_t(3));
        QCOMPARE(found.payments.size(), size_t(1));
        QCOMPARE(found.lines[0].eventName, QStringLiteral("Hamlet"));
        QCOMPARE(found.lines[0].ticketTypeName, QStringLiteral("Standing"));
        QCOMPARE(found.lines[1].priceLevelName, QStringLiteral("Full"));
        QCOMPARE(found.lines[1].seatLabel->toString(), QStringLiteral("Stalls/1/1"));
        QCOMPARE(must(evening.orders().findByNumber(QLatin1Char(' ') + sold.number.toLower())).id, sold.id);
        QCOMPARE(must(evening.orders().findByReservation(sold.reservation)).id, sold.id);
    }

    void whatIsNotThereIsNotFound_data() { bothDatabases(); }
    void whatIsNotThereIsNotFound()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        QCOMPARE(office->orders().find(OrderId(QUuid::createUuid())).error().code, ErrorCode::NotFound);
        QCOMPARE(office->orders().findByNumber(QStringLiteral("A-1")).error().code, ErrorCode::NotFound);
        QCOMPARE(office->orders().findByNumber({}).error().code, ErrorCode::NotFound);
        QCOMPARE(office->orders().findByReservation(ReservationId(QUuid::createUuid())).error().code, ErrorCode::NotFound);
        const auto stranger = office->orders().check(TicketNumber::fromValue(12345)->grouped());
        QCOMPARE(stranger.error().code, ErrorCode::NotFound);
    }

    void codesSayWhatIsPrinted_data() { bothDatabases(); }
    void codesSayWhatIsPrinted()
    {
        QFETCH(QString, database);
        SoldOrder evening(database);
        const QStringList codes = must(evening.orders().codes(evening.order));
        QCOMPARE(codes.size(), 3);
        for (int i = 0; i < 3; ++i) {
            const OrderLine &line = evening.order.lines[size_t(i)];
            const ReadCode read = must(ticketcode::decode(codes[i]));
            QCOMPARE(read.code.number, line.ticket.number);
            QCOMPARE(int(read.code.issuer), line.ticket.issuer);
            QCOMPARE(read.code.eventNumber, quint32(2));
            QCOMPARE(read.code.generation, quint16(1));
            const QString seat = line.seatLabel ? line.seatLabel->toString() : QString();
            QCOMPARE(read.code.seat, seat.isEmpty() ? 0u : seat == QLatin1String("Stalls/1/1") ? 1u : 12u);
            QCOMPARE(read.code.type, quint16(seat.isEmpty() ? 1 : 2));
            QVERIFY(ticketcode::verify(read, evening.office->writer().key().publicKey()));
        }
        QCOMPARE(must(evening.orders().codes(evening.order)), codes);
    }

    void aCodeIsCheckedAgainstItsTicket_data() { bothDatabases(); }
    void aCodeIsCheckedAgainstItsTicket()
    {
        QFETCH(QString, database);
        SoldOrder evening(database);
        const OrderLine &line = evening.lineAt(QStringLiteral("Stalls/2/2"));
        Order one = evening.order;
        one.lines = {line};
        const QString code = must(evening.orders().codes(one)).first();
        const TicketCheck check = must(evening.orders().check(code.toLower()));
        QVERIFY(check.signatureValid);
        QVERIFY(check.generationCurrent);
        QCOMPARE(check.ticket.id, line.ticket.id);
        QCOMPARE(check.ticket.state, TicketState::Valid);
        QCOMPARE(check.eventName, QStringLiteral("Hamlet"));
        QCOMPARE(check.startsAt, evening.event.startsAt);
        QCOMPARE(check.ticketTypeName, QStringLiteral("Stalls"));
        QCOMPARE(check.seatLabel->toString(), QStringLiteral("Stalls/2/2"));
        QCOMPARE(check.orderNumber, evening.order.number);

        const TicketCheck typed = must(evening.orders().check(line.ticket.number.grouped().toLower()));
        QCOMPARE(typed.ticket.id, line.ticket.id);
        QVERIFY(!typed.signatureValid);
        QVERIFY(typed.generationCurrent);
    }

    void aForgedCodeDoesNotVerify_data() { bothDatabases(); }
    void aForgedCodeDoesNotVerify()
    {
        QFETCH(QString, database);
        SoldOrder evening(database);
        const auto tickets = std::array{evening.order.lines[0].ticket.id};
        auto source = must(evening.office->writer().read([&](Database &db) { return ticket_store::codes(db, tickets); })).front();
        SystemRandom random;
        const auto forger = crypto::SigningKey::generate(random);
        QVERIFY(!must(evening.orders().check(ticketcode::encode(source.code, forger))).signatureValid);
        source.code.issuer = 999; // a terminal that is not ours
        QVERIFY(!must(evening.orders().check(ticketcode::encode(source.code, forger))).signatureValid);
    }

    void anOlderGenerationIsToldApart_data() { bothDatabases(); }
    void anOlderGenerationIsToldApart()
    {
        QFETCH(QString, database);
        SoldOrder evening(database);
        const QString older = must(evening.orders().codes(evening.order)).first();
        must(evening.office->writer().write([&](Work &work) {
            work.db().run("UPDATE ticket SET generation = 2 WHERE id = ?", {evening.order.lines[0].ticket.id});
            return true;
        }));
        const TicketCheck check = must(evening.orders().check(older));
        QVERIFY(check.signatureValid);
        QVERIFY(!check.generationCurrent);
        QVERIFY(must(evening.orders().check(must(evening.orders().codes(evening.order)).first())).generationCurrent);
    }

    void nonsenseIsNoTicket_data() { bothDatabases(); }
    void nonsenseIsNoTicket()
    {
        QFETCH(QString, database);
        SoldOrder evening(database);
        QString damaged = must(evening.orders().codes(evening.order)).first();
        damaged.chop(40);
        for (const QString &text : {QString(), QStringLiteral("hello"), QStringLiteral("ABCDE-12345"), QString(5000, QLatin1Char('A')), damaged})
            QCOMPARE(evening.orders().check(text).error().code, ErrorCode::InvalidInput);
    }

    void anotherTerminalsTicketsNeedItsKey()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs a server");
        SoldOrder evening(QStringLiteral("postgres"));
        const auto other = evening.box.open(QStringLiteral("other"));
        QCOMPARE(other->orders().codes(evening.order).error().code, ErrorCode::NotFound);
        const QStringList codes = must(evening.orders().codes(evening.order));
        QVERIFY(must(other->orders().check(codes.first())).signatureValid);
        must(KeyStore(evening.box.keyFolder(QStringLiteral("other"))).store(evening.office->terminal(), evening.office->writer().key()));
        QCOMPARE(must(other->orders().codes(evening.order)), codes);
    }

    void aReprintIsJournalledForWhoeverMaySell_data() { bothDatabases(); }
    void aReprintIsJournalledForWhoeverMaySell()
    {
        QFETCH(QString, database);
        SoldOrder evening(database);
        const Actor cashier = actorWith(*evening.office, Role::Cashier);
        QVERIFY(evening.orders().noteReprint(cashier, evening.order.id, Reprint::Tickets));
        QVERIFY(evening.orders().noteReprint(cashier, evening.order.id, Reprint::Receipt));
        const auto unknown = evening.orders().noteReprint(cashier, OrderId(), Reprint::Tickets);
        QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
        int tickets = 0;
        int receipts = 0;
        for (const Row &row : evening.office->writer().db().run("SELECT body FROM journal")) {
            const QString body = row.text(0);
            const bool isOurs = body.contains(evening.order.id.toString()) && body.contains(cashier.staff.toString());
            tickets += isOurs ? int(body.count(QStringLiteral("ticket.reprinted"))) : 0;
            receipts += isOurs ? int(body.count(QStringLiteral("receipt.reprinted"))) : 0;
        }
        QCOMPARE(tickets, 1);
        QCOMPARE(receipts, 1);
    }

    void anOrderKnowsWhoSoldIt_data() { bothDatabases(); }
    void anOrderKnowsWhoSoldIt()
    {
        QFETCH(QString, database);
        SoldOrder evening(database);
        const OrderSeller seller = must(evening.orders().soldBy(evening.order.id));
        QVERIFY(!seller.terminal.isEmpty());
        const auto unknown = evening.orders().soldBy(OrderId());
        QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
    }
};

FOYER_TEST(OrdersTest, "orders")
#include "test_orders.moc"
