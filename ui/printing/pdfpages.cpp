#include "ui/printing/pdfpages.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QMarginsF>
#include <QtCore/QSaveFile>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

namespace foyer::printing {

namespace {

// A whole multiple of the dots of a roll printer and close to the usual 1200.
constexpr int Resolution = 6 * RollDpi;

void setPage(QPdfWriter &writer, PaperFormat paper, double height)
{
    if (paper == PaperFormat::A4)
        writer.setPageSize(QPageSize(QPageSize::A4));
    else
        writer.setPageSize(QPageSize(QSizeF(measures(paper).width, height), QPageSize::Millimeter,
                                     QStringLiteral("Roll"), QPageSize::ExactMatch));
    writer.setPageMargins({});
}

} // namespace

Result<QByteArray> pdfPages(const QString &title, PaperFormat paper, const std::vector<PdfPage> &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Foyer"));
    writer.setResolution(Resolution);
    QPainter painter;
    for (const PdfPage &page : pages) {
        setPage(writer, paper, page.height);
        const bool ready = painter.isActive() ? writer.newPage() : painter.begin(&writer);
        if (!ready)
            return fail(ErrorCode::Internal, {}, QStringLiteral("QPdfWriter gave no page"));
        if (const Result<void> drawn = page.draw(painter); !drawn)
            return fail(drawn.error());
    }
    painter.end();
    return bytes;
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileUnreadable, {QDir::toNativeSeparators(path), file.errorString()});
    return {};
}

Result<void> writeDevice(QIODevice &device, const QByteArray &bytes)
{
    if (!device.isWritable() || device.write(bytes) != bytes.size())
        return fail(ErrorCode::FileUnreadable,
                    {QCoreApplication::translate("Print", "of the printout"), device.errorString()});
    return {};
}

} // namespace foyer::printing
