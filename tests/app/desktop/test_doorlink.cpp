// A window on a door's database keeps in touch with its centre by itself, and goes on without it.
#include "app/desktop/doorlink.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"

#include <QtNetwork/QTcpServer>

using namespace foyer;
using namespace foyer::test;

class DoorLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTillAsksNobody()
    {
        Counter counter([](BoxOffice &) {});
        DoorLink link(*counter.backend);
        link.setPause(Milliseconds(1));
        QSignalSpy failed(&link, &DoorLink::failed), synced(&link, &DoorLink::synced);
        link.start();
        counter.ask([](Desk &desk) { return DoorBooks(desk.office).standing(); }); // the question before it is answered by now
        QCOMPARE(failed.size() + synced.size(), 0);
    }

    void aCentreThatIsAwayIsSaidOnceAndAskedAgain()
    {
        QTcpServer port;
        QVERIFY(port.listen(QHostAddress::LocalHost));
        const QString centre = QStringLiteral("http://127.0.0.1:%1").arg(port.serverPort());
        port.close(); // nobody is there
        TestDatabase box(QStringLiteral("sqlite"));
        SystemRandom random;
        auto enrolment = must(DoorEnrolment::begin(box.url(), box.keyFolder(), box.clock(), random));
        const auto message = *DoorMessage::open(enrolment.message(QStringLiteral("X")).envelope);
        must(enrolment.finish({{QStringLiteral("terminal"), message.door.toString()}, {QStringLiteral("chain"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
                               {QStringLiteral("number"), 7}, {QStringLiteral("chain_number"), 7}, {QStringLiteral("name"), QStringLiteral("North gate")}, {QStringLiteral("at"), Evening.ms}}, centre));
        Backend backend(BackendConfig{box.url(), box.keyFolder(), QStringLiteral("till"), box.clock(), random, crypto::PinCost::Minimal,
                                      []() -> Result<std::unique_ptr<PaymentGateway>> { return std::make_unique<ExternalTerminal>(); }});
        QSignalSpy opened(&backend, &Backend::opened);
        backend.open();
        QVERIFY(opened.wait());
        DoorLink link(backend);
        link.setPause(Milliseconds(1));
        QSignalSpy failed(&link, &DoorLink::failed);
        link.start();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(failed.first().first().toString().contains(QStringLiteral("Scanning goes on")), qPrintable(failed.first().first().toString()));
        // It asks again: whoever listens now hears of it.
        QVERIFY(port.listen(QHostAddress::LocalHost, quint16(centre.section(u':', 2).toInt())));
        QTRY_VERIFY(port.hasPendingConnections());
        QCOMPARE(failed.size(), 1);
    }
};

FOYER_TEST(DoorLinkTest, "doorlink")
#include "test_doorlink.moc"
