// The transport alone: slow, silent and hasty clients, and the end.
#include "app/server/transport.h"
#include "tests/support/builders.h"
#include "tests/support/httpclient.h"
#include "tests/support/testmain.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;

namespace {

/// Answers with the path; what begins with /wait is kept until it is let go.
class Echo
{
public:
    explicit Echo(TransportConfig config = {})
        : transport(must(Transport::open(config, [this](Request request, Reply reply) { take(std::move(request), std::move(reply)); })))
    {
    }
    ~Echo() { transport->stop(); }

    size_t kept()
    {
        const std::lock_guard lock(m_mutex);
        return m_kept.size();
    }
    /// In the opposite order, so that whoever counts on the order has to see to it.
    void letGo()
    {
        std::vector<std::pair<Reply, QByteArray>> kept;
        {
            const std::lock_guard lock(m_mutex);
            kept.swap(m_kept);
        }
        for (auto it = kept.rbegin(); it != kept.rend(); ++it)
            it->first({200, "text/plain", it->second});
    }

private:
    void take(Request request, Reply reply)
    {
        if (!request.path.startsWith("/wait"))
            return reply({200, "text/plain", request.path + request.body});
        const std::lock_guard lock(m_mutex);
        m_kept.emplace_back(std::move(reply), request.path);
    }

    std::mutex m_mutex;
    std::vector<std::pair<Reply, QByteArray>> m_kept;

public:
    std::unique_ptr<Transport> transport;
};

QByteArray getting(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

} // namespace

class ServerTransportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pipelinedRequestsAreAnsweredInTheirOrder()
    {
        Echo echo;
        HttpClient client(echo.transport->port());
        QVERIFY(client.send(getting("/wait1") + getting("/wait2") + getting("/three") + getting("/four")));
        QTRY_COMPARE(echo.kept(), size_t(2));
        echo.letGo();
        QCOMPARE(client.read().body, QByteArray("/wait1"));
        QCOMPARE(client.read().body, QByteArray("/wait2"));
        QCOMPARE(client.read().body, QByteArray("/three"));
        QCOMPARE(client.read().body, QByteArray("/four"));
    }

