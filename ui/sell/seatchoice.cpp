#include "ui/sell/seatchoice.h"

#include <algorithm>
#include <cmath>

namespace foyer {
namespace {

struct Candidate {
    int seat;
    double distance;
};

bool sameRow(const PlanSeat &a, const PlanSeat &b)
{
    return a.label.zone == b.label.zone && a.label.row == b.label.row;
}

double distance(const PlanSeat &a, const PlanSeat &b)
{
    return std::hypot(a.position.x - b.position.x, a.position.y - b.position.y);
}

/// Nearest first; `fits(seat)` says which free seats count.
template <typename Fits, typename Cost>
std::vector<Candidate> nearest(const SeatMapModel &model, size_t count, Fits fits, Cost cost)
{
    std::vector<Candidate> found;
    for (int seat = 0; seat < model.size(); ++seat)
        if (model.state(seat) == SeatState::Free && fits(model.plan().seats[size_t(seat)]))
            found.push_back({seat, cost(model.plan().seats[size_t(seat)])});
    if (found.size() < count)
        return {};
    const auto nearer = [](const Candidate &a, const Candidate &b) { return std::pair(a.distance, a.seat) < std::pair(b.distance, b.seat); };
    std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(count), found.end(), nearer);
    found.resize(count);
    return found;
}

QList<int> seatsOf(const std::vector<Candidate> &candidates)
{
    QList<int> seats;
    for (const Candidate &candidate : candidates)
        seats << candidate.seat;
    std::sort(seats.begin(), seats.end());
    return seats;
}

} // namespace

QList<int> nearestFree(const SeatMapModel &model, int around, int count)
{
    if (!model.contains(around) || count < 1)
        return {};
    const PlanSeat &wanted = model.plan().seats[size_t(around)];
    constexpr double AnotherRow = 1e6; // a seat of the same row comes before all others
    return seatsOf(nearest(model, size_t(count), [&](const PlanSeat &seat) { return seat.category == wanted.category; },
                           [&](const PlanSeat &seat) { return distance(seat, wanted) + (sameRow(seat, wanted) ? 0 : AnotherRow); }));
}

} // namespace foyer
