// The 32 symbols of ticket numbers and ticket codes: digits and upper-case letters without I, O, Y and Z, so that
// 0 and 1 are not misread and a scanner on a German or English keyboard layout types the same.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace foyer::symbols {

/// The symbol of a value from 0 to 31.
QChar symbol(int value);
/// The value of a symbol, upper or lower case; -1 for anything else.
int value(QChar symbol);

/// The symbols as a polynomial over GF(32), evaluated at its primitive element: zero for a text that ends in its check
/// symbol. Each position weighs a different power (up to 31 of them), so one changed symbol, or two that changed places,
/// cannot give zero again.
int remainder(QStringView text);
/// The text and its check symbol.
QString withCheck(const QString &text);
/// What a person typed, without dashes and spaces, and with the digits for which the letters O and I are mistaken.
QString cleaned(QStringView typed);

/// Five bits per symbol, most significant first; the last symbol is filled up with zero bits.
QString encode(const QByteArray &bytes);
/// The reverse; empty for a foreign symbol, a length that encode() never gives, or filling bits that are not zero.
std::optional<QByteArray> decode(QStringView text);

} // namespace foyer::symbols
