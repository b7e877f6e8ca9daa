// Stage: one machine with whatever screen is looked at, and the steps that lead there in any language.
#pragma once

#include "core/services/backupfolder.h"
#include "tests/ui/pages/till.h"
#include "ui/firstrun/firstrun.h"
#include "ui/frame/rail.h"
#include "ui/pages/openpaymentspage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/wrongtenderpage.h"
#include "ui/printing/printers.h"
#include "ui/promos/promosection.h"
#include "ui/scan/scanner.h"
#include "ui/scan/scanpanel.h"
#include "ui/settings/rebuilt.h"
#include "ui/settings/scannersettings.h"
#include "ui/settings/startsettings.h"
#include "ui/startwindow.h"
#include "ui/widgets/numpad.h"

#include <QtCore/QSemaphore>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>

namespace foyer::test {

class Stage
{
public:
    Stage() = default;
    Q_DISABLE_COPY_MOVE(Stage)
    ~Stage() { m_databaseIsBack.release(100); }

    QWidget &window() { return m_other ? *m_other : m_till->window; }
    Till &till() { return *m_till; }
    Theme &theme() { return m_till ? m_till->counter.theme : m_theme; }

    /// A till of a house that has sold and reserved a little already.
    Till &openTill(const TillOptions &options = {}, SandboxBehaviour bank = atOnce())
    {
        m_till = std::make_unique<Till>([this](BoxOffice &office) { fill(office); }, bank, options);
        m_scanner = std::make_unique<Scanner>(ScanSetup());
        m_till->window.settings().addSection(new Rebuilt([this] { return new ScannerSettings(*m_scanner, m_till->settings); }), [] { return said("foyer::Program", "Scanner"); });
        m_till->window.settings().addSection(new PromoSection(*m_till->counter.backend, [this] { return m_till->window.session().actor; }), [] { return said("foyer::Program", "Promo codes"); });
        m_till->window.settings().addSection(new StartSettings(m_till->settings, m_till->counter.database.url().display(), true), [] { return said("foyer::Program", "Start-up"); });
        m_backups = std::make_unique<BackupFolder>(m_till->folder.filePath(QStringLiteral("backups")), m_till->counter.database.clock());
        m_till->window.setBackups(m_backups.get());
        return *m_till;
    }
    Till &cashier(const TillOptions &options = {}, SandboxBehaviour bank = atOnce())
    {
        openTill(options, bank);
        signIn(QStringLiteral("111111"));
        return *m_till;
    }
    Till &supervisor()
    {
        openTill();
        m_till->key(Qt::Key_C); // Clara's tile
        signIn(QStringLiteral("333333"));
        return *m_till;
    }

    /// Two seats of Hamlet in the cart.
    void takeSeats()
    {
        m_till->open(QStringLiteral("hamlet"));
        until([this] { return m_till->map().hasFocus() && m_till->map().model().count(SeatState::Free) > 0; }, "the map");
        const int before = m_till->places();
        for (const int more : {1, 2}) {
            m_till->clickSeat(23 + more);
            until([this, wanted = before + more] { return m_till->places() == wanted; }, "a seat");
        }
    }
    void takePlaces()
    {
        m_till->open(QStringLiteral("club"));
        const int before = m_till->cart().reservation().places();
        m_till->cart().add({{m_till->club.id, m_till->club.ticketTypes[0].priceLevels[0].id, {}, 3}});
        until([this, before] { return m_till->places() == before + 3; }, "three places");
    }
    void goToPay()
    {
        m_till->key(Qt::Key_F9);
        until([this] { return m_till->find<PayPage>()->isVisible() && button(*m_till->find<PayPage>(), "cash")->isEnabled(); }, "the pay page");
        m_till->pass(std::chrono::seconds(1));
    }
    void finishSale()
    {
        takeSeats();
        goToPay();
        m_till->type(QStringLiteral("20000"));
        m_till->key(Qt::Key_F9);
        until([this] { return m_till->find<DonePage>()->isVisible() && button(*m_till->find<DonePage>(), "open")->isEnabled(); }, "the done page");
        m_till->pass(std::chrono::seconds(1));
    }
    /// A page of the rail, by its English name.
    void goTo(const char *page)
    {
        const QString text = said("foyer::MainWindow", page);
        for (QPushButton *found : m_till->find<Rail>()->findChildren<QPushButton *>())
            if (found->text() == text)
                return QTest::mouseClick(found, Qt::LeftButton);
        qFatal("the rail has no page %s", page);
    }
    void openSection(int row)
    {
        goTo("Settings");
        m_till->find<QListWidget>("sections")->setCurrentRow(row);
    }
    /// Nothing is answered any more until the stage goes.
    void stopDatabase()
    {
        m_till->counter.backend->run(&m_till->window, [this](Desk &) -> Result<bool> {
            m_databaseIsBack.acquire();
            return fail(ErrorCode::DatabaseUnavailable, {QString()});
        }, [](const Result<bool> &) {});
    }
    void loseDatabase()
    {
        Backend &backend = *m_till->counter.backend;
        backend.run(&m_till->window, [](Desk &) -> Result<bool> { return fail(ErrorCode::DatabaseUnavailable, {QString()}); }, [](const Result<bool> &) {});
        stopDatabase();
        until([&] { return !backend.isOnline(); }, "the loss of the database");
    }

