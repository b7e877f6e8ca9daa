// What an error says to a person: one text for each ErrorCode, used by the window and by foyerctl alike.
#pragma once

#include "core/base/error.h"

namespace foyer {

/// What happened, why if it is known, and what to do now; translated, ending with a full stop. An error that came
/// without the arguments of its code gets a text that does not need them.
QString sentence(const Error &error);

} // namespace foyer
