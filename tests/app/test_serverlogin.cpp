// Customers who sign in over HTTP: what is theirs, what is nobody's business, and guessing.
#include "core/payment/sandboxgateway.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace foyer;
using namespace foyer::test;

namespace {

QByteArray idIn(const QJsonObject &object, const char *name = "id")
{
    return object.value(QLatin1String(name)).toString().toLatin1();
}

/// A shop with its own token, and people who may sign in.
class Lobby
{
public:
    explicit Lobby(const QString &database) : server(database)
    {
        {
            const auto office = server.box.open();
            event = anEvent(*office).named(QStringLiteral("Hamlet")).withGeneral(QStringLiteral("Standing"), 100, 1200).withSeats(2, 5).add();
            shop = {"Authorization: Bearer " + must(office->tokens().add(office->system(), QStringLiteral("Shop"), Scopes::all())).secret.toLatin1()};
        }
        server.config().needsToken = true;
        server.config().gateway = [this]() -> Result<std::unique_ptr<PaymentGateway>> {
            auto gateway = SandboxGateway::open({}, server.box.clock(), eventLoopLater());
            (*gateway)->setBehaviour({.delay = Milliseconds(0)});
            return std::unique_ptr<PaymentGateway>(std::move(*gateway));
        };
        server.config().readPaper = [](BoxOffice &, TicketId) -> Result<server::Drawing> { return [] { return Result<QByteArray>(QByteArray("%PDF-1.4")); }; };
        server.start();
        client = std::make_unique<HttpClient>(server.port());
    }

