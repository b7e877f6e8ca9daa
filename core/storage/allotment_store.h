// Allotments and the moves between them: law 1, places are conserved.
#pragma once

#include "core/storage/database.h"

#include <span>

namespace foyer::allotment_store {

/// The two that every ticket type begins with.
struct Opening {
    TicketTypeId type;
    AllotmentId unissued;
    AllotmentId house;
};

/// Opens them without places.
void open(Database &database, std::span<const Opening> openings);

struct Move {
    MoveId id;
    AllotmentId from;
    AllotmentId to;
    int n = 0; ///< places, at least one
};

/// Moves capacity; a trigger changes the counters. `chain` and `seq` are the unit of work's.
void move(Database &database, std::span<const Move> moves, ChainId chain, qint64 seq);

struct House {
    Opening allotments;
    int issued = 0;   ///< capacity of the ticket type
    int capacity = 0; ///< of the house's allotment
    int taken = 0;    ///< held and sold from it
};

/// The house's allotment of a type; empty when it has none.
std::optional<AllotmentId> houseOf(Database &database, TicketTypeId type);
/// Of these allotments, those of doors, each with the house's of the same type.
std::vector<std::pair<AllotmentId, AllotmentId>> ofDoors(Database &database, std::span<const AllotmentId> allotments);

/// Locks the house's allotment until the end of the transaction, so that the figures stay true.
std::optional<House> lockHouse(Database &database, TicketTypeId type);

} // namespace foyer::allotment_store
