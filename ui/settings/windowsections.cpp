#include "ui/settings/windowsections.h"

#include "ui/pages/settingspage.h"
#include "ui/settings/appearancesettings.h"
#include "ui/settings/languagesettings.h"
#include "ui/settings/locksettings.h"
#include "ui/settings/printersettings.h"
#include "ui/settings/rebuilt.h"
#include "ui/settings/soundsettings.h"

#include <QtCore/QCoreApplication>

namespace foyer {

void addWindowSections(SettingsPage &page, const WindowSections &window)
{
    page.addSection(new AppearanceSettings(window.theme), [] { return QCoreApplication::translate("foyer::MainWindow", "Appearance"); });
    auto *languages = new LanguageSettings(window.kept);
    QObject::connect(languages, &LanguageSettings::languageChosen, &page, window.chooseLanguage);
    page.addSection(languages, [] { return QCoreApplication::translate("foyer::MainWindow", "Language"); });
    page.addSection(new SoundSettings(window.sounds), [] { return QCoreApplication::translate("foyer::MainWindow", "Sounds"); });
    auto *lockSection = new LockSettings(window.kept);
    QObject::connect(lockSection, &LockSettings::lockNow, &page, window.lock);
    page.addSection(lockSection, [] { return QCoreApplication::translate("foyer::MainWindow", "Session lock"); });
    page.addSection(new Rebuilt([&theme = window.theme, &desk = window.printDesk] { return new PrinterSettings(theme, desk); }),
                    [] { return QCoreApplication::translate("foyer::MainWindow", "Printers"); });
}

} // namespace foyer