    HttpClient::Answer join(const QByteArray &name, const QByteArray &password = "correct horse")
    {
        return client->post("/v1/customers", "{\"name\":\"" + name + "\",\"email\":\"" + name + "@Example.org\",\"password\":\"" + password + "\"}", shop);
    }
    HttpClient::Answer login(const QByteArray &email, const QByteArray &password = "correct horse")
    {
        return client->post("/v1/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }
    QList<QByteArray> as(const QByteArray &name) { return {"Authorization: Bearer " + idIn(login(name + "@example.org").json(), "token")}; }
    HttpClient::Answer reserve(int quantity, const QList<QByteArray> &who, const QByteArray &more = {})
    {
        return client->post("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + event.ticketTypes[0].id.toString().toLatin1() + "\",\"quantity\":" + QByteArray::number(quantity) + "}]" + more + "}", who);
    }
    QJsonObject buy(int quantity, const QList<QByteArray> &who)
    {
        const QJsonObject cart = reserve(quantity, who).json();
        return client->post("/v1/reservations/" + idIn(cart) + "/payments", "{\"tender\":\"card\",\"amount\":\"" + cart.value(QStringLiteral("total")).toString().toLatin1() + "\",\"token\":\"ok\"}", who).json();
    }
    QByteArray walletOf(const QByteArray &customer, const QList<QByteArray> &who)
    {
        return idIn(client->post("/v1/clients/" + customer + "/wallets", "{}", who).json());
    }
    QString balance(const QByteArray &wallet) { return client->get("/v1/wallets/" + wallet, shop).json().value(QStringLiteral("balance")).toString(); }
    QStringList breaches()
    {
        const auto db = Database::open(server.box.url(), Database::Mode::Read, server.box.clock());
        return must(Verifier(*db, {}).verify()).breaches;
    }

    TestServer server;
    Event event;
    QList<QByteArray> shop;
    std::unique_ptr<HttpClient> client;
};

QByteArray firstTicket(const QJsonObject &order)
{
    return idIn(order.value(QStringLiteral("tickets")).toArray().first().toObject());
}

QString codeIn(const HttpClient::Answer &answer)
{
    return answer.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
}

} // namespace

class ServerLoginTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSignsInSeesAndDoesWhatIsTheirs_data() { bothDatabases(); }
    void whoSignsInSeesAndDoesWhatIsTheirs()
    {
        QFETCH(QString, database);
        Lobby lobby(database);
        HttpClient &client = *lobby.client;
        const QByteArray ada = idIn(lobby.join("ada").json());
        const QByteArray bob = idIn(lobby.join("bob").json());
        const auto asAda = lobby.as("ada"), asBob = lobby.as("bob");
        QCOMPARE(client.get("/v1/events", asAda).status, 200);

        const auto cart = lobby.reserve(2, asAda);
        QCOMPARE(cart.status, 201);
        QCOMPARE(idIn(cart.json(), "customer_id"), ada);
        const QByteArray path = "/v1/reservations/" + idIn(cart.json());
        QCOMPARE(client.get(path, asAda).status, 200);
        QCOMPARE(client.get(path, asBob).status, 404);
        QCOMPARE(client.post(path + "/extend", {}, asBob).status, 404);
        QCOMPARE(client.post(path + "/payments", R"({"tender":"card","amount":"24.00","token":"ok"})", asBob).status, 404);
        QCOMPARE(client.ask("DELETE", path, {}, asBob).status, 404);
        QCOMPARE(client.get(path, asAda).json().value(QStringLiteral("state")).toString(), QStringLiteral("active"));
        const auto order = client.post(path + "/payments", R"({"tender":"card","amount":"24.00","token":"ok"})", asAda);
        QCOMPARE(order.status, 201);
        const QByteArray ticket = firstTicket(order.json());
        const QByteArray payment = idIn(order.json().value(QStringLiteral("payments")).toArray().first().toObject());

        for (const QByteArray &own : {"/v1/customers/" + ada, "/v1/customers/" + ada + "/orders", "/v1/customers/" + ada + "/tickets", "/v1/orders/" + idIn(order.json()),
                                      "/v1/payments/" + payment, "/v1/clients/" + ada}) {
            QVERIFY2(client.get(own, asAda).status == 200, own.constData());
            QVERIFY2(client.get(own, asBob).status == 404, own.constData());
        }
        QCOMPARE(client.get("/v1/customers/" + ada + "/orders", asAda).json().value(QStringLiteral("orders")).toArray().size(), 1);
        QCOMPARE(client.post("/v1/tickets/" + ticket + "/transfer", "{\"customer_id\":\"" + bob + "\"}", asBob).status, 404);
        QCOMPARE(lobby.reserve(1, asBob, ",\"customer_id\":\"" + ada + '"').status, 404);
        // What only the house does is refused, whosever it is.
        QCOMPARE(client.post("/v1/tickets/" + ticket + "/revoke", R"({"reason":"x"})", asAda).status, 403);
        QCOMPARE(client.post("/v1/orders/" + idIn(order.json()) + "/refunds", "{\"tickets\":[\"" + ticket + "\"]}", asAda).status, 403);
        QCOMPARE(client.get("/v1/statistics/reservations", asAda).status, 403);
        QCOMPARE(client.post("/v1/customers", R"({"name":"x"})", asAda).status, 403);
        QCOMPARE(client.post("/v1/comps", "{}", asAda).status, 403);
        QCOMPARE(client.post("/ticket_options", R"({"name":"a","allocation":1})", asAda).status, 403);
        QCOMPARE(lobby.breaches(), QStringList());
    }

