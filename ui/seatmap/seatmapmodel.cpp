#include "ui/seatmap/seatmapmodel.h"

#include <QtCore/QHash>

namespace foyer {
namespace {

/// Okabe-Ito without its orange, which is the cart's; for categories that the plan gives no colour.
QColor spareColor(size_t index)
{
    static constexpr std::array<QRgb, 6> colors{0x0072B2, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0x7A6AD8};
    return QColor::fromRgb(colors.at(index % colors.size()));
}

} // namespace

SeatMapModel::SeatMapModel(QObject *parent) : QObject(parent) {}

void SeatMapModel::setPlan(SeatingPlan plan)
{
    m_plan = std::move(plan);
    m_states.assign(m_plan.seats.size(), SeatState::NotForSale);
    m_counts = {};
    m_counts.at(size_t(SeatState::NotForSale)) = size();

    QHash<QString, quint16> zoneByName;
    m_zones.clear();
    for (const PlanCategory &category : m_plan.categories) {
        zoneByName.insert(category.name, quint16(m_zones.size()));
        const QColor color(category.color);
        m_zones.push_back({category.name, color.isValid() ? color : spareColor(m_zones.size())});
    }
    if (m_zones.empty())
        m_zones.push_back({QString(), spareColor(0)});
    m_zoneOfSeat.clear();
    m_zoneOfSeat.reserve(m_plan.seats.size());
    for (const PlanSeat &seat : m_plan.seats)
        m_zoneOfSeat.push_back(zoneByName.value(seat.category, 0));
    m_holds.clear();
    m_holdOfSeat.clear();
    Q_EMIT planChanged();
}

void SeatMapModel::setState(int seat, SeatState state)
{
    if (change(seat, state))
        Q_EMIT seatsChanged({seat});
}

void SeatMapModel::setStates(std::span<const SeatChange> changes)
{
    QList<int> changed;
    for (const SeatChange &one : changes)
        if (change(one.seat, one.state))
            changed.append(one.seat);
    if (!changed.isEmpty())
        Q_EMIT seatsChanged(changed);
}

void SeatMapModel::setAllStates(std::span<const SeatState> states)
{
    if (states.size() != m_states.size())
        return;
    QList<int> changed;
    for (int seat = 0; seat < size(); ++seat)
        if (change(seat, states[size_t(seat)]))
            changed.append(seat);
    if (!changed.isEmpty())
        Q_EMIT seatsChanged(changed);
}

void SeatMapModel::setPriceZones(std::vector<PriceZone> zones, std::vector<quint16> zoneOfSeat)
{
    const auto known = [&zones](quint16 zone) { return zone < zones.size(); };
    if (zoneOfSeat.size() != m_states.size() || !std::all_of(zoneOfSeat.begin(), zoneOfSeat.end(), known))
        return;
    m_zones = std::move(zones);
    m_zoneOfSeat = std::move(zoneOfSeat);
    Q_EMIT priceZonesChanged();
}

int SeatMapModel::freeIn(int zone) const
{
    int count = 0;
    for (size_t seat = 0; seat < m_states.size(); ++seat)
        count += m_zoneOfSeat[seat] == zone && m_states[seat] == SeatState::Free;
    return count;
}

void SeatMapModel::setHolds(std::vector<PriceZone> holds, const QHash<int, quint16> &holdOfSeat)
{
    QHash<int, int> known;
    for (auto it = holdOfSeat.cbegin(); it != holdOfSeat.cend(); ++it)
        if (contains(it.key()) && it.value() < holds.size())
            known.insert(it.key(), it.value());
    for (size_t i = 0; i < holds.size(); ++i)
        if (!holds[i].color.isValid())
            holds[i].color = spareColor(i);
    if (holds == m_holds && known == m_holdOfSeat)
        return;
    m_holds = std::move(holds);
    m_holdOfSeat = std::move(known);
    if (m_view == SeatView::Hold)
        Q_EMIT viewChanged();
}

int SeatMapModel::countOfHold(int hold) const
{
    return int(std::count(m_holdOfSeat.cbegin(), m_holdOfSeat.cend(), hold));
}

SeatState SeatMapModel::stateOfHold(int hold) const
{
    const int seat = m_holdOfSeat.key(hold, -1);
    return contains(seat) ? state(seat) : SeatState::House;
}

void SeatMapModel::setView(SeatView view)
{
    if (view == m_view)
        return;
    m_view = view;
    Q_EMIT viewChanged();
}

QColor SeatMapModel::color(int seat) const
{
    if (m_view != SeatView::Hold)
        return m_zones[size_t(priceZone(seat))].color;
    const int reason = hold(seat);
    return reason < 0 ? QColor() : m_holds[size_t(reason)].color;
}

QString SeatMapModel::describe(int seat) const
{
    if (!contains(seat))
        return {};
    if (m_formatter)
        return m_formatter(seat);
    return m_plan.seats.at(size_t(seat)).label.spoken() + QStringLiteral(" · ") + stateName(state(seat));
}

QString SeatMapModel::stateName(SeatState state)
{
    switch (state) {
    case SeatState::Free:
        return tr("free");
    case SeatState::Mine:
        return tr("in this cart");
    case SeatState::HeldByOther:
        return tr("held at another till");
    case SeatState::Sold:
        return tr("sold");
    case SeatState::House:
        return tr("kept for the house");
    case SeatState::Killed:
        return tr("out of sale");
    case SeatState::NotForSale:
        return tr("not for sale here");
    }
    Q_UNREACHABLE();
}

bool SeatMapModel::change(int seat, SeatState state)
{
    if (!contains(seat) || m_states[size_t(seat)] == state)
        return false;
    --m_counts.at(size_t(m_states[size_t(seat)]));
    ++m_counts.at(size_t(state));
    m_states[size_t(seat)] = state;
    return true;
}

} // namespace foyer
