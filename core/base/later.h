// Later: doing something after a while, injected so that tests can drive it without waiting.
#pragma once

#include "core/base/clock.h"

#include <functional>

namespace foyer {

/// Runs the function once, on the calling thread, after that time; never from within the call.
using Later = std::function<void(Milliseconds, std::function<void()>)>;

/// By the thread's event loop.
Later eventLoopLater();

} // namespace foyer
