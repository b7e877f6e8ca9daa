#include "core/base/later.h"

#include <QtCore/QTimer>

namespace foyer {

Later eventLoopLater()
{
    return [](Milliseconds after, std::function<void()> body) { QTimer::singleShot(after, std::move(body)); };
}

} // namespace foyer
