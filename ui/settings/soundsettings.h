// SoundSettings: tones on or off, and each of them to listen to.
#pragma once

#include "ui/settings/section.h"

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace foyer {

class Sounds;

class SoundSettings final : public Section
{
    Q_OBJECT

public:
    explicit SoundSettings(Sounds &sounds, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    Sounds &m_sounds;
    QLabel *m_silent;
};

} // namespace foyer
