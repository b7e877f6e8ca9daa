// foyerctl and what lies on disk: files that are read and written, databases that cannot serve, backups.
#include "core/domain/demoplans.h"
#include "tests/support/ctlhome.h"
#include "tests/support/testmain.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

using namespace foyer;
using namespace foyer::test;

class FoyerctlFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsAndExports_data() { bothDatabases(); }
    void importsAndExports()
    {
        QFETCH(QString, database);
        const CtlHome desk(database);
        desk.furnish();
        const QString plan = desk.write("theatre.json", theatrePlan());
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("plan"), plan, QStringLiteral("--venue"), QStringLiteral("Theatre")}));
        const CtlRan exported = desk.run("export plan Theatre");
        VERIFY_DONE(exported);
        QCOMPARE(exported.out.toUtf8(), theatrePlan());

        const QString events = desk.write("events.csv", "uid,name,start,ticket_type,capacity,price\na,Macbeth,2031-11-20T19:30,Standing,50,12.00\n");
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("events"), events}));
        const CtlRan again = desk.run({QStringLiteral("--json"), QStringLiteral("import"), QStringLiteral("events"), events});
        QCOMPARE(again.json().value(QLatin1String("unchanged")).toInt(), 1);
        for (const char *words : {"export events", "export events --format ics"}) {
            const CtlRan all = desk.run(words);
            VERIFY_DONE(all);
            QVERIFY(all.out.contains(QLatin1String("Macbeth")) && all.out.contains(QLatin1String("Hamlet")));
        }
        const QString file = desk.path("out.csv");
        VERIFY_DONE(desk.run({QStringLiteral("export"), QStringLiteral("events"), QStringLiteral("--output"), file}));
        QVERIFY(QFileInfo(file).size() > 0);
    }

    void faultyFilesChangeNothing()
    {
        const CtlHome desk;
        desk.furnish();
        const QString events = desk.write("events.csv", "uid,name,start,ticket_type,capacity,price\na,Macbeth,2031-11-20T19:30,Standing,50,12.005\nb,Othello,then,,,\n");
        const CtlRan dry = desk.run({QStringLiteral("import"), QStringLiteral("events"), events, QStringLiteral("--dry-run")});
        VERIFY_FAILED(dry, 4);
        QCOMPARE(dry.out.count(QLatin1String("line ")), 2);
        const CtlRan ran = desk.run({QStringLiteral("import"), QStringLiteral("events"), events});
        VERIFY_FAILED(ran, 4);
        QVERIFY(!desk.run("export events").out.contains(QLatin1String("Macbeth")));

        const QString plan = desk.write("plan.json", theatrePlan().left(5000));
        VERIFY_FAILED(desk.run({QStringLiteral("import"), QStringLiteral("plan"), plan}), 4);
        VERIFY_FAILED(desk.run("import plan /nowhere/plan.json"), 4);
        VERIFY_FAILED(desk.run({QStringLiteral("export"), QStringLiteral("events"), QStringLiteral("--output"), QStringLiteral("/nowhere/out.csv")}), 4);
    }

    void theDemoIsSoundAndMadeOnce()
    {
        const CtlHome desk;
        const CtlRan made = desk.run("demo --small --json");
        VERIFY_DONE(made);
        QCOMPARE(made.json().value(QLatin1String("events")).toInt(), 40);
        QVERIFY(desk.isSound());
        VERIFY_FAILED(desk.run("demo --small"), 1);
        VERIFY_DONE(desk.run({QStringLiteral("sell"), QStringLiteral("--event"), QStringLiteral("Club Night"), QStringLiteral("--type"), QStringLiteral("VIP")}));
    }

    void verifyFindsABreach()
    {
        const CtlHome desk;
        desk.furnish();
        VERIFY_DONE(desk.run("sell --event Hamlet --type Standing"));
        {
            SystemClock clock;
            Database::open(must(DatabaseUrl::parse(desk.db)), Database::Mode::Administer, clock)->execute(QStringLiteral("UPDATE allotment SET sold = sold + 1 WHERE sold > 0"));
        }
        VERIFY_FAILED(desk.run("verify"), 5);
    }

    void databasesThatCannotServeAreTold_data()
    {
        QTest::addColumn<QString>("db");
        QTest::addColumn<int>("code");
        QTest::newRow("no folder") << QStringLiteral("sqlite:/nowhere/at/all/foyer.db") << 3;
        QTest::newRow("no server") << QStringLiteral("postgres://foyer@127.0.0.1:1/foyer") << 3;
    }
    void databasesThatCannotServeAreTold()
    {
        QFETCH(QString, db);
        QFETCH(int, code);
        const CtlHome desk;
        for (const char *verb : {"migrate", "verify", "stats", "sell --event Hamlet --type Standing"}) {
            const CtlRan ran = desk.run(QString::fromLatin1(verb).split(QLatin1Char(' ')) + QStringList{QStringLiteral("--db"), db});
            VERIFY_FAILED(ran, code);
        }
    }

    void anEmptyDatabaseIsToldToBeSetUp()
    {
        const CtlHome desk;
        desk.write("foyer.db", {});
        for (const char *verb : {"verify", "stats", "sell --event Hamlet --type Standing"})
            VERIFY_FAILED(desk.run(verb), 3);
    }

    void aFileThatIsNoDatabaseStaysAsItIs()
    {
        const CtlHome desk;
        const QByteArray bytes(8192, 'x');
        desk.write("foyer.db", bytes);
        for (const char *verb : {"migrate", "verify", "stats", "demo"})
            VERIFY_FAILED(desk.run(verb), 3);
        QFile file(desk.path("foyer.db"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }

    void aReadOnlyFileIsToldAndStaysAsItIs()
    {
        const CtlHome desk;
        desk.furnish();
        QFile file(desk.path("foyer.db"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QFileInfo folder(QFileInfo(file).path());
        const auto rights = folder.permissions();
        QVERIFY(file.setPermissions(QFile::ReadOwner) && QFile(folder.filePath()).setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const CtlRan sale = desk.run("sell --event Hamlet --type Standing");
        const CtlRan venue = desk.run("venue add Cellar");
        const CtlRan figures = desk.run("stats");
        QVERIFY(QFile(folder.filePath()).setPermissions(rights)); // before anything fails, for the folder to be removed
        for (const CtlRan &ran : {sale, venue, figures}) // a reader, too, needs a file beside it for its locks
            QVERIFY2(ran.failedWith(3) && ran.error.contains(QLatin1String("can be read but not written")), ran.told().constData());
        file.seek(0);
        QCOMPARE(file.readAll(), bytes);
    }

    void aNewerBoxOfficeIsNotTouched()
    {
        const CtlHome desk;
        desk.furnish();
        {
            SystemClock clock;
            Database::open(must(DatabaseUrl::parse(desk.db)), Database::Mode::Administer, clock)
                ->execute(QStringLiteral("INSERT INTO migration (version, name, oldest_program, applied_at) VALUES (99, 'later', 99, 0)"));
        }
        for (const char *verb : {"migrate", "verify", "stats", "demo", "sell --event Hamlet --type Standing"})
            VERIFY_FAILED(desk.run(verb), 3);
    }

    void whoeverSellsKeepsOthersFromWritingNotFromLooking()
    {
        const CtlHome desk;
        desk.furnish();
        SystemClock clock;
        const auto seller = Database::open(must(DatabaseUrl::parse(desk.db)), Database::Mode::Write, clock);
        VERIFY_FAILED(desk.run("sell --event Hamlet --type Standing"), 3);
        VERIFY_FAILED(desk.run("migrate"), 3);
        for (const char *verb : {"verify", "stats", "export events"})
            VERIFY_DONE(desk.run(verb));
    }

    void aFullDiskLosesNothing()
    {
        const CtlHome desk;
        desk.furnish();
        const auto size = rlim_t(QFileInfo(desk.path("foyer.db")).size());
        const QString events = desk.write("events.csv", [] {
            QByteArray csv("uid,name,start,ticket_type,capacity,price\n");
            for (int i = 0; i < 3000; ++i)
                csv += "e" + QByteArray::number(i) + ",Show,2031-11-20T19:30,Standing,50,12.00\n";
            return csv;
        }());
        const CtlRan ran = desk.run({QStringLiteral("import"), QStringLiteral("events"), events}, size + 200'000);
        VERIFY_FAILED(ran, 3);
        QVERIFY(desk.isSound());
        QVERIFY(!desk.run("export events").out.contains(QLatin1String("Show")));
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("events"), events}));
    }

    void aBoxOfficeMovesToAnotherHomeAndSellsOn_data() { bothDatabases(); }
    void aBoxOfficeMovesToAnotherHomeAndSellsOn()
    {
        QFETCH(QString, database);
        const CtlHome desk;
        desk.furnish();
        const CtlRan sold = desk.run("sell --event Hamlet --type Standing --json");
        const QString backup = desk.path("friday.db");
        SystemClock clock;
        {
            const auto window = Database::open(must(DatabaseUrl::parse(desk.db)), Database::Mode::Write, clock); // sells beside it
            const CtlRan made = desk.run({QStringLiteral("backup"), backup, QStringLiteral("--json")});
            VERIFY_DONE(made);
            QVERIFY(made.json().value(QLatin1String("sound")).toBool());
            VERIFY_FAILED(desk.run({QStringLiteral("restore"), backup}), 1); // this database holds something
            VERIFY_FAILED(desk.run({QStringLiteral("restore"), backup, QStringLiteral("--replace")}), 3);
        }
        VERIFY_FAILED(desk.run({QStringLiteral("backup"), backup}), 4);
        CtlHome other(database);
        VERIFY_FAILED(other.run("restore /nowhere/friday.db"), 4);
        VERIFY_FAILED(other.run({QStringLiteral("restore"), other.write("text.db", "not one")}), 4);
        const CtlRan restored = other.run({QStringLiteral("restore"), backup, QStringLiteral("--json")});
        VERIFY_DONE(restored);
        QVERIFY(restored.json().value(QLatin1String("restored")).toBool());
        const CtlRan next = other.run("sell --event Hamlet --type Standing --json");
        VERIFY_DONE(next);
        QVERIFY(sold.json().value(QLatin1String("order")) != next.json().value(QLatin1String("order")) && !next.out.isEmpty());
        QVERIFY(other.isSound());
    }

    void aBackupOntoAFullDiskLeavesNothing()
    {
        const CtlHome desk;
        desk.furnish();
        const CtlRan ran = desk.run({QStringLiteral("backup"), desk.path("full.db")}, 100'000);
        QVERIFY2(ran.failedWith(3) || ran.failedWith(4), ran.told().constData());
        QVERIFY(!QFile::exists(desk.path("full.db")) && !QFile::exists(desk.path("full.db.part")));
        VERIFY_DONE(desk.run({QStringLiteral("backup"), desk.path("full.db")}));
    }

    void aRestoreOntoAFullDiskLeavesNothing()
    {
        const CtlHome desk;
        desk.furnish();
        VERIFY_DONE(desk.run({QStringLiteral("backup"), desk.path("good.db")}));
        const CtlHome other;
        const CtlRan ran = other.run({QStringLiteral("restore"), desk.path("good.db")}, 100'000);
        QVERIFY2(ran.failedWith(3) || ran.failedWith(4), ran.told().constData());
        QVERIFY(!QFile::exists(other.path("foyer.db")) && !QFile::exists(other.path("foyer.db.restoring")));
    }

    void aWrongPasswordIsTold()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL");
        TestDatabase box(QStringLiteral("postgres"));
        const auto administrator = box.administrator();
        administrator->execute(QStringLiteral("DO $$ BEGIN CREATE ROLE foyer_password LOGIN PASSWORD 'right'; EXCEPTION WHEN duplicate_object THEN NULL; END $$"));
        const CtlHome desk;
        const auto statsAs = [&](const char *password) {
            return desk.run({QStringLiteral("stats"), QStringLiteral("--db"), QStringLiteral("postgres://foyer_password:%1@%2:%3/%4")
                                 .arg(QLatin1String(password), box.url().hosts, box.url().ports, box.url().database)});
        };
        const CtlRan wrong = statsAs("wrong");
        const CtlRan right = statsAs("right");
        QVERIFY2(wrong.failedWith(3) && wrong.error.contains(QLatin1String("password")), wrong.told().constData());
        QVERIFY2(!wrong.error.contains(QLatin1String("wrong@")), wrong.told().constData());
        QVERIFY2(right.failedWith(3) && right.error.contains(QLatin1String("foyer_password has no rights")), right.told().constData()); // let in, but without rights to anything
    }
};

FOYER_TEST(FoyerctlFilesTest, "foyerctlfiles")
#include "test_foyerctlfiles.moc"
