#include "ui/pay/soldtext.h"

#include "ui/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>

namespace foyer {
namespace {

/// Equal tickets of one event.
struct Group {
    const OrderLine *first;
    int count = 0;
    Money total;
    QStringList seats;

    bool holds(const OrderLine &line) const
    {
        return first->ticket.event == line.ticket.event && first->ticket.ticketType == line.ticket.ticketType && first->priceLevel == line.priceLevel;
    }
};

std::vector<Group> groupsOf(const Order &order)
{
    std::vector<Group> groups;
    for (const OrderLine &line : order.lines) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group &g) { return g.holds(line); });
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{&line, 0, Money::zero(order.currency), {}});
        ++group->count;
        group->total += line.total();
        if (line.seatLabel)
            group->seats << line.seatLabel->spoken();
    }
    return groups;
}

QString textOf(const Group &group)
{
    //: 2 × Stalls, full   118.00
    QString text = QCoreApplication::translate("Sold", "%1 × %2, %3   %4")
                       .arg(QString::number(group.count), group.first->ticketTypeName, group.first->priceLevelName, formatMoney(group.total));
    if (!group.seats.isEmpty())
        text += u'\n' + group.seats.join(QStringLiteral(", "));
    return text;
}

} // namespace

QString soldText(const Order &order)
{
    QStringList paragraphs;
    const Group *before = nullptr;
    const std::vector<Group> groups = groupsOf(order);
    for (const Group &group : groups) {
        const bool isSameEvent = before && before->first->ticket.event == group.first->ticket.event;
        if (!isSameEvent)
            paragraphs << (before ? QStringLiteral("\n") : QString()) + group.first->eventName;
        paragraphs << textOf(group);
        before = &group;
    }
    return paragraphs.join(u'\n');
}

} // namespace foyer
