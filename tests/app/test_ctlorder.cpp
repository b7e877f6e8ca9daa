// foyerctl order: a sale with a discount by hand, its tickets printed again, revoked and refunded with a reason.
#include "tests/support/ctldesk.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>

using namespace foyer;
using namespace foyer::test;

class CtlOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiscountByHandNeedsAReason()
    {
        CtlDesk desk;
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --quantity 2 --discount 10%"), 1);
        QVERIFY2(desk.error.contains(QStringLiteral("abandoned")) || desk.error.contains(QStringLiteral("reason")), qPrintable(desk.error));
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --quantity 2 --discount 10% --reason late"), 0);
        QCOMPARE(desk.value("total"), QStringLiteral("21.60"));
        QCOMPARE(desk.value("discount"), QStringLiteral("2.40"));
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --discount 1.50 --reason late"), 0);
        QCOMPARE(desk.value("total"), QStringLiteral("10.50"));
        QVERIFY(desk.failsWith(1, QStringLiteral("sell --event Hamlet --type Standing --discount much --reason late")));
        QVERIFY(desk.failsWith(1, QStringLiteral("sell --event Hamlet --type Standing --discount 101% --reason late")));
        QCOMPARE(desk.run("order show A-10001"), 0);
        QCOMPARE(desk.json.value(QLatin1String("discounts"))[0][QLatin1String("reason")].toString(), QStringLiteral("late"));
        QCOMPARE(desk.run("verify"), 0);
    }

    void ticketsArePrintedAgainAndCounted()
    {
        CtlDesk desk;
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --quantity 3"), 0);
        const QString number = desk.value("order"), file = desk.path("again.pdf");
        QVERIFY(desk.failsWith(2, QStringLiteral("order print ") + number));
        QCOMPARE(desk.run(QStringLiteral("order print %1 --output %2").arg(number, file)), 0);
        QCOMPARE(desk.json.value(QLatin1String("copy")).toInt(), 2);
        QCOMPARE(desk.json.value(QLatin1String("tickets")).toInt(), 3);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
        QCOMPARE(desk.run(QStringLiteral("order print %1 --output %2").arg(number, file)), 0);
        QCOMPARE(desk.json.value(QLatin1String("copy")).toInt(), 3);
        QVERIFY(desk.failsWith(1, QStringLiteral("order print A-77777 --output ") + file));
        QCOMPARE(desk.run(QStringLiteral("order refund ") + number), 0);
        QVERIFY(desk.failsWith(1, QStringLiteral("order print %1 --output %2").arg(number, file)));
        QCOMPARE(desk.run("verify"), 0);
    }

    void reasonsAreKept()
    {
        CtlDesk desk;
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --quantity 2"), 0);
        const QString number = desk.value("order");
        QCOMPARE(desk.run(QStringLiteral("order revoke %1 --reason stolen").arg(number)), 0);
        QCOMPARE(desk.json.value(QLatin1String("history")).toArray().last()[QLatin1String("reason")].toString(), QStringLiteral("stolen"));
        QCOMPARE(desk.run(QStringLiteral("order revoke %1 --undo").arg(number)), 0);
        QCOMPARE(desk.run(QStringLiteral("order refund %1 --reason ill").arg(number)), 0);
        QCOMPARE(desk.json.value(QLatin1String("history")).toArray().last()[QLatin1String("reason")].toString(), QStringLiteral("ill"));
        QCOMPARE(desk.run("verify"), 0);
    }
};

FOYER_TEST(CtlOrderTest, "ctlorder")
#include "test_ctlorder.moc"
