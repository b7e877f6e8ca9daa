// The demo box office: sound, the same for the same seed, and only where nothing is yet.
#include "core/base/random.h"
#include "core/services/demo.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/setclock.h"
#include "core/storage/terminal_store.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

const DemoOptions Small{7, 4, 10};

/// An empty database without tables where a demo can be made.
struct DemoGround {
    explicit DemoGround(const QString &kind) : database(kind) {}

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

// Making a demo takes seconds, so each is looked at from several sides.
class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSoundAndPlaysToday_data() { bothDatabases(); }
    void isSoundAndPlaysToday()
    {
        QFETCH(QString, database);
        DemoGround ground(database);
        setclock::remove(*ground.database.administrator()); // the test's own clock gives way to the demo's
        const DemoSummary summary = must(buildDemo(ground.config(), Small));
        QCOMPARE(summary.venues, 3);
        QCOMPARE(summary.events, 40);
        QVERIFY(summary.orders > 100);

        const auto read = Database::open(ground.database.url(), Database::Mode::Read, ground.clock);
        const VerifyReport report = must(Verifier(*read, KeyStore(ground.database.keyFolder()).marks(terminal_store::all(*read))).verify());
        QVERIFY2(report.isSound(), qPrintable(report.breaches.join(u'\n')));
        QCOMPARE(report.tickets, qint64(summary.tickets));
        if (ground.database.isPostgres()) // the server's own clock rules again
            QVERIFY(qAbs(read->now().ms - SystemClock().now().ms) < 60'000);

        const auto office = ground.database.open();
        QVERIFY(must(isDemo(office->writer())));
        expectOneSoldOutToday(*office);
        expectThatPinsSignIn(*office);
        QCOMPARE(buildDemo(ground.config(), Small).error().code, ground.database.isPostgres() ? ErrorCode::InvalidInput : ErrorCode::DatabaseLocked);
    }

    void theSameSeedMakesTheSameSales()
    {
        const auto salesOf = [](quint64 seed) {
            DemoGround ground(QStringLiteral("sqlite"));
            must(buildDemo(ground.config(), {seed, 4, 10}));
            return figures(*ground.database.open());
        };
        const QStringList first = salesOf(7);
        QCOMPARE(salesOf(7), first);
        QVERIFY(salesOf(8) != first);
    }

    void refusesABoxOfficeThatHoldsSomething_data() { bothDatabases(); }
    void refusesABoxOfficeThatHoldsSomething()
    {
        QFETCH(QString, database);
        DemoGround ground(database);
        aVenue(*ground.database.open());
        QCOMPARE(buildDemo(ground.config(), Small).error().code, ErrorCode::InvalidInput);
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
        QFile leftOver(path + QStringLiteral(".building")); // of one that was broken off
        QVERIFY(leftOver.open(QIODevice::WriteOnly) && leftOver.write("half a database") > 0);
        leftOver.close();
        bool wasThere = false;
        must(buildDemo(config, Small, [&](int) { wasThere = wasThere || QFile::exists(path); }));
        QVERIFY(!wasThere);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("new.db")});
    }

private:
    void expectOneSoldOutToday(BoxOffice &office)
    {
        EventFilter today;
        today.from = Evening - std::chrono::hours(12);
        today.to = Evening + std::chrono::hours(8);
        const auto events = must(office.catalogue().events(today));
        QCOMPARE(events.size(), size_t(3));
        for (const Event &event : events) {
            const auto places = must(office.inventory().availability(std::array{event.id})).front().total();
            if (event.name == QLatin1String("The Nutcracker"))
                QCOMPARE(places.available(), 0);
            else
                QVERIFY(places.sold > 0 && places.available() > 0);
        }
    }

    void expectThatPinsSignIn(BoxOffice &office)
    {
        const auto staff = must(office.staff().list());
        QCOMPARE(staff.size(), size_t(5));
        for (const StaffMember &member : staff) {
            const auto known = std::find_if(demoStaff().begin(), demoStaff().end(), [&](const DemoMember &m) { return member.name == QLatin1String(m.name); });
            QVERIFY(known != demoStaff().end());
            QVERIFY(office.staff().signIn(member.id, QLatin1String(known->pin)).has_value());
        }
    }
};

FOYER_TEST(DemoTest, "demo")
#include "test_demo.moc"
