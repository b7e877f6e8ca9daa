#include "app/desktop/program.h"

#include "app/common/paths.h"
#include "app/desktop/doorlink.h"
#include "app/desktop/firstsetup.h"
#include "core/domain/errortext.h"
#include "core/payment/externalterminal.h"
#include "core/payment/sandboxgateway.h"
#include "core/services/demo.h"
#include "core/services/training.h"
#include "ui/pages/settingspage.h"
#include "ui/promos/promosection.h"
#include "ui/settings/rebuilt.h"
#include "ui/settings/scannersettings.h"
#include "ui/settings/startsettings.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtWidgets/QApplication>

#include <utility>

namespace foyer {
namespace {

constexpr auto SweepEvery = std::chrono::seconds(30);
constexpr auto FirstArchiving = std::chrono::minutes(1); ///< not while the window is being opened
constexpr auto ArchiveEvery = std::chrono::hours(1);
/// A start window that flashes by is worse than none: a quick start shows none.
constexpr auto QuietFor = std::chrono::milliseconds(400);

QString languageKey() { return QStringLiteral("language"); }
QString cardKey() { return QStringLiteral("card"); }
QString appearanceKey() { return QStringLiteral("appearance"); }

} // namespace

Program::Program(Options options, QSettings &settings) : m_options(std::move(options)), m_settings(settings)
{
    m_languages.use(m_options.language.isEmpty() ? m_settings.value(languageKey()).toString() : m_options.language);
    const auto remembered = Appearance(std::clamp(m_settings.value(appearanceKey(), 0).toInt(), 0, int(Appearance::HighContrast)));
    m_theme.setAppearance(m_options.appearance.value_or(remembered));
    connect(&m_theme, &Theme::changed, this, [this] { m_settings.setValue(appearanceKey(), int(m_theme.appearance())); });
    if (!m_options.card.isEmpty())
        m_settings.setValue(cardKey(), m_options.card);
    m_startWindow = std::make_unique<StartWindow>();
    connect(m_startWindow.get(), &StartWindow::actionTriggered, this, &Program::takeRemedy);
    connect(m_startWindow.get(), &StartWindow::quitChosen, qApp, &QCoreApplication::quit);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, m_startWindow.get(), &QWidget::show);
    connect(&m_sweeping, &QTimer::timeout, this, [this] {
        m_backend->run(this, [](Desk &desk) { return desk.office.inventory().sweep(); }, [](const Result<int> &) {});
    });
    connect(&m_archiving, &QTimer::timeout, this, [this] {
        m_archiving.start(ArchiveEvery);
        m_backend->run(this, [](Desk &desk) { return desk.office.archive().sweep(desk.office.system()); }, [](const Result<int> &) {});
    });
}

Program::~Program()
{
    for (QThread *looking : findChildren<QThread *>()) // each ends with its own timeout
        looking->wait();
    if (m_worker)
        m_worker->wait();
}

void Program::start()
{
    const bool isFirst = !m_options.isNamed && StartSettings::database(m_settings).isEmpty() && !QFile::exists(m_options.url.path);
    if (!m_options.isNamed && (isFirst || StartSettings::asksAgain(m_settings)))
        return askFirst();
    m_patience.start(QuietFor);
    prepare();
}

void Program::askFirst()
{
    m_firstRun = std::make_unique<FirstRun>(m_theme, FirstRunOptions{QDir::toNativeSeparators(paths::dataFolder() + QStringLiteral("/foyer.db")), m_clock.now(),
        [this](const DatabaseUrl &url, std::function<void(const Result<BoxOffice::Found> &)> then) { look(url, std::move(then)); }});
    connect(m_firstRun.get(), &FirstRun::languageChosen, this, &Program::chooseLanguage);
    connect(m_firstRun.get(), &FirstRun::finished, this, &Program::makeAnswered);
    m_firstRun->show();
}

void Program::look(const DatabaseUrl &url, std::function<void(const Result<BoxOffice::Found> &)> then)
{
    auto *looking = QThread::create([this, url, then = std::move(then)] {
        const auto found = BoxOffice::look(url, m_clock);
        QMetaObject::invokeMethod(this, [then, found] { then(found); }, Qt::QueuedConnection);
    });
    looking->setParent(this);
    connect(looking, &QThread::finished, looking, &QObject::deleteLater);
    looking->start();
}

void Program::makeAnswered(const FirstAnswers &answers)
{
    if (answers.home == Home::Demo) {
        m_options.demo = true;
        m_options.url = paths::demoDatabase().value_or(m_options.url);
        return openAnswered(answers);
    }
    m_options.url = answers.url;
    if (answers.hasBoxOffice || (answers.home == Home::File && QFile::exists(answers.url.path)))
        return openAnswered(answers);
    if (m_worker)
        m_worker->wait();
    m_worker.reset(QThread::create([this, answers] {
        const BoxOfficeConfig config{answers.url, m_options.keyFolder, tr("Till 1"), m_clock, m_random, crypto::PinCost::Interactive};
        const auto administrator = setUpHouse(config, answers);
        QMetaObject::invokeMethod(this, [this, answers, administrator] {
            if (!administrator)
                return m_firstRun->showTrouble(administrator.error());
            m_newcomer = std::pair(*administrator, answers.pin);
            openAnswered(answers);
        }, Qt::QueuedConnection);
    }));
    m_worker->start();
}

