// PdfReader: looks at a printed PDF as a printer, a reader of texts and a scanner do.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSizeF>
#include <QtGui/QImage>

#define ZX_USE_UTF8 // texts as UTF-8, as later versions of the library give them
#include <ZXing/ReadBarcode.h>
#include <poppler-qt6.h>

#include <memory>

namespace foyer::test {

class PdfReader
{
public:
    explicit PdfReader(const QByteArray &pdf) : m_document(Poppler::Document::loadFromData(pdf)) {}

    bool isValid() const { return m_document && !m_document->isLocked(); }
    int pages() const { return m_document->numPages(); }
    QString title() const { return m_document->title(); }

    QSizeF millimetres(int page) const
    {
        return std::unique_ptr<Poppler::Page>(m_document->page(page))->pageSizeF() * 25.4 / 72;
    }

    /// All words of the page with single spaces between them.
    QString text(int page) const
    {
        return std::unique_ptr<Poppler::Page>(m_document->page(page))->text({}).simplified();
    }

    /// Bounds of the words of the page, in millimetres.
    std::vector<QRectF> words(int page) const
    {
        std::vector<QRectF> boxes;
        for (const auto &box : std::unique_ptr<Poppler::Page>(m_document->page(page))->textList()) {
            const QRectF points = box->boundingBox();
            boxes.emplace_back(points.topLeft() * 25.4 / 72, points.size() * 25.4 / 72);
        }
        return boxes;
    }

    bool allFontsEmbedded() const
    {
        const QList<Poppler::FontInfo> fonts = m_document->fonts();
        return !fonts.isEmpty()
            && std::all_of(fonts.begin(), fonts.end(), [](const Poppler::FontInfo &f) { return f.isEmbedded(); });
    }

    QImage image(int page, double dpi) const
    {
        return std::unique_ptr<Poppler::Page>(m_document->page(page))->renderToImage(dpi, dpi);
    }

    /// What a scanner reads off the page printed in black and white; empty when it reads nothing.
    QString scanned(int page, double dpi) const
    {
        const QImage grey = image(page, dpi).convertToFormat(QImage::Format_Grayscale8);
        const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                    int(grey.bytesPerLine()));
        const ZXing::DecodeHints hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode);
        return QString::fromStdString(ZXing::ReadBarcode(view, hints).text());
    }

private:
    std::unique_ptr<Poppler::Document> m_document;
};

} // namespace foyer::test
