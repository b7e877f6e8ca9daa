// MainWindow: the frame around the pages, and the way from one to the next. Pages don't know each other. Who signs in is
// asked first; everything behind it is made when the names stand there, so that a start does not wait for it.
#pragma once

#include "ui/pay/pressguard.h"
#include "ui/session.h"
#include "core/services/checkout.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

QT_FORWARD_DECLARE_CLASS(QSettings)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class Backend;
class BackupFolder;
class Banner;
class CustomersPage;
class DonePage;
class DoorNotice;
class DoorTabs;
struct DoorHealth;
class HelpOverlay;
class LastSale;
class OfflineNotice;
class OpenPaymentsPage;
class OrdersPage;
class PayPage;
class Rail;
class ScanLookup;
class ScanPanel;
class SellPage;
class SessionLock;
class SettingsPage;
class ShiftPage;
class SignInPage;
class Sounds;
class StatisticsPage;
class StatusStrip;
class Theme;
class WindowState;
class WrongTenderPage;

namespace printing {
class PrintDesk;
}

struct MainWindowOptions {
    bool testCards = false; ///< the sandbox's cards on the pay page
    QString ticketFolder;   ///< where tickets are kept as files
    Monotonic now = steadyNow;
    bool training = false;       ///< a scratch copy: every page says so
    QString trainingPin = {};    ///< what everybody signs in with there; empty: their own
};

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, Backend &backend, QSettings &settings, MainWindowOptions options);
    ~MainWindow() override;

    /// Before begin().
    void setTestCards(bool areThere) { m_options.testCards = areThere; }
    /// Shows who may sign in.
    void begin();
    /// For sections that need more than the window has; there from built() on.
    SettingsPage &settings() { return *m_settings; }
    Sounds &sounds() { return *m_sounds; }
    /// Who is signed in.
    const Session &session() const { return m_session; }
    /// Somebody who has just proved who they are, as at the end of the first run.
    void start(const Session &session);

    /// Looks up what was scanned, whatever page is open.
    void scan(const QByteArray &code);
    /// A sentence that everybody should see, on whatever page.
    void warn(const QString &sentence);
    /// How this door stands with the box office that it belongs to.
    void tellDoor(const DoorHealth &health);
    /// Where the menu finds the daily backups; must outlive the window.
    void setBackups(const BackupFolder *folder);

Q_SIGNALS:
    /// Everything is there, not only the names of those who may sign in.
    void built();
    void languageChosen(const QString &code);
    void trainingChosen();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Page { Sell, Doors, Orders, Customers, Shift, Statistics, Settings };

    void build();
    QWidget *makeFrame();
    void addPages();
    void addKeys();
    void connectPages();
    void enter(const Session &session);
    void takeOver(const Session &session);
    void lock();
    void tellLock();
    void signOut();
    void goTo(int page);
    void showPage(QWidget *page);
    void pay(const Reservation &reservation);
    void backToSale();
    void finish(const CheckoutState &state);
    void printAgain(const Order &order);
    void showEarlier(const CheckoutState &state, bool wasPrinted);
    void connectMoney();
    bool isBusyWithMoney() const;
    void takeUpInterrupted();
    void tellTime();
    void retranslate();

    Theme &m_theme;
    Backend &m_backend;
    QSettings &m_kept;
    MainWindowOptions m_options;
    std::unique_ptr<printing::PrintDesk> m_printDesk;
    Session m_session;
    QStackedWidget *m_whole; ///< signing in, or the frame
    QStackedWidget *m_pages = nullptr;
    SignInPage *m_signIn;
    SellPage *m_sell = nullptr;
    PayPage *m_pay = nullptr;
    DonePage *m_done = nullptr;
    DoorTabs *m_doors = nullptr;
    StatisticsPage *m_statistics = nullptr;
    CustomersPage *m_customers = nullptr;
    OpenPaymentsPage *m_openPayments = nullptr;
    OrdersPage *m_orders = nullptr;
    WrongTenderPage *m_wrongTender = nullptr;
    ShiftPage *m_shift = nullptr;
    SettingsPage *m_settings = nullptr;
    Sounds *m_sounds = nullptr;
    SessionLock *m_lock;
    WindowState *m_state;
    Rail *m_rail = nullptr;
    StatusStrip *m_strip = nullptr;
    Banner *m_offline = nullptr;
    OfflineNotice *m_offlineNotice = nullptr;
    DoorNotice *m_doorNotice = nullptr;
    Banner *m_warning = nullptr;
    Banner *m_note = nullptr;
    LastSale *m_lastSale = nullptr;
    HelpOverlay *m_help = nullptr;
    ScanLookup *m_scans = nullptr;
    ScanPanel *m_scanned = nullptr;
    QTimer m_second;
    ReservationId m_paying;
    std::vector<Reservation> m_interrupted; ///< sales that an earlier run left with money in them
    bool m_isReprint = false;
    bool m_isLocked = false;
    QPointer<QWidget> m_focused; ///< where the keyboard stood before the lock
};

} // namespace foyer
