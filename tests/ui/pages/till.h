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

/// What is unlike other tills; the window is made with it.
struct TillOptions {
    bool cardMachine = false; ///< beside the till, in the place of the sandbox's cards
    bool training = false;
    std::function<void(QSettings &)> prefer = [](QSettings &) {};
};

class Till
{
public:
    /// `prepare(BoxOffice &)`: what else the box office holds.
    explicit Till(const std::function<void(BoxOffice &)> &prepare = [](BoxOffice &) {}, SandboxBehaviour bank = atOnce(), const TillOptions &options = {})
        : counter([&](BoxOffice &office) {
              must(office.staff().add(office.system(), QStringLiteral("Anna"), Role::Cashier, QStringLiteral("111111")));
              must(office.staff().add(office.system(), QStringLiteral("Clara"), Role::Supervisor, QStringLiteral("333333")));
              hamlet = anEvent(office).named(QStringLiteral("Hamlet")).withSeats(5, 10, 5900).withLevel(QStringLiteral("Reduced"), 3900).add();
              club = anEvent(office).named(QStringLiteral("Club Night")).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
              seats = seatsOf(office, hamlet);
              prepare(office);
          }, bank, options.cardMachine)
        , settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , window(counter.theme, *counter.backend, preferred(settings, options),
                 {false, folder.path(), [this] { return Milliseconds(counter.database.clock().now().ms); }, options.training, options.training ? QStringLiteral("000000") : QString()})
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

private:
    static QSettings &preferred(QSettings &settings, const TillOptions &options)
    {
        options.prefer(settings);
        return settings;
    }
};

/// The lines of a text that do not fit into the widget; a text that wraps may lack height.
inline QStringList cutLines(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        const bool isCut = label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1 : label->sizeHint().width() > label->width();
        return isCut ? QStringList{label->text()} : QStringList();
    }
    if (const auto *mark = qobject_cast<const QAbstractButton *>(widget); mark && mark->isCheckable() && !qobject_cast<const QPushButton *>(widget))
        return mark->sizeHint().width() > mark->width() ? QStringList{mark->text()} : QStringList();
    QStringList cut;
    if (const auto *button = qobject_cast<const QPushButton *>(widget))
        for (const QString &line : button->text().split(u'\n'))
            if (button->fontMetrics().horizontalAdvance(line) + 4 > button->width())
                cut << line;
    return cut;
}

/// Texts that are wider than the button or label they stand on, or higher than its place.
inline QStringList cutTexts(const QWidget &page)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what a new text has asked for
    QStringList cut;
    for (const QWidget *widget : page.findChildren<QWidget *>())
        if (widget->isVisible() && !qobject_cast<const ElidedLabel *>(widget))
            cut << cutLines(widget);
    return cut;
}

} // namespace foyer::test
