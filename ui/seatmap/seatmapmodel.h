// SeatMapModel: what the map shows of each seat. Holds no rules; pages feed it from the cursor.
#pragma once

#include "core/domain/seatingplan.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtGui/QColor>

#include <array>
#include <functional>
#include <span>

namespace foyer {

enum class SeatState : quint8 { Free, Mine, HeldByOther, Sold, House, Killed, NotForSale };
inline constexpr int SeatStateCount = 7;

/// A colour on the map with its name, usually a price category.
struct PriceZone {
    QString name;
    QColor color;

    bool operator==(const PriceZone &) const = default;
};

struct SeatChange {
    int seat;
    SeatState state;
};

/// Seats are named by their index in SeatingPlan::seats.
class SeatMapModel final : public QObject
{
    Q_OBJECT

public:
    using Formatter = std::function<QString(int seat)>;

    explicit SeatMapModel(QObject *parent = nullptr);

    /// Every seat starts NotForSale, in the price zone of its category.
    void setPlan(SeatingPlan plan);
    const SeatingPlan &plan() const { return m_plan; }
    int size() const { return int(m_states.size()); }
    bool contains(int seat) const { return seat >= 0 && seat < size(); }

    SeatState state(int seat) const { return m_states.at(size_t(seat)); }
    void setState(int seat, SeatState state);
    /// One signal for all; unknown seats and unchanged states are left out of it.
    void setStates(std::span<const SeatChange> changes);
    /// One state for each seat, in order; ignored unless the length fits.
    void setAllStates(std::span<const SeatState> states);
    int count(SeatState state) const { return m_counts.at(size_t(state)); }

    /// Replaces the zones of the plan's categories; zoneOfSeat has one index into zones for each seat.
    void setPriceZones(std::vector<PriceZone> zones, std::vector<quint16> zoneOfSeat);
    const std::vector<PriceZone> &priceZones() const { return m_zones; }
    int priceZone(int seat) const { return m_zoneOfSeat.at(size_t(seat)); }

    /// What the tooltip and screen readers say of a seat, e.g. "Stalls 5-12 · Full 59.00 · free".
    void setFormatter(Formatter formatter) { m_formatter = std::move(formatter); }
    QString describe(int seat) const;

    static QString stateName(SeatState state);

Q_SIGNALS:
    void planChanged();
    void seatsChanged(const QList<int> &seats);
    void priceZonesChanged();

private:
    bool change(int seat, SeatState state);

    SeatingPlan m_plan;
    std::vector<SeatState> m_states;
    std::vector<PriceZone> m_zones;
    std::vector<quint16> m_zoneOfSeat;
    std::array<int, SeatStateCount> m_counts{};
    Formatter m_formatter;
};

} // namespace foyer
