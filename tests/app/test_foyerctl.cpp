// foyerctl as people run it: the real program, every verb, good and bad input.
#include "tests/support/ctlhome.h"
#include "tests/support/testmain.h"

#include <QtCore/QJsonArray>

using namespace foyer;
using namespace foyer::test;

class FoyerctlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongWordsAreToldInOneSentence_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"", "juggle", "serve --listen nowhere", "import", "import seats x", "migrate now", "import plan", "sell --colour red", "sell", "sell --seat A/1/1",
                                  "sell --event Hamlet", "sell --event Hamlet --seat A-1", "sell --event Hamlet --type S --quantity 0",
                                  "sell --event Hamlet --type S --pay coins=3", "sell --event Hamlet --date 32.13. --type S", "export events --format pdf",
                                  "import events events.txt", "migrate --db mysql://x", "demo --seed soon", "migrate --db"})
            QTest::newRow(*words ? words : "nothing") << QString::fromLatin1(words);
    }
    void wrongWordsAreToldInOneSentence()
    {
        QFETCH(QString, words);
        const CtlRan ran = CtlHome().run(words.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        VERIFY_FAILED(ran, 2);
    }

    void helpAndVersionNeedNothing()
    {
        const CtlHome desk;
        VERIFY_DONE(desk.run("--version"));
        const CtlRan general = desk.run("--help");
        VERIFY_DONE(general);
        for (const char *verb : {"migrate", "demo", "venue add", "staff add", "import plan", "import events", "export plan", "export events", "backup", "restore", "verify", "sell", "ticket check", "ticket admit", "stats", "import customers", "wallet create",
                                 "wallet deposit", "wallet withdraw", "wallet transfer", "wallet statement"}) {
            QVERIFY(general.out.contains(QLatin1String(verb)));
            const CtlRan one = desk.run((QString::fromLatin1(verb) + QStringLiteral(" --help")).split(QLatin1Char(' ')));
            VERIFY_DONE(one);
            QVERIFY(one.out.contains(QLatin1String(verb)));
        }
    }

    void aHouseIsFurnishedFromNothing_data() { bothDatabases(); }
    void aHouseIsFurnishedFromNothing()
    {
        QFETCH(QString, database);
        const CtlHome desk(database);
        VERIFY_DONE(desk.run("migrate"));
        VERIFY_DONE(desk.run({QStringLiteral("venue"), QStringLiteral("add"), QStringLiteral("Kammerspiele"), QStringLiteral("--time-zone"), QStringLiteral("Europe/Vienna")}));
        VERIFY_FAILED(desk.run("venue add Elsewhere --time-zone Middle/Earth"), 2);
        VERIFY_FAILED(desk.run("venue add Elsewhere --currency XYZ"), 1);
        const QStringList anna{QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("Anna"), QStringLiteral("--role"), QStringLiteral("manager"), QStringLiteral("--json")};
        QCOMPARE(desk.run(anna, RLIM_INFINITY, "12345\n").exitCode, 1); // a digit short
        const CtlRan added = desk.run(anna, RLIM_INFINITY, "123456\n");
        QCOMPARE(added.exitCode, 0);
        QCOMPARE(added.json().value(QLatin1String("role")).toString(), QStringLiteral("manager"));
        QCOMPARE(desk.run(anna, RLIM_INFINITY, "654321\n").exitCode, 1); // a name stands once
        VERIFY_FAILED(desk.run("staff add Ben --role emperor"), 1);
        VERIFY_DONE(desk.run("verify"));
    }

    void sellsWhatWasAskedForAndTheTicketsAreGood_data() { bothDatabases(); }
    void sellsWhatWasAskedForAndTheTicketsAreGood()
    {
        QFETCH(QString, database);
        const CtlHome desk(database);
        desk.furnish();
        const CtlRan sold = desk.run("sell --event Hamlet --seat Stalls/1/4 --seat Stalls/1/5 --level reduced --type Standing --quantity 3 --pay cash=100,card=rest --json");
        VERIFY_DONE(sold);
        QCOMPARE(sold.json().value(QLatin1String("total")).toString(), QStringLiteral("140.00"));
        const QJsonArray tickets = sold.json().value(QLatin1String("tickets")).toArray();
        QCOMPARE(tickets.size(), 5);
        for (const QJsonValue &ticket : tickets) {
            const CtlRan checked = desk.run({QStringLiteral("--json"), QStringLiteral("ticket"), QStringLiteral("check"), ticket[QLatin1String("code")].toString()});
            VERIFY_DONE(checked);
            QVERIFY(checked.json().value(QLatin1String("signature_valid")).toBool());
        }
        const CtlRan stats = desk.run("stats --json");
        VERIFY_DONE(stats);
        QCOMPARE(stats.json().value(QLatin1String("events")).toArray().first()[QLatin1String("sold")].toInt(), 5);
        QVERIFY(desk.isSound());
    }

    void walletsAreFilledEmptiedAndToldOf_data() { bothDatabases(); }
    void walletsAreFilledEmptiedAndToldOf()
    {
        QFETCH(QString, database);
        const CtlHome desk(database);
        desk.furnish();
        const QString file = desk.write("people.csv", "name,email\nAnna,anna@example.org\nBob,bob@example.org\n");
        const CtlRan would = desk.run({QStringLiteral("import"), QStringLiteral("customers"), file, QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(would.json().value(QLatin1String("added")).toInt(), 2);
        VERIFY_FAILED(desk.run("wallet create anna"), 1); // nobody is there yet
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("customers"), file}));
        VERIFY_FAILED(desk.run({QStringLiteral("import"), QStringLiteral("customers"), desk.write("bad.csv", "name,email\nAnna,nonsense\n")}), 4);
        VERIFY_FAILED(desk.run("wallet deposit anna --amount 20.00"), 1); // no wallet yet
        VERIFY_DONE(desk.run("wallet create anna@example.org"));
        VERIFY_DONE(desk.run("wallet create bob"));
        const CtlRan card = desk.run("wallet create gift-card --json");
        const QString code = card.json().value(QLatin1String("code")).toString();
        QCOMPARE(code.size(), 19);
        const CtlRan first = desk.run("wallet deposit anna --amount 20.00 --key k1 --json");
        const CtlRan again = desk.run("wallet deposit anna --amount 20.00 --key k1 --json");
        VERIFY_DONE(first);
        QCOMPARE(again.out, first.out);
        VERIFY_FAILED(desk.run("wallet deposit anna --amount 21.00 --key k1"), 1);
        VERIFY_DONE(desk.run("wallet deposit bob --amount 5 --card-receipt 4711"));
        VERIFY_DONE(desk.run("wallet transfer anna --to bob --amount 1.50"));
        VERIFY_DONE(desk.run({QStringLiteral("wallet"), QStringLiteral("transfer"), QStringLiteral("anna"), QStringLiteral("--to"), code, QStringLiteral("--amount"), QStringLiteral("3")}));
        VERIFY_DONE(desk.run("wallet withdraw anna --amount 15.50"));
        for (const char *wrong : {"wallet withdraw anna --amount 0.01", "wallet transfer bob --to bob --amount 1", "wallet deposit bob --amount 0.001", "wallet deposit bob --amount -1",
                                  "wallet transfer bob --to carla --amount 1", "wallet statement nobody", "wallet deposit bob --amount 1 --currency JPY"})
            VERIFY_FAILED(desk.run(wrong), 1);
        const CtlRan statement = desk.run("wallet statement anna --json");
        VERIFY_DONE(statement);
        QCOMPARE(statement.json().value(QLatin1String("balance")).toString(), QStringLiteral("0.00"));
        const QJsonArray entries = statement.json().value(QLatin1String("entries")).toArray();
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries[1][QLatin1String("counterparty")].toString(), QStringLiteral("Bob"));
        QCOMPARE(entries[1][QLatin1String("balance")].toString(), QStringLiteral("18.50"));
        QCOMPARE(desk.run("wallet statement bob --csv").out.count(QLatin1Char('\n')), 3);
        QVERIFY(desk.isSound());
    }

    void cashGivesChange()
    {
        const CtlHome desk;
        desk.furnish();
        const CtlRan sold = desk.run("sell --event hamlet --type standing --pay cash=20");
        VERIFY_DONE(sold);
        QVERIFY2(sold.out.contains(QLatin1String("change 8.00")), qPrintable(sold.out));
    }

    void aCardOfAMachineOfItsOwnIsSoldByItsReceipt()
    {
        const CtlHome desk;
        desk.furnish();
        VERIFY_DONE(desk.run("sell --event hamlet --type standing --pay cash=5,card=rest --card-receipt 4711"));
        QVERIFY(desk.isSound());
    }

    void anAbandonedSaleSaysWhatTheCardMachineOwes()
    {
        const CtlHome desk;
        desk.furnish();
        const CtlRan ran = desk.run("sell --event hamlet --type standing --pay card=5 --card-receipt 4711");
        VERIFY_FAILED(ran, 1);
        QVERIFY2(ran.out.contains(QLatin1String("5.00 are to be given back on the card machine")), ran.told().constData());
        QVERIFY(desk.isSound());
    }

    void feesAreImportedChargedAndExported()
    {
        const CtlHome desk;
        desk.furnish();
        const QString file = desk.write("fees.csv", "name,date,time,ticket_type,capacity,price_level,price,tax_rate,fee,order_fee\nOpera,2030-12-05,20:00,Stalls,150,Full,12.00,7,1.50,0.99\n");
        VERIFY_DONE(desk.run({QStringLiteral("import"), QStringLiteral("events"), file, QStringLiteral("--venue"), QStringLiteral("Theatre")}));
        const CtlRan sold = desk.run("sell --event Opera --type Stalls --quantity 2 --pay cash=50 --json");
        QCOMPARE(sold.json().value(QLatin1String("total")).toString(), QStringLiteral("27.99"));
        QCOMPARE(sold.json().value(QLatin1String("fees")).toString(), QStringLiteral("3.99"));
        QVERIFY(desk.run("export events").out.contains(QLatin1String("12.00,7,1.50,0.99")));
        QVERIFY(desk.isSound());
    }

    void aSaleThatFailsHalfwayIsAbandoned_data()
    {
        QTest::addColumn<QString>("payments");
        QTest::newRow("card declined") << QStringLiteral("cash=50,card=rest --card-token card_error");
        QTest::newRow("card failed") << QStringLiteral("cash=50,card=rest --card-token payment_error");
        QTest::newRow("too little") << QStringLiteral("cash=50");
        QTest::newRow("too many decimals") << QStringLiteral("cash=50.001");
        QTest::newRow("card above what is due") << QStringLiteral("cash=50,card=500");
    }
    void aSaleThatFailsHalfwayIsAbandoned()
    {
        QFETCH(QString, payments);
        const CtlHome desk;
        desk.furnish();
        const CtlRan ran = desk.run((QStringLiteral("sell --event Hamlet --seat Stalls/1/1 --seat Stalls/1/2 --pay ") + payments).split(QLatin1Char(' ')));
        VERIFY_FAILED(ran, 1);
        QVERIFY2(ran.out.contains(QLatin1String("abandoned")), ran.told().constData());
        QVERIFY(desk.isSound());
        VERIFY_DONE(desk.run("sell --event Hamlet --seat Stalls/1/1 --seat Stalls/1/2")); // the places are free again
    }

    void salesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("a million") << QStringLiteral("--event Hamlet --type Standing --quantity 1000000");
        QTest::newRow("more than there are") << QStringLiteral("--event Hamlet --type Standing --quantity 51");
        QTest::newRow("no such event") << QStringLiteral("--event Macbeth --type Standing");
        QTest::newRow("no such seat") << QStringLiteral("--event Hamlet --seat Stalls/9/99");
        QTest::newRow("no such type") << QStringLiteral("--event Hamlet --type VIP");
        QTest::newRow("no such level") << QStringLiteral("--event Hamlet --type Standing --level Child");
        QTest::newRow("a seat twice") << QStringLiteral("--event Hamlet --seat Stalls/1/1 --seat Stalls/1/1");
        QTest::newRow("not that day") << QStringLiteral("--event Hamlet --date 2001-01-01 --type Standing");
    }
    void salesThatCannotBeAreRefused()
    {
        QFETCH(QString, words);
        const CtlHome desk;
        desk.furnish();
        const CtlRan ran = desk.run((QStringLiteral("sell ") + words).split(QLatin1Char(' ')));
        VERIFY_FAILED(ran, 1);
        QVERIFY(desk.isSound());
        QCOMPARE(desk.run("stats --json").json().value(QLatin1String("reservations")).toInt(), 0);
    }

    void aForgedTicketIsRefused()
    {
        const CtlHome desk;
        desk.furnish();
        const CtlRan sold = desk.run("sell --event Hamlet --type Standing --json");
        QString code = sold.json().value(QLatin1String("tickets")).toArray().first()[QLatin1String("code")].toString();
        const CtlRan nonsense = desk.run("ticket check HELLO");
        VERIFY_FAILED(nonsense, 1);
        code[code.size() - 20] = code.at(code.size() - 20) == QLatin1Char('2') ? QLatin1Char('3') : QLatin1Char('2');
        const CtlRan forged = desk.run({QStringLiteral("ticket"), QStringLiteral("check"), code});
        VERIFY_FAILED(forged, 1);
    }
};

FOYER_TEST(FoyerctlTest, "foyerctl")
#include "test_foyerctl.moc"
