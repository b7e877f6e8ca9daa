// Whatever bytes come in: an answer below 500, or the end of the connection; and the server goes on.
// tests/run gives it a minute. FOYER_FUZZ_SECONDS=3600 QTEST_FUNCTION_TIMEOUT=4000000 runs it for an hour; FOYER_FUZZ_SEED repeats a run.
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QtCore/QElapsedTimer>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Good requests, made a little worse.
class Spoiler
{
public:
    Spoiler(quint64 seed, std::vector<QByteArray> requests) : m_random(seed), m_requests(std::move(requests)) {}

    QByteArray next()
    {
        QByteArray request = any(m_requests);
        for (quint32 i = 0, n = 1 + m_random.below(4); i < n; ++i)
            spoil(request);
        if (m_random.below(2)) // half of them keep a length that is right, so that the body is read
            correctLength(request);
        return request;
    }

private:
    QByteArray any(const std::vector<QByteArray> &list) { return list[m_random.below(quint32(list.size()))]; }

    void spoil(QByteArray &request)
    {
        static const std::vector<QByteArray> pieces{"\"", "{", "}", "[", "]", ",", ":", "null", "1e400", "-1", "9223372036854775808", "\\u0000", "\\ud800", QByteArray(1, '\0'), "\xff", "\r\n",
                                                    "%00", "../", "true", "0.5", "{\"a\":", "application/vnd.api+json", QByteArray(300, 'A'), "Idempotency-Key: x\r\n", "\xef\xbb\xbf"};
        const qsizetype at = qsizetype(m_random.below(quint32(request.size() + 1)));
        switch (m_random.below(5)) {
        case 0:
            request.insert(at, any(pieces));
            break;
        case 1:
            request.remove(at, qsizetype(1 + m_random.below(20)));
            break;
        case 2:
            if (at < request.size())
                request[at] = char(m_random.below(256));
            break;
        case 3:
            request.insert(at, request.mid(qsizetype(m_random.below(quint32(request.size() + 1))), 30));
            break;
        default:
            request.replace(at, qsizetype(m_random.below(10)), any(pieces));
        }
    }

    static void correctLength(QByteArray &request)
    {
        const qsizetype end = request.indexOf("\r\n\r\n"), length = request.indexOf("Content-Length: ");
        if (end < 0 || length < 0 || length > end)
            return;
        const qsizetype line = request.indexOf("\r\n", length);
        request.replace(length, line - length, "Content-Length: " + QByteArray::number(request.size() - end - 4));
    }

    SeededRandom m_random;
    const std::vector<QByteArray> m_requests;
};

