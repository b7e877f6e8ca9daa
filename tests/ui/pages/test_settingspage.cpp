// The settings of this machine, the state of its window, its sounds and its keys.
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/frame/helpoverlay.h"
#include "ui/frame/keyhelp.h"
#include "ui/frame/rail.h"
#include "ui/frame/sessionlock.h"
#include "ui/pages/settingspage.h"
#include "ui/settings/choices.h"
#include "ui/settings/startsettings.h"
#include "ui/sound/sounds.h"

#include <QtGui/QShortcut>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSplitter>

using namespace foyer;
using namespace foyer::test;

namespace {

void openSettings(Till &till)
{
    till.signIn();
    QTest::mouseClick(till.railButton(QStringLiteral("Settings")), Qt::LeftButton);
    QVERIFY(till.find<SettingsPage>()->isVisible());
}

QListWidget &sections(Till &till)
{
    return *till.find<QListWidget>("sections");
}

/// Goes to a section by keys alone.
void goTo(Till &till, int row)
{
    sections(till).setFocus();
    till.key(Qt::Key_Home);
    for (int i = 0; i < row; ++i)
        till.key(Qt::Key_Down);
}

QPushButton *choice(Till &till, const char *group, const QString &text)
{
    for (QPushButton *button : till.find<Choices>(group)->findChildren<QPushButton *>())
        if (button->text() == text)
            return button;
    qFatal("there is no such choice");
}

QString helpText(Till &till)
{
    return allText(*till.find<HelpOverlay>());
}

} // namespace

