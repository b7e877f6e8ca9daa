#include "core/domain/eventfile.h"
#include "tests/support/testmain.h"

using namespace foyer;

namespace {

Instant utc(const char *text)
{
    return {QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch()};
}

EventFileContext icsContext()
{
    return {QTimeZone("Europe/Berlin"), Currency(), std::nullopt, utc("2026-11-20T12:00:00Z")};
}

QByteArray vevent(const QByteArray &lines)
{
    return "BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n";
}

EventFile read(const QByteArray &body)
{
    QByteArray ics = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n" + body + "END:VCALENDAR\n";
    return readEventsIcs(ics.replace('\n', "\r\n"), icsContext());
}

QString faultsOf(const EventFile &file)
{
    QStringList lines;
    for (const RowFault &fault : file.faults)
        lines.append(QStringLiteral("%1: %2").arg(fault.line).arg(fault.reason));
    return lines.join(u'\n');
}

QStringList startsOf(const EventFile &file)
{
    QStringList starts;
    for (const EventDraft &event : file.events)
        starts.append(QDateTime::fromMSecsSinceEpoch(event.startsAt.ms, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    return starts;
}

} // namespace

class EventIcsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEvent()
    {
        const EventFile file = read(vevent("UID:h1@x\nSUMMARY:Hamlet\\, a play\nDTSTART;TZID=Europe/London:20261120T193000\n"
                                           "DURATION:PT2H30M\nLOCATION:Main house\nDESCRIPTION:One\\nTwo and a lo\n ng line\n"
                                           "BEGIN:VALARM\nTRIGGER:-PT1H\nACTION:DISPLAY\nDESCRIPTION:x\nEND:VALARM\nSTATUS:CANCELLED"));
        QCOMPARE(faultsOf(file), QString());
        QCOMPARE(file.events.size(), size_t(1));
        const EventDraft &event = file.events[0];
        QCOMPARE(event.uid, QStringLiteral("h1@x"));
        QCOMPARE(event.name, QStringLiteral("Hamlet, a play"));
        QVERIFY(event.startsAt == utc("2026-11-20T19:30:00Z"));
        QVERIFY(event.endsAt == utc("2026-11-20T22:00:00Z"));
        QCOMPARE(event.venue, QStringLiteral("Main house"));
        QCOMPARE(event.description, QStringLiteral("One\nTwo and a long line"));
        QCOMPARE(event.status, QStringLiteral("cancelled"));
        QVERIFY(event.ticketTypes.empty());
    }

    void understandsEveryKindOfTime_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("at");
        QTest::newRow("UTC") << QByteArray("DTSTART:20260501T173000Z") << "2026-05-01 17:30";
        QTest::newRow("of the venue") << QByteArray("DTSTART:20260501T193000") << "2026-05-01 17:30";
        QTest::newRow("in a zone") << QByteArray("DTSTART;TZID=America/New_York:20260501T193000") << "2026-05-01 23:30";
        QTest::newRow("Windows' name") << QByteArray("DTSTART;TZID=W. Europe Standard Time:20260501T193000") << "2026-05-01 17:30";
        QTest::newRow("prefixed name") << QByteArray("DTSTART;TZID=/x.org/2011/Asia/Tokyo:20260501T193000") << "2026-05-01 10:30";
        QTest::newRow("the file's own zone") << QByteArray("DTSTART;TZID=House:20260501T193000") << "2026-05-01 15:00";
        QTest::newRow("all day") << QByteArray("DTSTART;VALUE=DATE:20260501") << "2026-04-30 22:00";
        QTest::newRow("skipped by clocks") << QByteArray("DTSTART:20260329T023000") << "2026-03-29 01:30";
        QTest::newRow("shown twice") << QByteArray("DTSTART:20261025T023000") << "2026-10-25 00:30";
    }

    void understandsEveryKindOfTime()
    {
        QFETCH(QByteArray, start);
        QFETCH(QString, at);
        const QByteArray zone = "BEGIN:VTIMEZONE\nTZID:House\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0430\n"
                                "TZOFFSETTO:+0430\nEND:STANDARD\nEND:VTIMEZONE\n";
        const EventFile file = read(zone + vevent("UID:a\nSUMMARY:A\n" + start));
        QCOMPARE(faultsOf(file), QString());
        QCOMPARE(startsOf(file), QStringList(at));
    }

    void anAllDayEventEndsAtMidnight()
    {
        const EventFile file = read(vevent("UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20260329"));
        QVERIFY(file.events.at(0).endsAt == utc("2026-03-29T22:00:00Z"));
    }