QByteArray withBody(const QByteArray &path, const QByteArray &body, const QByteArray &type = "application/json")
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class ServerFuzzTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nonsenseIsAnsweredAndNothingBreaks()
    {
        TestServer server(QStringLiteral("sqlite"));
        server.start();
        HttpClient client(server.port());
        const QByteArray option = client.post("/ticket_options", R"({"name":"a","allocation":100000})").json().value(QStringLiteral("id")).toString().toLatin1();
        const QByteArray wallet = client.post("/v1/clients", R"({"name":"a"})").json().value(QStringLiteral("wallet")).toObject().value(QStringLiteral("id")).toString().toLatin1();
        const QByteArray user = "406c1d05-bbb2-4e94-b183-7d208c2692e1";
        const quint64 seed = qEnvironmentVariableIsSet("FOYER_FUZZ_SEED") ? qEnvironmentVariable("FOYER_FUZZ_SEED").toULongLong() : quint64(QUuid::createUuid().data1);
        Spoiler spoiler(seed, {withBody("/ticket_options", R"({"name":"a","desc":"b","allocation":1})"),
                               withBody("/ticket_options/" + option + "/purchases", "{\"quantity\":1,\"user_id\":\"" + user + "\"}"),
                               withBody("/purchases", "{\"data\":{\"type\":\"purchases\",\"attributes\":{\"quantity\":1},\"relationships\":{\"user\":{\"data\":{\"type\":\"users\",\"id\":\"" + user
                                            + "\"}},\"ticket_option\":{\"data\":{\"type\":\"ticket_options\",\"id\":\"" + option + "\"}}}}}", "application/vnd.api+json"),
                               withBody("/v1/reservations", "{\"lines\":[{\"ticket_type_id\":\"" + option + "\",\"quantity\":1},{\"event_id\":\"" + user + "\",\"seats\":[\"a/b/c\"]}]}"),
                               withBody("/v1/reservations/" + user + "/payments", R"({"tender":"card","amount":"1.00","currency":"EUR","token":"t"})"),
                               withBody("/v1/wallets/" + wallet + "/deposits", R"({"amount":"1.00"})"),
                               withBody("/v1/wallets/" + wallet + "/deposits", R"({"amount":"1.00","tender":"card","token":"ok"})"),
                               withBody("/v1/transfers", "{\"from\":\"" + wallet + "\",\"to\":\"" + user + "\",\"amount\":1.25}"),
                               withBody("/v1/clients", R"({"name":"Ada","email":"ada@example.org","currency":"EUR"})"),
                               withBody("/v1/customers", R"({"name":"Ada","email":"ada@example.org","password":"correct horse"})"),
                               withBody("/v1/login", R"({"email":"ada@example.org","password":"correct horse"})"),
                               withBody("/v1/customers/" + user + "/password", R"({"current":"correct horse","password":"battery staple"})"),
                               withBody("/v1/email_proofs", R"({"email":"ada@example.org"})"),
                               withBody("/v1/email_proofs/confirm", R"({"secret":"proof_x","password":"battery staple"})"),
                               withBody("/v1/comps", "{\"ticket_type_id\":\"" + option + "\",\"quantity\":1,\"reason\":\"Press\"}"),
                               withBody("/v1/orders/" + user + "/refunds", "{\"tickets\":[\"" + user + "\"],\"reason\":\"ill\"}"),
                               withBody("/v1/tickets/" + user + "/revoke", R"({"reason":"stolen"})"),
                               withBody("/v1/tickets/" + user + "/transfer", R"({"email":"ada@example.org"})"),
                               "GET /v1/tickets/" + user + ".pdf HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                               "GET /v1/statistics/reservations?event_id=" + user + "&from=2030-01-01T00:00:00Z HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                               "GET /v1/events?from=2030-01-01T00:00:00Z&q=a&page=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                               "GET /v1/wallets/" + wallet + "/operations?after=1&limit=5 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                               "GET /ticket_options/" + option + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIf-None-Match: \"a\"\r\n\r\n"});
        const int seconds = qEnvironmentVariableIntValue("FOYER_FUZZ_SECONDS");
        QElapsedTimer timer;
        timer.start();
        std::map<int, int> answers;
        for (int i = 0; seconds > 0 ? timer.elapsed() < seconds * 1000LL : i < 1'500; ++i) {
            const QByteArray request = spoiler.next();
            HttpClient fresh(server.port());
            QVERIFY(fresh.isConnected());
            fresh.send(request);
            if (!fresh.hasAnswerWithin(50)) // half a request: it is told that no more will come
                fresh.finishSending();
            const int status = fresh.read(request.startsWith("HEAD")).status;
            ++answers[status];
            QVERIFY2(status < 500, qPrintable(QStringLiteral("seed %1, request %2 was answered %3:\n%4").arg(seed).arg(i).arg(status).arg(QString::fromLatin1(request.toPercentEncoding(" \r\n{}\":,")))));
        }
        QStringList told;
        for (const auto &[status, count] : answers)
            told << QStringLiteral("%1 of %2").arg(count).arg(status);
        qInfo("seed %llu: %s", seed, qPrintable(told.join(QStringLiteral(", "))));
        HttpClient after(server.port()); // the first one was silent for too long
        QCOMPARE(after.get("/health").status, 200);
        const auto shown = after.get("/ticket_options/" + option);
        QCOMPARE(shown.status, 200);
    }
};

FOYER_TEST(ServerFuzzTest, "serverfuzz")
#include "test_serverfuzz.moc"
