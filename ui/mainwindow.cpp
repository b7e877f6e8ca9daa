#include "ui/mainwindow.h"

#include "core/domain/errortext.h"
#include "core/services/backupfolder.h"
#include "ui/backend/backend.h"
#include "ui/format.h"
#include "ui/doors/doornotice.h"
#include "ui/frame/helpoverlay.h"
#include "ui/frame/keyhelp.h"
#include "ui/frame/lastsale.h"
#include "ui/frame/locknotice.h"
#include "ui/frame/offlinenotice.h"
#include "ui/frame/printtrouble.h"
#include "ui/frame/rail.h"
#include "ui/frame/sessionlock.h"
#include "ui/frame/trainingband.h"
#include "ui/frame/windowstate.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/donepage.h"
#include "ui/pages/doortabs.h"
#include "ui/pages/openpaymentspage.h"
#include "ui/pages/orderspage.h"
#include "ui/pages/paypage.h"
#include "ui/pages/sellpage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/shiftpage.h"
#include "ui/pages/signinpage.h"
#include "ui/pages/statisticspage.h"
#include "ui/pages/wrongtenderpage.h"
#include "ui/pay/interrupted.h"
#include "ui/pay/latenews.h"
#include "ui/printing/printdesk.h"
#include "ui/scan/scanlookup.h"
#include "ui/scan/scanpanel.h"
#include "ui/settings/windowsections.h"
#include "ui/sound/soundcues.h"
#include "ui/sound/sounds.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statusstrip.h"

#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace foyer {

MainWindow::MainWindow(Theme &theme, Backend &backend, QSettings &settings, MainWindowOptions options)
    : m_theme(theme)
    , m_backend(backend)
    , m_kept(settings)
    , m_options(std::move(options))
    , m_whole(new QStackedWidget(this))
    , m_signIn(new SignInPage(theme, backend, m_whole))
    , m_lock(new SessionLock(settings, m_options.now, this))
    , m_state(new WindowState(*this, settings))
{
    setMinimumSize(1024, 640);
    resize(1280, 720);
    // From the outside in: a widget that gets another parent is styled anew with everything in it.
    auto *around = new QWidget(this);
    setCentralWidget(around);
    auto *column = new QVBoxLayout(around);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_options.training)
        column->addWidget(new TrainingBand(theme, m_options.trainingPin, around));
    column->addWidget(m_whole, 1);
    m_whole->addWidget(m_signIn);
    connect(m_signIn, &SignInPage::namesShown, this, &MainWindow::build, Qt::QueuedConnection);
    connect(m_signIn, &SignInPage::signedIn, this, &MainWindow::start);
    m_state->restoreGeometry();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    if (m_pages)
        return;
    m_printDesk = std::make_unique<printing::PrintDesk>(m_backend, m_kept, m_options.ticketFolder + QStringLiteral("/waiting"));
    m_sounds = new Sounds(m_kept, this);
    m_scans = new ScanLookup(m_backend, this);
    m_whole->addWidget(makeFrame());
    m_help = new HelpOverlay(m_whole);
    m_scanned = new ScanPanel(m_theme, m_whole);
    m_rail->setTraining(m_options.training);
    connectPages();
    connectSounds(*m_sounds, {*m_sell, *m_pay, m_doors->scanning(), *m_scans});
    addWindowSections(*m_settings, {m_theme, m_kept, *m_sounds, *m_printDesk, [this](const QString &code) { Q_EMIT languageChosen(code); }, [this] { lock(); }});
    addKeys();
    m_state->restoreSplitters();
    connect(&m_second, &QTimer::timeout, this, &MainWindow::tellTime);
    m_second.start(std::chrono::seconds(1));
    retranslate();
    tellTime();
    Q_EMIT built();
}

void MainWindow::addKeys()
{
    const auto key = [this](const QKeySequence &keys, const char *meaning, auto *object, auto verb) {
        auto *shortcut = new QShortcut(keys, this);
        describe(shortcut, meaning);
        connect(shortcut, &QShortcut::activated, object, verb);
    };
    key(Qt::Key_F1, QT_TRANSLATE_NOOP("Keys", "show or hide this list"), m_help, &HelpOverlay::toggle);
    key(Qt::CTRL | Qt::Key_L, QT_TRANSLATE_NOOP("Keys", "lock the session"), this, &MainWindow::lock);
    describeKeys(m_whole, {{QT_TRANSLATE_NOOP("Keys", "Tab"), QT_TRANSLATE_NOOP("Keys", "next field")}});
}

