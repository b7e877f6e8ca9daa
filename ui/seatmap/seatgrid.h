// SeatGrid: finds seats by place in the plan without looking at all of them.
#pragma once

#include "core/domain/seatingplan.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>

#include <functional>
#include <vector>

namespace foyer {

enum class Direction { Left, Right, Up, Down };

/// Squares of equal size over the plan, each with the seats whose centre lies in it.
class SeatGrid
{
public:
    SeatGrid() = default;
    explicit SeatGrid(const std::vector<PlanSeat> &seats);

    /// The seat under `point`, or the nearest one within `slack` beyond its radius; -1 when there is none.
    int at(QPointF point, double slack = 0) const;
    /// Calls `visit` once for every seat that touches `area`, in no order.
    void forEach(const QRectF &area, const std::function<void(int)> &visit) const;
    /// The nearest seat in a direction, straight ahead before aslant; -1 at the edge.
    int next(int from, Direction direction) const;
    size_t size() const { return m_places.size(); }
    /// The square around a seat.
    QRectF rect(int seat) const;
    /// Around all seats; null when there are none.
    QRectF bounds() const { return m_bounds; }
    double largestRadius() const { return m_largestRadius; }

private:
    struct Place {
        QPointF center;
        double radius;
    };
    size_t cellAt(int column, int row) const { return size_t(row) * size_t(m_columns) + size_t(column); }
    int columnOf(double x) const;
    int rowOf(double y) const;

    std::vector<Place> m_places;
    std::vector<int> m_order;      ///< seats sorted by square
    std::vector<size_t> m_starts;  ///< first entry of each square in m_order, and one past the last
    QRectF m_bounds;
    double m_cell = 1;
    double m_largestRadius = 0;
    int m_columns = 0;
    int m_rows = 0;
};

} // namespace foyer
