// The laws that one statement each can prove: every row that it finds is a breach.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QStringList>

namespace foyer::verify_checks {

/// The breaches as sentences; at most `limit` of each kind.
QStringList run(Database &db, int limit);

} // namespace foyer::verify_checks
