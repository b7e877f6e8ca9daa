// Reads the decoration of a plan file: areas with their texts, and colours.
#pragma once

#include "core/domain/jsonnode.h"
#include "core/domain/seatingplan.h"

namespace foyer {

/// Where a plan may reach to either side; beyond it a number is a mistake.
inline constexpr JsonNode::Range PlanCoordinate{-1'000'000, 1'000'000};

/// x and y; (0, 0) when the whole position is missing and optional.
PlanPoint readPosition(const JsonNode &owner, JsonNode::Need need, QLatin1String key = QLatin1String("position"));

/// "#rrggbb" in lower case from "#rgb" or "#rrggbb"; other notations as they stand.
QString readColor(const JsonNode &owner, QLatin1String key);

/// Empty when the shape is unknown. `origin` is the zone's position.
std::optional<PlanArea> readArea(const JsonNode &node, PlanPoint origin);

/// The largest x and y that the area covers, rotation included.
PlanPoint farCorner(const PlanArea &area);

} // namespace foyer
