#include "ui/frame/sessionlock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QSettings>

namespace foyer {
namespace {

QString minutesKey() { return QStringLiteral("lock/minutes"); }

bool isTouch(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::MouseMove || type == QEvent::Wheel
        || type == QEvent::TouchBegin || type == QEvent::TouchUpdate || type == QEvent::ShortcutOverride;
}

} // namespace

SessionLock::SessionLock(QSettings &settings, Monotonic now, QObject *parent) : QObject(parent), m_settings(settings), m_now(std::move(now))
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &SessionLock::look);
}

int SessionLock::minutes(const QSettings &settings)
{
    return std::max(0, settings.value(minutesKey(), DefaultMinutes).toInt());
}

void SessionLock::setMinutes(QSettings &settings, int minutes)
{
    settings.setValue(minutesKey(), minutes);
}

void SessionLock::watch(bool on)
{
    m_touched = m_now();
    qApp->removeEventFilter(this);
    if (!on)
        return m_timer.stop();
    qApp->installEventFilter(this);
    m_timer.start();
}

bool SessionLock::eventFilter(QObject *, QEvent *event)
{
    if (isTouch(event->type()))
        m_touched = m_now();
    return false;
}

void SessionLock::look()
{
    const int limit = minutes(m_settings);
    if (limit > 0 && m_now() - m_touched >= std::chrono::minutes(limit))
        Q_EMIT due();
}

} // namespace foyer
