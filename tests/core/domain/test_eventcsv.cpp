#include "core/domain/eventfile.h"
#include "tests/support/testmain.h"

using namespace foyer;

namespace {

EventFileContext context()
{
    return {QTimeZone("Europe/Berlin"), Currency(), std::nullopt, Instant{1790000000000}};
}

Instant utcTime(const char *text)
{
    return {QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch()};
}

const QByteArray Header = "uid,name,date,time,doors,end,venue,description,status,ticket_type,capacity,categories,price_level,price,tax_rate\n";

QString csvFaults(const EventFile &file)
{
    QStringList lines;
    for (const RowFault &fault : file.faults)
        lines.append(QStringLiteral("%1: %2").arg(fault.line).arg(fault.reason));
    return lines.join(u'\n');
}

} // namespace

class EventCsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEventWithItsTicketTypesAndPrices()
    {
        const EventFile file = readEventsCsv(Header
            + "h1,Hamlet,2026-11-20,19:30,18:45,22:10,Main house,\"A \"\"play\"\"\nin five acts\",,Seated,,Stalls|Circle,Full,59.00,7\n"
              "h1,,,,,,,,,Seated,,,Reduced,39.5,7\n"
              ",,,,,,,,,Standing,120,,,15,19\n"
              "m1,Macbeth,20.11.2026,20:00,,00:30,,,Cancelled,,,,,,\n", context());
        QCOMPARE(csvFaults(file), QString());
        QCOMPARE(file.events.size(), size_t(2));
        const EventDraft &hamlet = file.events[0];
        QCOMPARE(hamlet.uid, QStringLiteral("h1"));
        QVERIFY(hamlet.startsAt == utcTime("2026-11-20T18:30:00Z"));
        QVERIFY(hamlet.doorsAt == utcTime("2026-11-20T17:45:00Z"));
        QVERIFY(hamlet.endsAt == utcTime("2026-11-20T21:10:00Z"));
        QCOMPARE(hamlet.description, QStringLiteral("A \"play\"\nin five acts"));
        QCOMPARE(hamlet.status, QStringLiteral("scheduled"));
        QCOMPARE(hamlet.ticketTypes.size(), size_t(2));
        QCOMPARE(hamlet.ticketTypes[0].categories, QStringList({QStringLiteral("Stalls"), QStringLiteral("Circle")}));
        QVERIFY(!hamlet.ticketTypes[0].capacity);
        QCOMPARE(hamlet.ticketTypes[0].prices.size(), size_t(2));
        QCOMPARE(hamlet.ticketTypes[0].prices[1].price.minor(), 3950);
        QCOMPARE(hamlet.ticketTypes[0].prices[1].taxBasisPoints, 700);
        QCOMPARE(hamlet.ticketTypes[1].capacity.value_or(-1), 120);
        QCOMPARE(hamlet.ticketTypes[1].prices[0].name, QStringLiteral("Full"));
        QCOMPARE(file.events[1].status, QStringLiteral("cancelled"));
        QVERIFY(file.events[1].endsAt == utcTime("2026-11-20T23:30:00Z"));
    }

    void readsWhatSpreadsheetsWrite()
    {
        const EventFile file = readEventsCsv(
            "\xef\xbb\xbfName;Start;Ticket Type;Capacity;Price;Tax Rate;Colour\r\nLes Mis\xc3\xa9rables;2026-05-01 19:30;Stehplatz;10;1234,50;7,7 %;red\r\n\r\n;;;;;;\r\n",
            context());
        QCOMPARE(csvFaults(file), QString());
        QCOMPARE(file.events.size(), size_t(1));
        QCOMPARE(file.events[0].name, QStringLiteral("Les Misérables"));
        QVERIFY(file.events[0].startsAt == utcTime("2026-05-01T17:30:00Z"));
        QCOMPARE(file.events[0].ticketTypes[0].prices[0].price.minor(), 123450);
        QCOMPARE(file.events[0].ticketTypes[0].prices[0].taxBasisPoints, 770);
    }

    void derivesTheSameUidAtEveryReading()
    {
        const QByteArray rows = "name,start,ticket_type,capacity,price_level,price\n"
                                "A,2026-05-01T19:30:00+02:00,T,5,Full,1\nA,2026-05-01T17:30Z,T,5,Child,0\nB,2026-05-01T19:30,T,5,,1\n";
        const EventFile file = readEventsCsv(rows, context());
        QCOMPARE(csvFaults(file), QString());
        QCOMPARE(file.events.size(), size_t(2));
        QCOMPARE(file.events[0].ticketTypes[0].prices.size(), size_t(2));
        QVERIFY(file.events[0].uid != file.events[1].uid);
        QCOMPARE(readEventsCsv(rows, context()).events[0].uid, file.events[0].uid);
    }

    void takesTheFirstOfTwoTimesAndRefusesTheOneThatClocksSkip()
    {
        const EventFile file = readEventsCsv("name,start\nTwice,2026-10-25T02:30\nNever,2026-03-29T02:30\nBefore,2026-03-29T01:59\n"
                                             "After,2026-03-29T03:00\n", context());
        QCOMPARE(csvFaults(file), QStringLiteral("3: clocks skip 02:30 on 2026-03-29"));
        QCOMPARE(file.events.size(), size_t(3));
        QVERIFY(file.events[0].startsAt == utcTime("2026-10-25T00:30:00Z"));
        QVERIFY(file.events[1].startsAt == utcTime("2026-03-29T00:59:00Z"));
        QVERIFY(file.events[2].startsAt == utcTime("2026-03-29T01:00:00Z"));
    }

    void givesEventsWithoutAnEndTheUsualOne()
    {
        EventFileContext usual = context();
        usual.defaultDuration = std::chrono::hours(2);
        const EventFile file = readEventsCsv("name,start\nA,2026-05-01T10:00Z\n", usual);
        QVERIFY(file.events.at(0).endsAt == utcTime("2026-05-01T12:00:00Z"));
        QVERIFY(!readEventsCsv("name,start\nA,2026-05-01T10:00Z\n", context()).events.at(0).endsAt);
    }

    void namesEveryFaultyRow()
    {
        const EventFile file = readEventsCsv(Header
            + "a,A,2026-02-30,19:30,,,,,,,,,,,\n"
              "b,B,2026-05-01,19:30,,,,,,T,5,,Full,1.234,7\n"
              "c,C,2026-05-01,19:30,,,,,,T,5,,Full,12,7\n"
              "d,,2026-05-01,25:00,,,,,,,,,,,\n", context());
        QCOMPARE(csvFaults(file), QStringLiteral("2: \"2026-02-30\" is not a date; write it as 2026-11-20\n"
                                                "3: \"1.234\" has more decimals than the currency\n"
                                                "5: has no name\n5: \"25:00\" is not a time"));
        QCOMPARE(file.events.size(), size_t(1));
        QCOMPARE(file.events[0].uid, QStringLiteral("c"));
    }

    void refusesFaultyRows_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char *name, const QByteArray &csv, const char *faults) {
            QTest::newRow(name) << csv << QString::fromUtf8(faults);
        };
        const auto ticket = [&](const char *name, const char *cells, const char *fault) {
            row(name, Header + "a,A,2026-05-01,19:30,,,,,," + cells + '\n', QByteArray("2: ") + fault);
        };
        const auto event = [&](const char *name, const char *cells, const char *fault) {
            row(name, Header + cells + '\n', QByteArray("2: ") + fault);
        };
        row("empty", "", "1: the file is empty");
        row("blank lines only", "\r\n\r\n", "1: the file is empty");
        row("no name column", "title,start\nA,2026-05-01T10:00Z\n", "1: the first row names no column \"name\"");
        row("no start column", "name,date\nA,2026-05-01\n", "1: the first row names neither \"start\" nor \"date\" and \"time\"");
        row("column twice", "name,start,Name\nA,2026-05-01T10:00Z,B\n", "1: the column \"name\" stands there twice");
        row("broken UTF-8", "name,start\nA,2026-05-01T10:00Z\nB\xff,2026\n\xc3,x\n", "3: is not UTF-8\n4: is not UTF-8");
        row("NUL", QByteArray("name,start\nA\0,2026\n", 18), "2: holds a NUL character; the file must be saved as UTF-8");
        row("open quote", "name,start\nA,2026-05-01T10:00Z\n\"B,2026\nC,\n", "3: a quotation mark is never closed");
        row("text behind a quote", "name,start\n\"A\"x,2026-05-01T10:00Z\n", "2: there is text behind a closing quotation mark");
        row("too many cells", "name,start\nA,2026-05-01T10:00Z,B\n", "2: has more cells than the first row has columns");
        row("nothing above", "name,start,ticket_type\n,,T\n", "2: no event stands above this row");
        row("scattered rows", "uid,name,start\na,A,2026-05-01T10:00Z\nb,B,2026-05-01T10:00Z\na,A,2026-05-01T10:00Z\n",
            "4: the same event stands in line 2; its rows must follow each other");
        row("says another start", "uid,name,start\na,A,2026-05-01T10:00Z\na,A,2026-05-01T11:00Z\n",
            "3: \"start\" is not what line 2 says of the same event");
        row("says another venue", "uid,name,start,venue\na,A,2026-05-01T10:00Z,X\na,A,2026-05-01T10:00Z,Y\n",
            "3: \"venue\" is not what line 2 says of the same event");
        event("no time", "a,A,2026-05-01,,,,,,,,,,,,", "has no date and time");
        event("year out of range", "a,A,0026-05-01,19:30,,,,,,,,,,,", "the year 26 is out of range");
        event("doors after the start", "a,A,2026-05-01,19:30,19:31,,,,,,,,,,", "the doors open after the start");
        event("end before the start", "a,A,2026-05-01,19:30,,2026-04-30T10:00,,,,,,,,,", "ends before it starts");
        event("unknown status", "a,A,2026-05-01,19:30,,,,,maybe,,,,,,", "\"maybe\" is not a status; write scheduled or cancelled");
        ticket("price without a type", ",,,,5,", "has a price but no ticket_type");
        ticket("no places", "T,,,,5,", "\"T\" has neither a capacity nor categories");
        ticket("both kinds of places", "T,5,Stalls,,5,", "\"T\" has both a capacity and categories");
        ticket("negative capacity", "T,-5,,,5,", "\"-5\" is not a capacity from 0 to 1000000");
        ticket("capacity beyond all", "T,99999999999,,,5,", "\"99999999999\" is not a capacity from 0 to 1000000");
        ticket("fraction of a place", "T,1.5,,,5,", "\"1.5\" is not a capacity from 0 to 1000000");
        ticket("no price", "T,5,,,,", "\"T\" has no price");
        ticket("negative price", "T,5,,,-1,", "\"-1\" is less than nothing");
        ticket("price in words", "T,5,,,free,", "\"free\" is not an amount");
        ticket("too many decimals", "T,5,,,1.001,", "\"1.001\" has more decimals than the currency");
        ticket("tax in words", "T,5,,,1,low", "\"low\" is not a tax rate in percent");
        ticket("tax beyond all", "T,5,,,1,100.01", "\"100.01\" is not a tax rate in percent");
        row("level twice", Header + "a,A,2026-05-01,19:30,,,,,,T,5,,Full,1,\n,,,,,,,,,T,,,Full,2,\n",
            "3: \"T\" already has a price level \"Full\"");
    }

    void refusesFaultyRows()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, faults);
        QCOMPARE(csvFaults(readEventsCsv(csv, context())), faults);
    }

    void writesWhatItReads()
    {
        EventDraft event{QStringLiteral("u;1"), QStringLiteral("A \"quoted\", odd\nname; =1+1"), utcTime("2026-10-25T00:30:00Z"),
                         utcTime("2026-10-24T23:30:00Z"), utcTime("2026-10-25T01:30:00Z"), QStringLiteral("Großes Haus"),
                         QStringLiteral("Line\nbreak"), QStringLiteral("cancelled"), {}};
        event.ticketTypes.push_back({QStringLiteral("VIP"), 0, {}, {{QStringLiteral("Full"), Money(0, Currency()), 1900}}});
        event.ticketTypes.push_back({QStringLiteral("Seated"), {}, {QStringLiteral("a|b"), QStringLiteral("c\\")},
                                     {{QStringLiteral("Full"), Money(5950, Currency()), 770}, {QStringLiteral("Child"), Money(1, Currency()), 5}}});
        event.ticketTypes.front().fee = Money(150, Currency());
        event.orderFee = Money(99, Currency());
        const EventDraft bare{QStringLiteral("u2"), QStringLiteral("Bare"), utcTime("2026-01-01T00:00:00Z"), {}, {}, {}, {}, QStringLiteral("scheduled"), {}};
        const std::vector<EventDraft> events{event, bare};
        const EventFile read = readEventsCsv(writeEventsCsv(events, context()), context());
        QCOMPARE(csvFaults(read), QString());
        QVERIFY(read.events == events);
    }

    void readsFees()
    {
        const QByteArray header = "name;start;ticket_type;capacity;price_level;price;fee;order_fee\n";
        const EventFile file = readEventsCsv(header + "A;2026-05-01T10:00Z;S;10;Full;10,00;1,50;0,99\n;;S;;Reduced;8,00;;\n;;S;;Child;5,00;1,50;\n", context());
        QCOMPARE(csvFaults(file), QString());
        QCOMPARE(*file.events.front().orderFee, Money(99, Currency()));
        QCOMPARE(*file.events.front().ticketTypes.front().fee, Money(150, Currency()));
        QCOMPARE(csvFaults(readEventsCsv(header + "A;2026-05-01T10:00Z;S;10;Full;10;1;\n;;S;;Reduced;8;2;\n", context())),
                 QStringLiteral("3: the fee of \"S\" is not that of the row above"));
        QCOMPARE(csvFaults(readEventsCsv(header + "A;2026-05-01T10:00Z;S;10;Full;10;-1;\n", context())), QStringLiteral("2: \"-1\" is less than nothing"));
        QVERIFY(!csvFaults(readEventsCsv(header + "A;2026-05-01T10:00Z;S;10;Full;10;1.505;\n", context())).isEmpty());
    }

    void readsTwentyThousandEvents()
    {
        std::vector<EventDraft> events;
        for (int i = 0; i < 20000; ++i)
            events.push_back({QStringLiteral("u%1").arg(i), QStringLiteral("Event %1").arg(i), Instant{1790000000000 + i * 3600000LL},
                              {}, {}, {}, {}, QStringLiteral("scheduled"),
                              {{QStringLiteral("T"), 10, {}, {{QStringLiteral("Full"), Money(i, Currency()), 700}}}}});
        const QByteArray csv = writeEventsCsv(events, context());
        QElapsedTimer timer;
        timer.start();
        const EventFile read = readEventsCsv(csv, context());
        qInfo("20,000 events in %lld ms", timer.elapsed());
        QVERIFY(read.events == events);
    }
};

FOYER_TEST(EventCsvTest, "eventcsv")
#include "test_eventcsv.moc"
