// foyerctl event and order give: the archive, and tickets for an e-mail, from a script.
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

using namespace foyer;
using namespace foyer::test;

namespace {

/// An evening a month ago and one tomorrow, and the program on them.
class ArchiveHouse
{
public:
    ArchiveHouse()
    {
        SystemRandom random;
        const SystemClock clock;
        must(BoxOffice::migrate(must(DatabaseUrl::parse(db())), clock));
        const auto office = must(BoxOffice::open({must(DatabaseUrl::parse(db())), keys(), QStringLiteral("till"), clock, random, crypto::PinCost::Minimal}));
        anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(clock.now() - std::chrono::hours(24 * 30)).withGeneral(QStringLiteral("Standing"), 50, 1200).add();
        anEvent(*office).named(QStringLiteral("Hamlet")).startingAt(clock.now() + std::chrono::hours(24)).withGeneral(QStringLiteral("Standing"), 50, 1200).add();
        anEvent(*office).named(QStringLiteral("Faust")).startingAt(clock.now() - std::chrono::hours(48)).withGeneral(QStringLiteral("Pit"), 50, 1200).add();
    }

    int run(const QString &words)
    {
        QProcess process;
        process.start(QStringLiteral(FOYERCTL), QStringList{QStringLiteral("--db"), db(), QStringLiteral("--keys"), keys(), QStringLiteral("--json")} + words.split(u' '));
        if (!process.waitForFinished(120'000))
            qFatal("foyerctl did not come back");
        json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        error = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }
    int run(const char *words) { return run(QString::fromUtf8(words)); }

    /// "Hamlet Faust"
    QString list(const char *words)
    {
        if (run(words) != 0)
            return error;
        QStringList names;
        for (const QJsonValue event : json.value(QLatin1String("events")).toArray())
            names << event[QLatin1String("name")].toString();
        return names.join(u' ');
    }

    QJsonObject json;
    QString error;

private:
    QString db() const { return QStringLiteral("sqlite:") + m_home.filePath(QStringLiteral("foyer.db")); }
    QString keys() const { return m_home.filePath(QStringLiteral("keys")); }

    QTemporaryDir m_home;
};

} // namespace

class CtlArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventGoesIntoTheArchiveAndComesBack()
    {
        ArchiveHouse house;
        QCOMPARE(house.list("event list"), QStringLiteral("Hamlet Faust Hamlet"));
        QVERIFY2(house.run("event archive Hamlet") == 0, qPrintable(house.error)); // the one that is over
        QCOMPARE(house.json.value(QLatin1String("archived")).toBool(), true);
        QVERIFY(!house.json.value(QLatin1String("archived_at")).toString().isEmpty());
        QCOMPARE(house.list("event list"), QStringLiteral("Faust Hamlet"));
        QCOMPARE(house.list("event list --archived"), QStringLiteral("Hamlet"));
        QCOMPARE(house.list("event list --all"), QStringLiteral("Hamlet Faust Hamlet"));
        QCOMPARE(house.run("event archive Hamlet"), 1); // the other one is not over
        QVERIFY(house.error.contains(QStringLiteral("an event \"Hamlet\" that is over")));
        QCOMPARE(house.run("event archive Hamlet --date ") , 1);
        QCOMPARE(house.run("event archive Macbeth"), 1);
        QCOMPARE(house.run("event archive"), 2);
        const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);
        QVERIFY(house.run(QStringLiteral("event archive Hamlet --date ") + tomorrow) == 1);
        QVERIFY2(house.run("event unarchive Hamlet") == 0, qPrintable(house.error));
        QCOMPARE(house.json.value(QLatin1String("archived")).toBool(), false);
        QCOMPARE(house.run("event unarchive Hamlet"), 1);
        QCOMPARE(house.list("event list"), QStringLiteral("Hamlet Faust Hamlet"));
        QCOMPARE(house.run("verify"), 0);
    }

    void theRuleSaysWhatIsTidiedAway()
    {
        ArchiveHouse house;
        QCOMPARE(house.run("event rule"), 0);
        QCOMPARE(house.json.value(QLatin1String("days")).toInt(), Archive::DefaultDays);
        QCOMPARE(house.run("event tidy"), 0);
        QCOMPARE(house.json.value(QLatin1String("archived")).toInt(), 1);
        QCOMPARE(house.run("event rule --days 1"), 0);
        QCOMPARE(house.run("event tidy"), 0);
        QCOMPARE(house.list("event list"), QStringLiteral("Hamlet"));
        QCOMPARE(house.run("event rule --days soon"), 2);
        QCOMPARE(house.run("event rule --days -5"), 1);
    }

    void ticketsWaitForAnEmail()
    {
        ArchiveHouse house;
        QVERIFY2(house.run("sell --event Hamlet --type Standing --quantity 2 --pay cash=24.00") == 0, qPrintable(house.error));
        const QString number = house.json.value(QLatin1String("order")).toString();
        QCOMPARE(house.run(QStringLiteral("order give ") + number), 2);
        QCOMPARE(house.run(QStringLiteral("order give %1 --to nobody").arg(number)), 1);
        QVERIFY2(house.run(QStringLiteral("order give %1 --to frieda@example.org").arg(number)) == 0, qPrintable(house.error));
        const QJsonArray tickets = house.json.value(QLatin1String("tickets")).toArray();
        QCOMPARE(tickets.size(), 2);
        QCOMPARE(tickets.first()[QLatin1String("waiting_for")].toString(), QStringLiteral("frieda@example.org"));
        QCOMPARE(tickets.first()[QLatin1String("generation")].toInt(), 2);
    }
};

FOYER_TEST(CtlArchiveTest, "ctlarchive")
#include "test_ctlarchive.moc"
