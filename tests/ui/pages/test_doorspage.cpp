#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/doors/verdictboard.h"
#include "ui/pages/doorspage.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Two tickets for the Hamlet that is on, one for tomorrow's, and a steward at the door.
class DoorDesk
{
public:
    explicit DoorDesk(bool twoOnNow = false)
        : counter([&](BoxOffice &office) {
              hamlet = anEvent(office).named(QStringLiteral("Hamlet")).startingAt(Evening + std::chrono::minutes(30)).withSeats(1, 5, 1000).add();
              faust = anEvent(office).named(QStringLiteral("Faust")).startingAt(twoOnNow ? Evening : Evening + std::chrono::hours(24)).withGeneral(QStringLiteral("Pit"), 10, 500).add();
              const auto seats = seatsOf(office, hamlet);
              order = sell(office, {seat(hamlet, 0, seats[0].id), seat(hamlet, 0, seats[1].id)});
              other = sell(office, {places(faust, 0, 1)});
              codes = must(office.orders().codes(order));
          })
        , page(counter.theme, *counter.backend)
        , tones(&page, &DoorsPage::answered)
    {
        page.resize(1180, 600);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page did not open");
        page.activate({{StaffId(), Role::Steward, TerminalId(), ShiftId()}, QStringLiteral("Steve")});
        if (!QTest::qWaitFor([this] { return events()->count() == 3; }))
            qFatal("the events were not listed");
    }

    template <typename W>
    W *find(const char *name) { return page.findChild<W *>(QLatin1String(name)); }
    QComboBox *events() { return find<QComboBox>("doorEvent"); }
    QLineEdit *field() { return find<QLineEdit>("scanField"); }
    QString word() { return find<VerdictBoard>("verdictBoard")->words().word; }
    QString details() { return find<VerdictBoard>("verdictBoard")->words().details; }
    Tone tone() { return find<VerdictBoard>("verdictBoard")->words().tone; }
    QString last(int row = 0) { return find<QListWidget>("lastScans")->item(row)->text(); }
    QString numbers() { return labelText(page, "admitted") + u' ' + labelText(page, "inside") + u' ' + labelText(page, "expected"); }
    void type(const QString &text)
    {
        const int before = tones.size();
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(tones.size(), before + 1);
    }

    Event hamlet;
    Event faust;
    Order order;
    Order other;
    QStringList codes;
    Counter counter;
    DoorsPage page;
    QSignalSpy tones;
};

} // namespace

class DoorsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventBeginsByTheClockOfItsVenue()
    {
        DoorDesk door;
        const QDateTime begins = QDateTime::fromMSecsSinceEpoch(door.hamlet.startsAt.ms, QTimeZone("Europe/Berlin"));
        QVERIFY2(door.events()->itemText(door.events()->findData(QVariant::fromValue(door.hamlet.id))).endsWith(begins.time().toString(QStringLiteral("HH:mm"))),
                 qPrintable(door.events()->itemText(1)));
    }

    void aTypedNumberIsWelcomeAndThenUsedAlready()
    {
        DoorDesk desk;
        QCOMPARE(desk.events()->currentText().section(QStringLiteral(" · "), 0, 0), QStringLiteral("Hamlet")); // the one that is on
        QVERIFY(desk.field()->hasFocus());
        QTRY_COMPARE(desk.numbers(), QStringLiteral("0 0 2"));
        desk.type(desk.order.lines[0].ticket.number.grouped());
        QCOMPARE(desk.word(), QStringLiteral("Welcome"));
        QCOMPARE(desk.tone(), Tone::Good);
        QVERIFY2(desk.details().contains(desk.order.lines[0].seatLabel->spoken()), qPrintable(desk.details()));
        QVERIFY(desk.details().contains(QStringLiteral("only the code proves")));
        QCOMPARE(desk.numbers(), QStringLiteral("1 1 1"));
        QCOMPARE(desk.field()->text(), QString());
        QVERIFY(desk.field()->hasFocus());
        desk.type(desk.order.lines[0].ticket.number.toString());
        QCOMPARE(desk.word(), QStringLiteral("Counted already"));
        QCOMPARE(desk.tone(), Tone::Good);
        desk.counter.database.advance(std::chrono::minutes(2));
        desk.type(desk.order.lines[0].ticket.number.toString());
        QCOMPARE(desk.word(), QStringLiteral("Already used"));
        QCOMPARE(desk.tone(), Tone::Warn);
        const auto clock = [](Instant at) { return QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone("Europe/Berlin")).time().toString(QStringLiteral("HH:mm")); }; // of the venue
        QVERIFY2(desk.details().startsWith(QStringLiteral("At till, ")) && desk.details().section(u'\n', 0, 0).endsWith(clock(Evening)), qPrintable(desk.details()));
        QVERIFY2(desk.last(2).startsWith(clock(Evening)), qPrintable(desk.last(2)));
        QVERIFY2(desk.last(0).startsWith(clock(Evening + std::chrono::minutes(2))), qPrintable(desk.last(0)));
        QCOMPARE(desk.numbers(), QStringLiteral("1 1 1"));
        QVERIFY(desk.last(2).contains(QStringLiteral("Welcome")));
        QVERIFY(desk.last(0).contains(QStringLiteral("Already used")));
        QCOMPARE(firstNameless(desk.page), QString());
    }

    void aScannedCodeIsWelcomeWithoutRemarks()
    {
        DoorDesk desk;
        desk.page.scan(desk.codes[1]);
        QTRY_COMPARE(desk.word(), QStringLiteral("Welcome"));
        QVERIFY2(!desk.details().contains(u'\n'), qPrintable(desk.details()));
    }

    void theNextScanIsTakenBeforeTheLastIsAnswered()
    {
        DoorDesk desk;
        for (const QString &code : desk.codes)
            desk.page.scan(code);
        desk.page.scan(QStringLiteral("nonsense"));
        QTRY_COMPARE(desk.tones.size(), 3);
        QCOMPARE(desk.word(), QStringLiteral("Refused"));
        QCOMPARE(desk.find<QListWidget>("lastScans")->count(), 3);
        QCOMPARE(desk.numbers(), QStringLiteral("2 2 0"));
    }

    void whatDoesNotAdmitIsRedAndSaysWhy()
    {
        DoorDesk desk;
        const auto said = [&](const QString &text) {
            desk.type(text);
            return desk.tone() == Tone::Bad ? desk.details() : QStringLiteral("not refused");
        };
        QVERIFY(said(QStringLiteral("nonsense")).startsWith(QStringLiteral("This is no ticket")));
        QVERIFY(said(desk.other.lines[0].ticket.number.toString()).startsWith(QStringLiteral("Another event: Faust")));
        desk.counter.ask([&](Desk &d) { return d.office.ticketChanges().revoke(d.office.system(), std::array{desk.order.lines[0].ticket.id}); });
        QVERIFY(said(desk.codes[0]).startsWith(QStringLiteral("Revoked")));
        desk.counter.ask([&](Desk &d) { return d.office.refunds().refund(d.office.system(), {desk.order.id, {desk.order.lines[1].ticket.id}, false, {}}); });
        QVERIFY(said(desk.codes[1]).startsWith(QStringLiteral("Void")));
        QCOMPARE(desk.tones.last().first().value<Tone>(), Tone::Bad);
    }

    void peopleGoOutAndComeInAgain()
    {
        DoorDesk desk;
        desk.type(desk.codes[0]);
        QTest::keyClick(desk.field(), Qt::Key_F8);
        QVERIFY(button(desk.page, "scanOut")->isChecked());
        QVERIFY(desk.field()->hasFocus());
        desk.type(desk.codes[0]);
        QCOMPARE(desk.word(), QStringLiteral("Goodbye"));
        QCOMPARE(desk.numbers(), QStringLiteral("1 0 1"));
        QTest::mouseClick(button(desk.page, "scanIn"), Qt::LeftButton);
        QVERIFY(desk.field()->hasFocus()); // whatever was pressed last
        desk.type(desk.codes[0]);
        QCOMPARE(desk.word(), QStringLiteral("Welcome"));
        QCOMPARE(desk.numbers(), QStringLiteral("1 1 1"));
    }

    void whichEventIsOnHasToBeSaidWhenThereAreTwo()
    {
        DoorDesk desk(true);
        QCOMPARE(desk.events()->currentIndex(), 0);
        desk.type(desk.codes[0]);
        QCOMPARE(desk.word(), QStringLiteral("Choose the event"));
        QCOMPARE(desk.tone(), Tone::Warn);
        const int hamlet = desk.events()->findText(QStringLiteral("Hamlet"), Qt::MatchStartsWith);
        desk.events()->setFocus();
        QTest::keyClick(desk.events(), Qt::Key_Home);
        while (desk.events()->currentIndex() != hamlet)
            QTest::keyClick(desk.events(), Qt::Key_Down);
        QTRY_VERIFY(desk.field()->hasFocus());
        desk.type(desk.codes[0]);
        QCOMPARE(desk.word(), QStringLiteral("Welcome"));
        desk.page.activate({{StaffId(), Role::Steward, TerminalId(), ShiftId()}, QStringLiteral("Steve")});
        QTRY_COMPARE(desk.events()->currentIndex(), hamlet); // what was chosen stays
    }

    void keysThatMissTheFieldGoThereAllTheSame()
    {
        DoorDesk desk;
        button(desk.page, "scanOut")->setFocus();
        QTest::keyClick(button(desk.page, "scanOut"), Qt::Key_A);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_B);
        QCOMPARE(desk.field()->text(), QStringLiteral("ab"));
        QTest::keyClick(desk.field(), Qt::Key_Escape);
        QCOMPARE(desk.field()->text(), QString());
    }

    void whatTheDatabaseCannotSayIsNotChecked()
    {
        DoorDesk desk;
        desk.page.activate({{StaffId(), Role::Cashier, TerminalId(), ShiftId()}, QStringLiteral("Anna")});
        desk.page.scan(desk.codes[0]);
        QTRY_COMPARE(desk.word(), QStringLiteral("Not checked"));
        QCOMPARE(desk.tone(), Tone::Bad);
        QVERIFY(desk.details().contains(QStringLiteral("admit people at the doors")));
    }

    void everyVerdictIsReadableInEveryScheme()
    {
        for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark, ColorScheme::HighContrast})
            for (const Tone tone : {Tone::Muted, Tone::Good, Tone::Warn, Tone::Bad}) {
                const TokenPair pair = VerdictBoard::colours(Tokens::of(scheme), tone);
                QVERIFY2(contrastRatio(pair.foreground, pair.background) >= 4.5, qPrintable(QStringLiteral("%1 %2").arg(int(scheme)).arg(int(tone))));
            }
    }

    void stewardsBeginAtTheDoorsAndCashiersSeeNone()
    {
        Till till([](BoxOffice &office) { must(office.staff().add(office.system(), QStringLiteral("Steve"), Role::Steward, QStringLiteral("555555"))); });
        const auto doors = [&] { return till.railButton(QStringLiteral("Doors")); };
        till.signIn();
        QVERIFY(!doors()->isVisible());
        till.window.begin();
        QTRY_VERIFY(till.find<PinPad>()->isEnabled());
        till.key(Qt::Key_S);
        till.type(QStringLiteral("555555"));
        QTRY_VERIFY(till.find<DoorsPage>()->isVisible());
        QVERIFY(doors()->isVisible());
        QTRY_VERIFY(till.find<QLineEdit>("scanField")->hasFocus());
        QTRY_COMPARE(till.find<QComboBox>("doorEvent")->count(), 3);
        QCOMPARE(till.window.focusWidget(), till.find<QLineEdit>("scanField")); // also when the window gets the keys later
        QTest::keyClick(till.find<QLineEdit>("scanField"), Qt::Key_Escape);
        QVERIFY(till.sell().isVisible()); // stewards sell, too
    }

    void aScannerAtTheDoorsAdmits()
    {
        Order order;
        Till till([&](BoxOffice &office) {
            EventFilter filter;
            filter.text = QStringLiteral("Club");
            const Event club = must(office.catalogue().events(filter)).front();
            order = sell(office, {places(club, 0, 1)});
        });
        till.key(Qt::Key_C);
        till.type(QStringLiteral("333333"));
        QTRY_VERIFY(till.sell().isVisible());
        QTest::mouseClick(till.railButton(QStringLiteral("Doors")), Qt::LeftButton);
        auto *events = till.find<QComboBox>("doorEvent");
        QTRY_COMPARE(events->count(), 3);
        events->setCurrentIndex(events->findText(QStringLiteral("Club"), Qt::MatchStartsWith));
        till.window.scan(order.lines[0].ticket.number.toString().toLatin1());
        QTRY_COMPARE(till.find<VerdictBoard>("verdictBoard")->words().word, QStringLiteral("Welcome"));
        QVERIFY(till.find<VerdictBoard>("verdictBoard")->words().details.contains(QStringLiteral("doors are not open yet")));
    }
};

FOYER_TEST(DoorsPageTest, "doorspage")
#include "test_doorspage.moc"
