// Several texts in one, parted by a sign that may also stand in them: "Stalls/5/12", "Stalls|Circle".
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace foyer {

/// Joins with `separator`; a separator or backslash inside a part is preceded by a backslash.
QString joinEscaped(const QStringList &parts, QChar separator);

/// The reverse of joinEscaped(). An empty text is one empty part; a lone backslash at the end stands for itself.
QStringList splitEscaped(QStringView text, QChar separator);

} // namespace foyer
