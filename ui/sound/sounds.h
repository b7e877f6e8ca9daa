// Sounds: short tones for what a cashier may not be looking at. Silent when switched off, and on a machine without sound.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer {

enum class Sound { SaleDone, Warning, Refused, ScanGood, ScanBad };

/// Opening a sound device may take its time, so it happens on a thread of its own, with the first tone.
class Sounds final : public QObject
{
    Q_OBJECT

public:
    /// The settings, which remember whether tones are wanted, must outlive it.
    explicit Sounds(QSettings &settings, QObject *parent = nullptr);
    ~Sounds() override;

    bool isOn() const;
    void setOn(bool on);
    /// Returns at once.
    void play(Sound sound);
    /// Looks for a sound device; deviceFound() answers.
    void lookForDevice();

Q_SIGNALS:
    /// A tone was asked for and is wanted.
    void played(foyer::Sound sound);
    void deviceFound(bool found);

private:
    class Player;

    void start();

    QSettings &m_settings;
    QThread m_thread;
    Player *m_player = nullptr; ///< lives on m_thread
};

} // namespace foyer
