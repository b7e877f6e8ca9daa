// foyerctl serve and foyerctl token, as a web shop's operator uses them: a process of its own, ended by SIGTERM.
#include "tests/support/builders.h"
#include "tests/support/httpclient.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtNetwork/QSslSocket>

#include <csignal>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A migrated box office in a home of its own.
class ServedHouse
{
public:
    ServedHouse()
    {
        const SystemClock clock;
        must(BoxOffice::migrate(must(DatabaseUrl::parse(db())), clock));
    }

    QStringList words(const QStringList &verb) const { return QStringList{QStringLiteral("--db"), db(), QStringLiteral("--keys"), home.filePath(QStringLiteral("keys"))} + verb; }

    /// The exit code; `output` is what was printed.
    int run(const QStringList &verb)
    {
        QProcess process;
        process.start(QStringLiteral(FOYERCTL), words(verb));
        if (!process.waitForFinished(60'000))
            qFatal("foyerctl did not come back");
        output = QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
        return process.exitCode();
    }

    /// As this very terminal, while it is not served.
    std::unique_ptr<BoxOffice> open()
    {
        return must(BoxOffice::open({must(DatabaseUrl::parse(db())), home.filePath(QStringLiteral("keys")), QStringLiteral("Till"), m_clock, m_random}));
    }

    QTemporaryDir home;
    QString output;

private:
    SystemClock m_clock;
    SystemRandom m_random;
    QString db() const { return QStringLiteral("sqlite:") + home.filePath(QStringLiteral("foyer.db")); }
};

/// A server that runs; its port is read from what it says.
class ServeProcess
{
public:
    ServeProcess(ServedHouse &house, const QStringList &options)
    {
        process.setReadChannel(QProcess::StandardError);
        process.start(QStringLiteral(FOYERCTL), house.words(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} + options));
        while (port == 0 && process.state() != QProcess::NotRunning && process.waitForReadyRead(30'000)) {
            said += QString::fromUtf8(process.readAllStandardError());
            static const QRegularExpression address(QStringLiteral("://127\\.0\\.0\\.1:(\\d+)"));
            port = quint16(address.match(said).captured(1).toInt());
        }
    }
    ~ServeProcess()
    {
        process.kill();
        process.waitForFinished();
    }
    int end()
    {
        ::kill(pid_t(process.processId()), SIGTERM);
        return process.waitForFinished(15'000) ? process.exitCode() : -1;
    }

    QProcess process;
    QString said;
    quint16 port = 0;
};

} // namespace

class CtlServeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itServesUntilItIsTold()
    {
        ServedHouse house;
        ServeProcess server(house, {QStringLiteral("--no-auth"), QStringLiteral("--access-log"), house.home.filePath(QStringLiteral("access"))});
        QVERIFY2(server.port != 0, qPrintable(server.said));
        {
            HttpClient client(server.port);
            QCOMPARE(client.post("/ticket_options", R"({"name":"a","allocation":1})").status, 201);
            QCOMPARE(client.get("/health").status, 200);
        }
        HttpClient idle(server.port); // does not keep it from ending
        QCOMPARE(server.end(), 0);
        QFile log(house.home.filePath(QStringLiteral("access")));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray lines = log.readAll();
        QVERIFY2(lines.contains("POST /ticket_options 201"), lines.constData());
        QVERIFY(lines.contains("GET /health 200"));
    }

    void aTokenByScriptOpensIt()
    {
        ServedHouse house;
        QCOMPARE(house.run({QStringLiteral("--json"), QStringLiteral("token"), QStringLiteral("add"), QStringLiteral("--scope"), QStringLiteral("sell,read"), QStringLiteral("--name"), QStringLiteral("Shop")}), 0);
        const QJsonObject made = QJsonDocument::fromJson(house.output.toUtf8()).object();
        const QByteArray bearer = "Authorization: Bearer " + made.value(QStringLiteral("token")).toString().toLatin1();
        QCOMPARE(house.run({QStringLiteral("token"), QStringLiteral("list")}), 0);
        QVERIFY(house.output.contains(QStringLiteral("Shop")));
        QVERIFY(!house.output.contains(made.value(QStringLiteral("token")).toString()));
        {
            ServeProcess server(house, {});
            HttpClient client(server.port);
            QCOMPARE(client.post("/ticket_options", R"({"name":"a","allocation":1})").status, 401);
            QCOMPARE(client.post("/ticket_options", R"({"name":"a","allocation":1})", {bearer}).status, 201);
            QCOMPARE(server.end(), 0);
        }
        QCOMPARE(house.run({QStringLiteral("token"), QStringLiteral("revoke"), made.value(QStringLiteral("id")).toString()}), 0);
        ServeProcess server(house, {});
        HttpClient client(server.port);
        QCOMPARE(client.post("/ticket_options", R"({"name":"a","allocation":1})", {bearer}).status, 401);
    }

    void aTicketIsDrawnWithoutADisplay()
    {
        ServedHouse house;
        QByteArray ticket, revoked;
        {
            const auto office = house.open();
            const Order order = sell(*office, {places(anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(SystemClock().now() + std::chrono::hours(24)).withGeneral(QStringLiteral("Standing"), 5, 500).add(), 0, 2)});
            ticket = order.lines[0].ticket.id.toString().toLatin1();
            must(office->ticketChanges().revoke(office->system(), std::array{order.lines[1].ticket.id}));
            revoked = order.lines[1].ticket.id.toString().toLatin1();
        }
        ServeProcess server(house, {QStringLiteral("--no-auth")});
        QVERIFY2(server.port != 0, qPrintable(server.said));
        HttpClient client(server.port);
        const auto pdf = client.get("/v1/tickets/" + ticket + ".pdf");
        QCOMPARE(pdf.status, 200);
        QCOMPARE(pdf.headers.value("content-type"), QByteArray("application/pdf"));
        QVERIFY(pdf.body.startsWith("%PDF-"));
        QCOMPARE(pdf.body.count("/Type /Page\n"), 1); // this ticket alone
        QVERIFY2(pdf.body.contains("/FontFile2"), "no letters are on it");
        QCOMPARE(client.get("/v1/tickets/" + revoked + ".pdf").status, 409);
        QCOMPARE(client.get("/v1/tickets/" + ticket + ".PDF").status, 404);
        QCOMPARE(client.get("/v1/tickets/" + ticket).status, 404);
        QCOMPARE(server.end(), 0);
    }

    void whatCannotBeServedIsSaid_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::newRow("open to all") << QStringList{QStringLiteral("--no-auth"), QStringLiteral("--listen"), QStringLiteral("0.0.0.0:0")} << 2;
        QTest::newRow("no address") << QStringList{QStringLiteral("--listen"), QStringLiteral("somewhere")} << 2;
        QTest::newRow("no writer") << QStringList{QStringLiteral("--writers"), QStringLiteral("0")} << 2;
        QTest::newRow("a certificate alone") << QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--tls-cert"), QStringLiteral("/nonexistent")} << 1;
        QTest::newRow("no currency") << QStringList{QStringLiteral("--currency"), QStringLiteral("XXQ")} << 2;
    }
    void whatCannotBeServedIsSaid()
    {
        QFETCH(QStringList, options);
        QFETCH(int, code);
        ServedHouse house;
        QCOMPARE(house.run(QStringList{QStringLiteral("serve")} + options), code);
        QVERIFY(!house.output.isEmpty());
    }