    void moneyMovesFromOnesOwnWalletAlone_data() { bothDatabases(); }
    void moneyMovesFromOnesOwnWalletAlone()
    {
        QFETCH(QString, database);
        Lobby lobby(database);
        HttpClient &client = *lobby.client;
        const QByteArray ada = idIn(lobby.join("ada").json()), bob = idIn(lobby.join("bob").json());
        const auto asAda = lobby.as("ada"), asBob = lobby.as("bob");
        const QByteArray adas = lobby.walletOf(ada, asAda), bobs = lobby.walletOf(bob, asBob);
        QCOMPARE(client.post("/v1/clients/" + ada + "/wallets", "{}", asBob).status, 404);
        QCOMPARE(client.post("/v1/wallets/" + adas + "/deposits", R"({"amount":"100.00"})", asAda).status, 403); // nobody makes money
        QCOMPARE(client.post("/v1/wallets/" + adas + "/deposits", R"({"amount":"100.00"})", lobby.shop).status, 201);
        const auto transfer = [&](const QByteArray &from, const QByteArray &to, const QList<QByteArray> &who) {
            return client.post("/v1/transfers", "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":\"10.00\"}", who).status;
        };
        QCOMPARE(transfer(adas, bobs, asBob), 404);
        QCOMPARE(transfer(adas, bobs, asAda), 201);
        QCOMPARE(lobby.balance(adas), QStringLiteral("90.00"));
        QCOMPARE(client.get("/v1/wallets/" + adas, asBob).status, 404);
        QCOMPARE(client.get("/v1/wallets/" + adas + "/operations", asBob).status, 404);
        QCOMPARE(client.get("/v1/wallets/" + adas + "/operations", asAda).status, 200);
        // A cart of one's own is not paid from the wallet of another.
        const QByteArray cart = idIn(lobby.reserve(1, asBob).json());
        const QByteArray payment = "{\"tender\":\"wallet\",\"amount\":\"12.00\",\"wallet_id\":\"" + adas + "\"}";
        QCOMPARE(client.post("/v1/reservations/" + cart + "/payments", payment, asBob).status, 404);
        QCOMPARE(lobby.balance(adas), QStringLiteral("90.00"));
        const QByteArray own = idIn(lobby.reserve(1, asAda).json());
        QCOMPARE(client.post("/v1/reservations/" + own + "/payments", payment, asAda).status, 201);
        QCOMPARE(lobby.balance(adas), QStringLiteral("78.00"));
        // The same key of two people is two keys; of one who signs in again it is one.
        const QByteArray body = "{\"from\":\"" + adas + "\",\"to\":\"" + bobs + "\",\"amount\":\"1.00\"}";
        QCOMPARE(client.post("/v1/transfers", body, asAda + QList<QByteArray>{"Idempotency-Key: k"}).status, 201);
        QCOMPARE(client.post("/v1/transfers", body, lobby.as("ada") + QList<QByteArray>{"Idempotency-Key: k"}).status, 201);
        QCOMPARE(lobby.balance(adas), QStringLiteral("77.00"));
        QCOMPARE(lobby.breaches(), QStringList());
    }

    void aTicketThatWasPassedOnIsTheOthers_data() { bothDatabases(); }
    void aTicketThatWasPassedOnIsTheOthers()
    {
        QFETCH(QString, database);
        Lobby lobby(database);
        HttpClient &client = *lobby.client;
        const QByteArray ada = idIn(lobby.join("ada").json()), bob = idIn(lobby.join("bob").json());
        const auto asAda = lobby.as("ada"), asBob = lobby.as("bob");
        const QJsonObject order = lobby.buy(2, asAda);
        const QByteArray ticket = firstTicket(order);
        QCOMPARE(client.post("/v1/tickets/" + ticket + "/transfer", R"({"email":"bob@example.org"})", asAda).status, 200);
        QCOMPARE(client.post("/v1/tickets/" + ticket + "/transfer", "{\"customer_id\":\"" + ada + "\"}", asAda).status, 404); // not hers any more
        const auto ticketsOf = [&](const QByteArray &who, const QList<QByteArray> &token) { return client.get("/v1/customers/" + who + "/tickets", token).json().value(QStringLiteral("tickets")).toArray(); };
        QCOMPARE(client.get("/v1/tickets/" + ticket + ".pdf", asAda).status, 404);
        QCOMPARE(client.get("/v1/tickets/" + ticket + ".pdf", asBob).status, 200);
        QCOMPARE(ticketsOf(ada, asAda).size(), 1);
        QCOMPARE(ticketsOf(bob, asBob).size(), 1);
        QCOMPARE(idIn(ticketsOf(bob, asBob).first().toObject()), ticket);
        QVERIFY(ticketsOf(bob, asBob).first().toObject().contains(QStringLiteral("code")));
        // The order stays the buyer's, without the code that admits somebody else.
        const QJsonArray shown = client.get("/v1/orders/" + idIn(order), asAda).json().value(QStringLiteral("tickets")).toArray();
        for (const QJsonValue one : shown)
            QCOMPARE(one.toObject().contains(QStringLiteral("code")), idIn(one.toObject()) != ticket);
        QCOMPARE(client.get("/v1/orders/" + idIn(order), asBob).status, 404);
        QCOMPARE(lobby.breaches(), QStringList());
    }