QWidget *MainWindow::makeFrame()
{
    auto *frame = new QWidget(m_whole);
    m_rail = new Rail(m_theme, frame);
    m_rail->addPage(Sell, IconName::Ticket);
    m_rail->addPage(Doors, IconName::Door);
    m_rail->addPage(Orders, IconName::Orders);
    m_rail->addPage(Customers, IconName::People);
    m_rail->addPage(Shift, IconName::Shift);
    m_rail->addPage(Statistics, IconName::Chart);
    m_rail->addPage(Settings, IconName::Settings, Rail::Place::Foot);
    m_strip = new StatusStrip(m_theme, frame);
    m_offline = new Banner(m_theme, frame);
    m_note = new Banner(m_theme, frame);
    m_note->setDismissable(true);
    m_offlineNotice = new OfflineNotice(m_backend, *m_offline, *m_strip, frame);
    auto *doorBand = new Banner(m_theme, frame);
    m_doorNotice = new DoorNotice(*doorBand, frame);
    m_warning = new Banner(m_theme, frame);
    m_warning->setDismissable(true);
    m_lastSale = new LastSale(frame);
    m_pages = new QStackedWidget(frame);
    addPages();
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_offline);
    column->addWidget(doorBand);
    column->addWidget(m_warning);
    column->addWidget(m_note);
    column->addWidget(new PrintTroubleBar(m_theme, *m_printDesk, frame));
    column->addWidget(m_pages, 1);
    column->addWidget(m_lastSale);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(column, 1);
    return frame;
}

void MainWindow::addPages()
{
    m_sell = new SellPage(m_theme, m_backend, m_options.now, m_pages);
    m_pay = new PayPage(m_theme, m_backend, {.testCards = m_options.testCards, .now = m_options.now}, m_pages);
    m_done = new DonePage(m_theme, m_backend, m_kept, {.ticketFolder = m_options.ticketFolder, .now = m_options.now, .printDesk = m_printDesk.get()}, m_pages);
    m_statistics = new StatisticsPage(m_theme, m_backend, m_pages);
    m_customers = new CustomersPage(m_theme, m_backend, m_options.now, m_pages);
    m_openPayments = new OpenPaymentsPage(m_theme, m_backend, m_options.now, m_pages);
    m_orders = new OrdersPage(m_theme, m_backend, m_options.now, m_pages);
    m_wrongTender = new WrongTenderPage(m_theme, m_backend, m_options.now, m_pages);
    m_shift = new ShiftPage(m_theme, m_backend, {m_options.ticketFolder + QStringLiteral("/shifts"), m_printDesk.get(), m_options.training}, m_pages);
    m_settings = new SettingsPage(m_pages);
    m_doors = new DoorTabs(m_theme, m_backend, m_options.now, m_pages);
    for (QWidget *page : std::initializer_list<QWidget *>{m_sell, m_doors, m_pay, m_done, m_statistics, m_customers, m_openPayments, m_orders, m_wrongTender, m_shift, m_settings})
        m_pages->addWidget(page);
}

