// The OpenAPI description is true: every operation in it is called, with good and with bad bodies, and every answer is what it says.
#include "app/server/accesslog.h"
#include "app/server/routes.h"
#include "core/payment/sandboxgateway.h"
#include "tests/support/schemacheck.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

using namespace foyer;
using namespace foyer::test;

namespace {

const QByteArray NobodysId = "406c1d05-bbb2-4e94-b183-7d208c2692e1";

/// How an operation is called so that it succeeds.
struct Example {
    QByteArray path;
    QJsonObject body = {};
    int status = 200;
    QByteArray type = "application/json";
    QByteArray token = {};
};

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// A box office in which there is something for every operation.
class Stage
{
public:
    Stage() : server(QStringLiteral("sqlite"))
    {
        {
            const auto office = server.box.open();
            event = anEvent(*office).named(QStringLiteral("Hamlet")).withGeneral(QStringLiteral("Standing"), 500, 1200).withSeats(2, 5).add();
            gala = anEvent(*office).named(QStringLiteral("Gala")).withSeats(2, 5).add();
            doorCode = must(office->doorCentre().invite(office->system(), QStringLiteral("North gate"))).code;
        }
        server.config().gateway = [this]() -> Result<std::unique_ptr<PaymentGateway>> {
            auto gateway = SandboxGateway::open({}, server.box.clock(), eventLoopLater());
            (*gateway)->setBehaviour({.delay = Milliseconds(0)});
            return std::unique_ptr<PaymentGateway>(std::move(*gateway));
        };
        // Who draws stands in app/ctl; here it is a page that says nothing.
        server.config().readPaper = [](BoxOffice &office, TicketId ticket) -> Result<server::Drawing> {
            const auto order = office.orders().ofTicket(ticket);
            if (!order)
                return fail(order.error());
            return [] { return Result<QByteArray>(QByteArray("%PDF-1.4")); };
        };
        server.start();
        client = std::make_unique<HttpClient>(server.port());
        api = client->get("/openapi.json").json();
    }

    QByteArray made(const QByteArray &path, const QByteArray &body, const char *id = "id")
    {
        return idOf(client->post(path, body).json(), id);
    }
    static QByteArray idOf(const QJsonObject &object, const char *id) { return object.value(QLatin1String(id)).toString().toLatin1(); }

    QByteArray aType() const { return event.ticketTypes[0].id.toString().toLatin1(); }
    QByteArray aCart() { return made("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + aType() + "\",\"quantity\":1}]}"); }
    QJsonObject anOrder(const QByteArray &customer = {})
    {
        const QByteArray with = customer.isEmpty() ? QByteArray() : ",\"customer_id\":\"" + customer + '"';
        const QByteArray cart = made("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + aType() + "\",\"quantity\":2}]" + with + "}");
        return client->post("/v1/reservations/" + cart + "/payments", R"({"tender":"card","amount":"24.00","currency":"EUR","token":"ok"})").json();
    }
    QByteArray aTicket() { return idOf(anOrder().value(QStringLiteral("tickets")).toArray().first().toObject(), "id"); }
    QByteArray aClient() { return made("/v1/clients", R"({"name":"Ada","email":"ada@example.org"})"); }
    QByteArray aWallet()
    {
        return idOf(client->post("/v1/clients", R"({"name":"Ada"})").json().value(QStringLiteral("wallet")).toObject(), "id");
    }
    QByteArray aFullWallet()
    {
        const QByteArray wallet = aWallet();
        client->post("/v1/wallets/" + wallet + "/deposits", R"({"amount":"100.00"})");
        return wallet;
    }
    QByteArray anOption() { return made("/ticket_options", R"({"name":"a","allocation":10})"); }

    /// A door's message, signed by its own key or by somebody else's.
    QJsonObject fromDoor(const char *path, const QJsonObject &message, bool isItself = true)
    {
        SystemRandom random;
        return parsed(DoorMessage::seal(path, door, message, isItself ? doorKey : crypto::SigningKey::generate(random)));
    }
    QJsonObject enrolment() const
    {
        return {{QStringLiteral("code"), doorCode}, {QStringLiteral("public_key"), QString::fromLatin1(doorKey.publicKey().bytes().toHex())}};
    }

