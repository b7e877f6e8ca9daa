#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

using namespace foyer;

/// Statements that nobody waits for, and values that travel beside the text.
class PostingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPostedComesFirst_data() { test::bothDatabases(); }
    void whatIsPostedComesFirst()
    {
        QFETCH(QString, database);
        Box box(database);
        Transaction transaction(*box.db);
        box.db->post("INSERT INTO t (n) VALUES (?)", {1});
        Batch batch{{"n", ColumnType::Int}};
        batch.add({2});
        batch.add({3});
        box.db->post("INSERT INTO t (n) SELECT n FROM {batch} WHERE n < ?", batch, {}, {10});
        box.db->post("INSERT INTO t (n) SELECT n FROM {batch}", Batch{{"n", ColumnType::Int}});
        QCOMPARE(box.count(), 3);
        box.db->post("UPDATE t SET n = n + 10");
        transaction.commit();
        QCOMPARE(box.db->run("SELECT CAST(sum(n) AS BIGINT) FROM t").front().number(0), 36);
    }

    void whatWasPostedGoesWithItsTransaction_data() { test::bothDatabases(); }
    void whatWasPostedGoesWithItsTransaction()
    {
        QFETCH(QString, database);
        Box box(database);
        {
            Transaction transaction(*box.db);
            box.db->post("INSERT INTO t (n) VALUES (1)");
        }
        {
            Transaction transaction(*box.db);
            box.db->post("INSERT INTO t (n) VALUES (2)");
            QCOMPARE(box.count(), 1);
        }
        QCOMPARE(box.count(), 0);
        box.db->post("INSERT INTO t (n) VALUES (3)"); // without a transaction it is done at once
        QCOMPARE(Database::open(box.house.url(), Database::Mode::Read, box.house.clock())->run("SELECT n FROM t").size(), size_t(1));
    }

    void anErrorComesWithTheNextAnswer_data() { test::bothDatabases(); }
    void anErrorComesWithTheNextAnswer()
    {
        QFETCH(QString, database);
        Box box(database);
        const auto kindOf = [](const auto &body) {
            try {
                body();
            } catch (const StorageError &error) {
                return error.kind();
            }
            return StorageError::Kind::Other;
        };
        QCOMPARE(kindOf([&] {
            Transaction transaction(*box.db);
            box.db->post("INSERT INTO t (n) VALUES (1)");
            box.db->post("INSERT INTO t (n) VALUES (1)");
            box.db->post("INSERT INTO t (n) VALUES (2)");
            box.count();
        }), StorageError::Kind::Unique);
        QCOMPARE(kindOf([&] {
            Transaction transaction(*box.db);
            box.db->post("INSERT INTO t (n) VALUES (-1)");
            transaction.commit();
        }), StorageError::Kind::Check);
        QCOMPARE(box.count(), 0);
        Transaction transaction(*box.db); // the connection is as good as before
        box.db->post("INSERT INTO t (n) VALUES (5)");
        transaction.commit();
        QCOMPARE(box.count(), 1);
    }

    void plainTextFollowsWhatWasPosted_data() { test::bothDatabases(); }
    void plainTextFollowsWhatWasPosted()
    {
        QFETCH(QString, database);
        Box box(database);
        Transaction transaction(*box.db);
        box.db->post("INSERT INTO t (n) VALUES (1)");
        box.db->execute(QStringLiteral("UPDATE t SET n = 7"));
        QCOMPARE(box.db->read(QStringLiteral("SELECT n FROM t")).front().number(0), 7);
    }

    void singleValuesOfEveryKind_data() { test::bothDatabases(); }
    void singleValuesOfEveryKind()
    {
        QFETCH(QString, database);
        Box box(database);
        box.db->execute(migrator::statements(QStringLiteral("CREATE TABLE v (n {int}, id {uuid}, s TEXT, b {bytes}) {strict}"), box.db->isPostgres()).front());
        const QUuid id = QUuid::createUuid();
        const QString awkward = QStringLiteral("a\"b\\c,{d} 'e' NULL \n ü $1 ?");
        const QByteArray bytes("\0\x01\xff\"\\", 5);
        box.db->run("INSERT INTO v (n, id, s, b) VALUES (?, ?, ?, ?)", {-(qint64(1) << 62), id, awkward, bytes});
        box.db->run("INSERT INTO v (n, id, s, b) VALUES (?, ?, ?, ?)", {true, QUuid(), QString(), QByteArray("")});
        box.db->run("INSERT INTO v (n, id, s, b) VALUES (?, ?, '? isn''t one', ?)", {std::nullopt, Param::uuidOrZeros({}), QByteArray()});
        const Rows rows = box.db->run("SELECT n, id, s, b FROM v ORDER BY n IS NULL, n");
        QCOMPARE(rows[0].number(0), -(qint64(1) << 62));
        QCOMPARE(rows[0].uuid(1), id);
        QCOMPARE(rows[0].text(2), awkward);
        QCOMPARE(rows[0].bytes(3), bytes);
        QCOMPARE(rows[1].number(0), 1);
        QVERIFY(rows[1].isNull(1));
        QVERIFY(!rows[1].isNull(2) && rows[1].text(2).isEmpty());
        QVERIFY(!rows[1].isNull(3) && rows[1].bytes(3).isEmpty());
        QVERIFY(rows[2].isNull(0));
        QVERIFY(!rows[2].isNull(1) && rows[2].uuid(1).isNull());
        QCOMPARE(rows[2].text(2), QStringLiteral("? isn't one"));
        QVERIFY(rows[2].isNull(3));
    }

    void aTextIsNeverCutAtANul()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("FOYER_TEST_POSTGRES names no server");
        Box box(QStringLiteral("postgres"));
        const QString text = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        QVERIFY_THROWS_EXCEPTION(StorageError, box.db->run("SELECT CAST(? AS TEXT)", {text}));
        Batch batch{{"s", ColumnType::Text}};
        batch.add({text});
        QVERIFY_THROWS_EXCEPTION(StorageError, box.db->run("SELECT s FROM {batch}", batch));
    }

private:
    struct Box {
        explicit Box(const QString &database) : house(database), db(house.administrator())
        {
            db->execute(migrator::statements(QStringLiteral("CREATE TABLE t (n {int} PRIMARY KEY CHECK (n >= 0)) {strict}"), db->isPostgres()).front());
        }
        qint64 count() const { return db->run("SELECT count(*) FROM t").front().number(0); }

        test::TestDatabase house;
        std::unique_ptr<Database> db;
    };
};

FOYER_TEST(PostingTest, "posting")
#include "test_posting.moc"
