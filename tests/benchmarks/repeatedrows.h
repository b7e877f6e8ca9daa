// Rows of a box office repeated by statements: what a season sold, as if it had been sold in many seasons before.
#pragma once

#include "core/storage/database.h"

namespace foyer::bench::repeatedrows {

/// Afterwards there are `times` as many events, reservations, orders and tickets; each repetition lies `span` before the last.
/// The database belongs to this connection alone meanwhile. Returns how many tickets there are.
qint64 repeat(Database &db, int times, Milliseconds span);

} // namespace foyer::bench::repeatedrows
