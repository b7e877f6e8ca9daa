#include "ui/pages/doortabs.h"

#include "ui/backend/backend.h"
#include "ui/doors/doorinbox.h"
#include "ui/doors/doorlist.h"
#include "ui/frame/keyhelp.h"
#include "ui/pages/doorspage.h"
#include "ui/retranslation.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr auto LooksShown = std::chrono::seconds(3);
constexpr auto LooksHidden = std::chrono::seconds(30); ///< only the count is seen then

} // namespace

DoorTabs::DoorTabs(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent)
    : QWidget(parent), m_backend(backend)
{
    makeTabs(); // first: Tab walks in the order in which things were made
    m_sides = new QStackedWidget(this);
    m_scanning = new DoorsPage(theme, backend, m_sides);
    m_inbox = new DoorInbox(theme, backend, now, m_sides);
    m_doors = new DoorList(theme, backend, now, m_sides);
    for (QWidget *side : std::initializer_list<QWidget *>{m_scanning, m_inbox, m_doors})
        m_sides->addWidget(side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_row);
    layout->addWidget(m_sides, 1);
    addKeys();
    connect(m_inbox, &DoorInbox::changed, this, &DoorTabs::look);
    connect(m_inbox, &DoorInbox::cashMoved, this, &DoorTabs::cashMoved);
    connect(m_inbox, &DoorInbox::orderWanted, this, &DoorTabs::orderWanted);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (!m_isAsking)
            look();
    });
    m_refresh.setInterval(LooksHidden);
}

void DoorTabs::makeTabs()
{
    m_row = new QWidget(this);
    auto *layout = new QHBoxLayout(m_row);
    layout->setContentsMargins(space::Large, space::Small, space::Large, 0);
    layout->setSpacing(space::Small);
    auto *group = new QButtonGroup(m_row);
    static constexpr const char *Names[] = {"tabScan", "tabInbox", "tabDoors"};
    for (int tab = Scan; tab <= Doors; ++tab) {
        QPushButton *button = makeButton(QString(), ButtonRole::Secondary, m_row);
        button->setObjectName(QLatin1String(Names[tab]));
        button->setCheckable(true);
        group->addButton(button, tab);
        layout->addWidget(button);
        m_tabs[size_t(tab)] = button;
    }
    layout->addStretch();
    m_tabs[Scan]->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this, &DoorTabs::open);
    say(m_row, [this] { tellTabs(); });
}

void DoorTabs::addKeys()
{
    m_next = new QShortcut(Qt::Key_F4, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    describe(m_next, QT_TRANSLATE_NOOP("Keys", "the next part of the page"));
    connect(m_next, &QShortcut::activated, this, [this] { open((m_sides->currentIndex() + 1) % int(m_tabs.size())); });
    setTabbed(false);
}

void DoorTabs::tellTabs()
{
    m_tabs[Scan]->setText(tr("Scan"));
    m_tabs[Inbox]->setText(m_waiting > 0 ? tr("To settle (%1)").arg(m_waiting) : tr("To settle"));
    m_tabs[Inbox]->setAccessibleDescription(tr("%n passage(s) and sale(s) of doors do not fit", nullptr, m_waiting));
    m_tabs[Doors]->setText(tr("All doors"));
}

/// For everything on the list: core asks for both.
bool DoorTabs::maySettle() const
{
    return may(m_session.actor.role, Permission::GrantPlaces) && may(m_session.actor.role, Permission::UndoAdmitted);
}

void DoorTabs::begin(const Session &session)
{
    m_session = session;
    setTabbed(false);
    setWaiting(0);
    m_inbox->show({});
    if (!maySettle())
        return m_refresh.stop();
    m_refresh.start();
    look();
}

void DoorTabs::activate(const Session &session)
{
    m_session = session;
    m_scanning->activate(session);
    open(Scan);
    look();
}

void DoorTabs::scan(const QString &text)
{
    if (m_sides->currentIndex() != Scan)
        open(Scan);
    m_scanning->scan(text);
}

void DoorTabs::open(int tab)
{
    m_tabs[size_t(tab)]->setChecked(true);
    m_sides->setCurrentIndex(tab);
    takeKeys(); // what the tab shows may take them from here
    if (tab == Inbox)
        m_inbox->activate(m_session);
    else if (tab == Doors)
        m_doors->activate(m_session);
}

void DoorTabs::takeKeys()
{
    const int tab = m_sides->currentIndex();
    (tab == Scan ? static_cast<QWidget *>(m_scanning) : m_tabs[size_t(tab)])->setFocus(Qt::OtherFocusReason);
}

/// As when the session is unlocked.
void DoorTabs::focusInEvent(QFocusEvent *)
{
    takeKeys();
}

void DoorTabs::look()
{
    m_isStale = m_isAsking;
    if (!maySettle() || m_isAsking)
        return;
    m_isAsking = true;
    m_backend.run(this, read, [this, staff = m_session.actor.staff](const Result<News> &news) {
        m_isAsking = false;
        if (staff != m_session.actor.staff || !maySettle())
            return look(); // somebody else stands here now
        if (m_isStale)
            return look(); // what it says was read before the latest was done
        if (news)
            take(*news);
        else if (m_inbox->isVisible())
            m_inbox->tell(news.error());
    });
}

Result<DoorTabs::News> DoorTabs::read(Desk &desk)
{
    const auto isAtDoor = desk.office.doorStock().isAtDoor();
    if (!isAtDoor || *isAtDoor)
        return isAtDoor ? Result<News>(News{true, {}}) : fail(isAtDoor.error());
    const auto passages = desk.office.doorCentre().conflicts();
    if (!passages)
        return fail(passages.error());
    const auto sales = desk.office.doorSettlement().conflicts();
    if (!sales)
        return fail(sales.error());
    return News{false, mattersOf(*passages, *sales)};
}

void DoorTabs::take(const News &news)
{
    setTabbed(!news.isAtDoor);
    if (news.isAtDoor)
        return m_refresh.stop();
    m_inbox->show(news.matters);
    setWaiting(int(news.matters.size()));
}

void DoorTabs::setTabbed(bool tabbed)
{
    m_row->setVisible(tabbed);
    m_next->setEnabled(tabbed);
}

void DoorTabs::setWaiting(int matters)
{
    if (matters == m_waiting)
        return;
    m_waiting = matters;
    tellTabs();
    Q_EMIT waitingChanged(matters);
}

void DoorTabs::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_refresh.setInterval(LooksShown);
}

void DoorTabs::hideEvent(QHideEvent *event)
{
    m_refresh.setInterval(LooksHidden);
    QWidget::hideEvent(event);
}

} // namespace foyer
