// EventListModel: the events that can be sold, by start, as far as they fit what is searched for.
#pragma once

#include "ui/sell/listedevent.h"

#include <QtCore/QAbstractListModel>

namespace foyer {

class EventListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// By start. The same events again keep their places and counts.
    void setEvents(std::vector<ListedEvent> events, QDate today);
    /// Only those of this scope are listed; find() knows the others, too.
    void setScope(EventScope scope);
    EventScope scope() const { return m_scope; }
    /// Every word must be part of the name, the venue or the day.
    void setFilter(const QString &text);
    void setAvailability(const std::vector<EventAvailability> &availability);
    /// New counts of single types; the others of their events stay.
    void updateTypes(const std::vector<EventAvailability> &changed);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const ListedEvent &at(int row) const { return m_events.at(m_rows.at(size_t(row))); }
    const ListedEvent *find(EventId event) const;
    int rowOf(EventId event) const;
    /// "Today", "Tomorrow", "Sun 22 Nov" above the first event of a day; empty elsewhere.
    QString heading(int row) const;
    /// Of those on sale.
    std::vector<EventId> ids() const;
    /// Of this scope, whatever is searched for.
    bool hasEvents() const;

private:
    std::vector<size_t> matching() const;
    void match();

    std::vector<ListedEvent> m_events;
    std::vector<size_t> m_rows;
    QDate m_today;
    QString m_filter;
    EventScope m_scope = EventScope::OnSale;
};

} // namespace foyer
