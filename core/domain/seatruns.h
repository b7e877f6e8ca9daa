// SeatRuns: finds free neighbours on a board, by arithmetic on whole words.
#pragma once

#include "core/domain/seatboard.h"

#include <optional>

namespace foyer {

/// `size` neighbours in one block, the first of them `first` (an index in the plan).
struct SeatRun {
    size_t block = 0;
    size_t first = 0;
    size_t size = 0;
};

/// How good a place for a group is: fewer of `avoided`, then nearer.
struct SeatCost {
    int avoided = 0; ///< lone seats left behind, accessible seats used up
    double distance = 0;

    auto operator<=>(const SeatCost &) const = default;
};

/// The seats of one section that a search may use.
class SeatRuns
{
public:
    enum class Accessible { LeaveAlone, MayUse, NeedOne };

    SeatRuns(const SeatBoard &board, const SeatBoard::Section &section, Accessible accessible);

    /// The best `count` neighbours of the section. Among those at most `slack` (plan units) farther than the best one,
    /// the salt chooses.
    std::optional<SeatRun> best(size_t count, double slack, quint64 salt);
    /// Runs that cannot be longer, in no order.
    std::vector<SeatRun> longest();
    /// The best `count` neighbours within a run, seen from `target`.
    SeatRun within(const SeatRun &run, size_t count, PlanPoint target) const;
    /// No search uses these any more.
    void remove(const SeatRun &run);
    PlanPoint middle(const SeatRun &run) const;

private:
    struct Candidate {
        SeatCost cost;
        SeatRun run;
    };

    void load(size_t block);
    /// Whether a usable accessible seat is in the block that was loaded.
    bool holdsAccessible(size_t block) const;
    bool isFree(const SeatBoard::Block &block, std::ptrdiff_t at) const;
    bool isAccessible(const SeatBoard::Block &block, size_t at) const;
    SeatCost cost(const SeatRun &run, PlanPoint target) const;

    const SeatBoard &m_board;
    const SeatBoard::Section &m_section;
    const Accessible m_accessible;
    std::vector<SeatBoard::Word> m_usable; ///< as the board's words
    std::vector<SeatBoard::Word> m_bits;   ///< the block that is looked at
    std::vector<Candidate> m_candidates;
};

} // namespace foyer
