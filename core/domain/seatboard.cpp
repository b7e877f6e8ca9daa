#include "core/domain/seatboard.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace foyer {

namespace {

constexpr double AisleFrom = 1.5; ///< of the row's usual distance

bool sameRow(const PlanSeat &a, const PlanSeat &b)
{
    return a.label.row == b.label.row && a.label.zone == b.label.zone;
}

double middleOf(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

double distance(PlanPoint a, PlanPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

SeatBoard::SeatBoard(const SeatingPlan &plan, const Event &event)
{
    m_ids.reserve(plan.seats.size());
    m_positions.reserve(plan.seats.size());
    m_seatOf.reserve(plan.seats.size());
    for (const PlanSeat &seat : plan.seats) {
        m_seatOf.emplace(seat.id, m_ids.size());
        m_ids.push_back(seat.id);
        m_positions.push_back(seat.position);
    }
    findBlocks(plan);
    m_seats = m_accessible = noSeats();
    for (size_t seat = 0; seat < plan.seats.size(); ++seat) {
        const Bit bit = bitOf(seat);
        m_seats[bit.word] |= bit.mask;
        if (plan.seats[seat].accessible)
            m_accessible[bit.word] |= bit.mask;
    }
    m_free = m_seats;
    for (const TicketType &type : event.ticketTypes)
        if (type.admission == AdmissionKind::Seated)
            addSection(plan, type);
}

void SeatBoard::findBlocks(const SeatingPlan &plan)
{
    const auto &seats = plan.seats;
    std::vector<double> allGaps;
    for (size_t from = 0, to = 0; from < seats.size(); from = to) {
        std::vector<double> gaps;
        for (to = from + 1; to < seats.size() && sameRow(seats[to], seats[from]); ++to)
            gaps.push_back(distance(seats[to - 1].position, seats[to].position));
        allGaps.insert(allGaps.end(), gaps.begin(), gaps.end());
        const double usual = gaps.empty() ? 0 : middleOf(gaps);
        for (size_t seat = from; seat < to; ++seat) {
            const bool follows = seat > from && gaps[seat - from - 1] <= AisleFrom * usual;
            if (!follows)
                m_blocks.push_back({seat, 0, 0});
            ++m_blocks.back().size;
            m_blockOf.push_back(m_blocks.size() - 1);
        }
    }
    if (!allGaps.empty())
        m_pitch = std::max(middleOf(std::move(allGaps)), 1e-6);
    for (Block &block : m_blocks) {
        block.firstWord = m_words;
        m_words += block.words();
    }
}

void SeatBoard::addSection(const SeatingPlan &plan, const TicketType &type)
{
    Section section{type.id, noSeats(), {}, {}};
    double left = std::numeric_limits<double>::max(), front = left, right = std::numeric_limits<double>::lowest();
    std::vector<size_t> blocks;
    std::vector<size_t> members;
    for (size_t seat = 0; seat < plan.seats.size(); ++seat) {
        if (!type.categories.contains(plan.seats[seat].category))
            continue;
        const Bit bit = bitOf(seat);
        section.seats[bit.word] |= bit.mask;
        left = std::min(left, m_positions[seat].x);
        right = std::max(right, m_positions[seat].x);
        front = std::min(front, m_positions[seat].y);
        members.push_back(seat);
        if (blocks.empty() || blocks.back() != m_blockOf[seat])
            blocks.push_back(m_blockOf[seat]);
    }
    section.focal = {(left + right) / 2, front};
    for (const size_t seat : members) {
        const double away = distance(m_positions[seat], section.focal);
        if (section.blocks.empty() || section.blocks.back().block != m_blockOf[seat])
            section.blocks.push_back({away, m_blockOf[seat]});
        section.blocks.back().nearest = std::min(section.blocks.back().nearest, away);
    }
    // A group's middle lies between two seats, so half a block may be nearer than any of its seats.
    for (auto &reach : section.blocks)
        reach.nearest -= m_pitch;
    std::sort(section.blocks.begin(), section.blocks.end(), [](const auto &a, const auto &b) { return a.nearest < b.nearest; });
    m_sections.push_back(std::move(section));
}

SeatBoard::Bit SeatBoard::bitOf(size_t seat) const
{
    const Block &block = m_blocks[m_blockOf[seat]];
    const size_t at = seat - block.firstSeat;
    return {block.firstWord + at / WordBits, Word(1) << (at % WordBits)};
}

void SeatBoard::setTaken(std::span<const SeatId> seats)
{
    m_free = m_seats;
    for (const SeatId seat : seats)
        apply(seat, false);
}

void SeatBoard::apply(SeatId seat, bool free)
{
    const auto found = m_seatOf.find(seat);
    if (found == m_seatOf.end())
        return;
    const Bit bit = bitOf(found->second);
    if (free)
        m_free[bit.word] |= bit.mask;
    else
        m_free[bit.word] &= ~bit.mask;
}

bool SeatBoard::isFree(SeatId seat) const
{
    const auto found = m_seatOf.find(seat);
    if (found == m_seatOf.end())
        return false;
    const Bit bit = bitOf(found->second);
    return (m_free[bit.word] & bit.mask) != 0;
}

int SeatBoard::freeOf(TicketTypeId type, bool accessibleOnly) const
{
    const Section *sold = section(type);
    int count = 0;
    for (size_t word = 0; sold && word < sold->seats.size(); ++word)
        count += std::popcount(sold->seats[word] & m_free[word] & (accessibleOnly ? m_accessible[word] : ~Word(0)));
    return count;
}

const SeatBoard::Section *SeatBoard::section(TicketTypeId type) const
{
    for (const Section &section : m_sections)
        if (section.type == type)
            return &section;
    return nullptr;
}

} // namespace foyer
