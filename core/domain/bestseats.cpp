#include "core/domain/bestseats.h"

#include "core/domain/seatruns.h"

#include <algorithm>

namespace foyer {

namespace {

using Groups = std::vector<SeatRun>;

constexpr size_t Anchors = 6;         ///< places to begin a split that are tried
constexpr size_t Neighbourhood = 128; ///< runs around an anchor that are looked at

/// The lengths of the longest runs, summed up: [k] is what k runs can seat at most. At most `wanted` runs.
std::vector<size_t> reachOf(const std::vector<SeatRun> &runs, size_t wanted)
{
    std::vector<size_t> lengths;
    for (const SeatRun &run : runs)
        lengths.push_back(run.size);
    const size_t most = std::min(wanted, lengths.size());
    std::partial_sort(lengths.begin(), lengths.begin() + std::ptrdiff_t(most), lengths.end(), std::greater<>());
    std::vector<size_t> sums{0};
    for (size_t i = 0; i < most; ++i)
        sums.push_back(sums.back() + lengths[i]);
    return sums;
}

size_t fewestGroups(const std::vector<size_t> &reach, size_t count)
{
    return size_t(std::lower_bound(reach.begin(), reach.end(), count) - reach.begin());
}

void sortByNearness(const SeatRuns &seats, std::vector<SeatRun> &runs, PlanPoint from)
{
    std::vector<std::pair<double, SeatRun>> keyed;
    keyed.reserve(runs.size());
    for (const SeatRun &run : runs)
        keyed.emplace_back(distance(seats.middle(run), from), run);
    const size_t most = std::min(Neighbourhood, keyed.size());
    std::partial_sort(keyed.begin(), keyed.begin() + std::ptrdiff_t(most), keyed.end(),
                      [](const auto &a, const auto &b) { return std::pair(a.first, a.second.first) < std::pair(b.first, b.second.first); });
    for (size_t i = 0; i < runs.size(); ++i)
        runs[i] = keyed[i].second;
}

/// `count` people into as few of the runs as can be, near `target`. Empty when they do not fit.
Groups gather(const SeatRuns &seats, std::vector<SeatRun> runs, size_t count, PlanPoint target)
{
    const std::vector<size_t> reach = reachOf(runs, count);
    const size_t groups = fewestGroups(reach, count);
    if (groups >= reach.size())
        return {};
    // Nobody sits alone when pairs are to be had.
    const size_t least = count >= 2 * groups && reach[groups] - reach[groups - 1] >= 2 ? 2 : 1;
    sortByNearness(seats, runs, target);
    Groups found;
    size_t left = count;
    for (const SeatRun &run : runs) {
        const size_t after = groups - found.size() - 1;
        if (left < least * (after + 1))
            break;
        const size_t take = std::min(run.size, left - least * after);
        if (take < least || left - take > reach[after])
            continue;
        found.push_back(seats.within(run, take, target));
        left -= take;
        if (left == 0)
            return found;
    }
    // The near ones led into a dead end: the longest do it always.
    std::sort(runs.begin(), runs.end(), [](const SeatRun &a, const SeatRun &b) { return a.size > b.size; });
    found.clear();
    left = count;
    for (size_t i = 0; i < groups; ++i) {
        const size_t take = std::min(runs[i].size, left - (groups - i - 1));
        found.push_back(seats.within(runs[i], take, target));
        left -= take;
    }
    return found;
}

/// Fewer groups, then fewer people alone, then less way between them and to the stage.
struct SplitCost {
    size_t groups = 0;
    size_t alone = 0;
    double way = 0;