    void aPublicCalendarImportsWithWhatItLacks()
    {
        const EventFile file = read(vevent("UID:a\nDTSTART:20260501T193000Z\nX-ODD;P=1:2\nGEO:nonsense\nCLASS:PUBLIC")
                                    + vevent("SUMMARY:No uid\nDTSTART:20260501T193000Z")
                                    + "BEGIN:VTODO\nUID:t\nSUMMARY:Not an event\nEND:VTODO\n");
        QCOMPARE(faultsOf(file), QString());
        QCOMPARE(file.events.size(), size_t(2));
        QCOMPARE(file.events[0].name, QStringLiteral("Untitled event"));
        QCOMPARE(file.events[1].uid, derivedEventUid(QStringLiteral("No uid"), utc("2026-05-01T19:30:00Z")));
    }

    void followsRepetitionsByTheWallClock()
    {
        const EventFile file = read(vevent("UID:w\nSUMMARY:W\nDTSTART;TZID=Europe/Berlin:20261018T193000\nDTEND;TZID=Europe/Berlin:20261018T213000\n"
                                           "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20261101T193000"));
        QCOMPARE(faultsOf(file), QString());
        QCOMPARE(startsOf(file), QStringList({QStringLiteral("2026-10-18 17:30"), QStringLiteral("2026-10-25 18:30"), QStringLiteral("2026-11-08 18:30")}));
        QCOMPARE(file.events[1].uid, QStringLiteral("w_20261025T183000Z"));
        QVERIFY(file.events[1].endsAt == utc("2026-10-25T20:30:00Z"));
    }

    void repetitionsEndWhereTheySay()
    {
        const auto count = [](const QByteArray &lines) { return read(vevent("UID:w\nSUMMARY:W\n" + lines)).events.size(); };
        QCOMPARE(count("DTSTART;TZID=Europe/Berlin:20260701T193000\nRRULE:FREQ=DAILY;UNTIL=20260703T173000Z"), size_t(3));
        QCOMPARE(count("DTSTART;TZID=Europe/Berlin:20260701T193000\nRRULE:FREQ=DAILY;UNTIL=20260703T172959Z"), size_t(2));
        QCOMPARE(count("DTSTART;TZID=Europe/Berlin:20260701T193000\nRRULE:FREQ=DAILY;UNTIL=20260703"), size_t(3));
        QCOMPARE(count("DTSTART;VALUE=DATE:20260701\nRRULE:FREQ=DAILY;UNTIL=20260703"), size_t(3));
        QCOMPARE(count("DTSTART:20260701T193000Z\nRDATE:20260703T193000Z,20260705T193000Z"), size_t(3));
        QCOMPARE(count("DTSTART:20260701T193000Z\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260702"), size_t(2));
        QCOMPARE(count("DTSTART:20260701T193000Z\nRRULE:FREQ=MONTHLY;BYDAY=1FR;COUNT=12"), size_t(13));
    }

    void endlessRepetitionsGoTwoYearsAhead()
    {
        const EventFile weekly = read(vevent("UID:w\nSUMMARY:W\nDTSTART:20150105T190000Z\nRRULE:FREQ=WEEKLY"));
        QVERIFY(weekly.events.size() > 700);
        QVERIFY(weekly.events.back().startsAt > utc("2028-11-10T00:00:00Z"));
        QVERIFY(weekly.events.back().startsAt < utc("2028-11-30T00:00:00Z"));
        const EventFile daily = read(vevent("UID:w\nSUMMARY:W\nDTSTART:20150105T190000Z\nRRULE:FREQ=DAILY"));
        QCOMPARE(daily.events.size(), size_t(1000));
        QVERIFY(daily.events.front().startsAt < utc("2026-11-20T00:00:00Z"));
    }

    void anOverrideReplacesItsTimeAndKeepsTheUid()
    {
        const EventFile file = read(vevent("UID:w\nSUMMARY:Moved\nRECURRENCE-ID:20260702T193000Z\nDTSTART:20260702T200000Z\nSTATUS:CANCELLED")
                                    + vevent("UID:w\nSUMMARY:W\nDTSTART:20260701T193000Z\nRRULE:FREQ=DAILY;COUNT=3"));
        QCOMPARE(faultsOf(file), QString());
        QCOMPARE(startsOf(file), QStringList({QStringLiteral("2026-07-01 19:30"), QStringLiteral("2026-07-02 20:00"), QStringLiteral("2026-07-03 19:30")}));
        QCOMPARE(file.events[1].uid, QStringLiteral("w_20260702T193000Z"));
        QCOMPARE(file.events[1].status, QStringLiteral("cancelled"));
    }

