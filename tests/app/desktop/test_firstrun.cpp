// The first start of a machine, from the choice of a language to the window with somebody signed in.
#include "app/desktop/firstsetup.h"
#include "app/desktop/program.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/firstrun/field.h"
#include "ui/firstrun/firstrun.h"
#include "ui/settings/startsettings.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QSpinBox>

using namespace foyer;
using namespace foyer::test;

namespace {

template <typename W>
W *shownWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *window = qobject_cast<W *>(widget); window && window->isVisible())
            return window;
    return nullptr;
}

void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

QLineEdit *edit(const QWidget *window, const char *name) { return window->findChild<QLineEdit *>(QLatin1String(name)); }

/// The sentence at a field.
QString faultAt(const QWidget *window, const char *name)
{
    const auto *field = qobject_cast<Field *>(window->findChild<QWidget *>(QLatin1String(name))->parentWidget());
    return field->fault();
}

/// The steps alone, with a server that answers what the test says.
struct Steps {
    explicit Steps(Result<BoxOffice::Found> answer = BoxOffice::Found::Nothing)
        : window(theme, {folder.filePath(QStringLiteral("house.db")), Evening,
                         [this, answer](const DatabaseUrl &url, std::function<void(const Result<BoxOffice::Found> &)> then) {
                             asked.push_back(url);
                             then(answer);
                         }})
        , finished(&window, &FirstRun::finished)
    {
        theme.setAppearance(Appearance::Light);
        window.resize(1024, 720);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window did not open");
    }

    void press(const char *name) { QTest::mouseClick(button(window, name), Qt::LeftButton); }
    void toAdministrator()
    {
        press("en");
        press("file");
        QVERIFY(edit(&window, "administrator")->isVisible());
    }
    void toHouse()
    {
        toAdministrator();
        type(QStringLiteral("Mia"));
        edit(&window, "pin")->setText(QStringLiteral("246802"));
        edit(&window, "pinAgain")->setText(QStringLiteral("246802"));
        press("next");
        QVERIFY(edit(&window, "venue")->isVisible());
    }
    void toServer()
    {
        press("en");
        press("server");
        QVERIFY(edit(&window, "user")->hasFocus());
        type(QStringLiteral("till1"));
    }
    FirstAnswers answers() { return finished.value(0).value(0).value<FirstAnswers>(); }

    QTemporaryDir folder;
    Theme theme;
    std::vector<DatabaseUrl> asked;
    FirstRun window;
    QSignalSpy finished;
};

/// The whole program on a machine where nothing is yet.
struct Machine {
    Machine()
    {
        qputenv("HOME", folder.path().toUtf8());
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8());
        qunsetenv("FOYER_DB");
        qunsetenv("FOYER_KEYS");
        crypto::initialise();
    }
    void start(const QStringList &arguments = {})
    {
        program = std::make_unique<Program>(std::get<Options>(readOptions(QStringList{QStringLiteral("foyer")} + arguments)), settings);
        program->start();
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<Program> program;
};

} // namespace

class FirstRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void fromNothingToASignedInWindowByKeyboard()
    {
        Machine machine;
        machine.start();
        auto *first = shownWindow<FirstRun>();
        QVERIFY(first);
        first->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(first));
        key(Qt::Key_Return); // English
        key(Qt::Key_Tab);    // the demo has the focus
        key(Qt::Key_Return);
        QVERIFY(edit(first, "administrator")->hasFocus());
        type(QStringLiteral("Mia"));
        key(Qt::Key_Tab);
        type(QStringLiteral("246802"));
        key(Qt::Key_Tab);
        type(QStringLiteral("246802"));
        key(Qt::Key_Return);
        QVERIFY(edit(first, "venue")->hasFocus());
        type(QStringLiteral("Cellar Club"));
        edit(first, "event")->setFocus();
        type(QStringLiteral("Open Stage"));
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), 20'000);
        auto *window = shownWindow<MainWindow>();
        QTRY_VERIFY(window->findChild<SellPage *>());
        auto *sell = window->findChild<SellPage *>();
        QTRY_VERIFY(sell->isVisible()); // signed in
        auto *events = sell->findChild<EventList *>()->findChild<QListView *>();
        QTRY_COMPARE(events->model()->rowCount(), 1);
        QVERIFY(!first->isVisible());
        QVERIFY(allText(*window).contains(QStringLiteral("Open Stage")) || events->model()->index(0, 0).data().toString().contains(QStringLiteral("Open Stage")));
        QCOMPARE(StartSettings::database(machine.settings), QStringLiteral("sqlite:") + machine.folder.filePath(QStringLiteral("data/foyer/foyer.db")));
    }

    void aSecondStartAsksNothing()
    {
        Machine machine;
        const QString path = machine.folder.filePath(QStringLiteral("house.db"));
        const SystemClock clock;
        must(BoxOffice::migrate(*DatabaseUrl::parse(QStringLiteral("sqlite:") + path), clock));
        StartSettings::setDatabase(machine.settings, QStringLiteral("sqlite:") + path);
        machine.start();
        QVERIFY(!shownWindow<FirstRun>());
        machine.program.reset();
        machine.settings.setValue(QStringLiteral("start/ask"), true);
        machine.start();
        QVERIFY(shownWindow<FirstRun>());
    }

    void aNamedDatabaseAsksNothing()
    {
        Machine machine;
        machine.start({QStringLiteral("--db"), QStringLiteral("sqlite:") + machine.folder.filePath(QStringLiteral("named.db"))});
        QVERIFY(!shownWindow<FirstRun>());
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), 20'000);
    }

    void goingBackLosesNothing()
    {
        Steps steps;
        steps.toHouse();
        type(QStringLiteral("Cellar Club"));
        edit(&steps.window, "event")->setText(QStringLiteral("Open Stage"));
        key(Qt::Key_Escape);
        QCOMPARE(edit(&steps.window, "administrator")->text(), QStringLiteral("Mia"));
        QVERIFY(edit(&steps.window, "administrator")->isVisible());
        key(Qt::Key_Escape);
        QVERIFY(button(steps.window, "server")->isVisible());
        key(Qt::Key_Escape);
        QVERIFY(button(steps.window, "de")->isVisible());
        key(Qt::Key_Escape); // there is nothing before it
        QVERIFY(button(steps.window, "de")->isVisible());
        steps.press("en");
        steps.press("file");
        steps.press("next");
        QCOMPARE(edit(&steps.window, "venue")->text(), QStringLiteral("Cellar Club"));
        QCOMPARE(edit(&steps.window, "event")->text(), QStringLiteral("Open Stage"));
        QCOMPARE(steps.finished.size(), 0);
        steps.press("next");
        QCOMPARE(steps.finished.size(), 1);
        QCOMPARE(steps.answers().pin, QStringLiteral("246802"));
    }

    void aBrokenInputGetsOneSentenceAtItsField()
    {
        Steps steps;
        steps.toAdministrator();
        steps.press("next");
        QVERIFY(faultAt(&steps.window, "administrator").contains(QStringLiteral("name")));
        QVERIFY(edit(&steps.window, "administrator")->hasFocus());
        type(QStringLiteral("Mia"));
        edit(&steps.window, "pin")->setFocus();
        type(QStringLiteral("12a34"));
        steps.press("next");
        QVERIFY(faultAt(&steps.window, "administrator").isEmpty());
        QVERIFY(faultAt(&steps.window, "pin").contains(QStringLiteral("6 digits")));
        edit(&steps.window, "pin")->setText(QStringLiteral("246802"));
        edit(&steps.window, "pinAgain")->setText(QStringLiteral("246803"));
        steps.press("next");
        QVERIFY(faultAt(&steps.window, "pinAgain").contains(QStringLiteral("differ")));
        QVERIFY(!edit(&steps.window, "venue")->isVisible());
    }

    void everyQuestionAboutTheHouseIsChecked()
    {
        Steps steps;
        steps.toHouse();
        const auto fault = [&](const char *name) {
            steps.press("next");
            return faultAt(&steps.window, name);
        };
        QVERIFY(!fault("venue").isEmpty());
        type(QStringLiteral("Cellar Club"));
        auto *zone = steps.window.findChild<QComboBox *>(QStringLiteral("timeZone"));
        const QString right = zone->currentText();
        zone->setEditText(QStringLiteral("Atlantis"));
        QVERIFY2(fault("timeZone").contains(QStringLiteral("Europe/Berlin")),
                 qPrintable(edit(&steps.window, "venue")->text() + u'|' + zone->currentText() + u'|' + allText(steps.window)));
        zone->setEditText(right.isEmpty() ? QStringLiteral("UTC") : right);
        QVERIFY(!fault("event").isEmpty());
        type(QStringLiteral("Open Stage"));
        auto *day = steps.window.findChild<QDateEdit *>(QStringLiteral("day"));
        const QDate tomorrow = day->date();
        day->setDate(tomorrow.addDays(-3));
        QVERIFY(fault("day").contains(QStringLiteral("past")));
        day->setDate(tomorrow);
        edit(&steps.window, "ticketType")->clear();
        QVERIFY(!fault("ticketType").isEmpty());
        edit(&steps.window, "ticketType")->setText(QStringLiteral("Standing"));
        for (const char *wrong : {"", "ten", "-1", "1.005"}) {
            edit(&steps.window, "price")->setText(QLatin1String(wrong));
            QVERIFY2(fault("price").contains(QStringLiteral("15.00")), wrong);
        }
        edit(&steps.window, "price")->setText(QStringLiteral("1,250.50"));
        auto *tax = steps.window.findChild<QDoubleSpinBox *>(QStringLiteral("tax"));
        QCOMPARE(tax->value(), 0.0); // is shown, and asked for
        tax->setValue(5.5);
        steps.press("next");
        QCOMPARE(steps.finished.size(), 1);
        QCOMPARE(steps.answers().taxBasisPoints, 550);
        QCOMPARE(steps.answers().price, Money(125050, steps.answers().currency));
        steps.press("next"); // the first press is at work
        QCOMPARE(steps.finished.size(), 1);
        steps.window.showTrouble({ErrorCode::DiskFull, {}, {}});
        QVERIFY(!allText(steps.window).isEmpty());
        steps.press("next");
        QCOMPARE(steps.finished.size(), 2);
    }

    void aFileThatCannotBeMadeIsSaid()
    {
        Steps steps;
        steps.press("en");
        edit(&steps.window, "path")->setText(QStringLiteral("/no/such/folder/house.db"));
        steps.press("file");
        QVERIFY(faultAt(&steps.window, "path").contains(QStringLiteral("folder")));
        QVERIFY(button(steps.window, "file")->isVisible());
        steps.press("demo"); // needs no file
        QCOMPARE(steps.finished.size(), 1);
        QCOMPARE(steps.answers().home, Home::Demo);
    }

    void theConnectionTestSaysWhatIsWrong()
    {
        Steps steps{fail(ErrorCode::WrongPassword, {QStringLiteral("till1")})};
        steps.toServer();
        steps.press("test");
        QVERIFY(labelText(steps.window, "outcome").contains(QStringLiteral("till1")));
        steps.press("next");
        QVERIFY(edit(&steps.window, "user")->isVisible()); // not further than a server that answers
        edit(&steps.window, "host")->setFocus();
        key(Qt::Key_End);
        type(QStringLiteral("x"));
        QVERIFY(labelText(steps.window, "outcome").isEmpty()); // it was about another server
        edit(&steps.window, "user")->clear();
        steps.press("test");
        QVERIFY(!faultAt(&steps.window, "user").isEmpty());
    }

    void aServerWithABoxOfficeNeedsNoMoreAnswers()
    {
        Steps steps{BoxOffice::Found::BoxOffice};
        steps.toServer();
        edit(&steps.window, "password")->setText(QStringLiteral("s@fe:"));
        steps.press("next"); // tests by itself, and goes on
        QCOMPARE(steps.finished.size(), 1);
        QVERIFY(steps.answers().hasBoxOffice);
        QCOMPARE(steps.answers().url.password, QStringLiteral("s@fe:"));
        QCOMPARE(steps.answers().url.user, QStringLiteral("till1"));
        QCOMPARE(steps.answers().address, QStringLiteral("postgres://till1@localhost:5432/boxoffice"));
        QVERIFY(steps.answers().remembersPassword);
    }

    void anEmptyServerAsksForTheHouse()
    {
        Steps steps{BoxOffice::Found::Nothing};
        steps.toServer();
        steps.press("test");
        QVERIFY(labelText(steps.window, "outcome").contains(QStringLiteral("no box office yet")));
        steps.press("next");
        QVERIFY(edit(&steps.window, "administrator")->isVisible());
        QCOMPARE(steps.asked.size(), size_t(1));
    }

    void whatIsUnderAnAddressIsSaid_data() { bothDatabases(); }
    void whatIsUnderAnAddressIsSaid()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        QCOMPARE(must(BoxOffice::look(box.url(), box.clock())), BoxOffice::Found::BoxOffice);
        DatabaseUrl url = box.url();
        if (box.isPostgres()) {
            url.database = QStringLiteral("no_such_database");
            QVERIFY(!BoxOffice::look(url, box.clock()));
            url.hosts = QStringLiteral("127.0.0.1");
            url.ports = QStringLiteral("1");
            QCOMPARE(BoxOffice::look(url, box.clock()).error().code, ErrorCode::DatabaseUnavailable);
        } else {
            url.path += QStringLiteral(".new");
            QCOMPARE(must(BoxOffice::look(url, box.clock())), BoxOffice::Found::Nothing);
            QVERIFY(!QFile::exists(url.path)); // looking makes nothing
            url.path = QStringLiteral("/no/such/folder/x.db");
            QVERIFY(!BoxOffice::look(url, box.clock()));
        }
    }

    void anAnswerThatAVerbRefusesLeavesNothingBehind()
    {
        crypto::initialise();
        QTemporaryDir folder;
        const SystemClock clock;
        SystemRandom random;
        const DatabaseUrl url = *DatabaseUrl::parse(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("house.db")));
        const BoxOfficeConfig config{url, folder.filePath(QStringLiteral("keys")), QStringLiteral("Till 1"), clock, random, crypto::PinCost::Minimal};
        FirstAnswers answers;
        answers.administrator = QStringLiteral("Mia");
        answers.pin = QStringLiteral("246802");
        answers.venue = QStringLiteral("Cellar Club");
        answers.timeZone = QTimeZone("Europe/Berlin");
        answers.event = QStringLiteral("Open Stage");
        answers.startsAt = QDateTime({2030, 12, 5}, {20, 0}, answers.timeZone);
        answers.ticketType = QStringLiteral("Standing");
        answers.places = -5; // as no step would let pass
        answers.price = euro(1200);
        answers.taxBasisPoints = 1900;
        QCOMPARE(setUpHouse(config, answers).error().code, ErrorCode::InvalidInput);
        QVERIFY(!QFile::exists(url.path));
        answers.places = 150;
        const StaffId mia = must(setUpHouse(config, answers));
        const auto office = must(BoxOffice::open(config));
        QCOMPARE(must(office->staff().signIn(mia, answers.pin)).role, Role::Administrator);
        const auto events = must(office->catalogue().events({{}, {}, {}, false, 10}));
        QCOMPARE(events.at(0).ticketTypes.at(0).capacity, 150);
        QCOMPARE(events.at(0).ticketTypes.at(0).priceLevels.at(0).taxBasisPoints, 1900);
        QCOMPARE(events.at(0).startsAt.ms, answers.startsAt.toMSecsSinceEpoch());
        QCOMPARE(events.at(0).status, EventStatus::OnSale);
    }

    void aPasswordIsKeptWhereOnlyItsOwnerReads()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral(".pgpass"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("other:5432:db:me:mine\nlocalhost:5432:boxoffice:till1:old\n");
        file.close();
        DatabaseUrl url = *DatabaseUrl::parse(QStringLiteral("postgres://till1@localhost/boxoffice"));
        url.password = QStringLiteral("a:b\\c");
        must(rememberPassword(url, path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("localhost:5432:boxoffice:till1:a\\:b\\\\c\nother:5432:db:me:mine\n"));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QVERIFY(!rememberPassword(url, folder.filePath(QStringLiteral("no/such/file"))));
    }

    void everyStepHasNamesAndRoom()
    {
        Steps steps;
        steps.window.resize(820, 640);
        const auto check = [&] {
            QCoreApplication::processEvents(); // the layout follows
            QCOMPARE(firstNameless(steps.window), QString());
            QVERIFY2(cutTexts(steps.window).isEmpty(), qPrintable(cutTexts(steps.window).join(u'\n')));
        };
        check();
        steps.press("en");
        check();
        steps.press("server");
        check();
        key(Qt::Key_Escape);
        steps.press("file");
        check();
        type(QStringLiteral("Mia"));
        edit(&steps.window, "pin")->setText(QStringLiteral("246802"));
        edit(&steps.window, "pinAgain")->setText(QStringLiteral("246802"));
        steps.press("next");
        check();
    }
};

FOYER_TEST(FirstRunTest, "firstrun")
#include "test_firstrun.moc"
