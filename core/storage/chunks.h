// forEachChunk: long lists in statements of a bounded size.
#pragma once

#include <algorithm>
#include <span>

namespace foyer {

inline constexpr size_t ChunkRows = 2'000;

/// Calls body(span) for at most ChunkRows items at a time, in order.
template <typename T, typename Body>
void forEachChunk(std::span<const T> items, Body &&body)
{
    for (size_t begin = 0; begin < items.size(); begin += ChunkRows)
        body(items.subspan(begin, std::min(ChunkRows, items.size() - begin)));
}

} // namespace foyer
