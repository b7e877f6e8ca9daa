#include "core/domain/bestseats.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace foyer {

namespace {

struct Block {
    size_t first;
    size_t size;
};

double distance(PlanPoint a, PlanPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Runs of seats without an aisle between them, free or not.
std::vector<Block> blocks(const std::vector<SeatChoice> &seats)
{
    std::vector<double> gaps;
    for (size_t i = 1; i < seats.size(); ++i)
        if (seats[i].row == seats[i - 1].row)
            gaps.push_back(distance(seats[i].position, seats[i - 1].position));
    double usual = 0;
    if (!gaps.empty()) {
        std::nth_element(gaps.begin(), gaps.begin() + std::ptrdiff_t(gaps.size() / 2), gaps.end());
        usual = gaps[gaps.size() / 2];
    }
    std::vector<Block> out;
    for (size_t i = 0; i < seats.size(); ++i) {
        const bool follows = i > 0 && seats[i].row == seats[i - 1].row && distance(seats[i].position, seats[i - 1].position) <= 1.5 * usual;
        if (follows)
            ++out.back().size;
        else
            out.push_back({i, 1});
    }
    return out;
}

PlanPoint focalPoint(const std::vector<SeatChoice> &seats)
{
    double left = seats.front().position.x, right = left, front = seats.front().position.y;
    for (const SeatChoice &seat : seats) {
        left = std::min(left, seat.position.x);
        right = std::max(right, seat.position.x);
        front = std::min(front, seat.position.y);
    }
    return {(left + right) / 2, front};
}

/// A free seat at `at` whose other neighbour is taken, or the block's end, would be left alone.
bool orphan(const std::vector<SeatChoice> &seats, const Block &block, std::ptrdiff_t at, std::ptrdiff_t beyond)
{
    const auto begin = std::ptrdiff_t(block.first);
    const auto end = std::ptrdiff_t(block.first + block.size);
    const auto isFree = [&](std::ptrdiff_t i) { return i >= begin && i < end && seats[size_t(i)].free; };
    return isFree(at) && !isFree(beyond);
}

} // namespace

std::vector<size_t> bestSeats(const std::vector<SeatChoice> &seats, int count)
{
    if (seats.empty() || count < 1)
        return {};
    const PlanPoint focal = focalPoint(seats);
    std::optional<size_t> best;
    std::pair<int, double> bestCost;
    const auto wanted = size_t(count);
    for (const Block &block : blocks(seats)) {
        size_t run = 0; // free seats up to here
        for (size_t i = block.first; i < block.first + block.size; ++i) {
            run = seats[i].free ? run + 1 : 0;
            if (run < wanted)
                continue;
            const size_t first = i + 1 - wanted;
            const PlanPoint a = seats[first].position, b = seats[i].position;
            const auto left = std::ptrdiff_t(first) - 1, right = std::ptrdiff_t(i) + 1;
            const int orphans = int(orphan(seats, block, left, left - 1)) + int(orphan(seats, block, right, right + 1));
            const std::pair<int, double> cost{orphans, distance({(a.x + b.x) / 2, (a.y + b.y) / 2}, focal)};
            if (!best || cost < bestCost) {
                best = first;
                bestCost = cost;
            }
        }
    }
    std::vector<size_t> out;
    for (size_t i = 0; best && i < wanted; ++i)
        out.push_back(*best + i);
    return out;
}

} // namespace foyer
