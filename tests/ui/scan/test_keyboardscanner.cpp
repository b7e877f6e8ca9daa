#include "tests/support/testmain.h"
#include "tests/ui/scan/scantyping.h"
#include "ui/scan/keyboardscanner.h"

#include <QtGui/QShortcut>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

const QByteArray Code("ABQZY-0123456789");

/// A field, a button that Enter and Space press, and a scanner.
struct TypingScreen {
    explicit TypingScreen(const ScanSetup &setup = {}, Layout layout = Layout::English) : typing(window, layout), scanner(setup, typing.clock()), scanned(&scanner, &KeyboardScanner::scanned)
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(field = new QLineEdit(&window));
        column->addWidget(button = new QPushButton(QStringLiteral("Pay"), &window));
        button->setAutoDefault(true);
        QObject::connect(button, &QPushButton::clicked, &window, [this] { ++presses; });
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window did not open");
        field->setFocus();
    }

    QByteArray code(int index) const { return scanned.at(index).at(0).toByteArray(); }

    QWidget window;
    QLineEdit *field = nullptr;
    QPushButton *button = nullptr;
    int presses = 0;
    ScanTyping typing;
    KeyboardScanner scanner;
    QSignalSpy scanned;
};

} // namespace

class KeyboardScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScanIsToldAndNobodyElseSeesIt_data()
    {
        QTest::addColumn<int>("layout");
        QTest::newRow("English") << int(Layout::English);
        QTest::newRow("German") << int(Layout::German);
    }
    void aScanIsToldAndNobodyElseSeesIt()
    {
        QFETCH(int, layout);
        TypingScreen screen({}, Layout(layout));
        screen.button->setFocus();
        for (int i = 0; i < 3; ++i)
            screen.typing.scan(Code);
        screen.field->setFocus();
        screen.typing.scan("abcdefgh");
        QCOMPARE(screen.scanned.count(), 4);
        QCOMPARE(screen.code(0), Code);
        QCOMPARE(screen.code(2), Code);
        QCOMPARE(screen.code(3), QByteArray("abcdefgh"));
        screen.typing.pass(1s);
        QCOMPARE(screen.presses, 0);
        QCOMPARE(screen.field->text(), QString());
        QVERIFY(screen.field->hasFocus());
        screen.button->setFocus();
        screen.typing.type(enterKey(), 100ms); // the keyboard is a person's again
        QCOMPARE(screen.presses, 1);
    }

    void aPersonsKeysArriveOnceAndInOrder()
    {
        TypingScreen screen({}, Layout::German);
        QString expected;
        for (const char c : QByteArray("zwei-Yards")) {
            screen.typing.type(c, 90ms);
            expected += keyFor(c, Layout::German).text;
            QTRY_COMPARE(screen.field->text(), expected); // without waiting for the next key
        }
        screen.button->setFocus();
        screen.typing.type({65, Qt::Key_Space, QStringLiteral(" "), {}}, 90ms);
        QTRY_COMPARE(screen.presses, 1);
        QCOMPARE(screen.scanned.count(), 0);
    }

    void rollingFingersKeepTheirOrder()
    {
        TypingScreen screen;
        const PhysicalKey a = keyFor('a', Layout::English);
        const PhysicalKey b = keyFor('b', Layout::English);
        screen.typing.press(a);
        screen.typing.pass(8ms);
        screen.typing.press(b);
        screen.typing.pass(4ms);
        screen.typing.release(a);
        screen.typing.release(b);
        QCOMPARE(screen.field->text(), QString()); // not known yet
        screen.typing.pass(60ms);
        screen.typing.press(keyFor('c', Layout::English));
        QCOMPARE(screen.field->text(), QStringLiteral("ab"));
        screen.typing.pass(60ms);
        QTRY_COMPARE(screen.field->text(), QStringLiteral("abc"));
    }

    void aShortBurstIsNoScanAndItsEnterComesAfterIt()
    {
        TypingScreen screen;
        QSignalSpy entered(screen.field, &QLineEdit::returnPressed);
        QString atEnter;
        connect(screen.field, &QLineEdit::returnPressed, this, [&] { atEnter = screen.field->text(); });
        screen.typing.scan("12345");
        QCOMPARE(atEnter, QStringLiteral("12345"));
        QCOMPARE(entered.count(), 1);
        QCOMPARE(screen.scanned.count(), 0);
    }

    void aBurstWithoutItsEnterIsGivenBack()
    {
        TypingScreen screen;
        for (const char c : QByteArray("123456789"))
            screen.typing.type(c, 1ms);
        screen.typing.pass(60ms);
        QTRY_COMPARE(screen.field->text(), QStringLiteral("123456789"));
        screen.typing.type(enterKey(), 1ms);
        QCOMPARE(screen.scanned.count(), 0);
    }

    void aBusyWindowMistakesNobody()
    {
        TypingScreen screen;
        // A person typed 12 keys and Enter while the window was busy; they come all at once, but say when they were pressed.
        for (const char c : QByteArray("abcdefghijkl"))
            screen.typing.type(c, 110ms);
        screen.typing.type(enterKey(), 110ms);
        QCOMPARE(screen.scanned.count(), 0);
        QCOMPARE(screen.field->text(), QStringLiteral("abcdefghijkl"));
        // The window is busy in the middle of a scan: its clock leaps, the keys are as fast as ever.
        ScanTyping typing(screen.window);
        typing.pass(5s);
        for (const char c : QByteArray("ABCDEF"))
            typing.type(c, 1ms);
        screen.typing.pass(10s);
        for (const char c : QByteArray("GHJK"))
            typing.type(c, 1ms);
        typing.type(enterKey(), 1ms);
        QCOMPARE(screen.scanned.count(), 1);
        QCOMPARE(screen.code(0), QByteArray("ABCDEFGHJK"));
    }

    void keysComeBeforeWhatFollowsThem()
    {
        TypingScreen screen;
        QString atShortcut;
        connect(new QShortcut(Qt::Key_F9, &screen.window), &QShortcut::activated, this, [&] { atShortcut = screen.field->text(); });
        screen.typing.type('1', 2ms);
        screen.typing.type('2', 2ms);
        screen.typing.type(functionKey(9), 2ms);
        QCOMPARE(atShortcut, QStringLiteral("12"));
    }

    void aLetterThatIsAShortcutActsForAPersonOnly()
    {
        TypingScreen screen;
        screen.button->setFocus();
        QShortcut shortcut(Qt::Key_T, &screen.window);
        QSignalSpy acted(&shortcut, &QShortcut::activated);
        screen.typing.scan("TTTTTTTTTT");
        QCOMPARE(screen.scanned.count(), 1);
        screen.typing.pass(1s);
        QCOMPARE(acted.count(), 0);
        screen.typing.type('t', 90ms);
        QTRY_COMPARE(acted.count(), 1);
    }

    void prefixAndEndAreTheScannersOwn()
    {
        ScanSetup setup;
        setup.prefix = "]";
        setup.end = ScanSetup::End::Tab;
        TypingScreen screen(setup);
        screen.typing.scan("]ABCDEF", tabKey());
        QCOMPARE(screen.scanned.count(), 1);
        QCOMPARE(screen.code(0), QByteArray("ABCDEF"));
        QVERIFY(screen.field->hasFocus());
        screen.typing.scan("ABCDEFGH", tabKey()); // without the prefix: typed
        QCOMPARE(screen.scanned.count(), 1);
        QCOMPARE(screen.field->text(), QStringLiteral("ABCDEFGH"));
        QVERIFY(!screen.field->hasFocus());
    }

    void aScannerWithoutAnEndIsKnownByItsSilence()
    {
        ScanSetup setup;
        setup.end = ScanSetup::End::Nothing;
        TypingScreen screen(setup);
        for (const char c : QByteArray("ABCDEFGH"))
            screen.typing.type(c, 1ms);
        screen.typing.pass(60ms);
        QTRY_COMPARE(screen.scanned.count(), 1);
        QCOMPARE(screen.field->text(), QString());
    }

    void aKeyThatIsHeldDownIsAPersons()
    {
        TypingScreen screen;
        screen.typing.press(keyFor('1', Layout::English));
        for (int i = 0; i < 12; ++i) {
            screen.typing.pass(10ms);
            QKeyEvent again(QEvent::KeyPress, Qt::Key_1, {}, 10, 0, 0, QStringLiteral("1"), true);
            again.setTimestamp(quint64(screen.typing.now().count()));
            QCoreApplication::sendEvent(screen.window.windowHandle(), &again);
        }
        QCOMPARE(screen.field->text(), QString(13, u'1'));
        screen.typing.type(enterKey(), 1ms);
        QCOMPARE(screen.scanned.count(), 0);
    }

    void withoutPlacesTheTextIsTaken()
    {
        TypingScreen screen;
        for (const QChar c : QStringLiteral("ABC-12345")) {
            QKeyEvent event(QEvent::KeyPress, c.unicode(), {}, QString(c));
            event.setTimestamp(quint64(screen.typing.now().count()));
            QCoreApplication::sendEvent(screen.window.windowHandle(), &event);
            screen.typing.pass(1ms);
        }
        QKeyEvent end(QEvent::KeyPress, Qt::Key_Return, {}, QStringLiteral("\r"));
        end.setTimestamp(quint64(screen.typing.now().count()));
        QCoreApplication::sendEvent(screen.window.windowHandle(), &end);
        QCOMPARE(screen.scanned.count(), 1);
        QCOMPARE(screen.code(0), QByteArray("ABC-12345"));
    }
};

FOYER_TEST(KeyboardScannerTest, "keyboardscanner")
#include "test_keyboardscanner.moc"
