// EventDelegate: an event in the list: time, name, venue, and how full it is; its day above the first of a day.
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace foyer {

class EventListModel;
class Theme;

class EventDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    EventDelegate(const Theme &theme, const EventListModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintEvent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area, int row) const;

    const Theme &m_theme;
    const EventListModel &m_model;
};

} // namespace foyer
