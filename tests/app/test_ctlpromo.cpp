// foyerctl promo and price: codes and prices by date from a script.
#include "tests/support/ctldesk.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>

using namespace foyer;
using namespace foyer::test;

class CtlPromoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeFromItsMakingToItsOrders()
    {
        CtlDesk desk;
        QVERIFY2(desk.run("promo add summer-10 --percent 12.5 --event Hamlet --type Standing --uses 1 --floor 5.00 --until 2099-01-01") == 0, qPrintable(desk.error));
        QCOMPARE(desk.value("code"), QStringLiteral("SUMMER10"));
        QCOMPARE(desk.value("discount"), QStringLiteral("12.50 %"));
        QCOMPARE(desk.value("floor"), QStringLiteral("5.00"));
        QCOMPARE(desk.run("promo add SUMMER10 --percent 5"), 1);
        QCOMPARE(desk.run("promo add X --percent 5 --amount 5"), 2);
        QCOMPARE(desk.run("promo add X"), 2);
        QCOMPARE(desk.run("promo add X --percent nothing"), 1);
        QCOMPARE(desk.run("promo add X --percent 5 --uses none"), 1);
        QCOMPARE(desk.run("promo add X --percent 5 --from yesterday"), 1);
        QCOMPARE(desk.run("promo add X --percent 5 --event Macbeth"), 1);
        QCOMPARE(desk.run("promo add EACH --amount 2.00 --each"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("per_ticket")).toBool(), true);
        QCOMPARE(desk.run("promo add X --percent 5 --each"), 1);
        QVERIFY2(desk.run("sell --event Hamlet --type Standing --quantity 3 --promo each --pay cash=30.00") == 0, qPrintable(desk.error));
        QCOMPARE(desk.value("discount"), QStringLiteral("6.00"));
        QCOMPARE(desk.run("promo add FIVE --amount 5.00 --alone"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("stackable")).toBool(), false);

        QVERIFY2(desk.run("sell --event Hamlet --type Standing --quantity 2 --promo summer10 --pay cash=21.00") == 0, qPrintable(desk.error));
        QCOMPARE(desk.value("total"), QStringLiteral("21.00"));
        QCOMPARE(desk.value("discount"), QStringLiteral("3.00"));
        const QString order = desk.value("order");
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --promo SUMMER10"), 1);
        QVERIFY(desk.error.contains(QStringLiteral("used up")));
        QVERIFY(desk.json.value(QStringLiteral("abandoned")).toBool());
        QCOMPARE(desk.run("promo show Summer10"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("used")).toInteger(), 1);
        const QJsonObject used = desk.json.value(QStringLiteral("orders")).toArray().first().toObject();
        QCOMPARE(used.value(QStringLiteral("order")).toString(), order);
        QCOMPARE(used.value(QStringLiteral("amount")).toString(), QStringLiteral("3.00"));
        QCOMPARE(desk.run(QStringLiteral("order show ") + order), 0);
        QCOMPARE(desk.json.value(QStringLiteral("discounts")).toArray().first().toObject().value(QStringLiteral("code")).toString(), QStringLiteral("SUMMER10"));
        QCOMPARE(desk.run("promo revoke FIVE"), 0);
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --promo FIVE"), 1);
        QVERIFY(desk.error.contains(QStringLiteral("no longer valid")));
        QCOMPARE(desk.run("promo revoke NOSUCH"), 1);
        QCOMPARE(desk.run("promo show NOSUCH"), 1);
        QCOMPARE(desk.run("promo list"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("codes")).toArray().size(), 3);
        QCOMPARE(desk.run("verify"), 0);
    }

    void pricesByDate()
    {
        CtlDesk desk;
        QCOMPARE(desk.run("price set Hamlet --price 14.00 --from 2000-01-01"), 0);
        QCOMPARE(desk.value("price"), QStringLiteral("14.00"));
        QCOMPARE(desk.value("base_price"), QStringLiteral("12.00"));
        QVERIFY2(desk.run("sell --event Hamlet --type Standing --pay cash=14.00") == 0, qPrintable(desk.error));
        QCOMPARE(desk.run("price set Hamlet --level Child --price 8.00 --from 2099-01-01T18:00 --until 2099-02-01"), 0);
        QCOMPARE(desk.value("price"), QStringLiteral("6.00"));
        QCOMPARE(desk.json.value(QStringLiteral("steps")).toArray().size(), 2);
        QCOMPARE(desk.run("price show Hamlet --level Child"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("steps")).toArray().first().toObject().value(QStringLiteral("from")).toString(), QStringLiteral("2099-01-01T18:00:00+01:00"));
        QCOMPARE(desk.run("price set Hamlet --level Child --price 7.00"), 0); // the base price
        QCOMPARE(desk.value("price"), QStringLiteral("7.00"));
        QCOMPARE(desk.run("price set Hamlet"), 2);
        QCOMPARE(desk.run("price set Hamlet --price 7.00 --until 2099-01-01"), 2);
        QCOMPARE(desk.run("price set Hamlet --price 7.00 --from 2099-01-02 --until 2099-01-01"), 1);
        QCOMPARE(desk.run("price set Hamlet --price 7.00 --type Nothing"), 1);
        QCOMPARE(desk.run("price show Macbeth"), 1);
        QCOMPARE(desk.run("verify"), 0);
    }

    void ticketsAreExchangedAndGivenFree()
    {
        CtlDesk desk;
        QVERIFY2(desk.run("sell --event Hamlet --type Standing --level Child --quantity 2 --pay cash=rest") == 0, qPrintable(desk.error));
        const QString order = desk.json.value(QStringLiteral("order")).toString();
        const QString exchange = QStringLiteral("order exchange %1 --event Hamlet --type Standing --quantity 2").arg(order);
        QCOMPARE(desk.run(exchange + QStringLiteral(" --pay cash=1")), 2); // all of the difference, or nothing
        QVERIFY(desk.error.contains(QStringLiteral("cash=rest")));
        QVERIFY2(desk.run(exchange + QStringLiteral(" --pay cash=rest")) == 0, qPrintable(desk.error));
        QCOMPARE(desk.json.value(QStringLiteral("kind")).toString(), QStringLiteral("exchange"));
        QCOMPARE(desk.json.value(QStringLiteral("exchanged_of")).toString(), order);
        QCOMPARE(desk.json.value(QStringLiteral("total")).toString(), QStringLiteral("24.00"));
        QCOMPARE(desk.run(exchange + QStringLiteral(" --pay cash=rest")), 1); // they are gone

        QVERIFY(desk.run("comp --event Hamlet --type Standing --quantity 3") != 0); // nobody said why
        QVERIFY2(desk.run("comp --event Hamlet --type Standing --quantity 3 --reason press") == 0, qPrintable(desk.error));
        QCOMPARE(desk.json.value(QStringLiteral("kind")).toString(), QStringLiteral("comp"));
        QCOMPARE(desk.json.value(QStringLiteral("total")).toString(), QStringLiteral("0.00"));
        QCOMPARE(desk.run("verify"), 0);
    }
};

FOYER_TEST(CtlPromoTest, "ctlpromo")
#include "test_ctlpromo.moc"
