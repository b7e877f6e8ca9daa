// PdfReader: looks at a printed PDF as a printer, a reader of texts and a scanner do.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>
#include <QtGui/QImage>

#include <memory>
#include <vector>

namespace foyer::test {

class PdfReader
{
public:
    explicit PdfReader(const QByteArray &pdf);
    PdfReader(PdfReader &&other) noexcept;
    ~PdfReader();

    bool isValid() const;
    int pages() const;
    QString title() const;

    QSizeF millimetres(int page) const;
    /// All words of the page with single spaces between them.
    QString text(int page) const;
    /// Bounds of the words of the page, in millimetres.
    std::vector<QRectF> words(int page) const;
    bool allFontsEmbedded() const;
    QImage image(int page, double dpi) const;
    /// What a scanner reads off the page printed in black and white; empty when it reads nothing.
    QString scanned(int page, double dpi) const;

private:
    struct Document;
    std::unique_ptr<Document> m_document;
};

} // namespace foyer::test
