// The demo box office: sound, the same for the same seed, and only where nothing is yet.
#include "core/base/random.h"
#include "core/services/demo.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/setclock.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

const DemoOptions Small{7, 4, 10};

/// An empty database without tables where a demo can be made.
struct Ground {
    explicit Ground(const QString &kind) : database(kind) {}

    BoxOfficeConfig config() { return {database.url(), database.keyFolder(), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}; }

    TestDatabase database;
    SetClock clock{Evening};
    SystemRandom random;
};

/// What the shows sold, as text.
QStringList figures(BoxOffice &office)
{
    QStringList out;
    for (const EventFigures &event : must(office.statistics().report(office.system(), {})).events)
        out << QStringLiteral("%1 %2 %3 %4").arg(event.name).arg(event.startsAt.ms).arg(event.sold).arg(event.revenue.toString());
    return out;
}

} // namespace

class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSoundAndHoldsASeason_data() { bothDatabases(); }
    void isSoundAndHoldsASeason()
    {
        QFETCH(QString, database);
        Ground ground(database);
        if (ground.database.isPostgres()) // the test's own clock gives way to the demo's
            setclock::remove(*ground.database.administrator());
        const DemoSummary summary = must(buildDemo(ground.config(), Small));
        QCOMPARE(summary.venues, 3);
        QCOMPARE(summary.events, 40);
        QVERIFY(summary.orders > 100);

        const auto read = Database::open(ground.database.url(), Database::Mode::Read, ground.clock);
        const VerifyReport report = must(Verifier(*read, KeyStore(ground.database.keyFolder()).marks()).verify());
        QVERIFY2(report.isSound(), qPrintable(report.breaches.join(u'\n')));
        QCOMPARE(report.tickets, qint64(summary.tickets));

        const auto office = ground.database.open();
        QVERIFY(must(isDemo(office->writer())));
        QCOMPARE(must(office->staff().list()).size(), size_t(5));
    }

    void todayHasASoldOutAndAPartlySoldShow()
    {
        Ground ground(QStringLiteral("sqlite"));
        must(buildDemo(ground.config(), Small));
        const auto office = ground.database.open();
        EventFilter today;
        today.from = Evening - std::chrono::hours(12);
        today.to = Evening + std::chrono::hours(8);
        const auto events = must(office->catalogue().events(today));
        QCOMPARE(events.size(), size_t(3));
        for (const Event &event : events) {
            const auto places = must(office->inventory().availability(std::array{event.id})).front().total();
            if (event.name == QLatin1String("The Nutcracker"))
                QCOMPARE(places.available(), 0);
            else
                QVERIFY(places.sold > 0 && places.available() > 0);
        }
    }

    void theSameSeedMakesTheSameSales()
    {
        QStringList first;
        for (const quint64 seed : {quint64(7), quint64(7), quint64(8)}) {
            Ground ground(QStringLiteral("sqlite"));
            must(buildDemo(ground.config(), {seed, 4, 10}));
            const QStringList sold = figures(*ground.database.open());
            if (first.isEmpty())
                first = sold;
            else
                QCOMPARE(sold == first, seed == 7);
        }
    }

    void everyPinSignsIn()
    {
        Ground ground(QStringLiteral("sqlite"));
        must(buildDemo(ground.config(), Small));
        const auto office = ground.database.open();
        for (const StaffMember &member : must(office->staff().list())) {
            const auto known = std::find_if(demoStaff().begin(), demoStaff().end(), [&](const DemoMember &m) { return member.name == QLatin1String(m.name); });
            QVERIFY(known != demoStaff().end());
            QVERIFY(office->staff().signIn(member.id, QLatin1String(known->pin)).has_value());
        }
    }

    void refusesABoxOfficeThatHoldsSomething_data() { bothDatabases(); }
    void refusesABoxOfficeThatHoldsSomething()
    {
        QFETCH(QString, database);
        Ground ground(database);
        aVenue(*ground.database.open());
        const auto refused = buildDemo(ground.config(), Small);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(!must(isDemo(ground.database.open()->writer())));
    }

    void aNewFileAppearsWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        SetClock clock(Evening);
        SystemRandom random;
        const QString path = folder.filePath(QStringLiteral("new.db"));
        const BoxOfficeConfig config{must(DatabaseUrl::parse(QStringLiteral("sqlite:") + path)), folder.filePath(QStringLiteral("keys")), {}, clock, random,
                                     crypto::PinCost::Minimal};
        bool wasThere = false;
        must(buildDemo(config, Small, [&](int) { wasThere = wasThere || QFile::exists(path); }));
        QVERIFY(!wasThere);
        QVERIFY(QFile::exists(path));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("new.db")});
    }

    void afterwardsTheServersOwnClockRules()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL");
        Ground ground(QStringLiteral("postgres"));
        setclock::remove(*ground.database.administrator());
        must(buildDemo(ground.config(), Small));
        const Instant server = Database::open(ground.database.url(), Database::Mode::Read, ground.clock)->now();
        QVERIFY(qAbs(server.ms - SystemClock().now().ms) < 60'000);
    }
};

FOYER_TEST(DemoTest, "demo")
#include "test_demo.moc"
