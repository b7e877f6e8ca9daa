#include "ui/seatmap/seatgrid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foyer {
namespace {

constexpr int MostSquaresAcross = 512;
/// A seat aslant counts as this much farther for each unit that it lies beside the straight line.
constexpr double SidewaysCost = 2.5;

struct Offset {
    double ahead;
    double aside;
};

Offset offsetOf(QPointF delta, Direction direction)
{
    switch (direction) {
    case Direction::Left:
        return {-delta.x(), std::abs(delta.y())};
    case Direction::Right:
        return {delta.x(), std::abs(delta.y())};
    case Direction::Up:
        return {-delta.y(), std::abs(delta.x())};
    case Direction::Down:
        return {delta.y(), std::abs(delta.x())};
    }
    Q_UNREACHABLE();
}

} // namespace

SeatGrid::SeatGrid(const std::vector<PlanSeat> &seats)
{
    if (seats.empty())
        return;
    m_places.reserve(seats.size());
    double left = std::numeric_limits<double>::max(), top = left;
    double right = std::numeric_limits<double>::lowest(), bottom = right;
    for (const PlanSeat &seat : seats) {
        const Place place{{seat.position.x, seat.position.y}, seat.radius};
        m_places.push_back(place);
        m_largestRadius = std::max(m_largestRadius, place.radius);
        left = std::min(left, place.center.x() - place.radius);
        top = std::min(top, place.center.y() - place.radius);
        right = std::max(right, place.center.x() + place.radius);
        bottom = std::max(bottom, place.center.y() + place.radius);
    }
    m_bounds = QRectF(QPointF(left, top), QPointF(right, bottom));
    m_cell = std::max({m_largestRadius * 2, m_bounds.width() / MostSquaresAcross, m_bounds.height() / MostSquaresAcross, 1e-6});
    m_columns = int(m_bounds.width() / m_cell) + 1;
    m_rows = int(m_bounds.height() / m_cell) + 1;

    // Counting sort: how many in each square, where each begins, then the seats themselves.
    m_starts.assign(size_t(m_columns) * size_t(m_rows) + 1, 0);
    const auto squareOf = [this](const Place &place) { return cellAt(columnOf(place.center.x()), rowOf(place.center.y())); };
    for (const Place &place : m_places)
        ++m_starts[squareOf(place) + 1];
    for (size_t square = 1; square < m_starts.size(); ++square)
        m_starts[square] += m_starts[square - 1];
    m_order.resize(m_places.size());
    std::vector<size_t> filled(m_starts.begin(), m_starts.end() - 1);
    for (size_t seat = 0; seat < m_places.size(); ++seat)
        m_order[filled[squareOf(m_places[seat])]++] = int(seat);
}

QRectF SeatGrid::rect(int seat) const
{
    const Place &place = m_places.at(size_t(seat));
    return {place.center.x() - place.radius, place.center.y() - place.radius, 2 * place.radius, 2 * place.radius};
}

int SeatGrid::columnOf(double x) const
{
    return std::clamp(int(std::floor((x - m_bounds.left()) / m_cell)), 0, m_columns - 1);
}

int SeatGrid::rowOf(double y) const
{
    return std::clamp(int(std::floor((y - m_bounds.top()) / m_cell)), 0, m_rows - 1);
}

void SeatGrid::forEach(const QRectF &area, const std::function<void(int)> &visit) const
{
    if (m_places.empty())
        return;
    const QRectF reach = area.adjusted(-m_largestRadius, -m_largestRadius, m_largestRadius, m_largestRadius);
    if (!reach.intersects(m_bounds))
        return;
    const int lastColumn = columnOf(reach.right());
    const int lastRow = rowOf(reach.bottom());
    for (int row = rowOf(reach.top()); row <= lastRow; ++row) {
        // Squares of one row lie side by side in m_order.
        const size_t first = m_starts[cellAt(columnOf(reach.left()), row)];
        const size_t last = m_starts[cellAt(lastColumn, row) + 1];
        for (size_t i = first; i < last; ++i) {
            const Place &place = m_places[size_t(m_order[i])];
            if (area.adjusted(-place.radius, -place.radius, place.radius, place.radius).contains(place.center))
                visit(m_order[i]);
        }
    }
}

int SeatGrid::at(QPointF point, double slack) const
{
    int best = -1;
    double bestDistance = std::numeric_limits<double>::max();
    forEach(QRectF(point.x() - slack, point.y() - slack, 2 * slack, 2 * slack), [&](int seat) {
        const Place &place = m_places[size_t(seat)];
        const double distance = std::hypot(place.center.x() - point.x(), place.center.y() - point.y());
        if (distance <= place.radius + slack && distance < bestDistance) {
            best = seat;
            bestDistance = distance;
        }
    });
    return best;
}

int SeatGrid::next(int from, Direction direction) const
{
    if (from < 0 || size_t(from) >= m_places.size())
        return -1;
    const QPointF origin = m_places[size_t(from)].center;
    const double least = m_places[size_t(from)].radius * 0.5;
    const double farthest = std::max(m_bounds.width(), m_bounds.height());
    // Look close by first; widen until something is found that nothing outside can beat.
    for (double reach = m_cell * 3; ; reach *= 4) {
        int best = -1;
        double bestCost = std::numeric_limits<double>::max();
        forEach(QRectF(origin.x() - reach, origin.y() - reach, 2 * reach, 2 * reach), [&](int seat) {
            const Offset offset = offsetOf(m_places[size_t(seat)].center - origin, direction);
            if (seat == from || offset.ahead < least || offset.aside > offset.ahead * 2)
                return;
            const double cost = offset.ahead + SidewaysCost * offset.aside;
            if (cost < bestCost) {
                best = seat;
                bestCost = cost;
            }
        });
        if ((best >= 0 && bestCost <= reach) || reach > farthest)
            return best;
    }
}

} // namespace foyer
