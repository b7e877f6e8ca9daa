#include "core/services/training.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/life.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

struct School {
    explicit School(const QString &kind) : box(kind)
    {
        const auto office = box.open();
        anna = must(office->staff().add(office->system(), QStringLiteral("Anna"), Role::Cashier, QStringLiteral("123456"))).id;
        event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 10, 1500).withSeats(1, 4).add();
        sell(*office, {places(event, 0, 1)});
    }

    std::unique_ptr<BoxOffice> train(const TrainingGround &ground)
    {
        return must(BoxOffice::open({ground.url, ground.keyFolder, QStringLiteral("till"), box.clock(), random, crypto::PinCost::Minimal}));
    }

    TestDatabase box;
    QTemporaryDir folder;
    SystemRandom random;
    StaffId anna;
    Event event;
};

} // namespace

class TrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDoneInTrainingNeverReachesTheHouse_data() { bothDatabases(); }
    void whatIsDoneInTrainingNeverReachesTheHouse()
    {
        QFETCH(QString, database);
        School school(database);
        const auto ground = must(prepareTraining(school.box.url(), school.folder.path(), school.box.clock(), school.random));
        QVERIFY(ground.ownPins);
        QStringList codes;
        {
            const auto office = school.train(ground);
            QVERIFY(must(isTraining(office->writer())));
            QVERIFY(office->staff().signIn(school.anna, QStringLiteral("123456")));
            const auto seats = seatsOf(*office, school.event);
            const Order practised = sell(*office, {places(school.event, 0, 9), seat(school.event, 1, seats[0].id)});
            codes = must(office->orders().codes(practised));
            QVERIFY(must(office->orders().check(codes.front())).signatureValid);
        }
        const auto house = school.box.open();
        QVERIFY(!must(isTraining(house->writer())));
        for (const QString &code : codes) {
            const auto check = house->orders().check(code);
            QVERIFY(!check || !check->signatureValid);
        }
        const auto types = must(house->inventory().availability(std::array{school.event.id})).front().types;
        QCOMPARE(types[0].sold, 1);
        QCOMPARE(types[1].sold, 0);
        sell(*house, {places(school.event, 0, 9)}); // all of them are still there
        const auto read = Database::open(school.box.url(), Database::Mode::Read, school.box.clock());
        QVERIFY(must(Verifier(*read, life::marks(*read, KeyStore(school.box.keyFolder()))).verify()).isSound());
    }

    void theHouseMayChangeWhileSomebodyTrains()
    {
        School school(QStringLiteral("sqlite"));
        const auto house = school.box.open(); // the window sells on
        const auto ground = must(prepareTraining(school.box.url(), school.folder.path(), school.box.clock(), school.random));
        const auto office = school.train(ground);
        sell(*house, {places(school.event, 0, 2)});
        QCOMPARE(must(office->inventory().availability(std::array{school.event.id})).front().types[0].sold, 1);
    }

    void aTillThatMayNotReadPinsTrainsWithOneForAll()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL");
        School school(QStringLiteral("postgres"));
        DatabaseUrl till = school.box.url();
        till.user = QStringLiteral("till_") + QUuid::createUuid().toString(QUuid::Id128);
        school.box.administrator()->execute(QStringLiteral("CREATE ROLE %1 LOGIN IN ROLE foyer_terminal").arg(till.user));
        const auto ground = prepareTraining(till, school.folder.path(), school.box.clock(), school.random);
        school.box.administrator()->execute(QStringLiteral("DROP ROLE %1").arg(till.user));
        QVERIFY2(ground, ground ? "" : qPrintable(ground.error().detail));
        QVERIFY(!ground->ownPins);
        const auto office = school.train(*ground);
        QVERIFY(!office->staff().signIn(school.anna, QStringLiteral("123456")));
        QVERIFY(office->staff().signIn(school.anna, QLatin1String(training::Pin)));
    }
};

FOYER_TEST(TrainingTest, "training")
#include "test_training.moc"