    void itSpeaksHttps()
    {
        ServedHouse house;
        const QString key = house.home.filePath(QStringLiteral("key.pem")), certificate = house.home.filePath(QStringLiteral("cert.pem"));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                                                 QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
        if (!openssl.waitForFinished(60'000) || openssl.exitCode() != 0)
            QSKIP("needs openssl to make a certificate");
        ServeProcess server(house, {QStringLiteral("--no-auth"), QStringLiteral("--tls-cert"), certificate, QStringLiteral("--tls-key"), key});
        QVERIFY2(server.said.contains(QStringLiteral("https://")), qPrintable(server.said));
        if (!QSslSocket::supportsSsl())
            QSKIP("needs Qt's OpenSSL plugin");
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port);
        QVERIFY2(socket.waitForEncrypted(10'000), qPrintable(socket.errorString()));
        socket.write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        QByteArray answer;
        while (!answer.contains("{\"status\":\"ok\"}") && socket.waitForReadyRead(10'000))
            answer += socket.readAll();
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
        HttpClient plain(server.port); // who does not speak TLS is cut off
        plain.send("GET /health HTTP/1.1\r\n\r\n");
        QCOMPARE(plain.read().status, 0);
        QCOMPARE(server.end(), 0);
    }
};

FOYER_TEST(CtlServeTest, "ctlserve")
#include "test_ctlserve.moc"
