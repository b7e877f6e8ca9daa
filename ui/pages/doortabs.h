// DoorTabs: the page Doors: scanning, and for those who may settle it what doors told that does not fit, and the doors themselves.
#pragma once

#include "ui/doors/doormatter.h"
#include "ui/pay/pressguard.h"
#include "ui/session.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <array>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QShortcut)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class Backend;
class DoorInbox;
class DoorList;
class DoorsPage;
class Theme;
struct Desk;

/// The tabs are there for supervisors at the box office alone: a door has nothing to settle.
class DoorTabs final : public QWidget
{
    Q_OBJECT

public:
    DoorTabs(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent = nullptr);

    DoorsPage &scanning() { return *m_scanning; }
    /// Somebody signed in: from now on what waits for them is counted, also while another page is shown.
    void begin(const Session &session);
    /// The page is shown: that of the scans, as people stand at the door.
    void activate(const Session &session);
    /// Whatever tab is open, a scan is judged, and seen.
    void scan(const QString &text);

Q_SIGNALS:
    void waitingChanged(int matters);
    void cashMoved();
    void orderWanted(const QString &ticket);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Tab { Scan, Inbox, Doors };
    /// What is looked at again and again.
    struct News {
        bool isAtDoor = false;
        std::vector<DoorMatter> matters;
    };

    void makeTabs();
    void addKeys();
    void open(int tab);
    void takeKeys();
    void look();
    static Result<News> read(Desk &desk);
    void take(const News &news);
    void setTabbed(bool tabbed);
    void setWaiting(int matters);
    void tellTabs();
    bool maySettle() const;

    Backend &m_backend;
    Session m_session;
    int m_waiting = 0;
    bool m_isAsking = false;
    bool m_isStale = false; ///< somebody wants a later answer than the one under way
    QTimer m_refresh;
    QWidget *m_row = nullptr;
    QShortcut *m_next = nullptr;
    std::array<QPushButton *, 3> m_tabs{};
    QStackedWidget *m_sides = nullptr;
    DoorsPage *m_scanning = nullptr;
    DoorInbox *m_inbox = nullptr;
    DoorList *m_doors = nullptr;
};

} // namespace foyer
