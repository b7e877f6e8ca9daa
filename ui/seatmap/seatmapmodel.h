// SeatMapModel: what the map shows of each seat. Holds no rules; pages feed it from the cursor.
#pragma once

#include "core/domain/seatingplan.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtGui/QColor>

#include <array>
#include <functional>
#include <span>

namespace foyer {

enum class SeatState : quint8 { Free, Mine, HeldByOther, Sold, House, Killed, NotForSale };
inline constexpr int SeatStateCount = 7;

/// What the map is about. Status: who has which seat, free ones in the colour of their price zone. Price: every seat in
/// that colour. Hold: what is kept from sale, in the colour of its reason.
enum class SeatView { Status, Price, Hold };

/// A colour on the map with its name: a price category, or the reason why seats are kept from sale.
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

    /// How many of a zone's seats are free.
    int freeIn(int zone) const;

    /// Why seats are kept from sale: holdOfSeat names seats and their index in holds. All others have none.
    void setHolds(std::vector<PriceZone> holds, const QHash<int, quint16> &holdOfSeat);
    const std::vector<PriceZone> &holds() const { return m_holds; }
    /// -1 when it is not kept.
    int hold(int seat) const { return m_holdOfSeat.value(seat, -1); }
    int countOfHold(int hold) const;
    /// House or Killed, as its seats are.
    SeatState stateOfHold(int hold) const;

    void setView(SeatView view);
    SeatView view() const { return m_view; }
    /// The seat's group in the present view and that group's colour; invalid when it has none.
    int group(int seat) const { return m_view == SeatView::Hold ? hold(seat) + 1 : priceZone(seat); }
    QColor color(int seat) const;

    /// What the tooltip and screen readers say of a seat, e.g. "Stalls 5-12 · Full 59.00 · free".
    void setFormatter(Formatter formatter) { m_formatter = std::move(formatter); }
    QString describe(int seat) const;

    static QString stateName(SeatState state);

Q_SIGNALS:
    void planChanged();
    void seatsChanged(const QList<int> &seats);
    void priceZonesChanged();
    /// The view, or the holds that it shows.
    void viewChanged();

private:
    bool change(int seat, SeatState state);

    SeatingPlan m_plan;
    std::vector<SeatState> m_states;
    std::vector<PriceZone> m_zones;
    std::vector<quint16> m_zoneOfSeat;
    std::vector<PriceZone> m_holds;
    QHash<int, int> m_holdOfSeat; ///< few seats are kept
    SeatView m_view = SeatView::Status;
    std::array<int, SeatStateCount> m_counts{};
    Formatter m_formatter;
};

} // namespace foyer
