// windowsections: the sections of the settings page that need nothing but the window itself.
#pragma once

#include <QtCore/QString>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer {

class SettingsPage;
class Sounds;
class Theme;

namespace printing {
class PrintDesk;
}

/// What the sections change, and what they ask the window to do.
struct WindowSections {
    Theme &theme;
    QSettings &kept;
    Sounds &sounds;
    printing::PrintDesk &printDesk;
    std::function<void(const QString &code)> chooseLanguage;
    std::function<void()> lock;
};

/// All that is named must outlive the page.
void addWindowSections(SettingsPage &page, const WindowSections &window);

} // namespace foyer
