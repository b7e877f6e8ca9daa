// EventList: finding the event to sell: a search and the list, by keyboard or finger.
#pragma once

#include "ui/sell/eventlistmodel.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QStackedLayout)

namespace foyer {

class EmptyState;
class EventScopeMenu;
class Skeleton;
class Theme;

class EventList final : public QWidget
{
    Q_OBJECT

public:
    explicit EventList(const Theme &theme, QWidget *parent = nullptr);

    EventListModel &model() { return m_model; }
    void setEvents(std::vector<ListedEvent> events, QDate today);
    /// The event that is open, or null.
    void setOpen(EventId event);
    void focusSearch();
    void focusList();
    /// False when there was nothing to clear.
    bool clearSearch();
    /// Whoever sells next sees what is on sale.
    void showOnSale();

Q_SIGNALS:
    void eventChosen(const foyer::EventId &event);
    /// Events of this scope are wanted in the list.
    void scopeChosen(foyer::EventScope scope);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(int row);
    void search(const QString &text);
    void showState();
    void retranslate();

    EventListModel m_model;
    QLineEdit *m_search;
    EventScopeMenu *m_scope;
    QListView *m_list;
    EmptyState *m_nothing;
    Skeleton *m_skeleton;
    QStackedLayout *m_stack;
    EventId m_open;
    bool m_loaded = false;
};

} // namespace foyer
