// Backup and restore: a box office as one file, and back into a database of either kind.
#pragma once

#include "core/services/verifier.h"
#include "core/storage/databaseurl.h"

#include <functional>

namespace foyer {

class Clock;
class Random;

/// A backup is always a SQLite box office, whichever kind it was made from: one file, readable by its owner alone.
struct BackupReport {
    VerifyReport proof; ///< of the backup itself
    qint64 bytes = 0;
};

/// Whether a login that may not read PIN hashes gets a copy without them, or a refusal.
enum class Pins { Needed, IfReadable };

/// Beside programs that sell: everything acknowledged before the call is in it. The file appears when it is complete.
/// FileUnreadable (it exists already, its folder does not), InvalidInput (a login that may not read PIN hashes),
/// DiskFull, and whatever opening the database says. `progress` is told per cent.
Result<BackupReport> backUp(const DatabaseUrl &from, const QString &file, const Clock &clock, const std::function<void(int)> &progress = {},
                            Pins pins = Pins::Needed);

struct RestoreRequest {
    QString file;
    DatabaseUrl to;
    bool replace = false;        ///< what is there is kept aside under another name
    bool acceptBreaches = false; ///< restores though the backup is not sound
};

struct RestoreReport {
    VerifyReport proof = {}; ///< of what was restored
    bool isDone = false;     ///< false: the backup has a breach, and nothing was changed
    QString keptAside = {}; ///< what was replaced: a path, or a database on the same server
};

/// Into a database that is missing or empty, as a whole or not at all. What comes back is an older life: terminals begin
/// new chains, and no order number is given out twice. FileUnreadable, FileInvalid (not a backup, damaged), SchemaTooNew,
/// InvalidInput (something is there already), DatabaseLocked (somebody uses what is to be replaced).
Result<RestoreReport> restore(const RestoreRequest &request, const Clock &clock, Random &random, const std::function<void(int)> &progress = {});

} // namespace foyer
