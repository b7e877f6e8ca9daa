#include "ui/sell/eventlist.h"

#include "ui/sell/eventdelegate.h"
#include "ui/sell/eventscopemenu.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

EventList::EventList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_scope(new EventScopeMenu(theme, this))
    , m_list(new QListView(this))
    , m_nothing(new EmptyState(theme, IconName::Calendar, QString(), QString(), this))
    , m_skeleton(new Skeleton(theme, this))
    , m_stack(new QStackedLayout)
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto *glass = m_search->addAction(icon(IconName::Search, theme), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, glass, [glass, &theme] { glass->setIcon(icon(IconName::Search, theme)); });

    m_list->setModel(&m_model);
    m_list->setItemDelegate(new EventDelegate(theme, m_model, this));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);

    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::Small);
    head->addWidget(m_search, 1);
    head->addWidget(m_scope);
    layout->addLayout(head);
    layout->addLayout(m_stack, 1);

    connect(m_search, &QLineEdit::textChanged, this, &EventList::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_scope, &EventScopeMenu::scopeChosen, this, [this](EventScope scope) {
        m_model.setScope(scope);
        showState();
        Q_EMIT scopeChosen(scope);
    });
    connect(m_nothing, &EmptyState::actionTriggered, this, [this] {
        clearSearch();
        focusSearch();
    });
    retranslate();
}

void EventList::retranslate()
{
    m_search->setPlaceholderText(tr("Search events (F2)"));
    m_search->setAccessibleName(tr("Search events"));
    m_list->setAccessibleName(tr("Events"));
    showState();
}

void EventList::setEvents(std::vector<ListedEvent> events, QDate today)
{
    m_loaded = true;
    const int before = m_list->currentIndex().row();
    const EventId current = before >= 0 ? m_model.at(before).event.id : m_open;
    m_model.setEvents(std::move(events), today);
    if (const int row = m_model.rowOf(current); row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
    else if (m_model.rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    showState();
}

void EventList::setOpen(EventId event)
{
    m_open = event;
    if (const int row = m_model.rowOf(event); row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void EventList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void EventList::focusList()
{
    (m_stack->currentWidget() == m_list ? static_cast<QWidget *>(m_list) : m_search)->setFocus(Qt::ShortcutFocusReason);
}

bool EventList::clearSearch()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void EventList::showOnSale()
{
    m_scope->setScope(EventScope::OnSale);
    m_model.setScope(EventScope::OnSale);
    showState();
}

void EventList::search(const QString &text)
{
    m_model.setFilter(text);
    const int row = m_model.rowOf(m_open);
    if (m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(qMax(0, row)));
    showState();
}

void EventList::showState()
{
    if (m_model.hasEvents())
        m_nothing->setText(tr("No event fits this search."), tr("Clear the search"));
    else if (m_model.scope() == EventScope::Archived)
        m_nothing->setText(tr("The archive is empty. Events go there some days after their end."));
    else if (m_model.scope() == EventScope::Over)
        m_nothing->setText(tr("No event is over that is not in the archive."));
    else
        m_nothing->setText(tr("Nothing is on sale yet. Events are imported by a manager with foyerctl."));
    m_stack->setCurrentWidget(!m_loaded ? static_cast<QWidget *>(m_skeleton) : m_model.rowCount() == 0 ? static_cast<QWidget *>(m_nothing) : m_list);
}

void EventList::choose(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        Q_EMIT eventChosen(m_model.at(row).event.id);
}

bool EventList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(m_list->currentIndex().row());
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_list->setFocus(Qt::ShortcutFocusReason);
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EventList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
