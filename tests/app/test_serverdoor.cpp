// A door and its centre over real sockets: enrolled, cut off, scanning on, and heard again.
#include "core/sync/doorclient.h"
#include "tests/support/doorhouse.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

using namespace foyer;
using namespace foyer::test;

class ServerDoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoorScansOnWhileTheServerIsAway_data() { bothDatabases(); }
    void aDoorScansOnWhileTheServerIsAway()
    {
        QFETCH(QString, database);
        TestServer server(database);
        Event hamlet;
        QStringList codes;
        QString code;
        {
            const auto office = server.box.open();
            hamlet = anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(Evening).withSeats(20, 20, 1000).withGeneral(QStringLiteral("Standing"), 500, 500).add();
            codes = must(office->orders().codes(sell(*office, {places(hamlet, 1, 300)})));
            code = must(office->doorCentre().invite(office->system(), QStringLiteral("North gate"))).code;
        }
        server.start();
        const auto address = [&] { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.port())); };
        SystemRandom random;
        TestDatabase box(QStringLiteral("sqlite"));
        auto enrolment = must(DoorEnrolment::begin(box.url(), box.keyFolder(), box.clock(), random));
        DoorClient client(address());
        QCOMPARE(client.ask(enrolment.message(QStringLiteral("WRONG"))).error().code, ErrorCode::CentreRefused);
        must(enrolment.finish(must(client.ask(enrolment.message(code))), address().toString()));
        const auto door = box.open();
        must(syncDoor(*door, client));

        QVERIFY(server.stop());
        for (const QString &one : codes)
            QVERIFY(must(door->admissions().scan(door->system(), {one, hamlet.id})).isPassage());
        const auto cutOff = syncDoor(*door, client);
        QCOMPARE(cutOff.error().code, ErrorCode::CentreUnavailable);
        QCOMPARE(must(DoorBooks(*door).standing()).waiting, 300);
        QCOMPARE(must(door->admissions().counts(door->system(), hamlet.id)).inside, 300);

        server.start();
        DoorClient again(address());
        must(syncDoor(*door, again)); // in several messages
        must(syncDoor(*door, again));
        QCOMPARE(must(DoorBooks(*door).standing()).waiting, 0);
        HttpClient shop(server.port());
        const QJsonObject figures = shop.get("/v1/statistics/reservations").json();
        QCOMPARE(figures.value(QStringLiteral("events")).toArray().first().toObject().value(QStringLiteral("admitted")).toInt(), 300);
        QVERIFY(server.stop());
        QCOMPARE(breachesOf(server.box), QStringList());
        QCOMPARE(breachesOf(box), QStringList());
    }

    void aDoorSellsWhileTheServerIsAway_data() { bothDatabases(); }
    void aDoorSellsWhileTheServerIsAway()
    {
        QFETCH(QString, database);
        TestServer server(database);
        Event hamlet;
        QString code;
        {
            const auto office = server.box.open();
            hamlet = anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(Evening).withGeneral(QStringLiteral("Standing"), 500, 500).add();
            code = must(office->doorCentre().invite(office->system(), QStringLiteral("North gate"))).code;
        }
        server.start();
        const auto address = [&] { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.port())); };
        SystemRandom random;
        TestDatabase box(QStringLiteral("sqlite"));
        auto enrolment = must(DoorEnrolment::begin(box.url(), box.keyFolder(), box.clock(), random));
        DoorClient client(address());
        must(enrolment.finish(must(client.ask(enrolment.message(code))), address().toString()));
        const auto door = box.open();
        must(syncDoor(*door, client));
        QVERIFY(server.stop());
        {
            const auto office = server.box.open();
            must(office->doorGrants().grant(office->system(), {door->terminal(), hamlet.ticketTypes[0].id, 100}));
        }
        server.start();
        DoorClient again(address());
        must(syncDoor(*door, again));
        QVERIFY(server.stop());
        for (int i = 0; i < 30; ++i)
            sell(*door, {places(hamlet, 0, 3)});
        QCOMPARE(syncDoor(*door, again).error().code, ErrorCode::CentreUnavailable);
        QCOMPARE(must(door->doorStock().giveBack(door->system())), 10);
        server.start();
        DoorClient last(address());
        must(sendReturns(*door, last));
        must(syncDoor(*door, last));
        QVERIFY(server.stop());
        const auto office = server.box.open();
        const GrantState grant = must(office->doorGrants().grants()).front();
        QCOMPARE(grant.sold, 90);
        QCOMPARE(grant.returned, 10);
        QCOMPARE(breachesOf(server.box), QStringList());
        QCOMPARE(breachesOf(box), QStringList());
    }
};

FOYER_TEST(ServerDoorTest, "serverdoor")
#include "test_serverdoor.moc"
