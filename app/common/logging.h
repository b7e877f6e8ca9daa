// Logging: Qt's messages with time and level, to a file that is rotated by size, or to standard error.
#pragma once

#include <QtCore/QString>

#include <optional>

namespace foyer::logging {

enum class Level { Debug, Info, Warning, Critical };

struct Config {
    QString file;               ///< empty: standard error
    Level level = Level::Info;  ///< and what is worse
    qint64 maxBytes = 2'000'000; ///< of one file; the older ones are FILE.1 to FILE.keep
    int keep = 3;
};

/// "debug", "info", "warning" or "critical".
std::optional<Level> levelFromName(const QString &name);

/// From now on every message of the program goes there. A log that cannot be written never stops the program.
void install(const Config &config);

} // namespace foyer::logging
