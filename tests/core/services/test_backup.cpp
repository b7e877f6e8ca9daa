#include "core/services/backup.h"
#include "core/storage/database.h"
#include "core/storage/guards.h"
#include "core/storage/home.h"
#include "core/storage/life.h"
#include "core/storage/migrator.h"
#include "core/storage/setclock.h"
#include "core/storage/setting_store.h"
#include "core/storage/writer.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Sells one place after the other, as terminals of their own, until told to stop. SQLite has one.
class Sellers
{
public:
    Sellers(TestDatabase &box, const Event &event, int count)
    {
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this, &box, &event, i] { sell(box, event, i); });
    }
    ~Sellers() { stop(); }

    /// The order numbers that buyers hold, once there are this many.
    QStringList numbers(qsizetype atLeast)
    {
        std::unique_lock lock(m_mutex);
        m_sold.wait(lock, [&] { return m_numbers.size() >= atLeast; });
        return m_numbers;
    }

    QStringList stop()
    {
        m_stop = true;
        for (std::thread &thread : m_threads)
            if (thread.joinable())
                thread.join();
        return m_numbers;
    }

private:
    void sell(TestDatabase &box, const Event &event, int who)
    {
        const auto office = box.open(QStringLiteral("till-%1").arg(who));
        while (!m_stop) {
            const QString number = test::sell(*office, {places(event, 0, 1)}).number;
            const std::lock_guard lock(m_mutex);
            m_numbers << number;
            m_sold.notify_all();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_sold;
    QStringList m_numbers;
    std::atomic<bool> m_stop = false;
    std::vector<std::thread> m_threads;
};

/// A place for a restored box office that goes with the test.
class Elsewhere
{
public:
    explicit Elsewhere(const QString &kind) : m_box(kind == QLatin1String("postgres") ? std::make_unique<TestDatabase>(kind) : nullptr)
    {
        url.path = m_folder.filePath(QStringLiteral("restored.db"));
        if (m_box)
            url = m_box->url(); // migrated and empty
    }

    DatabaseUrl url;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<TestDatabase> m_box;
};

QStringList numbersIn(const DatabaseUrl &url, const Clock &clock)
{
    QStringList out;
    for (const Row &row : Database::open(url, Database::Mode::Read, clock)->run("SELECT number FROM orders ORDER BY number"))
        out << row.text(0);
    return out;
}

/// Every row of every table as text, but what a new life changes.
QStringList contents(const DatabaseUrl &url, const Clock &clock)
{
    const auto database = Database::open(url, Database::Mode::Administer, clock);
    QStringList out;
    for (const QString &table : boxOfficeTables(*database)) {
        if (table == QLatin1String("setting") || table == QLatin1String("set_clock"))
            continue;
        QStringList rows;
        const QString columns = table == QLatin1String("terminal") ? QStringLiteral("id, number, name, kind, public_key") : QStringLiteral("*");
        for (const Row &row : database->read(QStringLiteral("SELECT %1 FROM \"%2\"").arg(columns, table))) {
            QString line = table;
            for (int i = 0; i < row.size(); ++i) {
                const bool isHouse = row.bytes(i) == QUuid().toRfc4122() || row.bytes(i) == QUuid().toByteArray(QUuid::WithoutBraces);
                const QByteArray bytes = isHouse ? QByteArray("the house") : row.bytes(i);
                const QUuid id = row.uuid(i);
                line += QLatin1Char('|') + (row.isNull(i) ? QStringLiteral("NULL") : !id.isNull() ? id.toString() : QString::fromLatin1(bytes.toHex()));
            }
            rows << line;
        }
        rows.sort();
        out << rows;
    }
    return out;
}

VerifyReport verify(const DatabaseUrl &url, const QString &keyFolder, const Clock &clock)
{
    const auto database = Database::open(url, Database::Mode::Read, clock);
    return must(Verifier(*database, life::marks(*database, KeyStore(keyFolder))).verify());
}

void homePairs()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const bool server = !qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES");
    for (const char *from : {"sqlite", "postgres"})
        for (const char *to : {"sqlite", "postgres"})
            if (server || (*from == 's' && *to == 's'))
                QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to);
}

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOlderBoxOfficeIsBackedUpBeforeItIsMigrated_data() { bothDatabases(); }
    void anOlderBoxOfficeIsBackedUpBeforeItIsMigrated()
    {
        QFETCH(QString, database);
        TestDatabase box(database); // names the server
        DatabaseUrl old = box.url();
        old.path += QStringLiteral(".old");
        old.database += QStringLiteral("_old");
        if (box.isPostgres())
            home::createDatabase(old, box.clock());
        const auto tidy = qScopeGuard([&] {
            if (box.isPostgres())
                home::dropDatabase(old, box.clock());
        });
        const int older = migrator::knownVersion() - 1;
        {
            const auto made = Database::open(old, Database::Mode::Administer, box.clock());
            migrator::migrate(*made, older);
            setting_store::put(*made, QStringLiteral("kept"), QStringLiteral("from before"));
        }
        const auto report = must(backUp(old, path("older.db"), box.clock()));
        QCOMPARE(report.proof.breaches, QStringList());
        DatabaseUrl file;
        file.path = path("older.db");
        QCOMPARE(migrator::currentVersion(*Database::open(file, Database::Mode::Read, box.clock())), older); // as it was
        QCOMPARE(migrator::currentVersion(*Database::open(old, Database::Mode::Read, box.clock())), older);  // and untouched
        Elsewhere elsewhere(database);
        QVERIFY(must(restore({path("older.db"), elsewhere.url}, box.clock(), m_random)).isDone);
        const auto restored = Database::open(elsewhere.url, Database::Mode::Read, box.clock());
        QCOMPARE(migrator::currentVersion(*restored), migrator::knownVersion());
        QCOMPARE(setting_store::find(*restored, QStringLiteral("kept")).value_or(QString()), QStringLiteral("from before"));
    }

    void aDrillWhileSellersSell_data() { homePairs(); }
    void aDrillWhileSellersSell()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        TestDatabase box(from);
        const Event event = [&] {
            const auto office = box.open();
            must(office->staff().add(office->system(), QStringLiteral("Änne \"O'Hara\" \\ {7}"), Role::Cashier, QStringLiteral("123456")));
            return anEvent(*office).withGeneral(QStringLiteral("Standing"), 100'000, 1500).withSeats(3, 10).add();
        }();
        Sellers sellers(box, event, box.isPostgres() ? 3 : 1);
        const QStringList acknowledged = sellers.numbers(40);
        const auto made = must(backUp(box.url(), path("drill.db"), box.clock()));
        QCOMPARE(made.proof.breaches, QStringList());
        sellers.numbers(acknowledged.size() + 40); // who sold on meanwhile
        QStringList formerLife = sellers.stop();
        {
            const auto late = box.open(QStringLiteral("late")); // begins a chain that the backup knows nothing of
            formerLife << sell(*late, {places(event, 0, 1)}).number;
        }

        Elsewhere elsewhere(to);
        const auto restored = must(restore({path("drill.db"), elsewhere.url}, box.clock(), m_random));
        QVERIFY(restored.isDone);
        QCOMPARE(restored.proof.breaches, QStringList());
        const QStringList found = numbersIn(elsewhere.url, box.clock());
        for (const QString &number : acknowledged)
            QVERIFY2(found.contains(number), qPrintable(number));

        // The terminals go on with their keys: nothing is given out twice, and verify is content before and after.
        for (const QString &till : {QStringLiteral("till-0"), QStringLiteral("till")}) {
            QCOMPARE(verify(elsewhere.url, box.keyFolder(till), box.clock()).breaches, QStringList());
            const auto office = must(BoxOffice::open({elsewhere.url, box.keyFolder(till), till, box.clock(), m_random, crypto::PinCost::Minimal}));
            for (int i = 0; i < 3; ++i) {
                const QString number = sell(*office, {places(event, 0, 1)}).number;
                QVERIFY2(!formerLife.contains(number), qPrintable(number));
            }
            QCOMPARE(must(office->staff().list()).size(), size_t(1));
        }
        QCOMPARE(verify(elsewhere.url, box.keyFolder(QStringLiteral("till-0")), box.clock()).breaches, QStringList());
    }

    void everyRowComesBackAsItWas_data() { homePairs(); }
    void everyRowComesBackAsItWas()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        TestDatabase box(from);
        {
            const auto office = box.open();
            must(office->staff().add(office->system(), QStringLiteral("Zoë, \"the\" {first}\\"), Role::Manager, QStringLiteral("123456")));
            const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 3000, 1500).withSeats(40, 30).add();
            for (int i = 0; i < 20; ++i)
                sell(*office, {places(event, 0, 3), seat(event, 1, seatsOf(*office, event)[size_t(i)].id)});
            hold(*office, {places(event, 0, 5)});
        }
        Elsewhere elsewhere(to);
        must(backUp(box.url(), path("rows.db"), box.clock()));
        must(restore({path("rows.db"), elsewhere.url}, box.clock(), m_random));
        const QStringList before = contents(box.url(), box.clock());
        const QStringList after = contents(elsewhere.url, box.clock());
        QVERIFY(before.size() > 1300);
        for (qsizetype i = 0; i < qMin(before.size(), after.size()); ++i)
            QCOMPARE(after[i], before[i]);
        QCOMPARE(after.size(), before.size());
        // The guards stand again.
        const auto database = Database::open(elsewhere.url, Database::Mode::Administer, box.clock());
        QVERIFY_THROWS_EXCEPTION(StorageError, database->execute(QStringLiteral("DELETE FROM journal")));
        QVERIFY_THROWS_EXCEPTION(StorageError, database->execute(QStringLiteral("UPDATE transfer SET amount = 1")));
        QVERIFY_THROWS_EXCEPTION(StorageError, database->execute(QStringLiteral("DELETE FROM event")));
    }

    void twoRestoresOfOneBackupShareNoNumber_data() { bothDatabases(); }
    void twoRestoresOfOneBackupShareNoNumber()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const Event event = sellSome(box, 3);
        must(backUp(box.url(), path("twice.db"), box.clock()));
        QStringList given = numbersIn(box.url(), box.clock());
        for (int life = 0; life < 2; ++life) {
            box.advance(Milliseconds(20 * 60'000)); // somebody tried for a while
            const auto done = must(restore({path("twice.db"), box.url(), true}, box.clock(), m_random));
            tookItsPlace(box, done);
            QVERIFY(!done.keptAside.isEmpty());
            for (const char *till : {"till", "other"}) {
                const auto office = box.open(QLatin1String(till));
                const QString number = sell(*office, {places(event, 0, 1)}).number;
                QVERIFY2(!given.contains(number), qPrintable(number));
                given << number;
            }
            QCOMPARE(verify(box.url(), box.keyFolder(), box.clock()).breaches, QStringList());
        }
        dropKept(box);
    }

    void whatIsReplacedIsKeptAside_data() { bothDatabases(); }
    void whatIsReplacedIsKeptAside()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const Event event = sellSome(box, 2);
        must(backUp(box.url(), path("early.db"), box.clock()));
        sell(*box.open(), {places(event, 0, 1)});
        const QStringList all = numbersIn(box.url(), box.clock());
        const auto refused = restore({path("early.db"), box.url()}, box.clock(), m_random);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(numbersIn(box.url(), box.clock()), all);

        const auto done = must(restore({path("early.db"), box.url(), true}, box.clock(), m_random));
        tookItsPlace(box, done);
        QCOMPARE(numbersIn(box.url(), box.clock()).size(), 2);
        DatabaseUrl aside = box.url();
        (box.isPostgres() ? aside.database : aside.path) = done.keptAside;
        QCOMPARE(numbersIn(aside, box.clock()), all);
        dropKept(box);
    }

    void nothingIsReplacedUnderAProgramThatSells_data() { bothDatabases(); }
    void nothingIsReplacedUnderAProgramThatSells()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const Event event = sellSome(box, 2);
        must(backUp(box.url(), path("early.db"), box.clock()));
        const auto office = box.open();
        const auto refused = restore({path("early.db"), box.url(), true}, box.clock(), m_random);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DatabaseLocked);
        sell(*office, {places(event, 0, 1)});
        QCOMPARE(numbersIn(box.url(), box.clock()).size(), 3);
    }

    void aDatabaseThatIsMissingOnTheServerIsMade()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL");
        TestDatabase box(QStringLiteral("postgres"));
        sellSome(box, 2);
        must(backUp(box.url(), path("made.db"), box.clock()));
        DatabaseUrl url = box.url();
        url.database = QStringLiteral("made_") + QUuid::createUuid().toString(QUuid::Id128);
        QVERIFY(must(restore({path("made.db"), url}, box.clock(), m_random)).isDone);
        QCOMPARE(numbersIn(url, box.clock()).size(), 2);
        box.administrator()->execute(QStringLiteral("DROP DATABASE \"%1\"").arg(url.database));
    }

    void aTillOnTheServerMayNotBackUp()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL");
        TestDatabase box(QStringLiteral("postgres"));
        DatabaseUrl url = box.url();
        url.user = QStringLiteral("till_") + QUuid::createUuid().toString(QUuid::Id128);
        box.administrator()->execute(QStringLiteral("CREATE ROLE %1 LOGIN IN ROLE foyer_terminal").arg(url.user));
        const auto refused = backUp(url, path("till.db"), box.clock());
        box.administrator()->execute(QStringLiteral("DROP ROLE %1").arg(url.user));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(!QFile::exists(path("till.db")));
    }

    void aFileCopiedBackIsNoticed()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        const Event event = sellSome(box, 2);
        QVERIFY(QFile::copy(box.url().path, path("copied.db")));
        QString lost;
        {
            const auto office = box.open();
            lost = sell(*office, {places(event, 0, 1)}).number;
        }
        QVERIFY(QFile::remove(box.url().path) && QFile::copy(path("copied.db"), box.url().path));
        for (int start = 0; start < 3; ++start) {
            const auto office = box.open();
            QVERIFY(sell(*office, {places(event, 0, 1)}).number != lost);
            const auto epoch = *office->writer().read([](Database &db) { return db.run("SELECT max(epoch) FROM terminal").front().number(0); });
            QCOMPARE(epoch, 2); // once, not at every start
        }
        const auto proof = verify(box.url(), box.keyFolder(), box.clock());
        QCOMPARE(proof.breaches.size(), 1);
        QVERIFY2(proof.breaches.front().contains(QLatin1String("restored")), qPrintable(proof.breaches.front()));
    }

    void filesThatCannotServeAreTold()
    {
        TestDatabase box(QStringLiteral("sqlite"));
        sellSome(box, 2);
        must(backUp(box.url(), path("good.db"), box.clock()));
        Elsewhere elsewhere(QStringLiteral("sqlite"));
        const auto codeOf = [&](const QString &file) {
            const auto answer = restore({file, elsewhere.url}, box.clock(), m_random);
            return answer ? ErrorCode::Internal : answer.error().code;
        };
        QCOMPARE(codeOf(path("nowhere.db")), ErrorCode::FileUnreadable);
        QCOMPARE(codeOf(write("text.db", QByteArray(9000, 'x'))), ErrorCode::FileInvalid);
        QCOMPARE(codeOf(write("empty.db", {})), ErrorCode::FileInvalid);
        QFile good(path("good.db"));
        QVERIFY(good.open(QIODevice::ReadOnly));
        const QByteArray bytes = good.readAll();
        QCOMPARE(codeOf(write("cut.db", bytes.left(bytes.size() / 2))), ErrorCode::FileInvalid);
        QVERIFY(QFile::copy(path("good.db"), path("newer.db")));
        DatabaseUrl newer;
        newer.path = path("newer.db");
        Database::open(newer, Database::Mode::Administer, box.clock())
            ->execute(QStringLiteral("INSERT INTO migration (version, name, oldest_program, applied_at) VALUES (99, 'later', 99, 0)"));
        QCOMPARE(codeOf(path("newer.db")), ErrorCode::SchemaTooNew);
        QVERIFY(!QFile::exists(elsewhere.url.path));
        QCOMPARE(backUp(box.url(), path("good.db"), box.clock()).error().code, ErrorCode::FileUnreadable); // never over another
        QCOMPARE(backUp(box.url(), QStringLiteral("/nowhere/x.db"), box.clock()).error().code, ErrorCode::FileUnreadable);
        QVERIFY(restore({path("good.db"), elsewhere.url}, box.clock(), m_random));
    }

    void aBreachIsRestoredOnlyWhenAccepted_data() { bothDatabases(); }
    void aBreachIsRestoredOnlyWhenAccepted()
    {
        QFETCH(QString, database);
        TestDatabase box(QStringLiteral("sqlite"));
        sellSome(box, 2);
        box.administrator()->execute(QStringLiteral("UPDATE allotment SET sold = sold + 1 WHERE sold > 0"));
        QVERIFY(!must(backUp(box.url(), path("unsound.db"), box.clock())).proof.isSound());
        Elsewhere elsewhere(database);
        const auto refused = must(restore({path("unsound.db"), elsewhere.url}, box.clock(), m_random));
        QVERIFY(!refused.isDone && !refused.proof.isSound());
        QVERIFY(must(restore({path("unsound.db"), elsewhere.url, false, true}, box.clock(), m_random)).isDone);
        QCOMPARE(numbersIn(elsewhere.url, box.clock()).size(), 2);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_kept.clear();
    }

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a test file could not be written");
        return file.fileName();
    }

    static Event sellSome(TestDatabase &box, int count)
    {
        const auto office = box.open();
        const Event event = anEvent(*office).withGeneral(QStringLiteral("Standing"), 1000, 1500).add();
        for (int i = 0; i < count; ++i)
            sell(*office, {places(event, 0, 1)});
        return event;
    }

    /// On the server a restored database tells real time again.
    void tookItsPlace(TestDatabase &box, const RestoreReport &done)
    {
        m_kept << done.keptAside;
        setclock::install(*box.administrator(), box.clock().now());
    }

    void dropKept(TestDatabase &box) const
    {
        for (const QString &name : m_kept)
            if (box.isPostgres())
                box.administrator()->execute(QStringLiteral("DROP DATABASE \"%1\"").arg(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_kept;
    SystemRandom m_random;
};

FOYER_TEST(BackupTest, "backup")
#include "test_backup.moc"
