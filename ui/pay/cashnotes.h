// What a customer is likely to hand over in notes for an amount.
#pragma once

#include "core/base/money.h"

#include <vector>

namespace foyer {

/// Up to `most` amounts above `due` that people pay with, smallest first: 165, 170 and 200 for 163 euros. None of them
/// holds a note that the customer could have kept.
std::vector<Money> likelyNotes(Money due, size_t most = 3);

/// "165" rather than "165.00": how a note is called.
QString noteText(Money money);

} // namespace foyer