    std::vector<Example> examplesOf(const QString &operation);

    TestServer server;
    Event event;
    Event gala; ///< whose seats are given away
    QString doorCode;
    TerminalId door{QUuid::createUuid()};
    crypto::SigningKey doorKey = *crypto::SigningKey::fromSeed(QByteArray(crypto::SeedSize, 'd'));
    std::unique_ptr<HttpClient> client;
    QJsonObject api;
};

// Longer than a screen because it is a table.
std::vector<Example> Stage::examplesOf(const QString &operation)
{
    const QByteArray jsonApi = "application/vnd.api+json";
    const auto is = [&](const char *name) { return operation == QLatin1String(name); };
    if (is("addTicketOption"))
        return {{"/ticket_options", parsed(R"({"name":"a","desc":"b","allocation":5})"), 201},
                {"/ticket_options", parsed(R"({"data":{"type":"ticket_options","attributes":{"name":"a","description":"b","allocation":5}}})"), 201, jsonApi}};
    if (is("showTicketOption")) {
        const QByteArray path = "/ticket_options/" + anOption();
        return {{path}, {path, {}, 200, jsonApi}};
    }
    if (is("purchaseTicketOption"))
        return {{"/ticket_options/" + anOption() + "/purchases", parsed("{\"quantity\":1,\"user_id\":\"" + NobodysId + "\"}"), 201}};
    if (is("addPurchase"))
        return {{"/purchases", parsed("{\"data\":{\"type\":\"purchases\",\"attributes\":{\"quantity\":1},\"relationships\":{\"user\":{\"data\":{\"type\":\"users\",\"id\":\"" + NobodysId
                                      + "\"}},\"ticket_option\":{\"data\":{\"type\":\"ticket_options\",\"id\":\"" + anOption() + "\"}}}}}"), 201, jsonApi}};
    if (is("listEvents"))
        return {{"/v1/events"}, {"/v1/events?q=ham&page=1&from=2020-01-01T00:00:00Z&to=2200-01-01T00:00:00%2B01:00"}};
    if (is("showEvent"))
        return {{"/v1/events/" + event.id.toString().toLatin1()}};
    if (is("showAvailability"))
        return {{"/v1/events/" + event.id.toString().toLatin1() + "/availability"}, {"/v1/events/" + event.id.toString().toLatin1() + "/availability?seats=1"}};
    if (is("addReservation")) {
        const QByteArray id = event.id.toString().toLatin1();
        return {{"/v1/reservations", parsed("{\"lines\":[{\"ticket_type_id\":\"" + aType() + "\",\"quantity\":2}]}"), 201},
                {"/v1/reservations", parsed("{\"lines\":[{\"event_id\":\"" + id + "\",\"seats\":[\"Stalls/1/1\",\"Stalls/1/2\"]}],\"customer_id\":\"" + aClient() + "\"}"), 201}};
    }
    if (is("showReservation") || is("extendReservation"))
        return {{"/v1/reservations/" + aCart() + (is("extendReservation") ? "/extend" : "")}};
    if (is("releaseReservation"))
        return {{"/v1/reservations/" + aCart(), {}, 204}};
    if (is("addPayment")) {
        return {{"/v1/reservations/" + aCart() + "/payments", parsed(R"({"tender":"card","amount":"12.00","currency":"EUR","token":"t"})"), 201},
                {"/v1/reservations/" + aCart() + "/payments", parsed(R"({"tender":"card","amount":"5.00","currency":"EUR","token":"t"})"), 200},
                {"/v1/reservations/" + aCart() + "/payments", parsed(R"({"tender":"card","amount":"5.00","currency":"EUR","token":"card_error"})"), 402},
                {"/v1/reservations/" + aCart() + "/payments", parsed("{\"tender\":\"wallet\",\"amount\":\"12.00\",\"wallet_id\":\"" + aFullWallet() + "\"}"), 201}};
    }
    if (is("showPayment"))
        return {{"/v1/payments/" + idOf(anOrder().value(QStringLiteral("payments")).toArray().first().toObject(), "id")}};
    if (is("showStatistics"))
        return {{"/v1/statistics/reservations"}, {"/v1/statistics/reservations?event_id=" + event.id.toString().toLatin1()}};
    if (is("addCustomer"))
        return {{"/v1/customers", parsed(R"({"name":"Ada","email":"ada@example.org"})"), 201},
                {"/v1/customers", parsed(R"({"name":"Eve","email":"eve@example.org","password":"correct horse"})"), 201}};
    if (is("showCustomer") || is("showCustomerOrders") || is("showCustomerTickets")) {
        const QByteArray customer = aClient();
        anOrder(customer);
        return {{"/v1/customers/" + customer + (is("showCustomer") ? "" : is("showCustomerOrders") ? "/orders" : "/tickets")}};
    }
    if (is("login")) {
        client->post("/v1/customers", R"({"name":"Lou","email":"lou@example.org","password":"correct horse"})");
        return {{"/v1/login", parsed(R"({"email":"lou@example.org","password":"correct horse"})")},
                {"/v1/login", parsed(R"({"email":"lou@example.org","password":"wrong horse"})"), 401}};
    }
    if (is("changePassword")) {
        const QByteArray path = "/v1/customers/" + made("/v1/customers", R"({"name":"Pat","email":"pat@example.org","password":"correct horse"})") + "/password";
        return {{path, parsed(R"({"current":"correct horse","password":"battery staple"})"), 204}, {path, parsed(R"({"password":"correct horse"})"), 204},
                {path, parsed(R"({"current":"wrong horse","password":"battery staple"})"), 401}};
    }
    if (is("logout")) {
        client->post("/v1/customers", R"({"name":"Out","email":"out@example.org","password":"correct horse"})");
        return {{"/v1/logout", {}, 204, "application/json", made("/v1/login", R"({"email":"out@example.org","password":"correct horse"})", "token")}, {"/v1/logout", {}, 403}};
    }
    if (is("addEmailProof"))
        return {{"/v1/email_proofs", parsed(R"({"email":"proof@example.org"})"), 201}, {"/v1/email_proofs", parsed(R"({"email":"nobody"})"), 400}};
    if (is("confirmEmailProof")) {
        aClient();
        const QByteArray email = R"({"email":"ada@example.org"})", first = made("/v1/email_proofs", email, "secret"), second = made("/v1/email_proofs", email, "secret");
        return {{"/v1/email_proofs/confirm", parsed("{\"secret\":\"" + first + "\"}"), 204},
                {"/v1/email_proofs/confirm", parsed("{\"secret\":\"" + second + "\",\"password\":\"correct horse\"}"), 204},
                {"/v1/email_proofs/confirm", parsed("{\"secret\":\"" + second + "\"}"), 404}};
    }
    if (is("addComps")) {
        return {{"/v1/comps", parsed("{\"ticket_type_id\":\"" + aType() + "\",\"quantity\":2,\"reason\":\"Press\",\"customer_id\":\"" + aClient() + "\"}"), 201},
                {"/v1/comps", parsed("{\"ticket_type_id\":\"" + gala.ticketTypes[0].id.toString().toLatin1() + "\",\"quantity\":2,\"reason\":\"Press\"}"), 201},
                {"/v1/comps", parsed("{\"ticket_type_id\":\"" + QByteArray(NobodysId) + "\",\"quantity\":2,\"reason\":\"Press\"}"), 404},
                {"/v1/comps", parsed("{\"ticket_type_id\":\"" + aType() + "\",\"quantity\":5000,\"reason\":\"Press\"}"), 409}};
    }
    if (is("printTicket"))
        return {{"/v1/tickets/" + aTicket() + ".pdf"}};
    if (is("showOrder"))
        return {{"/v1/orders/" + idOf(anOrder(), "id")}};
    if (is("addRefund")) {
        const QJsonObject order = anOrder();
        const QByteArray first = idOf(order.value(QStringLiteral("tickets")).toArray().first().toObject(), "id");
        return {{"/v1/orders/" + idOf(order, "id") + "/refunds", parsed("{\"tickets\":[\"" + first + "\"],\"reason\":\"ill\"}"), 201}};
    }
    if (is("revokeTicket"))
        return {{"/v1/tickets/" + aTicket() + "/revoke", parsed(R"({"reason":"stolen"})")}};
    if (is("transferTicket")) {
        aClient();
        return {{"/v1/tickets/" + aTicket() + "/transfer", parsed("{\"customer_id\":\"" + aClient() + "\"}")},
                {"/v1/tickets/" + aTicket() + "/transfer", parsed(R"({"email":"ada@example.org"})")}};
    }
    if (is("enrolDoor")) {
        const QJsonObject wrong{{QStringLiteral("code"), QStringLiteral("WRONG")}, {QStringLiteral("public_key"), enrolment().value(QStringLiteral("public_key"))}};
        return {{"/v1/door/enrol", fromDoor("/v1/door/enrol", enrolment())}, {"/v1/door/enrol", fromDoor("/v1/door/enrol", wrong), 404},
                {"/v1/door/enrol", fromDoor("/v1/door/enrol", enrolment(), false), 403}};
    }
    if (is("acknowledgeByDoor")) {
        const char *path = "/v1/door/acknowledge";
        client->post("/v1/door/enrol", QJsonDocument(fromDoor("/v1/door/enrol", enrolment())).toJson());
        const QJsonObject nobodys{{QStringLiteral("grants"), QJsonArray{QString::fromLatin1(NobodysId)}}};
        return {{path, fromDoor(path, {})}, {path, fromDoor(path, nobodys), 404}, {path, fromDoor(path, {}, false), 403}};
    }
    if (is("uploadFromDoor") || is("downloadToDoor") || is("returnFromDoor") || is("grantToDoor")) {
        const char *path = is("uploadFromDoor") ? "/v1/door/upload" : is("returnFromDoor") ? "/v1/door/return" : is("grantToDoor") ? "/v1/door/grant" : "/v1/door/download";
        client->post("/v1/door/enrol", QJsonDocument(fromDoor("/v1/door/enrol", enrolment())).toJson());
        return {{path, fromDoor(path, {})}, {path, fromDoor(path, {}, false), 403}, {path, fromDoor("/v1/door/enrol", {}), 403}};
    }
    if (is("addClient"))
        return {{"/v1/clients", parsed(R"({"name":"Ada"})"), 201}, {"/v1/clients", parsed(R"({"name":"Ada","currency":"USD"})"), 201}};
    if (is("showClient"))
        return {{"/v1/clients/" + aClient()}};
    if (is("addWallet"))
        return {{"/v1/clients/" + aClient() + "/wallets", parsed(R"({"currency":"USD"})"), 201}};
    if (is("showWallet"))
        return {{"/v1/wallets/" + aWallet()}};
    if (is("showOperations"))
        return {{"/v1/wallets/" + aFullWallet() + "/operations"}, {"/v1/wallets/" + aFullWallet() + "/operations?after=0&limit=1"}};
    if (is("addDeposit"))
        return {{"/v1/wallets/" + aWallet() + "/deposits", parsed(R"({"amount":"25.50"})"), 201}, {"/v1/wallets/" + aWallet() + "/deposits", parsed(R"({"amount":25.5})"), 201},
                {"/v1/wallets/" + aWallet() + "/deposits", parsed(R"({"amount":"25.50","tender":"card","token":"ok"})"), 201}};
    if (is("showDeposit"))
        return {{"/v1/deposits/" + idOf(client->post("/v1/wallets/" + aWallet() + "/deposits", R"({"amount":"5.00","tender":"card","token":"ok"})").json(), "deposit_id")}};
    if (is("addTransfer"))
        return {{"/v1/transfers", parsed("{\"from\":\"" + aFullWallet() + "\",\"to\":\"" + aWallet() + "\",\"amount\":\"10.00\"}"), 201}};
    if (is("health"))
        return {{"/health"}};
    if (is("metrics"))
        return {{"/metrics"}};
    if (is("openApi"))
        return {{"/openapi.json"}};
    if (is("docs"))
        return {{"/docs"}};
    if (is("home"))
        return {{"/"}};
    return {};
}

/// The body with each member in turn left out, and made to be of a wrong type; members of members, too.
std::vector<QJsonObject> spoiled(const QJsonObject &body, const SchemaCheck &check, const QJsonObject &given)
{
    const QJsonObject schema = check.resolved(given);
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    std::vector<QJsonObject> out;
    for (const QJsonValue name : schema.value(QStringLiteral("required")).toArray()) {
        QJsonObject without = body;
        without.remove(name.toString());
        out.push_back(without);
    }
    for (auto it = body.begin(); it != body.end(); ++it) {
        QJsonObject wrong = body;
        wrong.insert(it.key(), it->isObject() ? QJsonValue(7) : QJsonValue(QJsonObject{{QStringLiteral("a"), 1}}));
        out.push_back(wrong);
        for (const QJsonObject &inner : it->isObject() ? spoiled(it->toObject(), check, properties.value(it.key()).toObject()) : std::vector<QJsonObject>()) {
            QJsonObject deep = body;
            deep.insert(it.key(), inner);
            out.push_back(deep);
        }
    }
    return out;
}

} // namespace

class OpenApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<Stage>(); }
    void cleanupTestCase() { m_stage.reset(); }

    void itDescribesEveryRouteAndNoOther()
    {
        QStringList described, there;
        const QJsonObject paths = m_stage->api.value(QStringLiteral("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path)
            for (const QString &method : path->toObject().keys())
                described << method.toUpper() + u' ' + path.key();
        for (const server::Route &route : server::allRoutes())
            there << QString::fromLatin1(server::methodName(route.method)) + u' ' + QLatin1String(route.pattern);
        described.sort();
        there.sort();
        QCOMPARE(there, described);
    }

    void theScopesAreTheOnesThatAreAsked()
    {
        const QJsonObject paths = m_stage->api.value(QStringLiteral("paths")).toObject();
        for (const server::Route &route : server::allRoutes()) {
            const QJsonObject operation = paths.value(QLatin1String(route.pattern)).toObject().value(QString::fromLatin1(server::methodName(route.method)).toLower()).toObject();
            QCOMPARE(operation.value(QStringLiteral("x-scope")).toString(), route.scope ? scopeName(*route.scope) : QString());
            QCOMPARE(operation.value(QStringLiteral("x-customer")).toString(), server::ownName(route.own));
            QCOMPARE(operation.contains(QStringLiteral("requestBody")), route.body == server::Route::Body::Json);
        }
    }

    void everyOperationAnswersAsDescribed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("method");
        const QJsonObject paths = Stage().api.value(QStringLiteral("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path)
            for (const QString &method : path->toObject().keys())
                QTest::addRow("%s %s", qPrintable(method), qPrintable(path.key())) << path.key() << method;
    }

    void everyOperationAnswersAsDescribed()
    {
        QFETCH(QString, path);
        QFETCH(QString, method);
        const QJsonObject operation = m_stage->api.value(QStringLiteral("paths")).toObject().value(path).toObject().value(method).toObject();
        const auto examples = m_stage->examplesOf(operation.value(QStringLiteral("operationId")).toString());
        QVERIFY2(!examples.empty(), "this operation has no example here");
        for (const Example &example : examples) {
            const QJsonObject content = operation.value(QStringLiteral("requestBody")).toObject().value(QStringLiteral("content")).toObject();
            const QJsonObject schema = content.value(QString::fromLatin1(example.type)).toObject().value(QStringLiteral("schema")).toObject();
            if (!schema.isEmpty() && example.status < 400)
                QCOMPARE(check().fault(example.body, schema), QString());
            const auto good = ask(method, example, example.body);
            QVERIFY2(good.status == example.status, good.body.constData());
            judge(operation, good);
            for (const QJsonObject &bad : schema.isEmpty() ? std::vector<QJsonObject>() : spoiled(example.body, check(), schema)) {
                const auto refused = ask(method, example, bad);
                QVERIFY2(refused.status == 400, qPrintable(QString::number(refused.status) + QString::fromUtf8(QJsonDocument(bad).toJson())));
                judge(operation, refused);
            }
            if (path.contains(QLatin1String("{id}"))) {
                Example unknown = example;
                unknown.path = path.toLatin1().replace("{id}", NobodysId);
                const auto missing = ask(method, unknown, example.body);
                QVERIFY2(missing.status == 404, missing.body.constData());
                judge(operation, missing);
            }
        }
    }

    void aBodyThatIsNoneIsRefusedEverywhere_data() { everyOperationAnswersAsDescribed_data(); }
    void aBodyThatIsNoneIsRefusedEverywhere()
    {
        QFETCH(QString, path);
        QFETCH(QString, method);
        const QJsonObject operation = m_stage->api.value(QStringLiteral("paths")).toObject().value(path).toObject().value(method).toObject();
        if (!operation.contains(QStringLiteral("requestBody")))
            return;
        const QByteArray address = path.toLatin1().replace("{id}", NobodysId);
        for (const QByteArray &body : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("null"), QByteArray("{\"a\":1e400}"), QByteArray("\xff\xfe"), QByteArray("{}\0", 3)}) {
            const auto answer = m_stage->client->post(address, body);
            QVERIFY2(answer.status == 400, answer.body.constData());
            judge(operation, answer);
        }
        const auto form = m_stage->client->ask(method.toUpper().toLatin1(), address, "a=b", {"Content-Type: text/plain"});
        QCOMPARE(form.status, 415);
        judge(operation, form);
    }

private:
    SchemaCheck check() const { return SchemaCheck(m_stage->api); }

    HttpClient::Answer ask(const QString &method, const Example &example, const QJsonObject &body)
    {
        const QByteArray json = body.isEmpty() && method == QLatin1String("get") ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
        if (method == QLatin1String("post"))
            return m_stage->client->ask("POST", example.path, json, QList<QByteArray>{"Content-Type: " + example.type} + (example.token.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{"Authorization: Bearer " + example.token}));
        return m_stage->client->ask(method.toUpper().toLatin1(), example.path, {}, {"Accept: " + example.type});
    }

    /// The status is one of those described, and the body is what is described for it.
    void judge(const QJsonObject &operation, const HttpClient::Answer &answer)
    {
        const QJsonObject described = operation.value(QStringLiteral("responses")).toObject().value(QString::number(answer.status)).toObject();
        QVERIFY2(!described.isEmpty(), qPrintable(QStringLiteral("%1 is not described").arg(answer.status)));
        const QJsonObject content = described.value(QStringLiteral("content")).toObject();
        QCOMPARE(content.isEmpty(), answer.body.isEmpty());
        if (answer.body.isEmpty())
            return;
        const QString type = QString::fromLatin1(answer.headers.value("content-type")).section(u';', 0, 0);
        QVERIFY2(content.contains(type), qPrintable(type));
        const QJsonObject schema = content.value(type).toObject().value(QStringLiteral("schema")).toObject();
        const QJsonValue value = type.contains(QLatin1String("json")) ? QJsonValue(answer.json()) : QJsonValue(QString::fromUtf8(answer.body));
        QCOMPARE(check().fault(value, schema), QString());
    }

    std::unique_ptr<Stage> m_stage;
};

FOYER_TEST(OpenApiTest, "openapi")
#include "test_openapi.moc"