void MainWindow::connectPages()
{
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::goTo);
    connect(m_rail, &Rail::signOutChosen, this, &MainWindow::signOut);
    connect(m_rail, &Rail::lockChosen, this, &MainWindow::lock);
    connect(m_lock, &SessionLock::due, this, &MainWindow::lock);
    connect(m_pay, &PayPage::changed, this, &MainWindow::tellLock);
    connect(m_sell, &SellPage::payRequested, this, &MainWindow::pay);
    connect(m_sell, &SellPage::eventTextChanged, m_strip, &StatusStrip::setEventText);
    connect(m_pay, &PayPage::completed, this, &MainWindow::finish);
    connect(m_sell, &SellPage::completed, this, &MainWindow::finish);
    connect(m_pay, &PayPage::cashMoved, m_printDesk.get(), &printing::PrintDesk::openDrawer);
    connect(m_customers, &CustomersPage::cashMoved, m_printDesk.get(), &printing::PrintDesk::openDrawer);
    connect(m_pay, &PayPage::left, this, [this] {
        m_sell->resume(m_paying);
        backToSale();
    });
    connect(m_pay, &PayPage::setAside, this, [this] {
        m_openPayments->reload();
        m_sell->startOver(m_paying);
        backToSale();
    });
    connect(m_done, &DonePage::next, this, [this] {
        if (!std::exchange(m_isReprint, false))
            m_sell->startOver(m_paying);
        backToSale();
    });
    connect(m_lastSale, &LastSale::printAgain, this, &MainWindow::printAgain);
    connect(m_lastSale, &LastSale::helpWanted, m_help, &HelpOverlay::toggle);
    connect(m_rail, &Rail::trainingChosen, this, &MainWindow::trainingChosen);
    connect(m_scans, &ScanLookup::found, this, [this](const ScanAnswer &answer) {
        if (m_whole->currentIndex() == 1 && !answer.promo.isEmpty() && m_pages->currentWidget() == m_sell)
            m_sell->cart().enterCode(answer.promo);
        else if (m_whole->currentIndex() == 1)
            m_scanned->showAnswer(answer, !isBusyWithMoney());
    });
    connect(m_scanned, &ScanPanel::orderWanted, this, &MainWindow::printAgain);
    connectMoney();
}

/// What comes after a sale: its order's tickets, payments that find their answer later, and those that were written down wrongly.
void MainWindow::connectMoney()
{
    connect(m_orders, &OrdersPage::printWanted, this, &MainWindow::printAgain);
    connect(m_orders, &OrdersPage::cashMoved, m_printDesk.get(), &printing::PrintDesk::openDrawer);
    connect(m_doors, &DoorTabs::cashMoved, m_printDesk.get(), &printing::PrintDesk::openDrawer);
    connect(m_doors, &DoorTabs::waitingChanged, this, [this](int matters) { m_rail->setWaiting(Doors, matters); });
    connect(m_doors, &DoorTabs::orderWanted, this, [this](const QString &ticket) { goTo(Orders), m_orders->find(ticket); });
    connect(m_orders, &OrdersPage::exchangeWanted, m_sell, &SellPage::beginExchange);
    connect(m_orders, &OrdersPage::payWanted, this, &MainWindow::pay);
    connect(m_sell, &SellPage::exchanging, this, [this](bool begun) { goTo(begun ? Sell : Orders); });
    connect(m_lastSale, &LastSale::openPaymentsWanted, this, [this] {
        if (isBusyWithMoney())
            return;
        showPage(m_openPayments);
        m_openPayments->activate(m_session);
    });
    connect(m_lastSale, &LastSale::wrongTender, this, [this](const Order &order) {
        if (isBusyWithMoney())
            return;
        showPage(m_wrongTender);
        m_wrongTender->begin(order, m_session);
    });
    connect(m_openPayments, &OpenPaymentsPage::countChanged, m_lastSale, &LastSale::setOpenPayments);
    connect(m_openPayments, &OpenPaymentsPage::completed, this, [this](const CheckoutState &state) { showEarlier(state, false); });
    connect(m_openPayments, &OpenPaymentsPage::saleOpened, this, &MainWindow::pay);
    connect(m_openPayments, &OpenPaymentsPage::cashMoved, m_printDesk.get(), &printing::PrintDesk::openDrawer);
    connect(m_openPayments, &OpenPaymentsPage::left, this, &MainWindow::backToSale);
    connect(m_wrongTender, &WrongTenderPage::corrected, m_lastSale, &LastSale::setOrder);
    connect(m_wrongTender, &WrongTenderPage::left, this, &MainWindow::backToSale);
    connect(&m_backend, &Backend::saleChanged, this, [this](const CheckoutState &state) {
        m_openPayments->reload();
        const QString news = lateNews(state);
        const bool isGood = isGoodNews(state);
        const bool isSeen = (m_pages->currentWidget() == m_pay && state.reservation.id == m_paying) || (isGood && m_orders->shows(state.reservation.id));
        if (!news.isEmpty() && !isSeen)
            m_note->showMessage(isGood ? Tone::Good : Tone::Warn, news);
    });
}

