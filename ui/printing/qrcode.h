// QrCode: a text as the black and white modules of a QR code.
#pragma once

#include "core/base/error.h"

#include <QtCore/QRectF>
#include <QtCore/QString>

#include <vector>

class QPainter;

namespace foyer::printing {

/// A square of modules without its quiet zone.
class QrCode
{
public:
    /// Light modules that a reader needs on every side.
    static constexpr int QuietModules = 4;

    int size() const { return m_size; }
    bool isDark(int x, int y) const { return m_dark[size_t(y * m_size + x)]; }
    /// Modules across, quiet zone included.
    int sizeWithQuietZone() const { return m_size + 2 * QuietModules; }

    /// Fills `square` with the code and its quiet zone, as one vector path in black on white.
    void draw(QPainter &painter, const QRectF &square) const;

private:
    friend Result<QrCode> qrCode(const QString &text);
    int m_size = 0;
    std::vector<bool> m_dark;
};

/// Error correction M: a ticket that is folded or smudged still reads, and the modules stay large.
/// Upper-case letters and digits make the smallest codes. InvalidInput when the text is empty or too long for a code.
Result<QrCode> qrCode(const QString &text);

} // namespace foyer::printing
