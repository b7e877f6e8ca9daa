#include "ui/printing/qrcode.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <zint.h>

#include <memory>

namespace foyer::printing {

namespace {

constexpr int ErrorCorrectionM = 2; // zint's numbers: 1 = L, 2 = M, 3 = Q, 4 = H

using Symbol = std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)>;

bool isSet(const zint_symbol &symbol, int x, int y)
{
    return symbol.encoded_data[y][x / 8] >> (x % 8) & 1;
}

} // namespace

Result<QrCode> qrCode(const QString &text)
{
    const Symbol symbol(ZBarcode_Create(), &ZBarcode_Delete);
    if (!symbol)
        return fail(ErrorCode::Internal, {}, QStringLiteral("zint gave no symbol"));
    symbol->symbology = BARCODE_QRCODE;
    symbol->input_mode = UNICODE_MODE;
    symbol->option_1 = ErrorCorrectionM;
    const QByteArray utf8 = text.toUtf8();
    if (ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char *>(utf8.constData()), int(utf8.size()))
        >= ZINT_ERROR)
        return fail(ErrorCode::InvalidInput,
                    {QCoreApplication::translate("Input", "the code of this ticket does not fit a QR code")},
                    QString::fromUtf8(symbol->errtxt));
    QrCode code;
    code.m_size = symbol->width;
    code.m_dark.reserve(size_t(code.m_size) * size_t(code.m_size));
    for (int y = 0; y < code.m_size; ++y) {
        for (int x = 0; x < code.m_size; ++x)
            code.m_dark.push_back(isSet(*symbol, x, y));
    }
    return code;
}

void QrCode::draw(QPainter &painter, const QRectF &square) const
{
    const double module = square.width() / sizeWithQuietZone();
    const QPointF origin = square.topLeft() + QPointF(QuietModules * module, QuietModules * module);
    // One path for all modules: separate rectangles would show hairlines between rows where edges are smoothed.
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int y = 0; y < m_size; ++y) {
        for (int x = 0; x < m_size; ++x) {
            const int start = x;
            while (x < m_size && isDark(x, y))
                ++x;
            if (x > start)
                path.addRect(QRectF(origin.x() + start * module, origin.y() + y * module, (x - start) * module, module));
        }
    }
    painter.fillRect(square, Qt::white);
    painter.fillPath(path, Qt::black);
}

} // namespace foyer::printing