    void theHighestSequenceHolds()
    {
        const EventFile file = read(vevent("UID:a\nSEQUENCE:2\nSUMMARY:New\nDTSTART:20260501T193000Z")
                                    + vevent("UID:a\nSEQUENCE:1\nSUMMARY:Old\nDTSTART:20260501T193000Z"));
        QCOMPARE(file.events.size(), size_t(1));
        QCOMPARE(file.events[0].name, QStringLiteral("New"));
    }

    void namesEveryFaultyEvent()
    {
        const EventFile file = read(vevent("UID:a\nSUMMARY:A") + vevent("UID:b\nDTSTART:20260501T193000Z") + vevent("UID:c\nDTSTART:tomorrow"));
        QCOMPARE(faultsOf(file), QStringLiteral("4: the event has no DTSTART\n12: DTSTART can't be read"));
        QCOMPARE(file.events.size(), size_t(1));
    }

    void refusesFaultyFiles_data()
    {
        QTest::addColumn<QByteArray>("ics");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char *name, const QByteArray &ics, const char *faults) {
            QTest::newRow(name) << ics << QString::fromUtf8(faults);
        };
        const QByteArray start = "UID:a\nDTSTART:20260501T193000Z\n";
        row("empty", "", "1: this is not a calendar file");
        row("another file", "name,start\nA,B\n", "1: this is not a calendar file");
        row("cut off", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "2: BEGIN:VEVENT has no END");
        row("crossed", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "3: END:VCALENDAR has no BEGIN");
        row("broken UTF-8", "BEGIN:VCALENDAR\nX:\xff\nEND:VCALENDAR\n", "2: is not UTF-8");
        row("NUL", QByteArray("BEGIN:VCALENDAR\nX:\0\nEND:VCALENDAR\n", 34), "2: holds a NUL character; the file must be saved as UTF-8");
        row("unknown zone", vevent("UID:a\nDTSTART;TZID=Mars/Olympus:20260501T193000"), "1: the time zone \"Mars/Olympus\" is unknown");
        row("no such day", vevent("UID:a\nDTSTART:20260231T193000Z"), "1: DTSTART can't be read");
        row("end before start", vevent(start + "DTEND:20260501T183000Z"), "1: ends before it starts");
        row("broken end", vevent(start + "DTEND:later"), "1: DTEND can't be read");
        row("broken rule", vevent(start + "RRULE:FREQ=SOMETIMES"), "1: RRULE can't be read");
        row("every second", vevent(start + "RRULE:FREQ=SECONDLY"), "1: repeats more often than daily");
        row("many a day", vevent(start + "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,10,20,30,40,50"),
            "1: repeats more than 20000 times");
    }

    void refusesFaultyFiles()
    {
        QFETCH(QByteArray, ics);
        QFETCH(QString, faults);
        const EventFile file = readEventsIcs(ics, icsContext());
        QCOMPARE(faultsOf(file), faults);
        QVERIFY(file.events.empty());
    }

    void aRuleThatNeverComesTrueEnds()
    {
        const EventFile file = read(vevent("UID:a\nSUMMARY:A\nDTSTART:20260501T193000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"));
        QCOMPARE(file.events.size(), size_t(1));
    }

    void writesWhatItReads()
    {
        const EventDraft event{QStringLiteral("u,1"), QStringLiteral("Größe; \"odd\", \\ name"), utc("2026-10-25T00:30:00Z"),
                               utc("2026-10-24T23:30:00Z"), utc("2026-10-25T01:30:00Z"), QStringLiteral("Großes Haus, Saal 2"),
                               QStringLiteral("Line\nbreak %1").arg(QString(200, u'ö')), QStringLiteral("cancelled"), {}};
        const EventDraft bare{QStringLiteral("u2"), QStringLiteral("Bare"), utc("2026-01-01T00:00:00Z"), {}, {}, {}, {}, QStringLiteral("scheduled"), {}};
        const std::vector<EventDraft> events{event, bare};
        const EventFile file = readEventsIcs(writeEventsIcs(events, icsContext()), icsContext());
        QCOMPARE(faultsOf(file), QString());
        QVERIFY(file.events == events);
    }

    void readsTwentyThousandEvents()
    {
        std::vector<EventDraft> events;
        for (int i = 0; i < 20000; ++i)
            events.push_back({QStringLiteral("u%1").arg(i), QStringLiteral("Event %1").arg(i), Instant{1790000000000 + i * 3600000LL},
                              {}, {}, {}, {}, QStringLiteral("scheduled"), {}});
        const QByteArray ics = writeEventsIcs(events, icsContext());
        QElapsedTimer timer;
        timer.start();
        const EventFile file = readEventsIcs(ics, icsContext());
        qInfo("20,000 events in %lld ms", timer.elapsed());
        QVERIFY(file.events == events);
    }
};

FOYER_TEST(EventIcsTest, "eventics")
#include "test_eventics.moc"
