// Passwords over HTTP: changed by whoever knows them, given by the house, recovered by e-mail; and signing out.
#include "app/server/gate.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <array>
#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

QString said(const HttpClient::Answer &answer, const char *member)
{
    return answer.json().value(QStringLiteral("error")).toObject().value(QLatin1String(member)).toString();
}

QList<QByteArray> bearing(const QString &secret)
{
    return {"Authorization: Bearer " + secret.toLatin1()};
}

/// A shop with its own token, and people who have passwords.
class PasswordShop
{
public:
    explicit PasswordShop(const QString &database) : server(database)
    {
        {
            const auto office = server.box.open();
            house = bearing(must(office->tokens().add(office->system(), QStringLiteral("Shop"), Scopes::all())).secret);
            seller = bearing(must(office->tokens().add(office->system(), QStringLiteral("Seller"), must(Scopes::fromText(QStringLiteral("read,sell"))))).secret);
        }
        server.config().needsToken = true;
        server.start();
        client = std::make_unique<HttpClient>(server.port());
    }

    /// The id of a person named so; without a password unless told.
    QByteArray person(const QByteArray &name, const QByteArray &more = {})
    {
        return text(client->post("/v1/customers", "{\"name\":\"" + name + "\"" + more + "}", house), "id").toLatin1();
    }
    QByteArray join(const QByteArray &name) { return person(name, ",\"email\":\"" + name + "@example.org\",\"password\":\"correct horse\""); }
    HttpClient::Answer login(const QByteArray &name, const QByteArray &password = "correct horse")
    {
        return client->post("/v1/login", "{\"email\":\"" + name + "@example.org\",\"password\":\"" + password + "\"}");
    }
    QList<QByteArray> as(const QByteArray &name) { return bearing(text(login(name), "token")); }
    HttpClient::Answer change(const QByteArray &customer, const QByteArray &current, const QByteArray &password, const QList<QByteArray> &who)
    {
        const QByteArray known = current.isEmpty() ? QByteArray() : "\"current\":\"" + current + "\",";
        return client->post("/v1/customers/" + customer + "/password", "{" + known + "\"password\":\"" + password + "\"}", who);
    }
    HttpClient::Answer ask(const QByteArray &name) { return client->post("/v1/email_proofs", "{\"email\":\"" + name + "@example.org\"}", house); }
    QByteArray mailed(const QByteArray &name) { return text(ask(name), "secret").toLatin1(); }
    HttpClient::Answer confirm(const QByteArray &secret, const QByteArray &password = {})
    {
        return client->post("/v1/email_proofs/confirm", "{\"secret\":\"" + secret + "\"" + (password.isEmpty() ? "" : ",\"password\":\"" + password + "\"") + "}");
    }
    bool isIn(const QList<QByteArray> &who) { return client->get("/v1/events", who).status == 200; }
    bool isProved(const QByteArray &customer) { return client->get("/v1/customers/" + customer, house).json().value(QStringLiteral("email_proved")).toBool(); }
    /// So long that no server remembers who was signed in.
    void pass() { server.box.advance(server::Gate::Remembered); }
    static QString text(const HttpClient::Answer &answer, const char *member) { return answer.json().value(QLatin1String(member)).toString(); }
    std::unique_ptr<Database> database() { return Database::open(server.box.url(), Database::Mode::Read, server.box.clock()); }
    QStringList breaches() { return must(Verifier(*database(), {}).verify()).breaches; }

    TestServer server;
    QList<QByteArray> house;
    QList<QByteArray> seller; ///< a token that may not look after people
    std::unique_ptr<HttpClient> client;
};

} // namespace

class ServerPasswordTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoKnowsThePasswordChangesIt_data() { bothDatabases(); }
    void whoKnowsThePasswordChangesIt()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        const QByteArray ada = shop.join("ada");
        shop.join("bob");
        const auto here = shop.as("ada"), there = shop.as("ada"), bobs = shop.as("bob");
        QVERIFY(shop.isIn(here) && shop.isIn(there));
        QCOMPARE(shop.change(ada, "correct horse", "battery staple", bobs).status, 404);
        const auto missing = shop.change(ada, {}, "battery staple", here);
        QCOMPARE(missing.status, 400);
        QCOMPARE(said(missing, "field"), QStringLiteral("current"));
        QCOMPARE(said(shop.change(ada, "correct horse", "short", here), "field"), QStringLiteral("password"));
        QCOMPARE(shop.change(ada, "correct horse", QByteArray(201, 'x'), here).status, 400);
        const auto wrong = shop.change(ada, "wrong horse", "battery staple", here);
        QCOMPARE(wrong.status, 401);
        QCOMPARE(said(wrong, "code"), QStringLiteral("wrong_password"));
        QCOMPARE(said(wrong, "field"), QStringLiteral("current"));
        QVERIFY(shop.isIn(there));
        const auto changed = shop.change(ada, "correct horse", "battery staple", here);
        QCOMPARE(changed.status, 204);
        QVERIFY(changed.body.isEmpty());
        shop.pass();
        QVERIFY(shop.isIn(here));
        QVERIFY(!shop.isIn(there));
        QVERIFY(shop.isIn(bobs));
        QCOMPARE(shop.login("ada").status, 401);
        QCOMPARE(shop.login("ada", "battery staple").status, 200);
        QCOMPARE(shop.change(ada, "correct horse", "battery staple", shop.house).status, 401); // who says it has to know it
        QCOMPARE(shop.change(ada, "battery staple", "correct horse", shop.house).status, 204);
        shop.pass();
        QVERIFY(!shop.isIn(here));
        QCOMPARE(shop.breaches(), QStringList());
    }

    void guessingTheCurrentOneLocksLikeSigningIn_data() { bothDatabases(); }
    void guessingTheCurrentOneLocksLikeSigningIn()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        const QByteArray ada = shop.join("ada");
        const auto here = shop.as("ada");
        for (int i = 0; i < CustomerLogins::LockAfter; ++i)
            QCOMPARE(shop.change(ada, "wrong horse", "battery staple", here).status, 401);
        const auto locked = shop.change(ada, "correct horse", "battery staple", here);
        QCOMPARE(locked.status, 429);
        QCOMPARE(said(locked, "code"), QStringLiteral("locked_out"));
        QCOMPARE(locked.headers.value("retry-after"), QByteArray("900"));
        QCOMPARE(shop.login("ada").status, 429); // they are the same attempts
        QCOMPARE(shop.change(ada, {}, "battery staple", shop.house).status, 204);
        QCOMPARE(shop.login("ada", "battery staple").status, 200);
    }

    void theHouseGivesAPassword_data() { bothDatabases(); }
    void theHouseGivesAPassword()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        const QByteArray ada = shop.join("ada"), bob = shop.person("bob", R"(,"email":"bob@example.org")"), eve = shop.person("eve");
        const auto here = shop.as("ada");
        QCOMPARE(shop.change(ada, {}, "battery staple", shop.seller).status, 403);
        QCOMPARE(shop.change(ada, {}, "battery staple", {}).status, 401);
        QCOMPARE(shop.change(ada, {}, "battery staple", shop.house).status, 204);
        shop.pass();
        QVERIFY(!shop.isIn(here));
        QCOMPARE(shop.change(bob, "correct horse", "battery staple", shop.house).status, 404); // has none that could match
        QCOMPARE(shop.change(bob, {}, "battery staple", shop.house).status, 204);
        QCOMPARE(PasswordShop::text(shop.login("bob", "battery staple"), "customer_id").toLatin1(), bob);
        QCOMPARE(shop.change(eve, {}, "battery staple", shop.house).status, 400); // signs in with what?
        QCOMPARE(shop.change("406c1d05-bbb2-4e94-b183-7d208c2692e1", {}, "battery staple", shop.house).status, 404);
        QCOMPARE(shop.breaches(), QStringList());
    }

    void whoSignsOutIsOut_data() { bothDatabases(); }
    void whoSignsOutIsOut()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        shop.join("ada");
        const auto here = shop.as("ada"), there = shop.as("ada");
        QVERIFY(shop.isIn(here));
        QCOMPARE(shop.client->post("/v1/logout", {}, shop.house).status, 403);
        QCOMPARE(shop.client->post("/v1/logout", {}).status, 401);
        QCOMPARE(shop.client->post("/v1/logout", {}, here).status, 204);
        QCOMPARE(shop.client->post("/v1/logout", {}, here).status, 204); // twice at once
        shop.pass();
        QVERIFY(!shop.isIn(here));
        QCOMPARE(shop.client->post("/v1/logout", {}, here).status, 401);
        QVERIFY(shop.isIn(there));
        QVERIFY(shop.isIn(shop.house));
        QCOMPARE(shop.breaches(), QStringList());
    }

    void aForgottenPasswordComesBackByEmail_data() { bothDatabases(); }
    void aForgottenPasswordComesBackByEmail()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        const QByteArray ada = shop.join("ada");
        const auto here = shop.as("ada");
        QVERIFY(shop.isIn(here));
        for (int i = 0; i <= CustomerLogins::LockAfter; ++i)
            shop.login("ada", "wrong horse");
        const QByteArray secret = shop.mailed("ada");
        QVERIFY(!shop.isProved(ada));
        QCOMPARE(shop.confirm(secret, "short").status, 400); // which uses nothing up
        const auto done = shop.confirm(secret, "battery staple");
        QCOMPARE(done.status, 204);
        QVERIFY(done.body.isEmpty());
        QVERIFY(shop.isProved(ada));
        QCOMPARE(shop.login("ada", "battery staple").status, 200); // nothing is locked any more
        QCOMPARE(shop.login("ada").status, 401);
        shop.pass();
        QVERIFY(!shop.isIn(here));
        QCOMPARE(shop.confirm(secret, "correct horse").status, 404);
        QCOMPARE(shop.login("ada", "battery staple").status, 200);
        QCOMPARE(shop.breaches(), QStringList());
    }

    void nobodyLearnsWhoIsKnown_data() { bothDatabases(); }
    void nobodyLearnsWhoIsKnown()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        shop.join("ada");
        QCOMPARE(shop.client->post("/v1/email_proofs", R"({"email":"ada@example.org"})").status, 401);
        QCOMPARE(shop.client->post("/v1/email_proofs", R"({"email":"ada@example.org"})", shop.seller).status, 403);
        QCOMPARE(shop.client->post("/v1/email_proofs", R"({"email":"ada@example.org"})", shop.as("ada")).status, 403); // it would not be mailed
        QCOMPARE(shop.client->post("/v1/email_proofs", R"({"email":"ada"})", shop.house).status, 400);
        for (const QByteArray &name : {QByteArray("ada"), QByteArray("nobody")}) {
            for (int i = 0; i < EmailProofs::MostOpen; ++i) {
                const auto made = shop.ask(name);
                QCOMPARE(made.status, 201);
                QCOMPARE(made.json().keys(), (QStringList{QStringLiteral("expires_at"), QStringLiteral("secret")}));
                QCOMPARE(PasswordShop::text(made, "expires_at"), QStringLiteral("2026-03-20T18:30:00.000Z"));
                QCOMPARE(PasswordShop::text(made, "secret").size(), 49);
            }
            const auto tooMany = shop.ask(name);
            QCOMPARE(tooMany.status, 429);
            QCOMPARE(said(tooMany, "code"), QStringLiteral("too_many_requests"));
            QCOMPARE(tooMany.headers.value("retry-after"), QByteArray("1800"));
        }
        const QByteArray late = shop.mailed("eve");
        const auto unknown = shop.confirm(late, "battery staple");
        QCOMPARE(unknown.status, 404);
        QCOMPARE(shop.confirm("proof_x").body, unknown.body);
        QCOMPARE(shop.confirm("").body, unknown.body);
        shop.server.box.advance(EmailProofs::Lifetime);
        QCOMPARE(shop.confirm(late).body, unknown.body);
        QCOMPARE(shop.ask("ada").status, 201);
    }

    void noSecretIsKept_data() { bothDatabases(); }
    void noSecretIsKept()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        const QByteArray ada = shop.join("ada");
        const auto key = shop.house + QList<QByteArray>{"Idempotency-Key: once"};
        const auto first = shop.client->post("/v1/email_proofs", R"({"email":"ada@example.org"})", key);
        const auto second = shop.client->post("/v1/email_proofs", R"({"email":"ada@example.org"})", key);
        QVERIFY(first.body != second.body); // nobody could give the first one again
        const QByteArray secret = PasswordShop::text(first, "secret").toLatin1();
        QCOMPARE(shop.client->post("/v1/email_proofs/confirm", "{\"secret\":\"" + secret + "\",\"password\":\"battery staple\"}", {"Idempotency-Key: once"}).status, 204);
        QCOMPARE(shop.client->post("/v1/customers/" + ada + "/password", R"({"password":"wooden spoon"})", shop.house + QList<QByteArray>{"Idempotency-Key: twice"}).status, 204);
        const auto db = shop.database();
        QVERIFY(db->run("SELECT owner FROM answer").empty());
        for (const Row &row : db->run("SELECT body FROM journal"))
            QVERIFY(!row.text(0).contains(QStringLiteral("example.org")) && !row.text(0).contains(QStringLiteral("proof_")));
        QCOMPARE(db->run("SELECT seq FROM journal WHERE body LIKE '%customer.email_proved%'").size(), size_t(1));
    }

    void ofManyWhoShowASecretOneIsIn_data() { bothDatabases(); }
    void ofManyWhoShowASecretOneIsIn()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        shop.join("ada");
        const QByteArray secret = shop.mailed("ada");
        constexpr int Many = 6;
        std::array<int, Many> answers{};
        std::latch ready(Many);
        std::vector<std::thread> people;
        for (int i = 0; i < Many; ++i)
            people.emplace_back([&, i] {
                HttpClient own(shop.server.port());
                ready.arrive_and_wait();
                answers[size_t(i)] = own.post("/v1/email_proofs/confirm", "{\"secret\":\"" + secret + "\",\"password\":\"password " + QByteArray::number(i) + "\"}").status;
            });
        for (std::thread &one : people)
            one.join();
        QCOMPARE(std::count(answers.begin(), answers.end(), 204), 1);
        QCOMPARE(std::count(answers.begin(), answers.end(), 404), Many - 1);
        for (int i = 0; i < Many; ++i)
            QCOMPARE(shop.login("ada", "password " + QByteArray::number(i)).status, answers[size_t(i)] == 204 ? 200 : 401);
    }

    void ofManyWhoChangeAPasswordOneDoes_data() { bothDatabases(); }
    void ofManyWhoChangeAPasswordOneDoes()
    {
        QFETCH(QString, database);
        PasswordShop shop(database);
        const QByteArray ada = shop.join("ada");
        constexpr int Many = 4; // wrong ones are counted, too: not enough to lock
        std::vector<QList<QByteArray>> sessions;
        for (int i = 0; i < Many; ++i)
            sessions.push_back(shop.as("ada"));
        std::array<int, Many> answers{};
        std::latch ready(Many);
        std::vector<std::thread> people;
        for (int i = 0; i < Many; ++i)
            people.emplace_back([&, i] {
                HttpClient own(shop.server.port());
                ready.arrive_and_wait();
                answers[size_t(i)] = own.post("/v1/customers/" + ada + "/password", "{\"current\":\"correct horse\",\"password\":\"password " + QByteArray::number(i) + "\"}", sessions[size_t(i)]).status;
            });
        for (std::thread &one : people)
            one.join();
        QCOMPARE(std::count(answers.begin(), answers.end(), 204), 1);
        QCOMPARE(std::count(answers.begin(), answers.end(), 401), Many - 1);
        shop.pass();
        for (int i = 0; i < Many; ++i) {
            QCOMPARE(shop.isIn(sessions[size_t(i)]), answers[size_t(i)] == 204);
            QCOMPARE(shop.login("ada", "password " + QByteArray::number(i)).status, answers[size_t(i)] == 204 ? 200 : 401);
        }
        QCOMPARE(shop.breaches(), QStringList());
    }
};

FOYER_TEST(ServerPasswordTest, "serverpassword")
#include "test_serverpassword.moc"