void Program::openAnswered(const FirstAnswers &answers)
{
    StartSettings::setDatabase(m_settings, answers.home == Home::Demo ? m_options.url.display() : answers.address);
    if (answers.remembersPassword)
        if (const auto kept = rememberPassword(answers.url, QDir::home().filePath(QStringLiteral(".pgpass"))); !kept)
            qWarning("the password was not kept: %s", qUtf8Printable(sentence(kept.error())));
    if (m_options.url.kind == DatabaseUrl::Kind::Sqlite)
        Q_EMIT fileChosen(m_options.url.path);
    m_startWindow->show();
    m_firstRun->hide();
    prepare();
}

/// Who has just chosen a PIN need not type it again.
void Program::welcome()
{
    const auto newcomer = std::exchange(m_newcomer, std::nullopt);
    if (!newcomer)
        return;
    m_backend->run(this, [newcomer](Desk &desk) -> Result<Session> {
        const auto members = desk.office.staff().list();
        const auto actor = desk.office.staff().signIn(newcomer->first, newcomer->second);
        if (!members || !actor)
            return fail(members ? actor.error() : members.error());
        const auto me = std::find_if(members->begin(), members->end(), [&](const StaffMember &member) { return member.id == newcomer->first; });
        return Session{*actor, me == members->end() ? QString() : me->name};
    }, [this](const Result<Session> &session) {
        if (session)
            m_window->start(*session);
    });
}