bool MainWindow::isBusyWithMoney() const
{
    return m_pages->currentWidget() == m_pay || m_pages->currentWidget() == m_done;
}

void MainWindow::scan(const QByteArray &code)
{
    build();
    if (m_whole->currentIndex() == 1 && m_pages->currentWidget() == m_doors)
        m_doors->scan(QString::fromLatin1(code));
    else if (m_whole->currentIndex() == 1 && m_pages->currentWidget() == m_orders)
        m_orders->find(QString::fromLatin1(code));
    else if (m_whole->currentIndex() == 1)
        m_scans->lookUp(code);
    else
        m_scanned->showSentence(tr("Sign in first, then scan again."));
}

void MainWindow::warn(const QString &sentence)
{
    build();
    m_warning->showMessage(Tone::Warn, sentence); // not the note, which goes with the next page
}

void MainWindow::tellDoor(const DoorHealth &health)
{
    build();
    m_doorNotice->show(health);
    if (m_backend.isOnline()) // as far as people at a door see it
        m_strip->setConnection(health.isAway ? Connection::Offline : Connection::Online);
}

void MainWindow::setBackups(const BackupFolder *folder)
{
    m_rail->setBackupText([folder] {
        const auto latest = folder->latest();
        return latest ? tr("Backups: the last %1…").arg(formatMoment(latest->toLocalTime())) : tr("Backups: none yet…");
    });
    connect(m_rail, &Rail::backupsChosen, this, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder->folder())); });
}

void MainWindow::begin()
{
    if (m_scanned)
        m_scanned->hide();
    m_isLocked = false;
    m_lock->watch(false);
    m_whole->setCurrentIndex(0);
    m_signIn->begin();
}

void MainWindow::start(const Session &session)
{
    build();
    m_lock->watch(true);
    if (!std::exchange(m_isLocked, false))
        return enter(session);
    if (session.actor.staff != m_session.actor.staff)
        return takeOver(session);
    m_whole->setCurrentIndex(1);
    (m_focused ? m_focused.data() : m_pages->currentWidget())->setFocus(Qt::OtherFocusReason);
}

/// Somebody else unlocked: the cart behind the lock waits in the list of parked ones, under the name of whose it is.
/// One with money in it stays with this till and is taken up like any interrupted sale.
void MainWindow::takeOver(const Session &session)
{
    const Reservation cart = m_sell->cart().reservation();
    if (cart.lines.empty())
        return enter(session);
    m_backend.run(this, [before = m_session, cart](Desk &desk) { return desk.office.parking().park(before.actor, cart.id, before.name); },
                  [this, session](const Result<void> &) { enter(session); });
}

void MainWindow::lock()
{
    if (m_whole->currentIndex() == 0)
        return;
    m_isLocked = true;
    m_help->hide();
    m_focused = focusWidget();
    m_lock->watch(false);
    m_whole->setCurrentIndex(0);
    m_signIn->beginLocked(m_session, {});
    tellLock();
}

void MainWindow::tellLock()
{
    const QWidget *page = m_pages->currentWidget();
    const Behind behind = page == m_pay ? Behind::Payment : page == m_done ? Behind::Done : Behind::Sale;
    if (m_isLocked)
        m_signIn->setNotice(lockNotice(behind, m_sell->cart().reservation(), m_pay->sale()));
}

void MainWindow::enter(const Session &session)
{
    if (m_pages->currentWidget() == m_pay)
        showPage(m_sell);
    m_session = session;
    m_rail->setPerson(session.name);
    m_rail->setPageVisible(Statistics, may(session.actor.role, Permission::SeeStatistics));
    m_rail->setPageVisible(Doors, may(session.actor.role, Permission::Admit));
    m_doors->begin(session);
    m_lastSale->clear();
    m_whole->setCurrentIndex(1);
    goTo(Sell);
    m_sell->begin(session);
    if (session.actor.role == Role::Steward)
        goTo(Doors);
    m_backend.run(this, interruptedSales, [this](const Result<std::vector<Reservation>> &found) {
        m_interrupted = found.value_or(std::vector<Reservation>());
        takeUpInterrupted();
    });
    m_openPayments->reload();
}

