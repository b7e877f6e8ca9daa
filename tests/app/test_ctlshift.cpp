// foyerctl shift: a shift from float to Z by script.
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A furnished box office in a home of its own, and the program on it.
class ShiftDesk
{
public:
    ShiftDesk()
    {
        SystemRandom random;
        const SystemClock clock;
        const auto url = must(DatabaseUrl::parse(db()));
        must(BoxOffice::migrate(url, clock));
        const auto office = must(BoxOffice::open({url, keys(), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}));
        must(office->staff().add(office->system(), QStringLiteral("Anna"), Role::Cashier, QStringLiteral("111111")));
        must(office->staff().add(office->system(), QStringLiteral("Ben"), Role::Cashier, QStringLiteral("222222")));
        anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(clock.now() + std::chrono::hours(24)).withGeneral(QStringLiteral("Standing"), 50, 1200).add();
    }

    /// The exit code; `json` is what was answered.
    int run(const QStringList &words)
    {
        QProcess process;
        process.start(QStringLiteral(FOYERCTL), QStringList{QStringLiteral("--db"), db(), QStringLiteral("--keys"), keys(), QStringLiteral("--json")} + words);
        if (!process.waitForFinished(120'000))
            qFatal("foyerctl did not come back");
        json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        error = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }
    int run(const char *words) { return run(QString::fromLatin1(words).split(u' ')); }

    QJsonObject json;
    QString error;

private:
    QString db() const { return QStringLiteral("sqlite:") + m_home.filePath(QStringLiteral("foyer.db")); }
    QString keys() const { return m_home.filePath(QStringLiteral("keys")); }

    QTemporaryDir m_home;
};

} // namespace

class CtlShiftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShiftByScript()
    {
        ShiftDesk desk;
        QCOMPARE(desk.run("shift x"), 1); // none is open
        QVERIFY(desk.error.contains(QStringLiteral("No shift is open")));
        QCOMPARE(desk.run("shift open 100.00 --by Anna"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("cashier")).toString(), QStringLiteral("Anna"));
        QCOMPARE(desk.run("shift open 100.00"), 1);
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --quantity 2 --pay cash=24"), 0);
        QCOMPARE(desk.run({QStringLiteral("shift"), QStringLiteral("paid-out"), QStringLiteral("4.50"), QStringLiteral("--reason"), QStringLiteral("light bulbs")}), 0);
        QCOMPARE(desk.run("shift paid-in 10.00"), 1); // without a reason
        QCOMPARE(desk.run("shift paid-in 10.00 --reason change --by Anna"), 1); // a cashier may not
        QCOMPARE(desk.run("shift paid-in 10.00 --reason change"), 0);
        QCOMPARE(desk.run("shift x"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("expected")).toString(), QStringLiteral("12950 EUR"));
        QCOMPARE(desk.run("shift close nonsense"), 1);
        QCOMPARE(desk.run({QStringLiteral("shift"), QStringLiteral("close"), QStringLiteral("50.00*2 20.00*1 5.00*1 2.00*2")}), 0);
        QCOMPARE(desk.json.value(QStringLiteral("counted")).toString(), QStringLiteral("12900 EUR"));
        QCOMPARE(desk.json.value(QStringLiteral("number")).toInteger(), 1);
        const QJsonObject z = desk.json;
        QCOMPARE(desk.run("shift show --z 1"), 0);
        QCOMPARE(desk.json, z); // again as it was
        QCOMPARE(desk.run("shift show"), 0);
        QVERIFY(desk.json.value(QStringLiteral("open")).isNull());
        QCOMPARE(desk.json.value(QStringLiteral("zs")).toArray().size(), 1);
        QCOMPARE(desk.run("shift show --z 2"), 1);
        QCOMPARE(desk.run("verify"), 0);
    }

    void theDrawerIsOpenedAndHandedOver()
    {
        ShiftDesk desk;
        QCOMPARE(desk.run("shift no-sale --reason change"), 1); // no shift
        QCOMPARE(desk.run("shift open 100.00 --by Anna"), 0);
        QCOMPARE(desk.run("shift no-sale"), 1); // why?
        QCOMPARE(desk.run("shift no-sale --reason change"), 0);
        QCOMPARE(desk.run("shift no-sale --reason change --by Anna"), 1); // a cashier may not
        QCOMPARE(desk.run("shift hand-over Carla --by Anna"), 1); // nobody knows her
        QCOMPARE(desk.run("shift hand-over Ben --by Anna"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("cashier")).toString(), QStringLiteral("Ben"));
        QCOMPARE(desk.run("shift hand-over Anna --by Anna"), 1); // it is not hers any more
        QCOMPARE(desk.run({QStringLiteral("shift"), QStringLiteral("close"), QStringLiteral("50.00*2")}), 0);
        QCOMPARE(desk.json.value(QStringLiteral("moves")).toArray().size(), 1);
        QCOMPARE(desk.run("verify"), 0);
    }

    void theRuleOfTheHouse()
    {
        ShiftDesk desk;
        QCOMPARE(desk.run("shift rule maybe"), 2);
        QCOMPARE(desk.run("shift rule on"), 0);
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --quantity 1 --pay cash=12"), 1);
        QVERIFY2(desk.error.contains(QStringLiteral("No shift is open")), qPrintable(desk.error));
        QCOMPARE(desk.run("shift open 0"), 0);
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --quantity 1 --pay cash=12"), 0);
    }
};

FOYER_TEST(CtlShiftTest, "ctlshift")
#include "test_ctlshift.moc"
