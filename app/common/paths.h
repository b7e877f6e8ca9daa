// Where foyer and foyerctl keep things when nobody says otherwise.
#pragma once

#include "core/storage/databaseurl.h"

namespace foyer::paths {

/// ~/.local/share/foyer, or below XDG_DATA_HOME.
QString dataFolder();
/// FOYER_DB, or the file foyer.db in the data folder, which is made when it is missing. InvalidInput.
Result<DatabaseUrl> defaultDatabase();
/// The demo's own file, so that it never mixes with a real box office.
Result<DatabaseUrl> demoDatabase();
/// FOYER_KEYS, or the folder keys in the data folder.
QString defaultKeyFolder();
/// What the sandbox gateway's bank remembers of this terminal.
QString sandboxBooks(const QString &keyFolder);
/// ~/.local/state/foyer/foyer.log, or below XDG_STATE_HOME; the folder is made when it is missing.
QString logFile();

} // namespace foyer::paths