class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void coloursChangeAtOnce()
    {
        Till till;
        openSettings(till);
        QTest::mouseClick(choice(till, "appearance", QStringLiteral("Dark")), Qt::LeftButton);
        QCOMPARE(till.counter.theme.scheme(), ColorScheme::Dark);
        QTest::mouseClick(choice(till, "appearance", QStringLiteral("High contrast")), Qt::LeftButton);
        QCOMPARE(till.counter.theme.scheme(), ColorScheme::HighContrast);
    }

    void aLanguageIsAskedFor()
    {
        Till till;
        QSignalSpy chosen(&till.window, &MainWindow::languageChosen);
        openSettings(till);
        goTo(till, 1);
        QTest::mouseClick(choice(till, "languages", QStringLiteral("Deutsch")), Qt::LeftButton);
        QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("de"));
    }

    void soundsCanBeHeardAndSwitchedOff()
    {
        Till till;
        QSignalSpy played(&till.window.sounds(), &Sounds::played);
        openSettings(till);
        goTo(till, 2);
        auto *on = till.find<QCheckBox>("soundsOn");
        QVERIFY(on->isVisible() && on->isChecked());
        QTest::mouseClick(till.railButton(QStringLiteral("Two minutes left")), Qt::LeftButton);
        QCOMPARE(played.size(), 1);
        QCOMPARE(played[0][0].value<Sound>(), Sound::Warning);
        on->setFocus();
        till.key(Qt::Key_Space);
        QVERIFY(!on->isChecked() && !till.railButton(QStringLiteral("Two minutes left"))->isEnabled());
        till.window.sounds().play(Sound::SaleDone);
        QCOMPARE(played.size(), 1);
        QVERIFY(!Sounds(till.settings).isOn()); // remembered
    }

    void aMachineWithoutSoundSaysSoAndGoesOn()
    {
        Till till;
        QSignalSpy found(&till.window.sounds(), &Sounds::deviceFound);
        openSettings(till);
        goTo(till, 2);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(till.find<QLabel>("silent")->isVisible(), !found[0][0].toBool());
    }

    void aSaleAndARefusalAreHeard()
    {
        Till till;
        QSignalSpy played(&till.window.sounds(), &Sounds::played);
        till.signIn();
        till.openHamlet();
        const ReserveLine wish = seat(till.hamlet, 0, till.seats[7].id);
        till.counter.ask([wish](Desk &desk) { return desk.office.inventory().reserve(desk.office.system(), ReserveRequest{{}, Channel::Counter, {wish}}); });
        till.clickSeat(7);
        QTRY_COMPARE(played.size(), 1);
        QCOMPARE(played[0][0].value<Sound>(), Sound::Refused);
        till.clickSeat(30);
        QTRY_COMPARE(till.places(), 1);
        till.pass(std::chrono::minutes(14));
        QTRY_COMPARE(played.size(), 2);
        QCOMPARE(played[1][0].value<Sound>(), Sound::Warning);
        till.key(Qt::Key_F6);
        QTRY_VERIFY(!till.cart().isBusy());
        till.key(Qt::Key_F9);
        QTRY_VERIFY(button(*till.find<PayPage>(), "cash")->isEnabled());
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<DonePage>()->isVisible());
        QCOMPARE(played.last()[0].value<Sound>(), Sound::SaleDone);
    }

    void theLockTimeIsKept()
    {
        Till till;
        openSettings(till);
        goTo(till, 3);
        QTest::mouseClick(choice(till, "lockMinutes", QStringLiteral("5 minute(s)")), Qt::LeftButton);
        QCOMPARE(SessionLock::minutes(till.settings), 5);
        QTest::mouseClick(button(till.window, "lockNow"), Qt::LeftButton);
        QVERIFY(till.find<SignInPage>()->isVisible());
    }

    void aSectionOfSomebodyElseIsAddedInOneLine()
    {
        Till till;
        const int before = till.window.settings().sections();
        till.window.settings().addSection(new StartSettings(till.settings, QStringLiteral("sqlite:/house.db"), true), [] { return QStringLiteral("Start-up"); });
        QCOMPARE(till.window.settings().sections(), before + 1);
        openSettings(till);
        goTo(till, before);
        QVERIFY(till.find<QCheckBox>("fullScreen")->isVisible());
        QVERIFY(allText(till.window).contains(QStringLiteral("sqlite:/house.db")));
        QTest::mouseClick(till.find<QCheckBox>("fullScreen"), Qt::LeftButton, {}, QPoint(10, 24));
        QVERIFY(StartSettings::isFullScreen(till.settings));
        QTest::mouseClick(till.find<QCheckBox>("askAgain"), Qt::LeftButton, {}, QPoint(10, 24));
        QVERIFY(StartSettings::asksAgain(till.settings));
        StartSettings::setDatabase(till.settings, QStringLiteral("sqlite:/other.db"));
        QVERIFY(!StartSettings::asksAgain(till.settings));
    }

    void everySectionHasNamesAndRoom()
    {
        Till till;
        openSettings(till);
        for (int row = 0; row < till.window.settings().sections(); ++row) {
            goTo(till, row);
            QCOMPARE(firstNameless(till.window), QString());
            QCOMPARE(cutTexts(till.window), QStringList());
        }
    }

    void theWindowComesBackAsItWasLeft()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        Counter counter([](BoxOffice &) {});
        QList<int> sizes;
        {
            MainWindow window(counter.theme, *counter.backend, settings, {false, folder.path(), steadyNow});
            window.resize(1024, 700); // a screen of the tests is small
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            window.start(counter.session);
            auto *columns = window.findChild<QSplitter *>(QStringLiteral("sellColumns"));
            QTRY_VERIFY(columns->isVisible());
            columns->setSizes({260, 310, 330});
            sizes = columns->sizes();
            window.close();
        }
        MainWindow window(counter.theme, *counter.backend, settings, {false, folder.path(), steadyNow});
        QCOMPARE(window.size(), QSize(1024, 700));
        window.show();
        window.start(counter.session);
        auto *columns = window.findChild<QSplitter *>(QStringLiteral("sellColumns"));
        QTRY_COMPARE(columns->sizes(), sizes);
    }

    void f1ShowsTheKeysOfThePageThatIsOpen()
    {
        Till till;
        till.signIn();
        till.key(Qt::Key_F1);
        QVERIFY(till.find<HelpOverlay>()->isVisible());
        for (const char *key : {"F2", "F4", "F6", "F7", "F9", "Ctrl+L", "park the cart"})
            QVERIFY2(helpText(till).contains(QLatin1String(key)), key);
        QVERIFY(!helpText(till).contains(QStringLiteral("ask the card")));
        till.key(Qt::Key_Escape);
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        till.key(Qt::Key_F9);
        QTRY_VERIFY(till.find<PayPage>()->isVisible());
        till.key(Qt::Key_F1);
        QVERIFY(helpText(till).contains(QStringLiteral("ask the card")));
        QVERIFY(!helpText(till).contains(QStringLiteral("park the cart")));
    }

    void everyShortcutSaysWhatItDoes()
    {
        Till till;
        QCOMPARE(undescribedKeys(&till.window), QStringList());
        new QShortcut(Qt::Key_F12, &till.window); // as somebody would add one
        QCOMPARE(undescribedKeys(&till.window), QStringList{QStringLiteral("F12")});
    }
};

FOYER_TEST(SettingsPageTest, "settingspage")
#include "test_settingspage.moc"
