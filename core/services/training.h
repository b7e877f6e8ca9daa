// Training: a scratch copy of a box office to practise on. It is another life with keys of its own: its ticket codes are
// refused by the house, and nothing that is done in it reaches the house.
#pragma once

#include "core/base/error.h"
#include "core/storage/databaseurl.h"

#include <functional>

namespace foyer {

class Clock;
class Random;
class Writer;

struct TrainingGround {
    DatabaseUrl url;   ///< a SQLite file in the folder
    QString keyFolder; ///< empty yet: the first opening makes this till a terminal of its own
    bool ownPins = true; ///< false: this login may not read PINs, so everybody signs in with Pin
};

namespace training {
inline constexpr char Pin[] = "000000";
}

/// Copies the box office, beside programs that sell in it, into an empty folder.
Result<TrainingGround> prepareTraining(const DatabaseUrl &house, const QString &folder, const Clock &clock, Random &random,
                                       const std::function<void(int)> &progress = {});

/// Whether a box office is such a copy.
Result<bool> isTraining(Writer &writer);

} // namespace foyer
