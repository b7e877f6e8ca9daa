#include "ui/scan/keyboardscanner.h"

#include "ui/scan/physicalkey.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <utility>

QT_BEGIN_NAMESPACE
/// Qt's own way of trying shortcuts before a key, as its test library uses it: a key that is given back has the same chances.
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject *o, ulong timestamp, int k, Qt::KeyboardModifiers mods, const QString &text, bool autorep, ushort count);
QT_END_NAMESPACE

namespace foyer {

KeyboardScanner::KeyboardScanner(const ScanSetup &setup, Monotonic now, QObject *parent)
    : QObject(parent), m_setup(setup), m_now(std::move(now)), m_burst(setup)
{
    m_patience.setSingleShot(true);
    m_patience.setTimerType(Qt::PreciseTimer);
    connect(&m_patience, &QTimer::timeout, this, &KeyboardScanner::patienceIsOver);
    QCoreApplication::instance()->installEventFilter(this);
}

KeyboardScanner::~KeyboardScanner()
{
    QCoreApplication::instance()->removeEventFilter(this);
}

bool KeyboardScanner::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (std::exchange(m_expectsOverride, false))
            m_passingOverride = event;
        return event != m_passingOverride && override(static_cast<QKeyEvent &>(*event));
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        break;
    default:
        return false;
    }
    if (!watched->isWindowType() || event == m_passing) // widgets get from their window what has passed here
        return false;
    auto *window = static_cast<QWindow *>(watched);
    auto &key = static_cast<QKeyEvent &>(*event);
    return event->type() == QEvent::KeyPress ? press(window, key) : release(window, key);
}

/// Comes before the press. No shortcut may act on a key that may be part of a scan, nor before the keys that are held.
bool KeyboardScanner::override(QKeyEvent &event)
{
    const KeyKind kind = kindOf(event);
    if (kind == KeyKind::Character || (kind == KeyKind::End && endsCode(event))) {
        event.accept();
        return true;
    }
    if (kind != KeyKind::Modifier)
        giveBack();
    return false;
}

bool KeyboardScanner::press(QWindow *window, QKeyEvent &event)
{
    const KeyKind kind = kindOf(event);
    if (kind == KeyKind::Modifier)
        return false;
    Q_EMIT keySeen(event.nativeScanCode(), kind == KeyKind::Character ? QString(QLatin1Char(*characterOf(event))) : QKeySequence(event.key()).toString());
    if (kind == KeyKind::Character) {
        if (!m_burst.isContinuedAt(timeOf(event)))
            giveBack();
        m_burst.add(*characterOf(event), timeOf(event));
        hold(window, event);
        return true;
    }
    if (kind == KeyKind::End && endsCode(event)) {
        m_swallowed.insert(identityOf(event));
        finish();
        return true;
    }
    giveBack();
    return false;
}

bool KeyboardScanner::release(QWindow *window, QKeyEvent &event)
{
    const unsigned identity = identityOf(event);
    if (m_swallowed.remove(identity))
        return true;
    const bool isHeld = std::any_of(m_held.begin(), m_held.end(), [&](const HeldKey &key) { return identityOf(*key.event) == identity; });
    if (isHeld)
        m_held.push_back({window, std::unique_ptr<QKeyEvent>(event.clone())});
    return isHeld;
}

bool KeyboardScanner::endsCode(const QKeyEvent &event) const
{
    const bool isTab = event.key() == Qt::Key_Tab;
    const bool isRight = isTab ? m_setup.end == ScanSetup::End::Tab : m_setup.end == ScanSetup::End::Enter;
    return isRight && !m_burst.isEmpty() && m_burst.isCode() && m_burst.isContinuedAt(timeOf(event));
}

void KeyboardScanner::hold(QWindow *window, const QKeyEvent &event)
{
    m_held.push_back({window, std::unique_ptr<QKeyEvent>(event.clone())});
    m_lastSeen = m_now();
    m_isLastLook = false;
    m_patience.start(m_setup.perKey);
}

void KeyboardScanner::finish()
{
    m_patience.stop();
    for (const HeldKey &key : m_held) {
        if (key.event->type() == QEvent::KeyPress)
            m_swallowed.insert(identityOf(*key.event));
        else
            m_swallowed.remove(identityOf(*key.event));
    }
    m_held.clear();
    const QByteArray code = m_burst.code();
    m_burst.clear();
    Q_EMIT scanned(code);
}

void KeyboardScanner::patienceIsOver()
{
    if (m_now() - m_lastSeen < m_setup.perKey) {
        m_patience.start(m_setup.perKey);
    } else if (!std::exchange(m_isLastLook, true)) {
        m_patience.start(std::chrono::milliseconds(0)); // keys that came while the window was busy are handed out first
    } else if (m_setup.end == ScanSetup::End::Nothing && m_burst.isCode()) {
        finish();
    } else {
        giveBack();
    }
}

void KeyboardScanner::giveBack()
{
    m_patience.stop();
    m_burst.clear();
    const auto held = std::exchange(m_held, {});
    for (const HeldKey &key : held)
        replay(key);
}

void KeyboardScanner::replay(const HeldKey &key)
{
    QKeyEvent &event = *key.event;
    QObject *focus = QGuiApplication::focusObject();
    if (!focus)
        focus = key.window;
    if (event.type() == QEvent::KeyPress && focus) {
        m_expectsOverride = true;
        const bool isShortcut = qt_sendShortcutOverrideEvent(focus, ulong(event.timestamp()), event.key(), event.modifiers(), event.text(), false, 1);
        m_expectsOverride = false;
        m_passingOverride = nullptr;
        if (isShortcut)
            return;
    }
    if (!key.window)
        return;
    const QEvent *before = std::exchange(m_passing, &event);
    QCoreApplication::sendEvent(key.window, &event);
    m_passing = before;
}

std::chrono::milliseconds KeyboardScanner::timeOf(const QKeyEvent &event) const
{
    return event.timestamp() != 0 ? std::chrono::milliseconds(qint64(event.timestamp())) : m_now();
}

} // namespace foyer
