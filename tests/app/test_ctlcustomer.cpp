// foyerctl customer, and wallets that pay: from a script, with their exit codes and sentences.
#include "tests/support/ctldesk.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Ann and Anna are one person; Anna's wallet holds 20.00, Ann's 5.00.
class PeopleDesk final : public CtlDesk
{
public:
    PeopleDesk()
    {
        QFile file(path("people.csv"));
        if (!file.open(QIODevice::WriteOnly) || file.write("name,email,phone\nAnna Berg,anna@example.org,\nAnn Berg,ann@example.org,+49 30 1234\n") < 0)
            qFatal("a test file could not be written");
        file.close();
        for (const QString &words : {QStringLiteral("import customers ") + path("people.csv"), QStringLiteral("wallet create anna@example.org"),
                                     QStringLiteral("wallet create ann@example.org"), QStringLiteral("wallet deposit anna@example.org --amount 20.00"),
                                     QStringLiteral("wallet deposit ann@example.org --amount 5.00")})
            if (run(words) != 0)
                qFatal("%s", qPrintable(error));
    }

    QString balance(const char *whose)
    {
        run(QStringLiteral("wallet statement ") + QLatin1String(whose));
        return value("balance");
    }
};

} // namespace

class CtlCustomerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardPaysIn()
    {
        PeopleDesk desk;
        QVERIFY2(desk.run("wallet deposit anna@example.org --amount 7.50 --card ok --key k") == 0, qPrintable(desk.error));
        QCOMPARE(desk.value("balance"), QStringLiteral("27.50"));
        QCOMPARE(desk.run("wallet deposit anna@example.org --amount 7.50 --card ok --key k"), 0);
        QCOMPARE(desk.value("balance"), QStringLiteral("27.50"));
        QVERIFY(desk.failsWith(1, QStringLiteral("wallet deposit anna@example.org --amount 7.50 --card card_error")));
        QVERIFY2(desk.error.contains(QStringLiteral("declined")), qPrintable(desk.error));
    }

    void twoEntriesBecomeOne()
    {
        PeopleDesk desk;
        QVERIFY(desk.failsWith(2, QStringLiteral("customer merge ann@example.org")));
        QVERIFY(desk.failsWith(1, QStringLiteral("customer merge ann@example.org --into ann@example.org")));
        QVERIFY(desk.failsWith(1, QStringLiteral("customer merge ann@example.org --into nobody")));
        QVERIFY(desk.failsWith(1, QStringLiteral("customer merge berg --into anna@example.org"))); // fits two
        QVERIFY2(desk.run("customer merge ann@example.org --into anna@example.org") == 0, qPrintable(desk.error));
        QCOMPARE(desk.value("name"), QStringLiteral("Anna Berg"));
        QCOMPARE(desk.value("phone"), QStringLiteral("+49 30 1234"));
        QCOMPARE(desk.balance("anna@example.org"), QStringLiteral("25.00"));
        QCOMPARE(desk.run("verify"), 0);
    }

    void aPersonIsExportedAndForgotten()
    {
        PeopleDesk desk;
        QVERIFY(desk.failsWith(1, QStringLiteral("customer export nobody")));
        QVERIFY(desk.failsWith(4, QStringLiteral("customer export anna@example.org --output /nonexistent/anna.json")));
        QCOMPARE(desk.run(QStringLiteral("customer export anna@example.org --output ") + desk.path("anna.json")), 0);
        QFile file(desk.path("anna.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray known = file.readAll();
        QVERIFY(QJsonDocument::fromJson(known).isObject());
        QVERIFY(known.contains("anna@example.org"));
        QCOMPARE(desk.run("customer export anna@example.org"), 0);
        QCOMPARE(desk.value("document").toUtf8(), known);

        QVERIFY(desk.failsWith(1, QStringLiteral("customer erase anna@example.org"))); // her money is hers
        QCOMPARE(desk.run("wallet withdraw anna@example.org --amount 20.00"), 0);
        QCOMPARE(desk.run("customer erase anna@example.org"), 0);
        QCOMPARE(desk.json.value(QStringLiteral("erased")).toBool(), true);
        QVERIFY(desk.failsWith(1, QStringLiteral("customer export anna@example.org")));
        QCOMPARE(desk.run("verify"), 0);
    }

    void whoLostTheirPasswordGetsAnother()
    {
        PeopleDesk desk;
        const QString anna = QStringLiteral("customer password anna@example.org");
        QCOMPARE(desk.run(anna, "short\n"), 2);
        QVERIFY2(desk.error.contains(QStringLiteral("from 8 to 200 characters")), qPrintable(desk.error));
        QCOMPARE(desk.run(anna, {}), 2);
        QCOMPARE(desk.run("customer password nobody"), 1);
        QCOMPARE(desk.run(anna, "correct horse\n"), 0);
        QCOMPARE(desk.value("email"), QStringLiteral("anna@example.org"));
        QVERIFY(!desk.value("customer").isEmpty());
        QCOMPARE(desk.run("verify"), 0);
    }

    void aWalletPaysForASale()
    {
        PeopleDesk desk;
        const QString sale = QStringLiteral("sell --event Hamlet --type Standing --quantity 2 --pay ");
        QVERIFY(desk.failsWith(2, sale + QStringLiteral("wallet=rest")));                                    // whose?
        QVERIFY(desk.failsWith(2, sale + QStringLiteral("cash=rest --wallet anna@example.org")));           // what for?
        QVERIFY(desk.failsWith(1, sale + QStringLiteral("wallet=rest --wallet nobody")));
        QVERIFY(desk.failsWith(1, sale + QStringLiteral("wallet=rest --wallet anna@example.org"))); // 24.00 of 20.00
        QVERIFY(desk.json.value(QStringLiteral("abandoned")).toBool());
        QCOMPARE(desk.balance("anna@example.org"), QStringLiteral("20.00"));
        QVERIFY2(desk.run(sale + QStringLiteral("cash=10,wallet=rest --wallet anna@example.org")) == 0, qPrintable(desk.error));
        QCOMPARE(desk.json.value(QStringLiteral("payments")).toArray().last().toObject().value(QStringLiteral("tender")).toString(), QStringLiteral("wallet"));
        QCOMPARE(desk.balance("anna@example.org"), QStringLiteral("6.00"));

        QCOMPARE(desk.run("wallet create gift-card"), 0);
        const QString code = desk.value("code");
        QCOMPARE(desk.run(QStringLiteral("wallet transfer anna@example.org --amount 6.00 --to ") + code), 0);
        QVERIFY2(desk.run(QStringLiteral("sell --event Hamlet --type Standing --level Child --pay wallet=rest --wallet ") + code) == 0, qPrintable(desk.error));
        QCOMPARE(desk.json.value(QStringLiteral("payments")).toArray().first().toObject().value(QStringLiteral("tender")).toString(), QStringLiteral("gift_card"));
        QCOMPARE(desk.run("verify"), 0);
    }

    void anExchangeIsMadeOncePerKey()
    {
        PeopleDesk desk;
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --level Child --quantity 2 --pay cash=rest"), 0);
        const QString order = desk.value("order");
        const QString exchange = QStringLiteral("order exchange %1 --event Hamlet --type Standing --quantity 2 --pay wallet=rest --wallet anna@example.org --key k1").arg(order);
        QVERIFY2(desk.run(exchange) == 0, qPrintable(desk.error));
        const QJsonObject first = desk.json;
        QCOMPARE(desk.balance("anna@example.org"), QStringLiteral("8.00"));
        QVERIFY2(desk.run(exchange) == 0, qPrintable(desk.error));
        QCOMPARE(desk.json, first);
        QCOMPARE(desk.balance("anna@example.org"), QStringLiteral("8.00"));
        QCOMPARE(desk.run("sell --event Hamlet --type Standing --pay cash=rest"), 0);
        const QString other = desk.value("order");
        QVERIFY(desk.failsWith(1, QStringLiteral("order exchange %1 --event Hamlet --type Standing --level Child --pay cash=rest --key k1").arg(other))); // another order
        QCOMPARE(desk.run("verify"), 0);
    }

    void aStatementIsWrittenToAFile()
    {
        PeopleDesk desk;
        QCOMPARE(desk.run(QStringLiteral("wallet statement anna@example.org --output ") + desk.path("anna.csv")), 0);
        QFile file(desk.path("anna.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 2);
        QVERIFY(desk.failsWith(4, QStringLiteral("wallet statement anna@example.org --output /nonexistent/anna.csv")));
    }
};

FOYER_TEST(CtlCustomerTest, "ctlcustomer")
#include "test_ctlcustomer.moc"
