// foyerctl as people run it: the real program, every verb, good and bad input.
#include "core/base/random.h"
#include "core/domain/demoplans.h"
#include "core/storage/database.h"
#include "core/storage/setclock.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>

#include <csignal>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace foyer;
using namespace foyer::test;

namespace {

struct Ran {
    int exitCode = -1;
    QString out;
    QString error;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    /// What every failure owes: its exit code and one sentence.
    bool failedWith(int code) const
    {
        return exitCode == code && error.count(QLatin1Char('\n')) == 1 && error.endsWith(QLatin1String(".\n")) && (error.at(0).isUpper() || error.startsWith(QLatin1String("--")));
    }
    QByteArray told() const { return QStringLiteral("exit %1, out: %2, error: %3").arg(exitCode).arg(out, error).toUtf8(); }
};

/// A home of its own with a database in it, and the program on both.
class Desk
{
public:
    explicit Desk(const QString &kind = QStringLiteral("sqlite"))
    {
        if (kind == QLatin1String("postgres")) {
            m_postgres = std::make_unique<TestDatabase>(kind);
            setclock::remove(*m_postgres->administrator());
            const DatabaseUrl &url = m_postgres->url();
            db = QStringLiteral("postgres://%1:%2@%3:%4/%5").arg(url.user, url.password, url.hosts, url.ports, url.database);
        } else {
            db = QStringLiteral("sqlite:") + path("foyer.db");
        }
    }

    QString path(const char *name) const { return m_home.filePath(QLatin1String(name)); }

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a test file could not be written");
        return file.fileName();
    }

    Ran run(const QStringList &arguments, rlim_t largestFile = RLIM_INFINITY, const QByteArray &typed = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
        environment.insert(QStringLiteral("FOYER_DB"), db);
        environment.remove(QStringLiteral("FOYER_KEYS"));
        environment.remove(QStringLiteral("DISPLAY"));
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([largestFile] {
            const rlimit limit{largestFile, largestFile};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            ::signal(SIGXFSZ, SIG_IGN); // the write fails, as on a full disk
            ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE); // rights bind root, too
        });
        process.start(QStringLiteral(FOYERCTL), arguments);
        process.write(typed);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            qFatal("foyerctl did not come back");
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    Ran run(const char *words) const { return run(QString::fromLatin1(words).split(QLatin1Char(' '))); }

    /// Tables, a venue with the theatre, and Hamlet tomorrow with seats and 50 standing places.
    void furnish() const
    {
        const auto url = must(DatabaseUrl::parse(db));
        SystemClock clock;
        SystemRandom random;
        must(BoxOffice::migrate(url, clock));
        const auto office = must(BoxOffice::open({url, path("data/foyer/keys"), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}));
        anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(clock.now() + std::chrono::hours(24)).withSeats(3, 10)
            .withLevel(QStringLiteral("Reduced"), 4500).withGeneral(QStringLiteral("Standing"), 50, 1200).add();
    }

    bool isSound() const { return run("verify").exitCode == 0; }

    QString db;

private:
    QTemporaryDir m_home;
    std::unique_ptr<TestDatabase> m_postgres;
};

} // namespace

// Runs once, whatever the arguments are.
#define VERIFY_FAILED(run, code)                                                                                       \
    do {                                                                                                               \
        const Ran ran_ = (run);                                                                                        \
        QVERIFY2(ran_.failedWith(code), ran_.told().constData());                                                      \
    } while (false)
#define VERIFY_DONE(run)                                                                                               \
    do {                                                                                                               \
        const Ran ran_ = (run);                                                                                        \
        QVERIFY2(ran_.exitCode == 0 && ran_.error.isEmpty(), ran_.told().constData());                                 \
    } while (false)

class FoyerctlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongWordsAreToldInOneSentence_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"", "juggle", "serve --listen nowhere", "import", "import seats x", "migrate now", "import plan", "sell --colour red", "sell", "sell --seat A/1/1",
                                  "sell --event Hamlet", "sell --event Hamlet --seat A-1", "sell --event Hamlet --type S --quantity 0",
                                  "sell --event Hamlet --type S --pay coins=3", "sell --event Hamlet --date 32.13. --type S", "export events --format pdf",
                                  "import events events.txt", "migrate --db mysql://x", "demo --seed soon", "migrate --db"})
            QTest::newRow(*words ? words : "nothing") << QString::fromLatin1(words);
    }
    void wrongWordsAreToldInOneSentence()
    {
        QFETCH(QString, words);
        const Ran ran = Desk().run(words.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        VERIFY_FAILED(ran, 2);
    }

    void helpAndVersionNeedNothing()
    {
        const Desk desk;
        VERIFY_DONE(desk.run("--version"));
        const Ran general = desk.run("--help");
        VERIFY_DONE(general);
        for (const char *verb : {"migrate", "demo", "venue add", "staff add", "import plan", "import events", "export plan", "export events", "backup", "restore", "verify", "sell", "ticket check", "ticket admit", "stats", "import customers", "wallet create",
                                 "wallet deposit", "wallet withdraw", "wallet transfer", "wallet statement"}) {
            QVERIFY(general.out.contains(QLatin1String(verb)));
            const Ran one = desk.run((QString::fromLatin1(verb) + QStringLiteral(" --help")).split(QLatin1Char(' ')));
            VERIFY_DONE(one);
            QVERIFY(one.out.contains(QLatin1String(verb)));
        }
    }

    void aHouseIsFurnishedFromNothing_data() { bothDatabases(); }
    void aHouseIsFurnishedFromNothing()
    {
        QFETCH(QString, database);
        const Desk desk(database);
        VERIFY_DONE(desk.run("migrate"));
        VERIFY_DONE(desk.run({QStringLiteral("venue"), QStringLiteral("add"), QStringLiteral("Kammerspiele"), QStringLiteral("--time-zone"), QStringLiteral("Europe/Vienna")}));
        VERIFY_FAILED(desk.run("venue add Elsewhere --time-zone Middle/Earth"), 2);
        VERIFY_FAILED(desk.run("venue add Elsewhere --currency XYZ"), 1);
        const QStringList anna{QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("Anna"), QStringLiteral("--role"), QStringLiteral("manager"), QStringLiteral("--json")};
        QCOMPARE(desk.run(anna, RLIM_INFINITY, "12345\n").exitCode, 1); // a digit short
        const Ran added = desk.run(anna, RLIM_INFINITY, "123456\n");
        QCOMPARE(added.exitCode, 0);
        QCOMPARE(added.json().value(QLatin1String("role")).toString(), QStringLiteral("manager"));
        QCOMPARE(desk.run(anna, RLIM_INFINITY, "654321\n").exitCode, 1); // a name stands once
        VERIFY_FAILED(desk.run("staff add Ben --role emperor"), 1);
        VERIFY_DONE(desk.run("verify"));
    }

    void sellsWhatWasAskedForAndTheTicketsAreGood_data() { bothDatabases(); }
    void sellsWhatWasAskedForAndTheTicketsAreGood()
    {
        QFETCH(QString, database);
        const Desk desk(database);
        desk.furnish();
        const Ran sold = desk.run("sell --event Hamlet --seat Stalls/1/4 --seat Stalls/1/5 --level reduced --type Standing --quantity 3 --pay cash=100,card=rest --json");
        VERIFY_DONE(sold);
        QCOMPARE(sold.json().value(QLatin1String("total")).toString(), QStringLiteral("140.00"));
        const QJsonArray tickets = sold.json().value(QLatin1String("tickets")).toArray();
        QCOMPARE(tickets.size(), 5);
        for (const QJsonValue &ticket : tickets) {
            const Ran checked = desk.run({QStringLiteral("--json"), QStringLiteral("ticket"), QStringLiteral("check"), ticket[QLatin1String("code")].toString()});
            VERIFY_DONE(checked);
            QVERIFY(checked.json().value(QLatin1String("signature_valid")).toBool());
        }
        const Ran stats = desk.run("stats --json");
        VERIFY_DONE(stats);
        QCOMPARE(stats.json().value(QLatin1String("events")).toArray().first()[QLatin1String("sold")].toInt(), 5);
        QVERIFY(desk.isSound());
    }

    void walletsAreFilledEmptiedAndToldOf_data() { bothDatabases(); }
    void walletsAreFilledEmptiedAndToldOf()
    {
        QFETCH(QString, database);
        const Desk desk(database);
        desk.furnish();
        const QString file = desk.write("people.csv", "name,email\nAnna,anna@example.org\nBob,bob@example.org\n");
        const Ran would = desk.run({QStringLiteral("import"), QStringLiteral("customers"), file, QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(would.json().value(QLatin1String("added")).toInt(), 2);
        VERIFY_FAILED(desk.run("wallet create anna"), 1); // nobody is there yet
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("customers"), file}));
        VERIFY_FAILED(desk.run({QStringLiteral("import"), QStringLiteral("customers"), desk.write("bad.csv", "name,email\nAnna,nonsense\n")}), 4);
        VERIFY_FAILED(desk.run("wallet deposit anna --amount 20.00"), 1); // no wallet yet
        VERIFY_DONE(desk.run("wallet create anna@example.org"));
        VERIFY_DONE(desk.run("wallet create bob"));
        const Ran card = desk.run("wallet create gift-card --json");
        const QString code = card.json().value(QLatin1String("code")).toString();
        QCOMPARE(code.size(), 19);
        const Ran first = desk.run("wallet deposit anna --amount 20.00 --key k1 --json");
        const Ran again = desk.run("wallet deposit anna --amount 20.00 --key k1 --json");
        VERIFY_DONE(first);
        QCOMPARE(again.out, first.out);
        VERIFY_FAILED(desk.run("wallet deposit anna --amount 21.00 --key k1"), 1);
        VERIFY_DONE(desk.run("wallet deposit bob --amount 5 --card-receipt 4711"));
        VERIFY_DONE(desk.run("wallet transfer anna --to bob --amount 1.50"));
        VERIFY_DONE(desk.run({QStringLiteral("wallet"), QStringLiteral("transfer"), QStringLiteral("anna"), QStringLiteral("--to"), code, QStringLiteral("--amount"), QStringLiteral("3")}));
        VERIFY_DONE(desk.run("wallet withdraw anna --amount 15.50"));
        for (const char *wrong : {"wallet withdraw anna --amount 0.01", "wallet transfer bob --to bob --amount 1", "wallet deposit bob --amount 0.001", "wallet deposit bob --amount -1",
                                  "wallet transfer bob --to carla --amount 1", "wallet statement nobody", "wallet deposit bob --amount 1 --currency JPY"})
            VERIFY_FAILED(desk.run(wrong), 1);
        const Ran statement = desk.run("wallet statement anna --json");
        VERIFY_DONE(statement);
        QCOMPARE(statement.json().value(QLatin1String("balance")).toString(), QStringLiteral("0.00"));
        const QJsonArray entries = statement.json().value(QLatin1String("entries")).toArray();
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries[1][QLatin1String("counterparty")].toString(), QStringLiteral("Bob"));
        QCOMPARE(entries[1][QLatin1String("balance")].toString(), QStringLiteral("18.50"));
        QCOMPARE(desk.run("wallet statement bob --csv").out.count(QLatin1Char('\n')), 3);
        QVERIFY(desk.isSound());
    }

    void cashGivesChange()
    {
        const Desk desk;
        desk.furnish();
        const Ran sold = desk.run("sell --event hamlet --type standing --pay cash=20");
        VERIFY_DONE(sold);
        QVERIFY2(sold.out.contains(QLatin1String("change 8.00")), qPrintable(sold.out));
    }

    void aCardOfAMachineOfItsOwnIsSoldByItsReceipt()
    {
        const Desk desk;
        desk.furnish();
        VERIFY_DONE(desk.run("sell --event hamlet --type standing --pay cash=5,card=rest --card-receipt 4711"));
        QVERIFY(desk.isSound());
    }

    void anAbandonedSaleSaysWhatTheCardMachineOwes()
    {
        const Desk desk;
        desk.furnish();
        const Ran ran = desk.run("sell --event hamlet --type standing --pay card=5 --card-receipt 4711");
        VERIFY_FAILED(ran, 1);
        QVERIFY2(ran.out.contains(QLatin1String("5.00 are to be given back on the card machine")), ran.told().constData());
        QVERIFY(desk.isSound());
    }

    void feesAreImportedChargedAndExported()
    {
        const Desk desk;
        desk.furnish();
        const QString file = desk.write("fees.csv", "name,date,time,ticket_type,capacity,price_level,price,tax_rate,fee,order_fee\nOpera,2030-12-05,20:00,Stalls,150,Full,12.00,7,1.50,0.99\n");
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("events"), file, QStringLiteral("--venue"), QStringLiteral("Theatre")}));
        const Ran sold = desk.run("sell --event Opera --type Stalls --quantity 2 --pay cash=50 --json");
        QCOMPARE(sold.json().value(QLatin1String("total")).toString(), QStringLiteral("27.99"));
        QCOMPARE(sold.json().value(QLatin1String("fees")).toString(), QStringLiteral("3.99"));
        QVERIFY(desk.run("export events").out.contains(QLatin1String("12.00,7,1.50,0.99")));
        QVERIFY(desk.isSound());
    }

    void aSaleThatFailsHalfwayIsAbandoned_data()
    {
        QTest::addColumn<QString>("payments");
        QTest::newRow("card declined") << QStringLiteral("cash=50,card=rest --card-token card_error");
        QTest::newRow("card failed") << QStringLiteral("cash=50,card=rest --card-token payment_error");
        QTest::newRow("too little") << QStringLiteral("cash=50");
        QTest::newRow("too many decimals") << QStringLiteral("cash=50.001");
        QTest::newRow("card above what is due") << QStringLiteral("cash=50,card=500");
    }
    void aSaleThatFailsHalfwayIsAbandoned()
    {
        QFETCH(QString, payments);
        const Desk desk;
        desk.furnish();
        const Ran ran = desk.run((QStringLiteral("sell --event Hamlet --seat Stalls/1/1 --seat Stalls/1/2 --pay ") + payments).split(QLatin1Char(' ')));
        VERIFY_FAILED(ran, 1);
        QVERIFY2(ran.out.contains(QLatin1String("abandoned")), ran.told().constData());
        QVERIFY(desk.isSound());
        VERIFY_DONE(desk.run("sell --event Hamlet --seat Stalls/1/1 --seat Stalls/1/2")); // the places are free again
    }

    void salesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("a million") << QStringLiteral("--event Hamlet --type Standing --quantity 1000000");
        QTest::newRow("more than there are") << QStringLiteral("--event Hamlet --type Standing --quantity 51");
        QTest::newRow("no such event") << QStringLiteral("--event Macbeth --type Standing");
        QTest::newRow("no such seat") << QStringLiteral("--event Hamlet --seat Stalls/9/99");
        QTest::newRow("no such type") << QStringLiteral("--event Hamlet --type VIP");
        QTest::newRow("no such level") << QStringLiteral("--event Hamlet --type Standing --level Child");
        QTest::newRow("a seat twice") << QStringLiteral("--event Hamlet --seat Stalls/1/1 --seat Stalls/1/1");
        QTest::newRow("not that day") << QStringLiteral("--event Hamlet --date 2001-01-01 --type Standing");
    }
    void salesThatCannotBeAreRefused()
    {
        QFETCH(QString, words);
        const Desk desk;
        desk.furnish();
        const Ran ran = desk.run((QStringLiteral("sell ") + words).split(QLatin1Char(' ')));
        VERIFY_FAILED(ran, 1);
        QVERIFY(desk.isSound());
        QCOMPARE(desk.run("stats --json").json().value(QLatin1String("reservations")).toInt(), 0);
    }

    void aForgedTicketIsRefused()
    {
        const Desk desk;
        desk.furnish();
        const Ran sold = desk.run("sell --event Hamlet --type Standing --json");
        QString code = sold.json().value(QLatin1String("tickets")).toArray().first()[QLatin1String("code")].toString();
        const Ran nonsense = desk.run("ticket check HELLO");
        VERIFY_FAILED(nonsense, 1);
        code[code.size() - 20] = code.at(code.size() - 20) == QLatin1Char('2') ? QLatin1Char('3') : QLatin1Char('2');
        const Ran forged = desk.run({QStringLiteral("ticket"), QStringLiteral("check"), code});
        VERIFY_FAILED(forged, 1);
    }

    void importsAndExports_data() { bothDatabases(); }
    void importsAndExports()
    {
        QFETCH(QString, database);
        const Desk desk(database);
        desk.furnish();
        const QString plan = desk.write("theatre.json", theatrePlan());
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("plan"), plan, QStringLiteral("--venue"), QStringLiteral("Theatre")}));
        const Ran exported = desk.run("export plan Theatre");
        VERIFY_DONE(exported);
        QCOMPARE(exported.out.toUtf8(), theatrePlan());

        const QString events = desk.write("events.csv", "uid,name,start,ticket_type,capacity,price\na,Macbeth,2031-11-20T19:30,Standing,50,12.00\n");
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("events"), events}));
        const Ran again = desk.run({QStringLiteral("--json"), QStringLiteral("import"), QStringLiteral("events"), events});
        QCOMPARE(again.json().value(QLatin1String("unchanged")).toInt(), 1);
        for (const char *words : {"export events", "export events --format ics"}) {
            const Ran all = desk.run(words);
            VERIFY_DONE(all);
            QVERIFY(all.out.contains(QLatin1String("Macbeth")) && all.out.contains(QLatin1String("Hamlet")));
        }
        const QString file = desk.path("out.csv");
        VERIFY_DONE(desk.run({QStringLiteral("export"), QStringLiteral("events"), QStringLiteral("--output"), file}));
        QVERIFY(QFileInfo(file).size() > 0);
    }

    void faultyFilesChangeNothing()
    {
        const Desk desk;
        desk.furnish();
        const QString events = desk.write("events.csv", "uid,name,start,ticket_type,capacity,price\na,Macbeth,2031-11-20T19:30,Standing,50,12.005\nb,Othello,then,,,\n");
        const Ran dry = desk.run({QStringLiteral("import"), QStringLiteral("events"), events, QStringLiteral("--dry-run")});
        VERIFY_FAILED(dry, 4);
        QCOMPARE(dry.out.count(QLatin1String("line ")), 2);
        const Ran ran = desk.run({QStringLiteral("import"), QStringLiteral("events"), events});
        VERIFY_FAILED(ran, 4);
        QVERIFY(!desk.run("export events").out.contains(QLatin1String("Macbeth")));

        const QString plan = desk.write("plan.json", theatrePlan().left(5000));
        VERIFY_FAILED(desk.run({QStringLiteral("import"), QStringLiteral("plan"), plan}), 4);
        VERIFY_FAILED(desk.run("import plan /nowhere/plan.json"), 4);
        VERIFY_FAILED(desk.run({QStringLiteral("export"), QStringLiteral("events"), QStringLiteral("--output"), QStringLiteral("/nowhere/out.csv")}), 4);
    }

    void theDemoIsSoundAndMadeOnce()
    {
        const Desk desk;
        const Ran made = desk.run("demo --small --json");
        VERIFY_DONE(made);
        QCOMPARE(made.json().value(QLatin1String("events")).toInt(), 40);
        QVERIFY(desk.isSound());
        VERIFY_FAILED(desk.run("demo --small"), 1);
        VERIFY_DONE(desk.run({QStringLiteral("sell"), QStringLiteral("--event"), QStringLiteral("Club Night"), QStringLiteral("--type"), QStringLiteral("VIP")}));
    }

    void verifyFindsABreach()
    {
        const Desk desk;
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
        const Desk desk;
        for (const char *verb : {"migrate", "verify", "stats", "sell --event Hamlet --type Standing"}) {
            const Ran ran = desk.run(QString::fromLatin1(verb).split(QLatin1Char(' ')) + QStringList{QStringLiteral("--db"), db});
            VERIFY_FAILED(ran, code);
        }
    }

    void anEmptyDatabaseIsToldToBeSetUp()
    {
        const Desk desk;
        desk.write("foyer.db", {});
        for (const char *verb : {"verify", "stats", "sell --event Hamlet --type Standing"})
            VERIFY_FAILED(desk.run(verb), 3);
    }

    void aFileThatIsNoDatabaseStaysAsItIs()
    {
        const Desk desk;
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
        const Desk desk;
        desk.furnish();
        QFile file(desk.path("foyer.db"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QFileInfo folder(QFileInfo(file).path());
        const auto rights = folder.permissions();
        QVERIFY(file.setPermissions(QFile::ReadOwner) && QFile(folder.filePath()).setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const Ran sale = desk.run("sell --event Hamlet --type Standing");
        const Ran venue = desk.run("venue add Cellar");
        const Ran figures = desk.run("stats");
        QVERIFY(QFile(folder.filePath()).setPermissions(rights)); // before anything fails, for the folder to be removed
        for (const Ran &ran : {sale, venue, figures}) // a reader, too, needs a file beside it for its locks
            QVERIFY2(ran.failedWith(3) && ran.error.contains(QLatin1String("can be read but not written")), ran.told().constData());
        file.seek(0);
        QCOMPARE(file.readAll(), bytes);
    }

    void aNewerBoxOfficeIsNotTouched()
    {
        const Desk desk;
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
        const Desk desk;
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
        const Desk desk;
        desk.furnish();
        const auto size = rlim_t(QFileInfo(desk.path("foyer.db")).size());
        const QString events = desk.write("events.csv", [] {
            QByteArray csv("uid,name,start,ticket_type,capacity,price\n");
            for (int i = 0; i < 3000; ++i)
                csv += "e" + QByteArray::number(i) + ",Show,2031-11-20T19:30,Standing,50,12.00\n";
            return csv;
        }());
        const Ran ran = desk.run({QStringLiteral("import"), QStringLiteral("events"), events}, size + 200'000);
        VERIFY_FAILED(ran, 3);
        QVERIFY(desk.isSound());
        QVERIFY(!desk.run("export events").out.contains(QLatin1String("Show")));
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("events"), events}));
    }

    void aBoxOfficeMovesToAnotherHomeAndSellsOn_data() { bothDatabases(); }
    void aBoxOfficeMovesToAnotherHomeAndSellsOn()
    {
        QFETCH(QString, database);
        const Desk desk;
        desk.furnish();
        const Ran sold = desk.run("sell --event Hamlet --type Standing --json");
        const QString backup = desk.path("friday.db");
        SystemClock clock;
        {
            const auto window = Database::open(must(DatabaseUrl::parse(desk.db)), Database::Mode::Write, clock); // sells beside it
            const Ran made = desk.run({QStringLiteral("backup"), backup, QStringLiteral("--json")});
            VERIFY_DONE(made);
            QVERIFY(made.json().value(QLatin1String("sound")).toBool());
            VERIFY_FAILED(desk.run({QStringLiteral("restore"), backup}), 1); // this database holds something
            VERIFY_FAILED(desk.run({QStringLiteral("restore"), backup, QStringLiteral("--replace")}), 3);
        }
        VERIFY_FAILED(desk.run({QStringLiteral("backup"), backup}), 4);
        Desk other(database);
        VERIFY_FAILED(other.run("restore /nowhere/friday.db"), 4);
        VERIFY_FAILED(other.run({QStringLiteral("restore"), other.write("text.db", "not one")}), 4);
        const Ran restored = other.run({QStringLiteral("restore"), backup, QStringLiteral("--json")});
        VERIFY_DONE(restored);
        QVERIFY(restored.json().value(QLatin1String("restored")).toBool());
        const Ran next = other.run("sell --event Hamlet --type Standing --json");
        VERIFY_DONE(next);
        QVERIFY(sold.json().value(QLatin1String("order")) != next.json().value(QLatin1String("order")) && !next.out.isEmpty());
        QVERIFY(other.isSound());
    }

    void aBackupOntoAFullDiskLeavesNothing()
    {
        const Desk desk;
        desk.furnish();
        const Ran ran = desk.run({QStringLiteral("backup"), desk.path("full.db")}, 100'000);
        QVERIFY2(ran.failedWith(3) || ran.failedWith(4), ran.told().constData());
        QVERIFY(!QFile::exists(desk.path("full.db")) && !QFile::exists(desk.path("full.db.part")));
        VERIFY_DONE(desk.run({QStringLiteral("backup"), desk.path("full.db")}));
    }

    void aRestoreOntoAFullDiskLeavesNothing()
    {
        const Desk desk;
        desk.furnish();
        VERIFY_DONE(desk.run({QStringLiteral("backup"), desk.path("good.db")}));
        const Desk other;
        const Ran ran = other.run({QStringLiteral("restore"), desk.path("good.db")}, 100'000);
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
        const Desk desk;
        const auto statsAs = [&](const char *password) {
            return desk.run({QStringLiteral("stats"), QStringLiteral("--db"), QStringLiteral("postgres://foyer_password:%1@%2:%3/%4")
                                 .arg(QLatin1String(password), box.url().hosts, box.url().ports, box.url().database)});
        };
        const Ran wrong = statsAs("wrong");
        const Ran right = statsAs("right");
        QVERIFY2(wrong.failedWith(3) && wrong.error.contains(QLatin1String("password")), wrong.told().constData());
        QVERIFY2(!wrong.error.contains(QLatin1String("wrong@")), wrong.told().constData());
        QVERIFY2(right.failedWith(3) && right.error.contains(QLatin1String("foyer_password has no rights")), right.told().constData()); // let in, but without rights to anything
    }
};

FOYER_TEST(FoyerctlTest, "foyerctl")
#include "test_foyerctl.moc"
