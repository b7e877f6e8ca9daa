// The way of a web shop: from an event to paid tickets, and wallets; on both databases.
#include "app/server/carddesk.h"
#include "app/server/planshelf.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QtCore/QJsonArray>

#include <atomic>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A house with an event, and a bank that can be told to misbehave.
class ShopHouse
{
public:
    explicit ShopHouse(const QString &database, SandboxBehaviour behaviour = {.delay = Milliseconds(0)}) : server(database)
    {
        {
            const auto office = server.box.open();
            event = anEvent(*office).named(QStringLiteral("Hamlet")).withGeneral(QStringLiteral("Standing"), 100, 1200).withSeats(2, 5).add();
        }
        server.config().gateway = [this, behaviour]() -> Result<std::unique_ptr<PaymentGateway>> {
            auto gateway = SandboxGateway::open({}, server.box.clock(), eventLoopLater());
            (*gateway)->setBehaviour(behaviour);
            return std::unique_ptr<PaymentGateway>(std::move(*gateway));
        };
        server.config().sweep = Milliseconds(50);
        server.config().cardDeadline = Milliseconds(200);
        server.start();
        client = std::make_unique<HttpClient>(server.port());
    }

    QByteArray typeId() const { return event.ticketTypes[0].id.toString().toLatin1(); }
    HttpClient::Answer reserve(int quantity) { return client->post("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + typeId() + "\",\"quantity\":" + QByteArray::number(quantity) + "}]}"); }
    HttpClient::Answer reserveSeats(const QByteArray &seats, const QList<QByteArray> &headers = {})
    {
        return client->post("/v1/reservations", "{\"lines\":[{\"event_id\":\"" + event.id.toString().toLatin1() + "\",\"seats\":[" + seats + "]}]}", headers);
    }
    HttpClient::Answer pay(const QByteArray &cart, const QByteArray &amount, const QByteArray &token = "ok", const QByteArray &currency = "EUR", const QList<QByteArray> &headers = {})
    {
        return client->post("/v1/reservations/" + cart + "/payments", "{\"tender\":\"card\",\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\",\"token\":\"" + token + "\"}", headers);
    }
    QByteArray wallet(const char *currency = "EUR")
    {
        const QByteArray body = QByteArray("{\"name\":\"Ada\",\"currency\":\"") + currency + "\"}";
        return idIn(client->post("/v1/clients", body).json().value(QStringLiteral("wallet")).toObject());
    }
    QString balance(const QByteArray &wallet) { return client->get("/v1/wallets/" + wallet).json().value(QStringLiteral("balance")).toString(); }
    HttpClient::Answer transfer(const QByteArray &from, const QByteArray &to, const QByteArray &amount, const QList<QByteArray> &headers = {})
    {
        return client->post("/v1/transfers", "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":" + amount + "}", headers);
    }
    static QByteArray idIn(const QJsonObject &object) { return object.value(QStringLiteral("id")).toString().toLatin1(); }
    QString stateOf(const QByteArray &cart) { return client->get("/v1/reservations/" + cart).json().value(QStringLiteral("state")).toString(); }
    QStringList breaches()
    {
        const auto db = Database::open(server.box.url(), Database::Mode::Read, server.box.clock());
        return must(Verifier(*db, {}).verify()).breaches;
    }

    TestServer server;
    Event event;
    std::unique_ptr<HttpClient> client;
};

QString faultCode(const HttpClient::Answer &answer)
{
    return answer.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
}

QString faultText(const HttpClient::Answer &answer)
{
    return answer.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("message")).toString();
}

} // namespace

class ServerShopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheEventToPaidTickets_data() { bothDatabases(); }
    void fromTheEventToPaidTickets()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QJsonObject shown = house.client->get("/v1/events").json().value(QStringLiteral("events")).toArray().first().toObject();
        QCOMPARE(shown.value(QStringLiteral("places_left")).toInt(), 110);
        const auto reserved = house.reserve(2);
        QCOMPARE(reserved.status, 201);
        QCOMPARE(reserved.json().value(QStringLiteral("seconds_left")).toInt(), 900);
        QCOMPARE(reserved.json().value(QStringLiteral("total")).toString(), QStringLiteral("24.00"));
        const QByteArray cart = ShopHouse::idIn(reserved.json());

        const auto foreign = house.pay(cart, "24.00", "ok", "USD");
        QCOMPARE(foreign.status, 400);
        QCOMPARE(faultCode(foreign), QStringLiteral("currency_not_supported"));
        QCOMPARE(faultText(foreign), QStringLiteral("Currency USD not supported"));
        const auto declined = house.pay(cart, "24.00", "card_error");
        QCOMPARE(declined.status, 402);
        QCOMPARE(faultCode(declined), QStringLiteral("card_declined"));
        QCOMPARE(faultText(declined), QStringLiteral("Your card has been declined"));
        const auto failed = house.pay(cart, "24.00", "payment_error");
        QCOMPARE(failed.status, 402);
        QCOMPARE(faultCode(failed), QStringLiteral("payment_failed"));
        QCOMPARE(faultText(failed), QStringLiteral("Something went wrong with your transaction"));
        QCOMPARE(house.stateOf(cart), QStringLiteral("active"));
        QCOMPARE(house.pay(cart, "24.01").status, 400);
        QCOMPARE(house.pay(cart, "0.00").status, 400);

        const auto part = house.pay(cart, "10.00");
        QCOMPARE(part.status, 200);
        QCOMPARE(part.json().value(QStringLiteral("amount_due")).toString(), QStringLiteral("14.00"));
        const auto paid = house.pay(cart, "14.00");
        QCOMPARE(paid.status, 201);
        const QJsonArray tickets = paid.json().value(QStringLiteral("tickets")).toArray();
        QCOMPARE(tickets.size(), 2);
        QVERIFY(!tickets.first().toObject().value(QStringLiteral("code")).toString().isEmpty());
        QCOMPARE(house.stateOf(cart), QStringLiteral("completed"));
        QCOMPARE(house.client->get("/v1/orders/" + ShopHouse::idIn(paid.json())).json().value(QStringLiteral("number")), paid.json().value(QStringLiteral("number")));
        const QJsonObject figures = house.client->get("/v1/statistics/reservations").json();
        QCOMPARE(figures.value(QStringLiteral("events")).toArray().first().toObject().value(QStringLiteral("sold")).toInt(), 2);
        QCOMPARE(house.breaches(), QStringList());
    }

    void theBestSeatsOfATypeAreFound_data() { bothDatabases(); }
    void theBestSeatsOfATypeAreFound()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QByteArray three = "{\"ticket_type_id\":\"" + house.event.ticketTypes[1].id.toString().toLatin1() + "\",\"quantity\":3}";
        const auto reserve = [&](const QByteArray &lines, const QList<QByteArray> &headers = {}) { return house.client->post("/v1/reservations", "{\"lines\":[" + lines + "]}", headers); };
        const auto made = reserve(three);
        QCOMPARE(made.status, 201);
        QSet<QString> seats;
        for (const QJsonValue &line : made.json().value(QStringLiteral("lines")).toArray())
            seats.insert(line.toObject().value(QStringLiteral("seat")).toString());
        QCOMPARE(seats.size(), 3);
        QVERIFY(!seats.contains(QString()));
        // Sent again with its key it is the same reservation; then four seats are left.
        const auto keyed = reserve(three, {"Idempotency-Key: seats"});
        QCOMPARE(keyed.status, 201);
        QCOMPARE(reserve(three, {"Idempotency-Key: seats"}).body, keyed.body);
        const auto tooMany = reserve("{\"ticket_type_id\":\"" + house.event.ticketTypes[1].id.toString().toLatin1() + "\",\"quantity\":5}");
        QCOMPARE(tooMany.status, 409);
        QCOMPARE(faultCode(tooMany), QStringLiteral("sold_out"));
        QCOMPARE(reserve(three + ",{\"ticket_type_id\":\"" + house.typeId() + "\",\"quantity\":1}").status, 400);
        QCOMPARE(house.breaches(), QStringList());
    }

    void seatsAreAllOrNothing_data() { bothDatabases(); }
    void seatsAreAllOrNothing()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        QCOMPARE(house.reserveSeats("\"Stalls/1/1\",\"Stalls/1/2\"").status, 201);
        const auto lost = house.reserveSeats("\"Stalls/1/3\",\"Stalls/1/2\"");
        QCOMPARE(lost.status, 409);
        QCOMPARE(faultCode(lost), QStringLiteral("seat_taken"));
        const QJsonObject places = house.client->get("/v1/events/" + house.event.id.toString().toLatin1() + "/availability?seats=1").json();
        QCOMPARE(places.value(QStringLiteral("free_seats")).toArray().size(), 8);
        QCOMPARE(house.reserveSeats("\"Stalls/9/9\"").status, 404);
        QCOMPARE(house.reserveSeats("").status, 400);
        QCOMPARE(house.reserve(101).status, 409);
        QCOMPARE(faultCode(house.reserve(101)), QStringLiteral("sold_out"));
    }

    void aPriceThatAnotherTillNamedAMomentAgoIsFound() // on SQLite there is no other
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        ShopHouse house(QStringLiteral("postgres"));
        const auto reserveAt = [&](const QByteArray &level) {
            return house.client->post("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + house.typeId() + "\",\"price_level\":\"" + level + "\",\"quantity\":1}]}");
        };
        QCOMPARE(house.reserve(1).status, 201); // from here on the server remembers the event; the clock stands
        QCOMPARE(reserveAt("Evening").status, 404);
        Database::open(house.server.box.url(), Database::Mode::Administer, house.server.box.clock())->execute(QStringLiteral("UPDATE price_level SET name = 'Evening' WHERE name <> 'Evening'"));
        QCOMPARE(reserveAt("Evening").status, 201);
    }

    void aPriceThatIsGoneIsNotRememberedForLong()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        ShopHouse house(QStringLiteral("postgres"));
        const auto reserveAtFull = [&] {
            return house.client->post("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + house.typeId() + "\",\"price_level\":\"Full\",\"quantity\":1}]}");
        };
        QCOMPARE(reserveAtFull().status, 201);
        Database::open(house.server.box.url(), Database::Mode::Administer, house.server.box.clock())->execute(QStringLiteral("UPDATE price_level SET name = 'Evening'"));
        house.server.box.advance(PlanShelf::EventsFor);
        QCOMPARE(reserveAtFull().status, 404);
    }

    void aCartIsReleasedExtendedAndEnds_data() { bothDatabases(); }
    void aCartIsReleasedExtendedAndEnds()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QByteArray released = ShopHouse::idIn(house.reserve(1).json());
        QCOMPARE(house.client->ask("DELETE", "/v1/reservations/" + released).status, 204);
        QCOMPARE(house.stateOf(released), QStringLiteral("released"));
        QCOMPARE(house.client->ask("DELETE", "/v1/reservations/" + released).status, 409);
        const QByteArray cart = ShopHouse::idIn(house.reserve(1).json());
        house.server.box.advance(std::chrono::minutes(10));
        const auto extended = house.client->ask("POST", "/v1/reservations/" + cart + "/extend");
        QCOMPARE(extended.status, 200);
        QCOMPARE(extended.json().value(QStringLiteral("seconds_left")).toInt(), 900);
        house.server.box.advance(std::chrono::minutes(16));
        QCOMPARE(house.stateOf(cart), QStringLiteral("expired"));
        const auto late = house.pay(cart, "12.00");
        QCOMPARE(late.status, 409);
        QCOMPARE(faultCode(late), QStringLiteral("reservation_expired"));
    }

    void aPaymentWithAKeyChargesOnce_data() { bothDatabases(); }
    void aPaymentWithAKeyChargesOnce()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QByteArray cart = ShopHouse::idIn(house.reserve(2).json());
        const QList<QByteArray> key{"Idempotency-Key: pay"};
        QCOMPARE(house.pay(cart, "10.00", "ok", "EUR", key).status, 200);
        const auto again = house.pay(cart, "10.00", "ok", "EUR", key);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json().value(QStringLiteral("amount_due")).toString(), QStringLiteral("14.00"));
        QCOMPARE(house.pay(cart, "11.00", "ok", "EUR", key).status, 409);
        const auto made = house.reserveSeats("\"Stalls/1/1\"", {"Idempotency-Key: cart"});
        QCOMPARE(made.status, 201);
        QCOMPARE(house.reserveSeats("\"Stalls/1/1\"", {"Idempotency-Key: cart"}).body, made.body);
        QCOMPARE(house.reserveSeats("\"Stalls/1/2\"", {"Idempotency-Key: cart"}).status, 409);
    }

    void aTicketIsRefundedToItsCardPassedOnAndRevoked_data() { bothDatabases(); }
    void aTicketIsRefundedToItsCardPassedOnAndRevoked()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QByteArray cart = ShopHouse::idIn(house.reserve(3).json());
        const QJsonObject order = house.pay(cart, "36.00").json();
        const QJsonArray tickets = order.value(QStringLiteral("tickets")).toArray();
        const auto ticket = [&](int i) { return ShopHouse::idIn(tickets[i].toObject()); };
        const auto refund = house.client->post("/v1/orders/" + ShopHouse::idIn(order) + "/refunds", "{\"tickets\":[\"" + ticket(0) + "\"]}", {"Idempotency-Key: r"});
        QCOMPARE(refund.status, 201);
        QCOMPARE(refund.json().value(QStringLiteral("total")).toString(), QStringLiteral("-12.00"));
        QCOMPARE(house.client->post("/v1/orders/" + ShopHouse::idIn(order) + "/refunds", "{\"tickets\":[\"" + ticket(0) + "\"]}", {"Idempotency-Key: r"}).body, refund.body);
        QCOMPARE(house.client->post("/v1/orders/" + ShopHouse::idIn(order) + "/refunds", "{\"tickets\":[\"" + ticket(0) + "\"]}").status, 409);
        // The money is on its way to the card until the bank has said so.
        QTRY_VERIFY(house.client->get("/v1/orders/" + ShopHouse::idIn(order)).json().value(QStringLiteral("payments")).toArray().last().toObject().value(QStringLiteral("state")).toString()
                    == QStringLiteral("captured"));
        const QByteArray customer = ShopHouse::idIn(house.client->post("/v1/customers", R"({"name":"Bob","email":"bob@example.org"})").json());
        const auto given = house.client->post("/v1/tickets/" + ticket(1) + "/transfer", R"({"email":"bob@example.org"})");
        QCOMPARE(given.status, 200);
        QCOMPARE(given.json().value(QStringLiteral("generation")).toInt(), 2);
        QCOMPARE(given.json().value(QStringLiteral("customer_id")).toString().toLatin1(), customer);
        QCOMPARE(house.client->post("/v1/tickets/" + ticket(2) + "/revoke", R"({"reason":"stolen"})").json().value(QStringLiteral("state")).toString(), QStringLiteral("revoked"));
        QCOMPARE(house.client->post("/v1/tickets/" + ticket(0) + "/revoke", R"({"reason":"stolen"})").status, 400);
        QCOMPARE(house.breaches(), QStringList());
    }

    void whatSomebodyCameInWithIsNeitherRefundedNorPassedOn_data() { bothDatabases(); }
    void whatSomebodyCameInWithIsNeitherRefundedNorPassedOn()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QJsonObject order = house.pay(ShopHouse::idIn(house.reserve(2).json()), "24.00").json();
        const QJsonArray tickets = order.value(QStringLiteral("tickets")).toArray();
        house.server.stop();
        {
            const auto door = house.server.box.open();
            QVERIFY(must(door->admissions().scan(door->system(), {tickets[0].toObject().value(QStringLiteral("code")).toString(), house.event.id})).isPassage());
        }
        house.server.start();
        house.client = std::make_unique<HttpClient>(house.server.port());
        const auto refund = [&](int i) {
            return house.client->post("/v1/orders/" + ShopHouse::idIn(order) + "/refunds", "{\"tickets\":[\"" + ShopHouse::idIn(tickets[i].toObject()) + "\"]}");
        };
        const auto refused = refund(0);
        QCOMPARE(refused.status, 409);
        QCOMPARE(faultCode(refused), QStringLiteral("already_admitted"));
        QCOMPARE(house.client->post("/v1/tickets/" + ShopHouse::idIn(tickets[0].toObject()) + "/transfer", R"({"email":"eve@example.org"})").status, 409);
        QCOMPARE(refund(1).status, 201);
        const QJsonObject figures = house.client->get("/v1/statistics/reservations").json();
        QCOMPARE(figures.value(QStringLiteral("events")).toArray().first().toObject().value(QStringLiteral("admitted")).toInt(), 1);
        QCOMPARE(figures.value(QStringLiteral("ticket_types")).toArray().first().toObject().value(QStringLiteral("admitted")).toInt(), 1);
        QCOMPARE(house.breaches(), QStringList());
    }

    void aTicketForAnEmailGoesToWhoeverRegistersWithIt_data() { bothDatabases(); }
    void aTicketForAnEmailGoesToWhoeverRegistersWithIt()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QJsonObject order = house.pay(ShopHouse::idIn(house.reserve(1).json()), "12.00").json();
        const QByteArray ticket = ShopHouse::idIn(order.value(QStringLiteral("tickets")).toArray().first().toObject());
        QCOMPARE(house.client->post("/v1/tickets/" + ticket + "/transfer", R"({"email":"nobody"})").status, 400);
        const auto given = house.client->post("/v1/tickets/" + ticket + "/transfer", R"({"email":"eve@example.org"})");
        QCOMPARE(given.status, 200);
        QCOMPARE(given.json().value(QStringLiteral("generation")).toInt(), 2);
        QVERIFY(!given.json().contains(QStringLiteral("customer_id"))); // not yet
        QCOMPARE(house.client->post("/v1/customers", R"({"name":"Eve","email":"Eve@Example.org"})").status, 201);
        const auto revoked = house.client->post("/v1/tickets/" + ticket + "/revoke", R"({"reason":"lost"})");
        QVERIFY(revoked.json().contains(QStringLiteral("customer_id")));
        QCOMPARE(house.breaches(), QStringList());
    }

    void anArchivedEventIsListedNoMoreAndSellsNothing()
    {
        ShopHouse house(QStringLiteral("sqlite"));
        house.server.stop();
        house.server.box.advance(Milliseconds(60 * 3'600'000));
        {
            const auto office = house.server.box.open();
            must(office->archive().archive(office->system(), std::array{house.event.id}));
        }
        house.server.start();
        house.client = std::make_unique<HttpClient>(house.server.port());
        QVERIFY(house.client->get("/v1/events").json().value(QStringLiteral("events")).toArray().isEmpty());
        QCOMPARE(house.client->get("/v1/events/" + house.event.id.toString().toLatin1()).status, 200); // whoever has a ticket still finds it
        const auto refused = house.reserve(1);
        QCOMPARE(refused.status, 409);
        QCOMPARE(faultCode(refused), QStringLiteral("event_archived"));
        QVERIFY(faultText(refused).contains(QStringLiteral("Hamlet is archived")));
    }

    void whatTheBankDoesNotAnswerIsAskedAbout()
    {
        ShopHouse house(QStringLiteral("sqlite"), {.delay = Milliseconds(0), .loseReply = true});
        const QByteArray cart = ShopHouse::idIn(house.reserve(1).json());
        house.client->send("POST /v1/reservations/" + cart + "/payments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 48\r\n\r\n"
                           R"({"tender":"card","amount":"12.00","token":"t"}  )");
        HttpClient other(house.server.port());
        const auto state = [&] { return other.get("/v1/reservations/" + cart).json().value(QStringLiteral("state")).toString(); };
        QTRY_COMPARE(state(), QStringLiteral("paying"));
        // The shop is told that nobody knows; once the attempt is older than any answer could be, the bank is asked.
        QCOMPARE(house.client->read().status, 202);
        house.server.box.advance(std::chrono::minutes(1));
        QTRY_COMPARE(state(), QStringLiteral("completed"));
    }

    void aCardFillsAWallet_data() { bothDatabases(); }
    void aCardFillsAWallet()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QByteArray wallet = house.wallet(), dollars = house.wallet("USD");
        const auto deposit = [&](const QByteArray &into, const QByteArray &body, const QList<QByteArray> &headers = {}) {
            return house.client->post("/v1/wallets/" + into + "/deposits", body, headers);
        };
        const auto paid = deposit(wallet, R"({"amount":"25.00","tender":"card","token":"ok"})", {"Idempotency-Key: d"});
        QCOMPARE(paid.status, 201);
        QCOMPARE(paid.json().value(QStringLiteral("balance")).toString(), QStringLiteral("25.00"));
        QCOMPARE(deposit(wallet, R"({"amount":"25.00","tender":"card","token":"ok"})", {"Idempotency-Key: d"}).body, paid.body);
        QCOMPARE(deposit(wallet, R"({"amount":"26.00","tender":"card","token":"ok"})", {"Idempotency-Key: d"}).status, 409);
        const auto declined = deposit(wallet, R"({"amount":"25.00","tender":"card","token":"card_error"})");
        QCOMPARE(declined.status, 402);
        QCOMPARE(faultCode(declined), QStringLiteral("card_declined"));
        QCOMPARE(faultCode(deposit(wallet, R"({"amount":"25.00","tender":"card","token":"payment_error"})")), QStringLiteral("payment_failed"));
        QCOMPARE(faultCode(deposit(dollars, R"({"amount":"25.00","tender":"card","token":"ok"})")), QStringLiteral("currency_not_supported"));
        for (const char *body : {R"({"amount":"25.00","tender":"cash","token":"ok"})", R"({"amount":"25.00","tender":"card"})", R"({"amount":"0","tender":"card","token":"ok"})",
                                 R"({"amount":"25.001","tender":"card","token":"ok"})"})
            QCOMPARE(deposit(wallet, body).status, 400);
        QCOMPARE(deposit(QUuid::createUuid().toByteArray(QUuid::WithoutBraces), R"({"amount":"1.00","tender":"card","token":"ok"})").status, 404);
        const QByteArray id = paid.json().value(QStringLiteral("deposit_id")).toString().toLatin1();
        QCOMPARE(house.client->get("/v1/deposits/" + id).json().value(QStringLiteral("state")).toString(), QStringLiteral("captured"));
        QCOMPARE(house.balance(wallet), QStringLiteral("25.00"));
        QCOMPARE(house.breaches(), QStringList());
    }

    void aDepositThatTheBankDoesNotAnswerComesInLater_data() { bothDatabases(); }
    void aDepositThatTheBankDoesNotAnswerComesInLater()
    {
        QFETCH(QString, database);
        ShopHouse house(database, {.delay = Milliseconds(0), .loseReply = true});
        const QByteArray wallet = house.wallet();
        const QByteArray body = R"({"amount":"25.00","tender":"card","token":"ok"})";
        const auto open = house.client->post("/v1/wallets/" + wallet + "/deposits", body, {"Idempotency-Key: d"});
        QCOMPARE(open.status, 202);
        QCOMPARE(open.json().value(QStringLiteral("state")).toString(), QStringLiteral("unknown"));
        QCOMPARE(house.balance(wallet), QStringLiteral("0.00"));
        house.server.box.advance(std::chrono::minutes(1)); // older than any answer could be: the bank is asked
        QTRY_COMPARE(house.balance(wallet), QStringLiteral("25.00"));
        const auto again = house.client->post("/v1/wallets/" + wallet + "/deposits", body, {"Idempotency-Key: d"});
        QCOMPARE(again.status, 201);
        QCOMPARE(again.json().value(QStringLiteral("deposit_id")), open.json().value(QStringLiteral("deposit_id")));
        QCOMPARE(house.balance(wallet), QStringLiteral("25.00"));
    }

    void moneyMovesBetweenWallets_data() { bothDatabases(); }
    void moneyMovesBetweenWallets()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QByteArray one = house.wallet(), two = house.wallet(), dollars = house.wallet("USD");
        QCOMPARE(house.balance(one), QStringLiteral("0.00"));
        const auto deposit = house.client->post("/v1/wallets/" + one + "/deposits", R"({"amount":"100.00"})");
        QCOMPARE(deposit.status, 201);
        QCOMPARE(deposit.json().value(QStringLiteral("balance")).toString(), QStringLiteral("100.00"));
        QCOMPARE(house.transfer(one, two, "\"25.50\"").status, 201);
        QCOMPARE(house.transfer(one, two, "0.1").status, 201);
        QCOMPARE(house.balance(one), QStringLiteral("74.40"));
        QCOMPARE(house.balance(two), QStringLiteral("25.60"));
        const auto tooMuch = house.transfer(one, two, "\"74.41\"");
        QCOMPARE(tooMuch.status, 409);
        QCOMPARE(faultCode(tooMuch), QStringLiteral("insufficient_funds"));
        QCOMPARE(faultCode(house.transfer(one, dollars, "\"1.00\"")), QStringLiteral("currency_mismatch"));
        for (const char *amount : {"0", "\"0.00\"", "-1", "\"-1.00\"", "\"1.001\"", "1.001", "\"x\"", "null", "true", "1e400", "\"1e2\"", "{}"})
            QCOMPARE(house.transfer(one, two, amount).status, 400);
        QCOMPARE(house.transfer(one, one, "\"1.00\"").status, 400);
        QCOMPARE(house.transfer(one, QUuid::createUuid().toByteArray(QUuid::WithoutBraces), "\"1.00\"").status, 404);
        const auto first = house.transfer(one, two, "\"1.00\"", {"Idempotency-Key: t"});
        QCOMPARE(house.transfer(one, two, "\"1.00\"", {"Idempotency-Key: t"}).body, first.body);
        QCOMPARE(house.transfer(one, two, "\"2.00\"", {"Idempotency-Key: t"}).status, 409);
        QCOMPARE(house.balance(one), QStringLiteral("73.40"));
        const QJsonObject page = house.client->get("/v1/wallets/" + one + "/operations?after=1&limit=2").json();
        const QJsonArray operations = page.value(QStringLiteral("operations")).toArray();
        QCOMPARE(operations.size(), 2);
        QCOMPARE(operations.first().toObject().value(QStringLiteral("direction")).toString(), QStringLiteral("out"));
        QCOMPARE(page.value(QStringLiteral("next")).toInt(), 3);
        QCOMPARE(house.breaches(), QStringList());
    }

    void noCentIsLostWhateverIsSentAtOnce_data() { bothDatabases(); }
    void noCentIsLostWhateverIsSentAtOnce()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        std::vector<QByteArray> wallets;
        for (int i = 0; i < 4; ++i) {
            wallets.push_back(house.wallet());
            house.client->post("/v1/wallets/" + wallets.back() + "/deposits", R"({"amount":"5.00"})");
        }
        std::atomic<int> moved = 0, refused = 0, other = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                HttpClient client(house.server.port());
                for (int i = 0; i < 25; ++i) {
                    const QByteArray &from = wallets[size_t(t + i) % 4], &to = wallets[size_t(t + 2 * i + 1) % 4];
                    const auto answer = client.post("/v1/transfers", "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":\"1.25\"}");
                    ++(answer.status == 201 ? moved : answer.status == 409 || from == to ? refused : other);
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(other.load(), 0);
        QVERIFY(moved > 0);
        double sum = 0;
        for (const QByteArray &wallet : wallets)
            sum += house.balance(wallet).toDouble();
        QCOMPARE(sum, 20.0);
        QCOMPARE(house.breaches(), QStringList());
    }

    void aWalletPaysAnOrder_data() { bothDatabases(); }
    void aWalletPaysAnOrder()
    {
        QFETCH(QString, database);
        ShopHouse house(database);
        const QByteArray wallet = house.wallet();
        house.client->post("/v1/wallets/" + wallet + "/deposits", R"({"amount":"20.00"})");
        const QByteArray cart = ShopHouse::idIn(house.reserve(2).json());
        const auto with = [&](const char *amount) {
            return house.client->post("/v1/reservations/" + cart + "/payments", QByteArray("{\"tender\":\"wallet\",\"amount\":\"") + amount + "\",\"wallet_id\":\"" + wallet + "\"}");
        };
        QCOMPARE(faultCode(with("24.00")), QStringLiteral("insufficient_funds"));
        QCOMPARE(with("20.00").status, 200);
        QCOMPARE(house.pay(cart, "4.00").status, 201);
        QCOMPARE(house.balance(wallet), QStringLiteral("0.00"));
        const QByteArray back = ShopHouse::idIn(house.reserve(1).json());
        house.client->post("/v1/wallets/" + wallet + "/deposits", R"({"amount":"5.00"})");
        QCOMPARE(house.client->post("/v1/reservations/" + back + "/payments", "{\"tender\":\"wallet\",\"amount\":\"5.00\",\"wallet_id\":\"" + wallet + "\"}").status, 200);
        QCOMPARE(house.client->ask("DELETE", "/v1/reservations/" + back).status, 204); // what was in goes back
        QCOMPARE(house.balance(wallet), QStringLiteral("5.00"));
        QCOMPARE(house.breaches(), QStringList());
    }
};

FOYER_TEST(ServerShopTest, "servershop")
#include "test_servershop.moc"
