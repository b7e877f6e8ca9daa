// Options: what foyer was asked for on its command line.
#pragma once

#include "core/storage/databaseurl.h"
#include "ui/theme/tokens.h"

#include <optional>
#include <variant>

namespace foyer {

struct Options {
    DatabaseUrl url;
    QString keyFolder;
    bool demo = false;
    bool training = false;                ///< on a scratch copy of the database
    bool isNamed = false;                 ///< the database was named, by an option or by FOYER_DB: nothing is asked
    QString language;                     ///< "de"; empty: as last time, else the system's
    std::optional<Appearance> appearance; ///< none: as last time
    QString card;                         ///< "external": a card machine that stands alone; empty: as last time
};

/// A text to print instead of opening a window; an error goes to standard error.
struct Farewell {
    QString text;
    int exitCode = 0;
};

std::variant<Options, Farewell> readOptions(const QStringList &arguments);

} // namespace foyer
