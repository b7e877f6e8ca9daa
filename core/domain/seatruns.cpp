#include "core/domain/seatruns.h"

#include <QtCore/QHashFunctions>

#include <bit>
#include <limits>

namespace foyer {

namespace {

using Word = SeatBoard::Word;
constexpr size_t WordBits = SeatBoard::WordBits;
constexpr int Impossible = std::numeric_limits<int>::max();

bool bitAt(const std::vector<Word> &words, const SeatBoard::Block &block, size_t at)
{
    return (words[block.firstWord + at / WordBits] >> (at % WordBits)) & 1;
}

/// bits &= bits >> by, over word boundaries: word by word upwards, so that what is read is not written yet.
void andShifted(std::vector<Word> &bits, size_t by)
{
    const size_t whole = by / WordBits, rest = by % WordBits;
    const auto word = [&](size_t i) { return i < bits.size() ? bits[i] : Word(0); };
    for (size_t i = 0; i < bits.size(); ++i) {
        Word shifted = word(i + whole) >> rest;
        if (rest > 0)
            shifted |= word(i + whole + 1) << (WordBits - rest);
        bits[i] &= shifted;
    }
}

/// Leaves the bits at which `count` set ones in a row begin.
void keepBeginnings(std::vector<Word> &bits, size_t count)
{
    for (size_t have = 1; have < count;) {
        const size_t by = std::min(have, count - have);
        andShifted(bits, by);
        have += by;
    }
}

template <typename Visit>
void forEachBit(const std::vector<Word> &bits, Visit visit)
{
    for (size_t word = 0; word < bits.size(); ++word)
        for (Word left = bits[word]; left != 0; left &= left - 1)
            visit(word * WordBits + size_t(std::countr_zero(left)));
}

} // namespace

SeatRuns::SeatRuns(const SeatBoard &board, const SeatBoard::Section &section, Accessible accessible)
    : m_board(board), m_section(section), m_accessible(accessible), m_usable(board.free())
{
    for (size_t word = 0; word < m_usable.size(); ++word) {
        m_usable[word] &= section.seats[word];
        if (accessible == Accessible::LeaveAlone)
            m_usable[word] &= ~board.accessible()[word];
    }
}

void SeatRuns::load(size_t block)
{
    const SeatBoard::Block &where = m_board.blocks()[block];
    const auto first = m_usable.begin() + std::ptrdiff_t(where.firstWord);
    m_bits.assign(first, first + std::ptrdiff_t(where.words()));
}

bool SeatRuns::holdsAccessible(size_t block) const
{
    const size_t first = m_board.blocks()[block].firstWord;
    for (size_t word = 0; word < m_bits.size(); ++word)
        if (m_bits[word] & m_board.accessible()[first + word])
            return true;
    return false;
}

bool SeatRuns::isFree(const SeatBoard::Block &block, std::ptrdiff_t at) const
{
    return at >= 0 && size_t(at) < block.size && bitAt(m_board.free(), block, size_t(at));
}

bool SeatRuns::isAccessible(const SeatBoard::Block &block, size_t at) const
{
    return bitAt(m_board.accessible(), block, at);
}

PlanPoint SeatRuns::middle(const SeatRun &run) const
{
    // Of the middle seats, not of the ends: a curved row bends away from the line between its ends.
    const PlanPoint a = m_board.position(run.first + (run.size - 1) / 2), b = m_board.position(run.first + run.size / 2);
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

SeatCost SeatRuns::cost(const SeatRun &run, PlanPoint target) const
{
    const SeatBoard::Block &block = m_board.blocks()[run.block];
    const auto left = std::ptrdiff_t(run.first - block.firstSeat) - 1;
    const auto right = left + 1 + std::ptrdiff_t(run.size);
    SeatCost cost{0, distance(middle(run), target)};
    cost.avoided += isFree(block, left) && !isFree(block, left - 1);
    cost.avoided += isFree(block, right) && !isFree(block, right + 1);
    if (m_accessible == Accessible::LeaveAlone)
        return cost;
    int accessible = 0;
    for (auto at = left + 1; at < right; ++at)
        accessible += isAccessible(block, size_t(at));
    if (m_accessible == Accessible::NeedOne && accessible == 0)
        return {Impossible, cost.distance};
    cost.avoided += m_accessible == Accessible::NeedOne ? accessible - 1 : accessible;
    return cost;
}

std::optional<SeatRun> SeatRuns::best(size_t count, double slack, quint64 salt)
{
    m_candidates.clear();
    SeatCost least{Impossible, 0};
    for (const auto &reach : m_section.blocks) {
        if (least.avoided == 0 && reach.nearest > least.distance + slack)
            break; // nearest first: nothing better follows
        load(reach.block);
        if (m_accessible == Accessible::NeedOne && !holdsAccessible(reach.block))
            continue;
        keepBeginnings(m_bits, count);
        const SeatBoard::Block &block = m_board.blocks()[reach.block];
        forEachBit(m_bits, [&](size_t at) {
            const SeatRun run{reach.block, block.firstSeat + at, count};
            const SeatCost its = cost(run, m_section.focal);
            if (its.avoided == Impossible || its.avoided > least.avoided)
                return;
            m_candidates.push_back({its, run});
            least = std::min(least, its);
        });
    }
    std::optional<SeatRun> chosen;
    size_t lowest = 0;
    for (const Candidate &candidate : m_candidates) {
        if (candidate.cost.avoided != least.avoided || candidate.cost.distance > least.distance + slack)
            continue;
        const size_t hash = qHashMulti(0, salt, quint64(candidate.run.first));
        if (!chosen || hash < lowest) {
            chosen = candidate.run;
            lowest = hash;
        }
    }
    return chosen;
}

std::vector<SeatRun> SeatRuns::longest()
{
    std::vector<SeatRun> runs;
    for (const auto &reach : m_section.blocks) {
        load(reach.block);
        const size_t first = m_board.blocks()[reach.block].firstSeat;
        forEachBit(m_bits, [&](size_t at) {
            const bool follows = !runs.empty() && runs.back().block == reach.block && runs.back().first + runs.back().size == first + at;
            if (follows)
                ++runs.back().size;
            else
                runs.push_back({reach.block, first + at, 1});
        });
    }
    return runs;
}

SeatRun SeatRuns::within(const SeatRun &run, size_t count, PlanPoint target) const
{
    SeatRun best{run.block, run.first, count};
    for (size_t first = run.first + 1; first + count <= run.first + run.size; ++first) {
        const SeatRun other{run.block, first, count};
        if (cost(other, target) < cost(best, target))
            best = other;
    }
    return best;
}

void SeatRuns::remove(const SeatRun &run)
{
    const SeatBoard::Block &block = m_board.blocks()[run.block];
    for (size_t at = run.first - block.firstSeat; at < run.first - block.firstSeat + run.size; ++at)
        m_usable[block.firstWord + at / WordBits] &= ~(Word(1) << (at % WordBits));
}

} // namespace foyer
