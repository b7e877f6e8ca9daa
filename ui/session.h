// Session: who is signed in at this window.
#pragma once

#include "core/services/permission.h"

#include <QtCore/QString>

namespace foyer {

struct Session {
    Actor actor;
    QString name;
};

} // namespace foyer