    /// A window beside the till's.
    template <typename W>
    W &show(std::unique_ptr<W> window)
    {
        theme().setAppearance(Appearance::Light);
        W &shown = *window;
        m_other = std::move(window);
        m_other->show();
        m_other->activateWindow();
        if (!QTest::qWaitForWindowActive(m_other.get()))
            qFatal("the window did not open");
        return shown;
    }
    FirstRun &firstRun()
    {
        const auto look = [](const DatabaseUrl &, std::function<void(const Result<BoxOffice::Found> &)> then) { then(BoxOffice::Found::Nothing); };
        return show(std::make_unique<FirstRun>(m_theme, FirstRunOptions{m_folder.filePath(QStringLiteral("foyer.db")), Evening, look}));
    }
    void press(const char *name) { QTest::mouseClick(button(window(), name), Qt::LeftButton); }
    void write(const char *field, const QString &text) { window().findChild<QLineEdit *>(QLatin1String(field))->setText(text); }

    static QString said(const char *context, const char *source) { return QCoreApplication::translate(context, source); }
    static void until(const std::function<bool()> &isSo, const char *what)
    {
        if (!QTest::qWaitFor(isSo))
            qFatal("waited in vain for %s", what);
    }

private:
    void signIn(const QString &pin)
    {
        m_till->type(pin);
        until([this] { return m_till->sell().isVisible() && m_till->find<QLineEdit>("search")->hasFocus() && m_till->list()->model()->rowCount() == 2; }, "the sell page");
    }

    static void fill(BoxOffice &office)
    {
        EventFilter filter;
        filter.text = QStringLiteral("Hamlet");
        const Event hamlet = must(office.catalogue().events(filter)).front();
        filter.text = QStringLiteral("Club");
        const Event club = must(office.catalogue().events(filter)).front();
        const auto seats = seatsOf(office, hamlet);
        for (const int first : {2, 14, 33})
            sell(office, {seat(hamlet, 0, seats[size_t(first)].id), seat(hamlet, 0, seats[size_t(first) + 1].id)});
        hold(office, {seat(hamlet, 0, seats[20].id), seat(hamlet, 0, seats[21].id)});
        sell(office, {places(club, 0, 20)});
        must(office.customers().add(office.system(), {{}, QStringLiteral("Jörg Müller-Lüdenscheidt"), QStringLiteral("jm@example.org"), QStringLiteral("0361 123456")}));
        const Reservation unknown = hold(office, {places(club, 0, 2)}); // for the open payments
        const auto sent = must(office.checkout().pay(office.system(), PayRequest{unknown.id, Tender::Card, unknown.total(), {}, QStringLiteral("unknown"), QLatin1String(CardMachine)}));
        must(office.checkout().settle({sent.payments.back().id, {}}));
    }

    QTemporaryDir m_folder;
    Theme m_theme; ///< of the windows that need no till
    QSemaphore m_databaseIsBack;
    std::unique_ptr<Till> m_till;
    std::unique_ptr<Scanner> m_scanner;
    std::unique_ptr<BackupFolder> m_backups;
    std::unique_ptr<QWidget> m_other;
};

} // namespace foyer::test
