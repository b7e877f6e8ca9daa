// The box office that the first run asked for, made by the ordinary verbs.
#pragma once

#include "ui/firstrun/answers.h"

namespace foyer {

/// Makes the tables, the administrator, the venue and its first event. Everything is tried in a scratch database first,
/// so that an answer which a verb refuses leaves nothing behind. The administrator's id.
Result<StaffId> setUpHouse(const BoxOfficeConfig &config, const FirstAnswers &answers);

/// Keeps a server's password where libpq looks for it: one line in a .pgpass file that nobody else may read.
/// FileUnreadable.
Result<void> rememberPassword(const DatabaseUrl &url, const QString &file);

} // namespace foyer
