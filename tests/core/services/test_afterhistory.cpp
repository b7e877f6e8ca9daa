// Random lives of a whole box office: after every verb of the time after the sale verify must find nothing wrong.
#include "tests/core/services/anylife.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int LifeSteps = 90;

} // namespace

class AfterHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterEachVerbTheBooksAreSound_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 2; ++seed) {
            QTest::addRow("sqlite %d", seed) << QStringLiteral("sqlite") << seed;
            if (!qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
                QTest::addRow("postgres %d", seed) << QStringLiteral("postgres") << seed;
        }
    }
    void afterEachVerbTheBooksAreSound()
    {
        QFETCH(QString, database);
        QFETCH(int, seed);
        AnyLife life(database, quint64(seed) * 7919);
        QStringList lived;
        for (int step = 0; step < LifeSteps; ++step) {
            lived << life.step();
            const QString wrong = life.breaches();
            QVERIFY2(wrong.isEmpty(), qPrintable(lived.join(QStringLiteral(", ")) + u'\n' + wrong));
        }
        life.settle();
        QCOMPARE(life.breaches(), QString());
        QVERIFY2(life.done() > LifeSteps / 3, qPrintable(lived.join(QStringLiteral(", ")))); // most of it happened
    }
};

FOYER_TEST(AfterHistoryTest, "afterhistory")
#include "test_afterhistory.moc"
