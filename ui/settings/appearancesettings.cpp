#include "ui/settings/appearancesettings.h"

#include "ui/settings/choices.h"
#include "ui/theme/theme.h"

namespace foyer {

AppearanceSettings::AppearanceSettings(Theme &theme, QWidget *parent) : Section(parent)
{
    addHeading([] { return tr("Colours"); });
    auto *choices = new Choices(this);
    choices->setObjectName(QStringLiteral("appearance"));
    choices->add(int(Appearance::System), [] { return tr("Like the desktop"); });
    choices->add(int(Appearance::Light), [] { return tr("Light"); });
    choices->add(int(Appearance::Dark), [] { return tr("Dark"); });
    choices->add(int(Appearance::HighContrast), [] { return tr("High contrast"); });
    addWidget(choices);
    addNote([] { return tr("High contrast is black and white, with a yellow frame around whatever has the keyboard."); });
    finish();
    const auto follow = [choices, &theme] { choices->setChosen(int(theme.appearance())); };
    connect(&theme, &Theme::changed, this, follow);
    follow();
    connect(choices, &Choices::choiceMade, this, [&theme](int id) { theme.setAppearance(Appearance(id)); });
}

} // namespace foyer
