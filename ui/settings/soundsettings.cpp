#include "ui/settings/soundsettings.h"

#include "ui/retranslation.h"
#include "ui/sound/sounds.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {

SoundSettings::SoundSettings(Sounds &sounds, QWidget *parent) : Section(parent), m_sounds(sounds), m_silent(new QLabel(this))
{
    QCheckBox *on = addSwitch([] { return tr("Play sounds"); });
    on->setObjectName(QStringLiteral("soundsOn"));
    on->setChecked(sounds.isOn());
    setTone(m_silent, Tone::Warn);
    m_silent->setWordWrap(true);
    m_silent->setObjectName(QStringLiteral("silent"));
    say(m_silent, [this] { m_silent->setText(tr("This computer has no sound output, so nothing will be heard. Everything else works.")); });
    m_silent->hide();
    addWidget(m_silent);
    addHeading([] { return tr("Listen"); });
    QList<QPushButton *> buttons;
    const auto tone = [&](Sound sound, Section::Text text) {
        QPushButton *button = addButton(std::move(text), buttons.size() == 3); // two lines, for longer languages
        connect(button, &QPushButton::clicked, this, [this, sound] { m_sounds.play(sound); });
        buttons << button;
    };
    tone(Sound::SaleDone, [] { return tr("Sale done"); });
    tone(Sound::Warning, [] { return tr("Two minutes left"); });
    tone(Sound::Refused, [] { return tr("Refused"); });
    tone(Sound::ScanGood, [] { return tr("Good scan"); });
    tone(Sound::ScanBad, [] { return tr("Bad scan"); });
    addNote([] { return tr("Every sound stands for something that is on the screen, too."); });
    finish();
    for (QPushButton *button : buttons)
        button->setEnabled(on->isChecked());
    connect(on, &QCheckBox::toggled, this, [this, buttons](bool wanted) {
        m_sounds.setOn(wanted);
        for (QPushButton *button : buttons)
            button->setEnabled(wanted);
    });
    connect(&sounds, &Sounds::deviceFound, this, [this](bool found) { m_silent->setVisible(!found); });
}

void SoundSettings::showEvent(QShowEvent *event)
{
    Section::showEvent(event);
    m_sounds.lookForDevice();
}

} // namespace foyer
