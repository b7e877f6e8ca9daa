// The server through real sockets: ticket options in both dialects, who may ask, and what is answered to nonsense.
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <atomic>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

const QByteArray AUser = "406c1d05-bbb2-4e94-b183-7d208c2692e1";
const QByteArray JsonApiType = "Content-Type: application/vnd.api+json";
const QByteArray JsonApiAccept = "Accept: application/vnd.api+json";

QByteArray makeOption(HttpClient &client, int allocation)
{
    const auto made = client.post("/ticket_options", "{\"name\":\"example\",\"desc\":\"sample description\",\"allocation\":" + QByteArray::number(allocation) + "}");
    return made.json().value(QStringLiteral("id")).toString().toLatin1();
}

QByteArray purchaseBody(int quantity)
{
    return "{\"quantity\":" + QByteArray::number(quantity) + ",\"user_id\":\"" + AUser + "\"}";
}

int allocationOf(HttpClient &client, const QByteArray &option)
{
    return client.get("/ticket_options/" + option).json().value(QStringLiteral("allocation")).toInt(-1);
}

QString codeOf(const HttpClient::Answer &answer)
{
    return answer.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
}

QString fieldOf(const HttpClient::Answer &answer)
{
    return answer.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("field")).toString();
}

QByteArray jsonApiPurchase(const QByteArray &option, const QByteArray &quantity)
{
    return "{\"data\":{\"type\":\"purchases\",\"attributes\":{\"quantity\":" + quantity + "},\"relationships\":{"
           "\"user\":{\"data\":{\"type\":\"users\",\"id\":\"" + AUser + "\"}},"
           "\"ticket_option\":{\"data\":{\"type\":\"ticket_options\",\"id\":\"" + option + "\"}}}}}";
}

} // namespace

class ServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOptionIsMadeShownAndBought_data() { bothDatabases(); }
    void anOptionIsMadeShownAndBought()
    {
        QFETCH(QString, database);
        TestServer server(database);
        server.start();
        HttpClient client(server.port());
        const auto made = client.post("/ticket_options", R"({"name":"example","desc":"sample description","allocation":100,"unknown":[1]})");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(made.json().keys(), (QStringList{QStringLiteral("allocation"), QStringLiteral("desc"), QStringLiteral("id"), QStringLiteral("name")}));
        const QByteArray id = made.json().value(QStringLiteral("id")).toString().toLatin1();
        QCOMPARE(client.get("/ticket_options/" + id).json(), made.json());
        const auto bought = client.post("/ticket_options/" + id + "/purchases", purchaseBody(2));
        QCOMPARE(bought.status, 201);
        QVERIFY(bought.body.isEmpty());
        QCOMPARE(allocationOf(client, id), 98);
        const auto tooMany = client.post("/ticket_options/" + id + "/purchases", purchaseBody(99));
        QCOMPARE(tooMany.status, 400);
        QCOMPARE(codeOf(tooMany), QStringLiteral("sold_out"));
        QCOMPARE(fieldOf(tooMany), QStringLiteral("quantity"));
        QCOMPARE(allocationOf(client, id), 98);
        QCOMPARE(client.post("/ticket_options/" + id + "/purchases", purchaseBody(98)).status, 201);
        QCOMPARE(client.post("/ticket_options/" + id + "/purchases", purchaseBody(1)).status, 400);
        QCOMPARE(client.post("/ticket_options/" + AUser + "/purchases", purchaseBody(1)).status, 404);
        QCOMPARE(client.get("/ticket_options/" + AUser).status, 404);
        QVERIFY(server.stop());
    }

    void jsonApiSpeaksItsOwnDialect_data() { bothDatabases(); }
    void jsonApiSpeaksItsOwnDialect()
    {
        QFETCH(QString, database);
        TestServer server(database);
        server.start();
        HttpClient client(server.port());
        const auto made = client.ask("POST", "/ticket_options", R"({"data":{"type":"ticket_options","attributes":{"name":"example","description":"text","allocation":10}}})", {JsonApiType});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.headers.value("content-type"), QByteArray("application/vnd.api+json"));
        const QJsonObject data = made.json().value(QStringLiteral("data")).toObject();
        QCOMPARE(data.value(QStringLiteral("type")).toString(), QStringLiteral("ticket_options"));
        QCOMPARE(data.value(QStringLiteral("attributes")).toObject(),
                 (QJsonObject{{QStringLiteral("name"), QStringLiteral("example")}, {QStringLiteral("description"), QStringLiteral("text")}, {QStringLiteral("allocation"), 10}}));
        const QByteArray id = data.value(QStringLiteral("id")).toString().toLatin1();
        QCOMPARE(client.get("/ticket_options/" + id, {JsonApiAccept}).json(), made.json());
        const auto bought = client.ask("POST", "/purchases", jsonApiPurchase(id, "4"), {JsonApiType});
        QCOMPARE(bought.status, 201);
        QCOMPARE(bought.json().value(QStringLiteral("data")).toObject().value(QStringLiteral("attributes")).toObject().value(QStringLiteral("quantity")).toInt(), 4);
        const auto tooMany = client.ask("POST", "/purchases", jsonApiPurchase(id, "7"), {JsonApiType});
        QCOMPARE(tooMany.status, 400);
        const QJsonObject error = tooMany.json().value(QStringLiteral("errors")).toArray().first().toObject();
        QCOMPARE(error.value(QStringLiteral("code")).toString(), QStringLiteral("sold_out"));
        QCOMPARE(error.value(QStringLiteral("source")).toObject().value(QStringLiteral("pointer")).toString(), QStringLiteral("/data/attributes/quantity"));
        QCOMPARE(client.ask("POST", "/purchases", jsonApiPurchase(AUser, "1"), {JsonApiType}).status, 404);
        QCOMPARE(client.ask("POST", "/purchases", jsonApiPurchase("nonsense", "1"), {JsonApiType}).status, 400);
        QCOMPARE(client.ask("POST", "/purchases", jsonApiPurchase(id, "0"), {JsonApiType}).status, 400);
        QCOMPARE(allocationOf(client, id), 6);
    }

    void thousandsBuyAtOnceAndNotOneTooManyIsSold_data() { bothDatabases(); }
    void thousandsBuyAtOnceAndNotOneTooManyIsSold()
    {
        QFETCH(QString, database);
        TestServer server(database);
        server.start();
        constexpr int Threads = 8, Connections = 16, Rounds = 20, Allocation = 2000; // 2,560 purchases
        HttpClient first(server.port());
        const QByteArray option = makeOption(first, Allocation);
        std::atomic<int> bought = 0, refused = 0, other = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < Threads; ++t)
            threads.emplace_back([&] {
                std::vector<std::unique_ptr<HttpClient>> clients;
                for (int i = 0; i < Connections; ++i)
                    clients.push_back(std::make_unique<HttpClient>(server.port()));
                for (int round = 0; round < Rounds; ++round) {
                    const QByteArray body = purchaseBody(1);
                    const QByteArray request = "POST /ticket_options/" + option + "/purchases HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
                    for (const auto &client : clients)
                        client->send(request);
                    for (const auto &client : clients) {
                        const int status = client->read().status;
                        ++(status == 201 ? bought : status == 400 ? refused : other);
                    }
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(other.load(), 0);
        QCOMPARE(bought.load(), Allocation);
        QCOMPARE(refused.load(), Threads * Connections * Rounds - Allocation);
        QCOMPARE(allocationOf(first, option), 0);
    }

    void twoServersSellOneOption()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        TestServer server(QStringLiteral("postgres"));
        server.start();
        auto second = server.config();
        second.office.keyFolder = server.box.keyFolder(QStringLiteral("second"));
        second.office.terminalName = QStringLiteral("Second server");
        const auto other = must(server::Server::start(second));
        HttpClient first(server.port());
        const QByteArray option = makeOption(first, 300);
        std::atomic<int> bought = 0;
        std::vector<std::thread> threads;
        for (const quint16 port : {server.port(), other->port(), server.port(), other->port()})
            threads.emplace_back([&, port] {
                HttpClient client(port);
                for (int i = 0; i < 100; ++i)
                    bought += client.post("/ticket_options/" + option + "/purchases", purchaseBody(1)).status == 201 ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(bought.load(), 300);
    }

    void oddBodiesAre400_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("broken") << QByteArray("{\"quantity\":");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("number") << QByteArray("7");
        QTest::newRow("no user") << QByteArray("{\"quantity\":1}");
        const auto with = [](const QByteArray &quantity) { return "{\"quantity\":" + quantity + ",\"user_id\":\"" + AUser + "\"}"; };
        for (const char *quantity : {"0", "-1", "1.5", "\"1\"", "true", "null", "[]", "{}", "1e400", "-1e400", "9223372036854775808", "9223372036854775807", "1e18", "NaN", "01", "0x1"})
            QTest::newRow(quantity) << with(quantity);
        const auto of = [](const QByteArray &user) { return "{\"quantity\":1,\"user_id\":" + user + "}"; };
        for (const char *user : {"\"\"", "\"x\"", "7", "null", "\"{406c1d05-bbb2-4e94-b183-7d208c2692e1}\"", "\"406c1d05bbb24e94b1837d208c2692e1\"", "\"406c1d05-bbb2-4e94-b183-7d208c2692e\\u0000\""})
            QTest::newRow(user) << of(user);
        QTest::newRow("NUL") << of("\"" + AUser + "\"") + QByteArray(1, '\0');
        QTest::newRow("broken UTF-8") << QByteArray("{\"quantity\":1,\"user_id\":\"\xff\xfe\"}");
        QTest::newRow("deep") << QByteArray(30'000, '[');
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(10'000);
    }
    void oddBodiesAre400()
    {
        QFETCH(QByteArray, body);
        HttpClient client(m_server->port());
        const auto answer = client.post("/ticket_options/" + m_option + "/purchases", body);
        QCOMPARE(answer.status, 400);
        QVERIFY(!codeOf(answer).isEmpty());
        QCOMPARE(allocationOf(client, m_option), 1000);
    }

    void ofTwoFieldsWithOneNameTheLastCounts()
    {
        HttpClient client(m_server->port());
        const QByteArray option = makeOption(client, 10);
        const auto buy = [&](const QByteArray &quantities) { return client.post("/ticket_options/" + option + "/purchases", "{" + quantities + ",\"user_id\":\"" + AUser + "\"}").status; };
        QCOMPARE(buy("\"quantity\":0,\"quantity\":3"), 201);
        QCOMPARE(buy("\"quantity\":3,\"quantity\":0"), 400);
        QCOMPARE(allocationOf(client, option), 7);
    }

    void oddOptionsAre400_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"{}", "{\"name\":\"a\"}", "{\"allocation\":1}", "{\"name\":\"\",\"allocation\":1}", "{\"name\":\"a\",\"allocation\":-1}", "{\"name\":\"a\",\"allocation\":\"1\"}",
                                 "{\"name\":7,\"allocation\":1}", "{\"name\":\"a\",\"desc\":7,\"allocation\":1}", "{\"name\":\"a\\u0000b\",\"allocation\":1}", "{\"name\":\"\\ud800\",\"allocation\":1}",
                                 "{\"name\":\"a\",\"allocation\":0.5}", "{\"name\":\"a\",\"allocation\":1000000001}"})
            QTest::newRow(body) << QByteArray(body);
    }
    void oddOptionsAre400()
    {
        QFETCH(QByteArray, body);
        HttpClient client(m_server->port());
        QCOMPARE(client.post("/ticket_options", body).status, 400);
    }

    void oddAddressesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing there") << QByteArray("GET") << QByteArray("/nothing") << 404;
        QTest::newRow("no UUID") << QByteArray("GET") << QByteArray("/ticket_options/7") << 404;
        QTest::newRow("path trick") << QByteArray("GET") << QByteArray("/ticket_options/../../etc/passwd") << 404;
        QTest::newRow("encoded") << QByteArray("GET") << QByteArray("/%2e%2e/%00") << 404;
        QTest::newRow("double slash") << QByteArray("GET") << QByteArray("//ticket_options") << 404;
        QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/ticket_options") << 405;
        QTest::newRow("get a list") << QByteArray("GET") << QByteArray("/purchases") << 405;
        QTest::newRow("trace") << QByteArray("TRACE") << QByteArray("/health") << 405;
        QTest::newRow("long") << QByteArray("GET") << QByteArray("/") + QByteArray(3'000, 'a') << 404;
    }
    void oddAddressesAreRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        HttpClient client(m_server->port());
        const auto answer = client.ask(method, path);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.contains("allow"), status == 405);
        QVERIFY(!codeOf(answer).isEmpty());
    }

    void whatIsNotJsonIs415AndWhatIsTooLargeIs413()
    {
        HttpClient client(m_server->port());
        const QByteArray path = "/ticket_options/" + m_option + "/purchases";
        QCOMPARE(client.ask("POST", path, purchaseBody(1)).status, 415);
        QCOMPARE(client.ask("POST", path, "quantity=1", {"Content-Type: application/x-www-form-urlencoded"}).status, 415);
        QCOMPARE(client.ask("POST", path, purchaseBody(0), {"Content-Type: application/json; charset=utf-8"}).status, 400);
        const auto padded = [](qsizetype size) { return "{\"x\":\"" + QByteArray(size - 8, 'a') + "\"}"; };
        QCOMPARE(client.post(path, padded(64 * 1024)).status, 400); // large enough, and without a quantity
        const auto large = client.post(path, padded(64 * 1024 + 1));
        QCOMPARE(large.status, 413);
        QCOMPARE(codeOf(large), QStringLiteral("too_large"));
        QVERIFY(client.isClosedByServer());
    }

    void aKeyIsAnsweredOnce()
    {
        HttpClient client(m_server->port());
        const QByteArray option = makeOption(client, 10);
        const QList<QByteArray> key{"Idempotency-Key: one"};
        const QByteArray path = "/ticket_options/" + option + "/purchases";
        QCOMPARE(client.post(path, purchaseBody(2), key).status, 201);
        QCOMPARE(client.post(path, purchaseBody(2), key).status, 201);
        QCOMPARE(allocationOf(client, option), 8);
        const auto other = client.post(path, purchaseBody(3), key);
        QCOMPARE(other.status, 409);
        QCOMPARE(codeOf(other), QStringLiteral("key_reused"));
        QCOMPARE(client.post(path, purchaseBody(3), {"Idempotency-Key: " + QByteArray(201, 'k')}).status, 400);
        const auto made = client.post("/ticket_options", R"({"name":"b","allocation":1})", {"Idempotency-Key: two"});
        const auto again = client.post("/ticket_options", R"({"name":"b","allocation":1})", {"Idempotency-Key: two"});
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, made.body);
        const auto document = client.ask("POST", "/purchases", jsonApiPurchase(option, "1"), {JsonApiType, "Idempotency-Key: three"});
        QCOMPARE(client.ask("POST", "/purchases", jsonApiPurchase(option, "1"), {JsonApiType, "Idempotency-Key: three"}).body, document.body);
        QCOMPARE(allocationOf(client, option), 7);
    }

    void readingHasATag()
    {
        HttpClient client(m_server->port());
        const QByteArray option = makeOption(client, 10);
        const auto shown = client.get("/ticket_options/" + option);
        const QByteArray tag = shown.headers.value("etag");
        QVERIFY(!tag.isEmpty());
        const auto same = client.get("/ticket_options/" + option, {"If-None-Match: " + tag});
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(client.post("/ticket_options/" + option + "/purchases", purchaseBody(1)).status, 201);
        QCOMPARE(client.get("/ticket_options/" + option, {"If-None-Match: " + tag}).status, 200);
        QCOMPARE(client.ask("HEAD", "/ticket_options/" + option).status, 200);
    }

    void thePagesAboutItself()
    {
        HttpClient client(m_server->port());
        QCOMPARE(client.get("/health").body, QByteArray("{\"status\":\"ok\"}"));
        QVERIFY(client.get("/").body.contains("/ticket_options/{id}/purchases"));
        QCOMPARE(client.get("/docs").headers.value("content-type"), QByteArray("text/html; charset=utf-8"));
        QVERIFY(client.get("/openapi.json").json().contains(QStringLiteral("paths")));
        makeOption(client, 1);
        const QByteArray metrics = client.get("/metrics").body;
        QVERIFY(metrics.contains("foyer_http_requests_total{method=\"POST\",route=\"/ticket_options\",status=\"201\"}"));
        QVERIFY(metrics.contains("foyer_batch_size_count"));
        QVERIFY(metrics.contains("foyer_http_connections 1\n"));
    }

    void aTokenOpensWhatItIsFor_data() { bothDatabases(); }
    void aTokenOpensWhatItIsFor()
    {
        QFETCH(QString, database);
        TestServer server(database);
        QString reader, seller, revoked;
        {
            const auto office = server.box.open();
            const auto token = [&](const char *scopes) { return must(office->tokens().add(office->system(), QStringLiteral("x"), must(Scopes::fromText(QLatin1String(scopes))))); };
            reader = token("read").secret;
            seller = token("read,sell").secret;
            const auto gone = token("read,sell");
            revoked = gone.secret;
            must(office->tokens().revoke(office->system(), gone.token.id));
        }
        server.config().needsToken = true;
        server.start();
        HttpClient client(server.port());
        const auto bearer = [](const QString &secret) { return QList<QByteArray>{"Authorization: Bearer " + secret.toLatin1()}; };
        const QByteArray body = R"({"name":"a","allocation":1})";
        const auto nobody = client.post("/ticket_options", body);
        QCOMPARE(nobody.status, 401);
        QCOMPARE(nobody.headers.value("www-authenticate"), QByteArray("Bearer"));
        QCOMPARE(client.post("/ticket_options", body, bearer(QStringLiteral("foyer_nonsense"))).status, 401);
        QCOMPARE(client.post("/ticket_options", body, bearer(revoked)).status, 401);
        QCOMPARE(client.post("/ticket_options", body, bearer(reader)).status, 403);
        QCOMPARE(client.post("/ticket_options", body, bearer(seller)).status, 201);
        QCOMPARE(client.get("/health").status, 200);
        QCOMPARE(client.get("/ticket_options/" + AUser, bearer(reader)).status, 404);
    }

    void aTokenThatAsksTooOftenIsToldSo()
    {
        TestServer server(QStringLiteral("sqlite"));
        QString secret;
        {
            const auto office = server.box.open();
            secret = must(office->tokens().add(office->system(), QStringLiteral("x"), Scopes::all())).secret;
        }
        server.config().needsToken = true;
        server.config().requestsPerSecond = 3;
        server.start();
        HttpClient client(server.port());
        const QList<QByteArray> bearer{"Authorization: Bearer " + secret.toLatin1()};
        for (int i = 0; i < 3; ++i)
            QCOMPARE(client.get("/ticket_options/" + AUser, bearer).status, 404);
        const auto tooMany = client.get("/ticket_options/" + AUser, bearer); // the clock stands still
        QCOMPARE(tooMany.status, 429);
        QVERIFY(tooMany.headers.contains("retry-after"));
        server.box.advance(Milliseconds(1'000));
        QCOMPARE(client.get("/ticket_options/" + AUser, bearer).status, 404);
    }

    void withoutTokensOnlyThisMachineMayAsk()
    {
        QVERIFY(server::mayServeOpenly(QStringLiteral("127.0.0.1"), false));
        QVERIFY(server::mayServeOpenly(QStringLiteral("::1"), false));
        QVERIFY(!server::mayServeOpenly(QStringLiteral("0.0.0.0"), false));
        QVERIFY(!server::mayServeOpenly(QStringLiteral("192.168.0.1"), false));
        QVERIFY(server::mayServeOpenly(QStringLiteral("0.0.0.0"), true));
        QCOMPARE(must(server::listenAt(QStringLiteral("localhost:80"))).address, QStringLiteral("127.0.0.1"));
        QCOMPARE(must(server::listenAt(QStringLiteral("[::1]:8080"))).port, quint16(8080));
        for (const char *wrong : {"", "3000", "127.0.0.1", "127.0.0.1:99999", "example.org:80", "::1:80"})
            QVERIFY(!server::listenAt(QLatin1String(wrong)));
    }

    void theDatabaseGoesAndComesBack()
    {
        // What a server says while its database refuses: 503 with Retry-After, and all is well again afterwards.
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        TestServer server(QStringLiteral("postgres"));
        server.start();
        HttpClient client(server.port());
        const QByteArray option = makeOption(client, 10);
        auto maintenance = server.box.url();
        maintenance.database = QStringLiteral("postgres");
        const auto admin = Database::open(maintenance, Database::Mode::Administer, server.box.clock());
        const QString name = server.box.url().database;
        admin->execute(QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS false").arg(name));
        admin->read(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'").arg(name));
        const auto away = client.post("/ticket_options/" + option + "/purchases", purchaseBody(1));
        QCOMPARE(away.status, 503);
        QVERIFY(away.headers.contains("retry-after"));
        QCOMPARE(client.get("/health").status, 503);
        admin->execute(QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS true").arg(name));
        QCOMPARE(client.post("/ticket_options/" + option + "/purchases", purchaseBody(1)).status, 201);
        QCOMPARE(allocationOf(client, option), 9);
    }

    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(QStringLiteral("sqlite"));
        m_server->start();
        HttpClient client(m_server->port());
        m_option = makeOption(client, 1000);
    }
    void cleanupTestCase() { m_server.reset(); }

private:
    std::unique_ptr<TestServer> m_server;
    QByteArray m_option;
};

FOYER_TEST(ServerTest, "server")
#include "test_server.moc"