void Program::raise()
{
    QWidget *window = m_window && !m_window->isHidden() ? static_cast<QWidget *>(m_window.get()) : m_firstRun && !m_firstRun->isHidden() ? static_cast<QWidget *>(m_firstRun.get()) : m_startWindow.get();
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

void Program::prepare()
{
    m_startWindow->showBusy(tr("Opening the box office…"));
    const bool isNewFile = m_options.url.kind == DatabaseUrl::Kind::Sqlite && !QFile::exists(m_options.url.path);
    if (m_options.training && !m_trainingFolder) {
        m_startWindow->showBusy(tr("Copying the box office for training…"));
        work([this] { return makeTraining(); });
    } else if (isNewFile && m_options.demo) {
        work([this] { return makeDemo(); });
    } else if (isNewFile) {
        setUp();
    } else {
        open();
    }
}

void Program::setUp()
{
    m_startWindow->showBusy(tr("Setting up the box office…"));
    work([this]() -> Result<void> {
        if (const auto migrated = BoxOffice::migrate(m_options.url, m_clock); !migrated)
            return fail(migrated.error());
        return {};
    });
}

Result<void> Program::makeDemo()
{
    const auto tell = [this](int percent) {
        QMetaObject::invokeMethod(this, [this, percent] {
            m_startWindow->showBusy(tr("Making a demo box office: three venues, forty events and two months of sales…"), percent);
        }, Qt::QueuedConnection);
    };
    tell(0);
    const BoxOfficeConfig config{m_options.url, m_options.keyFolder, tr("Till 1"), m_clock, m_random, crypto::PinCost::Minimal};
    if (const auto made = buildDemo(config, {}, tell); !made)
        return fail(made.error());
    return {};
}

Result<void> Program::makeTraining()
{
    auto folder = TrainingFolder::make(paths::dataFolder());
    if (!folder)
        return fail(folder.error());
    const auto ground = prepareTraining(m_options.url, (*folder)->path(), m_clock, m_random);
    if (!ground)
        return fail(ground.error());
    m_trainingFolder = std::move(*folder);
    m_options.url = ground->url;
    m_options.keyFolder = ground->keyFolder;
    m_trainingPin = ground->ownPins ? QString() : QLatin1String(training::Pin);
    return {};
}

void Program::work(Job job)
{
    m_worker.reset(QThread::create([this, job = std::move(job)] {
        const Result<void> result = job();
        QMetaObject::invokeMethod(this, [this, result] {
            m_worker->wait();
            result ? open() : showTrouble(result.error());
        }, Qt::QueuedConnection);
    }));
    m_worker->start();
}

void Program::open()
{
    m_startWindow->showBusy(tr("Opening the box office…"));
    const auto sandbox = [this]() -> Result<std::unique_ptr<PaymentGateway>> {
        auto opened = SandboxGateway::open(paths::sandboxBooks(m_options.keyFolder), m_clock, eventLoopLater());
        if (!opened)
            return fail(opened.error());
        return std::unique_ptr<PaymentGateway>(std::move(*opened));
    };
    const auto machine = []() -> Result<std::unique_ptr<PaymentGateway>> { return std::make_unique<ExternalTerminal>(); };
    BackendConfig config{m_options.url, m_options.keyFolder, tr("Till 1"), m_clock, m_random,
                         crypto::PinCost::Interactive, sandbox};
    if (takesCardsByHand()) {
        config.makeGateway = machine;
        config.makeEarlierGateway = sandbox;
    }
    m_window.reset();
    m_backend = std::make_unique<Backend>(std::move(config));
    connect(m_backend.get(), &Backend::failed, this, &Program::showTrouble);
    connect(m_backend.get(), &Backend::opened, this, [this] {
        m_backend->run(this, [](Desk &desk) { return isDemo(desk.office.writer()); }, [this](const Result<bool> &demo) { showWindow(demo.value_or(false)); });
    });
    m_backend->open();
    makeWindow(); // while the box office is being opened
}

void Program::makeWindow()
{
    const QString tickets = (m_trainingFolder ? m_trainingFolder->path() : paths::dataFolder()) + QStringLiteral("/tickets");
    m_window = std::make_unique<MainWindow>(m_theme, *m_backend, m_settings,
                                            MainWindowOptions{false, tickets, steadyNow, m_options.training, m_trainingPin});
    connect(m_window.get(), &MainWindow::languageChosen, this, &Program::chooseLanguage);
    connect(m_window.get(), &MainWindow::trainingChosen, this, &Program::startTraining);
    connect(m_window.get(), &MainWindow::built, this, &Program::furnish);
}

void Program::showWindow(bool isDemo)
{
    m_window->setTestCards((isDemo || m_options.training) && !takesCardsByHand());
    m_window->begin();
    StartSettings::isFullScreen(m_settings) ? m_window->showFullScreen() : m_window->show();
    m_patience.stop();
    m_startWindow->hide();
    welcome();
    m_sweeping.start(SweepEvery);
    m_archiving.start(FirstArchiving);
}

/// What the window itself does not know.
void Program::furnish()
{
    m_scanner = std::make_unique<Scanner>(ScanSetup::load(m_settings));
    connect(m_scanner.get(), &Scanner::scanned, m_window.get(), &MainWindow::scan);
    m_window->settings().addSection(new Rebuilt([this] { return new ScannerSettings(*m_scanner, m_settings); }), [] { return tr("Scanner"); });
    m_window->settings().addSection(new PromoSection(*m_backend, [this] { return m_window->session().actor; }), [] { return tr("Promo codes"); });
    m_window->settings().addSection(new StartSettings(m_settings, m_options.url.display(), !m_options.isNamed), [] { return tr("Start-up"); });
    startBackups();
    if (!m_options.training) // whose scans are nobody's
        connectDoor();
}

/// A door's own database hears from its centre while the window is open.
void Program::connectDoor()
{
    auto *link = new DoorLink(*m_backend, m_window.get());
    connect(link, &DoorLink::failed, m_window.get(), &MainWindow::warn);
    connect(link, &DoorLink::told, m_window.get(), &MainWindow::tellDoor);
    link->start();
}

/// In a window of its own beside this one, which goes on selling.
void Program::startTraining()
{
    QStringList arguments = QCoreApplication::arguments().mid(1);
    arguments << QStringLiteral("--training");
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        m_window->warn(tr("The training window could not be started. Start it by hand with: foyer --training"));
}

void Program::startBackups()
{
    if (m_options.url.kind != DatabaseUrl::Kind::Sqlite || m_options.training)
        return;
    m_backups = std::make_unique<DailyBackup>(m_options.url, m_clock);
    m_window->setBackups(&m_backups->folder());
    connect(m_backups.get(), &DailyBackup::failed, m_window.get(), &MainWindow::warn);
    m_backups->start();
}

void Program::showTrouble(const Error &error)
{
    m_patience.stop();
    m_startWindow->show();
    const bool canSetUp = error.code == ErrorCode::SchemaMissing;
    m_remedy = canSetUp ? Remedy::SetUp : Remedy::TryAgain;
    if (canSetUp)
        m_startWindow->showTrouble(tr("This database holds no box office yet, or one that an older Foyer made. Set it up now? What is in it is kept."),
                                   tr("Set up the box office"));
    else
        m_startWindow->showTrouble(sentence(error), tr("Try again"));
}

void Program::takeRemedy()
{
    m_remedy == Remedy::SetUp ? setUp() : prepare();
}

/// The setting "card", which --card changes for good. Training always plays with the sandbox.
bool Program::takesCardsByHand() const
{
    return !m_options.training && m_settings.value(cardKey()).toString() == QLatin1String(CardMachine);
}

void Program::chooseLanguage(const QString &code)
{
    m_settings.setValue(languageKey(), code);
    m_languages.use(code);
}

} // namespace foyer
