#include "ui/sell/eventdelegate.h"

#include "ui/format.h"
#include "ui/sell/eventlistmodel.h"
#include "ui/sell/eventscopemenu.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace foyer {
namespace {

constexpr int HeadingHeight = 32;
constexpr int EventHeight = 76;
constexpr int TextLine = 20;

} // namespace

EventDelegate::EventDelegate(const Theme &theme, const EventListModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
{
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, EventHeight + (m_model.heading(index.row()).isEmpty() ? 0 : HeadingHeight)};
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    QRect area = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const QString heading = m_model.heading(index.row()); !heading.isEmpty()) {
        QFont font = m_theme.font(TypeRole::Small);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(t.muted);
        const QRect line(area.left() + space::Medium, area.top() + space::Small, area.width() - 2 * space::Medium, HeadingHeight - space::Small);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, heading);
        area.setTop(area.top() + HeadingHeight);
    }
    paintEvent(painter, option, area.adjusted(space::Tiny, 2, -space::Tiny, -2), index.row());
    painter->restore();
}

void EventDelegate::paintEvent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area, int row) const
{
    const Tokens &t = m_theme.tokens();
    const ListedEvent &event = m_model.at(row);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->setPen(Qt::NoPen);
    if (selected || hovered) {
        painter->setBrush(selected ? t.accentSurface : t.hover);
        painter->drawRoundedRect(area, measure::Radius, measure::Radius);
    }
    if (selected) {
        painter->setBrush(t.accent);
        painter->drawRoundedRect(QRect(area.left(), area.top() + space::Small, 4, area.height() - 2 * space::Small), 2, 2);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(t.focus, t.focusWidth));
        const double half = t.focusWidth / 2.0;
        painter->drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), measure::Radius, measure::Radius);
    }

    const QRect inner = area.adjusted(space::Medium, space::Small - 2, -space::Medium, -space::Small + 2);
    const QString time = formatTime(event.startsAt.time());
    QFont bold = m_theme.font(TypeRole::Base);
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    const int timeWidth = QFontMetrics(bold).horizontalAdvance(formatTime(QTime(22, 58))) + space::Small;
    const bool over = event.scope != EventScope::OnSale || (event.isCounted() && event.places().soldOut());
    painter->setPen(over ? t.muted : t.text);
    painter->drawText(QRect(inner.left(), inner.top(), timeWidth, TextLine), Qt::AlignLeft | Qt::AlignVCenter, time);
    const QRect name(inner.left() + timeWidth, inner.top(), inner.width() - timeWidth, TextLine);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(bold).elidedText(event.event.name, Qt::ElideRight, name.width()));

    const QFont small = m_theme.font(TypeRole::Small);
    painter->setFont(small);
    painter->setPen(t.muted);
    const QRect venue = name.translated(0, TextLine);
    painter->drawText(venue, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(small).elidedText(event.venueName, Qt::ElideRight, venue.width()));

    const QRect bar = venue.translated(0, TextLine + 1);
    if (event.scope != EventScope::OnSale) {
        painter->drawText(bar, Qt::AlignLeft | Qt::AlignVCenter, scopeText(event.scope));
    } else if (event.isCounted()) {
        drawPlaces(*painter, bar, event.places(), m_theme);
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.pressed);
        painter->drawRoundedRect(QRectF(bar.left(), bar.center().y() - 3, bar.width(), 8), 4, 4);
    }
}

} // namespace foyer