void MainWindow::takeUpInterrupted()
{
    if (m_interrupted.empty() || m_pages->currentWidget() != m_sell)
        return;
    const Reservation reservation = m_interrupted.back();
    m_interrupted.pop_back();
    pay(reservation);
    m_note->showMessage(Tone::Warn, tr("This payment was interrupted before it was finished. Take the rest, or give the money back."));
}

void MainWindow::signOut()
{
    m_sell->leave();
    begin();
}

void MainWindow::goTo(int page)
{
    if (isBusyWithMoney() && m_whole->currentIndex() == 1 && m_pages->isVisible()) {
        m_rail->setCurrent(Sell); // money comes first: its own page says how to leave it
        return;
    }
    m_rail->setCurrent(page);
    const std::array<QWidget *, 7> pages{m_sell, m_doors, m_orders, m_customers, m_shift, m_statistics, m_settings}; // as in Page
    showPage(pages[size_t(page)]);
    if (page == Settings)
        m_settings->setFocus(Qt::OtherFocusReason);
    if (page == Doors)
        m_doors->activate(m_session);
    if (page == Orders)
        m_orders->activate(m_session);
    if (page == Customers)
        m_customers->activate(m_session);
    if (page == Shift)
        m_shift->activate(m_session);
    if (page == Statistics) {
        m_statistics->activate(m_session);
        m_statistics->setFocus(Qt::OtherFocusReason); // its keys work there, T among them
    }
}

void MainWindow::showPage(QWidget *page)
{
    m_note->clear();
    m_pages->setCurrentWidget(page);
}

void MainWindow::pay(const Reservation &reservation)
{
    m_paying = reservation.id;
    showPage(m_pay);
    m_pay->begin(reservation, m_session, m_sell->exchangeFor(reservation.id));
}

void MainWindow::backToSale()
{
    m_rail->setCurrent(Sell), showPage(m_sell);
    takeUpInterrupted();
}

void MainWindow::finish(const CheckoutState &state)
{
    m_sell->forget(state.reservation.id);
    if (state.order)
        m_lastSale->setOrder(*state.order);
    showPage(m_done);
    m_done->show(state, m_session);
    tellLock();
}

void MainWindow::printAgain(const Order &order)
{
    if (isBusyWithMoney())
        return;
    m_backend.run(this, [id = order.reservation](Desk &desk) { return desk.office.checkout().find(id); },
                  [this](const Result<CheckoutState> &state) {
        if (!state)
            return m_note->showMessage(Tone::Bad, sentence(state.error()));
        showEarlier(*state, true);
    });
}

/// Of an order that is done already: the sale on the screen stays.
void MainWindow::showEarlier(const CheckoutState &state, bool wasPrinted)
{
    m_isReprint = true;
    m_rail->setCurrent(Sell);
    showPage(m_done);
    m_done->show(state, m_session, wasPrinted);
}

void MainWindow::tellTime()
{
    m_strip->setMoment(QDateTime::fromMSecsSinceEpoch(m_backend.clock().now().ms));
}

void MainWindow::retranslate()
{
    setWindowTitle(m_options.training ? tr("Foyer: TRAINING") : tr("Foyer"));
    if (!m_pages)
        return;
    m_rail->setPageText(Sell, tr("Sell"));
    m_rail->setPageText(Doors, tr("Doors"));
    m_rail->setPageText(Orders, tr("Orders"));
    m_rail->setPageText(Customers, tr("Customers"));
    m_rail->setPageText(Shift, tr("Shift"));
    m_rail->setPageText(Statistics, tr("Statistics"));
    m_offlineNotice->refresh();
    m_doorNotice->refresh();
    m_rail->setPageText(Settings, tr("Settings"));
    tellLock();
}

/// Esc leads back to the sale from every page that has no step back of its own; never away from money.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_whole->currentIndex() == 1 && m_pages->currentWidget() != m_sell && !isBusyWithMoney())
        return goTo(Sell);
    QMainWindow::keyPressEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace foyer
