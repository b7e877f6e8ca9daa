// Home: the place where a database lives, seen from outside: whether something is there, and how another takes its place.
#pragma once

#include "core/storage/database.h"

namespace foyer::home {

enum class State {
    Missing,  ///< no file, no such database on the server
    Empty,    ///< no tables, or a box office in which nothing happened yet
    Occupied,
};

/// Throws StorageError when it cannot be told.
State stateOf(const DatabaseUrl &url, const Clock &clock);

/// The highest chain number of a box office; 0 when there is none.
qint64 lastChain(const DatabaseUrl &url, const Clock &clock);

/// Whether this login may read everything, PIN hashes included. Always on SQLite.
bool mayReadAll(Database &database);

/// `made` takes the place of `target`, in one step. What was there is kept beside it, `suffix` after its name, and the new
/// name is returned; with an empty suffix it must have been empty, and goes. Throws LockedByOther while somebody uses it.
QString replace(const DatabaseUrl &target, const DatabaseUrl &made, const QString &suffix, const Clock &clock);

/// On the server of the url. Dropping one that is not there is no error.
void createDatabase(const DatabaseUrl &url, const Clock &clock);
void dropDatabase(const DatabaseUrl &url, const Clock &clock);

/// Everything written to the file, and its name in the folder, survives a power cut.
void flushFile(const QString &path);

} // namespace foyer::home
