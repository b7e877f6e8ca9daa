// ScanTyping: types as the platform would: with the places of keys on the keyboard, times, and shortcuts tried first.
#pragma once

#include "ui/scan/scansetup.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QWindow>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

QT_BEGIN_NAMESPACE
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject *o, ulong timestamp, int k, Qt::KeyboardModifiers mods, const QString &text, bool autorep, ushort count);
QT_END_NAMESPACE

namespace foyer::test {

enum class Layout { English, German };

/// A key as X11 reports it.
struct PhysicalKey {
    quint32 place = 0;
    int key = 0;
    QString text;
    Qt::KeyboardModifiers modifiers;
};

/// The key that a scanner presses for this character, as a computer with the layout understands it.
inline PhysicalKey keyFor(char character, Layout layout)
{
    static const QByteArray rows[]{"1234567890-=", "qwertyuiop[]", "asdfghjkl;'`", "\\zxcvbnm,./"};
    static const quint32 firsts[]{10, 24, 38, 51};
    const char lower = char(QChar::toLower(uint(character)));
    PhysicalKey key;
    for (int row = 0; row < 4; ++row)
        if (const auto at = rows[row].indexOf(lower); at >= 0)
            key.place = firsts[row] + quint32(at);
    if (key.place == 0)
        qFatal("this test knows no key for %c", character);
    QChar typed = QLatin1Char(lower);
    if (layout == Layout::German)
        typed = lower == 'y' ? QLatin1Char('z') : lower == 'z' ? QLatin1Char('y') : lower == '-' ? QChar(0xdf) : typed;
    const bool shift = character != lower;
    key.modifiers = shift ? Qt::ShiftModifier : Qt::NoModifier;
    key.text = shift ? typed.toUpper() : typed;
    key.key = typed.toUpper().unicode();
    return key;
}

inline PhysicalKey enterKey() { return {36, Qt::Key_Return, QStringLiteral("\r"), {}}; }
inline PhysicalKey tabKey() { return {23, Qt::Key_Tab, QStringLiteral("\t"), {}}; }
inline PhysicalKey functionKey(int number) { return {quint32(66 + number), Qt::Key_F1 + number - 1, {}, {}}; }

class ScanTyping
{
public:
    explicit ScanTyping(QWidget &window, Layout layout = Layout::English) : m_window(window), m_layout(layout) {}

    std::chrono::milliseconds now() const { return m_now; }
    std::function<std::chrono::milliseconds()> clock() const { return [this] { return m_now; }; }
    void pass(std::chrono::milliseconds time) { m_now += time; }

    void press(const PhysicalKey &key)
    {
        QKeyEvent override(QEvent::ShortcutOverride, key.key, key.modifiers, key.place, 0, 0, key.text);
        override.setTimestamp(quint64(m_now.count()));
        override.ignore();
        QObject *focus = QGuiApplication::focusObject();
        QCoreApplication::sendEvent(focus, &override);
        if (!override.isAccepted() && qt_sendShortcutOverrideEvent(focus, ulong(m_now.count()), key.key, key.modifiers, key.text, false, 1))
            return;
        send(QEvent::KeyPress, key);
    }
    void release(const PhysicalKey &key) { send(QEvent::KeyRelease, key); }

    void type(const PhysicalKey &key, std::chrono::milliseconds pause)
    {
        press(key);
        release(key);
        pass(pause);
    }
    void type(char character, std::chrono::milliseconds pause) { type(keyFor(character, m_layout), pause); }

    /// One millisecond a character, and Enter.
    void scan(const QByteArray &code, const PhysicalKey &end = enterKey())
    {
        for (const char character : code)
            type(character, std::chrono::milliseconds(1));
        type(end, std::chrono::milliseconds(1));
    }

private:
    void send(QEvent::Type type, const PhysicalKey &key)
    {
        QKeyEvent event(type, key.key, key.modifiers, key.place, 0, 0, key.text);
        event.setTimestamp(quint64(m_now.count()));
        QCoreApplication::sendEvent(m_window.windowHandle(), &event);
    }

    QWidget &m_window;
    const Layout m_layout;
    std::chrono::milliseconds m_now{1'000'000};
};

} // namespace foyer::test
