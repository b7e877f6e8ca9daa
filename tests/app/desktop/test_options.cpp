#include "app/desktop/options.h"
#include "tests/support/testmain.h"

#include <QtCore/QStandardPaths>

using namespace foyer;

class OptionsTest : public QObject
{
    Q_OBJECT

private:
    static std::variant<Options, Farewell> read(const QStringList &arguments) { return readOptions(QStringList{QStringLiteral("foyer")} + arguments); }
    static Farewell refused(const QStringList &arguments)
    {
        const auto answer = read(arguments);
        return std::holds_alternative<Farewell>(answer) ? std::get<Farewell>(answer) : Farewell{QString(), -1};
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void optionsAreRead()
    {
        const auto answer = read({QStringLiteral("--db"), QStringLiteral("sqlite:/tmp/a.db"), QStringLiteral("--theme"), QStringLiteral("dark"),
                                  QStringLiteral("--language"), QStringLiteral("de"), QStringLiteral("--keys"), QStringLiteral("/tmp/keys")});
        QVERIFY(std::holds_alternative<Options>(answer));
        const Options &options = std::get<Options>(answer);
        QCOMPARE(options.url.path, QStringLiteral("/tmp/a.db"));
        QCOMPARE(options.keyFolder, QStringLiteral("/tmp/keys"));
        QCOMPARE(options.language, QStringLiteral("de"));
        QVERIFY(options.appearance == Appearance::Dark);
        QVERIFY(!options.demo);
        QVERIFY(options.card.isEmpty());
        QCOMPARE(std::get<Options>(read({QStringLiteral("--card"), QStringLiteral("external")})).card, QStringLiteral("external"));
    }

    void theDemoHasAFileOfItsOwn()
    {
        const auto demo = read({QStringLiteral("--demo")});
        const auto usual = read({});
        QVERIFY(std::get<Options>(demo).demo);
        QVERIFY(std::get<Options>(demo).url.path != std::get<Options>(usual).url.path);
    }

    void trainingIsOnACopyOfTheSameDatabase()
    {
        const auto training = read({QStringLiteral("--training"), QStringLiteral("--db"), QStringLiteral("sqlite:/tmp/a.db")});
        QVERIFY(std::get<Options>(training).training);
        QCOMPARE(std::get<Options>(training).url.path, QStringLiteral("/tmp/a.db"));
        QVERIFY(!std::get<Options>(read({})).training);
    }

    void helpAndVersionEndWell()
    {
        QVERIFY(refused({QStringLiteral("--help")}).text.contains(QStringLiteral("--demo")));
        QCOMPARE(refused({QStringLiteral("--help")}).exitCode, 0);
        QVERIFY(refused({QStringLiteral("--version")}).text.startsWith(QStringLiteral("foyer ")));
    }

    void whatIsNotUnderstoodIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("option") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("word") << QStringList{QStringLiteral("file.db")};
        QTest::newRow("database") << QStringList{QStringLiteral("--db"), QStringLiteral("mysql://x")};
        QTest::newRow("theme") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
        QTest::newRow("card") << QStringList{QStringLiteral("--card"), QStringLiteral("cheque")};
        QTest::newRow("language") << QStringList{QStringLiteral("--language"), QStringLiteral("tlh")};
    }

    void whatIsNotUnderstoodIsSaid()
    {
        QFETCH(QStringList, arguments);
        QVERIFY(refused(arguments).exitCode > 0);
        QVERIFY(!refused(arguments).text.isEmpty());
    }
};

FOYER_TEST(OptionsTest, "options")

#include "test_options.moc"
