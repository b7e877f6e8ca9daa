#include "ui/frame/windowstate.h"

#include <QtCore/QEvent>
#include <QtCore/QSettings>
#include <QtWidgets/QSplitter>

namespace foyer {
namespace {

QString geometryKey() { return QStringLiteral("window/geometry"); }

QString splitterKey(const QSplitter *splitter)
{
    return QStringLiteral("window/") + splitter->objectName();
}

} // namespace

WindowState::WindowState(QWidget &window, QSettings &settings) : QObject(&window), m_window(window), m_settings(settings)
{
    window.installEventFilter(this);
}

void WindowState::restoreGeometry()
{
    m_window.restoreGeometry(m_settings.value(geometryKey()).toByteArray()); // false when there is none: the usual size stays
}

void WindowState::restoreSplitters()
{
    for (QSplitter *splitter : m_window.findChildren<QSplitter *>())
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(m_settings.value(splitterKey(splitter)).toByteArray());
}

void WindowState::save()
{
    m_settings.setValue(geometryKey(), m_window.saveGeometry());
    for (const QSplitter *splitter : m_window.findChildren<QSplitter *>())
        if (!splitter->objectName().isEmpty())
            m_settings.setValue(splitterKey(splitter), splitter->saveState());
}

bool WindowState::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && (event->type() == QEvent::Close || event->type() == QEvent::Hide))
        save();
    return false;
}

} // namespace foyer
