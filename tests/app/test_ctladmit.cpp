// foyerctl ticket admit, and what it refuses to undo afterwards: from a script, with exit codes and sentences.
#include "tests/support/ctldesk.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>

using namespace foyer;
using namespace foyer::test;

class CtlAdmitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketAdmitsOnceAndLetsOutAgain()
    {
        CtlDesk desk;
        QVERIFY2(desk.run("sell --event Hamlet --type Standing --quantity 2") == 0, qPrintable(desk.error));
        const QString order = desk.value("order");
        const QString code = desk.json.value(QStringLiteral("tickets")).toArray().first().toObject().value(QStringLiteral("code")).toString();
        QVERIFY(!code.isEmpty());
        const QString admit = QStringLiteral("ticket admit ") + code;
        QVERIFY(desk.failsWith(2, admit));
        QVERIFY(desk.failsWith(2, admit + QStringLiteral(" --event Hamlet --date soon")));
        QVERIFY(desk.failsWith(1, admit + QStringLiteral(" --event Faust")));
        QVERIFY(desk.failsWith(1, QStringLiteral("ticket admit HELLO --event Hamlet")));
        QCOMPARE(desk.value("reason"), QStringLiteral("unreadable"));
        QVERIFY2(desk.run(admit + QStringLiteral(" --event Hamlet")) == 0, qPrintable(desk.error));
        QCOMPARE(desk.value("verdict"), QStringLiteral("welcome"));
        QCOMPARE(desk.run(admit + QStringLiteral(" --event Hamlet --exit")), 0);
        QCOMPARE(desk.value("verdict"), QStringLiteral("goodbye"));

        const QString number = desk.value("ticket");
        QVERIFY(desk.failsWith(1, QStringLiteral("order refund %1 --ticket %2").arg(order, number)));
        QVERIFY(desk.error.contains(QStringLiteral("came in")));
        QVERIFY(desk.failsWith(1, QStringLiteral("order give %1 --ticket %2 --to eve@example.org").arg(order, number)));
        QVERIFY(desk.failsWith(1, QStringLiteral("order level %1 --ticket %2 --level Child").arg(order, number)));
        QVERIFY(desk.failsWith(1, QStringLiteral("order exchange %1 --ticket %2 --event Hamlet --type Standing").arg(order, number)));
        QCOMPARE(desk.run(QStringLiteral("order show ") + order), 0);
        QStringList passed; // by the tickets that were scanned
        for (const QJsonValue &ticket : desk.json.value(QStringLiteral("tickets")).toArray())
            if (const QJsonObject passage = ticket.toObject().value(QStringLiteral("admitted")).toObject(); !passage.isEmpty())
                passed << ticket.toObject().value(QStringLiteral("number")).toString() + u' ' + passage.value(QStringLiteral("direction")).toString();
        QCOMPARE(passed, QStringList(number + QStringLiteral(" exit")));
        QVERIFY2(desk.run(QStringLiteral("order refund %1 --ticket %2 --admitted").arg(order, number)) == 0, qPrintable(desk.error));
        QVERIFY(desk.failsWith(1, admit + QStringLiteral(" --event Hamlet")));
        QCOMPARE(desk.value("reason"), QStringLiteral("void"));
        QCOMPARE(desk.run("stats"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("events")).toArray().first().toObject().value(QStringLiteral("admitted")).toInt(), 1);
        QCOMPARE(desk.run("verify"), 0);
    }
};

FOYER_TEST(CtlAdmitTest, "ctladmit")
#include "test_ctladmit.moc"