    void halfARequestCostsNothingToOthersAndIsGivenUp()
    {
        TransportConfig config;
        config.limits.request = Milliseconds(300);
        Echo echo(config);
        HttpClient slow(echo.transport->port());
        HttpClient silent(echo.transport->port());
        QVERIFY(slow.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"));
        HttpClient other(echo.transport->port());
        QCOMPARE(other.get("/quick").body, QByteArray("/quick"));
        QVERIFY(slow.isClosedByServer());
        QVERIFY(silent.isClosedByServer());
    }

    void hundredsOfIdleConnectionsKeepNobodyWaiting()
    {
        Echo echo;
        std::vector<std::unique_ptr<HttpClient>> idle;
        for (int i = 0; i < 400; ++i) // the usual limit of files is 1,024, and both ends are ours
            idle.push_back(std::make_unique<HttpClient>(echo.transport->port()));
        HttpClient client(echo.transport->port());
        QCOMPARE(client.get("/quick").status, 200);
        QTRY_COMPARE(echo.transport->connections(), size_t(401));
        idle.clear();
        QTRY_COMPARE(echo.transport->connections(), size_t(1));
    }

    void moreConnectionsThanAllowedWait()
    {
        TransportConfig config;
        config.limits.connections = 2;
        Echo echo(config);
        auto first = std::make_unique<HttpClient>(echo.transport->port());
        HttpClient second(echo.transport->port());
        QCOMPARE(first->get("/a").status, 200);
        QCOMPARE(second.get("/a").status, 200);
        HttpClient third(echo.transport->port());
        QVERIFY(third.send(getting("/third")));
        QCOMPARE(second.get("/a").status, 200);
        QCOMPARE(echo.transport->connections(), size_t(2));
        first.reset();
        QCOMPARE(third.read().body, QByteArray("/third"));
    }

    void whatIsNoHttpIsAnswered400AndCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("noise") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n");
        QTest::newRow("words") << QByteArray("hello, is anybody there?\r\n\r\n");
        QTest::newRow("a header without a name") << QByteArray("GET / HTTP/1.1\r\n: x\r\n\r\n");
        QTest::newRow("long address") << "GET /" + QByteArray(5'000, 'a') + " HTTP/1.1\r\n\r\n";
        QTest::newRow("long header") << "GET / HTTP/1.1\r\nX: " + QByteArray(9'000, 'a') + "\r\n\r\n";
        QTest::newRow("many headers") << "GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(100) + "\r\n";
        QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
    }
    void whatIsNoHttpIsAnswered400AndCutOff()
    {
        QFETCH(QByteArray, bytes);
        Echo echo;
        HttpClient client(echo.transport->port());
        client.send(bytes);
        const auto answer = client.read();
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(), QStringLiteral("malformed_http"));
        QCOMPARE(client.read().status, 0);
        HttpClient other(echo.transport->port());
        QCOMPARE(other.get("/quick").status, 200);
    }

    void nonsenseBehindARequestIsNotItsAnswer()
    {
        Echo echo;
        HttpClient client(echo.transport->port());
        QVERIFY(client.send(getting("/quick")));
        QCOMPARE(client.read().body, QByteArray("/quick"));
        QVERIFY(client.send("nonsense\r\n\r\n"));
        QCOMPARE(client.read().status, 400);
        HttpClient hasty(echo.transport->port());
        QVERIFY(hasty.send(getting("/wait") + "nonsense\r\n\r\n"));
        QCOMPARE(hasty.read().status, 0); // whatever became of the request, it was not a bad one
        echo.letGo();
        HttpClient other(echo.transport->port());
        QCOMPARE(other.send("nonsense\r\n\r\n"), true);
        QCOMPARE(other.read().status, 400); // nothing of the earlier one is left
    }

    void aSilentTlsClientIsGivenUp()
    {
        QTemporaryDir folder;
        TransportConfig config;
        config.certificate = folder.filePath(QStringLiteral("cert.pem"));
        config.key = folder.filePath(QStringLiteral("key.pem"));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                                                 QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-keyout"), config.key, QStringLiteral("-out"), config.certificate});
        if (!openssl.waitForFinished(60'000) || openssl.exitCode() != 0)
            QSKIP("needs openssl to make a certificate");
        config.limits.request = Milliseconds(300);
        Echo echo(config);
        HttpClient silent(echo.transport->port());
        HttpClient half(echo.transport->port());
        QVERIFY(half.send("\x16\x03\x01\x02")); // the beginning of a handshake
        QVERIFY(silent.isClosedByServer());
        QVERIFY(half.isClosedByServer());
    }

    void chunkedBodiesAreRead()
    {
        Echo echo;
        HttpClient client(echo.transport->port());
        QVERIFY(client.send("POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
        QCOMPARE(client.read().body, QByteArray("/xabcde"));
    }

    void theEndAnswersWhatWasAccepted()
    {
        Echo echo;
        const quint16 port = echo.transport->port();
        HttpClient client(port);
        QVERIFY(client.send(getting("/wait")));
        QTRY_COMPARE(echo.kept(), size_t(1));
        std::atomic<bool> done = false, inTime = false;
        std::thread ending([&] {
            inTime = echo.transport->drain(std::chrono::seconds(10));
            done = true;
        });
        QTRY_VERIFY(!HttpClient(port).isConnected());
        QVERIFY(!done);
        echo.letGo();
        const auto answer = client.read();
        ending.join();
        QVERIFY(inTime);
        QCOMPARE(answer.body, QByteArray("/wait"));
        QCOMPARE(answer.headers.value("connection"), QByteArray("close"));
    }

    void anEndThatIsTooShortSaysSo()
    {
        Echo echo;
        HttpClient client(echo.transport->port());
        QVERIFY(client.send(getting("/wait")));
        QTRY_COMPARE(echo.kept(), size_t(1));
        QVERIFY(!echo.transport->drain(Milliseconds(1)));
        echo.letGo();
    }

    void aClientThatLeavesIsForgotten()
    {
        Echo echo;
        {
            HttpClient client(echo.transport->port());
            QVERIFY(client.send(getting("/wait")));
            QTRY_COMPARE(echo.kept(), size_t(1));
        }
        echo.letGo();
        QVERIFY(echo.transport->drain(std::chrono::seconds(10)));
    }

    void aPortThatIsTakenAndFilesThatAreMissingAreSaid()
    {
        Echo echo;
        TransportConfig config;
        config.port = echo.transport->port();
        const auto taken = Transport::open(config, [](Request, Reply) {});
        QVERIFY(!taken.has_value());
        config.port = 0;
        config.certificate = QStringLiteral("/nonexistent/cert.pem");
        QVERIFY(!Transport::open(config, [](Request, Reply) {}).has_value());
        config.key = QStringLiteral("/nonexistent/key.pem");
        QVERIFY(!Transport::open(config, [](Request, Reply) {}).has_value());
    }
};

FOYER_TEST(ServerTransportTest, "servertransport")
#include "test_servertransport.moc"