    void aTicketThatWaitsForSomebodyIsNobodys_data() { bothDatabases(); }
    void aTicketThatWaitsForSomebodyIsNobodys()
    {
        QFETCH(QString, database);
        Lobby lobby(database);
        HttpClient &client = *lobby.client;
        const QByteArray ada = idIn(lobby.join("ada").json());
        const auto asAda = lobby.as("ada");
        const QJsonObject order = lobby.buy(1, asAda);
        const QByteArray ticket = firstTicket(order);
        const auto ticketsOf = [&](const QByteArray &who, const QList<QByteArray> &token) { return client.get("/v1/customers/" + who + "/tickets", token).json().value(QStringLiteral("tickets")).toArray(); };
        QCOMPARE(client.post("/v1/tickets/" + ticket + "/transfer", R"({"email":"new@example.org"})", asAda).status, 200);
        QCOMPARE(client.post("/v1/tickets/" + ticket + "/transfer", "{\"customer_id\":\"" + ada + "\"}", asAda).status, 404); // given is given
        QCOMPARE(client.get("/v1/tickets/" + ticket + ".pdf", asAda).status, 404);
        QVERIFY(ticketsOf(ada, asAda).isEmpty());
        QVERIFY(!client.get("/v1/orders/" + idIn(order), asAda).json().value(QStringLiteral("tickets")).toArray().first().toObject().contains(QStringLiteral("code")));
        const QByteArray fresh = idIn(lobby.join("new").json());
        QCOMPARE(ticketsOf(fresh, lobby.as("new")).size(), 1);
        QVERIFY(ticketsOf(ada, asAda).isEmpty());
        QCOMPARE(lobby.breaches(), QStringList());
    }

    void guessingIsAnsweredAlikeAndLocks_data() { bothDatabases(); }
    void guessingIsAnsweredAlikeAndLocks()
    {
        QFETCH(QString, database);
        Lobby lobby(database);
        lobby.join("ada");
        for (const QByteArray &email : {QByteArray("ada@example.org"), QByteArray("nobody@example.org")}) {
            for (int i = 0; i < CustomerLogins::LockAfter; ++i) {
                const auto wrong = lobby.login(email, "wrong horse");
                QCOMPARE(wrong.status, 401);
                QCOMPARE(wrong.body, QByteArray(R"({"error":{"code":"wrong_password","message":"The e-mail or the password is wrong."}})"));
            }
            const auto locked = lobby.login(email);
            QCOMPARE(locked.status, 429);
            QCOMPARE(codeIn(locked), QStringLiteral("locked_out"));
            QCOMPARE(locked.headers.value("retry-after"), QByteArray("900"));
        }
        lobby.server.box.advance(CustomerLogins::Lock);
        QCOMPARE(lobby.login("ADA@example.org").status, 200);
        QCOMPARE(lobby.login("ada@example.org", "wrong horse").status, 401); // and all is forgiven
        QCOMPARE(lobby.login("ada@example.org").status, 200);
    }

    void aTokenOfACustomerEnds_data() { bothDatabases(); }
    void aTokenOfACustomerEnds()
    {
        QFETCH(QString, database);
        Lobby lobby(database);
        lobby.join("ada");
        const auto asAda = lobby.as("ada");
        QCOMPARE(lobby.client->get("/v1/events", asAda).status, 200);
        lobby.server.box.advance(CustomerLogins::Lifetime - Milliseconds(1));
        QCOMPARE(lobby.client->get("/v1/events", asAda).status, 200);
        lobby.server.box.advance(Milliseconds(1));
        QCOMPARE(lobby.client->get("/v1/events", asAda).status, 401);
        QCOMPARE(lobby.client->get("/v1/events", {"Authorization: Bearer customer_nonsense"}).status, 401);
    }

