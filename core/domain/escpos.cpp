#include "core/domain/escpos.h"

#include <algorithm>

namespace foyer::escpos {

namespace {

constexpr char Escape = 0x1b;
constexpr char GroupSeparator = 0x1d;
constexpr char DataLink = 0x10;

template <size_t N>
QByteArray command(const char (&bytes)[N])
{
    return QByteArray(bytes, N);
}

void appendNumber(QByteArray &bytes, int number)
{
    bytes.append(char(number & 0xff)).append(char(number >> 8 & 0xff));
}

bool hasAny(char byte, int bits)
{
    return (byte & bits) != 0;
}

} // namespace

QByteArray start()
{
    return command({Escape, '@'});
}

QByteArray picture(const Raster &raster)
{
    QByteArray bytes;
    bytes.reserve(raster.rows.size() + 8 * (raster.height / BandRows + 1));
    for (int y = 0; y < raster.height; y += BandRows) {
        const int rows = std::min(BandRows, raster.height - y);
        bytes += command({GroupSeparator, 'v', '0', 0});
        appendNumber(bytes, raster.bytesPerRow());
        appendNumber(bytes, rows);
        bytes += QByteArrayView(raster.rows).sliced(y * raster.bytesPerRow(), rows * raster.bytesPerRow());
    }
    return bytes;
}

QByteArray cut()
{
    return command({GroupSeparator, 'V', 66, 0});
}

QByteArray openDrawer()
{
    // Pin 2, 50 ms on, 500 ms off: what drawers of every make take.
    return command({Escape, 'p', 0, 25, char(250)});
}

QByteArray openDrawerNow()
{
    return command({DataLink, 0x14, 1, 0, 1});
}

QByteArray askState()
{
    return command({DataLink, 0x04, 1, DataLink, 0x04, 2, DataLink, 0x04, 4});
}

QByteArray askFinished()
{
    return command({GroupSeparator, 'r', 1});
}

bool isStateAnswer(char byte)
{
    return (byte & 0x93) == 0x12;
}

bool isFinishedAnswer(char byte)
{
    return (byte & 0x90) == 0;
}

PrintTrouble troubleIn(const std::array<char, StateAnswers> &answers)
{
    const auto [printer, cause, paper] = answers;
    if (hasAny(cause, 0x04))
        return PrintTrouble::CoverOpen;
    if (hasAny(cause, 0x20) || hasAny(paper, 0x60))
        return PrintTrouble::OutOfPaper;
    return hasAny(printer, 0x08) || hasAny(cause, 0x40) ? PrintTrouble::Offline : PrintTrouble::None;
}

} // namespace foyer::escpos
