// Outcome: what must hold after a round, whoever wrote it: nothing oversold, nothing missing.
#pragma once

#include "core/storage/databaseurl.h"

#include <map>

namespace foyer::bench {

using RowCounts = std::map<QString, qint64>;

/// Rows of every table. Ends the program when a place was sold twice or other than `orders` orders of two tickets are there.
RowCounts countSold(const DatabaseUrl &url, int orders);

/// Ends the program when `foyerctl verify` would find a breach.
void proveSound(const DatabaseUrl &url, const QString &keyFolder);

} // namespace foyer::bench
