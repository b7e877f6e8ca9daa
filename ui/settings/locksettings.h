// LockSettings: after how long without a touch the session locks.
#pragma once

#include "ui/settings/section.h"

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer {

class LockSettings final : public Section
{
    Q_OBJECT

public:
    explicit LockSettings(QSettings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void lockNow();
};

} // namespace foyer
