// Card deposits: attempts to bring money into a wallet.
#pragma once

#include "core/domain/wallet.h"
#include "core/storage/database.h"

#include <optional>

namespace foyer::deposit_store {

std::optional<CardDeposit> get(Database &db, DepositId id);
/// Nobody else settles it until the end of the unit of work.
std::optional<CardDeposit> lock(Database &db, DepositId id);
std::optional<CardDeposit> byKey(Database &db, const QString &key);

void insert(Database &db, const CardDeposit &deposit, TerminalId terminal, StaffId by);
/// Writes wallet, state, reference, message and transfer. `drawer`: the till's open shift, null without one.
void settle(Database &db, const CardDeposit &deposit, DrawerShiftId drawer);

/// This terminal's without an answer, oldest first.
std::vector<CardDeposit> unresolved(Database &db, TerminalId terminal);
/// On its way to a wallet of this person.
std::vector<CardDeposit> expected(Database &db, CustomerId customer);

/// Where a wallet's money goes now: the same, unless its person became part of another. Holds the person's entry.
struct Destination {
    CustomerId customer; ///< null for a gift card
    bool isErased = false;
};
std::optional<Destination> destination(Database &db, AccountId wallet);

} // namespace foyer::deposit_store
