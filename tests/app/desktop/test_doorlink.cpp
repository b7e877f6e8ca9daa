// A window on a door's database keeps in touch with its centre by itself, and goes on without it.
#include "app/desktop/doorlink.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "ui/widgets/banner.h"

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
                               {QStringLiteral("number"), 7}, {QStringLiteral("chain_number"), 7}, {QStringLiteral("name"), QStringLiteral("North gate")}, {QStringLiteral("at"), Evening.ms},
                               {QStringLiteral("centre"), QJsonObject{{QStringLiteral("terminal"), QUuid::createUuid().toString(QUuid::WithoutBraces)}, {QStringLiteral("public_key"), QString(64, u'a')}}}}, centre));
        Backend backend(BackendConfig{box.url(), box.keyFolder(), QStringLiteral("till"), box.clock(), random, crypto::PinCost::Minimal,
                                      []() -> Result<std::unique_ptr<PaymentGateway>> { return std::make_unique<ExternalTerminal>(); }});
        QSignalSpy opened(&backend, &Backend::opened);
        backend.open();
        QVERIFY(opened.wait());
        DoorLink link(backend);
        link.setPause(Milliseconds(1));
        QSignalSpy failed(&link, &DoorLink::failed);
        std::optional<DoorHealth> health;
        connect(&link, &DoorLink::told, this, [&](const DoorHealth &told) { health = told; });
        link.start();
        QTRY_VERIFY(health);
        QVERIFY(health->isAway);
        const QString said = DoorNotice::text(*health);
        QVERIFY2(said.contains(QStringLiteral("out of reach")) && said.contains(QStringLiteral("0 place")), qPrintable(said));
        // It asks again: whoever listens now hears of it.
        QVERIFY(port.listen(QHostAddress::LocalHost, quint16(centre.section(u':', 2).toInt())));
        QTRY_VERIFY(port.hasPendingConnections());
        QCOMPARE(failed.size(), 0); // it is no refusal
    }

    void theBandSaysWhatStillWorksAndWhatWaits()
    {
        Theme theme;
        Banner banner(theme);
        DoorNotice notice(banner, nullptr);
        QVERIFY(banner.isHidden());
        const QDateTime heard(QDate(2026, 3, 20), QTime(19, 42));
        notice.show({false, 23, 0, 0, heard, 5, 0});
        QCOMPARE(banner.tone(), Tone::Accent);
        QVERIFY2(banner.message().contains(QStringLiteral("23 place")) && banner.message().contains(QStringLiteral("42")), qPrintable(banner.message()));
        notice.show({true, 21, 2, 5, heard, 5, 0});
        QCOMPARE(banner.tone(), Tone::Warn);
        for (const char *part : {"out of reach", "go on scanning, and selling", "21 place", "2 sale", "5 second"})
            QVERIFY2(banner.message().contains(QLatin1String(part)), qPrintable(banner.message()));
        notice.show({false, 21, 0, 0, heard, 5, -7});
        QCOMPARE(banner.tone(), Tone::Warn);
        QVERIFY2(banner.message().contains(QStringLiteral("7 minute")), qPrintable(banner.message()));
    }
};

FOYER_TEST(DoorLinkTest, "doorlink")
#include "test_doorlink.moc"
