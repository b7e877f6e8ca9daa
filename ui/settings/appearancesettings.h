// AppearanceSettings: the colours of the window.
#pragma once

#include "ui/settings/section.h"

namespace foyer {

class Theme;

class AppearanceSettings final : public Section
{
    Q_OBJECT

public:
    explicit AppearanceSettings(Theme &theme, QWidget *parent = nullptr);
};

} // namespace foyer
