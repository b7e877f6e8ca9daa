// Outcome: what must hold after a round, whoever wrote it: nothing oversold, nothing missing.
#pragma once

#include "core/storage/databaseurl.h"

#include <map>

namespace foyer::bench {

using RowCounts = std::map<QString, qint64>;

/// Rows of every table. Ends the program when a place was sold twice or other than `orders` orders of two tickets are there.
RowCounts countSold(const DatabaseUrl &url, int orders);

/// Ends the program when two databases differ in any row of these tables.
void proveSameRows(const DatabaseUrl &one, const DatabaseUrl &other, const RowCounts &tables);

/// Ends the program when `foyerctl verify` would find a breach.
void proveSound(const DatabaseUrl &url, const QString &keyFolder);

/// Where a benchmark's terminal first keeps its keys, and a copy of them as they stood before a round.
QString firstKeys(const QString &folder);
QString freshKeys(const QString &folder);

} // namespace foyer::bench
