// What a scanner meant by a key: it presses the keys of an English keyboard, whatever layout this computer has.
#pragma once

#include <QtCore/QtGlobal>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QKeyEvent)

namespace foyer {

enum class KeyKind {
    Character, ///< may be part of a code
    End,       ///< Enter or Tab
    Modifier,  ///< Shift and its like: says nothing by itself
    Other,     ///< keys that no scanner sends, repeated ones, and those with Ctrl or Alt
};

KeyKind kindOf(const QKeyEvent &event);

/// By the place of the key on the keyboard (X11 and Wayland: evdev's number plus 8); by the text that it typed where the
/// platform tells no place.
std::optional<char> characterOf(const QKeyEvent &event);

/// The same for press and release of one key.
unsigned identityOf(const QKeyEvent &event);

} // namespace foyer
