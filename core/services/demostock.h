// DemoStock: which places of one demo show are still free, so that its buyers choose as people do: from the middle of a
// row outwards, good rows first, side by side.
#pragma once

#include "core/services/demoseason.h"

#include <random>

namespace foyer {

class DemoStock
{
public:
    explicit DemoStock(const DemoShow &show);

    int capacity() const { return m_capacity; }
    int free() const { return m_free; }

    /// Up to `count` places of one ticket type (fewer when no row has so many); none when nothing is left.
    /// Lines of a reservation, without a price level.
    struct Choice {
        size_t type = 0;
        std::vector<SeatId> seats; ///< empty: general admission
        int quantity = 0;
    };
    Choice take(int count, std::mt19937_64 &random);
    void giveBack(const Choice &choice);

private:
    /// The taken seats lie between `left` and `right`; buyers take the next ones on either side.
    struct Row {
        std::vector<SeatId> seats;
        size_t left;
        size_t right; ///< exclusive
        std::vector<SeatId> returned;
    };

    struct Type {
        std::vector<Row> rows; ///< nearest first
        int free = 0;
        bool isSeated = false;
    };

    size_t chooseType(std::mt19937_64 &random) const;
    static std::vector<SeatId> takeFrom(Row &row, int count, std::mt19937_64 &random);

    std::vector<Type> m_types;
    QHash<SeatId, std::pair<size_t, size_t>> m_rowOfSeat; ///< type and row
    int m_capacity = 0;
    int m_free = 0;
};

} // namespace foyer
