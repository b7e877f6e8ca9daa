// Till: the whole window in a test: two events, Anna with her PIN, and a clock that moves countdown and database alike.
#pragma once

#include "tests/ui/pages/counter.h"
#include "ui/mainwindow.h"
#include "ui/pages/donepage.h"
#include "ui/pages/paypage.h"
#include "ui/pages/sellpage.h"
#include "ui/pages/signinpage.h"
#include "ui/pages/statisticspage.h"
#include "ui/seatmap/seatmapview.h"
#include "ui/sell/cart.h"
#include "ui/sell/eventlist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pinpad.h"

#include <QtCore/QSettings>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

namespace foyer::test {

class Till
{
public:
    /// `prepare(BoxOffice &)`: what else the box office holds.
    explicit Till(const std::function<void(BoxOffice &)> &prepare = [](BoxOffice &) {}, SandboxBehaviour bank = atOnce())
        : counter([&](BoxOffice &office) {
              must(office.staff().add(office.system(), QStringLiteral("Anna"), Role::Cashier, QStringLiteral("111111")));
              must(office.staff().add(office.system(), QStringLiteral("Clara"), Role::Supervisor, QStringLiteral("333333")));
              hamlet = anEvent(office).named(QStringLiteral("Hamlet")).withSeats(5, 10, 5900).withLevel(QStringLiteral("Reduced"), 3900).add();
              club = anEvent(office).named(QStringLiteral("Club Night")).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
              seats = seatsOf(office, hamlet);
              prepare(office);
          }, bank)
        , settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , window(counter.theme, *counter.backend, settings, {false, folder.path(), [this] { return Milliseconds(counter.database.clock().now().ms); }})
    {
        settings.setValue(QStringLiteral("lock/minutes"), 0); // tests let much time pass
        window.resize(1280, 720);
        window.begin();
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window did not open");
        if (!QTest::qWaitFor([this] { return find<PinPad>()->isEnabled() && find<SellPage>(); }))
            qFatal("nobody may sign in");
    }

    template <typename W>
    W *find(const char *name = nullptr) { return window.findChild<W *>(QLatin1String(name)); }
    SellPage &sell() { return *find<SellPage>(); }
    Cart &cart() { return sell().cart(); }
    SeatMapView &map() { return *find<SeatMapView>(); }
    QString message() { return find<SellPage>()->findChild<Banner *>()->message(); }
    int places() { return cart().isBusy() ? -1 : cart().reservation().places(); }

    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void pass(Milliseconds time) { counter.database.advance(time); }
    void clickSeat(int seat) { QTest::mouseClick(&map(), Qt::LeftButton, {}, map().seatRect(seat).center().toPoint()); }

    void signIn(const QString &pin = QStringLiteral("111111"))
    {
        type(pin);
        QVERIFY(QTest::qWaitFor([&] { return sell().isVisible() && find<QLineEdit>("search")->hasFocus() && list()->model()->rowCount() == 2; }));
    }
    QPushButton *railButton(const QString &text)
    {
        for (QPushButton *button : window.findChildren<QPushButton *>())
            if (button->text() == text)
                return button;
        qFatal("there is no such button");
    }
    QListView *list() { return find<EventList>()->findChild<QListView *>(); }

    /// Searches for the event and opens it with Enter.
    void open(const QString &name)
    {
        key(Qt::Key_F2);
        type(name);
        key(Qt::Key_Return);
    }

    void openHamlet()
    {
        open(QStringLiteral("hamlet"));
        QVERIFY(QTest::qWaitFor([&] { return map().hasFocus() && map().model().count(SeatState::Free) == 50; }));
    }

    Event hamlet;
    Event club;
    std::vector<PlanSeat> seats;
    QTemporaryDir folder;
    Counter counter;
    QSettings settings;
    MainWindow window;
};

/// Buttons and labels that are narrower than their text.
inline QStringList cutTexts(const QWidget &page)
{
    QStringList cut;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisible() || qobject_cast<const ElidedLabel *>(widget))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->wordWrap() && label->sizeHint().width() > label->width())
            cut << label->text();
        const auto *button = qobject_cast<const QPushButton *>(widget);
        if (!button)
            continue;
        for (const QString &line : button->text().split(u'\n'))
            if (button->fontMetrics().horizontalAdvance(line) + 4 > button->width())
                cut << line;
    }
    return cut;
}

} // namespace foyer::test
