// The names of the system's printers, asked off the window's thread: a print server may take its time.
#pragma once

#include <QtCore/QStringList>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace foyer {

/// Dropped when `context` is gone by then.
void systemPrinterNames(QObject *context, std::function<void(const QStringList &)> then);

} // namespace foyer
