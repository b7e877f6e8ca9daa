#include "ui/sell/eventlistmodel.h"

#include "ui/format.h"
#include "ui/sell/eventscopemenu.h"

#include <algorithm>

namespace foyer {

void EventListModel::setEvents(std::vector<ListedEvent> events, QDate today)
{
    for (ListedEvent &event : events)
        if (const ListedEvent *known = find(event.event.id))
            event.availability = known->availability;
    const auto sameEvent = [](const ListedEvent &a, const ListedEvent &b) { return a.event.id == b.event.id && a.scope == b.scope; };
    const bool same = today == m_today && std::equal(events.begin(), events.end(), m_events.begin(), m_events.end(), sameEvent);
    if (same) {
        m_events = std::move(events);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_events = std::move(events);
    m_today = today;
    m_rows = matching();
    endResetModel();
}

void EventListModel::setFilter(const QString &text)
{
    m_filter = text;
    match();
}

void EventListModel::setScope(EventScope scope)
{
    m_scope = scope;
    match();
}

void EventListModel::match()
{
    std::vector<size_t> rows = matching();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void EventListModel::setAvailability(const std::vector<EventAvailability> &availability)
{
    QHash<EventId, const EventAvailability *> byEvent;
    for (const EventAvailability &one : availability)
        byEvent.insert(one.event, &one);
    std::vector<bool> changed(m_events.size(), false);
    for (size_t i = 0; i < m_events.size(); ++i) {
        const EventAvailability *now = byEvent.value(m_events[i].event.id);
        if (!now)
            continue;
        const bool before = m_events[i].isCounted();
        const Places places = m_events[i].places();
        m_events[i].availability = *now;
        changed[i] = !before || places != m_events[i].places();
    }
    for (size_t row = 0; row < m_rows.size(); ++row)
        if (changed[m_rows[row]])
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
}

void EventListModel::updateTypes(const std::vector<EventAvailability> &changed)
{
    std::vector<EventAvailability> whole;
    for (const EventAvailability &change : changed) {
        const ListedEvent *known = find(change.event);
        if (!known || !known->isCounted())
            continue; // the first count of everything is on its way
        whole.push_back(known->availability);
        for (const TypeAvailability &type : change.types) {
            auto &types = whole.back().types;
            const auto same = std::find_if(types.begin(), types.end(), [&](const TypeAvailability &one) { return one.ticketType == type.ticketType; });
            same == types.end() ? types.push_back(type) : void(*same = type);
        }
    }
    setAvailability(whole);
}

int EventListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant EventListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    const ListedEvent &event = at(index.row());
    QStringList parts{formatTime(event.startsAt.time()), event.event.name, event.venueName};
    if (role == Qt::AccessibleTextRole)
        parts.prepend(formatDay(event.startsAt.date(), m_today));
    if (event.scope != EventScope::OnSale)
        parts << scopeText(event.scope);
    else if (event.isCounted())
        parts << placesText(event.places());
    return parts.join(QStringLiteral(" · "));
}

const ListedEvent *EventListModel::find(EventId event) const
{
    const auto found = std::find_if(m_events.begin(), m_events.end(), [&](const ListedEvent &e) { return e.event.id == event; });
    return found == m_events.end() ? nullptr : &*found;
}

int EventListModel::rowOf(EventId event) const
{
    for (size_t row = 0; row < m_rows.size(); ++row)
        if (m_events[m_rows[row]].event.id == event)
            return int(row);
    return -1;
}

QString EventListModel::heading(int row) const
{
    const QDate day = at(row).startsAt.date();
    if (row > 0 && at(row - 1).startsAt.date() == day)
        return {};
    return formatDay(day, m_today);
}

std::vector<EventId> EventListModel::ids() const
{
    std::vector<EventId> ids;
    for (const ListedEvent &event : m_events)
        if (event.scope == EventScope::OnSale)
            ids.push_back(event.event.id);
    return ids;
}

bool EventListModel::hasEvents() const
{
    return std::any_of(m_events.begin(), m_events.end(), [this](const ListedEvent &event) { return event.scope == m_scope; });
}

std::vector<size_t> EventListModel::matching() const
{
    const QStringList words = m_filter.simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<size_t> rows;
    for (size_t i = 0; i < m_events.size(); ++i) {
        const ListedEvent &event = m_events[i];
        const QString text = event.event.name + u' ' + event.venueName + u' ' + formatDay(event.startsAt.date(), m_today);
        if (event.scope == m_scope && std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            rows.push_back(i);
    }
    return rows;
}

} // namespace foyer
