// A PostgreSQL server's foyer_now() that stands still until it is set: for tests and for the demo's history.
#pragma once

#include "core/base/clock.h"

namespace foyer {
class Database;
}

/// All of these need Mode::Administer, and do nothing on SQLite, where the injected Clock already judges.
namespace foyer::setclock {

/// From now on foyer_now() answers `at`. The real function is kept.
void install(Database &database, Instant at);
void set(Database &database, Instant at);
/// The server's own clock rules again. Does nothing when no clock was installed.
void remove(Database &database);

} // namespace foyer::setclock
