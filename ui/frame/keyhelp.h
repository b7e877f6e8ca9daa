// What each key does, told where the key is bound, so that the list of F1 is the keys themselves.
#pragma once

#include <QtCore/QStringList>

#include <initializer_list>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QShortcut)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace foyer {

/// `meaning`: QT_TRANSLATE_NOOP("Keys", "search for an event"); said in the language of the moment. Empty: describeKeys() tells it.
void describe(QShortcut *shortcut, const char *meaning);

/// Keys that a widget reads itself. `keys`: as they stand on the keyboard, QT_TRANSLATE_NOOP("Keys", "Arrows").
struct KeyMeaning {
    const char *keys;
    const char *meaning;
};

void describeKeys(QWidget *widget, std::initializer_list<KeyMeaning> keys);

struct KeyText {
    QString keys;
    QString meaning;
};

/// Every described key that works in `window` now: of shortcuts and widgets that are shown and enabled.
std::vector<KeyText> keysOf(const QWidget *window);
/// Shortcuts that nobody described, by their keys.
QStringList undescribedKeys(const QWidget *window);

} // namespace foyer
