#include "tests/ui/printing/pdfreader.h"

#define ZX_USE_UTF8 // texts as UTF-8, as later versions of the library give them
#include <ZXing/ReadBarcode.h>
#include <poppler-qt6.h>

#include <algorithm>

namespace foyer::test {

struct PdfReader::Document {
    std::unique_ptr<Poppler::Document> pdf;

    std::unique_ptr<Poppler::Page> page(int number) const { return std::unique_ptr<Poppler::Page>(pdf->page(number)); }
};

PdfReader::PdfReader(const QByteArray &pdf) : m_document(std::make_unique<Document>(Document{Poppler::Document::loadFromData(pdf)})) {}
PdfReader::PdfReader(PdfReader &&other) noexcept = default;
PdfReader::~PdfReader() = default;

bool PdfReader::isValid() const
{
    return m_document->pdf && !m_document->pdf->isLocked();
}

int PdfReader::pages() const
{
    return m_document->pdf->numPages();
}

QString PdfReader::title() const
{
    return m_document->pdf->title();
}

QSizeF PdfReader::millimetres(int page) const
{
    return m_document->page(page)->pageSizeF() * 25.4 / 72;
}

QString PdfReader::text(int page) const
{
    return m_document->page(page)->text({}).simplified();
}

std::vector<QRectF> PdfReader::words(int page) const
{
    std::vector<QRectF> boxes;
    for (const auto &box : m_document->page(page)->textList()) {
        const QRectF points = box->boundingBox();
        boxes.emplace_back(points.topLeft() * 25.4 / 72, points.size() * 25.4 / 72);
    }
    return boxes;
}

bool PdfReader::allFontsEmbedded() const
{
    const QList<Poppler::FontInfo> fonts = m_document->pdf->fonts();
    return !fonts.isEmpty() && std::all_of(fonts.begin(), fonts.end(), [](const Poppler::FontInfo &font) { return font.isEmbedded(); });
}

QImage PdfReader::image(int page, double dpi) const
{
    return m_document->page(page)->renderToImage(dpi, dpi);
}

QString PdfReader::scanned(int page, double dpi) const
{
    const QImage grey = image(page, dpi).convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    const ZXing::DecodeHints hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode);
    return QString::fromStdString(ZXing::ReadBarcode(view, hints).text());
}

} // namespace foyer::test
