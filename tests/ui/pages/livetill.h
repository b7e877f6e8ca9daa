// LiveTill: one of several windows on the same PostgreSQL, each with a backend, a terminal and a feed of its own.
#pragma once

#include "core/storage/writer.h"
#include "tests/support/lineproxy.h"
#include "tests/ui/pages/counter.h"
#include "ui/mainwindow.h"
#include "ui/pages/sellpage.h"
#include "ui/pages/signinpage.h"
#include "ui/seatmap/seatmapview.h"
#include "ui/sell/cart.h"
#include "ui/sell/eventlist.h"
#include "ui/widgets/banner.h"

#include <QtCore/QSettings>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

namespace foyer::test {

/// A house that several tills share: Hamlet with 5 rows of 10 seats, and a club.
struct LiveHouse {
    LiveHouse()
    {
        const auto office = database.open(QStringLiteral("office"));
        hamlet = anEvent(*office).named(QStringLiteral("Hamlet")).withSeats(5, 10, 5900).add();
        club = anEvent(*office).named(QStringLiteral("Club Night")).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
        seats = seatsOf(*office, hamlet);
    }

    qint64 count(const char *sql)
    {
        return database.administrator()->run(sql).front().number(0);
    }

    TestDatabase database{QStringLiteral("postgres")};
    Event hamlet;
    Event club;
    std::vector<PlanSeat> seats;
};

class LiveTill
{
public:
    /// `port`: of a proxy; 0 for the server itself.
    LiveTill(LiveHouse &house, const QString &name, quint16 port = 0, Patience patience = {})
        : settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , m_house(house)
    {
        theme.setAppearance(Appearance::Light);
        DatabaseUrl url = house.database.url();
        if (port != 0)
            url.ports = QString::number(port);
        backend = std::make_unique<Backend>(BackendConfig{
            url, house.database.keyFolder(name), name, house.database.clock(), random, crypto::PinCost::Minimal,
            [&house]() -> Result<std::unique_ptr<PaymentGateway>> {
                auto gateway = SandboxGateway::open(QString(), house.database.clock(), eventLoopLater());
                if (!gateway)
                    return fail(gateway.error());
                return std::unique_ptr<PaymentGateway>(std::move(*gateway));
            }, {}, patience});
        QSignalSpy opened(backend.get(), &Backend::opened);
        backend->open();
        if (!opened.wait())
            qFatal("the backend did not open");
        window = std::make_unique<MainWindow>(theme, *backend, settings,
                                              MainWindowOptions{false, folder.path(), [&house] { return Milliseconds(house.database.clock().now().ms); }});
        window->resize(1280, 720);
        window->begin();
        signIn();
        openHamlet();
    }

    template <typename W>
    W *find(const char *name = nullptr) { return window->findChild<W *>(QLatin1String(name)); }
    SellPage &sell() { return *find<SellPage>(); }
    Cart &cart() { return sell().cart(); }
    SeatMapView &map() { return *find<SeatMapView>(); }
    SeatState state(int seat) { return map().model().state(seat); }
    int places() { return cart().isBusy() ? -1 : cart().reservation().places(); }
    QString message() { return sell().findChild<Banner *>()->message(); }
    /// What stands above the page while the database is away.
    QString notice()
    {
        for (const Banner *banner : window->findChildren<Banner *>())
            if (banner->message().contains(QStringLiteral("has not answered")))
                return banner->message();
        return {};
    }
    void clickSeat(int seat) { QTest::mouseClick(&map(), Qt::LeftButton, {}, map().seatRect(seat).center().toPoint()); }
    void pressMessage() { QTest::mouseClick(button(sell(), "bannerAction"), Qt::LeftButton); }

    Theme theme;
    QTemporaryDir folder;
    QSettings settings;
    SystemRandom random;
    std::unique_ptr<Backend> backend;
    std::unique_ptr<MainWindow> window;

private:
    /// Signing in has tests of its own.
    void signIn()
    {
        activate();
        backend->run(window.get(), [](Desk &desk) -> Result<Actor> { return desk.office.system(); }, [this](const Result<Actor> &actor) {
            Q_EMIT find<SignInPage>()->signedIn({must(actor), QStringLiteral("Anna")});
        });
        if (!QTest::qWaitFor([&] { return find<SellPage>() && sell().isVisible() && sell().findChild<EventList *>()->findChild<QListView *>()->model()->rowCount() == 2; }))
            qFatal("the events were not listed");
    }

    void openHamlet()
    {
        Q_EMIT sell().findChild<EventList *>()->eventChosen(m_house.hamlet.id);
        if (!QTest::qWaitFor([&] { return map().model().size() == 50 && map().model().count(SeatState::NotForSale) == 0; }))
            qFatal("the map did not open");
    }

    void activate()
    {
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window did not open");
    }

    LiveHouse &m_house;
};

} // namespace foyer::test
