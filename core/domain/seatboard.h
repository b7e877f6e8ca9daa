// SeatBoard: which seats of an event are free, as one bit a seat; what the search for the best seats looks at.
#pragma once

#include "core/domain/catalogue.h"
#include "core/domain/seatingplan.h"

#include <span>
#include <unordered_map>

namespace foyer {

/// A picture, not a judge: it is fed by changes and may be a moment old; the claim decides.
/// Seats are named by their index in the plan. Bits are laid out by blocks, each beginning a new word.
class SeatBoard
{
public:
    using Word = quint64;
    static constexpr size_t WordBits = 64;

    /// Seats of one row without an aisle between them: neighbours follow each other no farther apart than one and a
    /// half of the usual distance in their row.
    struct Block {
        size_t firstSeat;
        size_t size;
        size_t firstWord;
        size_t words() const { return (size + WordBits - 1) / WordBits; }
    };

    /// What one ticket type sells of the house.
    struct Section {
        TicketTypeId type;
        std::vector<Word> seats;
        PlanPoint focal; ///< the middle of its front edge: the row nearest to the stage
        struct Reach {
            double nearest; ///< no seat of the block is nearer to the focal point
            size_t block;
        };
        std::vector<Reach> blocks; ///< nearest first
    };

    /// All seats of the plan are free. Seats whose category no type sells never count.
    SeatBoard(const SeatingPlan &plan, const Event &event);

    /// Everything is free but these; unknown seats are passed over.
    void setTaken(std::span<const SeatId> seats);
    /// One change. Unknown seats are passed over.
    void apply(SeatId seat, bool free);
    bool isFree(SeatId seat) const;
    /// Seats of this type that are free; of the accessible ones only, if wanted.
    int freeOf(TicketTypeId type, bool accessibleOnly) const;

    const Section *section(TicketTypeId type) const;
    const std::vector<Block> &blocks() const { return m_blocks; }
    const std::vector<Word> &free() const { return m_free; }
    const std::vector<Word> &accessible() const { return m_accessible; }
    SeatId id(size_t seat) const { return m_ids[seat]; }
    PlanPoint position(size_t seat) const { return m_positions[seat]; }
    /// The usual distance between two neighbours, in plan units.
    double pitch() const { return m_pitch; }

private:
    struct Bit {
        size_t word;
        Word mask;
    };

    void findBlocks(const SeatingPlan &plan);
    void addSection(const SeatingPlan &plan, const TicketType &type);
    Bit bitOf(size_t seat) const;
    std::vector<Word> noSeats() const { return std::vector<Word>(m_words, 0); }

    std::vector<SeatId> m_ids;
    std::vector<PlanPoint> m_positions;
    std::unordered_map<SeatId, size_t> m_seatOf;
    std::vector<Block> m_blocks;
    std::vector<size_t> m_blockOf;
    std::vector<Section> m_sections;
    std::vector<Word> m_seats; ///< a bit for every seat there is
    std::vector<Word> m_free;
    std::vector<Word> m_accessible;
    size_t m_words = 0;
    double m_pitch = 1;
};

double distance(PlanPoint a, PlanPoint b);

} // namespace foyer
