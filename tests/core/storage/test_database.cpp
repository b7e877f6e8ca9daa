#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "core/storage/writer.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

using namespace foyer;

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesUrls()
    {
        const auto url = DatabaseUrl::parse(QStringLiteral("postgres://anna:s%40fe@one,two:5433/house?sslmode=require&gssencmode=disable"));
        QVERIFY(url);
        QCOMPARE(url->user, QStringLiteral("anna"));
        QCOMPARE(url->password, QStringLiteral("s@fe"));
        QCOMPARE(url->hosts, QStringLiteral("one,two"));
        QCOMPARE(url->ports, QStringLiteral("5432,5433"));
        QCOMPARE(url->database, QStringLiteral("house"));
        QCOMPARE(url->options, QStringLiteral("sslmode=require;gssencmode=disable"));
        QVERIFY(!url->display().contains(QStringLiteral("s@fe")));
        QCOMPARE(DatabaseUrl::parse(QStringLiteral("sqlite:/tmp/a b.db"))->path, QStringLiteral("/tmp/a b.db"));
        for (const auto *bad : {"", "sqlite:", "mysql://a/b", "postgres://host", "postgres:///db", "foyer.db"})
            QVERIFY2(!DatabaseUrl::parse(QLatin1String(bad)), bad);
    }

    void migratesOnce_data() { test::bothDatabases(); }
    void migratesOnce()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto again = BoxOffice::migrate(box.url(), box.clock());
        QVERIFY(again);
        QCOMPARE(*again, 0);
    }

    void refusesANewerSchema_data() { test::bothDatabases(); }
    void refusesANewerSchema()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        box.administrator()->run("INSERT INTO migration (version, name, oldest_program, applied_at) VALUES (999, 'later', 999, 0)");
        SystemRandom random;
        const auto opened = BoxOffice::open({box.url(), box.keyFolder(), QStringLiteral("till"), box.clock(), random});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::SchemaTooNew);
        QCOMPARE(BoxOffice::migrate(box.url(), box.clock()).error().code, ErrorCode::SchemaTooNew);
    }

    void batchesKeepEveryKindOfValue_data() { test::bothDatabases(); }
    void batchesKeepEveryKindOfValue()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto db = box.administrator();
        db->execute(migrator::statements(QStringLiteral("CREATE TABLE t (n {int}, id {uuid}, s TEXT, b {bytes}) {strict}"), db->isPostgres()).front());
        const QUuid id = QUuid::createUuid();
        const QString awkward = QStringLiteral("a\"b\\c,{d} 'e' NULL \n ü ?");
        const QByteArray bytes("\0\x01\xff\"\\", 5);
        Batch batch{{"n", ColumnType::Int}, {"id", ColumnType::Uuid}, {"s", ColumnType::Text}, {"b", ColumnType::Bytes}};
        batch.add({qint64(1) << 60, id, awkward, bytes});
        batch.add({-1, std::nullopt, QString(), std::nullopt});
        const Rows inserted = db->run("INSERT INTO t (n, id, s, b) SELECT n, id, s, b FROM {batch} WHERE n > ? RETURNING n", batch, {}, {-2});
        QCOMPARE(inserted.size(), size_t(2));
        const Rows rows = db->run("SELECT n, id, s, b FROM t ORDER BY n DESC");
        QCOMPARE(rows[0].number(0), qint64(1) << 60);
        QCOMPARE(rows[0].uuid(1), id);
        QCOMPARE(rows[0].text(2), awkward);
        QCOMPARE(rows[0].bytes(3), bytes);
        QVERIFY(rows[1].isNull(1));
        QVERIFY(!rows[1].isNull(2));
        QVERIFY(rows[1].isNull(3));
    }

    void oneProgramWritesAFile()
    {
        test::TestDatabase box(QStringLiteral("sqlite"));
        const auto first = box.open();
        SystemRandom random;
        const auto second = BoxOffice::open({box.url(), box.keyFolder(), QStringLiteral("till"), box.clock(), random});
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::DatabaseLocked);
        QVERIFY(Database::open(box.url(), Database::Mode::Read, box.clock()));
    }

    void saysWhatIsWrongWithAFile()
    {
        QTemporaryDir folder;
        const SystemClock clock;
        const auto code = [&](const QString &path) { return BoxOffice::migrate(*DatabaseUrl::parse(QStringLiteral("sqlite:") + path), clock).error().code; };
        const QString text = folder.filePath(QStringLiteral("letter.db"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        QCOMPARE(code(text), ErrorCode::NotADatabase);
        QCOMPARE(code(folder.filePath(QStringLiteral("no/such/folder.db"))), ErrorCode::DatabaseUnavailable);

        test::TestDatabase box(QStringLiteral("sqlite"));
        QFile broken(box.url().path);
        QVERIFY(broken.open(QIODevice::ReadWrite));
        broken.seek(4096); // everything behind the first page
        broken.write(QByteArray(int(broken.size()) - 4096, '\x5a'));
        broken.close();
        QFile::remove(box.url().path + QStringLiteral("-wal"));
        const auto migrated = BoxOffice::migrate(box.url(), clock);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().code, ErrorCode::DatabaseCorrupt);
        QCOMPARE(migrated.error().args, QStringList{box.url().path});
    }

    void historyIsOnlyAddedTo_data() { test::bothDatabases(); }
    void historyIsOnlyAddedTo()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        auto office = box.open();
        QVERIFY(office->writer().write([](Work &work) { work.fact("test", {}); return true; }));
        office.reset();
        const auto db = box.administrator();
        for (const char *sql : {"UPDATE journal SET body = '{}'", "DELETE FROM journal"}) {
            const auto refused = guarded([&]() -> Result<void> { db->run(sql); return {}; });
            QVERIFY2(!refused, sql);
        }
        if (db->isPostgres())
            QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QStringLiteral("TRUNCATE journal CASCADE")));
    }

    void aFailedBodyLeavesNothing_data() { test::bothDatabases(); }
    void aFailedBodyLeavesNothing()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        const auto result = office->writer().write([](Work &work) -> Result<int> {
            work.db().run("INSERT INTO setting (name, value) VALUES ('a', 'b')");
            work.fact("test", {});
            return fail(ErrorCode::NotFound);
        });
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        const auto count = office->writer().read([](Database &db) { return db.run("SELECT count(*) FROM setting").front().number(0); });
        QCOMPARE(*count, 0);
        QCOMPARE(*office->writer().read([](Database &db) { return db.run("SELECT count(*) FROM journal").front().number(0); }), 0);
    }

    void transientErrorsRunTheWholeBodyAgain_data() { test::bothDatabases(); }
    void transientErrorsRunTheWholeBodyAgain()
    {
        QFETCH(QString, database);
        test::TestDatabase box(database);
        const auto office = box.open();
        int runs = 0;
        const auto result = office->writer().write([&](Work &work) {
            work.fact("test", {});
            if (++runs < 3)
                throw StorageError(StorageError::Kind::Deadlock, QStringLiteral("made up"));
            return runs;
        });
        QCOMPARE(*result, 3);
        QCOMPARE(*office->writer().read([](Database &db) { return db.run("SELECT max(seq) FROM journal").front().number(0); }), 1);
    }

    void chainLettersSkipWhatLooksLikeDigits()
    {
        QCOMPARE(chainLetters(1), QStringLiteral("A"));
        QCOMPARE(chainLetters(9), QStringLiteral("J"));
        QCOMPARE(chainLetters(24), QStringLiteral("Z"));
        QCOMPARE(chainLetters(25), QStringLiteral("AA"));
    }
};

FOYER_TEST(DatabaseTest, "database")
#include "test_database.moc"
