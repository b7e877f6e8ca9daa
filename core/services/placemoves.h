// Moving places between allotments inside a unit of work, with the journal told of it.
#pragma once

#include "core/base/id.h"

namespace foyer {
class Work;
}

namespace foyer::placemoves {

/// Here and now; nothing for no places. The allotments are the caller's until the transaction ends.
void now(Work &work, AllotmentId from, AllotmentId to, qint64 places);
/// At the end of the unit of work, when counters are touched.
void last(Work &work, AllotmentId from, AllotmentId to, qint64 places);

} // namespace foyer::placemoves
