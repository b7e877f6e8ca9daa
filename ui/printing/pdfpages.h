// PdfPages: pages of one PDF, each as long as its paper, made in memory so that nothing half written reaches a file.
#pragma once

#include "core/base/error.h"
#include "ui/printing/printstyle.h"

#include <QtCore/QByteArray>

#include <functional>
#include <vector>

class QIODevice;
class QPainter;

namespace foyer::printing {

struct PdfPage {
    double height; ///< millimetres
    std::function<Result<void>(QPainter &)> draw; ///< origin at the corner of the paper
};

/// The first page that cannot be drawn ends it with its error. Needs a QGuiApplication, but no screen.
Result<QByteArray> pdfPages(const QString &title, PaperFormat paper, const std::vector<PdfPage> &pages);

/// Replaces the file as a whole or leaves it alone. FileUnreadable with path and reason.
Result<void> writeFile(const QString &path, const QByteArray &bytes);
/// FileUnreadable when the device takes less than everything.
Result<void> writeDevice(QIODevice &device, const QByteArray &bytes);

} // namespace foyer::printing
