// Moments on the command line: "2026-12-01" or "2026-12-01T18:00", as the house's clocks show it.
#pragma once

#include "app/ctl/call.h"

#include <QtCore/QTimeZone>

namespace foyer::ctl {

/// Of the venue that was made first; this machine's when there is none.
Result<QTimeZone> houseZone(BoxOffice &office);
/// Of an option; std::nullopt when it was not given. InvalidInput for what is no moment.
Result<std::optional<Instant>> momentOf(Call &call, const char *option, const QTimeZone &zone);

} // namespace foyer::ctl