    auto operator<=>(const SplitCost &) const = default;
};

SplitCost costOf(const SeatRuns &seats, const Groups &groups, PlanPoint focal)
{
    SplitCost cost{groups.size(), 0, distance(seats.middle(groups.front()), focal)};
    for (const SeatRun &group : groups) {
        cost.alone += group.size == 1;
        cost.way += distance(seats.middle(group), seats.middle(groups.front()));
    }
    return cost;
}

Groups split(SeatRuns &seats, size_t count, PlanPoint focal)
{
    const std::vector<SeatRun> runs = seats.longest();
    const std::vector<size_t> reach = reachOf(runs, count);
    const size_t fewest = fewestGroups(reach, count);
    if (fewest >= reach.size())
        return {};
    std::vector<SeatRun> anchors;
    for (const SeatRun &run : runs)
        if (run.size * fewest >= count) // the largest group of the fewest has at least its share
            anchors.push_back(run);
    sortByNearness(seats, anchors, focal);
    if (anchors.size() > Anchors)
        anchors.resize(Anchors);
    Groups best;
    SplitCost bestCost;
    for (const SeatRun &anchor : anchors) {
        std::vector<SeatRun> others = runs;
        std::erase_if(others, [&](const SeatRun &run) { return run.first == anchor.first; });
        const size_t most = std::min(anchor.size, count - 1);
        for (size_t take = most; take >= 1 && take + 1 >= most; --take) { // one fewer, so that nobody is left over alone
            Groups groups{seats.within(anchor, take, focal)};
            const Groups rest = gather(seats, others, count - take, seats.middle(groups.front()));
            if (rest.empty())
                continue;
            groups.insert(groups.end(), rest.begin(), rest.end());
            const SplitCost cost = costOf(seats, groups, focal);
            if (best.empty() || cost < bestCost) {
                best = groups;
                bestCost = cost;
            }
        }
    }
    return best;
}

/// An accessible seat with as many companions beside it as there are free neighbours; the others close by.
Groups accessibleGroups(const SeatBoard &board, const SeatBoard::Section &section, const BestWish &wish)
{
    SeatRuns withOne(board, section, SeatRuns::Accessible::NeedOne);
    const auto count = size_t(wish.count);
    for (size_t together = count; together > 0; --together) {
        const auto anchor = withOne.best(together, wish.slack * board.pitch(), wish.salt);
        if (!anchor)
            continue;
        if (together == count)
            return {*anchor};
        SeatRuns others(board, section, SeatRuns::Accessible::LeaveAlone);
        others.remove(*anchor);
        Groups groups = gather(others, others.longest(), count - together, others.middle(*anchor));
        if (groups.empty())
            return {};
        groups.insert(groups.begin(), *anchor);
        return groups;
    }
    return {};
}

BestAnswer answer(const SeatBoard::Section &section, const Groups &groups)
{
    BestAnswer out{section.type, {}, int(groups.size())};
    for (const SeatRun &group : groups)
        for (size_t i = 0; i < group.size; ++i)
            out.seats.push_back(group.first + i);
    return out;
}

} // namespace

BestAnswer bestSeats(const SeatBoard &board, const BestWish &wish)
{
    using Accessible = SeatRuns::Accessible;
    if (wish.count < 1)
        return {};
    const auto count = size_t(wish.count);
    std::vector<const SeatBoard::Section *> sections;
    for (const TicketTypeId type : wish.types)
        if (const auto *section = board.section(type))
            sections.push_back(section);
    if (wish.accessible) {
        for (const auto *section : sections)
            if (const Groups groups = accessibleGroups(board, *section, wish); !groups.empty())
                return answer(*section, groups);
        return {};
    }
    for (const Accessible accessible : {Accessible::LeaveAlone, Accessible::MayUse}) {
        for (const auto *section : sections)
            if (const auto run = SeatRuns(board, *section, accessible).best(count, wish.slack * board.pitch(), wish.salt))
                return answer(*section, {*run});
        for (const auto *section : sections) {
            SeatRuns seats(board, *section, accessible);
            if (const Groups groups = split(seats, count, section->focal); !groups.empty())
                return answer(*section, groups);
        }
    }
    return {};
}

} // namespace foyer