    void aCustomerWithAPasswordIsChecked_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {R"({"name":"a","password":"long enough"})", R"({"name":"a","email":"a@b.c","password":"short"})", R"({"name":"a","email":"a@b.c","password":7})",
                                 R"({"name":"a","email":"a@b.c","password":""})", R"({"name":"a","email":"","password":"long enough"})", R"({"name":"a","email":"a@b.c","password":"long\u0000enough"})"})
            QTest::newRow(body) << QByteArray(body);
        QTest::newRow("too long") << "{\"name\":\"a\",\"email\":\"a@b.c\",\"password\":\"" + QByteArray(201, 'x') + "\"}";
    }
    void aCustomerWithAPasswordIsChecked()
    {
        QFETCH(QByteArray, body);
        Lobby lobby(QStringLiteral("sqlite"));
        QCOMPARE(lobby.client->post("/v1/customers", body, lobby.shop).status, 400);
    }

    void anEmailSignsInOnePersonAndAKeyForgetsThePassword_data() { bothDatabases(); }
    void anEmailSignsInOnePersonAndAKeyForgetsThePassword()
    {
        QFETCH(QString, database);
        Lobby lobby(database);
        const auto key = lobby.shop + QList<QByteArray>{"Idempotency-Key: join"};
        const auto body = [](const QByteArray &password) { return "{\"name\":\"Ada\",\"email\":\"ada@example.org\",\"password\":\"" + password + "\"}"; };
        const auto first = lobby.client->post("/v1/customers", body("correct horse"), key);
        QCOMPARE(first.status, 201);
        QVERIFY(!first.body.contains("horse"));
        const auto again = lobby.client->post("/v1/customers", body("another horse"), key);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(lobby.login("ada@example.org", "another horse").status, 401);
        QCOMPARE(lobby.login("ada@example.org").status, 200);
        QCOMPARE(lobby.client->post("/v1/customers", body("correct horse"), lobby.shop).status, 400); // she is there already
        const auto db = Database::open(lobby.server.box.url(), Database::Mode::Read, lobby.server.box.clock());
        QVERIFY(db->run("SELECT hash FROM customer_password").front().bytes(0).startsWith("$argon2id$"));
        for (const Row &row : db->run("SELECT body FROM answer"))
            QVERIFY(!row.text(0).contains(QStringLiteral("horse")));
    }

    void whoIsNotAskedForATokenStillSeesTheirOwnAlone()
    {
        TestServer server(QStringLiteral("sqlite"));
        server.start();
        HttpClient client(server.port());
        const QByteArray ada = idIn(client.post("/v1/customers", R"({"name":"Ada","email":"ada@example.org","password":"correct horse"})").json());
        const QByteArray bob = idIn(client.post("/v1/customers", R"({"name":"Bob"})").json());
        const QList<QByteArray> token{"Authorization: Bearer " + idIn(client.post("/v1/login", R"({"email":"ada@example.org","password":"correct horse"})").json(), "token")};
        QCOMPARE(client.get("/v1/customers/" + ada, token).status, 200);
        QCOMPARE(client.get("/v1/customers/" + bob, token).status, 404);
        QCOMPARE(client.get("/v1/customers/" + bob).status, 200);
    }

    void whoHoldsTooMuchOpenIsToldSo()
    {
        TestServer server(QStringLiteral("sqlite"));
        QList<QByteArray> shop;
        QByteArray type;
        {
            const auto office = server.box.open();
            type = anEvent(*office).withGeneral(QStringLiteral("Standing"), 100, 1200).add().ticketTypes[0].id.toString().toLatin1();
            shop = {"Authorization: Bearer " + must(office->tokens().add(office->system(), QStringLiteral("Shop"), Scopes::all())).secret.toLatin1()};
        }
        server.config().needsToken = true;
        server.config().openReservations = 2;
        server.start();
        HttpClient client(server.port());
        const auto reserve = [&](int quantity = 1) { return client.post("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + type + "\",\"quantity\":" + QByteArray::number(quantity) + "}]}", shop); };
        const auto first = reserve();
        QCOMPARE(first.status, 201);
        QCOMPARE(reserve(1'000).status, 409); // what is refused does not count
        QCOMPARE(reserve().status, 201);
        const auto tooMany = reserve();
        QCOMPARE(tooMany.status, 429);
        QCOMPARE(codeIn(tooMany), QStringLiteral("too_many_reservations"));
        QCOMPARE(client.ask("DELETE", "/v1/reservations/" + idIn(first.json()), {}, shop).status, 204);
        QCOMPARE(reserve().status, 201);
        QCOMPARE(reserve().status, 429);
        server.box.advance(std::chrono::minutes(16)); // all have ended by themselves
        QCOMPARE(reserve().status, 201);
    }
};

FOYER_TEST(ServerLoginTest, "serverlogin")
#include "test_serverlogin.moc"
