#include "ui/pay/soldtext.h"

#include "ui/format.h"

#include <QtCore/QCollator>
#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>

namespace foyer {
namespace {

constexpr qsizetype CartLines = 6;

/// Equal tickets of one event.
struct SoldGroup {
    EventId event;
    PriceLevelId priceLevel; ///< names the ticket type too
    QString eventName;
    QString ticketTypeName;
    QString priceLevelName;
    int count = 0;
    Money total;
    QStringList seats;
};

/// `sample` names what is counted.
SoldGroup &groupOf(std::vector<SoldGroup> &groups, const SoldGroup &sample)
{
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const SoldGroup &g) { return g.event == sample.event && g.priceLevel == sample.priceLevel; });
    return found == groups.end() ? groups.emplace_back(sample) : *found;
}

/// As people read them: row 2 before row 10. Groups of one event stand together.
void sortGroups(std::vector<SoldGroup> &groups)
{
    QCollator natural;
    natural.setNumericMode(true);
    for (SoldGroup &group : groups)
        std::sort(group.seats.begin(), group.seats.end(), natural);
    std::stable_sort(groups.begin(), groups.end(), [&](const SoldGroup &a, const SoldGroup &b) {
        if (const int byName = natural.compare(a.eventName, b.eventName); byName != 0)
            return byName < 0;
        return a.event == b.event ? natural.compare(a.ticketTypeName, b.ticketTypeName) < 0 : a.event < b.event;
    });
}

QString textOf(const SoldGroup &group)
{
    //: 2 × Stalls, full   118.00
    QString text = QCoreApplication::translate("Sold", "%1 × %2, %3   %4")
                       .arg(QString::number(group.count), group.ticketTypeName, group.priceLevelName, formatMoney(group.total));
    if (!group.seats.isEmpty())
        text += u'\n' + group.seats.join(QStringLiteral(", "));
    return text;
}

QString feeLine(Money fees)
{
    return fees.isPositive() ? u'\n' + QCoreApplication::translate("Sold", "Booking fees   %1").arg(formatMoney(fees)) : QString();
}

QString discountLine(Money discount)
{
    return discount.isPositive() ? u'\n' + QCoreApplication::translate("Sold", "Discounts   %1").arg(formatMoney(-discount)) : QString();
}

QString textOf(std::vector<SoldGroup> groups)
{
    sortGroups(groups);
    QStringList paragraphs;
    EventId before;
    for (const SoldGroup &group : groups) {
        if (group.event != before)
            paragraphs << group.eventName;
        paragraphs << textOf(group);
        before = group.event;
    }
    return paragraphs.join(u'\n');
}

} // namespace

QString soldText(const Order &order)
{
    std::vector<SoldGroup> groups;
    for (const OrderLine &line : order.lines) {
        SoldGroup &group = groupOf(groups, {line.ticket.event, line.priceLevel, line.eventName, line.ticketTypeName, line.priceLevelName, 0,
                                        Money::zero(order.currency), {}});
        ++group.count;
        group.total += line.unitPrice;
        if (line.seatLabel)
            group.seats << line.seatLabel->spoken();
    }
    return textOf(std::move(groups)) + discountLine(order.discount()) + feeLine(order.fees());
}

QString cartText(const Reservation &reservation)
{
    std::vector<SoldGroup> groups;
    for (const ReservationLine &line : reservation.lines) {
        SoldGroup &group = groupOf(groups, {line.event, line.priceLevel, line.eventName, line.ticketTypeName, line.priceLevelName, 0,
                                        Money::zero(reservation.currency), {}});
        group.count += line.quantity;
        group.total += line.price();
    }
    QStringList lines = textOf(std::move(groups)).split(u'\n');
    if (lines.size() > CartLines)
        lines = lines.mid(0, CartLines - 1) << QStringLiteral("…");
    return lines.join(u'\n') + discountLine(reservation.discount()) + feeLine(reservation.fees());
}

} // namespace foyer
