// DoorMatter: a passage or a sale that a door told of and that does not fit what the box office knows; and how it is said.
#pragma once

#include "core/services/doorcentre.h"
#include "core/services/doorsettlement.h"

#include <variant>

namespace foyer {

using DoorMatter = std::variant<DoorConflict, SaleConflict>;

/// Two matters are the same one when this is.
QUuid matterId(const DoorMatter &matter);
Instant matterAt(const DoorMatter &matter);
/// Both kinds, newest first.
std::vector<DoorMatter> mattersOf(const std::vector<DoorConflict> &passages, const std::vector<SaleConflict> &sales);

/// What a matter is about, as far as the box office knows.
struct MatterDetail {
    std::vector<Passage> passages; ///< of the ticket, counted here
    SaleConflictDetail sale;
};

Money moneyOf(const SaleConflict &sale);
/// Whether the box office can have the sale after all; else it can only be left out.
bool canBecomeOrder(const SaleConflict &sale);

namespace doorwords {

/// Two lines: where and when; what, and in short why not.
QString line(const DoorMatter &matter);
/// "North gate let somebody in"
QString title(const DoorMatter &matter);
/// What happened, when and with what, in sentences.
QString story(const DoorMatter &matter, const MatterDetail &detail);
/// Why it does not fit, in a sentence.
QString reason(const DoorMatter &matter);
/// What goes back for the sale, and how; the money as one sum where its record does not say.
QString wayBack(const SaleConflictDetail &detail);
/// Whether any of it comes out of the drawer.
bool givesCash(const SaleConflictDetail &detail);

} // namespace doorwords
} // namespace foyer
