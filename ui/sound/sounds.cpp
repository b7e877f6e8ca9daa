#include "ui/sound/sounds.h"

#include <QtCore/QSettings>
#include <QtCore/QUrl>
#include <QtMultimedia/QAudioDevice>
#include <QtMultimedia/QMediaDevices>
#include <QtMultimedia/QSoundEffect>

#include <map>

namespace foyer {
namespace {

QString onKey() { return QStringLiteral("sounds/on"); }

QUrl fileOf(Sound sound)
{
    switch (sound) {
    case Sound::SaleDone:
        return QUrl(QStringLiteral("qrc:/sounds/sale-done.wav"));
    case Sound::Warning:
        return QUrl(QStringLiteral("qrc:/sounds/warning.wav"));
    case Sound::Refused:
        return QUrl(QStringLiteral("qrc:/sounds/refused.wav"));
    case Sound::ScanGood:
        return QUrl(QStringLiteral("qrc:/sounds/scan-good.wav"));
    case Sound::ScanBad:
        return QUrl(QStringLiteral("qrc:/sounds/scan-bad.wav"));
    }
    Q_UNREACHABLE();
}

} // namespace

/// Everything that touches the sound device.
class Sounds::Player final : public QObject
{
public:
    bool hasDevice() const { return !QMediaDevices::defaultAudioOutput().isNull(); }

    void play(Sound sound)
    {
        if (!hasDevice())
            return; // it may be plugged in later
        auto &effect = m_effects[sound];
        if (!effect) {
            effect = std::make_unique<QSoundEffect>();
            effect->setSource(fileOf(sound));
        }
        effect->play();
    }

private:
    std::map<Sound, std::unique_ptr<QSoundEffect>> m_effects;
};

Sounds::Sounds(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_thread.setObjectName(QStringLiteral("sound"));
}

Sounds::~Sounds()
{
    m_thread.quit(); // the player ends with its thread
    m_thread.wait();
}

bool Sounds::isOn() const
{
    return m_settings.value(onKey(), true).toBool();
}

void Sounds::setOn(bool on)
{
    m_settings.setValue(onKey(), on);
}

void Sounds::start()
{
    if (m_player)
        return;
    m_player = new Player;
    m_player->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_player, &QObject::deleteLater);
    m_thread.start();
}

void Sounds::play(Sound sound)
{
    if (!isOn())
        return;
    start();
    QMetaObject::invokeMethod(m_player, [player = m_player, sound] { player->play(sound); }, Qt::QueuedConnection);
    Q_EMIT played(sound);
}

void Sounds::lookForDevice()
{
    start();
    QMetaObject::invokeMethod(m_player, [this, player = m_player] {
        QMetaObject::invokeMethod(this, [this, found = player->hasDevice()] { Q_EMIT deviceFound(found); }, Qt::QueuedConnection);
    }, Qt::QueuedConnection);
}

} // namespace foyer
