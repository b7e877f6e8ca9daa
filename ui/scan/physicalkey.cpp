#include "ui/scan/physicalkey.h"

#include <QtGui/QKeyEvent>

namespace foyer {
namespace {

/// A row of the English keyboard: the place of its first key, and what its keys type without and with Shift.
struct KeyRow {
    unsigned first;
    const char *plain;
    const char *shifted;
};

constexpr unsigned XOffset = 8; ///< X11 counts keys from here

constexpr KeyRow KeyRows[]{
    {XOffset + 2, "1234567890-=", "!@#$%^&*()_+"},
    {XOffset + 16, "qwertyuiop[]", "QWERTYUIOP{}"},
    {XOffset + 30, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
    {XOffset + 43, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
    {XOffset + 55, "*", "*"},
    {XOffset + 57, " ", " "},
    {XOffset + 71, "789-456+1230.", "789-456+1230."}, // the number pad
};

std::optional<char> onEnglishKeyboard(unsigned place, bool shift)
{
    for (const KeyRow &row : KeyRows)
        if (place >= row.first && place < row.first + qstrlen(row.plain))
            return (shift ? row.shifted : row.plain)[place - row.first];
    return std::nullopt;
}

} // namespace

KeyKind kindOf(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
        return KeyKind::Modifier;
    default:
        break;
    }
    if (event.isAutoRepeat() || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return KeyKind::Other;
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab)
        return KeyKind::End;
    return characterOf(event) ? KeyKind::Character : KeyKind::Other;
}

std::optional<char> characterOf(const QKeyEvent &event)
{
    if (event.nativeScanCode() != 0)
        return onEnglishKeyboard(event.nativeScanCode(), event.modifiers() & Qt::ShiftModifier);
    const QString text = event.text();
    if (text.size() == 1 && text.at(0).unicode() >= 0x20 && text.at(0).unicode() < 0x7f)
        return text.at(0).toLatin1();
    return std::nullopt;
}

unsigned identityOf(const QKeyEvent &event)
{
    return event.nativeScanCode() != 0 ? event.nativeScanCode() : 0x10000u + unsigned(event.key());
}

} // namespace foyer
