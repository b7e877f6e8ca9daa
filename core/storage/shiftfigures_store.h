// What a shift took, counted from its orders, payments and movements. The same for an X, a Z and the proof of a Z.
#pragma once

#include "core/domain/shift.h"
#include "core/storage/database.h"

namespace foyer::shiftfigures_store {

/// Fills in everything that is counted; the shift itself, number, count, heads and grand totals stay as they are. Amounts other
/// than the tenders' are in the shift's currency.
void count(Database &db, ShiftReport &report);

/// Attempts and refunds of the terminal without a final answer.
std::vector<ReportOpenPayment> openPayments(Database &db, TerminalId terminal);
/// Of every chain, as committed now.
std::vector<ReportHead> heads(Database &db);

} // namespace foyer::shiftfigures_store
