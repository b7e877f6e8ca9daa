// Reasons: why somebody did something, in their own words. Kept beside the journal, so that it can be forgotten (DESIGN section 4).
#pragma once

#include "core/base/error.h"

#include <QtCore/QString>

namespace foyer {

class Work;

namespace reasons {

inline constexpr int Longest = 500;

/// On one line; empty is none. InvalidInput when it is too long.
Result<QString> read(const QString &text);
/// With everything that this unit of work does; once in it. Nothing for an empty one.
void keep(Work &work, const QString &reason);
/// What the journal says of a kept reason.
QString mark(const QByteArray &salt, const QString &reason);

} // namespace reasons
} // namespace foyer
