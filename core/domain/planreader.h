// Reads a seating plan file. What the format leaves open is decided here.
#pragma once

#include "core/domain/seatingplan.h"

namespace foyer {

/// The rules of SeatingPlan::fromJson() beyond the format itself:
/// - A ticket must name one seat, so zone, row and number together are unique; a repeat is a fault of its seat_number.
/// - Names of zones, rows and seats lose blanks at their ends and double ones inside. A zone without a name is
///   "Zone N", N its place in the file, or the next N that no other zone has. A row or seat with an empty name is
///   called by its place in its zone or row.
/// - Numbers of rows and seats are texts, as the editor writes them; a JSON number there is a fault.
/// - Without `size` the plan ends 20 units beyond the outermost seat or area.
/// - An area of a shape that Foyer doesn't know is not drawn, but stays in the file.
/// - A plan or zone without seats is allowed: decoration has zones of its own.
/// - A broken file is told by line and column, as `line 3, column 14: ...`; everything else by its path.
Result<SeatingPlan> readPlan(const QByteArray &json);

} // namespace foyer
